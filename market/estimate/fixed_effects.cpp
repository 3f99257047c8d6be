#include "market/estimate/fixed_effects.hpp"

#include <cassert>
#include <numeric>

namespace cellbook {

namespace {

constexpr int most_sweeps = 20000;
/// What a sweep may still change of a column's length.
constexpr double still = 1e-15;

/// Sets of groups that rows join.
std::size_t components(const RowGroups& first, const RowGroups& second) {
    std::vector<std::size_t> parent(first.count + second.count);
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t node) {
        while (parent[node] != node) node = parent[node] = parent[parent[node]];
        return node;
    };
    std::size_t apart = parent.size();
    for (std::size_t i = 0; i < first.of_row.size(); ++i) {
        const std::size_t a = root(first.of_row[i]);
        const std::size_t b = root(first.count + second.of_row[i]);
        if (a == b) continue;
        parent[a] = b;
        --apart;
    }
    return apart;
}

}  // namespace

Result<std::size_t> absorb(WideMatrix& x, const std::vector<RowGroups>& effects) {
    assert(effects.size() == 1 || effects.size() == 2);
    const Matrix begun = x.high;
    subtract_group_means(x, effects.front());
    if (effects.size() == 1) return effects.front().count;
    const RowGroups& first = effects.front();
    const RowGroups& second = effects.back();
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        const Matrix before = x.high;
        subtract_group_means(x, second);
        subtract_group_means(x, first);
        const Eigen::ArrayXd changes = (x.high - before).colwise().norm();
        const Eigen::ArrayXd lengths = begun.colwise().norm();
        if ((changes <= still * lengths).all()) {
            return first.count + second.count - components(first, second);
        }
    }
    return Diagnostic{.code = DiagnosticCode::not_converged,
                      .explanation = "the effects of `" + first.name + "` and `" + second.name +
                                     "` are not apart after " + std::to_string(most_sweeps) +
                                     " sweeps: hardly any row joins their groups",
                      .remedy = "Absorb one of them, and write the other as C(" + second.name +
                                ") in the formula."};
}

}  // namespace cellbook
