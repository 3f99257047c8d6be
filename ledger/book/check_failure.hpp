/// One failure that the checks of a book found.
#pragma once

#include <cstdint>
#include <string>

#include "ledger/entry_source.hpp"

namespace cellbook {

struct CheckFailure {
    std::string check;     ///< hash_chain, balances, derived_tables, ...
    std::string entry_id;  ///< empty where no entry is to blame
    std::int64_t seq = 0;
    Provenance provenance{};
    std::string explanation;
};

}  // namespace cellbook
