#include "market/whatif/rent_clearing.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "ledger/property/read_property.hpp"
#include "market/assignment/book_market.hpp"
#include "market/assignment/clearing.hpp"
#include "market/pricing/policy.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

namespace {

/// Rows or columns of a game, by the section they belong to.
struct Members {
    std::map<Place, std::vector<std::size_t>> of_section{};
    std::vector<Place> section{};
};

/// A household or cell of the new game, and which of the old one it is like.
struct Copy {
    std::size_t of = 0;
    std::size_t number = 0;  ///< 0: itself
};

/// As many of each section as wanted, in the old order with copies behind.
std::vector<Copy> resized(const Members& members, const std::map<Place, std::size_t>& wanted,
                          Seed seed, std::string_view purpose) {
    std::vector<Copy> kept;
    std::vector<Copy> added;
    for (std::size_t i = 0; i < members.section.size(); ++i) {
        if (!wanted.contains(members.section[i])) kept.push_back({.of = i});
    }
    for (const auto& [section, count] : wanted) {
        auto found = members.of_section.find(section);
        if (found == members.of_section.end()) continue;
        std::vector<std::size_t> there = found->second;
        if (count < there.size()) {
            RandomStream stream{seed, purpose, Replica{section}};
            stream.shuffle(std::span{there});
            there.resize(count);
            std::ranges::sort(there);
        }
        for (const std::size_t each : there) kept.push_back({.of = each});
        for (std::size_t extra = there.size(); extra < count; ++extra) {
            added.push_back({.of = there[extra % there.size()], .number = extra / there.size()});
        }
    }
    std::ranges::sort(kept, {}, &Copy::of);
    kept.insert(kept.end(), added.begin(), added.end());
    return kept;
}

std::string copy_name(const std::string& name, const Copy& copy) {
    return copy.number == 0 ? name : fmt::format("{}+{}", name, copy.number);
}

AssignmentGame resized_game(const AssignmentGame& game, const std::vector<Copy>& households,
                            const std::vector<Copy>& cells) {
    AssignmentGame made{.scale = game.scale};
    for (const Copy& cell : cells) {
        made.cells.push_back(copy_name(game.cells[cell.of], cell));
        made.reserves.push_back(game.reserves[cell.of]);
    }
    for (const Copy& household : households) {
        made.households.push_back(copy_name(game.households[household.of], household));
        const auto row = game.row(household.of);
        for (const Copy& cell : cells) made.values.push_back(row[cell.of]);
    }
    return made;
}

/// The mean lowest rent of each section's cells.
std::vector<double> mean_rents(const AssignmentGame& game, const Clearing& clearing,
                               const std::vector<Place>& section_of_cell, std::size_t agents) {
    std::vector<Sum> sums(agents, 0);
    std::vector<double> counts(agents, 0.0);
    for (std::size_t c = 0; c < game.cells.size(); ++c) {
        if (section_of_cell[c] == nowhere) continue;
        sums[section_of_cell[c]] += clearing.prices.lowest[c];
        counts[section_of_cell[c]] += 1;
    }
    std::vector<double> means(agents, 0.0);
    for (std::size_t agent = 0; agent < agents; ++agent) {
        if (counts[agent] > 0) means[agent] = to_double(sums[agent], game.scale) / counts[agent];
    }
    return means;
}

Members members_of(const std::vector<PartyId>& section_parties,
                   const std::map<PartyId, Place>& place_of) {
    Members members;
    for (std::size_t i = 0; i < section_parties.size(); ++i) {
        const auto found = place_of.find(section_parties[i]);
        const Place section = found == place_of.end() ? nowhere : found->second;
        members.section.push_back(section);
        if (section != nowhere) members.of_section[section].push_back(i);
    }
    return members;
}

std::map<Place, std::size_t> wanted_number(const Members& members,
                                           const std::function<double(Place, double)>& changed) {
    std::map<Place, std::size_t> wanted;
    for (const auto& [section, there] : members.of_section) {
        const double number = changed(section, static_cast<double>(there.size()));
        wanted[section] = static_cast<std::size_t>(std::llround(std::max(0.0, number)));
    }
    return wanted;
}

}  // namespace

Result<ClearedRents> clear_rents(const Economy& economy, const std::vector<double>& people,
                                 const std::vector<double>& new_cells,
                                 const RentClearingOptions& options) {
    const Baseline& baseline = economy.baseline();
    const Date last{baseline.dates.end->days - 1};
    auto parties = parties_on(economy.source(), last);
    if (!parties) return std::move(parties).error();
    const auto values = value_book(economy.source(),
                                   {.share = options.share,
                                    .taste = options.taste,
                                    .seed = options.seed.value,
                                    .valuation = ValuationOptions{.currency = baseline.symbol}},
                                   *parties);
    if (!values) return values.error();
    const PropertyRegister property = read_property(economy.source());
    std::map<PartyId, Place> place_of;
    for (const Place section : economy.sections()) {
        place_of[baseline.agents[section].party] = section;
    }
    std::vector<PartyId> of_households;
    for (const PartyId household : parties->households) {
        of_households.push_back(property.section_on(household, last));
    }
    std::vector<PartyId> of_cells;
    for (const WordId cell : parties->cells) of_cells.push_back(property.cell(cell)->section);
    const Members households = members_of(of_households, place_of);
    const Members cells = members_of(of_cells, place_of);
    const auto new_households = resized(
        households,
        wanted_number(
            households,
            [&](Place section, double there) { return there * Policy::at(people, section); }),
        options.seed, "households");
    const auto new_rooms = resized(
        cells,
        wanted_number(cells,
                      [&](Place section, double there) {
                          return section < new_cells.size() ? there + new_cells[section] : there;
                      }),
        options.seed, "cells");
    const AssignmentGame game = resized_game(parties->game, new_households, new_rooms);
    const Clearing old_market = clear_market(parties->game);
    const Clearing new_market = clear_market(game);
    std::vector<Place> new_sections;
    for (const Copy& cell : new_rooms) new_sections.push_back(cells.section[cell.of]);
    const std::size_t agents = baseline.agents.size();
    ClearedRents cleared{
        .factors = std::vector<double>(agents, 1.0),
        .before = mean_rents(parties->game, old_market, cells.section, agents),
        .after = mean_rents(game, new_market, new_sections, agents),
        .unhoused_before =
            static_cast<double>(parties->game.households.size() - old_market.housed()),
        .unhoused_after = static_cast<double>(game.households.size() - new_market.housed()),
        .notes = values->notes};
    for (const Place section : economy.sections()) {
        if (cleared.before[section] > 0) {
            cleared.factors[section] = cleared.after[section] / cleared.before[section];
        }
    }
    return cleared;
}

}  // namespace cellbook
