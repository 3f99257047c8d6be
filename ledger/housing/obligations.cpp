#include "ledger/housing/obligations.hpp"

#include <algorithm>

#include "ledger/housing/due_days.hpp"
#include "ledger/property/dwellings.hpp"

namespace cellbook {

namespace {

/// Members by household, so that counting on many days does not look at every person each time.
class People {
public:
    explicit People(const PropertyRegister& property) {
        for (const auto& [name, member] : property.members()) {
            members_[member.household].push_back(&member);
        }
    }
    [[nodiscard]] Headcount of(PartyId household, Date day) const {
        Headcount count;
        const auto found = members_.find(household);
        if (found == members_.end()) return count;
        for (const Member* member : found->second) {
            if (!member->inside.contains(day)) continue;
            ++(member->role == MemberRole::child ? count.children : count.adults);
        }
        return count;
    }

private:
    std::map<PartyId, std::vector<const Member*>> members_{};
};

class Collection {
public:
    Collection(const PropertyRegister& property, const DateRange& dates)
        : property_(property), chart_(property.chart()), dates_(dates), people_(property) {}

    Result<Obligations> take() {
        for (const Lease& lease : property_.leases()) add(lease);
        for (const auto& [name, tariff] : property_.tariffs()) add(tariff);
        if (overflow_) return *std::move(overflow_);
        for (auto& [key, obligation] : all_) {
            std::ranges::stable_sort(obligation.instalments, {}, &Instalment::due);
        }
        return std::move(all_);
    }

private:
    void add(const Lease& lease) {
        const bool charged = lease.rate && property_.cell(lease.cell) != nullptr;
        if (!charged || lease.form == LeaseForm::free) return;
        const auto rate = amount_of(*lease.rate, chart_);
        if (!rate) return refuse(rate.error());
        const ObligationKey key{.payer = lease.tenant,
                                .payee = lease.landlord,
                                .cell = lease.cell,
                                .commodity = rate->commodity};
        for_each_due_day(lease.term, lease.period, dates_,
                         [&](Date day) { owe(key, day, rate->minor, 1, chart_[lease.name]); });
    }

    void add(const Tariff& tariff) {
        const auto rate = amount_of(tariff.amount, chart_);
        if (!rate) return refuse(rate.error());
        if (tariff.per == TariffBase::cell || tariff.per == TariffBase::business) {
            for_each_due_day(tariff.term, tariff.period, dates_,
                             [&](Date day) { charge_things(tariff, *rate, day); });
        } else if (tariff.period == ChargePeriod::once) {
            charge_arrivals(tariff, *rate);
        } else {
            for_each_due_day(tariff.term, tariff.period, dates_, [&](Date day) {
                for (const PartyId household : property_.households()) {
                    if (property_.section_on(household, day) == tariff.section) {
                        charge(tariff, *rate, household, day);
                    }
                }
            });
        }
    }

    void charge_things(const Tariff& tariff, const Amount& rate, Date day) {
        if (tariff.per == TariffBase::business) {
            for (const auto& [party, business] : property_.businesses()) {
                const bool open = chart_[party].life.contains(day);
                if (business.section != tariff.section || !open) continue;
                owe(key_of(tariff, party, rate.commodity), day, rate.minor, 1, chart_[tariff.name]);
            }
            return;
        }
        for (const auto& [name, cell] : property_.cells()) {
            const Title* const title = property_.title_on(name, day);
            if (cell.section != tariff.section || title == nullptr || !cell.life.contains(day) ||
                title->owner == tariff.section) {
                continue;
            }
            owe(key_of(tariff, title->owner, rate.commodity), day, rate.minor, 1,
                chart_[tariff.name]);
        }
    }

    void charge_arrivals(const Tariff& tariff, const Amount& rate) {
        for (const PartyId household : property_.households()) {
            for (const HouseholdStay& stay : property_.stays(household)) {
                if (stay.section == tariff.section && dates_.contains(stay.since) &&
                    tariff.term.contains(stay.since)) {
                    charge(tariff, rate, household, stay.since);
                }
            }
        }
    }

    void charge(const Tariff& tariff, const Amount& rate, PartyId household, Date day) {
        const Headcount people = people_.of(household, day);
        std::int64_t count = people.persons() > 0 ? 1 : 0;
        if (tariff.per == TariffBase::adult) count = people.adults;
        if (tariff.per == TariffBase::person) count = people.persons();
        if (count == 0) return;
        owe(key_of(tariff, household, rate.commodity), day, rate.minor, count, chart_[tariff.name]);
    }

    static ObligationKey key_of(const Tariff& tariff, PartyId payer, CommodityId commodity) {
        return {
            .payer = payer, .payee = tariff.section, .kind = tariff.kind, .commodity = commodity};
    }

    void owe(const ObligationKey& key, Date day, std::int64_t minor, std::int64_t times,
             const std::string& by) {
        const auto amount = narrow(Sum{minor} * times);
        if (!amount) return refuse(amount.error());
        Obligation& obligation = all_[key];
        obligation.instalments.push_back({day, *amount});
        // Two leases or tariffs of one pair are named both, once.
        if (obligation.by.empty()) {
            obligation.by = by;
        } else if (last_named_[key] != by && obligation.by.find(by) == std::string::npos) {
            obligation.by += ", " + by;
        }
        last_named_[key] = by;
    }

    void refuse(Diagnostic why) {
        if (!overflow_) overflow_ = std::move(why);
    }

    const PropertyRegister& property_;
    const Chart& chart_;
    DateRange dates_;
    People people_;
    Obligations all_{};
    std::map<ObligationKey, std::string> last_named_{};
    std::optional<Diagnostic> overflow_{};
};

}  // namespace

Result<Obligations> obligations(const PropertyRegister& property, const DateRange& dates) {
    return Collection{property, dates}.take();
}

}  // namespace cellbook
