#include "ledger/book/memory_book.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "ledger/book/declaring.hpp"
#include "ledger/book/memory_chain.hpp"
#include "ledger/book/recorder_thread.hpp"
#include "ledger/book/text_input.hpp"
#include "ledger/declare.hpp"

namespace cellbook {

struct MemoryBook::State {
    Chart chart{};
    std::unique_ptr<MemoryChain> chain = std::make_unique<MemoryChain>(chart);

    /// Back to the first `count` entries: what was read after them is as if it had never been,
    /// names included.
    void keep_first(std::int64_t count);
};

void MemoryBook::State::keep_first(std::int64_t count) {
    const std::unique_ptr<MemoryChain> old = std::move(chain);
    chart = Chart{};
    chain = std::make_unique<MemoryChain>(chart);
    ChainNames names;
    CanonicalReader reader{chart, names};
    for (std::int64_t seq = 1; seq <= count; ++seq) {
        const auto entry = reader.read(seq, old->body(seq));
        assert(entry && "a body in memory reads back");
        const Provenance from = old->provenance(seq);
        const Position position{.file = from.file, .line = from.line};
        if (const auto* declared = std::get_if<const Declaration*>(&*entry)) {
            apply(**declared, chart);
            chain->append(**declared, subject_key(**declared, chart), position);
            continue;
        }
        const TransactionDraft& content = **std::get<const Transaction*>(*entry);
        Admission admission{.position = position};
        if (content.reversal) {
            admission.reverses = chain->find_id(content.reversal->of_id);
        }
        chain->append(content, admission);
    }
    if (old->ids_derived()) {
        chain->derive_ids();
    }
}

MemoryBook::MemoryBook() : state_(std::make_unique<State>()) {}
MemoryBook::MemoryBook(MemoryBook&&) noexcept = default;
MemoryBook& MemoryBook::operator=(MemoryBook&&) noexcept = default;
MemoryBook::~MemoryBook() = default;

ImportReport MemoryBook::read(TextFiles& files, const std::vector<std::string>& paths,
                              const RecordOptions& options, const KindTable& kinds) {
    const std::int64_t before = entry_count();
    Recorder recorder{state_->chart, *state_->chain, kinds, options};
    RecorderThread sink{recorder, state_->chart, kinds, options.strict ? 1 : options.threads};
    read_texts(files, files, paths, kinds, state_->chart, sink,
               [](const std::string&) { return true; });
    sink.settle();
    ImportReport report = recorder.finish();
    if (!report.ok()) {
        state_->keep_first(before);
    }
    return report;
}

ImportReport MemoryBook::record(std::vector<ReadEntry> entries, const RecordOptions& options,
                                const KindTable& kinds) {
    const std::int64_t before = entry_count();
    state_->chain->derive_ids();
    Recorder recorder{state_->chart, *state_->chain, kinds, options};
    recorder.keep_ids();
    for (ReadEntry& entry : entries) {
        recorder.accept(entry);
    }
    ImportReport report = recorder.finish();
    if (!report.ok()) {
        report.ids.clear();
        state_->keep_first(before);
    }
    return report;
}

Chart& MemoryBook::chart() {
    return state_->chart;
}

const Chart& MemoryBook::chart() const {
    return state_->chart;
}

void MemoryBook::for_each_transaction(const Scan& scan,
                                      const std::function<bool(const Transaction&)>& visit) const {
    MemoryChain& chain = *state_->chain;
    if (scan.ids) {
        chain.derive_ids();
    }
    // A reader of its own: the visitor may ask the book for something else meanwhile.
    CanonicalReader reader{state_->chart, chain.names()};
    using enum CanonicalReader::Part;
    const auto show = [&](std::int64_t seq) {
        const auto entry = reader.read(seq, chain.body(seq), scan.flow_alone ? flow : whole);
        assert(entry && "a body in memory reads back");
        return visit(*std::get<const Transaction*>(*entry));
    };
    if (chain.in_date_order() || scan.any_order) {
        for (std::int64_t seq = 1; seq <= chain.entry_count(); ++seq) {
            const auto date = chain.date(seq);
            if (date && scan.dates.contains(*date) && !show(seq)) {
                return;
            }
        }
        return;
    }
    std::vector<Place> places;
    for (std::int64_t seq = 1; seq <= chain.entry_count(); ++seq) {
        const auto date = chain.date(seq);
        if (date && scan.dates.contains(*date)) {
            places.push_back({*date, seq});
        }
    }
    std::sort(places.begin(), places.end());
    static_cast<void>(std::all_of(places.begin(), places.end(),
                                  [&](const Place& place) { return show(place.seq); }));
}

void MemoryBook::for_each_declaration(
    const std::function<bool(std::int64_t, const Declaration&)>& visit) const {
    CanonicalReader reader{state_->chart, state_->chain->names()};
    for (const std::int64_t seq : state_->chain->declarations()) {
        const auto entry = reader.read(seq, state_->chain->body(seq));
        assert(entry && "a body in memory reads back");
        if (!visit(seq, *std::get<const Declaration*>(*entry))) {
            return;
        }
    }
}

void MemoryBook::for_each_month_balance(
    std::optional<Month> from, std::optional<Month> to,
    const std::function<void(const MonthBalance&)>& visit) const {
    const Tally& tally = state_->chain->tally();
    for (std::uint32_t i = 0; i < state_->chart.account_count(); ++i) {
        std::vector<Tally::MonthSum> sums;
        for (const Tally::MonthSum& sum : tally.sums(AccountId{i})) {
            if ((!from || *from <= sum.month) && (!to || sum.month < *to)) {
                sums.push_back(sum);
            }
        }
        std::stable_sort(sums.begin(), sums.end(),
                         [](const auto& a, const auto& b) { return a.commodity < b.commodity; });
        for (const Tally::MonthSum& sum : sums) {
            visit({AccountId{i}, sum.commodity, sum.month, sum.sum});
        }
    }
}

void MemoryBook::for_each_total(
    const std::function<void(AccountId, CommodityId, Sum)>& visit) const {
    const Tally& tally = state_->chain->tally();
    for (std::uint32_t i = 0; i < state_->chart.account_count(); ++i) {
        Sums sums;
        for (const Tally::MonthSum& sum : tally.sums(AccountId{i})) {
            sums[sum.commodity] += sum.sum;
        }
        for (const auto& [commodity, sum] : sums) {
            if (sum != 0) {
                visit(AccountId{i}, commodity, sum);
            }
        }
    }
}

std::optional<std::int64_t> MemoryBook::reversed_by(std::int64_t seq) const {
    return state_->chain->reversed_by(seq);
}

std::optional<Transaction> MemoryBook::find_transaction(std::string_view id) const {
    const auto seq = state_->chain->find_id(id);
    return seq ? std::optional{*state_->chain->transaction(*seq)} : std::nullopt;
}

Provenance MemoryBook::provenance(std::int64_t seq) const {
    return state_->chain->provenance(seq);
}

std::int64_t MemoryBook::entry_count() const {
    return state_->chain->entry_count();
}

std::int64_t MemoryBook::transaction_count() const {
    return state_->chain->transaction_count();
}

std::optional<std::pair<Date, Date>> MemoryBook::span() const {
    return state_->chain->span();
}

Hash MemoryBook::digest() const {
    return state_->chain->digest();
}

}  // namespace cellbook
