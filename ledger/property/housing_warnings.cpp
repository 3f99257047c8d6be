#include "ledger/property/housing_warnings.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "ledger/property/dwellings.hpp"
#include "ledger/property/left_behind.hpp"

namespace cellbook {

namespace {

struct Crowding {
    std::int64_t cells = 0;
    std::int64_t persons = 0;
    std::int64_t places = 0;
    WordId worst{};
    std::int64_t worst_persons = 0;
    std::int64_t worst_places = 1;

    void add(const Cell& cell, std::int64_t people) {
        if (people <= cell.places) return;
        ++cells;
        persons += people;
        places += cell.places;
        if (worst && people * worst_places <= worst_persons * cell.places) return;
        worst = cell.name;
        worst_persons = people;
        worst_places = cell.places;
    }
};

/// The latest entry that speaks of any of these households or of the cells they live in.
std::int64_t latest_word(const PropertyRegister& property, Date day,
                         const std::set<PartyId>& households, const std::set<WordId>& cells) {
    std::int64_t seq = 0;
    const auto see = [&](const RowOrigin& origin) { seq = std::max(seq, origin.seq); };
    for (const auto& [name, member] : property.members()) {
        if (households.contains(member.household)) see(member.origin);
    }
    for (const Lease& lease : property.leases()) {
        if (!households.contains(lease.tenant) && !cells.contains(lease.cell)) continue;
        if (lease.term.contains(day)) see(lease.origin);
        seq = std::max(seq, lease.ended_by);
    }
    for (const WordId cell : cells) {
        see(property.cell(cell)->origin);
        for (const Title& title : property.titles(cell)) see(title.origin);
    }
    return seq;
}

std::string people_on_places(std::int64_t people, std::int64_t places) {
    return std::to_string(people) + (people == 1 ? " person on " : " persons on ") +
           std::to_string(places) + (places == 1 ? " place" : " places");
}

std::optional<PropertyFault> crowded(const PropertyRegister& property, Date day) {
    const Dwellings dwellings = dwellings_on(property, day);
    Crowding crowding;
    std::set<PartyId> households;
    std::set<WordId> cells;
    for (const auto& [name, dwellers] : dwellings.in_cells) {
        const Cell& cell = *property.cell(name);
        std::int64_t people = 0;
        for (const Dweller& dweller : dwellers) people += dweller.people.persons();
        crowding.add(cell, people);
        if (people <= cell.places) continue;
        cells.insert(name);
        for (const Dweller& dweller : dwellers) households.insert(dweller.household);
    }
    if (crowding.cells == 0) return {};
    const std::string worst = "`" + property.chart()[crowding.worst] + "` holds " +
                              people_on_places(crowding.worst_persons, crowding.worst_places);
    const std::string explanation =
        crowding.cells == 1
            ? "cell " + worst + " on " + to_string(day)
            : std::to_string(crowding.cells) + " cells hold more people than places on " +
                  to_string(day) + ", " + people_on_places(crowding.persons, crowding.places) +
                  "; " + worst;
    return PropertyFault{
        latest_word(property, day, households, cells),
        crowding.cells == 1 ? crowding.worst : WordId{},
        {.code = DiagnosticCode::cells_crowded,
         .explanation = explanation,
         .remedy = "This is how people live; `occupancy` shows each cell. Mend the "
                   "places or the members if it is not so.",
         .severity = Severity::warning}};
}

std::optional<PropertyFault> gone(const PropertyRegister& property, Date day) {
    const auto left = left_behind(property, day);
    if (left.empty()) return {};
    std::set<PartyId> households;
    std::int64_t seq = 0;
    std::int64_t titles = 0;
    std::int64_t leases = 0;
    for (const LeftBehind& one : left) {
        households.insert(one.household);
        titles += std::ssize(one.titles);
        leases += std::ssize(one.leases);
        for (const WordId cell : one.titles) {
            seq = std::max(seq, property.title_on(cell, day)->origin.seq);
        }
        for (const Lease* lease : one.leases) seq = std::max(seq, lease->origin.seq);
    }
    seq = std::max(seq, latest_word(property, day, households, {}));
    const std::string& first = property.chart()[left.front().household].name;
    const std::string others =
        households.size() == 1
            ? " has"
            : " and " + std::to_string(households.size() - 1) +
                  (households.size() == 2 ? " other household have" : " other households have");
    return PropertyFault{seq,
                         {},
                         {.code = DiagnosticCode::gone_with_property,
                          .explanation = "`" + first + "`" + others + " left by " + to_string(day) +
                                         " with open titles (" + std::to_string(titles) +
                                         ") or leases (" + std::to_string(leases) + ")",
                          .remedy = "`leases` and `cells` name them. Record what became of the "
                                    "cells: a sale, the end of the lease, a return.",
                          .severity = Severity::warning}};
}

}  // namespace

std::vector<PropertyFault> housing_warnings(const PropertyRegister& property) {
    std::vector<PropertyFault> warnings;
    const auto day = property.last_day();
    if (!day) return warnings;
    if (auto warning = crowded(property, *day)) warnings.push_back(*std::move(warning));
    if (auto warning = gone(property, *day)) warnings.push_back(*std::move(warning));
    return warnings;
}

}  // namespace cellbook
