#include "cli/run_log_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/failure.hpp"

namespace cellbook::cli {

RunLogFile::RunLogFile(std::string path, const RunIdentity& identity, Start start)
    : path_{std::move(path)}, finished_{identity.scenarios, identity.replicas} {
    constexpr mode_t for_all_to_read = 0644;
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, for_all_to_read);
    if (descriptor_ < 0) fail("cannot be opened");
    try {
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) fail("is in use by another run");
        std::size_t kept = 0;
        if (start == Start::resumed) {
            RunLogReading reading = value_or_fail(read_run_log(read_all(), identity, path_));
            finished_ = std::move(reading.outcomes);
            kept = reading.whole_bytes;
        }
        if (::ftruncate(descriptor_, static_cast<off_t>(kept)) != 0) fail("cannot be cut");
        if (kept == 0) write_all(run_log_header(identity));
    } catch (...) {
        ::close(descriptor_);
        throw;
    }
}

RunLogFile::~RunLogFile() {
    ::close(descriptor_);
}

void RunLogFile::append(RunPlace place, const ReplicaOutcome& outcome) {
    write_all(run_log_line(place, outcome));
}

void RunLogFile::remove() {
    if (::unlink(path_.c_str()) != 0) fail("cannot be removed");
}

void RunLogFile::write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("cannot be written");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::string RunLogFile::read_all() {
    std::string text;
    std::array<char, 1 << 16> buffer{};
    while (true) {
        const ssize_t size = ::read(descriptor_, buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) fail("cannot be read");
        if (size == 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(size));
    }
}

void RunLogFile::fail(const char* what) const {
    throw StorageError{fmt::format("{} {}: {}", path_, what, std::strerror(errno))};
}

}  // namespace cellbook::cli
