/// What must hold of any text that a book accepts: written out and read again, it is the same book.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/book/memory_book.hpp"
#include "ledger/writing/journal_writer.hpp"

namespace cellbook::fuzz {

/// Stops the fuzzer, which then keeps the input.
inline void require(bool holds) {
    if (!holds) std::abort();
}

/// Reads texts one after another, and when they are accepted, writes and reads them again.
inline void check_round_trip(std::vector<std::pair<std::string, std::string>> texts) {
    std::vector<std::string> names;
    for (const auto& [name, text] : texts) names.push_back(name);
    MemoryFiles files{std::move(texts)};
    MemoryBook book;
    if (!book.read(files, names, {}, KindTable::standard()).ok()) return;

    std::string written;
    write_journal(book, {}, [&](std::string_view part) { written += part; });
    MemoryFiles again{{{"written.journal", written}}};
    MemoryBook copy;
    require(copy.read(again, {"written.journal"}, {}, KindTable::standard()).ok());
    require(copy.entry_count() == book.entry_count());
    require(copy.digest() == book.digest());
}

inline void check_round_trip(const std::string& name, std::string text) {
    check_round_trip({{name, std::move(text)}});
}

}  // namespace cellbook::fuzz
