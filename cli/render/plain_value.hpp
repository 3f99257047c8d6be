/// Values as programs read them.
#pragma once

#include <string>

#include "ledger/statements/table.hpp"

namespace cellbook::cli {

/// Amounts without their commodity, which has a column of its own; empty for nothing.
std::string plain_text(const Value& value);

}  // namespace cellbook::cli
