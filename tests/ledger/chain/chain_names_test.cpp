#include "ledger/chain/chain_names.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("a chain numbers names in order of first mention, whatever the chart did") {
    ChainNumbers<AccountId> numbers;
    CHECK(numbers.number_of(AccountId{5}) == AccountId::none);
    CHECK(numbers.add(AccountId{5}) == 0);
    CHECK(numbers.add(AccountId{2}) == 1);
    CHECK(numbers.number_of(AccountId{5}) == 0);
    CHECK(numbers.number_of(AccountId{3}) == AccountId::none);
    CHECK(numbers.at(1) == AccountId{2});
    CHECK(numbers.count() == 2);
}

TEST_CASE("a new name has the next number, a known one its own") {
    Chart chart;
    ChainNames names;
    NameReader reader{chart, names};
    const auto accepts = [&](std::string_view text) {
        json_text::Cursor in{text};
        return reader.read_new(in) && in.at_end();
    };
    CHECK(accepts(R"(["p",0,"inmates:i1"])"));
    CHECK(accepts(R"(["p",0,"inmates:i1"])"));  // read again
    CHECK_FALSE(accepts(R"(["p",0,"inmates:i2"])"));
    CHECK_FALSE(accepts(R"(["p",2,"inmates:i2"])"));
    CHECK_FALSE(accepts(R"(["p",1,"inmates:i1"])"));
    CHECK(accepts(R"(["p",1,"inmates:i2"])"));
    CHECK(accepts(R"(["c",0,"BOB",2])"));
    CHECK(accepts(R"(["s",0,2])"));
    CHECK_FALSE(accepts(R"(["s",0,3])"));
    CHECK_FALSE(accepts(R"(["s",1,2])"));
    CHECK_FALSE(accepts(R"(["x",0,"BOB"])"));
    CHECK_FALSE(accepts(R"(["c",1,"USD",19])"));
    CHECK(names.parties.count() == 2);
}
