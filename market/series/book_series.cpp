#include "market/series/book_series.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <set>

#include "ledger/prices/exact_sum.hpp"
#include "ledger/property/read_property.hpp"
#include "ledger/reading/journal_context.hpp"

namespace cellbook {

namespace {

struct Purchases {
    ExactSum spending{};
    ExactSum quantity{};
    std::int64_t count = 0;
};

struct RowKey {
    std::int32_t begin = 0;  ///< first day of the period
    std::string buyer{};
    friend auto operator<=>(const RowKey&, const RowKey&) = default;
};

struct SeriesRow {
    std::map<std::string, Purchases> bought{};
    std::array<std::int64_t, 4> standings{};  ///< transactions of each
};

class SeriesGathering {
public:
    SeriesGathering(const EntrySource& source, const Query& query, const BookSeriesOptions& options)
        : source_{source},
          chart_{source.chart()},
          query_{query},
          options_{options},
          property_{read_property(source)} {}

    std::optional<Diagnostic> choose_commodity();
    void gather();
    Result<BookSeries> finish();

private:
    [[nodiscard]] bool counts(const TransactionDraft& content) const;
    void add(const Transaction& transaction, int sign);
    void add_purchase(const TransactionDraft& content, int sign);
    void add_income(const TransactionDraft& content, int sign);
    [[nodiscard]] std::string buyer_of(PartyId party, Date day) const;
    [[nodiscard]] RowKey row_of(PartyId party, Date day) const {
        return {period_holding(day, options_.interval).begin.days, buyer_of(party, day)};
    }
    [[nodiscard]] DataFrame frame_of(const std::vector<std::string>& products) const;

    const EntrySource& source_;
    const Chart& chart_;
    const Query& query_;
    const BookSeriesOptions& options_;
    PropertyRegister property_;
    CommodityId commodity_{};
    std::map<RowKey, SeriesRow> rows_{};
    std::map<RowKey, ExactSum> incomes_{};
    std::map<std::pair<std::int32_t, std::string>, Purchases> wholes_{};  ///< of all buyers
    std::set<PartyId> buyers_{};
    std::vector<std::string> reversed_{};
};

bool SeriesGathering::counts(const TransactionDraft& content) const {
    return content.flow.quantity && content.flow.amount && content.flow.product.valid() &&
           content.flow.payer.valid() && !content.flow.cell.valid();
}

std::string SeriesGathering::buyer_of(PartyId party, Date day) const {
    const PartyId books = chart_.books_of(party);
    switch (options_.by) {
        case Buyers::all:
            return "all";
        case Buyers::party:
            return chart_[books].name;
        case Buyers::section:
            break;
    }
    const PartyId section = property_.section_on(books, day);
    return section ? chart_[section].name : "(none)";
}

std::optional<Diagnostic> SeriesGathering::choose_commodity() {
    std::map<std::string, std::int64_t> found;
    source_.for_each_transaction({.any_order = true, .ids = false}, [&](const auto& transaction) {
        if (!counts(*transaction) || transaction->reversal) return true;
        if (!query_.matches(transaction, chart_)) return true;
        ++found[chart_[transaction->flow.amount->commodity].symbol];
        buyers_.insert(chart_.books_of(transaction->flow.payer));
        return true;
    });
    if (options_.commodity) {
        commodity_ = chart_.find_commodity(*options_.commodity);
        if (found.contains(*options_.commodity)) return std::nullopt;
    } else if (found.size() == 1) {
        commodity_ = chart_.find_commodity(found.begin()->first);
        return std::nullopt;
    }
    if (found.empty() || options_.commodity) {
        return Diagnostic{
            .code = DiagnosticCode::series_missing,
            .explanation =
                "nothing that was bought says product and quantity" +
                (options_.commodity ? " and was paid in " + *options_.commodity : std::string{}) +
                ": there are no prices",
            .remedy = "Record `product:` and `quantity:` with what is sold, or widen the query."};
    }
    std::string list;
    for (const auto& [symbol, count] : found) {
        list += (list.empty() ? "" : ", ") + symbol + " in " + std::to_string(count);
    }
    return Diagnostic{.code = DiagnosticCode::index_commodities_several,
                      .explanation = "prices are in several commodities: " + list + " transactions",
                      .remedy = "Say which is meant, as in -c " + found.begin()->first + "."};
}

void SeriesGathering::gather() {
    const DateRange& dates = query_.dates();
    source_.for_each_transaction({.dates = {.begin = dates.begin, .end = {}}, .any_order = true},
                                 [&](const Transaction& transaction) {
                                     if (transaction->reversal) {
                                         reversed_.push_back(transaction->reversal->of_id);
                                     } else {
                                         add(transaction, 1);
                                     }
                                     return true;
                                 });
    for (const std::string& id : reversed_) {
        if (const auto transaction = source_.find_transaction(id)) add(*transaction, -1);
    }
}

void SeriesGathering::add(const Transaction& transaction, int sign) {
    const TransactionDraft& content = *transaction;
    if (!query_.covers(content.date)) return;
    // Incomes are whole: a query for one product does not narrow what its buyers earn.
    add_income(content, sign);
    if (!counts(content) || content.flow.amount->commodity != commodity_) return;
    if (query_.matches(transaction, chart_)) add_purchase(content, sign);
}

void SeriesGathering::add_purchase(const TransactionDraft& content, int sign) {
    const Flow& flow = content.flow;
    SeriesRow& row = rows_[row_of(flow.payer, content.date)];
    Purchases& bought = row.bought[chart_[flow.product]];
    bought.spending.add({Sum{flow.amount->minor} * sign, chart_[commodity_].scale});
    bought.quantity.add({flow.quantity->coefficient * sign, flow.quantity->scale});
    bought.count += sign;
    Purchases& whole = wholes_[{row_of(flow.payer, content.date).begin, chart_[flow.product]}];
    whole.spending.add({Sum{flow.amount->minor} * sign, chart_[commodity_].scale});
    whole.quantity.add({flow.quantity->coefficient * sign, flow.quantity->scale});
    row.standings.at(static_cast<std::size_t>(content.standings.weakest())) += sign;
}

void SeriesGathering::add_income(const TransactionDraft& content, int sign) {
    for (const Posting& posting : content.postings) {
        const Account& account = chart_[posting.account];
        if (account.account_class != AccountClass::income) continue;
        if (posting.amount.commodity != commodity_) continue;
        const PartyId books = chart_.books_of(account.party);
        const bool household = chart_.sector_of(books) == Sector::households;
        if (!household && !buyers_.contains(books)) continue;
        incomes_[row_of(books, content.date)].add(
            {Sum{posting.amount.minor} * -sign, chart_[commodity_].scale});
    }
}

Standing weakest_of(const SeriesRow& row) {
    std::size_t weakest = row.standings.size() - 1;
    while (weakest > 0 && row.standings.at(weakest) == 0) --weakest;
    return static_cast<Standing>(weakest);
}

/// Unit value; NaN where nothing was bought.
DoubleDouble ratio(const Real& spending, const Real& quantity) {
    if (!(spending > 0) || !(quantity > 0)) return {DataColumn::missing, 0};
    return to_double_double(spending / quantity);
}

void put(DataColumn& column, const DoubleDouble& value) {
    if (std::isnan(value.high)) {
        column.add_missing();
    } else {
        column.add(value);
    }
}

DataFrame SeriesGathering::frame_of(const std::vector<std::string>& products) const {
    DataFrame frame{.source = "the book"};
    DataColumn period{"period"};
    DataColumn buyer{"buyer"};
    DataColumn income{"income"};
    struct Columns {
        DataColumn price;
        DataColumn quantity;
        DataColumn spending;
        DataColumn elsewhere;
    };
    std::vector<Columns> columns;
    for (const std::string& product : products) {
        columns.push_back({DataColumn{"price_" + product}, DataColumn{"quantity_" + product},
                           DataColumn{"spending_" + product}, DataColumn{"elsewhere_" + product}});
    }
    for (const auto& [key, row] : rows_) {
        const bool any = std::ranges::any_of(
            row.bought, [](const auto& bought) { return bought.second.count > 0; });
        if (!any) continue;
        ++frame.rows;
        frame.standings.push_back(weakest_of(row));
        period.add(period_holding(Date{key.begin}, options_.interval).label, {}, {});
        buyer.add(key.buyer, {}, {});
        const auto earned = incomes_.find(key);
        put(income, earned != incomes_.end() && earned->second.sign() > 0
                        ? to_double_double(earned->second.to_real())
                        : DoubleDouble{DataColumn::missing, 0});
        for (std::size_t i = 0; i < products.size(); ++i) {
            const auto place = row.bought.find(products[i]);
            const Real spending =
                place == row.bought.end() ? Real{0} : place->second.spending.to_real();
            const Real quantity =
                place == row.bought.end() ? Real{0} : place->second.quantity.to_real();
            const bool is_bought = spending > 0 && quantity > 0;
            const DoubleDouble none{DataColumn::missing, 0};
            put(columns[i].price, ratio(spending, quantity));
            put(columns[i].quantity, is_bought ? to_double_double(quantity) : none);
            put(columns[i].spending, is_bought ? to_double_double(spending) : none);
            const auto whole = wholes_.find({key.begin, products[i]});
            put(columns[i].elsewhere, whole == wholes_.end()
                                          ? none
                                          : ratio(whole->second.spending.to_real() - spending,
                                                  whole->second.quantity.to_real() - quantity));
        }
    }
    frame.columns = {std::move(period), std::move(buyer), std::move(income)};
    for (Columns& of : columns) {
        for (DataColumn* column : {&of.price, &of.quantity, &of.spending, &of.elsewhere}) {
            frame.columns.push_back(std::move(*column));
        }
    }
    return frame;
}

Result<BookSeries> SeriesGathering::finish() {
    std::set<std::string> found;
    for (const auto& [key, row] : rows_) {
        for (const auto& [product, bought] : row.bought) {
            if (bought.count > 0) found.insert(product);
        }
    }
    BookSeries series{.products = {found.begin(), found.end()},
                      .commodity = chart_[commodity_].symbol};
    for (const std::string& wanted : options_.products) {
        if (found.contains(wanted)) continue;
        std::string list;
        for (const std::string& product : series.products) {
            list += (list.empty() ? "" : ", ") + product;
        }
        return Diagnostic{
            .code = DiagnosticCode::series_missing,
            .explanation = "no `" + wanted + "` was bought with its quantity said",
            .remedy = did_you_mean(wanted, series.products, "There are prices of: " + list + ".")};
    }
    if (!options_.products.empty()) series.products = options_.products;
    series.frame = frame_of(series.products);
    series.notes.push_back("prices in " + series.commodity +
                           ": unit values; rows: " + std::to_string(series.frame.rows) +
                           ", of which observed " + std::to_string(series.frame.observed_count()));
    return series;
}

}  // namespace

Result<BookSeries> book_series(const EntrySource& source, const Query& query,
                               const BookSeriesOptions& options) {
    assert(options.interval != Interval::none && "a series has periods");
    SeriesGathering gathering{source, query, options};
    if (auto fault = gathering.choose_commodity()) return *std::move(fault);
    gathering.gather();
    return gathering.finish();
}

}  // namespace cellbook
