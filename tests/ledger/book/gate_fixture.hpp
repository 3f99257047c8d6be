/// A book in memory with entries put through the gate, for tests.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/book/memory_book.hpp"
#include "tests/ledger/draft_builder.hpp"

namespace cellbook::test {

inline ReadEntry entry_of(TransactionDraft draft, std::uint32_t line = 1) {
    return {.content = std::move(draft),
            .position = {.file = "test.journal", .line = line, .column = 1},
            .excerpt = "the entry"};
}

inline ReadEntry entry_of(Declaration declaration, std::uint32_t line = 1) {
    return {.content = std::move(declaration),
            .position = {.file = "test.journal", .line = line, .column = 1},
            .excerpt = "the entry"};
}

/// Whether exactly these problems were found, in order.
inline std::vector<DiagnosticCode> codes(const ImportReport& report) {
    std::vector<DiagnosticCode> found;
    for (const Diagnostic& problem : report.problems) found.push_back(problem.code);
    return found;
}

class Gate {
public:
    MemoryBook book{};
    RecordOptions options{};

    Chart& chart() { return book.chart(); }
    ImportReport record(std::vector<ReadEntry> entries) {
        return book.record(std::move(entries), options, KindTable::standard());
    }
    ImportReport record(ReadEntry entry) {
        std::vector<ReadEntry> entries;
        entries.push_back(std::move(entry));
        return record(std::move(entries));
    }
    ImportReport record(TransactionDraft draft) { return record(entry_of(std::move(draft))); }
    ImportReport declare(Declaration declaration) {
        return record(entry_of(std::move(declaration)));
    }

    /// `from` gives `to` so much cash.
    TransactionDraft gift(std::string_view from, std::string_view to, std::string_view amount,
                          std::string_view date) {
        const std::string negative = "-" + std::string{amount};
        const std::string positive{amount};
        return draft(chart(),
                     {{std::string{from} + ":expenses:gifts", positive},
                      {std::string{from} + ":assets:cash", negative},
                      {std::string{to} + ":assets:cash", positive},
                      {std::string{to} + ":income:gifts", negative}},
                     date);
    }
};

}  // namespace cellbook::test
