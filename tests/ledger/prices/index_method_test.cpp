#include "ledger/prices/index_method.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "tests/ledger/prices/panel_fixture.hpp"

using namespace cellbook;

TEST_CASE("every method has a name of its own that names it") {
    std::set<std::string> names;
    for (const IndexMethod& method : all_index_methods()) {
        const std::vector<std::string> name{to_string(method)};
        CHECK(names.insert(name.front()).second);
        const auto parsed = parse_index_methods({.names = name});
        REQUIRE(parsed);
        CHECK(*parsed == std::vector{method});
        CHECK((method.scheme != IndexScheme::geks || is_time_reversible(method.formula)));
    }
    CHECK(names.contains("geks-tornqvist"));
    CHECK(names.contains("chained-unit-value"));
}

TEST_CASE("methods are taken once each, chained where asked, and all of them by one word") {
    const std::vector<std::string> twice{"fisher", "geks-fisher", "chained-fisher"};
    const auto chained = parse_index_methods({.names = twice, .chained = true});
    REQUIRE(chained);
    CHECK(*chained == std::vector<IndexMethod>{{IndexFormula::fisher, IndexScheme::chained},
                                               {IndexFormula::fisher, IndexScheme::geks}});
    const std::vector<std::string> all{"all"};
    CHECK(parse_index_methods({.names = all})->size() == 2 * index_formula_count + 4);
    CHECK(parse_index_methods({.names = all, .chained = true})->size() == index_formula_count + 4);
    const auto unweighted = parse_index_methods({.names = all, .quantities = false});
    for (const IndexMethod& method : *unweighted) {
        CHECK_FALSE(needs_quantities(method.formula));
    }
}

TEST_CASE("an index method or splice that there is not is told with the nearest") {
    const std::vector<std::string> wrong{"geks-tornquist"};
    const auto method = parse_index_methods({.names = wrong});
    REQUIRE_FALSE(method);
    CHECK(method.error().code == DiagnosticCode::index_option_invalid);
    CHECK(method.error().remedy == "Did you mean geks-tornqvist?");
    CHECK(to_string(*parse_splice("half")) == "half");
    CHECK(parse_splice("halves").error().code == DiagnosticCode::index_option_invalid);
}

TEST_CASE("a panel is made with what its methods ask of it, and no method with less") {
    const auto periods = test::drawn(61, 3, 4);
    for (const IndexMethod& method : all_index_methods()) {
        INFO(to_string(method));
        const std::vector<IndexMethod> methods{method};
        const auto whole = price_indexes(test::panel_of(periods), {.methods = methods});
        const auto spare =
            price_indexes(test::panel_of(periods, needs_of(methods)), {.methods = methods});
        CHECK(spare->series.front().values == whole->series.front().values);
    }
    const std::vector<IndexMethod> fisher{{IndexFormula::fisher, IndexScheme::geks}};
    CHECK_FALSE(needs_of(fisher).logs);
    CHECK_FALSE(needs_of(fisher).roots);
}
