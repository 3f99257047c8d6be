#include "market/scenario/scenario_form.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "market/random/probability_distribution.hpp"
#include "market/scenario/shock_target.hpp"
#include "market/sensitivity/sampling.hpp"

using namespace cellbook;
using nlohmann::json;

namespace {

json schema() {
    std::ifstream file{CELLBOOK_SOURCE_DIR "/schemas/scenario.schema.json"};
    REQUIRE(file.good());
    return json::parse(file);
}

const json& table_of(const json& root, std::string_view name) {
    return name == "file" ? root : root.at("$defs").at(std::string{name});
}

std::set<std::string> words_of(const json& list) {
    return list.get<std::set<std::string>>();
}

template <class Range, class Name>
std::set<std::string> names_in(const Range& range, Name name) {
    std::set<std::string> names;
    for (const auto& each : range) names.emplace(name(each));
    return names;
}

std::set<std::string> words_of(std::span<const std::string_view> words) {
    return {words.begin(), words.end()};
}

}  // namespace

TEST_CASE("the schema has the tables and keys that the reader knows, and no other") {
    const json root = schema();
    std::set<std::string> tables;
    for (const TableForm& form : scenario_forms()) {
        INFO(form.name);
        if (form.name != "file") tables.emplace(form.name);
        const json& table = table_of(root, form.name);
        CHECK(table.at("additionalProperties") == false);
        std::set<std::string> keys;
        for (const auto& [key, value] : table.at("properties").items()) {
            INFO(key);
            keys.insert(key);
            CHECK_FALSE(value.value("description", "").empty());
        }
        const auto known = form.key_names();
        CHECK(keys == std::set<std::string>(known.begin(), known.end()));
        std::set<std::string> required;
        for (const KeyForm& key : form.keys) {
            if (key.need == KeyForm::Need::required) required.insert(key.name);
        }
        CHECK(words_of(table.value("required", json::array())) == required);
    }
    for (const auto& [name, value] : root.at("$defs").items()) {
        if (value.contains("properties")) CHECK(tables.contains(name));
    }
}

TEST_CASE("the schema offers the words that the reader takes, and no other") {
    const json root = schema();
    const auto words = [&](const char* table, const char* key) {
        return words_of(table_of(root, table).at("properties").at(key).at("enum"));
    };
    const auto samplings = names_in(sampling_names(), [](const auto& each) { return each.name; });
    auto without_grid = samplings;
    without_grid.erase("grid");
    CHECK(root.at("properties").at("schema").at("const") == scenario_schema);
    CHECK(words("file", "model") == words_of(scenario_models()));
    CHECK(words("run", "sampling") == without_grid);
    CHECK(words("run", "on_infeasible") == words_of(infeasible_names()));
    CHECK(words("estimate", "estimate") == words_of(estimate_methods()));
    CHECK(words("distribution", "dist") ==
          names_in(distribution_forms(), [](const auto& each) { return each.name; }));
    CHECK(words("shock", "op") == words_of(shock_operations()));
    CHECK(words("shock", "rationing") == words_of(rationing_names()));
    CHECK(words("output", "period") == words_of(output_periods()));
    CHECK(words_of(table_of(root, "output").at("properties").at("by").at("items").at("enum")) ==
          words_of(output_groups()));
    CHECK(words("sweep", "method") == samplings);
    CHECK(
        words_of(table_of(root, "export").at("properties").at("formats").at("items").at("enum")) ==
        words_of(export_formats()));
}
