#include "market/scenario/toml_tree.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;
using Sort = TomlNode::Sort;

TEST_CASE("each sort of value keeps its value and its place") {
    const auto root = parse_toml(
        "text = \"a\"\nwhole = 3\nreal = 1.5\ntruth = true\nday = 2026-03-01\nlist = [1]\n"
        "  time = 07:32:00\n",
        "a.toml");
    REQUIRE(root);
    CHECK(root->find("text")->value.text == "a");
    CHECK(root->find("whole")->value.integer == 3);
    CHECK(root->find("whole")->value.real == 3.0);
    CHECK(root->find("real")->value.real == 1.5);
    CHECK(root->find("truth")->value.truth);
    CHECK(to_string(root->find("day")->value.date) == "2026-03-01");
    CHECK(root->find("list")->value.items.size() == 1);
    CHECK(root->find("time")->value.sort == Sort::other);
    CHECK(root->find("time")->place == TextPlace{7, 3});
    CHECK(root->find("real")->value.place == TextPlace{3, 8});
    CHECK(root->find("none") == nullptr);
    CHECK(root->members.front().key == "text");
    CHECK(root->members.back().key == "time");
}

TEST_CASE("what is not TOML is told with line, column and the line itself") {
    const auto root = parse_toml("a = 1\nb = = 2\n", "a.toml");
    REQUIRE_FALSE(root);
    CHECK(root.error().code == DiagnosticCode::scenario_syntax);
    CHECK(root.error().position.line == 2);
    CHECK(root.error().excerpt == "b = = 2");
}

TEST_CASE("what stands deeper than anything in a scenario is not looked into") {
    std::string text = "a = ";
    for (int i = 0; i < 40; ++i) text += '[';
    for (int i = 0; i < 40; ++i) text += ']';
    const auto root = parse_toml(text, "a.toml");
    REQUIRE(root);
    const TomlNode* node = &root->find("a")->value;
    int depth = 0;
    for (; node->sort == Sort::list; node = &node->items.front()) ++depth;
    CHECK(node->sort == Sort::other);
    CHECK(depth < 20);
}

TEST_CASE("complaints show the line without its end, and the nearest name is suggested") {
    std::vector<Diagnostic> problems;
    FileProblems file{"a.toml", "one\r\ntwo", problems};
    file.complain(DiagnosticCode::scenario_key_unknown, {1, 2}, "what", "remedy");
    file.complain(DiagnosticCode::scenario_key_unknown, {2, 1}, "what", "remedy");
    CHECK(problems[0].excerpt == "one");
    CHECK(problems[0].position == Position{"a.toml", 1, 2});
    CHECK(problems[1].excerpt == "two");
    CHECK(did_you_mean("seeed", {"seed", "replicas"}) == "Did you mean `seed`?");
    CHECK(did_you_mean("xyz", {"seed", "replicas"}).empty());
}
