#include "ledger/book/tally.hpp"

#include <algorithm>

namespace cellbook {

namespace {

/// The item of a vector sorted by `key`, made where it is absent. What is wanted mostly stands
/// last, since entries mostly come by date.
template <class Item, class Key, class Make>
Item& item_at(std::vector<Item>& items, const Key& key, const Make& make) {
    const auto key_of = [](const Item& item) {
        if constexpr (requires { item.commodity; }) {
            return std::pair{item.month, item.commodity};
        } else {
            return item.month;
        }
    };
    if (!items.empty() && key_of(items.back()) == key) {
        return items.back();
    }
    if (items.empty() || key_of(items.back()) < key) {
        return items.emplace_back(make());
    }
    const auto at = std::lower_bound(
        items.begin(), items.end(), key,
        [&](const Item& item, const Key& wanted) { return key_of(item) < wanted; });
    return key_of(*at) == key ? *at : *items.insert(at, make());
}

}  // namespace

Tally::Slot Tally::slot_of(AccountId account) {
    if (account.value >= slots_.size()) {
        slots_.resize(account.value + std::size_t{1}, no_slot);
    }
    Slot& slot = slots_[account.value];
    if (slot == no_slot) {
        slot = static_cast<Slot>(accounts_.size());
        accounts_.push_back(account);
        sums_.emplace_back();
    }
    return slot;
}

void Tally::add_sum(AccountId account, const MonthSum& sum) {
    AccountSums& sums = sums_[slot_of(account)];
    const auto key = [](const MonthSum& of) { return std::pair{of.month, of.commodity}; };
    if (sums.any && key(sums.latest) == key(sum)) {
        sums.latest.sum += sum.sum;
    } else if (!sums.any || key(sums.latest) < key(sum)) {
        if (sums.any) {
            sums.before.push_back(sums.latest);
        }
        sums.latest = sum;
        sums.any = true;
    } else {
        item_at(sums.before, key(sum), [&] {
            return MonthSum{sum.month, sum.commodity, 0};
        }).sum += sum.sum;
    }
}

void Tally::add_sums(const TransactionDraft& transaction) {
    const Month month = transaction.date.month();
    for (const Posting& posting : transaction.postings) {
        add_sum(posting.account, {month, posting.amount.commodity, posting.amount.minor});
    }
}

void Tally::add_places(const TransactionDraft& transaction, std::int64_t seq) {
    const Month month = transaction.date.month();
    const std::uint64_t packed = pack_place({transaction.date, seq});
    for (const Posting& posting : transaction.postings) {
        const Slot slot = slot_of(posting.account);
        if (slot >= places_.size()) {
            places_.resize(slot + std::size_t{1});
        }
        PackedList& list = item_at(places_[slot], month, [&] {
                               return MonthPlaces{month, {}};
                           }).places;
        if (list.empty() || list.last() != packed) {
            list.push(packed);
        }
    }
    if (last_list_ == nullptr || last_day_ != transaction.date) {
        last_day_ = transaction.date;
        last_list_ = &days_[last_day_];
    }
    last_list_->push(static_cast<std::uint64_t>(seq));
}

std::vector<Tally::MonthSum> Tally::sums(AccountId account) const {
    std::vector<MonthSum> all;
    const Slot slot = find_slot(account);
    if (slot != no_slot && sums_[slot].any) {
        const AccountSums& sums = sums_[slot];
        all.reserve(sums.before.size() + 1);
        all = sums.before;
        all.push_back(sums.latest);
    }
    return all;
}

const std::vector<Tally::MonthPlaces>& Tally::places(AccountId account) const {
    static const std::vector<MonthPlaces> nothing;
    const Slot slot = find_slot(account);
    return slot < places_.size() ? places_[slot] : nothing;
}

void Tally::add_before(AccountId account, Month month, Sums& sums) const {
    for (const MonthSum& sum : this->sums(account)) {
        if (sum.month >= month) {
            break;
        }
        sums[sum.commodity] += sum.sum;
    }
}

void Tally::places_in(AccountId account, Month month, std::vector<Place>& found) const {
    for (const MonthPlaces& list : places(account)) {
        if (list.month == month) {
            unpack(list.places.bytes(), [&](std::uint64_t packed) {
                found.push_back(unpack_place(month, packed).value_or(Place{}));
            });
        }
    }
}

std::uint64_t pack_place(const Place& place) {
    return static_cast<std::uint64_t>(place.seq) * 32 + place.date.day_of_month();
}

std::optional<Place> unpack_place(Month month, std::uint64_t packed) {
    const auto day = static_cast<std::int32_t>(packed % 32);
    const Date first = first_day(month);
    const Date date{first.days + day - 1};
    if (day == 0 || date.month() != month) {
        return {};
    }
    return Place{date, static_cast<std::int64_t>(packed / 32)};
}

}  // namespace cellbook
