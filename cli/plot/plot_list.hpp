/// What `plot` can draw: one list, an entry a picture.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/environment.hpp"
#include "cli/period_options.hpp"
#include "cli/plot/picture.hpp"
#include "cli/report_options.hpp"
#include "ledger/entry_source.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook::cli {

/// Every flag that says what is drawn; a picture looks at those it knows.
struct PlotFlags {
    ReportOptions report{};
    PeriodOptions periods{};
    ValuationFlags valuation{};
    std::optional<unsigned> depth{};
    std::optional<std::string> pivot{};
    bool invert = false;
    // plot rents, occupancy
    std::optional<std::string> on{};
    bool per_place = false;
    // plot index
    std::vector<std::string> methods{};
    std::optional<std::string> base{};
    std::optional<std::string> commodity{};
    // plot lorenz
    std::optional<std::string> of{};
    std::optional<std::string> scale{};
    std::optional<std::string> weight{};
    // plot table; plot lorenz --by section
    std::optional<std::string> x{};
    std::optional<std::string> y{};
    std::optional<std::string> by{};
    std::optional<std::string> mark{};
};

/// A book, and what is asked of it.
struct PlotQuestion {
    const EntrySource& source;
    const Query& query;
    const PlotFlags& flags;
    Date today{};
};

/// An entry of the list. One of a book says `table` and `draw`; another makes its picture, source
/// line included, by itself.
struct PlotKind {
    std::string name;
    std::string summary;
    std::function<Table(const PlotQuestion&)> table{};
    std::function<Picture(const Table&, const PlotFlags&)> draw{};
    std::function<Picture(const PlotFlags&, const Environment&)> make{};
};

/// In the order of help.
const std::vector<PlotKind>& plot_kinds();
/// Throws UsageError, with the nearest name.
const PlotKind& find_plot_kind(const std::string& name);

}  // namespace cellbook::cli
