#include "ledger/book/disk_chain.hpp"

#include <algorithm>
#include <utility>

namespace cellbook {

DiskChain::DiskChain(Store& store, Chart& chart, ChainNames& names, unsigned threads)
    : store_(store),
      chart_(chart),
      names_(names),
      known_(counts_of(names)),
      writer_(chart, names),
      reader_(chart, names),
      derived_(store.state()),
      stored_entries_(entry_count()),
      appender_(store, stored_entries_, threads > 1 && stored_entries_ == 0) {
    if (stored_entries_ != store.last_seq()) {
        throw StorageError(store.connection().file() +
                           " holds entries that its kept balances do not know; run `rebuild`");
    }
}

std::optional<std::int64_t> DiskChain::stored_number(AccountId account) const {
    const std::uint32_t number = names_.accounts.number_of(account);
    return number < known_.accounts ? std::optional{std::int64_t{number}} : std::nullopt;
}

std::optional<std::int64_t> DiskChain::find_id(std::string_view id) {
    const IdPlace place = place_of_id(id);
    std::vector<std::int64_t> candidates = derived_.find_id(place);
    if (stored_entries_ > 0) {
        const auto stored = store_.find_ids(place.key, place.occurrence);
        candidates.insert(candidates.end(), stored.begin(), stored.end());
    }
    const auto found = std::find_if(candidates.begin(), candidates.end(), [&](std::int64_t seq) {
        const Transaction* known = transaction(seq);
        return known != nullptr && (*known)->id == id;
    });
    return found == candidates.end() ? std::nullopt : std::optional{*found};
}

std::uint64_t DiskChain::equal_entries(std::uint64_t content_key) {
    const std::uint64_t new_ones = derived_.equal_entries(content_key);
    return new_ones > 0 || stored_entries_ == 0 ? new_ones : store_.equal_entries(content_key);
}

std::optional<std::int64_t> DiskChain::reversed_by(std::int64_t seq) {
    const auto now = derived_.reversed_by(seq);
    return now || stored_entries_ == 0 ? now : store_.reversed_by(seq);
}

std::optional<std::int64_t> DiskChain::latest_declaration(std::uint64_t subject) {
    const auto now = derived_.latest_declaration(subject);
    return now || stored_entries_ == 0 ? now : store_.latest_declaration(subject);
}

CanonicalReader::Entry DiskChain::read(std::int64_t seq) {
    settle();
    auto body = store_.body(seq);
    if (!body) {
        throw StorageError(store_.connection().file() + " lacks its entry " + std::to_string(seq) +
                           "; run `check`");
    }
    body_ = std::move(*body);
    const auto entry = reader_.read(seq, body_);
    if (!entry) {
        throw StorageError(store_.connection().file() + ": " + entry.error().explanation);
    }
    return *entry;
}

const Transaction* DiskChain::transaction(std::int64_t seq) {
    const auto entry = read(seq);
    const auto* transaction = std::get_if<const Transaction*>(&entry);
    return transaction == nullptr ? nullptr : *transaction;
}

const Declaration* DiskChain::declaration(std::int64_t seq) {
    const auto entry = read(seq);
    const auto* declaration = std::get_if<const Declaration*>(&entry);
    return declaration == nullptr ? nullptr : *declaration;
}

std::vector<std::int64_t> DiskChain::declarations() {
    settle();
    std::vector<std::int64_t> seqs = store_.declarations();
    seqs.insert(seqs.end(), derived_.declarations().begin(), derived_.declarations().end());
    return seqs;
}

void DiskChain::add_before(AccountId account, Month month, Sums& sums) {
    if (const auto number = stored_number(account)) {
        store_.for_each_month(
            number, {}, month, [&](std::int64_t, std::int64_t commodity, Month, Sum sum) {
                sums[names_.commodities.at(static_cast<std::uint32_t>(commodity))] += sum;
            });
    }
    derived_.tally().add_before(account, month, sums);
}

std::vector<Place> DiskChain::places_in(AccountId account, Month month) {
    std::vector<Place> places;
    if (const auto number = stored_number(account)) {
        const bool whole = unpack(store_.places(*number, month), [&](std::uint64_t packed) {
            places.push_back(unpack_place(month, packed).value_or(Place{}));
        });
        if (!whole) {
            throw StorageError(store_.connection().file() +
                               ": a list of an account's entries is damaged; run `rebuild`");
        }
    }
    derived_.tally().places_in(account, month, places);
    std::sort(places.begin(), places.end());
    return places;
}

std::optional<std::pair<Month, Month>> DiskChain::months_of(AccountId account) {
    std::optional<std::pair<Month, Month>> months;
    if (const auto number = stored_number(account)) {
        months = store_.months_of(*number);
    }
    const auto now = derived_.tally().sums(account);
    if (now.empty()) {
        return months;
    }
    const std::pair here{now.front().month, now.back().month};
    return months ? std::pair{std::min(months->first, here.first),
                              std::max(months->second, here.second)}
                  : here;
}

std::vector<StandingAssertion> DiskChain::assertions_on(AccountId account) {
    std::vector<StandingAssertion> standing;
    if (const auto number = stored_number(account)) {
        store_.for_each_assertion(*number, [&](Date day, std::int64_t seq, std::uint32_t posting) {
            if (!derived_.reversed_by(seq)) {
                standing.push_back({account, {day, seq}, posting});
            }
        });
    }
    return standing;
}

std::int64_t DiskChain::keep(std::string_view body, const Position& position) {
    const std::int64_t seq = entry_count() + 1;
    appender_.append(body);

    auto& files = brought_.files;
    if (file_ >= files.size() || files[file_] != position.file) {
        file_ = static_cast<std::size_t>(std::find(files.begin(), files.end(), position.file) -
                                         files.begin());
        if (file_ == files.size()) {
            files.push_back(position.file);
        }
    }
    origins_.add({seq, static_cast<std::uint32_t>(file_), position.line});
    brought_.first_seq = brought_.first_seq == 0 ? seq : brought_.first_seq;
    brought_.last_seq = seq;
    return seq;
}

/// Only a commodity that nothing stands in costs a look through the journal, and only who writes
/// an amount in it.
void DiskChain::look_for_scale(CommodityId commodity) {
    const std::uint32_t number = names_.commodities.number_of(commodity);
    if (number >= names_.scale_unsure.size() || !names_.scale_unsure[number]) {
        return;
    }
    settle();
    names_.scale_told[number] = store_.tells_scale(number, chart_[commodity].symbol);
    names_.scale_unsure[number] = false;
}

void DiskChain::look_for_scales(const TransactionDraft& content) {
    if (names_.scale_unsure.empty()) {
        return;
    }
    for (const Posting& posting : content.postings) {
        look_for_scale(posting.amount.commodity);
        if (posting.cost) {
            look_for_scale(posting.cost->total.commodity);
        }
        if (posting.assertion) {
            look_for_scale(posting.assertion->expected.commodity);
        }
    }
    if (content.flow.amount) {
        look_for_scale(content.flow.amount->commodity);
    }
}

std::int64_t DiskChain::append(const TransactionDraft& content, const Admission& admission) {
    look_for_scales(content);
    const std::int64_t seq = keep(writer_.write(content), admission.position);
    derived_.add(content, seq, admission.content_key.value_or(0), admission.occurrence,
                 admission.reverses);
    ++brought_.transactions;
    return seq;
}

std::int64_t DiskChain::append(const Declaration& declaration, std::uint64_t subject,
                               const Position& position) {
    const std::int64_t seq = keep(writer_.write(declaration), position);
    derived_.add(declaration, seq, subject);
    return seq;
}

bool DiskChain::has_assertions() {
    return stored_entries_ > 0 && store_.has_assertions();
}

DiskChain::Brought DiskChain::take_brought() {
    Brought brought = std::exchange(brought_, {});
    brought.origins = std::exchange(origins_, {}).bytes();
    return brought;
}

void DiskChain::write_derived() {
    settle();
    derived_.write(store_, chart_, names_, known_);
}

}  // namespace cellbook
