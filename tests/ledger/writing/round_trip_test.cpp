#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "ledger/book/memory_book.hpp"
#include "ledger/writing/journal_writer.hpp"

namespace fs = std::filesystem;
using namespace cellbook;

namespace {

ImportReport read(MemoryBook& book, const std::string& text) {
    MemoryFiles files{{{"t.journal", text}}};
    return book.read(files, {"t.journal"}, {}, KindTable::standard());
}

std::string written(const MemoryBook& book) {
    std::string out;
    write_journal(book, {}, [&](std::string_view part) { out += part; });
    return out;
}

/// Journals that use all of the format at random: always valid, rarely plain.
class Writer {
public:
    explicit Writer(unsigned seed) : random_(seed) {}

    std::string journal() {
        std::string text = "commodity 1000.00 EUR\nalias box = assets:cash:box\n";
        for (unsigned entry = below(30); entry > 0; --entry) {
            text += below(4) == 0 ? declaration() : transaction();
        }
        return text;
    }

private:
    unsigned below(unsigned end) {
        return std::uniform_int_distribution<unsigned>{0, end - 1}(random_);
    }
    std::string one_of(const std::vector<std::string>& choices) {
        return choices[below(static_cast<unsigned>(choices.size()))];
    }
    std::string value() {
        return one_of({"plain", "two words", "\"a, b\"", "\"q\\\"q\"", "\"line\\nline\"", "a:b", "",
                       "caf\xC3\xA9", "; semi"});
    }
    std::string date() {
        return "2018-0" + std::to_string(1 + below(9)) + "-1" + std::to_string(below(10));
    }

    std::string declaration() {
        return one_of(
            {"; party: p" + std::to_string(below(3)) + "  sector:households, shelf:" + value() +
                 "\n",
             "; source: S1  " + one_of({"a citation, with: marks", "\"two\\nlines\""}) + "\n",
             "account p1:assets:tools\n    ; financial:no, opened:2017-01-01\n", "commodity CIG\n",
             "payee Comedor (Luz)\n", "tag shelf\n", "; convention: cell_right asset, fee\n",
             "P " + date() + " USD 6." + std::to_string(below(1000)) + " EUR  ; source:S1\n"});
    }

    std::string transaction() {
        std::string text = date() + one_of({"", "=2018-12-30"}) + one_of({"", " *", " !"}) +
                           one_of({"", " (17)"}) + ' ' +
                           one_of({"rent", "", "Caf\xC3\xA9  x", "a | b"}) + "  ; " +
                           one_of({"words", "words, shelf:" + value(), "shelf:" + value()}) + '\n';
        text += "    ; source:" + one_of({"S1", "\"S, 2\""}) +
                ", standing:assumed, standing-price:observed\n";
        if (below(2) == 0)
            text += "    ; quantity:-1.50, unit_price:2, low:1, high:1.0, nonobserved:yes\n";
        if (below(3) == 0)
            text += "    ; description:" + one_of({"\"a; b\"", "\"* x\""}) + ", code:\"1)\"\n";
        if (below(3) == 0) text += "    ; comment:\"one, two: three\\n\"\n";
        return text + postings();
    }

    std::string postings() {
        const std::string number = std::to_string(1 + below(5000));
        const std::string comment =
            one_of({"", "  ; with:p2, shelf:" + value(), "  ; words\n    ; more"});
        switch (below(5)) {
            case 0:
                return "    box  " + number + " EUR" + comment + "\n    ! equity:opening\n";
            case 1:
                return "    assets:cash  -" + number + ".5 USD @ 6.9655 EUR" + comment +
                       "\n    assets:cash\n";
            case 2:
                return "    assets:goods  " + number + " \"jam, tins\" @@ " + number +
                       ".25 EUR\n    assets:cash\n";
            case 3:
                return "    p1:expenses:rent  " + number +
                       " CIG\n    p1:assets:cash\n    p2:assets:cash  " + number + " CIG" +
                       comment + "\n    p2:income:rent\n";
            default:
                return "    assets:cash  " + number + ".125 gold\n    assets:cash  -" + number +
                       ".125 gold" + comment + "\n";
        }
    }

    std::mt19937 random_;
};

bool installed(const char* program) {
    return std::system((std::string{"command -v "} + program + " >/dev/null 2>&1").c_str()) == 0;
}

}  // namespace

TEST_CASE("a book written and read again is the same book, whatever stood in the text") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        const std::string text = "decimal-mark .\n" + Writer{seed}.journal();
        INFO("seed " << seed << '\n' << text);
        MemoryBook book;
        const ImportReport first = read(book, text);
        for (const Diagnostic& problem : first.problems) UNSCOPED_INFO(to_string(problem));
        REQUIRE(first.ok());
        const std::string out = written(book);
        INFO(out);
        MemoryBook copy;
        const ImportReport second = read(copy, out);
        for (const Diagnostic& problem : second.problems) UNSCOPED_INFO(to_string(problem));
        REQUIRE(second.ok());
        CHECK(copy.entry_count() == book.entry_count());
        CHECK(copy.digest() == book.digest());
        CHECK(written(copy) == out);
    }
}

TEST_CASE("hledger and ledger read what is written") {
    const fs::path path = fs::temp_directory_path() / "cellbook-round-trip.journal";
    for (const char* const program : {"hledger", "ledger"}) {
        if (!installed(program)) {
            WARN(program << " is not installed: not compared with");
            continue;
        }
        for (unsigned seed = 0; seed < 5; ++seed) {
            MemoryBook book;
            REQUIRE(read(book, "decimal-mark .\n" + Writer{seed}.journal()).ok());
            std::ofstream{path, std::ios::binary} << written(book);
            const std::string command = std::string{program} + " -f " + path.string() +
                                        " balance >/dev/null 2>" + path.string() + ".err";
            INFO(program << ", seed " << seed << '\n' << written(book));
            CHECK(std::system(command.c_str()) == 0);
        }
    }
    fs::remove(path);
    fs::remove(path.string() + ".err");
}

TEST_CASE("the seeds of the fuzzers read, write and read again as the fuzzers ask") {
    for (const auto* seeds : {"fuzz_journal", "fuzz_events"}) {
        for (const auto& entry :
             fs::directory_iterator{fs::path{CELLBOOK_SOURCE_DIR} / "fuzz/seeds" / seeds}) {
            std::ifstream file{entry.path(), std::ios::binary};
            const std::string text{std::istreambuf_iterator<char>{file}, {}};
            INFO(entry.path().string());
            MemoryBook book;
            const ImportReport report = read(book, text);
            if (seeds == std::string_view{"fuzz_events"}) {
                for (const Diagnostic& problem : report.problems) UNSCOPED_INFO(to_string(problem));
                CHECK(report.ok());
            }
            if (!report.ok()) continue;
            MemoryBook copy;
            REQUIRE(read(copy, written(book)).ok());
            CHECK(copy.digest() == book.digest());
        }
    }
}
