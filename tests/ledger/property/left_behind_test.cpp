#include "ledger/property/left_behind.hpp"

#include "tests/ledger/property/property_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

/// `inmates:i1 since 2018-05-20: posta-1, L1`
std::vector<std::string> left(const std::string& text, const char* date) {
    const Prison prison{test::prison + text};
    const PropertyRegister property = prison.property();
    std::vector<std::string> lines;
    for (const LeftBehind& one : left_behind(property, day(date))) {
        std::string line = prison.name(one.household) + " since " + to_string(one.since) + ":";
        for (const WordId cell : one.titles) line += ' ' + prison.book.chart()[cell];
        for (const Lease* lease : one.leases) line += ' ' + prison.book.chart()[lease->name];
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("a household is gone when its last member is, and leaves what it still holds") {
    const std::string i1 = household("inmates:i1") +
                           member("a", "inmates:i1", "inmate", "2017-01-01", "2018-05-20") +
                           member("b", "inmates:i1", "spouse", "2017-01-01", "2018-04-01");
    const std::string i3 =
        household("inmates:i3") + member("c", "inmates:i3", "inmate", "2017-01-01", "2018-03-01");
    const std::string let =
        lease("L1", "posta-2", "rent", "inmates:i1", "inmates:i3", "2018-01-01", ", to:2018-06-30");
    struct Case {
        std::string name;
        std::string text;
        const char* day;
        std::vector<std::string> left;
    };
    const std::vector<Case> cases{
        {"one member is still inside", i1, "2018-05-19", {}},
        {"all have left", i1, "2018-05-20", {"inmates:i1 since 2018-05-20: posta-1 posta-2"}},
        {"sold before",
         i1 + sold("2018-05-01", "posta-1", "inmates:i1", "inmates:i2", 1) +
             sold("2018-05-02", "posta-2", "inmates:i1", "inmates:i2", 1),
         "2018-06-01",
         {}},
        {"sold after, and asked before that",
         i1 + sold("2018-07-01", "posta-1", "inmates:i1", "inmates:i2", 1),
         "2018-06-30",
         {"inmates:i1 since 2018-05-20: posta-1 posta-2"}},
        {"a tenant", i3 + let, "2018-06-30", {"inmates:i3 since 2018-03-01: L1"}},
        {"a tenant whose lease is over", i3 + let, "2018-07-01", {}},
        {"a landlord and a tenant",
         i1 + i3 + let,
         "2018-06-01",
         {"inmates:i1 since 2018-05-20: posta-1 posta-2 L1", "inmates:i3 since 2018-03-01: L1"}},
        {"somebody who has not come yet is not gone",
         household("inmates:i1") + member("a", "inmates:i1", "inmate", "2018-05-01"),
         "2018-04-30",
         {}},
    };
    for (const auto& [name, text, date, expected] : cases) {
        INFO(name);
        CHECK(left(text, date) == expected);
    }
}
