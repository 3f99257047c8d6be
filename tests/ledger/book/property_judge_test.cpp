#include "ledger/book/property_judge.hpp"

#include "ledger/writing/journal_writer.hpp"
#include "tests/ledger/book/temporary_book.hpp"
#include "tests/ledger/property/property_fixture.hpp"
#include "tests/ledger/property/register_tables.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

std::vector<std::string> names_of(const NamedTexts& texts) {
    std::vector<std::string> names;
    for (const auto& [name, text] : texts) names.push_back(name);
    return names;
}

ImportReport read_tables(MemoryBook& book, const NamedTexts& texts,
                         const RecordOptions& options = {}) {
    MemoryFiles files{texts};
    return book.read(files, names_of(texts), options, KindTable::standard());
}

/// `CODE FILE:LINE`
std::vector<std::string> told(const ImportReport& report) {
    std::vector<std::string> lines;
    for (const auto* list : {&report.problems, &report.warnings}) {
        for (const Diagnostic& one : *list) {
            lines.push_back(std::string{to_string(one.code)} + ' ' + one.position.file + ':' +
                            std::to_string(one.position.line));
        }
    }
    return lines;
}

std::string written(const EntrySource& book) {
    std::string text;
    write_journal(book, {}, [&](std::string_view part) { text += part; });
    return text;
}

struct SecondImport {
    std::string name;
    std::string first;
    std::string second;
    std::vector<std::string> told;
};

std::vector<SecondImport> of_titles() {
    const std::string sale = sold("2018-03-01", "posta-1", "inmates:i1", "inmates:i2", 30000);
    const std::string given = deposited("2018-03-01", "posta-1", "inmates:i2", "inmates:i1", 900);
    const std::string aside = household("inmates:i5");
    return {
        {"a sale by the buyer",
         sale,
         sold("2018-04-01", "posta-1", "inmates:i2", "inmates:i3", 31000),
         {}},
        {"a sale by who sold",
         sale,
         sold("2018-04-01", "posta-1", "inmates:i1", "inmates:i3", 31000),
         {"title_not_held second.journal:1"}},
        {"a sale dated before one that is recorded breaks that one, and is refused",
         sale,
         aside + sold("2018-02-01", "posta-1", "inmates:i1", "inmates:i3", 31000),
         {"title_not_held second.journal:2"}},
        {"a title that begins later than a sale",
         sale,
         "; title: posta-1  owner:inmates:i1, since:2018-03-02\n",
         {"title_not_held second.journal:1"}},
        {"a return of what the book has",
         given,
         returned("2018-04-01", "posta-1", "inmates:i2", "inmates:i1", 900),
         {}},
        {"a return of more",
         given,
         returned("2018-04-01", "posta-1", "inmates:i2", "inmates:i1", 901),
         {"deposit_not_held second.journal:1"}},
        {"a cell that is none of the book's",
         sale,
         sold("2018-04-01", "posta-9", "inmates:i2", "inmates:i3", 31000),
         {"cell_unknown second.journal:1"}},
        {"a lease of a cell that is none of the book's",
         sale,
         lease("L2", "posta-9", "free", "inmates:i1", "inmates:i4", "2018-04-01"),
         {"cell_unknown second.journal:1"}},
        {"a member of a household that the book has",
         aside,
         member("m", "inmates:i5", "adult", "2018-01-01"),
         {}},
    };
}

std::vector<SecondImport> of_leases() {
    const std::string let =
        lease("L1", "posta-2", "rent", "inmates:i1", "inmates:i3", "2018-01-01", ", to:2018-06-30");
    const std::string aside = household("inmates:i5");
    return {
        {"a lease of what is let",
         let,
         aside + lease("L2", "posta-2", "rent", "inmates:i1", "inmates:i4", "2018-06-30"),
         {"lease_overlap second.journal:2"}},
        {"a lease after it has ended",
         let,
         lease("L2", "posta-2", "rent", "inmates:i1", "inmates:i4", "2018-07-01"),
         {}},
        {"a lease dated before one that is recorded",
         let,
         aside + lease("L2", "posta-2", "rent", "inmates:i1", "inmates:i4", "2017-12-01"),
         {"lease_overlap second.journal:2"}},
        {"a lease that ends earlier makes room",
         let,
         lease("L1", "posta-2", "rent", "inmates:i1", "inmates:i3", "2018-01-01",
               ", to:2018-03-31") +
             lease("L2", "posta-2", "rent", "inmates:i1", "inmates:i4", "2018-04-01"),
         {}},
        {"a cell with fewer places than are let",
         lease("L1", "posta-2", "rent", "inmates:i1", "inmates:i3", "2018-01-01", ", places:4"),
         aside + "; cell: posta-2  section:sections:posta, places:3\n",
         {"lease_overlap second.journal:2"}},
    };
}

}  // namespace

TEST_CASE("tables and comments give the same entries and the same digest") {
    MemoryBook tables;
    const auto report = read_tables(tables, full_tables());
    CHECK(told(report).empty());
    CHECK(report.declarations == 15);
    const Prison comments{full_comments};
    CHECK(comments.told().empty());
    CHECK(comments.book.entry_count() == 15);
    CHECK(comments.book.digest() == tables.digest());
}

TEST_CASE("every field of every register survives export and import, on disk and in memory") {
    MemoryBook tables;
    REQUIRE(read_tables(tables, full_tables()).ok());
    const std::string text = written(tables);
    INFO(text);
    for (const RegisterForm& form : register_forms()) {
        CHECK(text.find("; " + std::string{form.name} + ": ") != std::string::npos);
        for (std::size_t i = 1; i < form.fields.size(); ++i) {
            CHECK(text.find(std::string{form.fields[i].name} + ':') != std::string::npos);
        }
    }
    Prison copy{text};
    CHECK(copy.told().empty());
    CHECK(copy.book.digest() == tables.digest());
    CHECK(written(copy.book) == text);

    TemporaryBook disk;
    MemoryFiles files{full_tables()};
    REQUIRE((*disk).import(files, names_of(full_tables()), {}, KindTable::standard()).ok());
    CHECK((*disk).digest() == tables.digest());
    CHECK((*disk).check().empty());
    (*disk).rebuild();
    CHECK((*disk).check().empty());
    const auto opened = Book::open(disk.path());
    REQUIRE(opened);
    CHECK(written(*opened) == text);
}

TEST_CASE("a row that is read again adds nothing, a changed one is a new word on the same thing") {
    MemoryBook book;
    REQUIRE(read_tables(book, full_tables()).declarations == 15);
    const auto again = read_tables(book, full_tables());
    CHECK(again.declarations == 0);
    CHECK(told(again).empty());
    CHECK(book.entry_count() == 15);
    const auto changed = read_tables(book, {{"cells.csv",
                                             "cell,section,places\nposta-2,sections:posta,1\n"
                                             "ñandú 12,sections:posta,3\n"}});
    CHECK(changed.declarations == 1);
    const PropertyRegister property = read_property(book);
    CHECK(property.cell(book.chart().find_word("ñandú 12"))->places == 3);
    CHECK_FALSE(property.cell(book.chart().find_word("ñandú 12"))->area_m2);
}

TEST_CASE("what a second import does is judged against what the book has, on disk as in memory") {
    std::vector<SecondImport> cases = of_titles();
    for (SecondImport& one : of_leases()) cases.push_back(std::move(one));
    for (const auto& [name, first, second, expected] : cases) {
        INFO(name);
        const std::string start = prison + first;
        MemoryBook memory;
        REQUIRE(read_tables(memory, {{"first.journal", start}}).ok());
        CHECK(told(read_tables(memory, {{"second.journal", second}})) == expected);

        TemporaryBook disk;
        disk.must_import("first.journal", start);
        const Hash before = (*disk).digest();
        CHECK(told(disk.import("second.journal", second)) == expected);
        CHECK(((*disk).digest() == before) == !expected.empty());  // all or nothing
        CHECK((*disk).check().empty());
        (*disk).rebuild();
        CHECK((*disk).check().empty());
    }
}

TEST_CASE("a reversal recorded by command gives a cell back to its seller, who may sell it again") {
    TemporaryBook disk;
    disk.must_import("first.journal",
                     prison + sold("2018-03-01", "posta-1", "inmates:i1", "inmates:i2", 30000));
    std::string id;
    (*disk).for_each_transaction({}, [&](const Transaction& sale) {
        id = sale->id;
        return true;
    });
    const auto back = (*disk).reverse(id, "a mistake", day("2018-03-05"), day("2018-03-05"));
    REQUIRE(back.ok());
    CHECK(told(disk.import("again.journal",
                           sold("2018-03-04", "posta-1", "inmates:i1", "inmates:i3", 30000)))
              .size() == 1);
    disk.must_import("again.journal",
                     sold("2018-03-05", "posta-1", "inmates:i1", "inmates:i3", 30000));
    const PropertyRegister property = read_property(*disk);
    CHECK(property.titles((*disk).chart().find_word("posta-1")).size() == 4);
}

TEST_CASE("a reversal that takes a cell from who has sold it on is refused") {
    TemporaryBook disk;
    disk.must_import("first.journal",
                     prison + sold("2018-03-01", "posta-1", "inmates:i1", "inmates:i2", 30000));
    std::string id;
    (*disk).for_each_transaction({}, [&](const Transaction& sale) {
        id = sale->id;
        return true;
    });
    disk.must_import("second.journal",
                     sold("2018-04-01", "posta-1", "inmates:i2", "inmates:i3", 31000));
    const auto back = (*disk).reverse(id, "a mistake", day("2018-05-01"), day("2018-05-01"));
    REQUIRE(back.problems.size() == 1);
    CHECK(back.problems[0].code == DiagnosticCode::title_not_held);
}

TEST_CASE("cells are asked for only where some are registered, and rows about cells always") {
    const std::string sale = sold("2018-03-01", "posta-1", "inmates:i1", "inmates:i2", 30000);
    CHECK(codes_of(sale).empty());
    CHECK(codes_of("; section: sections:posta\n" + sale).empty());
    CHECK(codes_of("; title: posta-1  owner:inmates:i1, since:2017-01-01\n") ==
          std::vector<std::string>{"cell_unknown"});
    CHECK(codes_of(prison + "; business: businesses:b  cell:posta-7\n") ==
          std::vector<std::string>{"cell_unknown"});
    const Prison misspelt{prison +
                          sold("2018-03-01", "posta-l", "inmates:i1", "inmates:i2", 30000)};
    REQUIRE(misspelt.report.problems.size() == 1);
    CHECK(misspelt.report.problems[0].remedy.starts_with("Did you mean `posta-1`?"));
    CHECK(misspelt.report.problems[0].explanation ==
          "cell `posta-l` is none of the 3 that the book registers");
}

TEST_CASE(
    "warnings come with the import that brings what they are about, and not with later ones") {
    const std::string crowd = household("inmates:i2") +
                              member("a", "inmates:i2", "adult", "2017-01-01") +
                              member("b", "inmates:i2", "adult", "2017-02-01");
    TemporaryBook disk;
    const auto first = disk.import("first.journal", prison + crowd);
    CHECK(first.ok());
    CHECK(told(first) == std::vector<std::string>{"cells_crowded first.journal:12"});
    const auto second = disk.import(
        "second.journal", lease("L1", "posta-1", "rent", "inmates:i1", "inmates:i3", "2018-01-01"));
    CHECK(second.ok());
    CHECK(told(second).empty());
    const auto third =
        disk.import("third.journal", member("c", "inmates:i2", "child", "2018-02-01"));
    CHECK(told(third) == std::vector<std::string>{"cells_crowded third.journal:1"});
}

TEST_CASE("strict: a row declares what it is about, and names others that are declared") {
    const RecordOptions strict{.strict = true};
    struct Case {
        std::string text;
        std::vector<std::string> told;
    };
    const std::string known =
        "commodity 1000.00 BOB\n; section: sections:posta\n"
        "; household: inmates:i1  section:sections:posta, since:2017-01-01\n"
        "; cell: posta-1  section:sections:posta, places:2\n";
    const std::string title = "; title: posta-1  owner:inmates:i1, since:2017-01-01";
    for (const auto& [text, expected] : std::vector<Case>{
             {title + ", price:30000, commodity:BOB\n", {}},
             {title + ", price:30000, commodity:USD\n", {"not_declared a.journal:5"}},
             {"; title: posta-1  owner:inmates:i9, since:2017-01-01\n",
              {"not_declared a.journal:5"}},
             {"; business: businesses:b  owner:inmates:i1\n"
              "; title: posta-1  owner:businesses:b, since:2017-01-01\n",
              {}},
             {"; business: businesses:b  owner:inmates:i8\n", {"not_declared a.journal:5"}},
             {"tag basis\n" + title + ", basis:x\n", {}},
             {"tag basis\n" + title + ", base:x\n", {"not_declared a.journal:6"}},
         }) {
        INFO(text);
        MemoryBook book;
        CHECK(told(read_tables(book, {{"a.journal", known + text}}, strict)) == expected);
        MemoryBook lenient;
        CHECK(told(read_tables(lenient, {{"a.journal", known + text}})).empty());
    }
}
