/// A small register to report on: two sections, five cells, six households, five months.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "ledger/housing/property_scope.hpp"
#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/table_text.hpp"

namespace cellbook::test {

/// tests/cli/town/cells.journal, and what is to stand behind it.
inline std::string five_cells(const std::string& more = {}) {
    std::ifstream file{CELLBOOK_SOURCE_DIR "/tests/cli/town/cells.journal", std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    return text + "\n" + more;
}

inline PropertyScope on(const char* day, const std::vector<std::string>& words = {}) {
    PropertyScope scope{.on = *parse_date(day)};
    for (const std::string& word : words) scope.words.push_back(*Pattern::compile(word));
    return scope;
}

}  // namespace cellbook::test
