#include "market/whatif/scenario_policy.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

#include "market/pricing/indicators.hpp"

namespace cellbook {

namespace {

using TargetKey = std::tuple<TargetKind, std::string, std::string>;

class PolicyMaker {
public:
    PolicyMaker(const Economy& economy, const PolicyOptions& options)
        : economy_{economy},
          baseline_{economy.baseline()},
          days_{options.days.begin ? options.days : economy.baseline().dates} {
        made_.policy.products.resize(baseline_.products.size());
        for (ProductPolicy& product : made_.policy.products) {
            product.market.limit_rule = options.limit_rule;
        }
    }

    std::optional<Diagnostic> add(const ShockTarget& target, const ShockPath& path);
    /// How a shock says that what is short is shared out.
    void ration(const ShockTarget& target);
    ScenarioPolicy finish() && { return std::move(made_); }

private:
    [[nodiscard]] ShockedValue averaged(const ShockPath& path, double level) const {
        return path.average(days_, level);
    }
    std::optional<Diagnostic> add_product(const ShockTarget& target, const ShockPath& path);
    std::optional<Diagnostic> add_sections(const ShockTarget& target, const ShockPath& path);
    std::optional<Diagnostic> add_section(const ShockTarget& target, const ShockPath& path,
                                          Place section, double share);
    std::optional<Diagnostic> add_whole(const ShockTarget& target, const ShockPath& path);
    void set_price(const ShockTarget& target, const ShockPath& path, Place product, double price);
    [[nodiscard]] std::optional<Diagnostic> refuse_free(const ShockTarget& target, Place product,
                                                        double price) const;
    std::optional<Diagnostic> set_rents(const ShockTarget& target, const ShockPath& path,
                                        Place section);
    /// The shocked level relative to the baseline's.
    Result<double> factor(const ShockTarget& target, const ShockPath& path, double level) const;
    /// What is set or added where the baseline has nothing.
    Result<double> from_nothing(const ShockTarget& target, const ShockPath& path) const;
    double bound(const ShockTarget& target, double value, double unbound, double share);
    void put(std::vector<double>& by_agent, Place section, double value) {
        if (by_agent.empty()) by_agent.assign(baseline_.agents.size(), 1.0);
        by_agent[section] *= value;
    }

    const Economy& economy_;
    const Baseline& baseline_;
    DateRange days_;
    ScenarioPolicy made_{};
};

Diagnostic unknown_name(const ShockTarget& target, std::string_view what, const std::string& name,
                        const std::vector<std::string>& known) {
    const auto nearest = nearest_names(name, known);
    std::string list;
    for (const std::string& each : known) list += (list.empty() ? "" : ", ") + each;
    return {.code = DiagnosticCode::shock_target_unknown,
            .explanation =
                fmt::format("`{}`: the baseline has no {} `{}`", to_string(target), what, name),
            .remedy = nearest.empty()
                          ? "It has: " + list + "."
                          : "Did you mean `" + nearest.front() + "`? It has: " + list + "."};
}

Diagnostic unusable(const ShockTarget& target, const std::string& why, const std::string& remedy) {
    return {.code = DiagnosticCode::shock_value_invalid,
            .explanation = fmt::format("`{}`: {}", to_string(target), why),
            .remedy = remedy};
}

Result<double> PolicyMaker::factor(const ShockTarget& target, const ShockPath& path,
                                   double level) const {
    // A level that the book does not say can be scaled all the same.
    const double base = level > 0 ? level : 1;
    const double shocked = averaged(path, base).level;
    if (level <= 0) {
        const double doubled = averaged(path, 2 * base).level;
        if (std::abs(doubled - 2 * shocked) > 1e-12 * std::abs(doubled)) {
            return unusable(target, "the book does not say what it is in the baseline",
                            "Scale it instead, as in `+20%`.");
        }
    }
    if (shocked < 0) {
        return unusable(target, fmt::format("it would fall from {:.6g} to {:.6g}", base, shocked),
                        "It can fall to zero at the lowest.");
    }
    return shocked / base;
}

Result<double> PolicyMaker::from_nothing(const ShockTarget& target, const ShockPath& path) const {
    const double level = averaged(path, 0).level;
    const double of_one = averaged(path, 1).level;
    if (level == 0 && of_one != 0 && of_one != 1) {
        return unusable(target, "there is none in the baseline that could be scaled",
                        "Set it instead, as in `tax.meal=10%`.");
    }
    return level;
}

double PolicyMaker::bound(const ShockTarget& target, double value, double unbound, double share) {
    if (share >= 1) return value;
    made_.notes.push_back(
        fmt::format("{} holds for {:.0f}% of the period: the bound is drawn "
                    "towards the baseline's by the days without it",
                    to_string(target), 100 * share));
    return share * value + (1 - share) * unbound;
}

void PolicyMaker::set_price(const ShockTarget& target, const ShockPath& path, Place product,
                            double price) {
    ProductPolicy& policy = made_.policy.products[product];
    const ShockedValue value = averaged(path, price);
    if (value.level != price) policy.price = value.level / price;
    if (value.ceiling) {
        policy.market.ceiling =
            bound(target, *value.ceiling, std::max(price, *value.ceiling), value.bound_share) /
            price;
    }
    if (value.floor) {
        policy.market.floor =
            bound(target, *value.floor, std::min(price, *value.floor), value.bound_share) / price;
    }
}

std::optional<Diagnostic> PolicyMaker::add_product(const ShockTarget& target,
                                                   const ShockPath& path) {
    const Place product = baseline_.find_product(target.product);
    if (product == nowhere) {
        std::vector<std::string> names;
        for (const Product& each : baseline_.products) names.push_back(each.name);
        return unknown_name(target, "product", target.product, names);
    }
    const double recorded = baseline_.products[product].price();
    const double price = recorded > 0 ? recorded : 1;
    MarketPolicy& market = made_.policy.products[product].market;
    const bool is_new = target.kind == TargetKind::tax || target.kind == TargetKind::unit_tax ||
                        target.kind == TargetKind::subsidy;
    const auto level = is_new ? from_nothing(target, path) : Result<double>{0.0};
    if (!level) return level.error();
    switch (target.kind) {
        case TargetKind::price:
            set_price(target, path, product, price);
            break;
        case TargetKind::tax:
            market.tax = *level;
            break;
        case TargetKind::unit_tax:
            market.unit_tax = *level / price;
            break;
        case TargetKind::subsidy:
            market.subsidy = *level / price;
            break;
        default: {
            const double sold = baseline_.products[product].sales;
            const ShockedValue value = averaged(path, sold / price);
            if (value.ceiling) {
                const double limit = *value.ceiling * price;
                market.limit = bound(target, limit, std::max(sold, limit), value.bound_share);
            }
        }
    }
    if (market.tax <= -1) {
        return unusable(target, "a tax of -100% or less leaves no price", "Use a subsidy.");
    }
    return refuse_free(target, product, price);
}

/// At no price, or below, no demand says how much is taken.
std::optional<Diagnostic> PolicyMaker::refuse_free(const ShockTarget& target, Place product,
                                                   double price) const {
    const ProductPolicy& policy = made_.policy.products[product];
    const MarketPolicy& market = policy.market;
    const double paid =
        (policy.price.value_or(1) + market.unit_tax) * (1 + market.tax) - market.subsidy;
    const double lowest = std::min(paid, market.ceiling.value_or(paid));
    if (lowest > 0) return std::nullopt;
    return unusable(target, fmt::format("buyers would pay {:.6g} a unit", lowest * price),
                    "What they pay has to stay above zero.");
}

/// A ceiling on rents cuts those above it; nobody's is raised to it.
std::optional<Diagnostic> PolicyMaker::set_rents(const ShockTarget& target, const ShockPath& path,
                                                 Place section) {
    const auto& rents = economy_.levels().rents[section];
    const double sum = std::accumulate(rents.begin(), rents.end(), 0.0);
    const double mean = rents.empty() ? 0 : sum / static_cast<double>(rents.size());
    const ShockedValue value = averaged(path, mean > 0 ? mean : 1);
    if ((value.ceiling || value.floor) && rents.empty()) {
        return unusable(target, "no lease in force on the last day says a rent",
                        "Register leases with their rates, or scale rents.");
    }
    const auto scaled = factor(target, path, mean);
    if (!scaled) return scaled.error();
    double after = 0;
    for (const double rent : rents) {
        double asked = rent * *scaled;
        if (value.ceiling) asked = std::min(asked, *value.ceiling);
        if (value.floor) asked = std::max(asked, *value.floor);
        after += value.bound_share < 1 && (value.ceiling || value.floor)
                     ? value.bound_share * asked + (1 - value.bound_share) * rent * *scaled
                     : asked;
    }
    put(made_.policy.rents, section, sum > 0 ? after / sum : *scaled);
    return std::nullopt;
}

std::optional<Diagnostic> PolicyMaker::add_section(const ShockTarget& target, const ShockPath& path,
                                                   Place section, double share) {
    const BaselineLevels& levels = economy_.levels();
    Policy& policy = made_.policy;
    switch (target.kind) {
        case TargetKind::rent:
            return set_rents(target, path, section);
        case TargetKind::new_cells:
        case TargetKind::closed_cells: {
            if (made_.new_cells.empty()) made_.new_cells.assign(baseline_.agents.size(), 0.0);
            const double count = averaged(path, 0).level * share;
            made_.new_cells[section] += target.kind == TargetKind::new_cells ? count : -count;
            made_.moves_cells = true;
            return std::nullopt;
        }
        default:
            break;
    }
    const double level = target.kind == TargetKind::dues        ? levels.dues[section]
                         : target.kind == TargetKind::entry_fee ? levels.entry[section]
                                                                : levels.people[section];
    const auto changed = factor(target, path, level);
    if (!changed) return changed.error();
    put(target.kind == TargetKind::dues        ? policy.dues
        : target.kind == TargetKind::entry_fee ? policy.entry
                                               : policy.people,
        section, *changed);
    made_.moves_cells = made_.moves_cells || target.kind == TargetKind::population;
    return std::nullopt;
}

std::optional<Diagnostic> PolicyMaker::add_sections(const ShockTarget& target,
                                                    const ShockPath& path) {
    const BaselineLevels& levels = economy_.levels();
    if (!target.section.empty()) {
        const Place section = economy_.find_section(target.section);
        if (section != nowhere) return add_section(target, path, section, 1);
        std::vector<std::string> names;
        for (const Place each : economy_.sections()) {
            names.push_back(short_name(baseline_.agents[each].name));
        }
        return unknown_name(target, "section", target.section, names);
    }
    if (target.kind == TargetKind::population) {
        // All people: every section in proportion.
        const double all = std::accumulate(levels.people.begin(), levels.people.end(), 0.0);
        const auto changed = factor(target, path, all);
        if (!changed) return changed.error();
        for (const Place section : economy_.sections()) {
            put(made_.policy.people, section, *changed);
        }
        made_.moves_cells = true;
        return std::nullopt;
    }
    const auto all_cells =
        static_cast<double>(std::accumulate(levels.cells.begin(), levels.cells.end(), 0UL));
    for (const Place section : economy_.sections()) {
        if (target.kind == TargetKind::rent && levels.rents[section].empty()) continue;
        const double share =
            all_cells > 0 ? static_cast<double>(levels.cells[section]) / all_cells : 0;
        if (auto problem = add_section(target, path, section, share)) return problem;
    }
    return std::nullopt;
}

std::optional<Diagnostic> PolicyMaker::add_whole(const ShockTarget& target, const ShockPath& path) {
    const BaselineLevels& levels = economy_.levels();
    Policy& policy = made_.policy;
    if (target.kind == TargetKind::cell_sale_tax) {
        if (levels.cell_sale_tax == 0) {
            const auto introduced = from_nothing(target, path);
            if (!introduced) return introduced.error();
        }
        const double tax = averaged(path, levels.cell_sale_tax).level;
        if (tax < 0 || tax >= 1) {
            return unusable(target, fmt::format("a tax of {:.6g} of the price", tax),
                            "Give a share from 0 to below 1, or a percentage: `30%`.");
        }
        policy.cell_sale_tax = tax;
        return std::nullopt;
    }
    struct Level {
        TargetKind kind;
        double base;
        double* to;
    };
    for (const Level& each :
         {Level{TargetKind::outside_cost, 1, &policy.outside_cost},
          Level{TargetKind::exchange_rate, levels.foreign_money.empty() ? 0 : levels.exchange_rate,
                &policy.exchange_rate},
          Level{TargetKind::family_income, levels.family_income, &policy.family_income},
          Level{TargetKind::allowance, levels.allowance, &policy.allowance}}) {
        if (each.kind != target.kind) continue;
        const auto changed = factor(target, path, each.base);
        if (!changed) return changed.error();
        *each.to = *changed;
    }
    return std::nullopt;
}

void PolicyMaker::ration(const ShockTarget& target) {
    if (target.kind == TargetKind::quantity) {
        const Place product = baseline_.find_product(target.product);
        made_.policy.products[product].market.limit_rule = LimitRule::ration;
    } else if (target.kind == TargetKind::rent) {
        made_.notes.push_back(to_string(target) +
                              ": tenants stay where they are and pay less; who would get a cell "
                              "that falls free is what `clear --ceiling` shows");
    }
}

std::optional<Diagnostic> PolicyMaker::add(const ShockTarget& target, const ShockPath& path) {
    switch (target.kind) {
        case TargetKind::price:
        case TargetKind::tax:
        case TargetKind::unit_tax:
        case TargetKind::subsidy:
        case TargetKind::quantity:
            return add_product(target, path);
        case TargetKind::rent:
        case TargetKind::entry_fee:
        case TargetKind::dues:
        case TargetKind::population:
        case TargetKind::new_cells:
        case TargetKind::closed_cells:
            return add_sections(target, path);
        default:
            return add_whole(target, path);
    }
}

}  // namespace

Result<ScenarioPolicy> scenario_policy(const Economy& economy, std::span<const DrawnShock> shocks,
                                       const PolicyOptions& options) {
    std::vector<ShockTarget> order;
    std::map<TargetKey, std::vector<DrawnShock>> by_target;
    for (const DrawnShock& shock : shocks) {
        const ShockTarget& target = shock.shock->target;
        auto& of_target = by_target[{target.kind, target.product, target.section}];
        if (of_target.empty()) order.push_back(target);
        of_target.push_back(shock);
    }
    PolicyMaker maker{economy, options};
    for (const ShockTarget& target : order) {
        const auto& shocks_of = by_target.at({target.kind, target.product, target.section});
        const ShockPath path{shocks_of};
        auto problem = maker.add(target, path);
        for (const DrawnShock& shock : shocks_of) {
            if (!problem && shock.shock->rationing) maker.ration(target);
        }
        if (!problem) continue;
        const TextPlace place = shocks_of.front().shock->place;
        problem->position = {.line = place.line, .column = place.column};
        return *std::move(problem);
    }
    return std::move(maker).finish();
}

}  // namespace cellbook
