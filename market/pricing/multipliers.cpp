#include "market/pricing/multipliers.hpp"

#include <Eigen/LU>
#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "market/pricing/indicators.hpp"

namespace cellbook {

namespace {

constexpr std::size_t group_count = 3;

/// The group of an agent in the circle; `group_count`: it is outside.
std::size_t group_of(const Agent& agent) {
    switch (agent.sector) {
        case Sector::households:
        case Sector::unclassified:
            return 0;
        case Sector::businesses:
            return 1;
        case Sector::sections:
            return 2;
        default:
            return group_count;
    }
}

std::string name_of(std::size_t group, const std::string& section) {
    constexpr std::array<std::string_view, group_count> names{"households", "businesses",
                                                              "section"};
    return fmt::format("{} {}", names[group], section);
}

/// Accounts in the order of groups, then names; and each agent's account.
struct Accounts {
    std::map<std::pair<std::size_t, std::string>, std::size_t> places{};
    std::vector<std::size_t> of_agent{};
};

Accounts place_accounts(const Baseline& baseline) {
    Accounts accounts;
    std::vector<std::pair<std::size_t, std::string>> keys;
    for (Place place = 0; place < baseline.agents.size(); ++place) {
        const Agent& agent = baseline.agents[place];
        const std::size_t group = group_of(agent);
        const Place section = group == 2 ? place : agent.section;
        keys.emplace_back(group, section == nowhere ? std::string{"(none)"}
                                                    : short_name(baseline.agents[section].name));
        if (group < group_count) accounts.places[keys.back()] = 0;
    }
    std::size_t next = 0;
    for (auto& [key, place] : accounts.places) place = next++;
    for (const auto& key : keys) {
        accounts.of_agent.push_back(key.first < group_count ? accounts.places.at(key)
                                                            : accounts.places.size());
    }
    return accounts;
}

}  // namespace

Result<Multipliers> multipliers(const Baseline& baseline) {
    const Accounts accounts = place_accounts(baseline);
    const auto count = static_cast<Eigen::Index>(accounts.places.size());
    Matrix flows = Matrix::Zero(count, count);
    Vector receipts = Vector::Zero(count);
    for (const Payment& payment : baseline.payments) {
        if (payment.in_kind || payment.behaviour == Behaviour::capital) continue;
        const auto payer = static_cast<Eigen::Index>(accounts.of_agent[payment.payer]);
        const auto payee = static_cast<Eigen::Index>(accounts.of_agent[payment.payee]);
        if (payee < count) receipts(payee) += payment.amount;
        if (payer < count && payee < count) flows(payee, payer) += payment.amount;
    }
    if (count == 0 || receipts.sum() <= 0) {
        return Diagnostic{.code = DiagnosticCode::baseline_empty,
                          .explanation = "no household, business or section takes anything in",
                          .remedy =
                              "Multipliers need payments between parties; choose another "
                              "period."};
    }
    Multipliers found;
    for (const auto& [key, place] : accounts.places) {
        found.accounts.push_back(name_of(key.first, key.second));
        found.groups.push_back(key.first);
    }
    found.shares = Matrix::Zero(count, count);
    Matrix within = Matrix::Zero(count, count);
    for (Eigen::Index column = 0; column < count; ++column) {
        // Who takes nothing in pays out of what it had: no income, no propensity.
        if (receipts(column) > 0) found.shares.col(column) = flows.col(column) / receipts(column);
        found.leakages.push_back(1 - found.shares.col(column).sum());
        for (Eigen::Index row = 0; row < count; ++row) {
            const bool same = found.groups[static_cast<std::size_t>(row)] ==
                              found.groups[static_cast<std::size_t>(column)];
            if (same) within(row, column) = found.shares(row, column);
        }
    }
    const Matrix identity = Matrix::Identity(count, count);
    found.total = (identity - found.shares).partialPivLu().inverse();
    found.own = (identity - within).partialPivLu().inverse();
    const Matrix across = found.own * (found.shares - within);
    found.open_loop = identity + across + across * across;
    found.closed_loop = (identity - across * across * across).partialPivLu().inverse();
    return found;
}

Table multiplier_table(const Multipliers& multipliers, const Baseline& baseline) {
    constexpr unsigned decimals = 4;
    using Align = Column::Align;
    Table table{.name = "multipliers",
                .title = "Multipliers of the circle of income, " + baseline.period,
                .columns = {{"injection_into", "Injection into"},
                            {"account", "Account"},
                            {"total", "Total", Align::right},
                            {"injection", "Injection", Align::right},
                            {"transfers", "Transfers", Align::right},
                            {"open_loop", "Open loop", Align::right},
                            {"closed_loop", "Closed loop", Align::right}}};
    const auto count = static_cast<Eigen::Index>(multipliers.accounts.size());
    const Matrix identity = Matrix::Identity(count, count);
    const Matrix transfers = multipliers.own - identity;
    const Matrix open = (multipliers.open_loop - identity) * multipliers.own;
    const Matrix closed =
        (multipliers.closed_loop - identity) * multipliers.open_loop * multipliers.own;
    for (Eigen::Index column = 0; column < count; ++column) {
        for (Eigen::Index row = 0; row < count; ++row) {
            Row line;
            line.cells.emplace_back(multipliers.accounts[static_cast<std::size_t>(column)]);
            line.cells.emplace_back(multipliers.accounts[static_cast<std::size_t>(row)]);
            for (const double part :
                 {multipliers.total(row, column), identity(row, column), transfers(row, column),
                  open(row, column), closed(row, column)}) {
                line.cells.push_back(table_value(part, decimals));
            }
            table.rows.push_back(std::move(line));
        }
    }
    table.notes.emplace_back(
        "one unit of money more from outside into the first account raises what the second takes "
        "in by "
        "the total, prices fixed, at average propensities");
    return table;
}

}  // namespace cellbook
