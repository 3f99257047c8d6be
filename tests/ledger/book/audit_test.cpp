#include "ledger/book/audit.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <random>
#include <set>

#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

const char* const sound = R"(; party: inmates:i1  sector:households
; party: inmates:i2  sector:households
; source: S1  somebody, 2018
account inmates:i1:assets:cash

2018-01-02 rent  ; kind:cell_rent, cell:posta-1, source:S1, id:rent
    inmates:i1:expenses:rent       300.00 BOB
    inmates:i1:assets:cash        -300.00 BOB
    inmates:i2:assets:cash         300.00 BOB = 300.00 BOB
    inmates:i2:income:rent        -300.00 BOB

2018-01-03 found  ; id:found
    inmates:i1:assets:cash           7.00 BOB
    inmates:i1:income:found         -7.00 BOB

2018-02-03 not found  ; id:back, reverses:found, reason:mistake
    inmates:i1:assets:cash          -7.00 BOB
    inmates:i1:income:found          7.00 BOB
)";

/// Somebody who knows how changes the journal and makes its hashes agree again.
void forge(const std::filesystem::path& path, const std::string& statement) {
    const Connection plain = plain_connection(path);
    plain.execute("PRAGMA foreign_keys = OFF; DROP TRIGGER journal_is_never_changed");
    plain.execute(statement);
    std::vector<std::pair<std::int64_t, std::string>> bodies;
    Statement row = plain.prepare("SELECT seq, body FROM journal ORDER BY seq");
    while (row.step()) bodies.emplace_back(row.integer(0), row.text(1));
    Sha256 sha;
    Hash hash = first_hash();
    Statement update = plain.prepare("UPDATE journal SET hash = ?2 WHERE seq = ?1");
    for (const auto& [seq, body] : bodies) {
        hash = sha.link(hash, body);
        update.bind(1, seq);
        update.bind_blob(2, {reinterpret_cast<const char*>(hash.data()), hash.size()}).run();
    }
}

std::set<std::string> failing(Book& book) {
    std::set<std::string> checks;
    for (const CheckFailure& failure : book.check()) {
        CHECK_FALSE(failure.explanation.empty());
        checks.insert(failure.check);
    }
    return checks;
}

std::string in_body(const std::string& what, const std::string& with, const std::string& id) {
    return "UPDATE journal SET body = replace(body, '" + what + "', '" + with +
           "') WHERE body ->> '$[4]' = '" + id + "'";
}

struct Forgery {
    const char* check;
    std::string statement;
};

}  // namespace

TEST_CASE("a sound book passes every check") {
    TemporaryBook book;
    book.must_import("a.journal", sound);
    for (const CheckFailure& failure : book->check()) {
        FAIL_CHECK(failure.check << ": " << failure.explanation);
    }
    CHECK(Book::check_names().size() == 17);
}

TEST_CASE("each check finds what it is named for, in a chain whose hashes agree") {
    const std::vector<Forgery> forgeries{
        {"transaction_balance", in_body(",30000]", ",30001]", "rent")},
        {"party_balance", in_body("[1,0,30000]", "[1,0,30001]", "rent") + ";" +
                              in_body("[3,0,-30000]", "[3,0,-30001]", "rent")},
        {"claims_balance", in_body("[1,0,30000]", "[1,0,30001]", "rent") + ";" +
                               in_body("[0,0,-30000]", "[0,0,-30001]", "rent")},
        {"canonical_form", in_body(",\"rent\",", ", \"rent\",", "rent")},
        {"canonical_form", in_body(",[", ",{", "found")},
        {"assertions", in_body("{\"a\":[0,30000,0]}", "{\"a\":[0,29999,0]}", "rent")},
        {"ids", in_body("\"found\",\"found\"", "\"rent\",\"found\"", "found")},
        {"reversals", in_body("[\"found\",\"mistake\"]", "[\"lost\",\"mistake\"]", "back")},
        {"reversals", in_body("\"mistake\"", "\"\"", "back")},
        {"account_life",
         "UPDATE journal SET body = replace(body, ',{}]', ',{\"opened\":20000}]')"
         " WHERE body ->> '$[1]' = 'account'"},
        {"sources_declared",
         "UPDATE journal SET body = replace(replace(body, '\"source\"',"
         " '\"convention\"'), 'citation', 'value')"
         " WHERE body ->> '$[1]' = 'source'"},
        {"kind_legs", "UPDATE journal SET body = replace(body, 'income:rent', 'income:gift')"},
        {"derived_tables", in_body("\"not found\"", "\"never found\"", "back")},
        {"derived_tables", "UPDATE totals SET sum = sum + 1"},
        {"derived_tables", "DELETE FROM days"},
        {"stock_flow", "UPDATE totals SET sum = sum + 1 WHERE account = 1"},
        {"stock_flow", "UPDATE month_balances SET sum = sum - 1 WHERE account = 0"},
        {"stock_flow", "DELETE FROM month_balances"},
        {"stock_flow", "INSERT INTO month_balances VALUES (2, 0, 24217, 5)"},
        {"derived_tables", "INSERT INTO words VALUES (99, 'x')"},
        {"foreign_keys", "INSERT INTO totals VALUES (999, 0, 1)"},
    };
    for (const Forgery& forgery : forgeries) {
        INFO(forgery.check << ": " << forgery.statement);
        TemporaryBook book;
        book.must_import("a.journal", sound);
        forge(book.path(), forgery.statement);
        CHECK(failing(*book).contains(forgery.check));
        CHECK_FALSE(failing(*book).contains("hash_chain"));
    }
}

TEST_CASE("a hash that does not follow names its entry and where it came from") {
    TemporaryBook book;
    book.must_import("a.journal", sound);
    const Connection plain = plain_connection(book.path());
    plain.execute(
        "DROP TRIGGER journal_is_never_changed;"
        "UPDATE journal SET hash = zeroblob(32) WHERE body ->> '$[4]' = 'found'");
    const auto failures = book->check({"hash_chain"});
    REQUIRE(failures.size() == 2);  // its own, and the next, which follows from it
    CHECK(failures[0].provenance.file == "a.journal");
    CHECK(failures[0].provenance.line == 12);
}

TEST_CASE("an entry dated before a lock that stands before it is found") {
    TemporaryBook book;
    book.must_import("a.journal", sound);
    REQUIRE(book->lock(*parse_date("2018-03-01")).ok());
    book.must_import("b.journal", found("2018-03-05", "1.00", "late", "id:late"));
    forge(book.path(),
          "UPDATE journal SET body = replace(body, ',17595,\"late\"',"
          " ',17500,\"late\"') WHERE body ->> '$[4]' = 'late'");
    const auto failures = book->check({"period_lock"});
    REQUIRE(failures.size() == 1);
    CHECK(failures[0].entry_id == "late");
    CHECK(failures[0].explanation.find("locked until 2018-03-01") != std::string::npos);
}

TEST_CASE("a file with flipped bytes gives failures or a StorageError, never anything else") {
    TemporaryBook book;
    std::string text = sound;
    for (int i = 0; i < 400; ++i) {
        text += found("2018-03-0" + std::to_string(i % 9 + 1), std::to_string(i + 1) + ".00");
    }
    book.must_import("a.journal", text);
    std::string bytes;
    {
        std::ifstream file{book.path(), std::ios::binary};
        bytes.assign(std::istreambuf_iterator<char>{file}, {});
    }
    std::mt19937 random{11};
    TemporaryFolder folder;
    int noticed = 0;
    constexpr int rounds = 60;
    for (int round = 0; round < rounds; ++round) {
        std::string damaged = bytes;
        for (int flips = 0; flips < 1 + round % 5; ++flips) {
            damaged[random() % damaged.size()] ^= static_cast<char>(1U << random() % 8U);
        }
        const auto path = folder / "damaged.cellbook";
        std::ofstream{path, std::ios::binary} << damaged;
        try {
            auto opened = Book::open(path);
            if (!opened || !opened->check().empty()) {
                ++noticed;
            }
            if (opened) {
                opened->for_each_transaction({}, [](const Transaction&) { return true; });
                opened->for_each_total([](AccountId, CommodityId, Sum) {});
            }
        } catch (const StorageError&) {
            ++noticed;
        }
    }
    // Free space, and parts of pages in no use, may change unnoticed.
    CHECK(noticed > rounds / 2);
}

TEST_CASE(
    "a register that was written into the journal from outside is judged as one that came in") {
    const char* const text = R"(; source: S1  somebody
; section: sections:posta  grade:5, places:60, note:dear
; cell: posta-1  section:sections:posta, places:2, source:S1
; title: posta-1  owner:inmates:i1, since:2018-01-01
; household: inmates:i1  section:sections:posta, since:2018-01-01
; member: a  household:inmates:i1, role:child, works:no, arrived:2018-01-01, released:2018-02-01
; lease: L1  cell:posta-1, form:free, places:1, landlord:inmates:i1, tenant:inmates:i2, )"
                             R"(from:2018-01-01

2018-03-01 sold  ; kind:cell_sale, cell:posta-1, id:sale
    inmates:i2:assets:cells   100.00 BOB
    inmates:i2:assets:cash   -100.00 BOB
    inmates:i1:assets:cash    100.00 BOB
    inmates:i1:assets:cells  -100.00 BOB
)";
    const auto replaced = [](const std::string& from, const std::string& to) {
        return "UPDATE journal SET body = replace(body, '" + from + "', '" + to + "')";
    };
    struct Forgery {
        std::string check;
        std::string statement;
    };
    for (const auto& [check, statement] : std::vector<Forgery>{
             {"canonical_form",
              replaced(R"("grade":5,"note":"dear")", R"("note":"dear","grade":5)")},
             {"canonical_form", replaced(R"("grade":5,)", R"("grade":5,"grade":5,)")},
             {"canonical_form", replaced(R"("note":"dear")", R"("note":"")")},
             {"canonical_form", replaced(R"("places":2,)", "")},
             {"canonical_form", replaced(R"("role":3)", R"("role":4)")},
             {"property", replaced(R"("works":0)", R"("works":1)")},
             {"property", replaced(R"("released":17563)", R"("released":17500)")},
             {"property", replaced(R"("since":17532})", R"("since":17600})")},
             {"property", replaced(R"("places":1,"tenant")", R"("places":3,"tenant")")},
             {"property", "UPDATE journal SET body = replace(body, ',17591,', ',17500,')"},
             {"sources_declared",
              "UPDATE journal SET body = replace(replace(body, '\"source\",[[',"
              " '\"convention\",[['), 'citation', 'value')"},
         }) {
        INFO(statement);
        TemporaryBook book;
        book.must_import("a.journal", text);
        CHECK(failing(*book).empty());
        forge(book.path(), statement);
        CHECK(failing(*book).contains(check));
        CHECK_FALSE(failing(*book).contains("hash_chain"));
    }
}
