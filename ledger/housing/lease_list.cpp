#include "ledger/housing/lease_list.hpp"

#include <algorithm>
#include <tuple>

#include "ledger/property/left_behind.hpp"
#include "ledger/property/read_property.hpp"

namespace cellbook {

namespace {

using enum Column::Align;

std::string name_of(const Lease& lease, const Chart& chart) {
    return lease.name ? chart[lease.name] : std::string{};
}

std::string state_on(const Lease& lease, Date day) {
    if (lease.term.contains(day)) return "current";
    return lease.term.begin && day < *lease.term.begin ? "to come" : "ended";
}

std::vector<Column> columns() {
    return {{"lease", "Lease"},
            {"cell", "Cell"},
            {"section", "Section", left, true},
            {"form", "Form"},
            {"landlord", "Landlord"},
            {"tenant", "Tenant"},
            {"places", "Places", right},
            {"commodity", "Commodity", left, true},
            {"rate", "Rate", right},
            {"period", "Per"},
            {"deposit", "Deposit", right},
            {"held", "Held", right},
            {"from", "From"},
            {"to", "To"},
            {"state", "State"},
            {"standing", "Standing", left, true},
            {"source", "Source", left, true}};
}

Row lease_row(const Lease& lease, const Cell& cell, Date day, const Chart& chart) {
    CommodityId commodity{};
    if (lease.rate) commodity = lease.rate->commodity;
    if (!commodity && lease.deposit) commodity = lease.deposit->commodity;
    const auto held = lease.held_on(day);
    if (!commodity && held) commodity = held->commodity;
    const bool charged = lease.rate.has_value();
    return {{name_of(lease, chart), chart[lease.cell], party_value(cell.section, chart),
             std::string{to_string(lease.form)}, party_value(lease.landlord, chart),
             party_value(lease.tenant, chart), lease.places.value_or(cell.places),
             commodity ? Value{chart[commodity].symbol} : Value{}, price_value(lease.rate, chart),
             charged ? Value{std::string{to_string(lease.period)}} : Value{},
             price_value(lease.deposit, chart), amount_value(held, chart),
             date_value(lease.term.begin), last_day_value(lease.term), state_on(lease, day),
             standing_value(lease.origin), source_value(lease.origin, chart)}};
}

}  // namespace

Result<Table> lease_list(const EntrySource& source, const LeaseListOptions& options) {
    const PropertyRegister property = read_property(source);
    if (auto nothing = nothing_registered(property)) return *std::move(nothing);
    const Chart& chart = source.chart();
    const PropertyScope& scope = options.scope;
    const Date day = scope.on.value_or(register_day(source, property));
    std::vector<const Lease*> leases;
    for (const Lease& lease : property.leases()) {
        const Cell* const cell = property.cell(lease.cell);
        if (cell == nullptr || (!options.ended && !lease.term.contains(day))) continue;
        if (scope.shows({name_of(lease, chart), chart[lease.cell], chart[cell->section].name,
                         chart[lease.landlord].name, chart[lease.tenant].name})) {
            leases.push_back(&lease);
        }
    }
    std::ranges::sort(leases, {}, [&](const Lease* lease) {
        return std::tuple{std::string_view{chart[property.cell(lease->cell)->section].name},
                          std::string_view{chart[lease->cell]}, lease->term.begin.value_or(Date{}),
                          lease->origin.seq};
    });
    Table table{.name = "leases", .title = "Leases on " + to_string(day)};
    table.columns = columns();
    table.styles = commodity_styles(chart);
    for (const Lease* lease : leases) {
        table.rows.push_back(lease_row(*lease, *property.cell(lease->cell), day, chart));
    }
    for (const LeftBehind& left : left_behind(property, day)) {
        for (const Lease* lease : left.leases) {
            if (!std::ranges::count(leases, lease)) continue;
            table.notes.push_back("`" + chart[left.household].name + "`, gone since " +
                                  to_string(left.since) + ", is still a party to a lease of `" +
                                  chart[lease->cell] + "`.");
        }
    }
    return table;
}

}  // namespace cellbook
