#include "ledger/property/read_property.hpp"

#include "tests/ledger/book/temporary_book.hpp"
#include "tests/ledger/property/property_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("a book on disk, opened anew, has the same register as one in memory") {
    const std::string text = prison + household("inmates:i3") +
                             member("a", "inmates:i3", "inmate", "2018-01-01") +
                             deposited("2018-02-01", "posta-2", "inmates:i3", "inmates:i1", 1300) +
                             sold("2018-03-01", "posta-1", "inmates:i1", "inmates:i3", 30000) +
                             returned("2018-04-01", "posta-2", "inmates:i3", "inmates:i1", 1300) +
                             transaction("2018-03-05", "kind:gift",
                                         {{"inmates:i3:expenses:gifts", 1},
                                          {"inmates:i3:assets:cash", -1},
                                          {"inmates:i1:assets:cash", 1},
                                          {"inmates:i1:income:gifts", -1}});
    TemporaryBook disk;
    disk.must_import("prison.journal", text);
    const auto opened = Book::open(disk.path());
    REQUIRE(opened);
    const auto told = [](const EntrySource& source) {
        const PropertyRegister property = read_property(source);
        const Chart& chart = source.chart();
        std::string all;
        for (const auto& [cell, row] : property.cells()) {
            all += chart[cell] + ' ' + std::to_string(row.places);
            for (const Title& title : property.titles(cell)) {
                all += ' ' + chart[title.owner].name + ' ' + to_string(title.since);
            }
            all += '\n';
        }
        for (const Lease& lease : property.leases()) {
            all += chart[lease.tenant].name + ' ' + to_string(*lease.term.begin) + ' ' +
                   to_string(lease.term.end.value_or(Date{})) + '\n';
        }
        return all + std::to_string(property.members().size());
    };
    const Prison memory{text};
    CHECK(told(*opened) == told(memory.book));
    CHECK(told(*opened).find("inmates:i3 2018-02-01 2018-04-01") != std::string::npos);
    CHECK(told(*opened).find("posta-1 2 inmates:i1 2017-01-01 inmates:i3 2018-03-01") !=
          std::string::npos);
}

TEST_CASE("a book without a register has an empty one, whatever it sells") {
    const Prison prison{sold("2018-03-01", "posta-1", "inmates:i1", "inmates:i3", 30000)};
    CHECK(prison.property().empty());
    CHECK(prison.property().titles(prison.word("posta-1")).empty());
}
