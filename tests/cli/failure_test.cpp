#include "cli/failure.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace cellbook;
using namespace cellbook::cli;

namespace {

Diagnostic complaint(DiagnosticCode code) {
    return {code, "it is wrong", "mend it"};
}

}  // namespace

TEST_CASE("as many diagnostics are printed as a person reads, the rest counted") {
    const std::vector<Diagnostic> kept(1000, complaint(DiagnosticCode::unbalanced));
    std::ostringstream out;
    print_diagnostics(out, kept, 10'000);
    const std::string one = to_string(kept.front()) + "\n";
    std::string wanted;
    for (int i = 0; i < 20; ++i) wanted += one;
    CHECK(out.str() == wanted + "... and 9980 more\n");

    std::ostringstream few;
    print_diagnostics(few, {kept.front()}, 1);
    CHECK(few.str() == one);
}

TEST_CASE("a file that cannot be read is storage's fault, all else the input's") {
    CHECK(exit_code_of(InputError{complaint(DiagnosticCode::file_unreadable)}) == exit_storage);
    CHECK(exit_code_of(InputError{complaint(DiagnosticCode::unbalanced)}) == exit_data);
}

TEST_CASE("a result is its value or the error it holds") {
    CHECK(value_or_fail(Result<int>{3}) == 3);
    CHECK_THROWS_AS(value_or_fail(Result<int>{complaint(DiagnosticCode::unbalanced)}), InputError);
    CHECK(value_or_usage_error(Result<int>{3}) == 3);
    CHECK_THROWS_AS(value_or_usage_error(Result<int>{complaint(DiagnosticCode::query_invalid)}),
                    UsageError);
}
