#include "ledger/book/recorder_thread.hpp"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace cellbook {

namespace {

/// Entries handed over at once: enough that waking a thread costs little for each, few enough to
/// stay in the processor's cache on their way.
constexpr std::size_t block_size = 64;
constexpr std::size_t block_count = 3;

struct Block {
    std::array<ReadEntry, block_size> entries{};
    std::size_t size = 0;
};

}  // namespace

struct RecorderThread::State {
    State(Recorder& the_recorder, const Chart& the_chart, const KindTable& the_kinds,
          unsigned the_threads)
        : recorder(the_recorder), chart(the_chart), kinds(the_kinds), threads(the_threads) {}

    // --- the reader's side ---------------------------------------------------------------

    bool needs_stillness(const ReadEntry& entry);
    bool books_another_kind(WordId kind);
    /// Gives the block that was filled away and takes an empty one.
    void hand_over();
    void settle();
    void end();

    // --- the recorder's side -------------------------------------------------------------

    void record_blocks();
    /// Records a block; false once nothing more is wanted.
    bool record(Block& block);

    Recorder& recorder;
    const Chart& chart;
    const KindTable& kinds;
    const unsigned threads;
    std::vector<char> kind_nests{};  ///< by word: 0 not looked at yet, 1 no, 2 yes

    std::array<Block, block_count> blocks{};
    std::size_t filling = 0;  ///< the reader's block; those handed over stand before it, in a ring
    bool wanted = true;       ///< what the reader knows of `going_on`

    std::mutex mutex{};
    std::condition_variable changed{};
    std::size_t waiting = 0;  ///< blocks handed over and not recorded yet
    bool ending = false;
    bool going_on = true;
    std::exception_ptr failure{};
    std::thread thread{};
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

void RecorderThread::State::hand_over() {
    std::unique_lock lock{mutex};
    if (!thread.joinable()) thread = std::thread{[this] { record_blocks(); }};
    ++waiting;
    changed.notify_all();
    changed.wait(lock, [&] { return waiting < block_count; });
    filling = (filling + 1) % block_count;
    wanted = going_on;
}

void RecorderThread::State::settle() {
    if (thread.joinable()) {
        std::unique_lock lock{mutex};
        changed.wait(lock, [&] { return waiting == 0; });
        if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
    }
    // What is left is recorded here: no other thread has anything to do.
    wanted = record(blocks[filling]) && wanted;
}

void RecorderThread::State::end() {
    if (!thread.joinable()) return;
    {
        const std::lock_guard lock{mutex};
        ending = true;
    }
    changed.notify_all();
    thread.join();
}

void RecorderThread::State::record_blocks() {
    std::size_t at = 0;
    for (std::unique_lock lock{mutex};;) {
        changed.wait(lock, [&] { return waiting > 0 || ending; });
        if (waiting == 0) return;
        bool more = going_on;
        lock.unlock();
        std::exception_ptr thrown;
        try {
            more = more && record(blocks[at]);
        } catch (...) {
            thrown = std::current_exception();
        }
        blocks[at].size = 0;
        at = (at + 1) % block_count;
        lock.lock();
        going_on = more && !thrown;
        if (thrown) failure = thrown;
        --waiting;
        changed.notify_all();
    }
}

bool RecorderThread::State::record(Block& block) {
    const std::size_t size = std::exchange(block.size, 0);
    return std::all_of(block.entries.begin(),
                       block.entries.begin() + static_cast<std::ptrdiff_t>(size),
                       [&](ReadEntry& entry) { return recorder.accept(entry); });
}

RecorderThread::RecorderThread(Recorder& recorder, const Chart& chart, const KindTable& kinds,
                               unsigned threads)
    : state_(std::make_unique<State>(
          recorder, chart, kinds, threads == 0 ? std::thread::hardware_concurrency() : threads)) {}

RecorderThread::~RecorderThread() {
    state_->end();
}

bool RecorderThread::accept(ReadEntry& entry) {
    State& state = *state_;
    if (state.threads < 2) return state.recorder.accept(entry);
    if (state.needs_stillness(entry)) {
        state.settle();
        return state.recorder.accept(entry);
    }
    Block& block = state.blocks[state.filling];
    std::swap(entry, block.entries[block.size]);
    ++block.size;
    if (block.size == block_size) state.hand_over();
    return state.wanted;
}

bool RecorderThread::report(Diagnostic diagnostic) {
    settle();
    return state_->recorder.report(std::move(diagnostic));
}

void RecorderThread::settle() {
    state_->settle();
}

}  // namespace cellbook
