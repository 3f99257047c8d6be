/// Reads and records at once: entries are judged in a second thread while the next are read.
#pragma once

#include <memory>

#include "ledger/book/recorder.hpp"
#include "ledger/chart.hpp"
#include "ledger/kinds/kind_table.hpp"

namespace cellbook {

/// Hands what a reader finds to a recorder, in the reader's order, so that whatever comes of it is
/// the same to the byte with one thread or two. The chart is shared without a lock: a recorder only
/// looks at what the entries given to it name, which no reader changes any more. An entry for which
/// that does not hold (a declaration, an amount to be assigned, a kind within a kind) is recorded
/// while the reader stands still.
/// *Requires*: while it lives, the recorder is used through it alone, or after `settle`.
class RecorderThread final : public EntrySink {
public:
    /// `threads`: 1 records where it is read; 0 stands for what the machine has.
    RecorderThread(Recorder& recorder, const Chart& chart, const KindTable& kinds,
                   unsigned threads);
    ~RecorderThread() override;
    RecorderThread(const RecorderThread&) = delete;
    RecorderThread& operator=(const RecorderThread&) = delete;

    bool accept(ReadEntry& entry) override;
    bool report(Diagnostic diagnostic) override;
    /// Waits until everything handed over has been recorded. Throws what the recorder threw.
    void settle();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace cellbook
