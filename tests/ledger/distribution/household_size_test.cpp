#include "ledger/distribution/household_size.hpp"

#include "tests/ledger/journal_fixture.hpp"

using namespace cellbook;

namespace {

std::optional<HouseholdSize> size_of(const std::string& tags) {
    const auto book = test::book_of("; party: h:a  sector:households" + tags + "\n");
    const auto sizes = household_sizes(book, {});
    REQUIRE(sizes);
    return (*sizes)[book.chart().find_party("h:a").value];
}

}  // namespace

TEST_CASE("a household's people are told by tags of its party") {
    CHECK(size_of(", adults:2, children:1") == HouseholdSize{2, 1});
    CHECK(size_of(", members:4") == HouseholdSize{4, 0});
    CHECK(size_of(", members:4, children:3") == HouseholdSize{1, 3});
    CHECK(size_of(", adults:1") == HouseholdSize{1, 0});
    CHECK(size_of(", children:2") == HouseholdSize{0, 2});
    CHECK(size_of("") == std::nullopt);
    CHECK(size_of(", basis:A1") == std::nullopt);
}

TEST_CASE("a later declaration that tells a household's people replaces the earlier one") {
    const auto book = test::book_of(
        "; party: h:a  sector:households, adults:1\n"
        "; party: h:a  sector:households, adults:2, children:1\n"
        "; party: h:a  sector:households\n");
    const auto sizes = *household_sizes(book, {});
    CHECK(sizes[book.chart().find_party("h:a").value] == HouseholdSize{2, 1});
}

TEST_CASE("what is no number of people is refused with the place of the declaration") {
    for (const std::string tags :
         {"adults:two", "adults:-1", "adults:1.5", "adults:", "members:0", "adults:2, members:3",
          "members:1, children:2", "adults:99999999999"}) {
        INFO(tags);
        const auto book = test::book_of("\n; party: h:a  sector:households, " + tags + "\n");
        const auto sizes = household_sizes(book, {});
        REQUIRE_FALSE(sizes);
        CHECK(sizes.error().code == DiagnosticCode::tag_value_invalid);
        CHECK(sizes.error().position.file == "test.journal");
        CHECK(sizes.error().position.line == 2);
    }
}

TEST_CASE("registered members count on the day, and of who has left those of their last day") {
    const auto book = test::book_of(
        "; section: sections:a\n"
        "; party: h:a  sector:households, members:7\n"
        "; member: m1  household:h:a, role:inmate, arrived:2018-01-10, released:2018-06-01\n"
        "; member: m2  household:h:a, role:child, arrived:2018-02-10, released:2018-05-01\n"
        "; member: m3  household:h:a, role:spouse, arrived:2018-02-10, released:2018-06-01\n");
    const auto on = [&](const char* day) {
        return *(*household_sizes(book, *parse_date(day)))[book.chart().find_party("h:a").value];
    };
    CHECK(on("2018-01-31") == HouseholdSize{1, 0});
    CHECK(on("2018-03-01") == HouseholdSize{2, 1});
    CHECK(on("2018-12-31") == HouseholdSize{2, 0});  // gone since June
    CHECK(on("2017-12-31") == HouseholdSize{1, 0});  // not there yet
}
