#include "ledger/prices/price_index.hpp"

#include <algorithm>

#include "ledger/prices/geks.hpp"

namespace cellbook {

namespace {

/// How many products were compared, and how many of them only one period had.
struct MatchCount {
    std::size_t pairs = 0;
    std::size_t unmatched = 0;
};

Diagnostic nothing_in_common(const PricePanel& panel, std::size_t base, std::size_t current) {
    const PanelPeriod& a = panel.periods()[base];
    const PanelPeriod& b = panel.periods()[current];
    return Diagnostic{.code = DiagnosticCode::index_nothing_in_common,
                      .explanation = "period " + b.label +
                                     " has no product in common with period " + a.label +
                                     ", with which it is compared",
                      .remedy =
                          "Take longer periods, wider products, another --base, or a chained "
                          "index, which compares neighbours alone."}
        .at(b.position, b.excerpt);
}

/// Compares periods of a panel by one method, counting what finds no match.
class Comparing {
public:
    Comparing(const PricePanel& panel, IndexFormula formula) : panel_{panel}, formula_{formula} {}

    Result<Real> index(std::size_t base, std::size_t current) {
        const auto pairs = matched(panel_.of(base), panel_.of(current));
        if (pairs.empty()) return nothing_in_common(panel_, base, current);
        if (base != current) {
            const std::size_t either =
                panel_.of(base).size() + panel_.of(current).size() - pairs.size();
            count_.pairs += either;
            count_.unmatched += either - pairs.size();
        }
        return index_of(formula_, pairs);
    }
    [[nodiscard]] const MatchCount& count() const { return count_; }

private:
    const PricePanel& panel_;
    IndexFormula formula_;
    MatchCount count_{};
};

using Values = Result<std::vector<Real>>;

Values fixed_base(Comparing& comparing, std::size_t periods, std::size_t base) {
    std::vector<Real> values;
    for (std::size_t period = 0; period < periods; ++period) {
        const auto index = period == base ? Result{Real{1}} : comparing.index(base, period);
        if (!index) return index.error();
        values.push_back(*index);
    }
    return values;
}

/// Sets the base to 1.
std::vector<Real> rebased(std::vector<Real> values, std::size_t base) {
    const Real level = values[base];
    for (Real& value : values) value /= level;
    return values;
}

Values chained(Comparing& comparing, std::size_t periods, std::size_t base) {
    std::vector<Real> values{Real{1}};
    for (std::size_t period = 1; period < periods; ++period) {
        const auto link = comparing.index(period - 1, period);
        if (!link) return link.error();
        values.push_back(values.back() * *link);
    }
    return rebased(std::move(values), base);
}

Values geks(Comparing& comparing, std::size_t base, const GeksOptions& options) {
    const LogIndex log_index = [&](std::size_t from, std::size_t to) -> Result<Real> {
        auto index = comparing.index(from, to);
        if (index) index = Real{log(*index)};
        return index;
    };
    auto logs = log_geks(log_index, options);
    if (!logs) return logs;
    std::vector<Real> values;
    for (const Real& value : *logs) values.push_back(exp(value - (*logs)[base]));
    return values;
}

Result<std::size_t> base_of(const PricePanel& panel, const std::optional<std::string>& base) {
    if (!base) return std::size_t{0};
    const auto& periods = panel.periods();
    const auto found = std::ranges::find(periods, *base, &PanelPeriod::label);
    if (found != periods.end()) return static_cast<std::size_t>(found - periods.begin());
    std::vector<std::string> labels;
    for (const auto& period : periods) labels.push_back(period.label);
    const auto near = nearest_names(*base, labels, 1);
    return Diagnostic{
        .code = DiagnosticCode::index_base_unknown,
        .explanation = "there is no period `" + *base + "` to be the base",
        .remedy = (near.empty() ? "" : "Did you mean " + near.front() + "? ") +
                  ("The periods reach from " + labels.front() + " to " + labels.back() + ".")};
}

std::string match_note(IndexScheme scheme, const MatchCount& count) {
    std::string what = "each period with the base: ";
    if (scheme == IndexScheme::chained) what = "each period with the one before: ";
    if (scheme == IndexScheme::geks) what = "each period with every other: ";
    return what + std::to_string(count.unmatched) + " of " + std::to_string(count.pairs) +
           " pairs of prices are unmatched, of products new or gone, and left out";
}

Values values_of(Comparing& comparing, IndexScheme scheme, std::size_t base,
                 const GeksOptions& options) {
    switch (scheme) {
        case IndexScheme::fixed_base:
            return fixed_base(comparing, options.periods, base);
        case IndexScheme::chained:
            return chained(comparing, options.periods, base);
        case IndexScheme::geks:
            break;
    }
    return geks(comparing, base, options);
}

}  // namespace

Result<PriceIndexes> price_indexes(const PricePanel& panel, const IndexOptions& options) {
    PriceIndexes indexes;
    const std::size_t periods = panel.periods().size();
    if (options.window && *options.window < 2) {
        return Diagnostic{.code = DiagnosticCode::index_option_invalid,
                          .explanation = "a window of " + std::to_string(*options.window) +
                                         " periods compares nothing",
                          .remedy = "Give it two periods or more; 13 months span a year."};
    }
    if (periods == 0) return indexes;
    const auto base = base_of(panel, options.base);
    if (!base) return base.error();
    indexes.base = *base;
    const GeksOptions window{.periods = periods,
                             .window = options.window.value_or(std::max<std::size_t>(periods, 2)),
                             .splice = options.splice};
    for (const IndexMethod& method : options.methods) {
        Comparing comparing{panel, method.formula};
        auto values = values_of(comparing, method.scheme, *base, window);
        if (!values) return values.error();
        indexes.series.push_back({method, *std::move(values)});
        if (comparing.count().unmatched == 0) continue;
        std::string note = match_note(method.scheme, comparing.count());
        if (std::ranges::find(indexes.notes, note) == indexes.notes.end()) {
            indexes.notes.push_back(std::move(note));
        }
    }
    return indexes;
}

}  // namespace cellbook
