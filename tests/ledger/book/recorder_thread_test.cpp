#include "ledger/book/recorder_thread.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "ledger/book/memory_chain.hpp"
#include "tests/ledger/book/gate_fixture.hpp"
#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

/// A journal of everything that makes a recorder look up or change more than its own entry: names
/// that come up late, declarations between, equal entries, ids given, reversals, assignments,
/// assertions, kinds within a kind. With `wrong`, some entries are.
std::string journal(int count, bool wrong = false) {
    std::string text = "commodity 1000.00 BOB\n\n";
    for (int i = 0; i < count; ++i) {
        const std::string n = std::to_string(i);
        const std::string party = "inmates:i" + std::to_string(i * 7 % (i + 10));
        const std::string day = "2018-01-" + std::to_string(10 + i % 20);
        if (i % 97 == 5) text += "; party: " + party + "  sector:households\n\n";
        if (i % 89 == 3) text += "P " + day + " USD 6." + std::to_string(10 + i % 90) + " BOB\n\n";
        text += day + " * soap\n  " + party + ":expenses:" + (i % 5 == 0 ? "soap" + n : "soap") +
                "  " + std::to_string(i % 50 + 1) + ".50 BOB\n  " + party + ":assets:cash" +
                (wrong && i % 100 == 99 ? "  1 BOB\n\n" : "\n\n");
        if (i % 50 == 9) {
            text += day + " given  ; id:t" + n + "\n  a:assets:cash  1 BOB\n  a:income:found\n\n";
        }
        if (i % 150 == 59) {
            text += day + " back  ; reverses:t" + n +
                    ", reason:twice\n  a:assets:cash  -1 BOB\n  a:income:found  1 BOB\n\n";
        }
        if (i % 70 == 8) {
            const std::string box = "b:assets:cash:box" + n;
            text += day + " counted\n  " + box + "  = " + n + " BOB\n  b:income:found\n\n";
            text += day + " and seen\n  " + box + "  0 BOB = " + n + " BOB\n  b:income:found\n\n";
        }
        if (i % 60 == 7) {
            text += day + " put off  ; kind:charge, of:section_dues\n  " + party +
                    ":expenses:dues  5 BOB\n  " + party +
                    ":liabilities:payable  -5 BOB\n  sections:s1:assets:receivable  5 BOB\n"
                    "  sections:s1:income:dues  -5 BOB\n\n";
        }
        if (wrong && i % 200 == 150) text += day + " half\n  nothing here  1 BOB\n\n";
    }
    return text;
}

struct Outcome {
    std::string digest{};
    std::vector<std::string> problems{};
    std::int64_t transactions = 0;
};

Outcome outcome_of(const ImportReport& report, const EntrySource& source) {
    Outcome outcome{.digest = to_hex(source.digest()), .transactions = report.transactions};
    for (const Diagnostic& problem : report.problems) {
        outcome.problems.push_back(to_string(problem));
    }
    return outcome;
}

Outcome in_memory(const std::string& text, unsigned threads) {
    MemoryBook book;
    MemoryFiles files{{{"all.journal", text}}};
    const auto report =
        book.read(files, {"all.journal"}, {.threads = threads}, KindTable::standard());
    return outcome_of(report, book);
}

Outcome on_disk(const std::string& text, unsigned threads) {
    TemporaryBook book;
    const auto report = book.import("all.journal", text, {.threads = threads});
    return outcome_of(report, *book);
}

/// What the recorder asks breaks at an entry, as a disk may.
class BreakingBatch final : public KnownBatch {
public:
    bool meet(std::uint64_t /*content_key*/) override {
        if (++met_ == 100) throw StorageError("the disk is full");
        return false;
    }

private:
    int met_ = 0;
};

}  // namespace

TEST_CASE("what is read is the same with one thread and with two, in memory and on disk") {
    const std::string text = journal(3000);
    const Outcome one = in_memory(text, 1);
    for (const std::string& problem : one.problems) UNSCOPED_INFO(problem);
    REQUIRE(one.problems.empty());
    CHECK(one.transactions > 3000);
    for (const Outcome& other : {in_memory(text, 2), on_disk(text, 1), on_disk(text, 2)}) {
        CHECK(other.problems.empty());
        CHECK(other.digest == one.digest);
        CHECK(other.transactions == one.transactions);
    }
}

TEST_CASE("what is wrong is told in the same order with one thread and with two") {
    const std::string text = journal(1000, true);
    const Outcome one = in_memory(text, 1);
    CHECK(one.problems.size() > 10);
    CHECK(in_memory(text, 2).problems == one.problems);
    CHECK(on_disk(text, 2).problems == one.problems);
}

TEST_CASE("what breaks while entries are recorded is thrown where they are read") {
    Chart chart;
    MemoryChain chain{chart};
    chain.derive_ids();  // so that the batch is asked for every entry
    Recorder recorder{chart, chain, KindTable::standard(), {}};
    BreakingBatch batch;
    recorder.begin_batch(&batch);
    RecorderThread thread{recorder, chart, KindTable::standard(), 2};
    const AccountId cash = *chart.account("a:assets:cash");
    const AccountId found = *chart.account("a:income:found");
    const CommodityId bob = chart.commodity("BOB");
    bool going_on = true;
    for (int i = 0; i < 10'000 && going_on; ++i) {
        TransactionDraft draft;
        draft.postings = {{.account = cash, .amount = {i + 1, bob}},
                          {.account = found, .amount = {-i - 1, bob}}};
        ReadEntry entry = entry_of(std::move(draft));
        entry.from_journal_text = true;
        going_on = thread.accept(entry);
    }
    CHECK_FALSE(going_on);
    CHECK_THROWS_AS(thread.settle(), StorageError);
    CHECK(recorder.so_far().transactions == 99);
}
