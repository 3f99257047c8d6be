#include "cli/plot/plot_list.hpp"

#include <algorithm>

#include "cli/failure.hpp"
#include "cli/plot/pictures.hpp"
#include "cli/plot/table_file_picture.hpp"
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
