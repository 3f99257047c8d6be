/// What a kind must keep to once its text is understood.
#pragma once

#include <vector>

#include "ledger/kinds/kind.hpp"
#include "ledger/kinds/kind_text.hpp"

namespace cellbook {

/// In order: each parameter has one use, which settles its sort; fields that the kind requires
/// exist; each role has legs and an SNA code; legs name counterparties where there are several and
/// stay within one commodity; the three balances hold for all amounts. `leg_places` are the texts
/// of `kind.legs`. *Errors*: `kind_invalid`, `kind_unbalanced`.
void check_rules(Kind& kind, const KindText& text, const std::vector<const KindText*>& leg_places,
                 KindProblems& problems);

}  // namespace cellbook
