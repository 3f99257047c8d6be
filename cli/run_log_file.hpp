/// The file in which a run keeps its finished replicas, beside what it writes.
#pragma once

#include <string>

#include "market/scenario/run_log.hpp"

namespace cellbook::cli {

/// Open while the run goes on; nobody else can open it for another run meanwhile. Every line is
/// handed to the system whole, so that a program that is killed loses at most the line it was
/// writing.
class RunLogFile {
public:
    enum class Start : bool { anew, resumed };

    /// Resumed, it holds what an earlier run finished, and its torn end is cut off; where there is
    /// no file, nothing was finished. Anew, the old content is gone.
    /// Throws InputError (`run_log_other`, `run_log_damaged`), StorageError.
    RunLogFile(std::string path, const RunIdentity& identity, Start start);
    ~RunLogFile();
    RunLogFile(const RunLogFile&) = delete;
    RunLogFile& operator=(const RunLogFile&) = delete;

    [[nodiscard]] const RunOutcomes& finished() const { return finished_; }
    /// Throws StorageError.
    void append(RunPlace place, const ReplicaOutcome& outcome);
    /// When all is done and written elsewhere. Throws StorageError.
    void remove();

private:
    void write_all(std::string_view bytes);
    std::string read_all();
    [[noreturn]] void fail(const char* what) const;

    std::string path_;
    int descriptor_ = -1;
    RunOutcomes finished_;
};

}  // namespace cellbook::cli
