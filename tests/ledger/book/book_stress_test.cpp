// What a book goes through: crashes, full disks, several writers, and everything at random.
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <map>
#include <random>
#include <thread>

#include "ledger/book/memory_book.hpp"
#include "ledger/writing/journal_writer.hpp"
#include "tests/ledger/book/gate_fixture.hpp"
#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

std::string many(int from, int count, std::string_view what) {
    std::string text;
    for (int i = from; i < from + count; ++i) {
        text += found("2018-0" + std::to_string(i % 9 + 1) + "-01", std::to_string(i + 1) + ".00",
                      std::string{what} + std::to_string(i));
    }
    return text;
}

ImportReport import_into(Book& book, const std::string& name, const std::string& text) {
    MemoryFiles files{{{name, text}}};
    return book.import(files, {name}, {}, KindTable::standard());
}

/// Imports in a process of its own, which is killed after so long if it lives. Whether it got to
/// its end.
bool import_and_kill(const std::filesystem::path& path, const std::string& name,
                     const std::string& text, std::chrono::microseconds after) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        int result = 1;
        try {
            auto book = Book::open(path, {.writable = true});
            result = book && import_into(*book, name, text).ok() ? 0 : 1;
        } catch (const std::exception&) {
            result = 2;
        }
        _exit(result);
    }
    std::this_thread::sleep_for(after);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK((WIFSIGNALED(status) || WEXITSTATUS(status) == 0));
    return !WIFSIGNALED(status);
}

std::string exported(const EntrySource& source) {
    std::string text;
    write_journal(source, {}, [&](std::string_view part) { text += part; });
    return text;
}

/// A ledger of a few lines, and a book that is put through the same.
class RandomBook {
public:
    explicit RandomBook(unsigned seed) : random_(seed) {}

    TemporaryBook book{};

    void step() {
        const auto what = pick(10);
        if (what < 6) {
            longer_batch();
        } else if (what < 8 && transactions_ > 0) {
            reverse_something();
        } else if (what == 8 && !batches_.empty()) {
            leave_a_row_out();
        } else {
            for (const auto& [name, text] : batches_) {
                CHECK(book.import(name, text).transactions == 0);
            }
        }
    }

    void agrees() {
        std::map<std::pair<std::string, std::int32_t>, Sum> kept;
        book->for_each_month_balance({}, {}, [&](const MonthBalance& row) {
            kept[{book->chart()[row.account].name, row.month.index}] += row.sum;
        });
        CHECK((kept == sums_));
        CHECK(book->transaction_count() == transactions_);
        CHECK(book->check().empty());
    }

private:
    unsigned pick(unsigned count) { return static_cast<unsigned>(random_() % count); }

    void post(const std::string& account, Date day, Sum sum) {
        sums_[{account, day.month().index}] += sum;
    }

    void longer_batch() {
        const Date day{static_cast<std::int32_t>(17'500 + pick(200))};
        std::string& text = batches_["batch" + std::to_string(pick(8))];
        for (unsigned rows = 1 + pick(4); rows > 0; --rows) {
            const std::string who = "p" + std::to_string(pick(5));
            const std::int64_t bolivianos = pick(50) + 1;
            text += to_string(day) + " x\n    " + who + ":assets:cash  " +
                    std::to_string(bolivianos) + ".00 BOB\n    " + who + ":income:x\n\n";
            post(who + ":assets:cash", day, bolivianos * 100);
            post(who + ":income:x", day, -bolivianos * 100);
            ++transactions_;
        }
        for (const auto& [name, batch] : batches_) {
            if (&batch == &text) {
                REQUIRE(book.import(name, batch).ok());
            }
        }
    }

    void reverse_something() {
        std::vector<Transaction> originals;
        book->for_each_transaction({}, [&](const Transaction& transaction) {
            if (!transaction->reversal) originals.push_back(transaction);
            return true;
        });
        const Transaction& chosen = originals[pick(static_cast<unsigned>(originals.size()))];
        const Date later{17'800};
        const bool twice = book->reversed_by(chosen.seq()).has_value();
        const auto report = book->reverse(chosen->id, "at random", later, later);
        CHECK(report.ok() == !twice);
        if (report.ok()) {
            for (const Posting& posting : chosen->postings) {
                post(book->chart()[posting.account].name, later, -posting.amount.minor);
            }
            ++transactions_;
        }
    }

    void leave_a_row_out() {
        const auto& [name, text] = *batches_.begin();
        const auto report = book.import(name, text.substr(text.find("\n\n") + 2));
        // Accepted only where that row has been reversed since.
        CHECK((report.ok() || report.problems[0].code == DiagnosticCode::batch_rows_missing));
        CHECK((!report.ok() || report.transactions == 0));
    }

    std::mt19937 random_;
    std::map<std::pair<std::string, std::int32_t>, Sum> sums_{};  // (account, month) -> sum
    std::map<std::string, std::string> batches_{};
    std::int64_t transactions_ = 0;
};

}  // namespace

TEST_CASE("an import killed at any instant leaves the book before it or after it", "[slow]") {
    TemporaryBook book;
    book.must_import("a", many(0, 200, "first "));
    const std::string second = many(0, 3000, "second ");
    // How long the whole takes, measured once on a book of its own.
    TemporaryBook measured;
    const auto begin = std::chrono::steady_clock::now();
    measured.must_import("b", second);
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begin);

    std::mt19937 random{17};
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    std::int64_t expected = 200;
    int killed = 0;
    for (int round = 0; round < 40 && std::chrono::steady_clock::now() < deadline; ++round) {
        const auto after = std::chrono::microseconds{
            static_cast<std::int64_t>(random() % static_cast<unsigned>(whole.count() * 13 / 10))};
        const std::string name = "b" + std::to_string(round);
        const std::string text = second + found("2018-01-01", "1.00", name);
        const bool ended = import_and_kill(book.path(), name, text, after);
        killed += ended ? 0 : 1;
        // A commit may have been durable before the process could say so.
        auto opened = Book::open(book.path());
        REQUIRE(opened);
        const std::int64_t now = opened->transaction_count();
        CHECK((now == expected || now == expected + 3001));
        CHECK((!ended || now == expected + 3001));
        expected = now;
        if (round % 8 == 0) {
            CHECK(opened->check().empty());
        }
    }
    CHECK(killed > 0);
    CHECK(book->check().empty());
}

TEST_CASE("a transaction that a crash left half written is rolled back by the next reader") {
    TemporaryBook book;
    book.must_import("a", many(0, 300, "kept "));
    const Hash digest = book->digest();
    TemporaryFolder folder;
    const auto copy = folder / "crashed.cellbook";
    {
        // A copy of file and rollback journal in the middle of a write is what a crash leaves.
        const Connection writer = plain_connection(book.path());
        writer.execute(
            "PRAGMA cache_size = 5; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;"
            "UPDATE words SET text = text; DELETE FROM ids; DELETE FROM totals;"
            "UPDATE month_balances SET sum = 0; DELETE FROM account_months");
        std::filesystem::copy_file(book.path(), copy);
        std::filesystem::copy_file(book.path().string() + "-journal", copy.string() + "-journal");
        writer.execute("ROLLBACK");
    }
    REQUIRE(std::filesystem::file_size(copy.string() + "-journal") > 512);
    auto opened = Book::open(copy);
    REQUIRE(opened);
    CHECK(opened->digest() == digest);
    CHECK(opened->check().empty());
    CHECK_FALSE(std::filesystem::exists(copy.string() + "-journal"));
}

TEST_CASE("writers side by side are all served, and nothing is lost") {
    for (const int writers : {2, 4}) {
        TemporaryBook book;
        constexpr int rounds = 6;
        std::vector<pid_t> children;
        for (int writer = 0; writer < writers; ++writer) {
            const pid_t child = fork();
            REQUIRE(child >= 0);
            if (child == 0) {
                bool ok = true;
                try {
                    auto opened = Book::open(book.path(), {.writable = true});
                    for (int round = 0; round < rounds && opened; ++round) {
                        const std::string name =
                            "w" + std::to_string(writer) + "r" + std::to_string(round);
                        // Names of its own, so that each has to learn those of the others.
                        ok = import_into(*opened, name,
                                         "2018-01-01 x\n    " + name + ":assets:cash  1 BOB\n    " +
                                             name + ":income:found\n\n" + many(0, 20, name))
                                 .ok() &&
                             ok;
                    }
                } catch (const std::exception&) {
                    ok = false;
                }
                _exit(ok ? 0 : 1);
            }
            children.push_back(child);
        }
        for (const pid_t child : children) {
            int status = 0;
            waitpid(child, &status, 0);
            CHECK(WIFEXITED(status));
            CHECK(WEXITSTATUS(status) == 0);
        }
        CHECK(book->transaction_count() == writers * rounds * 21);
        CHECK(book->check().empty());
    }
}

TEST_CASE("a full disk leaves the book as it was, and says so") {
    TemporaryBook book;
    book.must_import("a", many(0, 50, "kept "));
    const Hash digest = book->digest();
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{400'000, 400'000};  // no file may grow beyond this
        setrlimit(RLIMIT_FSIZE, &limit);
        int result = 1;
        try {
            auto opened = Book::open(book.path(), {.writable = true});
            import_into(*opened, "b", many(0, 8000, "too much "));
        } catch (const StorageError& error) {
            const std::string_view what = error.what();
            result = what.find(book.path().string()) == std::string_view::npos ? 2 : 0;
        }
        _exit(result);
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(book->digest() == digest);
    CHECK(book->check().empty());
}

TEST_CASE("a file that may not be written is read, and refuses to be written") {
    TemporaryBook book;
    book.must_import("a", many(0, 5, "x"));
    const Hash digest = book->digest();
    REQUIRE(chmod(book.path().c_str(), 0444) == 0);
    auto reader = Book::open(book.path());
    REQUIRE(reader);
    CHECK(reader->digest() == digest);
    CHECK(reader->check().empty());
    CHECK_THROWS_AS(import_into(*reader, "b", found("2018-01-01", "1.00")), StorageError);
    if (geteuid() != 0) {  // to root, no file is read-only
        auto writer = Book::open(book.path(), {.writable = true});
        REQUIRE(writer);
        CHECK_THROWS_AS(import_into(*writer, "b", found("2018-01-01", "1.00")), StorageError);
    }
    CHECK(reader->digest() == digest);
}

TEST_CASE("a book under random operations agrees with a ledger of a few lines", "[slow]") {
    for (const unsigned seed : {1U, 2U, 3U, 4U}) {
        RandomBook tried{seed};
        for (int step = 0; step < 60; ++step) tried.step();
        tried.agrees();

        // Through text, in memory, and made anew, it is the same book.
        Book& book = *tried.book;
        const std::string text = exported(book);
        TemporaryBook copy;
        copy.must_import("export", text);
        CHECK(to_hex(copy->digest()) == to_hex(book.digest()));
        MemoryBook memory;
        MemoryFiles files{{{"export", text}}};
        REQUIRE(memory.read(files, {"export"}, {}, KindTable::standard()).ok());
        CHECK(to_hex(memory.digest()) == to_hex(book.digest()));
        book.rebuild();
        tried.agrees();
    }
}
