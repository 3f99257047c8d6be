#include "ledger/diagnostic.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("a diagnostic says where, what and what to do, with a caret under the place") {
    const Diagnostic diagnostic =
        Diagnostic{.code = DiagnosticCode::unbalanced,
                   .explanation = "off by 50.00 BOB",
                   .remedy = "Make debits and credits equal."}
            .at({.file = "book.journal", .line = 5, .column = 3}, "\té 300 BOB");
    CHECK(to_string(diagnostic) ==
          "book.journal:5:3: error[unbalanced]: off by 50.00 BOB\n"
          "    \té 300 BOB\n"
          "    \t ^\n"
          "  Make debits and credits equal.");
}

TEST_CASE("parts that are not known are left out") {
    CHECK(to_string(Diagnostic{.code = DiagnosticCode::transaction_empty,
                               .explanation = "empty"}) == "error[transaction_empty]: empty");
    CHECK(to_string(Diagnostic{.code = DiagnosticCode::transaction_empty,
                               .explanation = "empty",
                               .position = {.file = "a"},
                               .severity = Severity::warning}) ==
          "a: warning[transaction_empty]: empty");
}

TEST_CASE("the nearest names come first, far ones not at all") {
    const std::vector<std::string> known{"cell_rent", "cell_sale", "section_dues", "gift"};
    CHECK(nearest_names("cell_xent", known) == std::vector<std::string>{"cell_rent", "cell_sale"});
    CHECK(nearest_names("gift", known).front() == "gift");
    CHECK(nearest_names("zzzzzz", known).empty());
    CHECK(nearest_names("cell_rant", known, 1).size() == 1);
    CHECK(nearest_names(std::string(1000, 'x'), known).empty());
}

TEST_CASE("a result holds a value or a diagnostic") {
    const Result<int> value = 7;
    REQUIRE(value);
    CHECK(*value == 7);
    const Result<int> none = Diagnostic{.code = DiagnosticCode::number_invalid, .explanation = "x"};
    REQUIRE_FALSE(none);
    CHECK(none.error().code == DiagnosticCode::number_invalid);
}
