#include "ledger/property/property_faults.hpp"

#include <string>

namespace cellbook {

namespace {

std::string quoted(const std::string& name) {
    return "`" + name + "`";
}

/// `inmates:i0007` since 2018-03-01.
std::string holder(const Title* title, const Chart& chart) {
    if (title == nullptr) return "nobody is known to hold it";
    return quoted(chart[title->owner].name) + " holds it since " + to_string(title->since);
}

}  // namespace

std::string amount_label(const Amount& amount, const Chart& chart) {
    const Commodity& commodity = chart[amount.commodity];
    const std::string number = to_decimal_text(amount.minor, commodity.scale);
    return commodity.symbol.empty() ? number : number + ' ' + commodity.symbol;
}

std::string lease_label(const Lease& lease, const Chart& chart) {
    if (lease.name) return "lease " + quoted(chart[lease.name]);
    return "the anticretico of " + quoted(chart[lease.tenant].name);
}

Diagnostic title_not_held(const PropertyMove& move, Date day, const std::vector<Title>& held,
                          const Chart& chart) {
    const std::string cell = quoted(chart[move.cell]);
    const std::string seller = quoted(chart[move.from].name);
    const Title* const last = held.empty() ? nullptr : &held.back();
    std::string how = holder(last, chart);
    if (last != nullptr && last->owner == move.from) {
        how = "it came to them on " + to_string(last->since) + ", later than that";
    }
    return {.code = DiagnosticCode::title_not_held,
            .explanation =
                seller + " cannot pass on cell " + cell + " on " + to_string(day) + ": " + how,
            .remedy = "Only its holder passes a cell on. Record how " + seller +
                      " came by it first, or register the title (`; title: " + chart[move.cell] +
                      "  owner:..., since:...`)."};
}

Diagnostic deposit_not_held(const PropertyMove& move, Date day, const Lease* lease,
                            const Chart& chart) {
    const std::string owner = quoted(chart[move.to].name);
    const std::string tenant = quoted(chart[move.from].name);
    const std::string cell = quoted(chart[move.cell]);
    const std::string held = lease == nullptr ? "no deposit of theirs on it is outstanding"
                                              : "the deposit outstanding is " +
                                                    amount_label(*lease->held_on(day), chart);
    return {.code = DiagnosticCode::deposit_not_held,
            .explanation = owner + " returns " + amount_label(move.amount, chart) + " to " +
                           tenant + " for cell " + cell + " on " + to_string(day) + ", but " + held,
            .remedy =
                "A deposit is returned once, to who gave it. Leave this out, or record the "
                "deposit first."};
}

Diagnostic lease_not_owner(const Lease& lease, const Title* title, const Chart& chart) {
    return {.code = DiagnosticCode::lease_not_owner,
            .explanation = quoted(chart[lease.landlord].name) + " lets cell " +
                           quoted(chart[lease.cell]) + " from " + to_string(*lease.term.begin) +
                           " on, but " + holder(title, chart) + " on that day",
            .remedy =
                "Who lets a cell holds its title when the lease begins, or is a tenant of it. "
                "Mend the landlord or the date, or register the title."};
}

Diagnostic lease_overlap(const Lease& lease, const Lease* before, const LetPlaces& places,
                         const Chart& chart) {
    const std::string whose =
        places.sublet ? " that are let to " + quoted(chart[lease.landlord].name) : "";
    const std::string takes =
        lease_label(lease, chart) + " takes " + std::to_string(places.wanted) + " of the " +
        std::to_string(places.available) + " places of cell " + quoted(chart[lease.cell]) + whose +
        " from " + to_string(*lease.term.begin) + " on";
    if (before == nullptr) {
        return {.code = DiagnosticCode::lease_overlap,
                .explanation = takes,
                .remedy =
                    "Nobody lets more places than there are. Mend the lease's `places`, or "
                    "those of what it is let from."};
    }
    const std::string until = before->term.end
                                  ? "until " + to_string(Date{before->term.end->days - 1})
                                  : "without an end";
    return {.code = DiagnosticCode::lease_overlap,
            .explanation = takes + ", when " + std::to_string(places.taken) +
                           " are let already, by " + lease_label(*before, chart) + " " + until,
            .remedy =
                "A place is let to one tenant at a time. End the earlier lease with `to:` the "
                "day before, or give the places that each takes."};
}

}  // namespace cellbook
