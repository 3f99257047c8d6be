#include "ledger/housing/due.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "ledger/housing/obligations.hpp"
#include "ledger/kinds/kind_table.hpp"
#include "ledger/property/read_property.hpp"

namespace cellbook {

namespace {

using enum Column::Align;

/// How old what is outstanding is: up to so many days, and without end.
constexpr std::array<std::int32_t, 3> age_limits{30, 60, 90};

struct DueAccount {
    Sum due = 0;
    Sum paid = 0;
    std::array<Sum, age_limits.size() + 1> outstanding{};

    [[nodiscard]] Sum balance() const { return due - paid; }
    void add(const DueAccount& other) {
        due += other.due;
        paid += other.paid;
        for (std::size_t i = 0; i < outstanding.size(); ++i) {
            outstanding[i] += other.outstanding[i];
        }
    }
};

/// What flows pay, by obligation.
class Payments {
public:
    Payments(const EntrySource& source, const Obligations& obligations, const DateRange& dates)
        : chart_(source.chart()), obligations_(obligations) {
        for (const auto& [key, obligation] : obligations) {
            if (key.kind) tariff_kinds_.push_back(key.kind);
        }
        std::ranges::sort(tariff_kinds_);
        const auto doubled = std::ranges::unique(tariff_kinds_);
        tariff_kinds_.erase(doubled.begin(), doubled.end());
        cell_rent_ = chart_.find_word("cell_rent");
        floor_rent_ = chart_.find_word("floor_rent");
        settle_ = chart_.find_word("settle");
        const Scan scan{.dates = dates, .any_order = true, .ids = false, .flow_alone = true};
        source.for_each_transaction(scan, [&](const Transaction& transaction) {
            take(*transaction);
            return true;
        });
    }

    [[nodiscard]] Sum of(const ObligationKey& key) const {
        const auto found = paid_.find(key);
        return found == paid_.end() ? Sum{0} : found->second;
    }

private:
    void take(const TransactionDraft& paid) {
        const Flow& flow = paid.flow;
        if (!paid.kind || !flow.amount || !flow.payer || !flow.payee) return;
        ObligationKey key{.payer = flow.payer,
                          .payee = flow.payee,
                          .cell = flow.cell,
                          .commodity = flow.amount->commodity};
        if (paid.kind == cell_rent_ || paid.kind == floor_rent_) {
            pay_rent(key, flow.amount->minor);
        } else if (paid.kind == settle_ && flow.cell) {
            pay_rent(key, flow.amount->minor);
        } else if (paid.kind == settle_) {
            pay_tariff(key, flow.product, flow.amount->minor);
        } else if (std::ranges::binary_search(tariff_kinds_, paid.kind)) {
            key.cell = {};
            key.kind = paid.kind;
            pay(key, flow.amount->minor);
        }
    }
    bool pay(const ObligationKey& key, std::int64_t minor) {
        if (!obligations_.contains(key)) return false;
        paid_[key] += minor;
        return true;
    }
    /// Rent that names no cell is for the one cell that is let between the two.
    void pay_rent(const ObligationKey& key, std::int64_t minor) {
        if (key.cell) {
            pay(key, minor);
            return;
        }
        const auto first =
            obligations_.lower_bound({.payer = key.payer, .payee = key.payee, .cell = WordId{0}});
        for (auto at = first; at != obligations_.end() && at->first.payer == key.payer &&
                              at->first.payee == key.payee;
             ++at) {
            if (at->first.cell && at->first.commodity == key.commodity) {
                pay(at->first, minor);
                return;
            }
        }
    }
    /// What is settled says by its product which charge it is for; else it is for the first.
    void pay_tariff(ObligationKey key, WordId product, std::int64_t minor) {
        std::vector<WordId> kinds = tariff_kinds_;
        std::ranges::stable_partition(kinds,
                                      [&](WordId kind) { return is_paid_by(kind, product); });
        for (const WordId kind : kinds) {
            key.kind = kind;
            if (pay(key, minor)) return;
        }
        key.kind = {};
        pay_rent(key, minor);
    }

    [[nodiscard]] bool is_paid_by(WordId kind, WordId product) const {
        const Kind* const known = KindTable::standard().find(chart_[kind]);
        return product && known != nullptr && known->product == chart_[product];
    }

    const Chart& chart_;
    const Obligations& obligations_;
    std::vector<WordId> tariff_kinds_{};
    WordId cell_rent_{};
    WordId floor_rent_{};
    WordId settle_{};
    std::map<ObligationKey, Sum> paid_{};
};

DueAccount account_of(const Obligation& obligation, Sum paid, Date day) {
    DueAccount account{.paid = paid};
    Sum left = paid;
    for (const Instalment& instalment : obligation.instalments) {
        account.due += instalment.minor;
        const Sum covered = std::min(left, Sum{instalment.minor});
        left -= covered;
        const std::int32_t age = day.days - instalment.due.days;
        const auto limit = std::ranges::lower_bound(age_limits, age);
        account.outstanding[static_cast<std::size_t>(limit - age_limits.begin())] +=
            instalment.minor - covered;
    }
    return account;
}

std::vector<Column> columns() {
    return {{"payer", "Payer"},
            {"payee", "Payee"},
            {"purpose", "For"},
            {"by", "By"},
            {"commodity", "Commodity", left, true},
            {"due", "Due", right},
            {"paid", "Paid", right},
            {"outstanding", "Outstanding", right},
            {"days_0_30", "0-30 days", right},
            {"days_31_60", "31-60", right},
            {"days_61_90", "61-90", right},
            {"days_over_90", "over 90", right}};
}

Row account_row(std::vector<Value> begin, const DueAccount& account, CommodityId commodity,
                const Chart& chart, Row::Role role) {
    Row row{std::move(begin), role};
    row.cells.emplace_back(chart[commodity].symbol);
    const auto put = [&](Sum sum) { row.cells.emplace_back(table_amount(sum, commodity, chart)); };
    put(account.due);
    put(account.paid);
    put(account.balance());
    for (const Sum sum : account.outstanding) put(sum);
    return row;
}

}  // namespace

Result<Table> due(const EntrySource& source, const DueOptions& options) {
    const PropertyRegister property = read_property(source);
    if (auto nothing = nothing_registered(property)) return *std::move(nothing);
    const Chart& chart = source.chart();
    const Date day = options.scope.on.value_or(register_day(source, property));
    DateRange dates{options.begin, Date{day.days + 1}};
    if (!dates.begin && source.span()) dates.begin = source.span()->first;
    const auto owed = obligations(property, dates);
    if (!owed) return owed.error();
    const Payments payments{source, *owed, dates};
    Table table{.name = "due",
                .title = "Due from " + (dates.begin ? to_string(*dates.begin) : "the beginning") +
                         " to " + to_string(day)};
    table.columns = columns();
    table.styles = commodity_styles(chart);
    std::map<CommodityId, DueAccount> totals;
    for (const auto& [key, obligation] : *owed) {
        const std::string& purpose = chart[key.cell ? key.cell : key.kind];
        const Cell* const cell = key.cell ? property.cell(key.cell) : nullptr;
        if (!options.scope.shows(
                {chart[key.payer].name, chart[key.payee].name, purpose,
                 cell == nullptr ? std::string_view{} : chart[cell->section].name})) {
            continue;
        }
        const DueAccount account = account_of(obligation, payments.of(key), day);
        totals[key.commodity].add(account);
        if (!options.all && account.balance() == 0) continue;
        table.rows.push_back(
            account_row({chart[key.payer].name, chart[key.payee].name, purpose, obligation.by},
                        account, key.commodity, chart, Row::Role::fact));
    }
    std::ranges::stable_sort(table.rows, {}, [](const Row& row) {
        return std::tuple{std::get<std::string>(row.cells[0]), std::get<std::string>(row.cells[1]),
                          std::get<std::string>(row.cells[2])};
    });
    for (const auto& [commodity, total] : totals) {
        table.rows.push_back(
            account_row({"total", {}, {}, {}}, total, commodity, chart, Row::Role::total));
    }
    return table;
}

}  // namespace cellbook
