#include "ledger/prices/geks.hpp"

#include <algorithm>
#include <cassert>
#include <optional>

namespace cellbook {

namespace {

/// The comparisons that windows share, each made once.
class Comparisons {
public:
    Comparisons(const LogIndex& log_index, std::size_t periods, std::size_t window)
        : log_index_{log_index}, window_{window}, made_(periods * window) {}

    /// Of a later period with an earlier one, less than a window apart.
    Result<Real> of(std::size_t earlier, std::size_t later) {
        auto& made = made_[earlier * window_ + (later - earlier)];
        if (!made) {
            auto index = log_index_(earlier, later);
            if (!index) return index;
            made = *index;
        }
        return *made;
    }

private:
    const LogIndex& log_index_;
    std::size_t window_;
    std::vector<std::optional<Real>> made_;
};

/// Each period's mean over the window of its comparisons with all: what GEKS indexes are the
/// differences of.
Result<std::vector<Real>> window_levels(Comparisons& comparisons, std::size_t first,
                                        std::size_t size) {
    std::vector<Real> levels(size, Real{0});
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = a + 1; b < size; ++b) {
            const auto index = comparisons.of(first + a, first + b);
            if (!index) return index.error();
            levels[b] += *index;
            levels[a] -= *index;
        }
    }
    for (Real& level : levels) level /= Real{size};
    return levels;
}

/// The change from the last period of `before` to that of `after`, which is a period later, told
/// by way of the period at `link` in `after`.
Real change_by(const std::vector<Real>& before, const std::vector<Real>& after, std::size_t link) {
    return after.back() - after[link] - (before.back() - before[link + 1]);
}

Real spliced_change(const std::vector<Real>& before, const std::vector<Real>& after,
                    Splice splice) {
    const std::size_t links = after.size() - 1;
    switch (splice) {
        case Splice::movement:
            return change_by(before, after, links - 1);
        case Splice::window:
            return change_by(before, after, 0);
        case Splice::half:
            return change_by(before, after, links / 2);
        case Splice::mean:
            break;
    }
    Real sum{0};
    for (std::size_t link = 0; link < links; ++link) sum += change_by(before, after, link);
    return sum / Real{links};
}

}  // namespace

Result<std::vector<Real>> log_geks(const LogIndex& log_index, const GeksOptions& options) {
    if (options.periods == 0) return std::vector<Real>{};
    const std::size_t size = std::min(options.window, options.periods);
    assert((size >= 2 || options.periods < 2) && "a window holds two periods");
    Comparisons comparisons{log_index, options.periods, size};
    auto levels = window_levels(comparisons, 0, size);
    if (!levels) return levels;
    std::vector<Real> logs;
    for (const Real& level : *levels) logs.push_back(level - levels->front());
    for (std::size_t first = 1; first + size <= options.periods; ++first) {
        auto next = window_levels(comparisons, first, size);
        if (!next) return next;
        logs.push_back(logs.back() + spliced_change(*levels, *next, options.splice));
        levels = std::move(next);
    }
    return logs;
}

}  // namespace cellbook
