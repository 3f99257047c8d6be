#include "cli/fd_stream.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>
#include <string>
#include <thread>

using cellbook::cli::FdBuffer;

TEST_CASE("everything written arrives, also what is longer than the buffer") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    std::string arrived;
    std::thread reader{[&] {
        char bytes[4096];
        for (ssize_t size = 0; (size = ::read(ends[0], bytes, sizeof bytes)) > 0;) {
            arrived.append(bytes, static_cast<std::size_t>(size));
        }
    }};
    std::string sent;
    {
        FdBuffer buffer{ends[1]};
        std::ostream out{&buffer};
        for (int i = 0; i < 30'000; ++i) {
            out << i << '\n';
            sent += std::to_string(i) + '\n';
        }
        out.flush();
        CHECK(out.good());
        CHECK(buffer.error() == 0);
    }
    ::close(ends[1]);
    reader.join();
    CHECK(arrived == sent);
}

TEST_CASE("a full disk and a reader that went away are told apart") {
    const int full = ::open("/dev/full", O_WRONLY);
    REQUIRE(full >= 0);
    FdBuffer buffer{full};
    std::ostream out{&buffer};
    out << "something" << std::flush;
    CHECK_FALSE(out.good());
    CHECK(buffer.error() == ENOSPC);
    ::close(full);

    std::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]);
    FdBuffer broken{ends[1]};
    std::ostream pipe{&broken};
    pipe << std::string(200'000, 'x') << std::flush;
    CHECK_FALSE(pipe.good());
    CHECK(broken.error() == EPIPE);
    ::close(ends[1]);
    std::signal(SIGPIPE, SIG_DFL);
}
