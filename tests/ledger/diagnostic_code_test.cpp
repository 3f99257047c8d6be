#include "ledger/diagnostic_code.hpp"

#include <algorithm>
#include <vector>

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("every diagnostic code has a name of its own") {
    std::vector<std::string_view> names;
    for (const DiagnosticCode code : all_diagnostic_codes()) {
        names.push_back(to_string(code));
    }
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    CHECK_FALSE(names.front().empty());
}
