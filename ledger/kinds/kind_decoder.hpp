/// From the text of a kind to a kind, or to everything that is wrong with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/kinds/kind.hpp"
#include "ledger/kinds/kind_text.hpp"

namespace cellbook {

/// One kind. Every name in it is known, every parameter is used, and its legs obey the three
/// balances whatever the amounts (`check_balances`).
/// *Errors* (appended to `problems`, then nothing is returned): `kind_key_unknown`,
/// `kind_invalid`, `kind_unbalanced`.
std::optional<Kind> decode_kind(const KindText& text, const KindOrigin& origin,
                                std::vector<Diagnostic>& problems);

}  // namespace cellbook
