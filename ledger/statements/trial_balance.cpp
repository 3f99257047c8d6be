#include "ledger/statements/trial_balance.hpp"

#include <algorithm>
#include <map>

#include "ledger/statements/account_sums.hpp"

namespace cellbook {

namespace {

struct Line {
    Sum opening = 0;
    Sum debit = 0;
    Sum credit = 0;

    [[nodiscard]] Sum closing() const { return opening + debit - credit; }
    void post(Sum minor, bool before) {
        if (before) {
            opening += minor;
        } else if (minor >= 0) {
            debit += minor;
        } else {
            credit -= minor;
        }
    }
    void add(const Line& other) {
        opening += other.opening;
        debit += other.debit;
        credit += other.credit;
    }
    [[nodiscard]] bool is_zero() const { return opening == 0 && debit == 0 && credit == 0; }
};

using Lines = std::map<CommodityId, Line>;

/// Lines by account, and of the exchanges between commodities.
struct Ledger {
    std::vector<Lines> accounts{};
    Lines exchanges{};
};

/// Reads what a trial balance of the query's postings is made of.
class Reader {
public:
    Reader(const EntrySource& source, const Query& query)
        : source_{source}, query_{query}, chart_{source.chart()} {
        ledger_.accounts.resize(chart_.account_count());
    }

    /// `kept`: openings by kept balances, where they can tell them.
    Ledger read(bool kept) && {
        const DateRange& dates = query_.dates();
        const bool opening_is_kept = dates.begin && kept && query_.kept_balances_suffice();
        if (opening_is_kept) add_kept_opening();
        const bool exchanges_too = !opening_is_kept || !whole_parties();
        const Scan scan{
            .dates = {.begin = exchanges_too ? std::nullopt : dates.begin, .end = dates.end},
            .accounts = query_.accounts(chart_),
            .any_order = true,
            .ids = !query_.kept_balances_suffice()};
        source_.for_each_transaction(scan, [&](const Transaction& transaction) {
            const bool before = dates.begin && transaction->date < *dates.begin;
            if (before && !exchanges_too) return true;
            if (!before && !query_.covers(transaction->date)) return true;
            for (const auto& posting : transaction->postings) {
                add(transaction, posting, before, before && opening_is_kept);
            }
            return true;
        });
        return std::move(ledger_);
    }

private:
    void add_kept_opening() {
        const bool exchanges = whole_parties();
        for (const auto& [place, sum] : balances_in(source_, {.end = query_.dates().begin})) {
            const auto& [account, commodity] = place;
            if (!query_.matches_account(account, chart_) ||
                !query_.matches_commodity(commodity, chart_)) {
                continue;
            }
            ledger_.accounts[account.value][commodity].post(sum, true);
            // A party's books balance at cost, so what they sum to is what it has exchanged.
            if (exchanges) ledger_.exchanges[commodity].post(-sum, true);
        }
    }

    /// Whether the query takes all of a party's accounts or none.
    [[nodiscard]] bool whole_parties() const {
        std::vector<char> known(chart_.party_count());
        for (std::uint32_t i = 0; i < chart_.account_count(); ++i) {
            const char answer = query_.matches_account(AccountId{i}, chart_) ? 'y' : 'n';
            char& of_party = known[chart_[AccountId{i}].party.value];
            if (of_party != 0 && of_party != answer) return false;
            of_party = answer;
        }
        return true;
    }

    void add(const Transaction& transaction, const Posting& posting, bool before,
             bool only_exchange) {
        const auto& [minor, commodity] = posting.amount;
        if (query_.matches_undated(transaction, posting, chart_)) {
            if (!only_exchange) {
                ledger_.accounts[posting.account.value][commodity].post(minor, before);
            }
        } else if (!is_priced_in_what_is_asked(posting)) {
            return;
        }
        if (!posting.cost) return;
        exchange(commodity, -Sum{minor}, before);
        exchange(posting.cost->total.commodity, posting.cost->total.minor, before);
    }

    /// Of a query that narrows commodities: the posting is left out for its own commodity alone,
    /// and costs one that is asked for.
    [[nodiscard]] bool is_priced_in_what_is_asked(const Posting& posting) const {
        return posting.cost && query_.kept_balances_suffice() &&
               query_.matches_account(posting.account, chart_);
    }

    void exchange(CommodityId commodity, Sum sum, bool before) {
        if (query_.matches_commodity(commodity, chart_)) {
            ledger_.exchanges[commodity].post(sum, before);
        }
    }

    const EntrySource& source_;
    const Query& query_;
    const Chart& chart_;
    Ledger ledger_{};
};

Row line_row(const std::string& name, CommodityId commodity, const Line& line, const Chart& chart,
             Row::Role role) {
    const auto amount = [&](Sum sum) { return table_amount(sum, commodity, chart); };
    return {{name, chart[commodity].symbol, amount(line.opening), amount(line.debit),
             amount(line.credit), amount(line.closing())},
            role};
}

void add_rows(Table& table, const std::string& name, const Lines& lines, const Chart& chart,
              Row::Role role, bool zeros) {
    const auto first = static_cast<std::ptrdiff_t>(table.rows.size());
    for (const auto& [commodity, line] : lines) {
        if (zeros || !line.is_zero()) {
            table.rows.push_back(line_row(name, commodity, line, chart, role));
        }
    }
    std::ranges::sort(table.rows.begin() + first, table.rows.end(), {},
                      [](const Row& row) { return std::get<std::string>(row.cells[1]); });
}

}  // namespace

Table trial_balance(const EntrySource& source, const Query& query,
                    const TrialBalanceOptions& options) {
    using enum Column::Align;
    const Chart& chart = source.chart();
    Table table{.name = "trialbalance", .caption = "Trial balance"};
    table.styles = commodity_styles(chart);
    table.columns = {{"account", "Account"},        {"commodity", "Commodity", left, true},
                     {"opening", "Opening", right}, {"debit", "Debit", right},
                     {"credit", "Credit", right},   {"closing", "Closing", right}};

    // Accounts that come to zero are no rows of kept balances.
    const Ledger ledger = Reader{source, query}.read(!options.empty);
    const auto order = [](const std::string& a, const std::string& b) {
        return comes_before(a, b);
    };
    std::map<std::string, Lines, decltype(order)> named;
    Lines totals = ledger.exchanges;
    for (std::uint32_t i = 0; i < ledger.accounts.size(); ++i) {
        const std::string& name = chart[AccountId{i}].name;
        for (const auto& [commodity, line] : ledger.accounts[i]) {
            named[options.depth ? std::string{clipped_name(name, *options.depth)} : name][commodity]
                .add(line);
            totals[commodity].add(line);
        }
    }
    for (const auto& [name, lines] : named) {
        add_rows(table, name, lines, chart, Row::Role::fact, options.empty);
    }
    add_rows(table, "exchanged at cost", ledger.exchanges, chart, Row::Role::subtotal, false);
    add_rows(table, "total", totals, chart, Row::Role::total, true);
    return table;
}

}  // namespace cellbook
