/// Finished replicas as lines of text, so that a run that was stopped can go on.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ledger/diagnostic.hpp"
#include "market/random/random_stream.hpp"
#include "market/scenario/replica_runner.hpp"

namespace cellbook {

/// What a run is of. Runs that agree in all of it give the same replicas.
struct RunIdentity {
    std::string scenario_hash{};
    std::string book_digest{};
    Seed seed{};
    std::string version{};  ///< of the program: another one may compute otherwise
    std::size_t scenarios = 0;
    std::size_t replicas = 0;
    friend bool operator==(const RunIdentity&, const RunIdentity&) = default;
};

/// The first line of a log, with its newline.
std::string run_log_header(const RunIdentity& identity);
/// The line of a finished replica, with its newline: places, numbers with every bit, and the first
/// digits of the line's SHA-256.
std::string run_log_line(RunPlace place, const ReplicaOutcome& outcome);

struct RunLogReading {
    RunOutcomes outcomes;
    /// How many bytes are whole lines. What follows is the torn end of a write that was cut off:
    /// whoever appends cuts it off first.
    std::size_t whole_bytes = 0;
};

/// *Errors*: `run_log_other` when the log is of another run, with what differs; `run_log_damaged`
/// when a line that is not the last is not as it was written.
Result<RunLogReading> read_run_log(std::string_view text, const RunIdentity& identity,
                                   const std::string& file_name);

}  // namespace cellbook
