#include "ledger/economy/book_prices.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <unordered_map>

#include "ledger/statements/stats.hpp"

namespace cellbook {

namespace {

constexpr std::size_t standing_count = 4;

/// What a price is of: a product, or a kind and perhaps a cell.
struct Item {
    WordId product{};
    WordId kind{};
    WordId cell{};
    friend auto operator<=>(const Item&, const Item&) = default;
};

Item item_of(const TransactionDraft& content) {
    if (content.flow.product) return {.product = content.flow.product};
    return {.kind = content.kind, .cell = content.flow.cell};
}

std::string name_of(const Item& item, const Chart& chart) {
    if (item.product) return chart[item.product];
    std::string name = item.kind ? chart[item.kind] : "(no kind)";
    if (item.cell) name += " " + chart[item.cell];
    return name;
}

struct CellKey {
    std::int32_t begin = 0;  ///< first day of the period
    CommodityId commodity{};
    Item item{};
    friend bool operator==(const CellKey&, const CellKey&) = default;
};

struct CellKeyHash {
    std::size_t operator()(const CellKey& key) const {
        std::uint64_t hash = static_cast<std::uint32_t>(key.begin);
        for (const std::uint32_t part : {key.commodity.value, key.item.product.value,
                                         key.item.kind.value, key.item.cell.value}) {
            hash = (hash ^ part) * 0x9e3779b97f4a7c15U;
            hash ^= hash >> 29U;
        }
        return hash;
    }
};

/// How the prices of one commodity are known.
struct Known {
    std::array<Sum, standing_count> values{};
    std::array<std::int64_t, standing_count> counts{};
};

class Gathering {
public:
    Gathering(const EntrySource& source, const Query& query, const BookPriceOptions& options)
        : source_{source}, chart_{source.chart()}, query_{query}, options_{options} {}

    void gather();
    [[nodiscard]] Result<BookPrices> finish() const;

private:
    [[nodiscard]] bool matches(const Transaction& transaction) const;
    void take(const Transaction& transaction);
    void add(const TransactionDraft& content, int sign);
    [[nodiscard]] std::int32_t begin_of(Date day);
    [[nodiscard]] Result<CommodityId> chosen() const;
    [[nodiscard]] std::optional<Diagnostic> what_is_wrong(const CellKey& key,
                                                          const PriceCell& cell) const;
    [[nodiscard]] std::vector<std::string> notes(CommodityId commodity) const;
    [[nodiscard]] std::string label_of(std::int32_t begin) const {
        return period_holding(Date{begin}, options_.interval).label;
    }

    const EntrySource& source_;
    const Chart& chart_;
    const Query& query_;
    const BookPriceOptions& options_;
    bool flow_suffices_ = false;
    Period period_{};  ///< that of the last transaction: most come by date
    std::unordered_map<CellKey, PriceCell, CellKeyHash> cells_{};
    std::map<CommodityId, Known> known_{};
    std::int64_t without_amount_ = 0;
};

void Gathering::gather() {
    flow_suffices_ = query_.flow_suffices();
    // A reversal may be dated after the last day asked for.
    Scan scan{.dates = {.begin = query_.dates().begin, .end = {}},
              .accounts = query_.accounts(chart_),
              .any_order = true,
              .ids = false};
    scan.flow_alone = flow_suffices_;
    source_.for_each_transaction(scan, [&](const Transaction& transaction) {
        take(transaction);
        return true;
    });
}

bool Gathering::matches(const Transaction& transaction) const {
    return flow_suffices_ ? query_.matches_flow(transaction, chart_)
                          : query_.matches(transaction, chart_);
}

void Gathering::take(const Transaction& transaction) {
    if (!transaction->flow.quantity) return;
    if (!transaction->reversal) {
        if (matches(transaction)) add(*transaction, 1);
        return;
    }
    const auto reversed = source_.find_transaction(transaction->reversal->of_id);
    if (reversed && matches(*reversed)) add(**reversed, -1);
}

std::int32_t Gathering::begin_of(Date day) {
    if (!period_.contains(day)) period_ = period_holding(day, options_.interval);
    return period_.begin.days;
}

void Gathering::add(const TransactionDraft& content, int sign) {
    const Flow& flow = content.flow;
    if (!flow.amount) {
        without_amount_ += sign;
        return;
    }
    const auto& [minor, commodity] = *flow.amount;
    const Sum paid = Sum{minor} * sign;
    PriceCell& cell = cells_[{begin_of(content.date), commodity, item_of(content)}];
    cell.value.add({paid, chart_[commodity].scale});
    cell.quantity.add({flow.quantity->coefficient * sign, flow.quantity->scale});
    const Standing whole = content.standings.whole.value_or(Standing::observed);
    const auto standing = static_cast<std::size_t>(content.standings.price.value_or(whole));
    Known& known = known_[commodity];
    known.values[standing] += paid;
    known.counts[standing] += sign;
}

Result<CommodityId> Gathering::chosen() const {
    std::vector<std::string> found;
    CommodityId last;
    for (const auto& [commodity, known] : known_) {
        const auto counts = std::ranges::any_of(known.counts, [](auto count) { return count > 0; });
        if (!counts || !query_.matches_commodity(commodity, chart_)) continue;
        if (options_.commodity && chart_[commodity].symbol != *options_.commodity) continue;
        last = commodity;
        found.push_back(
            chart_[commodity].symbol + " in " +
            std::to_string(known.counts[0] + known.counts[1] + known.counts[2] + known.counts[3]));
    }
    if (found.size() == 1) return last;
    if (found.empty()) {
        return Diagnostic{
            .code = DiagnosticCode::observations_missing,
            .explanation =
                "no transaction that matches says a quantity" +
                (options_.commodity ? " and was paid in " + *options_.commodity : std::string{}),
            .remedy = "Record `quantity:` (and `product:`) with what is sold, or widen the query."};
    }
    std::string list;
    for (const auto& text : found) list += (list.empty() ? "" : ", ") + text;
    return Diagnostic{.code = DiagnosticCode::index_commodities_several,
                      .explanation = "prices are in several commodities: " + list + " transactions",
                      .remedy = "Say which is meant by -c, as in -c " + chart_[last].symbol + "."};
}

std::optional<Diagnostic> Gathering::what_is_wrong(const CellKey& key,
                                                   const PriceCell& cell) const {
    const std::string what = name_of(key.item, chart_) + " in " + label_of(key.begin);
    if (cell.quantity.sign() <= 0) {
        return Diagnostic{.code = DiagnosticCode::quantity_not_positive,
                          .explanation = "the quantities of " + what + " come to zero or less",
                          .remedy = "See `print -p " + label_of(key.begin) +
                                    "`, and leave such transactions out by the query."};
    }
    if (cell.value.sign() <= 0) {
        return Diagnostic{.code = DiagnosticCode::price_not_positive,
                          .explanation = "what was paid for " + what + " comes to zero or less",
                          .remedy = "See `print -p " + label_of(key.begin) +
                                    "`, and leave such transactions out by the query."};
    }
    return std::nullopt;
}

std::vector<std::string> Gathering::notes(CommodityId commodity) const {
    const Known& known = known_.at(commodity);
    Sum value = 0;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < standing_count; ++i) {
        value += known.values[i];
        count += known.counts[i];
    }
    std::string shares;
    for (std::size_t i = 0; i < standing_count; ++i) {
        if (known.counts[i] == 0) continue;
        shares += (shares.empty() ? "" : ", ") + std::string{to_string(static_cast<Standing>(i))} +
                  " " + to_string(percentage(known.values[i], value)) + "%";
    }
    std::vector<std::string> notes{"prices in " + chart_[commodity].symbol + ": unit values of " +
                                   std::to_string(count) +
                                   " transactions; of their value, prices are " + shares};
    if (without_amount_ > 0) {
        notes.push_back(std::to_string(without_amount_) +
                        " transactions with a quantity are left out: no one amount was paid");
    }
    return notes;
}

Result<BookPrices> Gathering::finish() const {
    const auto commodity = chosen();
    if (!commodity) return commodity.error();
    std::map<std::int32_t, std::uint32_t> periods;
    std::map<std::string, std::uint32_t> products;  // by name, so that results do not depend on ids
    std::vector<const std::pair<const CellKey, PriceCell>*> cells;
    for (const auto& entry : cells_) {
        const auto& [key, cell] = entry;
        if (key.commodity != *commodity) continue;
        if (cell.quantity.sign() == 0 && cell.value.sign() == 0) continue;  // reversed
        if (auto problem = what_is_wrong(key, cell)) return *std::move(problem);
        cells.push_back(&entry);
        periods.emplace(key.begin, 0);
        products.emplace(name_of(key.item, chart_), 0);
    }
    std::vector<PanelPeriod> labels;
    for (auto& [begin, number] : periods) {
        number = static_cast<std::uint32_t>(labels.size());
        labels.push_back({.label = label_of(begin)});
    }
    std::uint32_t count = 0;
    for (auto& [name, number] : products) number = count++;
    std::vector<PricePanel::Item> items;
    for (const auto* entry : cells) {
        items.push_back({.period = periods.at(entry->first.begin),
                         .product = products.at(name_of(entry->first.item, chart_)),
                         .cell = entry->second});
    }
    return BookPrices{.panel = {std::move(labels), products.size(), items},
                      .commodity = *commodity,
                      .notes = notes(*commodity)};
}

}  // namespace

Result<BookPrices> book_prices(const EntrySource& source, const Query& query,
                               const BookPriceOptions& options) {
    assert(options.interval != Interval::none && "an index compares periods");
    Gathering gathering{source, query, options};
    gathering.gather();
    return gathering.finish();
}

}  // namespace cellbook
