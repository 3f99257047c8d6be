#include "ledger/property/left_behind.hpp"

#include <algorithm>
#include <map>

#include "ledger/property/dwellings.hpp"

namespace cellbook {

std::vector<LeftBehind> left_behind(const PropertyRegister& property, Date day) {
    std::map<PartyId, LeftBehind> gone;
    for (const PartyId household : dwellings_on(property, day).gone) {
        gone[household].household = household;
    }
    for (const auto& [name, member] : property.members()) {
        const auto found = gone.find(member.household);
        if (found == gone.end() || !member.inside.end) continue;
        found->second.since = std::max(found->second.since, *member.inside.end);
    }
    for (const auto& [name, cell] : property.cells()) {
        const Title* const title = property.title_on(name, day);
        if (title == nullptr || !cell.life.contains(day)) continue;
        const auto found = gone.find(title->owner);
        if (found != gone.end()) found->second.titles.push_back(name);
    }
    for (const Lease& lease : property.leases()) {
        if (!lease.term.contains(day)) continue;
        for (const PartyId party : {lease.tenant, lease.landlord}) {
            const auto found = gone.find(party);
            if (found != gone.end()) found->second.leases.push_back(&lease);
        }
    }
    std::vector<LeftBehind> left;
    for (auto& [household, one] : gone) {
        if (!one.titles.empty() || !one.leases.empty()) left.push_back(std::move(one));
    }
    return left;
}

}  // namespace cellbook
