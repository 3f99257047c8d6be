#include "ledger/statements/party_set.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/journal_fixture.hpp"

using namespace cellbook;

namespace {

const std::string town = R"(
; party: inmates:i1  sector:households
; party: businesses:stall  sector:businesses, parent:inmates:i1
; party: sections:posta  sector:sections

2018-03-01 dues
    inmates:i1:expenses:dues     20 BOB
    inmates:i1:assets:cash      -20 BOB
    sections:posta:assets:cash   20 BOB
    sections:posta:income:dues  -20 BOB

2018-03-02 bread  ; of somebody who keeps no books
    businesses:stall:expenses:flour   5 BOB  ; with:outside:baker
    businesses:stall:assets:cash     -5 BOB
)";

PartySet set_of(const MemoryBook& book, const std::vector<std::string>& terms) {
    return {*Query::parse(terms, *parse_date("2018-05-16")), book.chart()};
}

}  // namespace

TEST_CASE("a set holds the parties with books that terms on parties and sectors name") {
    const auto book = test::book_of(town);
    const auto party = [&](const char* name) { return book.chart().find_party(name); };
    const PartySet all = set_of(book, {"cash"});
    CHECK(all.size() == 3);
    CHECK(all.contains(party("sections:posta")));
    CHECK_FALSE(all.contains(party("outside:baker")));
    CHECK_FALSE(all.contains(PartyId{}));

    const PartySet sections = set_of(book, {"sector:sections"});
    CHECK(sections.size() == 1);
    CHECK_FALSE(sections.has_an_inside());

    const PartySet household = set_of(book, {"party:i1"});
    CHECK(household.contains(party("businesses:stall")));
    CHECK(household.has_an_inside());

    CHECK(set_of(book, {"not:party:posta"}).size() == 2);
    CHECK(PartySet{party("sections:posta")}.contains(party("sections:posta")));
    CHECK_FALSE(PartySet{party("sections:posta")}.contains(party("inmates:i1")));
}

TEST_CASE("a statement of nobody says so") {
    const auto book = test::book_of(town);
    Table table;
    add_note_of_nobody(set_of(book, {"party:posta"}), table);
    CHECK(table.notes.empty());
    add_note_of_nobody(set_of(book, {"party:nobody"}), table);
    CHECK(table.notes.size() == 1);
}
