#include "market/assignment/book_market.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "ledger/distribution/household_values.hpp"
#include "ledger/housing/property_scope.hpp"
#include "ledger/property/dwellings.hpp"
#include "ledger/property/read_property.hpp"
#include "market/assignment/willingness.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

namespace {

constexpr std::int32_t year_days = 365;

void add_households(const PropertyRegister& property, BookParties& into) {
    const Chart& chart = property.chart();
    const auto inside = headcounts(property, into.day);
    std::map<PartyId, Date> since;
    for (const auto& [name, member] : property.members()) {
        if (!member.inside.contains(into.day) || !member.inside.begin) continue;
        const auto found = since.try_emplace(member.household, *member.inside.begin).first;
        found->second = std::min(found->second, *member.inside.begin);
    }
    for (const auto& [party, people] : inside) {
        if (people.persons() > 0) into.households.push_back(party);
    }
    std::ranges::sort(into.households, {},
                      [&](PartyId p) { return std::string_view{chart[p].name}; });
    for (const PartyId party : into.households) {
        into.game.households.push_back(chart[party].name);
        into.persons.push_back(inside.at(party).persons());
        const auto came = since.find(party);
        into.seniority.push_back(came == since.end()
                                     ? std::nullopt
                                     : std::optional{Decimal{.coefficient = came->second.days}});
    }
}

void add_cells(const PropertyRegister& property, BookParties& into) {
    const Chart& chart = property.chart();
    std::map<PartyId, std::int32_t> places;
    for (std::size_t h = 0; h < into.households.size(); ++h) {
        places[into.households[h]] = static_cast<std::int32_t>(h);
    }
    for (const auto& [name, cell] : property.cells()) {
        if (cell.life.contains(into.day)) into.cells.push_back(name);
    }
    std::ranges::sort(into.cells, {}, [&](WordId name) { return std::string_view{chart[name]}; });
    for (const WordId name : into.cells) {
        into.game.cells.emplace_back(chart[name]);
        into.places.push_back(property.cell(name)->places);
        const Title* const title = property.title_on(name, into.day);
        const auto owner = title == nullptr ? places.end() : places.find(title->owner);
        into.endowment.owner_of.push_back(owner == places.end() ? nobody : owner->second);
    }
    into.game.reserves.assign(into.cells.size(), 0);
}

/// A month's disposable income of each household, zero where it had none.
struct Incomes {
    std::vector<double> monthly{};
    std::string commodity{};
    std::uint8_t scale = 0;
    std::size_t none = 0;  ///< households without any
    std::vector<std::string> notes{};
};

Result<Incomes> incomes_of(const EntrySource& source, const BookValuesOptions& options,
                           const BookParties& parties) {
    constexpr double months = 12;
    auto query = Query::parse({}, parties.day);
    if (!query) return std::move(query).error();
    query->confine(
        {.begin = Date{parties.day.days + 1 - year_days}, .end = Date{parties.day.days + 1}});
    const auto values = observe_households(
        source, *query, {.of = HouseholdValue::disposable, .valuation = options.valuation});
    if (!values) return values.error();
    std::map<PartyId, double> of;
    for (std::size_t i = 0; i < values->parties.size(); ++i) {
        of[values->parties[i]] =
            to_double(values->observations.all[i].value, values->observations.value_scale);
    }
    Incomes incomes{
        .commodity = values->commodity, .scale = values->decimals, .notes = values->notes};
    for (const PartyId party : parties.households) {
        const auto found = of.find(party);
        const double income = found == of.end() ? 0 : std::max(found->second, 0.0);
        if (income == 0) ++incomes.none;
        incomes.monthly.push_back(income / months);
    }
    return incomes;
}

}  // namespace

Result<BookParties> parties_on(const EntrySource& source, std::optional<Date> day) {
    const PropertyRegister property = read_property(source);
    if (auto nothing = nothing_registered(property)) return *std::move(nothing);
    BookParties parties{.day = day.value_or(register_day(source, property))};
    add_households(property, parties);
    add_cells(property, parties);
    return parties;
}

std::vector<double> assumed_quality(const EntrySource& source, const BookParties& parties) {
    const PropertyRegister property = read_property(source);
    std::vector<double> stars;
    std::vector<double> room;
    double sums[2] = {0, 0};
    double counts[2] = {0, 0};
    for (const WordId name : parties.cells) {
        const Cell& cell = *property.cell(name);
        const auto grade = property.grade_of(cell);
        stars.push_back(grade ? static_cast<double>(*grade) : -1);
        room.push_back(cell.area_m2 ? to_double(*cell.area_m2) / static_cast<double>(cell.places)
                                    : -1);
        if (grade) sums[0] += stars.back(), ++counts[0];
        if (cell.area_m2) sums[1] += room.back(), ++counts[1];
    }
    const double usual_stars = counts[0] > 0 ? sums[0] / counts[0] : 0;
    const double usual_room = counts[1] > 0 ? sums[1] / counts[1] : 1;
    std::vector<double> quality;
    for (std::size_t c = 0; c < stars.size(); ++c) {
        const double s = stars[c] < 0 ? usual_stars : stars[c];
        const double r = room[c] < 0 ? usual_room : room[c];
        quality.push_back((1 + s) * std::sqrt(r));
    }
    return quality;
}

Result<BookValues> value_book(const EntrySource& source, const BookValuesOptions& options,
                              BookParties& parties) {
    const auto incomes = incomes_of(source, options, parties);
    if (!incomes) return incomes.error();
    WillingnessModel model{
        .willingness = incomes->monthly,
        .quality =
            relative_to_mean(options.quality ? *options.quality : assumed_quality(source, parties)),
        .taste = options.taste,
        .seed = options.seed};
    for (double& willingness : model.willingness) willingness *= options.share;
    parties.game.scale = incomes->scale;
    if (auto problem = value_cells(model, parties.game)) return *std::move(problem);
    BookValues values{.commodity = incomes->commodity, .notes = incomes->notes};
    values.notes.push_back(fmt::format(
        "illustrative: an average cell is assumed to be worth {} of a month's disposable income, "
        "give or take a taste of {} of it (seed {}); quality {}",
        options.share, options.taste, options.seed,
        options.quality ? "as given" : "assumed to be (1 + stars) times the root of m2 a place"));
    if (incomes->none > 0) {
        values.notes.push_back(
            fmt::format("{} of {} households had no income in the year and would pay nothing",
                        incomes->none, parties.households.size()));
    }
    return values;
}

}  // namespace cellbook
