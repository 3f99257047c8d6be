#include "ledger/reading/register_values.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/ledger/register_rows.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

/// `explanation / remedy`, empty where the text was taken.
std::string refusal(Register sort, const std::string& name, const std::string& text) {
    Chart chart;
    const RegisterForm& form = register_form(sort);
    RegisterDeclaration row = empty_row(form);
    const auto fault = read_row_field(form, name, text, chart, row);
    if (!fault) return {};
    CHECK(fault->code == DiagnosticCode::register_field_invalid);
    return fault->explanation + " / " + fault->remedy;
}

}  // namespace

TEST_CASE("what a field says is read back from its own text, for every field of every register") {
    Chart chart;
    for (const RegisterForm& form : register_forms()) {
        const RegisterDeclaration row = full_row(form, chart);
        RegisterDeclaration read = empty_row(form);
        CHECK(missing_field(read) == form.fields.front().name);
        for (std::size_t i = 0; i < form.fields.size(); ++i) {
            const std::string name{form.fields[i].name};
            INFO(form.name << ' ' << name);
            CHECK(register_text(read, i, chart).empty());
            CHECK_FALSE(read_row_field(form, name, register_text(row, i, chart), chart, read));
            CHECK(read.values[i] == row.values[i]);
            CHECK(is_row_field(form, name));
        }
        CHECK_FALSE(missing_field(read));
        CHECK_FALSE(read_row_field(form, "standing", "simulated", chart, read));
        CHECK_FALSE(read_row_field(form, "source", "S12", chart, read));
        CHECK_FALSE(read_row_field(form, "note", row_note, chart, read));
        read.tags = row.tags;
        CHECK(read == row);
    }
}

TEST_CASE("a text that is no value of its field is refused with what would be") {
    struct Case {
        Register sort;
        std::string field;
        std::string text;
        std::string refusal;
    };
    const std::string stars =
        "` is no whole number from 0 to 5 / Write digits alone, without "
        "sign and decimals.";
    const std::string people =
        "` is no whole number from 1 to 1000000 / Write digits alone, "
        "without sign and decimals.";
    for (const auto& [sort, field, text, told] : std::vector<Case>{
             {Register::section, "grade", "5", ""},
             {Register::section, "grade", "6", "`6" + stars},
             {Register::section, "grade", "-1", "`-1" + stars},
             {Register::section, "grade", "4.5", "`4.5" + stars},
             {Register::section, "grade", "99999999999999999999", "`99999999999999999999" + stars},
             {Register::cell, "places", "1", ""},
             {Register::cell, "places", "0", "`0" + people},
             {Register::cell, "places", "1000001", "`1000001" + people},
             {Register::cell, "area", "9.50", ""},
             {Register::cell, "area", "-1",
              "`-1` is below zero / Give the sum itself: who pays whom follows from the row."},
             {Register::cell, "area", "9,5",
              "`9,5` is no decimal number / Write digits with at most one point, as in -1234.50."},
             {Register::member, "role", "child", ""},
             {Register::member, "role", "Child",
              "`Child` is no value of `role` / Did you mean `child`? Write inmate, spouse, adult "
              "or "
              "child."},
             {Register::member, "household", "assets:cash",
              "`assets:cash` is no name of a party / Name a party as its accounts do, as in "
              "inmates:i0042."},
             {Register::member, "standing", "guessed",
              "`guessed` is no standing / Write observed, estimated, assumed or simulated."},
             {Register::member, "arrived", "", ""},
         }) {
        INFO(field << ' ' << text);
        CHECK(refusal(sort, field, text) == told);
    }
    CHECK(refusal(Register::member, "arrived", "2018-02-30").find("30") != std::string::npos);
}

TEST_CASE("rows have standing, source and note besides their own fields, and no others") {
    const RegisterForm& cell = register_form(Register::cell);
    for (const char* name : {"standing", "source", "note", "cell", "places"}) {
        CHECK(is_row_field(cell, name));
    }
    for (const char* name : {"", "owner", "tag:x", "Places"}) CHECK_FALSE(is_row_field(cell, name));
}
