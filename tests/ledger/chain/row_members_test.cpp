#include "ledger/chain/row_members.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace cellbook;

TEST_CASE("a row's members stand in alphabetical order, each field once and four that all have") {
    for (const RegisterForm& form : register_forms()) {
        INFO(form.name);
        const auto& members = sorted_members(form.sort);
        CHECK(members.size() == form.fields.size() + 4);
        CHECK(std::ranges::is_sorted(members, {}, &RowMember::name));
        std::set<std::string_view> common;
        for (const auto& [name, field] : members) {
            if (field) {
                CHECK(form.fields[*field].name == name);
            } else {
                common.insert(name);
            }
        }
        CHECK(common == std::set<std::string_view>{"note", "source", "standing", "t"});
        const auto twice = std::ranges::adjacent_find(members, {}, &RowMember::name);
        CHECK(twice == members.end());
    }
}
