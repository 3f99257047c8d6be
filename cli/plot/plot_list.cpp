#include "cli/plot/plot_list.hpp"

#include <algorithm>

#include "cli/distribution_options.hpp"
#include "cli/failure.hpp"
#include "cli/plot/pictures.hpp"
#include "cli/plot/table_file_picture.hpp"
#include "ledger/distribution/inequality.hpp"
#include "ledger/housing/occupancy.hpp"
#include "ledger/housing/rents.hpp"
#include "ledger/prices/book_prices.hpp"
#include "ledger/prices/index_table.hpp"
#include "ledger/query/period.hpp"
#include "ledger/statements/balance.hpp"

namespace cellbook::cli {

namespace {

Table balance_table(const PlotQuestion& question, bool historical) {
    const PlotFlags& flags = question.flags;
    BalanceOptions options{.columns = columns_of(flags.periods, historical),
                           .depth = flags.depth,
                           .pivot = flags.pivot};
    if (options.columns.interval == Interval::none) options.columns.interval = Interval::month;
    options.columns.valuation = valuation_of(flags.valuation, question.today);
    return balance(question.source, question.query, options);
}

Table stands(const PlotQuestion& question) {
    return balance_table(question, true);
}

Table changes(const PlotQuestion& question) {
    return balance_table(question, false);
}

/// The words of the query, which say best what is shown.
Picture titled(Picture picture, const PlotFlags& flags) {
    std::string words;
    for (const auto& term : flags.report.terms) words += ' ' + term;
    if (!words.empty()) picture.title += ':' + words;
    return flags.invert ? inverted(std::move(picture)) : picture;
}

PropertyScope scope_of(const PlotQuestion& question) {
    PropertyScope scope;
    for (const std::string& word : question.flags.report.terms) {
        scope.words.push_back(value_or_usage_error(Pattern::compile(word)));
    }
    if (question.flags.on) {
        scope.on = value_or_usage_error(parse_period_start(*question.flags.on, question.today));
    }
    return scope;
}

Table rents_table(const PlotQuestion& question) {
    return value_or_fail(rents(
        question.source, {.scope = scope_of(question), .per_place = question.flags.per_place}));
}

Table occupancy_table(const PlotQuestion& question) {
    return value_or_fail(occupancy(question.source, {.scope = scope_of(question)}));
}

Table lorenz_table(const PlotQuestion& question) {
    const PlotFlags& flags = question.flags;
    const DistributionFlags asked{.report = flags.report,
                                  .valuation = flags.valuation,
                                  .of = flags.of,
                                  .scale = flags.scale,
                                  .by = flags.by,
                                  .weight = flags.weight};
    const Observed observed =
        observe_book(question.source, question.query, asked, "Lorenz curve", question.today);
    constexpr unsigned points = 100;
    return value_or_fail(lorenz(observed.observations, {.points = points}, observed.heading));
}

Table indexes_table(const PlotQuestion& question) {
    const PlotFlags& flags = question.flags;
    const auto names = flags.methods.empty() ? std::vector<std::string>{"fisher"} : flags.methods;
    const IndexOptions options{
        .methods = value_or_usage_error(parse_index_methods({.names = names})), .base = flags.base};
    BookPriceOptions how{.interval = columns_of(flags.periods, false).interval,
                         .commodity = flags.commodity};
    if (how.interval == Interval::none) how.interval = Interval::month;
    const BookPrices prices = value_or_fail(book_prices(question.source, question.query, how));
    Table table = index_table(prices.panel, value_or_fail(price_indexes(prices.panel, options)));
    table.notes.insert(table.notes.begin(), prices.notes.begin(), prices.notes.end());
    return table;
}

template <Picture (*draw)(const Table&)>
Picture drawn(const Table& table, const PlotFlags& /*flags*/) {
    return draw(table);
}

Picture draw_balances(const Table& table, const PlotFlags& flags) {
    return titled(balance_picture(table), flags);
}

Picture draw_flows(const Table& table, const PlotFlags& flags) {
    return titled(flow_picture(table), flags);
}

}  // namespace

const std::vector<PlotKind>& plot_kinds() {
    static const std::vector<PlotKind> all{
        {.name = "balance",
         .summary = "what accounts stand at over time: QUERY, -M, --depth, -X",
         .table = stands,
         .draw = draw_balances},
        {.name = "flow",
         .summary = "how much they change in each period: the same",
         .table = changes,
         .draw = draw_flows},
        {.name = "index",
         .summary = "price indexes: QUERY, -M, --method, --base, -c",
         .table = indexes_table,
         .draw = drawn<index_picture>},
        {.name = "lorenz",
         .summary = "who has how much: --of income, QUERY, --scale, --by section",
         .table = lorenz_table,
         .draw = drawn<lorenz_picture>},
        {.name = "rents",
         .summary = "boxes of rents by section and grade: NAME, --on",
         .table = rents_table,
         .draw = drawn<rents_picture>},
        {.name = "occupancy",
         .summary = "people and places by section: NAME, --on",
         .table = occupancy_table,
         .draw = drawn<occupancy_picture>},
        {.name = "table",
         .summary = "a csv: FILE --x COLUMN --y COLUMN, --by COLUMN, --mark",
         .make = table_file_picture},
    };
    return all;
}

const PlotKind& find_plot_kind(const std::string& name) {
    const auto found = std::ranges::find(plot_kinds(), name, &PlotKind::name);
    if (found != plot_kinds().end()) return *found;
    std::vector<std::string> known;
    std::string all;
    for (const auto& kind : plot_kinds()) {
        known.push_back(kind.name);
        all += (all.empty() ? "" : ", ") + kind.name;
    }
    const auto near = nearest_names(name, known, 1);
    throw UsageError{"no such picture: " + name,
                     near.empty() ? "there are " + all : "did you mean " + near.front() + "?"};
}

}  // namespace cellbook::cli
