#include "cli/real_options.hpp"

#include "cli/failure.hpp"
#include "ledger/prices/book_prices.hpp"
#include "ledger/prices/deflation.hpp"
#include "ledger/prices/price_series.hpp"

namespace cellbook::cli {

namespace {

/// A series, and the currency it is of where it says one.
struct Prices {
    PriceSeries series{};
    CommodityId currency{};
    std::vector<std::string> notes{};
};

bool names_a_file(const std::string& series) {
    return series.ends_with(".csv") || series.find('/') != std::string::npos;
}

Prices prices_of_file(const std::string& path) {
    DiskFiles files;
    PriceSeriesFile file = read_price_series(files, path);
    if (!file.ok()) throw InputError{std::move(file.problems.kept), file.problems.count};
    return {.series = std::move(file.series)};
}

/// Months, unless the report's columns are longer.
Interval interval_of(Interval columns) {
    const bool longer = columns == Interval::quarter || columns == Interval::year;
    return longer ? columns : Interval::month;
}

Prices prices_of_book(const std::string& method, const EntrySource& source, Interval columns,
                      const std::optional<std::string>& currency) {
    const std::vector<std::string> names{method};
    const auto methods = parse_index_methods({.names = names});
    if (!methods || methods->size() != 1) {
        throw UsageError{"--real takes an index method or a file of a series: " + method,
                         "as in --real fisher, or --real cpi.csv with columns period,value"};
    }
    const BookPriceOptions how{.interval = interval_of(columns), .commodity = currency};
    BookPrices prices = value_or_fail(book_prices(source, Query{}, how));
    const PriceIndexes indexes = value_or_fail(price_indexes(prices.panel, {.methods = *methods}));
    prices.notes.insert(prices.notes.end(), indexes.notes.begin(), indexes.notes.end());
    return {.series = series_of(prices.panel, indexes.series.front()),
            .currency = prices.commodity,
            .notes = std::move(prices.notes)};
}

/// The one commodity that the books name, if they name one alone.
CommodityId only_commodity(const Chart& chart) {
    CommodityId only;
    for (std::uint32_t i = 0; i < chart.commodity_count(); ++i) {
        if (chart[CommodityId{i}].symbol.empty()) continue;
        if (only) return {};
        only = CommodityId{i};
    }
    return only;
}

CommodityId currency_of(const Prices& prices, const EntrySource& source,
                        const std::optional<std::string>& named) {
    if (prices.currency) return prices.currency;
    const Chart& chart = source.chart();
    const CommodityId currency = named ? chart.find_commodity(*named) : only_commodity(chart);
    if (currency) return currency;
    throw UsageError{"--real does not know which currency the series is of",
                     "name one of the book's by -X, as in -X BOB"};
}

}  // namespace

void add_real_options(Arguments& arguments, RealFlags& flags) {
    arguments.group("Real terms");
    arguments.value("--real", flags.series, "SERIES",
                    "At prices of a base period: an index method, or FILE of period,value");
    arguments.value("--real-base", flags.base, "PERIOD",
                    "That period; else the one in which the book begins");
}

void RealTerms::add_notes(std::vector<std::string>& to) const {
    to.insert(to.end(), notes.begin(), notes.end());
}

RealTerms real_terms_of(const RealFlags& flags, const ValuationFlags& valuation,
                        std::shared_ptr<const EntrySource> source, const RealContext& context) {
    if (!flags.series) {
        if (flags.base) throw UsageError{"--real-base is the base of --real", "add --real SERIES"};
        return {.source = std::move(source), .valuation = valuation_of(valuation, context.today)};
    }
    if (valuation.market || valuation.value) {
        throw UsageError{"--real says itself whose prices amounts take",
                         "leave out -V and --value; -X says the currency"};
    }
    const auto& named = valuation.exchange;
    Prices prices = names_a_file(*flags.series)
                        ? prices_of_file(*flags.series)
                        : prices_of_book(*flags.series, *source, context.interval, named);
    const CommodityId currency = currency_of(prices, *source, named);
    const auto deflated = value_or_fail(DeflatedSource::make(
        std::move(source), prices.series, {.currency = currency, .base = flags.base}));
    using enum ValuationOptions::When;
    const ValuationOptions at_base{.when = context.historical ? end : then,
                                   .currency = deflated->symbol(),
                                   .show_prices = valuation.show_prices};
    RealTerms real{.source = deflated, .valuation = at_base, .notes = std::move(prices.notes)};
    real.notes.insert(real.notes.begin(),
                      "real terms: " + deflated->symbol() + " by " + *flags.series);
    real.notes.insert(real.notes.end(), deflated->notes().begin(), deflated->notes().end());
    return real;
}

}  // namespace cellbook::cli
