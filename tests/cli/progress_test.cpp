#include "cli/progress.hpp"

#include <catch2/catch.hpp>
#include <csignal>
#include <sstream>

using namespace cellbook::cli;

TEST_CASE("progress says how far it is") {
    CHECK(progress_text("importing", 420'000, 1'000'000) == "importing 42 % (420000 of 1000000)");
    CHECK(progress_text("checking", 7, 0) == "checking 7");
}

TEST_CASE("Ctrl-C asks the work to stop, and short work shows nothing") {
    std::ostringstream out;
    std::ostringstream err;
    const Environment environment{.out = out, .err = err, .err_is_terminal = true};
    ProgressLine line{"importing", environment};
    const auto progress = line.callback();
    CHECK(progress(1, 10));
    std::raise(SIGINT);
    CHECK_FALSE(progress(2, 10));
    line.finish();
    CHECK(err.str().empty());
}

TEST_CASE("an interrupt of earlier work does not stop later work") {
    std::ostringstream out;
    std::ostringstream err;
    const Environment environment{.out = out, .err = err};
    {
        ProgressLine line{"importing", environment};
        std::raise(SIGINT);
        CHECK_FALSE(line.callback()(1, 2));
    }
    ProgressLine line{"checking", environment};
    CHECK(line.callback()(1, 2));
}
