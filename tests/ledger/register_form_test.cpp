#include "ledger/register_form.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "schemas/schemas.hpp"

using namespace cellbook;

namespace {

using Json = nlohmann::ordered_json;

std::string schema_type(RegisterType type) {
    if (type == RegisterType::date) return "date";
    return type == RegisterType::count ? "integer" : "string";
}

/// As the table schema should write the field, but for its description.
Json described(const RegisterField& field) {
    Json json{{"name", field.name}, {"type", schema_type(field.type)}};
    if (field.type == RegisterType::date) json["format"] = "default";
    Json constraints = Json::object();
    if (field.required) constraints["required"] = true;
    if (field.type == RegisterType::number) constraints["pattern"] = "[0-9]+(\\.[0-9]+)?";
    if (field.type == RegisterType::choice) {
        constraints["enum"] = std::vector<std::string>(field.choices.begin(), field.choices.end());
    }
    if (field.type == RegisterType::count) {
        constraints["minimum"] = field.least;
        constraints["maximum"] = field.most;
    }
    if (!constraints.empty()) json["constraints"] = constraints;
    return json;
}

std::vector<Json> common_fields() {
    return {Json::parse(R"({"name": "standing", "type": "string", "constraints":
                {"enum": ["observed", "estimated", "assumed", "simulated"]}})"),
            Json::parse(R"({"name": "source", "type": "string"})"),
            Json::parse(R"({"name": "note", "type": "string"})")};
}

}  // namespace

TEST_CASE("forms stand in the order of registers, each begins with its own name or its cell") {
    REQUIRE(register_forms().size() == register_count);
    for (std::size_t i = 0; i < register_count; ++i) {
        const RegisterForm& form = register_forms()[i];
        INFO(form.name);
        CHECK(form.sort == static_cast<Register>(i));
        CHECK(&register_form(form.sort) == &form);
        CHECK(find_register(form.name) == &form);
        CHECK((form.fields.front().name == form.name || form.sort == Register::title));
        std::set<std::string_view> names;
        for (const RegisterField& field : form.fields) {
            CHECK(names.insert(field.name).second);
            CHECK(field.choices.empty() == (field.type != RegisterType::choice));
        }
        for (std::size_t key = 0; key < form.key_fields; ++key) CHECK(form.fields[key].required);
    }
    CHECK(find_register("cells") == nullptr);
    CHECK(find_register("") == nullptr);
}

TEST_CASE("fields are found by name, and stand where their numbers say") {
    using namespace register_field;
    struct Case {
        Register sort;
        std::size_t place;
        std::string_view name;
    };
    for (const auto& [sort, place, name] : std::vector<Case>{
             {Register::section, section_places, "places"},
             {Register::cell, cell_section, "section"},
             {Register::cell, cell_improved, "improved"},
             {Register::cell, cell_closed, "closed"},
             {Register::title, title_commodity, "commodity"},
             {Register::business, business_sells, "sells"},
             {Register::household, household_section, "section"},
             {Register::member, member_works, "works"},
             {Register::member, member_released, "released"},
             {Register::lease, lease_tenant, "tenant"},
             {Register::lease, lease_deposit, "deposit"},
             {Register::lease, lease_to, "to"},
             {Register::tariff, tariff_per, "per"},
             {Register::tariff, tariff_to, "to"},
         }) {
        INFO(name);
        CHECK(field_named(register_form(sort), name) == place);
    }
    CHECK_FALSE(field_named(register_form(Register::cell), "standing"));
}

TEST_CASE("choices are called as they are written") {
    CHECK(to_string(LeaseForm::floor_space) == "floor_space");
    CHECK(to_string(LeaseForm::free) == "free");
    CHECK(to_string(MemberRole::child) == "child");
    CHECK(to_string(TariffBase::business) == "business");
    CHECK(to_string(ChargePeriod::once) == "once");
    CHECK(to_string(ChargePeriod::year) == "year");
}

TEST_CASE("the table schemas describe exactly the columns of each register, in their order") {
    const auto schema = Json::parse(schemas::registers_json());
    REQUIRE(schema["resources"].size() == register_count);
    for (std::size_t i = 0; i < register_count; ++i) {
        const RegisterForm& form = register_forms()[i];
        const Json& table = schema["resources"][i];
        INFO(form.plural);
        CHECK(table["name"] == form.plural);
        CHECK(table["path"] == std::string{form.plural} + ".csv");
        CHECK(table["schema"]["keyFields"].size() == form.key_fields);
        std::vector<Json> expected;
        for (const RegisterField& field : form.fields) expected.push_back(described(field));
        for (const Json& field : common_fields()) expected.push_back(field);
        const Json& fields = table["schema"]["fields"];
        REQUIRE(fields.size() == expected.size());
        for (std::size_t j = 0; j < expected.size(); ++j) {
            Json field = fields[j];
            CHECK(field["description"].is_string());
            field.erase("description");
            CHECK(field == expected[j]);
        }
        for (std::size_t key = 0; key < form.key_fields; ++key) {
            CHECK(table["schema"]["keyFields"][key] == form.fields[key].name);
        }
    }
}
