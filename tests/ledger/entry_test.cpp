#include "ledger/entry.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

using namespace cellbook;

TEST_CASE("each sort of declaration has a name of its own, rows of registers that of their table") {
    const std::vector<std::pair<Declaration, std::string>> cases{
        {PartyDeclaration{}, "party"},
        {AccountDeclaration{}, "account"},
        {CommodityDeclaration{}, "commodity"},
        {PriceDeclaration{}, "price"},
        {SourceDeclaration{}, "source"},
        {KindDeclaration{}, "kind"},
        {ConventionDeclaration{}, "convention"},
        {NameDeclaration{}, "name"},
        {LockDeclaration{}, "lock"},
        {RegisterDeclaration{.sort = Register::section}, "section"},
        {RegisterDeclaration{.sort = Register::title}, "title"},
        {RegisterDeclaration{.sort = Register::tariff}, "tariff"},
    };
    std::set<std::size_t> seen;
    for (const auto& [declaration, name] : cases) {
        CHECK(type_name(declaration) == name);
        seen.insert(declaration.index());
    }
    CHECK(seen.size() == std::variant_size_v<Declaration>);
}

TEST_CASE("a row tells what it says by type, and nothing where it says nothing") {
    RegisterDeclaration row{.sort = Register::section};
    row.values = {PartyId{3}, std::monostate{}, std::int64_t{60}};
    CHECK(*row.get<PartyId>(0) == PartyId{3});
    CHECK(row.get<std::int64_t>(1) == nullptr);
    CHECK(*row.get<std::int64_t>(2) == 60);
    CHECK(row.get<WordId>(0) == nullptr);
}
