#include "market/whatif/economy.hpp"

#include <algorithm>
#include <map>

#include "ledger/housing/cell_costs.hpp"
#include "ledger/price.hpp"
#include "ledger/property/read_property.hpp"
#include "market/pricing/indicators.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

namespace {

constexpr double days_a_month = 365.25 / 12;

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

}  // namespace

Economy::Economy(const EntrySource& source, Baseline baseline)
    : source_{source}, baseline_{std::move(baseline)}, circle_{baseline_} {
    for (Place agent = 0; agent < baseline_.agents.size(); ++agent) {
        if (baseline_.agents[agent].sector == Sector::sections) sections_.push_back(agent);
    }
    read_register();
    sum_levels();
}

Result<std::unique_ptr<Economy>> Economy::read(const EntrySource& source,
                                               const BaselineOptions& options) {
    auto baseline = read_baseline(source, options);
    if (!baseline) return std::move(baseline).error();
    return std::unique_ptr<Economy>{new Economy{source, *std::move(baseline)}};
}

Place Economy::find_section(std::string_view name) const {
    const auto found = std::ranges::find_if(sections_, [&](Place section) {
        const std::string& party = baseline_.agents[section].name;
        return party == name || short_name(party) == name;
    });
    return found == sections_.end() ? nowhere : *found;
}

void Economy::read_register() {
    const PropertyRegister property = read_property(source_);
    const Chart& chart = source_.chart();
    const Date last{baseline_.dates.end->days - 1};
    const std::size_t agents = baseline_.agents.size();
    levels_.people.assign(agents, 0.0);
    levels_.rents.assign(agents, {});
    levels_.cells.assign(agents, 0);
    std::map<PartyId, Place> place_of;
    for (const Place section : sections_) place_of[baseline_.agents[section].party] = section;
    const auto place = [&](PartyId section) {
        const auto found = place_of.find(section);
        return found == place_of.end() ? nowhere : found->second;
    };
    for (const auto& [name, member] : property.members()) {
        if (!member.inside.contains(last)) continue;
        const Place section = place(property.section_on(member.household, last));
        if (section != nowhere) levels_.people[section] += 1;
    }
    for (const auto& [name, cell] : property.cells()) {
        const Place section = place(cell.section);
        if (section != nowhere && cell.life.contains(last)) ++levels_.cells[section];
    }
    for (const Lease& lease : property.leases()) {
        const Cell* cell = property.cell(lease.cell);
        const Place section = cell != nullptr ? place(cell->section) : nowhere;
        const auto months = months_in(lease.period);
        if (section == nowhere || !lease.rate || !months || !lease.term.contains(last)) continue;
        if (lease.rate->commodity != baseline_.commodity) continue;
        levels_.rents[section].push_back(to_double(lease.rate->amount) /
                                         months->convert_to<double>());
    }
    // Without a register of members, households count for people.
    for (const CircleHousehold& household : circle_.households()) {
        if (property.members().empty() && household.section != nowhere) {
            levels_.people[household.section] += 1;
        }
    }
    const PriceDatabase prices{source_};
    for (std::uint32_t i = 0; i < chart.commodity_count(); ++i) {
        const CommodityId other{i};
        if (other == baseline_.commodity) continue;
        const auto price = prices.find(other, baseline_.commodity, last);
        if (!price) continue;
        levels_.exchange_rate = price->rate.convert_to<double>();
        levels_.foreign_money = chart[other].symbol;
        break;
    }
}

void Economy::sum_levels() {
    const std::size_t agents = baseline_.agents.size();
    levels_.months = (baseline_.dates.end->days - baseline_.dates.begin->days) / days_a_month;
    std::vector<double> dues(agents, 0.0);
    std::vector<double> entries(agents, 0.0);
    std::vector<double> heads(agents, 0.0);
    std::vector<double> arrivals(agents, 0.0);
    double family = 0;
    double allowance = 0;
    double rations = 0;
    double sales = 0;
    double levies = 0;
    for (const Payment& payment : baseline_.payments) {
        const std::string& kind = baseline_.kinds[payment.kind];
        const Place section = baseline_.agents[payment.payer].section;
        if (kind == "family_transfer" || kind == "family_income") family += payment.amount;
        if (kind == "food_allowance" || kind == "food_allowance_in_kind") {
            allowance += payment.counted;
            rations += payment.quantity;
        }
        if (payment.behaviour == Behaviour::capital) {
            sales += payment.amount;
            const bool levy = baseline_.agents[payment.payee].sector == Sector::sections;
            levies += levy ? payment.amount : 0;
        }
        if (payment.behaviour != Behaviour::per_head || section == nowhere) continue;
        const bool entry = kind == "section_entry";
        (entry ? entries : dues)[section] += payment.counted;
        (entry ? arrivals : heads)[section] += payment.quantity;
    }
    double households = 0;
    for (const CircleHousehold& household : circle_.households()) {
        households += household.section != nowhere ? 1 : 0;
    }
    levels_.family_income = ratio(family, households * levels_.months);
    levels_.allowance = ratio(allowance, rations);
    levels_.cell_sale_tax = ratio(levies, sales);
    for (std::size_t agent = 0; agent < agents; ++agent) {
        levels_.dues.push_back(ratio(dues[agent], heads[agent]));
        levels_.entry.push_back(ratio(entries[agent], arrivals[agent]));
    }
}

}  // namespace cellbook
