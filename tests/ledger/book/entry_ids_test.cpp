#include "ledger/book/entry_ids.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace cellbook;

TEST_CASE("a derived id, taken apart, gives the content's key and the occurrence") {
    Sha256 sha;
    const Hash hash = sha.of("a meal");
    const auto first = parse_derived_id(derived_id(hash, 1));
    REQUIRE(first);
    CHECK(first->content_key == content_key(hash));
    CHECK(first->occurrence == 1);
    const auto twelfth = parse_derived_id(derived_id(hash, 12));
    REQUIRE(twelfth);
    CHECK(twelfth->content_key == content_key(hash));
    CHECK(twelfth->occurrence == 12);
}

TEST_CASE("other ids are not taken for derived ones") {
    const std::string hex = "0123456789abcdef0123";
    CHECK(parse_derived_id(hex));
    for (const std::string& id :
         {std::string{}, std::string{"r-1"}, hex.substr(1), hex + "4", hex + "-", hex + "-1",
          hex + "-0", hex + "-02", hex + "-2x", std::string{"0123456789ABCDEF0123"}}) {
        INFO(id);
        CHECK_FALSE(parse_derived_id(id));
    }
}

TEST_CASE("an id must survive a tag in journal text") {
    CHECK(is_valid_id("r-1"));
    CHECK(is_valid_id("receipt 12/2018"));
    for (const auto* id : {"", " a", "a ", "a,b", "a\nb", "a\x7f"}) {
        CHECK_FALSE(is_valid_id(id));
    }
}

TEST_CASE("drawn ids differ, are valid and are not of the derived form") {
    std::set<std::string> drawn;
    for (int i = 0; i < 1000; ++i) {
        const std::string id = draw_id();
        CHECK(is_valid_id(id));
        CHECK_FALSE(parse_derived_id(id));
        drawn.insert(id);
    }
    CHECK(drawn.size() == 1000);
}
