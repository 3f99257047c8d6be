#include "ledger/account.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace cellbook {

namespace {

struct ClassWord {
    std::string_view word;
    AccountClass account_class;
};

// By initial, since a book has many names and most of their parts begin as no class does.
constexpr std::array words_in_a{ClassWord{"asset", AccountClass::assets},
                                ClassWord{"assets", AccountClass::assets}};
constexpr std::array words_in_e{
    ClassWord{"expenses", AccountClass::expenses}, ClassWord{"equity", AccountClass::equity},
    ClassWord{"expense", AccountClass::expenses}, ClassWord{"equities", AccountClass::equity}};
constexpr std::array words_in_i{ClassWord{"income", AccountClass::income},
                                ClassWord{"incomes", AccountClass::income}};
constexpr std::array words_in_l{ClassWord{"liability", AccountClass::liabilities},
                                ClassWord{"liabilities", AccountClass::liabilities}};
constexpr std::array words_in_r{ClassWord{"revenue", AccountClass::income},
                                ClassWord{"revenues", AccountClass::income}};

/// Non-financial assets of this economy: cells and rights over them, what was built in, goods held
/// and equipment (SNA 2008, 10.8-10.9: produced; 10.14-10.16: contracts, leases and licences).
constexpr std::array<std::string_view, 5> non_financial_details{"cells", "rights", "improvements",
                                                                "goods", "equipment"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_word(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

std::span<const ClassWord> words_in(char initial) {
    switch (initial) {
        case 'a':
            return words_in_a;
        case 'e':
            return words_in_e;
        case 'i':
            return words_in_i;
        case 'l':
            return words_in_l;
        case 'r':
            return words_in_r;
        default:
            return {};
    }
}

/// *Requires*: a part that is not empty.
const ClassWord* find_class(std::string_view part) {
    for (const ClassWord& entry : words_in(lower(part.front()))) {
        if (same_word(entry.word, part)) return &entry;
    }
    return nullptr;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/// In journal text two blanks or a tab end a name, a semicolon begins a comment, and some signs
/// before a name have a meaning of their own.
bool stands_in_a_journal(std::string_view name) {
    constexpr std::string_view meaning_before_names = "*!([";
    // One look at each character, since a book has many names.
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (c > ';') continue;
        if (c == '\t' || c == '\n' || c == '\r' || c == ';') return false;
        if (c == ' ' && i + 1 < name.size() && name[i + 1] == ' ') return false;
    }
    return name.empty() || meaning_before_names.find(name.front()) == std::string_view::npos;
}

}  // namespace

std::string_view to_string(AccountClass account_class) {
    switch (account_class) {
        case AccountClass::assets:
            return "assets";
        case AccountClass::liabilities:
            return "liabilities";
        case AccountClass::equity:
            return "equity";
        case AccountClass::income:
            return "income";
        case AccountClass::expenses:
            return "expenses";
    }
    return "";
}

std::string name_within(AccountClass account_class, std::string_view detail) {
    std::string name{to_string(account_class)};
    if (!detail.empty()) name.append(":").append(detail);
    return name;
}

Result<AccountName> split_account_name(std::string_view name) {
    if (!stands_in_a_journal(name)) {
        return Diagnostic{.code = DiagnosticCode::account_name_invalid,
                          .explanation = "the account `" + std::string{name} +
                                         "` holds a semicolon, a tab or two blanks, or begins with "
                                         "a sign",
                          .remedy =
                              "Use letters, digits and single blanks in names; leave two blanks "
                              "before a comment."};
    }
    std::optional<AccountName> split;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find(':', begin), name.size());
        const std::string_view part = name.substr(begin, end - begin);
        if (part.empty() || is_blank(part.front()) || is_blank(part.back())) {
            return Diagnostic{.code = DiagnosticCode::account_name_invalid,
                              .explanation = "the account `" + std::string{name} +
                                             "` has an empty part or one with blanks at its ends",
                              .remedy =
                                  "Write parts of at least one letter between colons, as in "
                                  "inmates:i0042:assets:cash."};
        }
        if (const ClassWord* const found = split ? nullptr : find_class(part)) {
            split = AccountName{
                .party = name.substr(0, begin == 0 ? 0 : begin - 1),
                .account_class = found->account_class,
                .detail = end == name.size() ? std::string_view{} : name.substr(end + 1)};
        }
        begin = end + 1;
    }
    if (!split) {
        return Diagnostic{.code = DiagnosticCode::account_without_class,
                          .explanation = "the account `" + std::string{name} +
                                         "` has none of the five classes among its parts",
                          .remedy =
                              "Name it party:class:detail with the class assets, "
                              "liabilities, equity, income or expenses."};
    }
    return *split;
}

bool is_party_name(std::string_view name) {
    const std::string account = std::string{name} + ":assets";
    const auto split = split_account_name(account);
    return split && split->party == name && name.find("sector:") == std::string_view::npos;
}

bool is_non_financial_by_name(const AccountName& name) {
    if (name.account_class != AccountClass::assets) {
        return false;
    }
    const std::string_view first = name.detail.substr(0, name.detail.find(':'));
    return std::any_of(non_financial_details.begin(), non_financial_details.end(),
                       [&](std::string_view detail) { return same_word(detail, first); });
}

}  // namespace cellbook
