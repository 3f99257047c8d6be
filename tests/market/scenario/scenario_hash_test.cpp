#include "market/scenario/scenario_hash.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

namespace {

std::string hash_of(const std::string& toml) {
    const auto root = parse_toml(toml, "a.toml");
    REQUIRE(root);
    return scenario_hash(*root);
}

}  // namespace

TEST_CASE("comments, blanks, the order of keys and the spelling of numbers do not matter") {
    const std::string hash = hash_of("a = 1\n[t]\nb = \"x\"\nc = 250\n");
    CHECK(hash.size() == 64);
    CHECK(hash == hash_of("# said\n\na=1.0\n[t]\nc = 2.5e2 # money\nb = 'x'\n"));
    CHECK(hash == hash_of("t = {c = 250.00, b = \"x\"}\na = 1\n"));
    CHECK(hash == hash_of("t.b = \"x\"\nt.c = 250\na = 1\n"));
}

TEST_CASE("whatever has a meaning does matter") {
    const char* const texts[] = {
        "a = 1\n",
        "a = 2\n",
        "b = 1\n",
        "a = \"1\"\n",
        "a = [1]\n",
        "a = [1, 2]\n",
        "a = [2, 1]\n",
        "a = true\n",
        "a = 2026-01-01\n",
        "a = \"2026-01-01\"\n",
        "a = {}\n",
        "",
        "a = [[1], [2]]\n",
        "a = [[1, 2]]\n",
        "a = \"1,\"\n",
        "a = 9007199254740993\n",
        "a = 9007199254740992\n",
        "a = 9007199254740992.0\n",
    };
    std::vector<std::string> seen;
    for (const char* text : texts) seen.push_back(hash_of(text));
    CHECK(seen[16] == seen[17]);  // one number, whole or not
    seen.pop_back();
    for (std::size_t i = 0; i < seen.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            INFO(texts[i] << " and " << texts[j]);
            CHECK(seen[i] != seen[j]);
        }
    }
}
