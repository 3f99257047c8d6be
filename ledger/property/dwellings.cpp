#include "ledger/property/dwellings.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace cellbook {

namespace {

int rank_of(LeaseForm form) {
    if (form == LeaseForm::floor_space) return 2;
    return form == LeaseForm::free ? 1 : 0;
}

/// The cell of each household that lives as a tenant.
std::map<PartyId, WordId> homes_of_tenants(const PropertyRegister& property, Date day) {
    std::map<PartyId, const Lease*> best;
    const auto order = [](const Lease& lease) {
        return std::tuple{rank_of(lease.form), -lease.term.begin.value_or(Date{}).days,
                          -lease.origin.seq};
    };
    for (const Lease& lease : property.leases()) {
        if (!lease.term.contains(day) || property.cell(lease.cell) == nullptr) continue;
        const Lease*& known = best[lease.tenant];
        if (known == nullptr || order(lease) < order(*known)) known = &lease;
    }
    std::map<PartyId, WordId> homes;
    for (const auto& [tenant, lease] : best) homes[tenant] = lease->cell;
    return homes;
}

/// Cells all of whose places are let on that day. What tenants sublet is let already.
std::set<WordId> let_whole(const PropertyRegister& property, Date day) {
    std::map<WordId, std::int64_t> let;
    for (const Lease& lease : property.leases()) {
        const Cell* const cell = property.cell(lease.cell);
        if (cell != nullptr && lease.term.contains(day) && property.let_by_owner(lease)) {
            let[lease.cell] += lease.places.value_or(cell->places);
        }
    }
    std::set<WordId> whole;
    for (const auto& [name, places] : let) {
        if (places >= property.cell(name)->places) whole.insert(name);
    }
    return whole;
}

/// The cell of each household that lives in one of its own.
std::map<PartyId, WordId> homes_of_owners(const PropertyRegister& property, Date day) {
    const std::set<WordId> let = let_whole(property, day);
    std::map<PartyId, std::pair<Date, WordId>> longest;
    for (const auto& [name, cell] : property.cells()) {
        const Title* const title = property.title_on(name, day);
        if (title == nullptr || let.contains(name) || !cell.life.contains(day)) continue;
        const std::pair held{title->since, name};
        const auto [at, fresh] = longest.try_emplace(title->owner, held);
        if (!fresh) at->second = std::min(at->second, held);
    }
    std::map<PartyId, WordId> homes;
    for (const auto& [owner, held] : longest) homes[owner] = held.second;
    return homes;
}

}  // namespace

std::map<PartyId, Headcount> headcounts(const PropertyRegister& property, Date day) {
    std::map<PartyId, Headcount> counts;
    for (const auto& [name, member] : property.members()) {
        Headcount& count = counts[member.household];
        if (!member.inside.contains(day)) continue;
        ++(member.role == MemberRole::child ? count.children : count.adults);
    }
    return counts;
}

Dwellings dwellings_on(const PropertyRegister& property, Date day) {
    const auto tenants = homes_of_tenants(property, day);
    const auto owners = homes_of_owners(property, day);
    std::set<PartyId> came;
    for (const auto& [name, member] : property.members()) {
        if (!member.inside.begin || *member.inside.begin <= day) came.insert(member.household);
    }
    Dwellings dwellings;
    for (const auto& [household, people] : headcounts(property, day)) {
        if (people.persons() == 0) {
            if (came.contains(household)) dwellings.gone.push_back(household);
            continue;
        }
        const auto rented = tenants.find(household);
        const auto owned = owners.find(household);
        if (rented != tenants.end()) {
            dwellings.in_cells[rented->second].push_back({household, people});
        } else if (owned != owners.end()) {
            dwellings.in_cells[owned->second].push_back({household, people});
        } else {
            dwellings.homeless.push_back({household, people});
        }
    }
    return dwellings;
}

}  // namespace cellbook
