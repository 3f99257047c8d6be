#include "market/baseline/baseline.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("agents, products and kinds are found by their names, and nothing else is") {
    const Baseline baseline{
        .agents = {{.name = "inmates:ana"}, {.name = "inmates:bea"}, {.name = "sections:posta"}},
        .kinds = {"wage", "service"},
        .products = {{.name = "bread"}, {.name = "soup"}}};
    CHECK(baseline.find_agent("inmates:ana") == 0);
    CHECK(baseline.find_agent("sections:posta") == 2);
    CHECK(baseline.find_product("soup") == 1);
    CHECK(baseline.find_kind("service") == 1);
    for (const std::string absent : {"", "a", "inmates:an", "inmates:anab", "z"}) {
        CHECK(baseline.find_agent(absent) == nowhere);
        CHECK(baseline.find_product(absent) == nowhere);
        CHECK(baseline.find_kind(absent) == nowhere);
    }
    CHECK(Baseline{}.find_agent("inmates:ana") == nowhere);
}

TEST_CASE("a product's price is the mean of what was counted, and absent where nothing was") {
    CHECK(Product{.name = "soup", .sales = 100, .quantity = 4, .counted = 10}.price() == 2.5);
    CHECK(Product{.name = "soup", .sales = 100}.price() == 0);
    // More was taken back in the period than was sold.
    CHECK(Product{.name = "soup", .sales = -5, .quantity = -1, .counted = -5}.price() == 0);
}
