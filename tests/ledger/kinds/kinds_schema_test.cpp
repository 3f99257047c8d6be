#include <catch2/catch.hpp>
#include <regex>
#include <set>
#include <string>

#include "ledger/kinds/kind_table.hpp"
#include "ledger/kinds/kind_text.hpp"
#include "schemas/schemas.hpp"

using namespace cellbook;

namespace {

std::string schema() {
    return std::string{schemas::kinds_schema_json()};
}

/// The keys of a kind, as the schema's layout shows them: one a line, with the indent of the first.
std::set<std::string> keys_of_a_kind() {
    const std::string text = schema();
    const std::size_t properties = text.find("\"properties\"", text.find("\"oneOf\""));
    std::size_t at = text.find('\n', properties) + 1;
    const std::size_t indent = text.find_first_not_of(' ', at) - at;
    std::set<std::string> names;
    while (text.find_first_not_of(' ', at) - at >= indent) {
        if (text[at + indent] == '"') {
            names.insert(
                text.substr(at + indent + 1, text.find('"', at + indent + 1) - at - indent - 1));
        }
        at = text.find('\n', at) + 1;
    }
    return names;
}

std::regex pattern_of(const std::string& definition) {
    const std::string text = schema();
    const std::string begin = "\"pattern\": \"";
    const std::size_t at = text.find(begin, text.find('"' + definition + "\": {")) + begin.size();
    std::string pattern = text.substr(at, text.find("\"\n", at) - at);
    for (std::size_t i = 0; (i = pattern.find("\\\\", i)) != std::string::npos; ++i)
        pattern.erase(i, 1);
    return std::regex{pattern};
}

}  // namespace

TEST_CASE("the schema of kinds files knows the keys that the standard table uses, and no other") {
    const auto toml = parse_kinds_toml(schemas::kinds_toml(), "kinds.toml");
    REQUIRE(toml);
    std::set<std::string> used;
    for (const auto& kind : toml->find("kind")->value.items) {
        for (const auto& member : kind.members) used.insert(member.key);
    }
    CHECK(keys_of_a_kind() == used);
}

TEST_CASE("the schema's patterns take what stands in the standard table and refuse what is wrong") {
    const auto sum = pattern_of("sum");
    const auto computed = pattern_of("sum_or_product");
    const auto account = pattern_of("account");
    for (const auto& kind : KindTable::standard().all()) {
        for (const auto& leg : kind.legs) {
            INFO(kind.name);
            CHECK(std::regex_match(leg.account, account));
            CHECK(std::regex_match(to_string(leg.amount), sum));
        }
        for (const auto& [name, expression] : kind.amounts) {
            CHECK(std::regex_match(to_string(expression), computed));
        }
    }
    CHECK_FALSE(std::regex_match("amount * levy_rate", sum));
    CHECK_FALSE(std::regex_match("amount * levy_rate + levy", computed));
    CHECK_FALSE(std::regex_match("cash", account));
}
