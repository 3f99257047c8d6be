#include "ledger/prices/book_prices.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <numeric>
#include <tuple>
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

/// Numbers what is priced, in order of mention.
class Items {
public:
    std::uint32_t number_of(const TransactionDraft& content) {
        const WordId product = content.flow.product;
        const WordId cell = content.flow.cell;
        if (!product) return number_of_other({.kind = content.kind, .cell = cell});
        if (cell) return number_of_other({.product = product, .cell = cell});
        if (product.value >= of_product_.size()) of_product_.resize(product.value + 1U, none);
        std::uint32_t& number = of_product_[product.value];
        if (number == none) number = add({.product = product});
        return number;
    }
    [[nodiscard]] std::string name_of(std::uint32_t number, const Chart& chart) const {
        const Item& item = items_[number];
        std::string name = item.product ? chart[item.product]
                           : item.kind  ? chart[item.kind]
                                        : "(no kind)";
        if (item.cell) name += " " + chart[item.cell];
        return name;
    }

private:
    static constexpr std::uint32_t none = 0xffffffffU;

    std::uint32_t number_of_other(const Item& item) {
        const auto known = others_.find(item);
        return known != others_.end() ? known->second : others_[item] = add(item);
    }
    std::uint32_t add(const Item& item) {
        items_.push_back(item);
        return static_cast<std::uint32_t>(items_.size() - 1);
    }

    std::vector<Item> items_{};
    std::vector<std::uint32_t> of_product_{};  ///< by word: a look-up for each transaction
    std::map<Item, std::uint32_t> others_{};
};

struct CellKey {
    std::int32_t begin = 0;  ///< first day of the period
    std::uint32_t item = 0;
    CommodityId commodity{};
    friend bool operator==(const CellKey&, const CellKey&) = default;
};

struct CellKeyHash {
    std::size_t operator()(const CellKey& key) const {
        constexpr unsigned half = 32;
        std::uint64_t hash =
            std::uint64_t{key.item} << half | static_cast<std::uint32_t>(key.begin);
        hash = (hash ^ key.commodity.value) * 0x9e3779b97f4a7c15U;
        return hash ^ hash >> half;
    }
};

/// How the prices of one commodity are known.
struct Known {
    std::array<Sum, standing_count> values{};
    std::array<std::int64_t, standing_count> counts{};

    [[nodiscard]] std::int64_t count() const {
        return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    }
};

class Gathering {
public:
    Gathering(const EntrySource& source, const Query& query, const BookPriceOptions& options)
        : source_{source}, chart_{source.chart()}, query_{query}, options_{options} {}

    void gather();
    [[nodiscard]] Result<BookPrices> finish() const;

private:
    [[nodiscard]] bool matches(const Transaction& transaction) const;
    void add(const TransactionDraft& content, int sign);
    [[nodiscard]] std::int32_t begin_of(Date day);
    [[nodiscard]] Result<CommodityId> chosen() const;
    struct NamedCell {
        using Name = std::pair<std::string, std::uint32_t>;
        std::int32_t begin = 0;
        Name name{};
        const PriceCell* sums = nullptr;
    };
    [[nodiscard]] std::vector<NamedCell> cells_in(CommodityId commodity) const;
    [[nodiscard]] std::optional<Diagnostic> what_is_wrong(const NamedCell& cell) const;
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
    Items items_{};
    std::vector<Known> known_{};           ///< by commodity
    std::vector<std::string> reversed_{};  ///< ids of what was reversed: few
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
        if (!transaction->flow.quantity) return true;
        if (transaction->reversal) {
            reversed_.push_back(transaction->reversal->of_id);
        } else if (matches(transaction)) {
            add(*transaction, 1);
        }
        return true;
    });
    // A scan of flows alone may not be interrupted by a look-up.
    for (const std::string& id : reversed_) {
        const auto transaction = source_.find_transaction(id);
        if (transaction && matches(*transaction)) add(**transaction, -1);
    }
}

bool Gathering::matches(const Transaction& transaction) const {
    return flow_suffices_ ? query_.matches_flow(transaction, chart_)
                          : query_.matches(transaction, chart_);
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
    PriceCell& cell = cells_[{begin_of(content.date), items_.number_of(content), commodity}];
    cell.value.add({paid, chart_[commodity].scale});
    cell.quantity.add({flow.quantity->coefficient * sign, flow.quantity->scale});
    const Standing whole = content.standings.whole.value_or(Standing::observed);
    const auto standing = static_cast<std::size_t>(content.standings.price.value_or(whole));
    if (commodity.value >= known_.size()) known_.resize(commodity.value + std::size_t{1});
    Known& known = known_[commodity.value];
    known.values[standing] += paid;
    known.counts[standing] += sign;
}

Result<CommodityId> Gathering::chosen() const {
    std::vector<std::string> found;
    CommodityId last;
    for (std::uint32_t i = 0; i < known_.size(); ++i) {
        const std::string& symbol = chart_[CommodityId{i}].symbol;
        if (known_[i].count() == 0 || !query_.matches_commodity(CommodityId{i}, chart_)) continue;
        if (options_.commodity && symbol != *options_.commodity) continue;
        last = CommodityId{i};
        found.push_back(symbol + " in " + std::to_string(known_[i].count()));
    }
    if (found.size() == 1) return last;
    if (found.empty()) {
        return Diagnostic{
            .code = DiagnosticCode::prices_missing,
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

std::optional<Diagnostic> Gathering::what_is_wrong(const NamedCell& cell) const {
    const std::string label = label_of(cell.begin);
    const bool bought = cell.sums->quantity.sign() > 0;
    if (bought && cell.sums->value.sign() > 0) return std::nullopt;
    return Diagnostic{
        .code = bought ? DiagnosticCode::price_not_positive : DiagnosticCode::quantity_not_positive,
        .explanation = (bought ? "what was paid for " : "the quantities of ") + cell.name.first +
                       " in " + label + (bought ? " comes" : " come") + " to zero or less",
        .remedy = "See `print -p " + label + "`, and leave such transactions out by the query."};
}

std::vector<std::string> Gathering::notes(CommodityId commodity) const {
    const Known& known = known_[commodity.value];
    const Sum value = std::accumulate(known.values.begin(), known.values.end(), Sum{0});
    std::string shares;
    for (std::size_t i = 0; i < standing_count; ++i) {
        if (known.counts[i] == 0) continue;
        shares += (shares.empty() ? "" : ", ") + std::string{to_string(static_cast<Standing>(i))} +
                  " " + to_string(percentage(known.values[i], value)) + "%";
    }
    std::vector<std::string> notes{"prices in " + chart_[commodity].symbol + ": unit values of " +
                                   std::to_string(known.count()) +
                                   " transactions; of their value, prices are " + shares};
    if (without_amount_ > 0) {
        notes.push_back(std::to_string(without_amount_) +
                        " transactions with a quantity are left out: no one amount was paid");
    }
    return notes;
}

/// Cells of one commodity that reversals have not emptied, by period, then name of what is priced.
std::vector<Gathering::NamedCell> Gathering::cells_in(CommodityId commodity) const {
    std::vector<NamedCell> cells;
    for (const auto& [key, cell] : cells_) {
        if (key.commodity != commodity) continue;
        if (cell.quantity.sign() == 0 && cell.value.sign() == 0) continue;
        // Two things may have one name: a product, and a kind without one.
        cells.push_back({key.begin, {items_.name_of(key.item, chart_), key.item}, &cell});
    }
    std::ranges::sort(cells, {},
                      [](const NamedCell& cell) { return std::tie(cell.begin, cell.name); });
    return cells;
}

Result<BookPrices> Gathering::finish() const {
    const auto commodity = chosen();
    if (!commodity) return commodity.error();
    const auto cells = cells_in(*commodity);
    // Products are numbered by name, so that results do not depend on what came first.
    std::map<NamedCell::Name, std::uint32_t> products;
    for (const NamedCell& cell : cells) {
        if (auto problem = what_is_wrong(cell)) return *std::move(problem);
        products.emplace(cell.name, 0);
    }
    std::uint32_t count = 0;
    for (auto& [name, number] : products) number = count++;
    std::vector<PanelPeriod> periods;
    std::vector<PricePanel::Item> items;
    for (const NamedCell& cell : cells) {
        std::string label = label_of(cell.begin);
        if (periods.empty() || periods.back().label != label) {
            periods.push_back({.label = std::move(label)});
        }
        items.push_back({.period = static_cast<std::uint32_t>(periods.size() - 1),
                         .product = products.at(cell.name),
                         .cell = *cell.sums});
    }
    return BookPrices{.panel = {std::move(periods), products.size(), items, options_.needs},
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
