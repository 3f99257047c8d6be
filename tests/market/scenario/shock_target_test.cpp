#include "market/scenario/shock_target.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("every pattern reads as its own kind and is spelled as it is written") {
    for (const TargetForm& form : target_forms()) {
        std::string text{form.pattern};
        const auto at = text.find("PRODUCT");
        if (at != std::string::npos) text.replace(at, 7, "sauna");
        INFO(text);
        const auto target = parse_target(text);
        REQUIRE(target);
        CHECK(target->kind == form.kind);
        CHECK(to_string(*target) == text);
        CHECK(&form == &form_of(form.kind));
        CHECK_FALSE(form.operations.empty());
        const auto of_section = parse_target(text + ".section.posta");
        CHECK(of_section.has_value() == form.by_section);
        if (of_section) {
            CHECK(of_section->section == "posta");
            CHECK(to_string(*of_section) == text + ".section.posta");
        }
    }
}

TEST_CASE("rents and the tax on cells are no products") {
    CHECK(parse_target("price.rent")->kind == TargetKind::rent);
    CHECK(parse_target("tax.cell_sale")->kind == TargetKind::cell_sale_tax);
    CHECK(parse_target("price.sauna")->product == "sauna");
}

TEST_CASE("an unknown target is told with the nearest") {
    struct Case {
        const char* text;
        const char* remedy;
    };
    const Case cases[] = {
        {"prices.sauna", "Did you mean `price.sauna`?"},
        {"popluation", "Did you mean `population`?"},
        {"price.rent.sections.posta", "`cellbook scenario list --targets`"},
        {"price.rnt.section.posta", "Did you mean `price.rent.section.posta`?"},
        {"price.", "`cellbook scenario list --targets`"},
        {"population.section.", "`cellbook scenario list --targets`"},
        {"", "`cellbook scenario list --targets`"},
    };
    for (const Case& each : cases) {
        const auto target = parse_target(each.text);
        INFO(each.text);
        REQUIRE_FALSE(target);
        CHECK(target.error().code == DiagnosticCode::shock_target_unknown);
        CHECK(target.error().remedy.find(each.remedy) != std::string::npos);
    }
}

TEST_CASE("a target refuses what its table does not list") {
    const ShockTarget quantity{.kind = TargetKind::quantity, .product = "soap"};
    CHECK_FALSE(refuse_operation(quantity, ShockOperation::ceiling));
    const auto refused = refuse_operation(quantity, ShockOperation::scale);
    REQUIRE(refused);
    CHECK(refused->code == DiagnosticCode::shock_operation_invalid);
    CHECK(refused->explanation == "`quantity.soap` does not take `scale`");
    CHECK(refused->remedy == "It takes ceiling.");
    CHECK(shock_operation("floor") == ShockOperation::floor);
    CHECK_FALSE(shock_operation("tax"));
}

TEST_CASE("the table of targets has a row for each") {
    const Table table = target_table();
    CHECK(table.rows.size() == target_forms().size());
    CHECK(plain_text(table.rows[0].cells[0]) == "price.rent[.section.NAME]");
    CHECK(plain_text(table.rows[0].cells[1]) == "set, add, scale, ceiling, floor");
}
