#include "cli/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "ledger/diagnostic.hpp"

namespace cellbook::cli {

namespace {

[[noreturn]] void refuse(const std::string& what, int error) {
    throw StorageError{"cannot " + what + ": " + std::strerror(error)};
}

/// One end of a pipe, closed with this.
class Descriptor {
public:
    Descriptor() = default;
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return number_; }
    void take(int number) { number_ = number; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

private:
    int number_ = -1;
};

struct Pipe {
    Descriptor read{};
    Descriptor write{};

    Pipe() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) refuse("make a pipe", errno);
        read.take(ends[0]);
        write.take(ends[1]);
    }
};

/// A child that closes its input early is no reason to be killed: writing fails, and that is seen.
class IgnoredPipeSignal {
public:
    IgnoredPipeSignal() {
        struct sigaction ignore = {};
        ignore.sa_handler = SIG_IGN;
        ::sigaction(SIGPIPE, &ignore, &before_);
    }
    ~IgnoredPipeSignal() { ::sigaction(SIGPIPE, &before_, nullptr); }
    IgnoredPipeSignal(const IgnoredPipeSignal&) = delete;
    IgnoredPipeSignal& operator=(const IgnoredPipeSignal&) = delete;

private:
    struct sigaction before_ = {};
};

/// What the child finds open, and how it meets signals.
class SpawnSetup {
public:
    SpawnSetup(const Pipe& in, const Pipe& out, const Pipe& err) {
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawn_file_actions_adddup2(&actions_, in.read.number(), STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions_, out.write.number(), STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions_, err.write.number(), STDERR_FILENO);
        ::posix_spawnattr_init(&attributes_);
        // SIGPIPE is ignored here, and children would inherit that.
        sigset_t usual;
        sigemptyset(&usual);
        sigaddset(&usual, SIGPIPE);
        ::posix_spawnattr_setsigdefault(&attributes_, &usual);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnSetup() {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    SpawnSetup(const SpawnSetup&) = delete;
    SpawnSetup& operator=(const SpawnSetup&) = delete;

    pid_t start(const std::string& program, std::vector<std::string> words,
                std::vector<std::string> variables) {
        pid_t child = -1;
        const int error = ::posix_spawnp(&child, program.c_str(), &actions_, &attributes_,
                                         pointers(words).data(), pointers(variables).data());
        if (error == EAGAIN || error == ENOMEM) refuse("start " + program, error);
        if (error != 0) throw ChildAbsent{std::strerror(error)};
        return child;
    }

private:
    static std::vector<char*> pointers(std::vector<std::string>& words) {
        std::vector<char*> all;
        for (auto& word : words) all.push_back(word.data());
        all.push_back(nullptr);
        return all;
    }

    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

/// Writes what the pipe takes; closes it when all is written or nobody reads any more.
void write_some(Descriptor& to, std::string_view& input) {
    const ssize_t count = ::write(to.number(), input.data(), input.size());
    if (count >= 0) input.remove_prefix(static_cast<std::size_t>(count));
    if (input.empty() || (count < 0 && errno != EAGAIN && errno != EINTR)) to.close();
}

void read_some(Descriptor& from, std::string& into) {
    std::array<char, 1 << 16> piece{};
    const ssize_t count = ::read(from.number(), piece.data(), piece.size());
    if (count > 0) into.append(piece.data(), static_cast<std::size_t>(count));
    if (count == 0 || (count < 0 && errno != EINTR)) from.close();
}

/// Feeds the child and hears it out, in whatever order it wants.
void talk(Descriptor& in, Descriptor& out, Descriptor& err, std::string_view input,
          ChildResult& result) {
    ::fcntl(in.number(), F_SETFL, O_NONBLOCK);
    if (input.empty()) in.close();
    while (out.number() >= 0 || err.number() >= 0) {
        // A negative descriptor is passed over by poll.
        std::array<pollfd, 3> watched{
            {{in.number(), POLLOUT, 0}, {out.number(), POLLIN, 0}, {err.number(), POLLIN, 0}}};
        if (::poll(watched.data(), watched.size(), -1) < 0) {
            if (errno == EINTR) continue;
            refuse("wait for a child process", errno);
        }
        if (watched[0].revents != 0) write_some(in, input);
        if (watched[1].revents != 0) read_some(out, result.out);
        if (watched[2].revents != 0) read_some(err, result.err);
    }
}

}  // namespace

ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments,
                      const std::vector<std::pair<std::string, std::string>>& environment,
                      std::string_view input) {
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables;
    for (const auto& [name, value] : environment) variables.push_back(name + '=' + value);
    const IgnoredPipeSignal ignored;
    Pipe in;
    Pipe out;
    Pipe err;
    const pid_t child =
        SpawnSetup{in, out, err}.start(program, std::move(words), std::move(variables));
    in.read.close();
    out.write.close();
    err.write.close();
    ChildResult result;
    talk(in.write, out.read, err.read, input, result);
    in.write.close();
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) refuse("wait for a child process", errno);
    }
    if (WIFSIGNALED(status)) {
        result.signal = WTERMSIG(status);
    } else {
        result.code = WEXITSTATUS(status);
    }
    return result;
}

}  // namespace cellbook::cli
