#include "market/scenario/table_reader.hpp"

#include <catch2/catch.hpp>
#include <functional>

using namespace cellbook;

namespace {

struct Read {
    explicit Read(std::string toml, const TableForm& form) : text{std::move(toml)} {
        auto parsed = parse_toml(text, "a.toml");
        REQUIRE(parsed);
        root = *std::move(parsed);
        file.emplace("a.toml", text, problems);
        table.emplace(root, form, *file);
    }
    std::string text;
    TomlNode root{};
    std::vector<Diagnostic> problems{};
    std::optional<FileProblems> file{};
    std::optional<TableReader> table{};
};

const TableForm form{.name = "form",
                     .title = "[form]",
                     .keys = {{"needed", KeyForm::Need::required},
                              {"wanted"},
                              {"gone", KeyForm::Need::unsupported, "Do without."}}};

}  // namespace

TEST_CASE("keys that are unknown, missing or not offered are told when a table is opened") {
    const Read read{"wnated = 1\ngone = 2\n", form};
    REQUIRE(read.problems.size() == 3);
    CHECK(read.problems[0].code == DiagnosticCode::scenario_key_unknown);
    CHECK(read.problems[0].remedy == "Did you mean `wanted`?");
    CHECK(read.problems[1].code == DiagnosticCode::scenario_unsupported);
    CHECK(read.problems[1].remedy == "Do without.");
    CHECK(read.problems[2].code == DiagnosticCode::scenario_key_missing);
    const Read far{"needed = 1\nsomething_else = 2\n", form};
    CHECK(far.problems.front().remedy == "Its keys are needed, wanted.");
}

TEST_CASE("a value of another sort reads as nothing and is told") {
    using Get = std::function<bool(TableReader&)>;
    struct Case {
        const char* name;
        const char* right;
        const char* wrong;
        Get get;
    };
    const std::string_view words[] = {"one", "two"};
    const Case cases[] = {
        {"text", "\"a\"", "1", [](TableReader& t) { return t.text("needed").has_value(); }},
        {"text", "\"a\"", "\"\"", [](TableReader& t) { return t.text("needed").has_value(); }},
        {"text", "\"a\"", "\"a\\nb\"", [](TableReader& t) { return t.text("needed").has_value(); }},
        {"choice", "\"two\"", "\"tow\"",
         [&](TableReader& t) { return t.choice("needed", words) == 1; }},
        {"number", "1", "\"1\"", [](TableReader& t) { return t.number("needed") == 1.0; }},
        {"number", "1.5", "nan", [](TableReader& t) { return t.number("needed").has_value(); }},
        {"whole", "2", "2.0",
         [](TableReader& t) { return t.whole("needed", {.low = 1, .high = 3}) == 2; }},
        {"whole", "2", "0",
         [](TableReader& t) { return t.whole("needed", {.low = 1, .high = 3}) == 2; }},
        {"whole", "2", "4",
         [](TableReader& t) { return t.whole("needed", {.low = 1, .high = 3}) == 2; }},
        {"truth", "true", "\"true\"", [](TableReader& t) { return t.truth("needed") == true; }},
        {"date", "2026-03-01", "2026", [](TableReader& t) { return t.date("needed").has_value(); }},
        {"date", "\"2026-03-01\"", "\"2026-02-30\"",
         [](TableReader& t) { return t.date("needed").has_value(); }},
        {"texts", "[\"a\"]", "[1]", [](TableReader& t) { return t.texts("needed").size() == 1; }},
        {"numbers", "[1, 2.5]", "[]",
         [](TableReader& t) { return t.numbers("needed").size() == 2; }},
        {"table", "{a = 1}", "1", [](TableReader& t) { return t.table("needed") != nullptr; }},
        {"tables", "[{a = 1}]", "{a = 1}",
         [](TableReader& t) { return t.tables("needed").size() == 1; }},
    };
    for (const Case& each : cases) {
        INFO(each.name << ' ' << each.wrong);
        Read right{std::string{"needed = "} + each.right, form};
        CHECK(each.get(*right.table));
        CHECK(right.problems.empty());
        Read wrong{std::string{"needed = "} + each.wrong, form};
        CHECK_FALSE(each.get(*wrong.table));
        REQUIRE(wrong.problems.size() == 1);
        CHECK(wrong.problems[0].code == DiagnosticCode::scenario_value_invalid);
        CHECK(wrong.problems[0].position.column == 10);
        CHECK_FALSE(wrong.problems[0].remedy.empty());
    }
}

TEST_CASE("what is absent reads as nothing and is not told twice") {
    Read read{"", form};
    CHECK_FALSE(read.table->text("needed"));
    CHECK_FALSE(read.table->number("wanted"));
    CHECK(read.table->texts("wanted").empty());
    CHECK(read.table->tables("wanted").empty());
    CHECK(read.problems.size() == 1);
}

TEST_CASE("words are listed as people do") {
    const std::string_view three[] = {"a", "b", "c"};
    CHECK(one_of(three) == "a, b or c");
    CHECK(one_of(std::span{three}.first(1)) == "a");
}
