#include "cli/plot/plot_list.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "cli/failure.hpp"

using namespace cellbook::cli;

TEST_CASE("every picture has a name of its own, a summary and one way to be made") {
    std::set<std::string> names;
    for (const auto& kind : plot_kinds()) {
        INFO(kind.name);
        CHECK(names.insert(kind.name).second);
        CHECK_FALSE(kind.summary.empty());
        CHECK(static_cast<bool>(kind.table) == static_cast<bool>(kind.draw));
        CHECK(static_cast<bool>(kind.table) != static_cast<bool>(kind.make));
        CHECK(&find_plot_kind(kind.name) == &kind);
    }
    CHECK(names.contains("balance"));
}

TEST_CASE("an unknown picture is refused with the nearest name") {
    try {
        find_plot_kind("balanse");
        FAIL("found");
    } catch (const UsageError& error) {
        CHECK(error.remedy == "did you mean balance?");
    }
}
