#include "ledger/book/memory_chain.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "ledger/book/entry_ids.hpp"

namespace cellbook {

std::string_view ByteArena::keep(std::string_view bytes) {
    if (bytes.empty()) return {};
    constexpr std::size_t piece = std::size_t{1} << 20U;
    if (bytes.size() > free_) {
        const std::size_t size = std::max(piece, bytes.size());
        pieces_.push_back(std::make_unique_for_overwrite<char[]>(size));
        next_ = pieces_.back().get();
        free_ = size;
    }
    char* const at = next_;
    std::memcpy(at, bytes.data(), bytes.size());
    next_ += bytes.size();
    free_ -= bytes.size();
    return {at, bytes.size()};
}

MemoryChain::MemoryChain(Chart& chart)
    : chart_(chart), writer_(chart, names_), reader_(chart, names_) {}

std::int64_t MemoryChain::entry_count() const {
    return static_cast<std::int64_t>(entries_.size());
}

/// Equal entries have to be counted as soon as an id of the derived form is given while another
/// entry has none: the two may be the same.
bool MemoryChain::must_hash(std::string_view given_id) {
    const bool missing = id_missing_ || given_id.empty();
    const bool derived = derived_id_given_ || parse_derived_id(given_id).has_value();
    if (missing && derived) {
        derive_ids();
    }
    return hashing_;
}

std::optional<std::int64_t> MemoryChain::find_id(std::string_view id) {
    if (id_missing_ && !hashing_ && parse_derived_id(id)) {
        derive_ids();
    }
    std::optional<std::int64_t> found;
    ids_.any(std::hash<std::string_view>{}(id), [&](std::int64_t seq) {
        const Transaction* known = transaction(seq);
        if (known != nullptr && (*known)->id == id) {
            found = seq;
        }
        return found.has_value();
    });
    return found;
}

std::uint64_t MemoryChain::equal_entries(std::uint64_t content_key) {
    const auto known = equal_entries_.find(content_key);
    return known == equal_entries_.end() ? 0 : known->second;
}

std::optional<std::int64_t> MemoryChain::reversed_by(std::int64_t seq) {
    const auto known = reversed_by_.find(seq);
    return known == reversed_by_.end() ? std::nullopt : std::optional{known->second};
}

std::optional<std::int64_t> MemoryChain::latest_declaration(std::uint64_t subject) {
    const auto known = latest_declaration_.find(subject);
    return known == latest_declaration_.end() ? std::nullopt : std::optional{known->second};
}

CanonicalReader::Entry MemoryChain::read(std::int64_t seq) {
    auto entry = reader_.read(seq, body(seq));
    if (!entry) {
        throw StorageError("an entry in memory cannot be read back: " + entry.error().explanation);
    }
    return *entry;
}

const Transaction* MemoryChain::transaction(std::int64_t seq) {
    const auto entry = read(seq);
    const auto* transaction = std::get_if<const Transaction*>(&entry);
    return transaction == nullptr ? nullptr : *transaction;
}

const Declaration* MemoryChain::declaration(std::int64_t seq) {
    const auto entry = read(seq);
    const auto* declaration = std::get_if<const Declaration*>(&entry);
    return declaration == nullptr ? nullptr : *declaration;
}

void MemoryChain::add_before(AccountId account, Month month, Sums& sums) {
    tally_.add_before(account, month, sums);
}

void MemoryChain::index_places() {
    if (places_indexed_) {
        return;
    }
    places_indexed_ = true;
    for (std::int64_t seq = 1; seq <= entry_count(); ++seq) {
        if (date(seq)) {
            tally_.add_places(**transaction(seq), seq);
        }
    }
}

std::vector<Place> MemoryChain::places_in(AccountId account, Month month) {
    index_places();
    std::vector<Place> places;
    tally_.places_in(account, month, places);
    std::sort(places.begin(), places.end());
    return places;
}

std::optional<std::pair<Month, Month>> MemoryChain::months_of(AccountId account) {
    const auto sums = tally_.sums(account);
    if (sums.empty()) {
        return {};
    }
    return std::pair{sums.front().month, sums.back().month};
}

std::vector<StandingAssertion> MemoryChain::assertions_on(AccountId account) {
    std::vector<StandingAssertion> standing;
    const auto known = assertions_.find(account);
    if (known != assertions_.end()) {
        std::copy_if(known->second.begin(), known->second.end(), std::back_inserter(standing),
                     [&](const auto& at) { return !reversed_by_.contains(at.place.seq); });
    }
    return standing;
}

std::uint32_t MemoryChain::file_number(const std::string& name) {
    if (files_.empty() || files_.back() != name) {
        const auto known = std::find(files_.begin(), files_.end(), name);
        if (known != files_.end()) {
            return static_cast<std::uint32_t>(known - files_.begin());
        }
        files_.push_back(name);
    }
    return static_cast<std::uint32_t>(files_.size() - 1);
}

void MemoryChain::keep(std::string_view body, std::int32_t day, const Position& position) {
    const std::string_view kept = arena_.keep(body);
    entries_.push_back({kept.data(), static_cast<std::uint32_t>(kept.size()), position.line,
                        file_number(position.file), day});
}

void MemoryChain::note_id(const std::string& id, std::int64_t seq) {
    if (id.empty()) {
        id_missing_ = true;
        return;
    }
    derived_id_given_ = derived_id_given_ || parse_derived_id(id).has_value();
    ids_.add(std::hash<std::string_view>{}(id), seq);
}

void MemoryChain::note_transaction(const TransactionDraft& content) {
    ++transactions_;
    if (!span_) {
        span_ = {content.date, content.date};
    }
    in_date_order_ = in_date_order_ && content.date >= span_->second;
    span_->first = std::min(span_->first, content.date);
    span_->second = std::max(span_->second, content.date);
    const std::int64_t seq = entry_count();
    for (std::uint32_t i = 0; i < content.postings.size(); ++i) {
        if (content.postings[i].assertion) {
            const AccountId account = content.postings[i].account;
            assertions_[account].push_back({account, {content.date, seq}, i});
        }
    }
    tally_.add_sums(content);
    if (places_indexed_) {
        tally_.add_places(content, seq);
    }
}

std::int64_t MemoryChain::append(const TransactionDraft& content, const Admission& admission) {
    keep(writer_.write(content), content.date.days, admission.position);
    const std::int64_t seq = entry_count();
    note_transaction(content);
    note_id(content.id, seq);
    if (admission.content_key) {
        ++equal_entries_[*admission.content_key];
    }
    if (admission.reverses) {
        reversed_by_[*admission.reverses] = seq;
    }
    return seq;
}

std::int64_t MemoryChain::append(const Declaration& declaration, std::uint64_t subject,
                                 const Position& position) {
    keep(writer_.write(declaration), no_day, position);
    const std::int64_t seq = entry_count();
    latest_declaration_[subject] = seq;
    declarations_.push_back(seq);
    if (const auto* lock = std::get_if<LockDeclaration>(&declaration)) {
        locked_until_ = lock->until;
    }
    return seq;
}

/// Writes every body anew: names come up in the same order, so only the ids differ.
void MemoryChain::derive_ids() {
    if (hashing_) {
        return;
    }
    hashing_ = true;
    ids_.clear();
    ChainNames names;
    CanonicalWriter writer{chart_, names};
    Sha256 sha;
    ByteArena arena;
    for (std::int64_t seq = 1; seq <= entry_count(); ++seq) {
        Entry& entry = entries_[static_cast<std::size_t>(seq - 1)];
        const Transaction* known = entry.day == no_day ? nullptr : transaction(seq);
        std::string_view body = this->body(seq);
        if (known != nullptr) {
            const Hash hash = sha.of(writer.spell(**known));
            std::uint64_t occurrence = ++equal_entries_[content_key(hash)];
            TransactionDraft content = **known;
            const bool missing = content.id.empty();
            while (missing && (content.id.empty() || find_id(content.id))) {
                content.id = derived_id(hash, occurrence++);
            }
            note_id(content.id, seq);
            body = writer.write(content);
        } else {
            body = writer.write(*declaration(seq));
        }
        const std::string_view kept = arena.keep(body);
        entry.body = kept.data();
        entry.size = static_cast<std::uint32_t>(kept.size());
    }
    arena_ = std::move(arena);
}

Hash MemoryChain::digest() {
    derive_ids();
    Sha256 sha;
    Hash hash = first_hash();
    for (std::int64_t seq = 1; seq <= entry_count(); ++seq) {
        hash = sha.link(hash, body(seq));
    }
    return hash;
}

std::string_view MemoryChain::body(std::int64_t seq) const {
    const Entry& entry = entries_[static_cast<std::size_t>(seq - 1)];
    return {entry.body, entry.size};
}

std::optional<Date> MemoryChain::date(std::int64_t seq) const {
    const std::int32_t day = entries_[static_cast<std::size_t>(seq - 1)].day;
    return day == no_day ? std::nullopt : std::optional{Date{day}};
}

Provenance MemoryChain::provenance(std::int64_t seq) const {
    const Entry& entry = entries_[static_cast<std::size_t>(seq - 1)];
    return {.file = files_[entry.file], .line = entry.line};
}

}  // namespace cellbook
