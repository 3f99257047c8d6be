#include "ledger/distribution/inequality_decomposition.hpp"

#include <algorithm>
#include <numeric>

namespace cellbook {

namespace {

struct Part {
    std::string name{};
    Distribution distribution;
};

/// A distribution a group, by name.
Result<std::vector<Part>> parts_of(const Observations& observations) {
    std::vector<std::vector<Observation>> members(observations.groups.size());
    for (const Observation& observation : observations.all) {
        if (observation.weight > 0) members[observation.group].push_back(observation);
    }
    std::vector<std::uint32_t> order(members.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t group) { return observations.groups[group]; });
    std::vector<Part> parts;
    for (const std::uint32_t group : order) {
        if (members[group].empty()) continue;
        auto distribution =
            Distribution::of(members[group], observations.value_scale, observations.weight_scale);
        if (!distribution) return std::move(distribution).error();
        parts.push_back({observations.groups[group], *std::move(distribution)});
    }
    return parts;
}

class Decomposing {
public:
    explicit Decomposing(const Distribution& all)
        : all_{all}, weight_{to_real(all.weight())}, total_{to_real(all.total())} {}

    InequalityGroup add(const Part& part, const InequalityOptions& options) {
        const Distribution& own = part.distribution;
        InequalityGroup group{.name = part.name,
                              .people = to_real(own.weight()) / weight_,
                              .measures = measure_inequality(own, options)};
        if (all_.total() > 0) {
            group.value = to_real(own.total()) / total_;
            add_logarithms(group, own);
            add_squares(own);
        }
        return group;
    }

    void put(InequalityDecomposition& made) const {
        if (all_.total() <= 0) return;
        made.ge_2 = {squares_within_, squares_between_};
        if (all_.negatives() > 0) return;
        made.theil_t = {t_within_, t_between_};
        if (all_.zeros() == 0) made.theil_l = {l_within_, l_between_};
    }

private:
    void add_logarithms(const InequalityGroup& group, const Distribution& own) {
        // A group without anything has no share of the sum, and so none of its logarithms.
        if (own.total() <= 0) return;
        const bool at_mean = to_integer(own.total()) * to_integer(all_.weight()) ==
                             to_integer(all_.total()) * to_integer(own.weight());
        const Real log_mean = at_mean ? Real{0} : log(*group.value / group.people);
        t_within_ += *group.value * group.measures.value("theil_t").value_or(0);
        t_between_ += *group.value * log_mean;
        l_within_ += group.people * group.measures.value("theil_l").value_or(0);
        l_between_ -= group.people * log_mean;
    }

    /// By the variance of the group, which is there even where its mean is not above zero.
    void add_squares(const Distribution& own) {
        const Integer weight = to_integer(own.weight());
        const Integer total = to_integer(own.total());
        Integer squares{};
        for (const auto& step : own.steps()) {
            squares += to_integer(step.value * step.weight) * to_integer(step.value);
        }
        const Integer all_weight = to_integer(all_.weight());
        const Integer all_total = to_integer(all_.total());
        const Integer by = 2 * weight * all_total * all_total;
        squares_within_ += quotient(all_weight * (weight * squares - total * total), by);
        squares_between_ +=
            quotient(all_weight * total * total, by) - quotient(weight, 2 * all_weight);
    }

    const Distribution& all_;
    Real weight_;
    Real total_;
    Real t_within_{};
    Real t_between_{};
    Real l_within_{};
    Real l_between_{};
    Real squares_within_{};
    Real squares_between_{};
};

}  // namespace

Result<InequalityDecomposition> decompose_inequality(const Observations& observations,
                                                     const InequalityOptions& options) {
    const auto all =
        Distribution::of(observations.all, observations.value_scale, observations.weight_scale);
    if (!all) return all.error();
    const auto parts = parts_of(observations);
    if (!parts) return parts.error();
    InequalityDecomposition made;
    Decomposing decomposing{*all};
    for (const Part& part : *parts) {
        made.groups.push_back(decomposing.add(part, options));
        if (made.groups.back().measures.cancelled)
            return InequalityDecomposition{.cancelled = true};
    }
    decomposing.put(made);
    return made;
}

}  // namespace cellbook
