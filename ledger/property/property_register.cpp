#include "ledger/property/property_register.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "ledger/property/property_faults.hpp"

namespace cellbook {

namespace {

/// Keeps the later word on a thing.
template <class Key, class Thing>
void keep(std::map<Key, Thing>& things, Key key, Thing thing) {
    const auto [at, fresh] = things.try_emplace(key, thing);
    if (!fresh && at->second.origin.seq < thing.origin.seq) at->second = std::move(thing);
}

}  // namespace

void PropertyRegister::add(const RegisterDeclaration& row, std::int64_t seq) {
    switch (row.sort) {
        case Register::section: {
            const Section section = cellbook::section_of(row, seq);
            return keep(sections_, section.party, section);
        }
        case Register::cell: {
            const Cell cell = cell_of(row, seq);
            note_day(cell.life.begin);
            return keep(cells_, cell.name, cell);
        }
        case Register::title: {
            Title title = title_of(row, seq, *chart_);
            note_day(title.since);
            auto& held = titles_[title.cell];
            if (held.empty()) {
                held.push_back(std::move(title));
            } else if (held.front().origin.seq < seq) {
                held.front() = std::move(title);
            }
            return;
        }
        case Register::business: {
            const Business business = business_of(row, seq);
            return keep(businesses_, business.party, business);
        }
        case Register::household: {
            HouseholdStay stay = stay_of(row, seq);
            note_day(stay.since);
            auto& stays = stays_[stay.household];
            const auto same = std::ranges::find(stays, stay.since, &HouseholdStay::since);
            if (same == stays.end()) {
                stays.push_back(std::move(stay));
            } else if (same->origin.seq < seq) {
                *same = std::move(stay);
            }
            return;
        }
        case Register::member: {
            const Member member = member_of(row, seq);
            note_day(member.inside.begin);
            note_day(member.inside.end);
            return keep(members_, member.name, member);
        }
        case Register::lease: {
            const Lease lease = lease_of(row, seq);
            note_day(lease.term.begin);
            return keep(lease_rows_, lease.name, lease);
        }
        case Register::tariff: {
            const Tariff tariff = tariff_of(row, seq);
            return keep(tariffs_, tariff.name, tariff);
        }
    }
}

void PropertyRegister::add(const TransactionDraft& transaction, std::int64_t seq) {
    auto move = property_move(transaction, *chart_);
    // A cell that the register does not have is nobody's to judge.
    if (!move) return;
    moves_.push_back({*std::move(move), transaction.date, seq, transaction.id});
    note_day(transaction.date);
}

void PropertyRegister::note_day(const std::optional<Date>& day) {
    if (day && (!last_day_ || *last_day_ < *day)) last_day_ = day;
}

std::vector<PropertyFault> PropertyRegister::settle() {
    for (auto& [name, lease] : lease_rows_) leases_.push_back(lease);
    std::ranges::sort(leases_, {}, [](const Lease& lease) { return lease.origin.seq; });
    for (auto& [household, stays] : stays_) {
        std::ranges::sort(stays, {}, &HouseholdStay::since);
    }
    std::ranges::sort(moves_, {}, [](const Move& move) { return std::pair{move.date, move.seq}; });
    std::vector<PropertyFault> faults;
    for (const Move& move : moves_) {
        if (!cells_.contains(move.move.cell)) continue;
        switch (move.move.what) {
            case PropertyMove::What::title:
                transfer(move, faults);
                break;
            case PropertyMove::What::deposit:
                take_deposit(move);
                break;
            case PropertyMove::What::deposit_return:
                return_deposit(move, faults);
                break;
            case PropertyMove::What::improvement:
                improve(move);
                break;
        }
    }
    judge_leases(faults);
    return faults;
}

void PropertyRegister::transfer(const Move& at, std::vector<PropertyFault>& faults) {
    const PropertyMove& move = at.move;
    auto& held = titles_[move.cell];
    const bool holds =
        !held.empty() && held.back().owner == move.from && held.back().since <= at.date;
    if (!holds) {
        faults.push_back({at.seq, move.cell, title_not_held(move, at.date, held, *chart_)});
        return;
    }
    held.push_back({.cell = move.cell,
                    .owner = move.to,
                    .since = at.date,
                    .from = move.from,
                    .price = move.amount,
                    .levies = move.levies,
                    .id = at.id,
                    .origin = {.seq = at.seq}});
}

/// A lease that is registered takes the deposit; else the deposit begins one.
void PropertyRegister::take_deposit(const Move& at) {
    const PropertyMove& move = at.move;
    const auto waits = std::ranges::find_if(leases_, [&](const Lease& lease) {
        // Rent may be let against a deposit as well, where the row says so.
        return (lease.form == LeaseForm::anticretico || lease.deposit) && lease.cell == move.cell &&
               lease.tenant == move.to && lease.landlord == move.from && lease.deposits.empty() &&
               lease.term.contains(at.date);
    });
    if (waits != leases_.end()) {
        waits->deposits.push_back({at.date, move.amount});
        return;
    }
    leases_.push_back({.cell = move.cell,
                       .form = LeaseForm::anticretico,
                       .landlord = move.from,
                       .tenant = move.to,
                       .term = {at.date, {}},
                       .origin = {.seq = at.seq},
                       .deposits = {{at.date, move.amount}}});
}

void PropertyRegister::return_deposit(const Move& at, std::vector<PropertyFault>& faults) {
    const PropertyMove& move = at.move;
    const auto holds = std::ranges::find_if(leases_, [&](Lease& lease) {
        if (lease.cell != move.cell || lease.tenant != move.from || lease.landlord != move.to ||
            lease.ended_by != 0 || at.date < *lease.term.begin) {
            return false;
        }
        // Given before the book begins: the row alone tells.
        if (lease.deposits.empty() && lease.deposit) {
            const auto given = amount_of(*lease.deposit, *chart_);
            if (given) lease.deposits.push_back({*lease.term.begin, *given});
        }
        const auto held = lease.held_on(at.date);
        return held && held->commodity == move.amount.commodity;
    });
    const std::int64_t held = holds == leases_.end() ? 0 : holds->held_on(at.date)->minor;
    if (holds == leases_.end() || held < move.amount.minor) {
        const Lease* const lease = holds == leases_.end() ? nullptr : &*holds;
        faults.push_back({at.seq, move.cell, deposit_not_held(move, at.date, lease, *chart_)});
        return;
    }
    holds->deposits.push_back({at.date, {-move.amount.minor, move.amount.commodity}});
    if (held > move.amount.minor) return;  // a part of it
    holds->ended_by = at.seq;
    if (!holds->term.end || at.date < *holds->term.end) holds->term.end = at.date;
}

void PropertyRegister::improve(const Move& at) {
    cells_.at(at.move.cell).recorded_improvements.push_back(at.date);
}

bool PropertyRegister::let_by_owner(const Lease& lease) const {
    const Title* const title = title_on(lease.cell, *lease.term.begin);
    return title != nullptr && title->owner == lease.landlord;
}

/// An owner lets all places of the cell, a tenant those that are let to them on the day the sublet
/// begins. Absent: the landlord is neither.
std::optional<std::int64_t> PropertyRegister::places_to_let(const Lease& lease) const {
    const std::int64_t places = cells_.at(lease.cell).places;
    if (let_by_owner(lease)) return places;
    std::optional<std::int64_t> held;
    for (const Lease& above : leases_) {
        if (above.cell != lease.cell || above.tenant != lease.landlord ||
            !above.term.contains(*lease.term.begin)) {
            continue;
        }
        held = held.value_or(0) + above.places.value_or(places);
    }
    return held;
}

void PropertyRegister::judge_leases(std::vector<PropertyFault>& faults) const {
    // What owners let, one after another, takes places of the cell; what a tenant sublets, of
    // theirs.
    std::map<std::pair<WordId, PartyId>, std::vector<const Lease*>> lettings;
    for (const Lease& lease : leases_) {
        // One whose deposit went back the same day lasted no day.
        const bool lasts = !lease.term.end || *lease.term.begin < *lease.term.end;
        if (!cells_.contains(lease.cell) || !lasts) continue;
        if (!places_to_let(lease)) {
            const Title* const title = title_on(lease.cell, *lease.term.begin);
            faults.push_back(
                {lease.origin.seq, lease.cell, lease_not_owner(lease, title, *chart_)});
        } else if (lease.places != 0) {
            const PartyId tenant = let_by_owner(lease) ? PartyId{} : lease.landlord;
            lettings[{lease.cell, tenant}].push_back(&lease);
        }
    }
    for (auto& [from, leases] : lettings) judge_places(leases, faults);
}

/// Most places are let on a day on which some lease begins, so those days tell.
void PropertyRegister::judge_places(std::vector<const Lease*>& leases,
                                    std::vector<PropertyFault>& faults) const {
    const std::int64_t whole = cells_.at(leases.front()->cell).places;
    std::ranges::sort(leases, {}, [](const Lease* lease) {
        return std::pair{*lease->term.begin, lease->origin.seq};
    });
    for (std::size_t i = 0; i < leases.size(); ++i) {
        const Lease& lease = *leases[i];
        LetPlaces places{.wanted = lease.places.value_or(whole),
                         .available = *places_to_let(lease),
                         .sublet = !let_by_owner(lease)};
        const Lease* before = nullptr;
        for (std::size_t j = 0; j < i; ++j) {
            if (!leases[j]->term.contains(*lease.term.begin)) continue;
            places.taken += leases[j]->places.value_or(whole);
            before = leases[j];
        }
        if (places.taken + places.wanted > places.available) {
            faults.push_back(
                {lease.origin.seq, lease.cell, lease_overlap(lease, before, places, *chart_)});
        }
    }
}

const std::vector<HouseholdStay>& PropertyRegister::stays(PartyId household) const {
    static const std::vector<HouseholdStay> none;
    const auto found = stays_.find(household);
    return found == stays_.end() ? none : found->second;
}

std::vector<PartyId> PropertyRegister::households() const {
    std::set<PartyId> all;
    for (const auto& [household, stays] : stays_) all.insert(household);
    for (const auto& [name, member] : members_) all.insert(member.household);
    return {all.begin(), all.end()};
}

const Cell* PropertyRegister::cell(WordId name) const {
    const auto found = cells_.find(name);
    return found == cells_.end() ? nullptr : &found->second;
}

const std::vector<Title>& PropertyRegister::titles(WordId cell) const {
    static const std::vector<Title> none;
    const auto found = titles_.find(cell);
    return found == titles_.end() ? none : found->second;
}

const Title* PropertyRegister::title_on(WordId cell, Date day) const {
    const auto& held = titles(cell);
    const auto last = std::ranges::find_if(held.rbegin(), held.rend(),
                                           [&](const Title& title) { return title.since <= day; });
    return last == held.rend() ? nullptr : &*last;
}

PartyId PropertyRegister::section_on(PartyId household, Date day) const {
    PartyId section{};
    for (const HouseholdStay& stay : stays(household)) {
        if (stay.since <= day) section = stay.section;
    }
    if (section) return section;
    const PartyId parent = (*chart_)[household].parent;
    return parent && (*chart_)[parent].sector == Sector::sections ? parent : PartyId{};
}

std::optional<std::int64_t> PropertyRegister::grade_of(const Cell& cell) const {
    if (cell.grade) return cell.grade;
    const auto section = sections_.find(cell.section);
    return section == sections_.end() ? std::nullopt : section->second.grade;
}

}  // namespace cellbook
