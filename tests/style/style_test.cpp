#include "tests/style/style.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace style = cellbook::style;
using style::Tree;

namespace {

const style::MapOrder small_order{{"ledger/money", "ledger/party", "ledger/reading/",
                                   "ledger/reading/tokens", "ledger/reading/journal",
                                   "market/series/", "market/demand"}};

std::vector<std::string> rules_broken(const Tree& tree) {
    std::vector<std::string> rules;
    for (const auto& breach : style::check(tree, small_order)) rules.push_back(breach.rule);
    return rules;
}

std::string lines(std::size_t count, const std::string& line) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += line + "\n";
    return text;
}

const std::string header = "/// A claim.\n#pragma once\n";

/// A tree with one source that has its test.
Tree source(const std::string& path, const std::string& text) {
    const std::string stem = path.substr(0, path.rfind('.'));
    Tree tree{{path, text}};
    if (path.ends_with(".cpp")) tree["tests/" + stem + "_test.cpp"] = "";
    return tree;
}

struct Case {
    std::string name;
    std::string path;
    std::string text;
    std::vector<std::string> rules;  // that it breaks
};

}  // namespace

TEST_CASE("each rule catches its breach and leaves the lawful neighbour alone") {
    const std::vector<Case> cases{
        {"up a layer",
         "ledger/money.hpp",
         header + "#include \"cli/table.hpp\"\n",
         {"layer_order"}},
        {"up two", "schemas/a.cpp", "#include \"market/demand.hpp\"\n", {"layer_order"}},
        {"into the tests", "cli/a.cpp", "#include \"tests/a.hpp\"\n", {"layer_order"}},
        {"down a layer", "cli/a.cpp", "#include \"ledger/money.hpp\"\n", {}},
        {"a test uses all", "tests/cli/a.cpp", "#include \"cli/a.hpp\"\n", {}},
        {"below in the map", "ledger/money.cpp", "#include \"ledger/party.hpp\"\n", {"map_order"}},
        {"below in a folder",
         "ledger/reading/tokens.cpp",
         "#include \"ledger/reading/journal.hpp\"\n",
         {"map_order"}},
        {"above in the map", "ledger/party.cpp", "#include \"ledger/money.hpp\"\n", {}},
        {"folder uses file", "ledger/reading/x.cpp", "#include \"ledger/party.hpp\"\n", {}},
        {"not in the map", "ledger/utils.cpp", "int x;\n", {"map_order"}},
        {"double", "ledger/money.cpp", "double half = 0.5;\n", {"floating_point"}},
        {"float cast", "ledger/money.cpp", "int x = static_cast<float>(1);\n", {"floating_point"}},
        {"parsed double", "ledger/money.cpp", "auto x = std::stod(text);\n", {"floating_point"}},
        {"double-entry in words",
         "ledger/money.cpp",
         "// double entry\nauto s = \"double\";\n",
         {}},
        {"double in the market", "market/demand.cpp", "double elasticity = -1;\n", {}},
        {"below in the market's map",
         "market/series/x.cpp",
         "#include \"market/demand.hpp\"\n",
         {"map_order"}},
        {"iostream", "ledger/money.cpp", "#include <iostream>\n", {"printing"}},
        {"cout", "market/demand.cpp", "void f() { std::cout << 1; }\n", {"printing"}},
        {"printf", "ledger/money.cpp", "void f() { printf(x); }\n", {"printing"}},
        {"fmt::print", "ledger/money.cpp", "void f() { fmt::print(x); }\n", {"printing"}},
        {"the cli prints", "cli/a.cpp", "void f() { std::cout << 1; }\n", {}},
        {"snprintf is no print", "ledger/money.cpp", "void f() { snprintf(b, 1, x); }\n", {}},
        {"500 lines", "cli/a.cpp", lines(500, "int x;"), {}},
        {"501 lines", "cli/a.cpp", lines(501, "int x;"), {"file_length"}},
        {"100 columns", "cli/a.cpp", std::string(100, 'x') + "\n", {}},
        {"101 columns", "cli/a.cpp", std::string(101, 'x') + "\n", {"line_length"}},
        {"70 lines", "cli/a.cpp", "int f() {\n" + lines(68, "    g();") + "}\n", {}},
        {"71 lines",
         "cli/a.cpp",
         "int f() {\n" + lines(69, "    g();") + "}\n",
         {"function_length"}},
        {"bare header", "ledger/money.hpp", "#pragma once\n", {"header_docstring"}},
        {"header twice", "ledger/money.hpp", "/// A claim.\n", {"pragma_once"}},
    };
    for (const auto& fixture : cases) {
        INFO(fixture.name);
        CHECK(rules_broken(source(fixture.path, fixture.text)) == fixture.rules);
    }
}

TEST_CASE("a source without a test in the mirror place is named") {
    const auto breaches = style::check({{"ledger/reading/journal.cpp", ""}}, small_order);
    REQUIRE(breaches.size() == 1);
    CHECK(breaches[0].rule == "source_without_test");
    CHECK(breaches[0].what == "there is no tests/ledger/reading/journal_test.cpp");
}

TEST_CASE("a breach names the line") {
    const auto breaches =
        style::check(source("ledger/money.cpp", "int a;\n\nfloat b;\n"), small_order);
    REQUIRE(breaches.size() == 1);
    CHECK(breaches[0].line == 3);
}

TEST_CASE("functions are measured in whatever they stand") {
    const std::string body = lines(80, "    g();");
    const std::vector<Case> cases{
        {"namespace",
         "cli/a.cpp",
         "namespace a {\nint f() {\n" + body + "}\n}\n",
         {"function_length"}},
        {"member",
         "cli/a.cpp",
         "class A : B {\n    int f() const {\n" + body + "    }\n};\n",
         {"function_length"}},
        {"constructor",
         "cli/a.cpp",
         "A::A(int x) : x_{x}, y_(x) {\n" + body + "}\n",
         {"function_length"}},
        {"template",
         "cli/a.cpp",
         "template <class T>\nauto f(T t) -> int {\n" + body + "}\n",
         {"function_length"}},
        {"test case",
         "tests/a.cpp",
         "TEST_CASE(\"a claim\") {\n" + body + "}\n",
         {"function_length"}},
        {"lambda",
         "cli/a.cpp",
         "const auto f = [](int x) {\n" + body + "};\n",
         {"function_length"}},
        {"a long type is no function",
         "cli/a.cpp",
         "struct A {\n" + lines(80, "int f() { }") + "};\n",
         {}},
        {"a long table is no function",
         "cli/a.cpp",
         "const A table[] = {\n" + lines(80, "    {f(1), {2}},") + "};\n",
         {}},
        {"a brace in a string", "cli/a.cpp", "int f() { g(\"{\", '{', R\"({)\"); }\n" + body, {}},
    };
    for (const auto& fixture : cases) {
        INFO(fixture.name);
        CHECK(rules_broken(source(fixture.path, fixture.text)) == fixture.rules);
    }
}

TEST_CASE("comments and strings are blanked and lines kept") {
    CHECK(style::without_comments_and_strings("a /* b\nc */ d // e\nf") ==
          "a     \n     d     \nf");
    CHECK(style::without_comments_and_strings("x = \"a\\\"b\" + 'c' + 1'000;") ==
          "x = \"    \" + ' ' + 1'000;");
}

TEST_CASE("the order of each layer is read from the map") {
    const auto order = style::map_order(
        "# Title\n```map\nschemas/   data\nledger/    what happened\n"
        "  date decimal    calendar\n  reading/        text\n    tokens        words\n"
        "    journal       entries\n  book/           the file\nmarket/    would happen\n  demand  "
        " a\ncli/       people\n  main   "
        "x\n```\n"
        "```\nledger/\n  no        map\n```\n");
    CHECK(order.names == std::vector<std::string>{"ledger/date", "ledger/decimal",
                                                  "ledger/reading/", "ledger/reading/tokens",
                                                  "ledger/reading/journal", "ledger/book/",
                                                  "market/demand"});
}

TEST_CASE("an exception needs a reason") {
    const auto exceptions = style::read_exceptions(
        "tests/style/exceptions.txt",
        "# comment\n\nsource_without_test cli/main.cpp  it only calls run()\nline_length a.cpp\n");
    CHECK(exceptions.allowed == std::vector<std::string>{"source_without_test cli/main.cpp"});
    REQUIRE(exceptions.breaches.size() == 1);
    CHECK(exceptions.breaches[0].rule == "exception_without_reason");
    CHECK(exceptions.breaches[0].line == 4);
}
