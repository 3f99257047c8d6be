/// A journal text read into lists, for tests.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/reading/journal_reader.hpp"

namespace cellbook::test {

class CollectingSink final : public EntrySink {
public:
    bool accept(ReadEntry& entry) override {
        entries.push_back(entry);
        return entries.size() != stop_after;
    }
    bool report(Diagnostic diagnostic) override {
        problems.push_back(std::move(diagnostic));
        return problems.size() != stop_after;
    }

    std::vector<ReadEntry> entries{};
    std::vector<Diagnostic> problems{};
    std::size_t stop_after = 0;  ///< 0: never
};

using Texts = std::vector<std::pair<std::string, std::string>>;

/// What came of reading the first of some texts, which may include the others.
struct ReadText {
    Chart chart{};
    CollectingSink sink{};

    [[nodiscard]] std::vector<TransactionDraft> transactions() const {
        return all<TransactionDraft>();
    }
    template <class Thing>
    [[nodiscard]] std::vector<Thing> declarations() const {
        std::vector<Thing> found;
        for (const auto& declaration : all<Declaration>()) {
            if (const auto* const thing = std::get_if<Thing>(&declaration)) found.push_back(*thing);
        }
        return found;
    }
    /// `CODE LINE:COLUMN` of each problem.
    [[nodiscard]] std::vector<std::string> problems() const {
        std::vector<std::string> told;
        for (const Diagnostic& problem : sink.problems) {
            told.push_back(std::string{to_string(problem.code)} + ' ' +
                           std::to_string(problem.position.line) + ':' +
                           std::to_string(problem.position.column));
        }
        return told;
    }
    /// `-300.00 BOB`
    [[nodiscard]] std::string text(const Amount& amount) const {
        return to_decimal_text(amount.minor, chart[amount.commodity].scale) + ' ' +
               chart[amount.commodity].symbol;
    }

private:
    template <class Thing>
    [[nodiscard]] std::vector<Thing> all() const {
        std::vector<Thing> found;
        for (const ReadEntry& entry : sink.entries) {
            if (const auto* const thing = std::get_if<Thing>(&entry.content))
                found.push_back(*thing);
        }
        return found;
    }
};

inline void read_into(ReadText& read, Texts texts) {
    const std::string first = texts.front().first;
    MemoryFiles files{std::move(texts)};
    read_journal(files, first, read.chart, read.sink);
}

inline ReadText read_text(const std::string& text) {
    ReadText read;
    read_into(read, {{"test.journal", text}});
    return read;
}

}  // namespace cellbook::test
