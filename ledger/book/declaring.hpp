/// What a declaration may say in a book that already holds entries.
#pragma once

#include <cstdint>
#include <optional>

#include "ledger/book/chain.hpp"
#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/entry.hpp"

namespace cellbook {

/// A number for what a declaration is about, the same in every book: the party, the account, the
/// price of one commodity in another on a day. A later declaration of a subject replaces the
/// earlier one. Two subjects that share a number (one pair in 10^19) only lose that a repeated
/// declaration is passed over.
std::uint64_t subject_key(const Declaration& declaration, const Chart& chart);

/// Whether the chain's latest word on the subject is the same, so that saying it again changes
/// nothing.
bool says_nothing_new(const Declaration& declaration, std::uint64_t subject, Chain& chain);

/// Why a declaration cannot stand with what the book holds; absent when it can.
/// *Errors*: `commodity_scale_settled` (amounts are integers at the old one), `party_cycle`,
/// `life_too_short` (entries stand outside it), `period_locked` (a price).
std::optional<Diagnostic> contradicts(const Declaration& declaration, Chain& chain,
                                      const Chart& chart);

}  // namespace cellbook
