#include "ledger/book/recorder_thread.hpp"

#include <algorithm>
#include <array>
#include <thread>
#include <utility>
#include <vector>

#include "ledger/book/handover.hpp"

namespace cellbook {

namespace {

/// Enough entries that waking a thread costs little for each, few enough to stay in the processor's
/// cache on their way.
struct EntryBlock {
    std::array<ReadEntry, 64> entries{};
    std::size_t size = 0;
};

bool record(EntryBlock& block, Recorder& recorder) {
    const std::size_t size = std::exchange(block.size, 0);
    return std::all_of(block.entries.begin(),
                       block.entries.begin() + static_cast<std::ptrdiff_t>(size),
                       [&](ReadEntry& entry) { return recorder.accept(entry); });
}

}  // namespace

struct RecorderThread::State {
    State(Recorder& the_recorder, const Chart& the_chart, const KindTable& the_kinds, bool two)
        : recorder(the_recorder), chart(the_chart), kinds(the_kinds), two_threads(two) {}

    bool needs_stillness(const ReadEntry& entry);
    bool books_another_kind(WordId kind);

    Recorder& recorder;
    const Chart& chart;
    const KindTable& kinds;
    const bool two_threads;
    bool wanted = true;              ///< whether the recorder takes more, as far as is known
    std::vector<char> kind_nests{};  ///< by word: 0 not looked at yet, 1 no, 2 yes
    Handover<EntryBlock> blocks{[this](EntryBlock& block) { return record(block, recorder); }};
};

bool RecorderThread::State::books_another_kind(WordId kind) {
    if (!kind) return false;
    if (kind.value >= kind_nests.size()) kind_nests.resize(kind.value + std::size_t{1});
    char& known = kind_nests[kind.value];
    if (known == 0) {
        const Kind* const found = kinds.find(chart[kind]);
        known = found != nullptr && !found->of.empty() ? 2 : 1;
    }
    return known == 2;
}

bool RecorderThread::State::needs_stillness(const ReadEntry& entry) {
    const auto* const draft = std::get_if<TransactionDraft>(&entry.content);
    return draft == nullptr || books_another_kind(draft->kind) ||
           std::any_of(draft->postings.begin(), draft->postings.end(),
                       [](const Posting& posting) { return posting.assigned; });
}

RecorderThread::RecorderThread(Recorder& recorder, const Chart& chart, const KindTable& kinds,
                               unsigned threads)
    : state_(std::make_unique<State>(
          recorder, chart, kinds,
          (threads == 0 ? std::thread::hardware_concurrency() : threads) > 1)) {}

RecorderThread::~RecorderThread() = default;

bool RecorderThread::accept(ReadEntry& entry) {
    State& state = *state_;
    if (!state.two_threads) return state.recorder.accept(entry);
    if (state.needs_stillness(entry)) {
        settle();
        return state.recorder.accept(entry);
    }
    EntryBlock& block = state.blocks.filling();
    std::swap(entry, block.entries[block.size]);
    ++block.size;
    if (block.size == block.entries.size()) state.wanted = state.blocks.hand_over();
    return state.wanted;
}

bool RecorderThread::report(Diagnostic diagnostic) {
    settle();
    return state_->recorder.report(std::move(diagnostic));
}

void RecorderThread::settle() {
    state_->wanted = state_->blocks.settle();
}

}  // namespace cellbook
