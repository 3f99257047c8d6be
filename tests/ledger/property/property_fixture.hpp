/// A small prison's register, and what happens to it, as journal text.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/book/memory_book.hpp"
#include "ledger/property/read_property.hpp"

namespace cellbook::test {

/// Two cells of i1, of two and of four places, and one of i2, of one.
inline const std::string prison =
    "; section: sections:posta  grade:5\n"
    "; section: sections:palmar  grade:2\n"
    "; cell: posta-1  section:sections:posta, places:2\n"
    "; cell: posta-2  section:sections:posta, places:4, grade:4\n"
    "; cell: palmar-1  section:sections:palmar, places:1\n"
    "; title: posta-1  owner:inmates:i1, since:2017-01-01, price:30000, commodity:BOB\n"
    "; title: posta-2  owner:inmates:i1, since:2017-06-01\n"
    "; title: palmar-1  owner:inmates:i2, since:2017-01-01\n"
    "commodity 1000.00 BOB\n";

struct Leg {
    std::string account;
    int amount;
};

inline std::string transaction(std::string_view date, std::string_view tags,
                               const std::vector<Leg>& legs) {
    std::string text{date};
    text += " something  ; " + std::string{tags} + "\n";
    for (const Leg& leg : legs) {
        text += "    " + leg.account + "  " + std::to_string(leg.amount) + ".00 BOB\n";
    }
    return text + "\n";
}

inline std::string sold(std::string_view date, const std::string& cell, const std::string& seller,
                        const std::string& buyer, int price) {
    return transaction(date, "kind:cell_sale, cell:" + cell,
                       {{buyer + ":assets:cells", price},
                        {buyer + ":assets:cash", -price},
                        {seller + ":assets:cash", price},
                        {seller + ":assets:cells", -price}});
}

inline std::string deposited(std::string_view date, const std::string& cell,
                             const std::string& tenant, const std::string& owner, int sum) {
    return transaction(date, "kind:anticretico_deposit, cell:" + cell,
                       {{tenant + ":assets:deposits", sum},
                        {tenant + ":assets:cash", -sum},
                        {owner + ":assets:cash", sum},
                        {owner + ":liabilities:anticretico", -sum}});
}

inline std::string returned(std::string_view date, const std::string& cell,
                            const std::string& tenant, const std::string& owner, int sum) {
    return transaction(date, "kind:anticretico_return, cell:" + cell,
                       {{owner + ":liabilities:anticretico", sum},
                        {owner + ":assets:cash", -sum},
                        {tenant + ":assets:cash", sum},
                        {tenant + ":assets:deposits", -sum}});
}

/// A lease; `more` as in `, rate:480, commodity:BOB, period:month, to:2018-03-31`.
inline std::string lease(const std::string& name, const std::string& cell, const std::string& form,
                         const std::string& landlord, const std::string& tenant,
                         const std::string& from, const std::string& more = "") {
    const bool priced = form == "rent" || form == "floor_space";
    return "; lease: " + name + "  cell:" + cell + ", form:" + form + ", landlord:" + landlord +
           ", tenant:" + tenant + ", from:" + from +
           (priced ? ", rate:480, commodity:BOB, period:month" : "") + more + "\n";
}

inline std::string household(const std::string& name, const std::string& section = "sections:posta",
                             const std::string& since = "2017-01-01") {
    return "; household: " + name + "  section:" + section + ", since:" + since + "\n";
}

inline std::string member(const std::string& name, const std::string& household,
                          const std::string& role, const std::string& arrived,
                          const std::string& released = "") {
    return "; member: " + name + "  household:" + household + ", role:" + role +
           ", arrived:" + arrived + (released.empty() ? "" : ", released:" + released) + "\n";
}

inline Date day(std::string_view text) {
    return *parse_date(text);
}

/// A book in memory of such text, and its register.
struct Prison {
    MemoryBook book{};
    ImportReport report{};

    explicit Prison(const std::string& text) {
        MemoryFiles files{{{"prison.journal", text}}};
        report = book.read(files, {"prison.journal"}, {}, KindTable::standard());
    }
    [[nodiscard]] PropertyRegister property() const {
        for (const Diagnostic& problem : report.problems) UNSCOPED_INFO(to_string(problem));
        REQUIRE(report.ok());
        return read_property(book);
    }
    [[nodiscard]] WordId word(std::string_view name) const { return book.chart().find_word(name); }
    [[nodiscard]] PartyId party(std::string_view name) const {
        return book.chart().find_party(name);
    }
    [[nodiscard]] std::string name(PartyId id) const {
        return id ? book.chart()[id].name : std::string{"nobody"};
    }
    /// `CODE LINE` of all problems, then of all warnings.
    [[nodiscard]] std::vector<std::string> told() const {
        std::vector<std::string> lines;
        for (const auto* list : {&report.problems, &report.warnings}) {
            for (const Diagnostic& one : *list) {
                lines.push_back(std::string{to_string(one.code)} + ' ' +
                                std::to_string(one.position.line));
            }
        }
        return lines;
    }
    /// Who held a cell, one after another: `inmates:i1 2017-01-01`.
    [[nodiscard]] std::vector<std::string> holders(std::string_view cell) const {
        std::vector<std::string> lines;
        const PropertyRegister all = property();
        for (const Title& title : all.titles(word(cell))) {
            lines.push_back(name(title.owner) + ' ' + to_string(title.since));
        }
        return lines;
    }
};

/// Only the codes that a text is told with.
inline std::vector<std::string> codes_of(const std::string& text) {
    std::vector<std::string> codes;
    for (const std::string& line : Prison{text}.told())
        codes.push_back(line.substr(0, line.find(' ')));
    return codes;
}

}  // namespace cellbook::test
