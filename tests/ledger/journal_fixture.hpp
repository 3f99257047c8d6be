/// Books made of journal text, for tests.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "ledger/book/memory_book.hpp"

namespace cellbook::test {

inline MemoryBook book_of(const std::string& text) {
    MemoryBook book;
    MemoryFiles files{{{"test.journal", text}}};
    const auto report = book.read(files, {"test.journal"}, {}, KindTable::standard());
    for (const auto& problem : report.problems) UNSCOPED_INFO(to_string(problem));
    REQUIRE(report.ok());
    return book;
}

}  // namespace cellbook::test
