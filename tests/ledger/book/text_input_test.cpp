#include "ledger/book/text_input.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace cellbook;

namespace {

class Collector final : public EntrySink {
public:
    std::vector<std::string> descriptions{};
    std::vector<Diagnostic> problems{};

    bool accept(ReadEntry& entry) override {
        if (const auto* draft = std::get_if<TransactionDraft>(&entry.content)) {
            descriptions.push_back(draft->description);
        }
        return true;
    }
    bool report(Diagnostic diagnostic) override {
        problems.push_back(std::move(diagnostic));
        return true;
    }
};

}  // namespace

TEST_CASE(
    "texts go to the reader that their first line asks for, and are hashed as they are read") {
    const std::string journal = "2018-01-01 journal\n    a:assets  1.5 kg\n    a:income\n";
    const std::string events =
        "\xEF\xBB\xBF"
        "date,kind,payer,payee,amount,commodity,note\n"
        "2018-01-02,gift,a:b,c:d,2.25,kg,event\n";
    MemoryFiles files{{{"a.journal", journal}, {"b.csv", events}}};
    std::size_t bytes = 0;
    HashedFiles hashed{files, [&](std::size_t count) { bytes += count; }};
    Chart chart;
    Collector sink;
    std::vector<std::string> announced;
    read_texts(files, hashed, {"a.journal", "b.csv"}, KindTable::standard(), chart, sink,
               [&](const std::string& path) {
                   announced.push_back(path);
                   return true;
               });
    for (const Diagnostic& problem : sink.problems) INFO(to_string(problem));
    CHECK(sink.problems.empty());
    CHECK(sink.descriptions == std::vector<std::string>{"journal", "event"});
    CHECK(announced == std::vector<std::string>{"a.journal", "b.csv"});
    // Both texts count towards the scale of what neither declares.
    CHECK(chart[chart.find_commodity("kg")].scale == 2);

    const auto read = hashed.take_read();
    REQUIRE(read.size() == 2);
    Sha256 sha;
    CHECK(read[0].sha256 == sha.of(journal));
    CHECK(read[1].sha256 == sha.of(events));
    CHECK(bytes == journal.size() + events.size());
    CHECK(hashed.take_read().empty());
}

TEST_CASE("reading stops where it is told to, and reports what cannot be opened") {
    MemoryFiles files{{{"a.journal", "2018-01-01 a\n    assets  1 BOB\n    income\n"}}};
    HashedFiles hashed{files};
    Chart chart;
    Collector sink;
    read_texts(files, hashed, {"absent.journal", "a.journal"}, KindTable::standard(), chart, sink,
               [](const std::string& path) { return path != "a.journal"; });
    CHECK(sink.descriptions.empty());
    REQUIRE(sink.problems.size() == 1);
    CHECK(sink.problems[0].code == DiagnosticCode::file_unreadable);
}
