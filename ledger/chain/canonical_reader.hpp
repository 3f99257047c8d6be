/// Canonical bodies to entries.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <variant>

#include "ledger/chain/chain_names.hpp"
#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/entry.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// Reads bodies in chain order, and in any order once the chain's names are known.
class CanonicalReader {
public:
    CanonicalReader(Chart& chart, ChainNames& names);
    ~CanonicalReader();
    CanonicalReader(const CanonicalReader&) = delete;
    CanonicalReader& operator=(const CanonicalReader&) = delete;

    /// What of a transaction is wanted: `flow` stands for what `Scan::flow_alone` says, and leaves
    /// all else empty and unchecked.
    enum class Part : std::uint8_t { whole, flow };

    using Entry = std::variant<const Transaction*, const Declaration*>;
    /// The entry, valid until the next call. Names it introduces go into chart and names, with the
    /// scale of new commodities; names already known (an entry read again) are passed over.
    /// Declarations are not applied: see `ledger/declare.hpp`.
    /// *Errors*: `body_damaged`.
    Result<Entry> read(std::int64_t seq, std::string_view body, Part part = Part::whole);

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace cellbook
