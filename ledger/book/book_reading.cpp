#include <algorithm>
#include <limits>
#include <tuple>

#include "ledger/book/book.hpp"
#include "ledger/book/book_state.hpp"
#include "ledger/book/derived.hpp"
#include "ledger/book/handover.hpp"
#include "ledger/book/import_log.hpp"

namespace cellbook {

namespace {

using Visit = std::function<bool(const Transaction&)>;

/// Bodies read ahead, to be decoded on another thread.
class Bodies {
public:
    void add(std::int64_t seq, std::string_view body) {
        text_ += body;
        entries_.emplace_back(seq, body.size());
    }
    [[nodiscard]] bool is_full() const { return text_.size() >= most_; }
    /// Hands each to `show` until that returns false, and empties the block.
    template <class Show>
    bool take_all(const Show& show) {
        std::string_view rest = text_;
        const bool more = std::ranges::all_of(entries_, [&](const auto& entry) {
            const std::string_view body = rest.substr(0, entry.second);
            rest.remove_prefix(entry.second);
            return show(entry.first, body);
        });
        text_.clear();
        entries_.clear();
        return more;
    }

private:
    static constexpr std::size_t most_ = std::size_t{1} << 17U;  // stays in a core's cache

    std::string text_{};
    std::vector<std::pair<std::int64_t, std::size_t>> entries_{};
};

/// Shows transactions of the file to a visitor, one by one.
class Stream {
public:
    Stream(Book::State& state, const Visit& visit,
           CanonicalReader::Part part = CanonicalReader::Part::whole)
        : state_(state), reader_(state.chart, state.names), visit_(visit), part_(part) {}

    bool show(std::int64_t seq, std::string_view body) {
        const auto entry = state_.decode(reader_, seq, body, part_);
        const auto* transaction = std::get_if<const Transaction*>(&entry);
        return transaction == nullptr || visit_(**transaction);
    }
    bool show(std::int64_t seq) {
        const auto body = state_.store.body(seq);
        if (!body) {
            throw StorageError(state_.store.connection().file() + " lacks its entry " +
                               std::to_string(seq) + "; run `check`");
        }
        return show(seq, *body);
    }

    /// Shows the entry if it is a transaction of those days.
    bool show_of(const DateRange& dates, std::int64_t seq, std::string_view body) {
        const auto entry = state_.decode(reader_, seq, body, part_);
        const auto* transaction = std::get_if<const Transaction*>(&entry);
        if (transaction == nullptr || !dates.contains((**transaction)->date)) {
            return true;
        }
        return visit_(**transaction);
    }

    /// The journal as it stands: one pass, and entries outside `dates` passed over.
    void in_sequence(const DateRange& dates, std::int64_t first) {
        state_.store.for_each_body(first, [&](std::int64_t seq, std::string_view body) {
            return show_of(dates, seq, body);
        });
    }
    /// The same, shown on another thread while this one reads on.
    void in_sequence_beside(const DateRange& dates, std::int64_t first) {
        Handover<Bodies> handover{[&](Bodies& bodies) {
            return bodies.take_all(
                [&](std::int64_t seq, std::string_view body) { return show_of(dates, seq, body); });
        }};
        state_.store.for_each_body(first, [&](std::int64_t seq, std::string_view body) {
            Bodies& filling = handover.filling();
            filling.add(seq, body);
            return !filling.is_full() || handover.hand_over();
        });
        handover.settle();
    }

private:
    Book::State& state_;
    CanonicalReader reader_;
    const Visit& visit_;
    CanonicalReader::Part part_;
};

/// The first entry of the days asked for; all entries when the file does not say.
std::int64_t first_of(const Store& store, const DateRange& dates) {
    std::int64_t first = dates.begin ? std::numeric_limits<std::int64_t>::max() : 1;
    if (dates.begin) {
        store.for_each_day(dates, [&](Date, std::string_view seqs) {
            const auto seq = take_varint(seqs);
            first = seq ? static_cast<std::int64_t>(*seq) : 1;
            return false;
        });
    }
    return first;
}

void by_day(const Store& store, const DateRange& dates, Stream& stream) {
    store.for_each_day(dates, [&](Date, std::string_view packed) {
        std::vector<std::int64_t> seqs;
        if (!unpack(packed,
                    [&](std::uint64_t seq) { seqs.push_back(static_cast<std::int64_t>(seq)); })) {
            throw StorageError(store.connection().file() +
                               ": a day's list of entries is damaged; run `rebuild`");
        }
        return std::all_of(seqs.begin(), seqs.end(),
                           [&](std::int64_t seq) { return stream.show(seq); });
    });
}

/// Places of the transactions that touch any of the accounts, in order; absent when they are so
/// many that reading everything is faster.
std::optional<std::vector<Place>> places_of(Book::State& state, const Scan& scan,
                                            std::int64_t most) {
    const Month from = scan.dates.begin ? scan.dates.begin->month() : Month{0};
    const Month to =
        scan.dates.end ? scan.dates.end->month() : Month{std::numeric_limits<std::int32_t>::max()};
    std::vector<Place> places;
    for (const AccountId account : *scan.accounts) {
        const std::uint32_t number = state.names.accounts.number_of(account);
        if (number == AccountId::none) {
            continue;
        }
        state.store.for_each_places(number, from, to, [&](Month month, std::string_view packed) {
            const bool whole = unpack(packed, [&](std::uint64_t item) {
                const auto place = unpack_place(month, item);
                if (place && scan.dates.contains(place->date)) {
                    places.push_back(*place);
                }
            });
            if (!whole) {
                throw StorageError(state.store.connection().file() +
                                   ": a list of an account's entries is damaged; run `rebuild`");
            }
        });
        if (std::int64_t(places.size()) > most) {
            return {};
        }
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

/// Chain numbers in kept rows as ids of the chart. A book that was opened and not written to has
/// both in the same order, so that rows can be passed on as they are read.
class KeptRows {
public:
    explicit KeptRows(const Book::State& state) : state_(state) {
        in_chart_order_ = ascends(state.names.accounts) && ascends(state.names.commodities);
    }
    [[nodiscard]] bool in_chart_order() const { return in_chart_order_; }
    [[nodiscard]] AccountId account(std::int64_t number) const {
        return at(state_.names.accounts, number);
    }
    [[nodiscard]] CommodityId commodity(std::int64_t number) const {
        return at(state_.names.commodities, number);
    }

private:
    template <class Id>
    static bool ascends(const ChainNumbers<Id>& numbers) {
        for (std::uint32_t i = 1; i < numbers.count(); ++i) {
            if (numbers.at(i) < numbers.at(i - 1)) {
                return false;
            }
        }
        return true;
    }
    template <class Id>
    [[nodiscard]] Id at(const ChainNumbers<Id>& numbers, std::int64_t number) const {
        if (number < 0 || number >= std::int64_t{numbers.count()}) {
            throw StorageError(state_.store.connection().file() +
                               ": kept balances are damaged; run `rebuild`");
        }
        return numbers.at(static_cast<std::uint32_t>(number));
    }

    const Book::State& state_;
    bool in_chart_order_ = false;
};

}  // namespace

Chart& Book::chart() {
    return state_->chart;
}

const Chart& Book::chart() const {
    return state_->chart;
}

void Book::for_each_transaction(const Scan& scan, const Visit& visit) const {
    const ReadScope scope{*state_};
    using enum CanonicalReader::Part;
    Stream stream{*state_, visit, scan.flow_alone ? flow : whole};
    const StateRow state = state_->store.state();
    if (scan.accounts) {
        // A look-up by place costs about four times a step of the whole scan.
        if (const auto places = places_of(*state_, scan, state.transactions / 4 + 64)) {
            static_cast<void>(std::all_of(places->begin(), places->end(), [&](const Place& place) {
                return stream.show(place.seq);
            }));
            return;
        }
    }
    if (scan.flow_alone && (state.in_date_order || scan.any_order)) {
        stream.in_sequence_beside(scan.dates,
                                  state.in_date_order ? first_of(state_->store, scan.dates) : 1);
    } else if (state.in_date_order) {
        stream.in_sequence(scan.dates, first_of(state_->store, scan.dates));
    } else if (scan.any_order) {
        stream.in_sequence(scan.dates, 1);
    } else {
        by_day(state_->store, scan.dates, stream);
    }
}

void Book::for_each_declaration(
    const std::function<bool(std::int64_t, const Declaration&)>& visit) const {
    const ReadScope scope{*state_};
    CanonicalReader reader{state_->chart, state_->names};
    for (const std::int64_t seq : state_->store.declarations()) {
        const std::string body = state_->store.body(seq).value_or("");
        const auto entry = state_->decode(reader, seq, body);
        const auto* declaration = std::get_if<const Declaration*>(&entry);
        if (declaration != nullptr && !visit(seq, **declaration)) {
            return;
        }
    }
}

void Book::for_each_month_balance(std::optional<Month> from, std::optional<Month> to,
                                  const std::function<void(const MonthBalance&)>& visit) const {
    const ReadScope scope{*state_};
    const KeptRows kept{*state_};
    std::vector<MonthBalance> rows;
    state_->store.for_each_month(
        {}, from, to, [&](std::int64_t account, std::int64_t commodity, Month month, Sum sum) {
            const MonthBalance row{kept.account(account), kept.commodity(commodity), month, sum};
            if (kept.in_chart_order()) {
                visit(row);
            } else {
                rows.push_back(row);
            }
        });
    std::sort(rows.begin(), rows.end(), [](const MonthBalance& a, const MonthBalance& b) {
        return std::tuple{a.account, a.commodity, a.month} <
               std::tuple{b.account, b.commodity, b.month};
    });
    std::for_each(rows.begin(), rows.end(), visit);
}

void Book::for_each_total(const std::function<void(AccountId, CommodityId, Sum)>& visit) const {
    const ReadScope scope{*state_};
    const KeptRows kept{*state_};
    std::vector<std::tuple<AccountId, CommodityId, Sum>> rows;
    state_->store.for_each_total([&](std::int64_t account, std::int64_t commodity, Sum sum) {
        if (sum == 0) {
            return;
        }
        if (kept.in_chart_order()) {
            visit(kept.account(account), kept.commodity(commodity), sum);
        } else {
            rows.emplace_back(kept.account(account), kept.commodity(commodity), sum);
        }
    });
    std::sort(rows.begin(), rows.end());
    for (const auto& [account, commodity, sum] : rows) {
        visit(account, commodity, sum);
    }
}

std::optional<std::int64_t> Book::reversed_by(std::int64_t seq) const {
    const ReadScope scope{*state_};
    return state_->store.reversed_by(seq);
}

std::optional<Transaction> Book::find_transaction(std::string_view id) const {
    const ReadScope scope{*state_};
    const IdPlace place = place_of_id(id);
    const auto seqs = state_->store.find_ids(place.key, place.occurrence);
    std::optional<Transaction> found;
    const Visit visit = [&](const Transaction& transaction) {
        if (transaction->id == id) {
            found = transaction;
        }
        return !found;
    };
    Stream stream{*state_, visit};
    static_cast<void>(
        std::all_of(seqs.begin(), seqs.end(), [&](std::int64_t seq) { return stream.show(seq); }));
    return found;
}

Provenance Book::provenance(std::int64_t seq) const {
    const ReadScope scope{*state_};
    return provenance_in(state_->store.connection(), seq);
}

std::int64_t Book::entry_count() const {
    const ReadScope scope{*state_};
    return state_->store.state().entries;
}

std::int64_t Book::transaction_count() const {
    const ReadScope scope{*state_};
    return state_->store.state().transactions;
}

std::optional<std::pair<Date, Date>> Book::span() const {
    const ReadScope scope{*state_};
    return state_->store.state().span;
}

Hash Book::digest() const {
    const ReadScope scope{*state_};
    return state_->store.last_hash();
}

}  // namespace cellbook
