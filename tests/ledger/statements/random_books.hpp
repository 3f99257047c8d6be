/// Books of a small town drawn at random, for properties that must hold of every book.
#pragma once

#include <array>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "ledger/date.hpp"
#include "ledger/decimal.hpp"

namespace cellbook::test {

/// Journal text in which seven parties sell for use and for stock, accrue and pay, lend, invest,
/// exchange money, pay through a third, seize, wear things out and deal with nobody named.
class RandomBook {
public:
    explicit RandomBook(unsigned seed) : random_{seed} {
        for (const auto& name : parties()) {
            const auto sector = name.substr(0, name.find(':'));
            text_ += "; party: " + name + "  sector:" + sector + "\n";
        }
        text_ += "commodity 1.00 BOB\ncommodity 1.00 USD\n\n";
    }

    static const std::vector<std::string>& parties() {
        static const std::vector<std::string> names{
            "households:h1", "households:h2", "households:h3", "businesses:b1",
            "businesses:b2", "sections:s1",   "outside:o1",
        };
        return names;
    }

    void add(int count) {
        for (int i = 0; i < count; ++i) add();
    }

    /// Undoes the transaction of that number, in the month after all others.
    void reverse(std::size_t number) {
        const auto& [date, postings] = undoable_.at(number);
        text_ += "2018-05-02 undone  ; reverses:t" + std::to_string(number) + ", reason:test\n";
        for (const auto& posting : postings) write(posting, -1);
        text_ += "\n";
    }

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::size_t count() const { return undoable_.size(); }

private:
    struct Line {
        std::string account{};
        std::int64_t minor = 0;
        std::string with{};
        std::string commodity{};
        std::int64_t cost = 0;  ///< in BOB, without its sign
    };
    using Lines = std::vector<Line>;

    unsigned pick(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

    std::string pick_party(const std::string& not_this = {}) {
        for (;;) {
            const auto& name = parties()[pick(static_cast<unsigned>(parties().size()))];
            if (name != not_this) return name;
        }
    }

    void write(const Line& line, int sign) {
        text_ += "    " + line.account + "  " + to_decimal_text(sign * line.minor, 2) + " " +
                 line.commodity;
        if (line.cost != 0) text_ += " @@ " + to_decimal_text(line.cost, 2) + " BOB";
        if (!line.with.empty()) text_ += "  ; with:" + line.with;
        text_ += "\n";
    }

    void add() {
        const std::string a = pick_party();
        const std::string b = pick_party(a);
        const std::string c = pick_party();
        const std::int64_t x = 100 + pick(9900);
        const std::int64_t y = 1 + pick(static_cast<unsigned>(x));
        const char* const commodity = pick(4) == 0 ? "USD" : "BOB";
        const Date date{parse_date("2017-12-01")->days + static_cast<int>(pick(120))};
        Lines lines = pick(12) == 0 ? exchange(a, b, x, y) : drawn(a, b, c, x, y);
        text_ += to_string(date) + " x  ; id:t" + std::to_string(undoable_.size()) + "\n";
        for (auto& line : lines) {
            if (line.commodity.empty()) line.commodity = commodity;
            write(line, 1);
        }
        text_ += "\n";
        undoable_.emplace_back(date, std::move(lines));
    }

    static Lines exchange(const std::string& a, const std::string& b, std::int64_t x,
                          std::int64_t y) {
        return {{a + ":assets:cash", x, {}, "USD", y},
                {a + ":assets:cash", -y, {}, "BOB"},
                {b + ":assets:cash", -x, {}, "USD", y},
                {b + ":assets:cash", y, {}, "BOB"}};
    }

    Lines drawn(const std::string& a, const std::string& b, const std::string& c, std::int64_t x,
                std::int64_t y) {
        const auto two = [&](const char* of_a, const char* against_a, const char* of_b,
                             const char* against_b) {
            return Lines{{a + of_a, x}, {a + against_a, -x}, {b + of_b, x}, {b + against_b, -x}};
        };
        switch (pick(14)) {
            case 0:
                return two(":expenses:rent", ":assets:cash", ":assets:cash", ":income:rent");
            case 1:
                return two(":expenses:dues", ":liabilities:payable", ":assets:receivable",
                           ":income:dues");
            case 2:
                return two(":liabilities:payable", ":assets:cash", ":assets:cash",
                           ":assets:receivable");
            case 3:
                return two(":assets:loans", ":assets:cash", ":assets:cash", ":liabilities:loans");
            case 4:
                return two(":assets:capital", ":assets:cash", ":assets:cash", ":equity:capital");
            case 5:
                return two(":equity:volume", ":assets:cash", ":assets:cash", ":equity:volume");
            case 6:
                return two(":assets:goods", ":assets:cash", ":assets:cash", ":income:sales");
            case 7:  // out of stock, and the price less a discount
                return {{a + ":expenses:groceries", x - y / 2},
                        {a + ":assets:cash", y / 2 - x},
                        {b + ":assets:cash", x - y / 2},
                        {b + ":income:sales", -x},
                        {b + ":income:discounts", y / 2},
                        {b + ":expenses:goods_sold", y},
                        {b + ":assets:goods", -y}};
            case 8:  // some for use, some for stock
                return {{a + ":expenses:groceries", y}, {a + ":assets:goods", x},
                        {a + ":assets:cash", -x - y},   {b + ":assets:cash", x + y},
                        {b + ":income:sales", -x},      {b + ":income:services", -y}};
            case 9:
                return {{a + ":expenses:depreciation", x}, {a + ":assets:equipment", -x}};
            case 10:
                return {{a + ":expenses:meals", x}, {a + ":assets:cash", -x}};
            case 11:
                return {{a + ":assets:cash", x}, {a + ":equity:opening", -x}};
            case 12:
                return {{a + ":assets:loans", x, b}, {a + ":assets:cash", -x, b}};
            default:
                return through_a_third(a, b, c, x, y);
        }
    }

    /// With `c` that may be `a` or `b` itself: then the transaction has two parties.
    static Lines through_a_third(const std::string& a, const std::string& b, const std::string& c,
                                 std::int64_t x, std::int64_t y) {
        const std::string& third = c == a ? b : c;
        return {{a + ":expenses:wages", x, b},  {a + ":assets:cash", -x, b},
                {b + ":assets:cash", x, a},     {b + ":income:wages", -x, a},
                {a + ":expenses:levies", y},    {a + ":assets:cash", -y},
                {third + ":assets:cash", y, a}, {third + ":income:levies", -y, a}};
    }

    std::mt19937 random_;
    std::string text_{};
    std::vector<std::pair<Date, Lines>> undoable_{};
};

/// A journal, and the same with twenty more transactions that are all reversed: what stands at its
/// end is the same.
struct WithReversals {
    explicit WithReversals(unsigned seed) {
        RandomBook without{seed};
        without.add(40);
        RandomBook with{seed};
        with.add(60);
        for (std::size_t i = 40; i < 60; ++i) with.reverse(i);
        before = without.text();
        after = with.text();
    }
    std::string before{};
    std::string after{};
};

}  // namespace cellbook::test
