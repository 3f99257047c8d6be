/// Entries to canonical bodies.
#pragma once

#include <string>
#include <string_view>

#include "ledger/chain/chain_names.hpp"
#include "ledger/chart.hpp"
#include "ledger/entry.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// Writes bodies. One writer follows one chain.
class CanonicalWriter {
public:
    CanonicalWriter(const Chart& chart, ChainNames& names) : chart_(chart), names_(names) {}

    /// The body, valid until the next call; names it mentions first become known to the chain.
    std::string_view write(const TransactionDraft& transaction);
    std::string_view write(const Declaration& declaration);

    /// The content with names spelled out and without the id: equal transactions have equal text
    /// wherever they stand in whichever book. Valid until the next call.
    std::string_view spell(const TransactionDraft& transaction);
    std::string_view spell(const Declaration& declaration);

private:
    const Chart& chart_;
    ChainNames& names_;
    std::string body_{};
    std::string rest_{};  // what follows the new names, which are known only once it is written
};

}  // namespace cellbook
