#include "ledger/reading/events_header.hpp"

#include <catch2/catch.hpp>
#include <regex>

#include "ledger/kinds/event.hpp"
#include "schemas/schemas.hpp"

using namespace cellbook;

namespace {

struct Header {
    std::vector<std::string> problems{};
    std::vector<EventColumn> columns{};

    explicit Header(const std::vector<std::string>& names) {
        std::vector<CsvField> fields;
        for (const auto& name : names) fields.push_back({.text = name, .line = 1, .column = 1});
        columns = read_events_header(fields, KindTable::standard(), [&](const Diagnostic& problem) {
            problems.push_back(std::string{to_string(problem.code)} + ": " + problem.explanation +
                               ". " + problem.remedy);
        });
    }
};

Header header_with(const std::string& name) {
    return Header{{"date", "kind", "payer", "amount", "commodity", name}};
}

}  // namespace

TEST_CASE("every field of an event is a column of its name") {
    const Header header{event_fields()};
    REQUIRE(header.problems.empty());
    REQUIRE(header.columns.size() == event_fields().size());
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
        CHECK(header.columns[i].field == static_cast<EventField>(i));
        CHECK(header.columns[i].name == event_fields()[i]);
    }
    CHECK(header.columns.back().field == EventField::note);
}

TEST_CASE("the table schema describes exactly the columns that are read, in their order") {
    const std::string schema{schemas::events_json()};
    std::vector<std::string> names;
    const std::regex field{R"re(\{"name": "([a-z0-9]+)", "type")re"};
    for (std::sregex_iterator at{schema.begin(), schema.end(), field}; at != std::sregex_iterator{};
         ++at) {
        names.push_back((*at)[1]);
    }
    CHECK(names == event_fields());
}

TEST_CASE("tag columns become tags, or the fields that journal text writes as tags") {
    CHECK(header_with("tag:weather").columns.back().field == EventField::tag);
    CHECK(header_with("tag:weather").columns.back().name == "weather");
    CHECK(header_with("tag:unit_price").columns.back().field == EventField::unit_price);
    CHECK(header_with("tag:standing-party").columns.back().field == EventField::standing_party);
    CHECK(header_with("tag:nonobserved").columns.back().field == EventField::nonobserved);
}

TEST_CASE("a name that is no column is refused with a suggestion, and the column is passed over") {
    for (const auto& [name, said] : std::vector<std::pair<std::string, std::string>>{
             {"ammount2", "`amount2`"},
             {"levy_rate", "`tag:levy_rate`"},
             {"section", "`tag:section`"},
             {"tag:cell", "`cell`"},
             {"weather", "tag:NAME"},
             {"tag:", "tag"},
             {"tag:two words", "tag"},
             {"tag:description", "note"},
             {"", "no name"},
         }) {
        const Header header = header_with(name);
        INFO(name);
        REQUIRE(header.problems.size() == 1);
        CHECK(header.problems[0].starts_with("events_column_unknown"));
        CHECK(header.problems[0].find(said) != std::string::npos);
        REQUIRE(header.columns.size() == 6);
        CHECK(header.columns.back().field == EventField::ignored);
    }
    CHECK(header_with("kind").problems.at(0).starts_with("events_column_twice"));
}

TEST_CASE("a header without what every event needs is refused as a whole") {
    CHECK(Header{{"date", "kind", "payer", "commodity", "amount2", "rate"}}.problems.empty());
    const Header header{{"date", "kind", "payee", "commodity", "amount2"}};
    CHECK(header.columns.empty());
    REQUIRE(header.problems.size() == 2);
    CHECK(header.problems[0].find("`payer`") != std::string::npos);
    CHECK(header.problems[1].find("`amount`") != std::string::npos);
    const Header semicolons{{"date;kind;payer"}};
    REQUIRE(semicolons.problems.size() == 1);
    CHECK(semicolons.problems[0].find("commas") != std::string::npos);
}
