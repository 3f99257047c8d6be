/// Names that beancount takes, for names that it would refuse.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/chart.hpp"

namespace cellbook {

/// The account's name for beancount: the class as beancount spells it, then the whole name, part by
/// part: `inmates:i0042:expenses:food_in_kind` -> `Expenses:Inmates:I0042:Expenses:FoodInKind`. The
/// unnamed party's `assets:cash` is `Assets:Cash`. Two names never become one, and
/// `original_account_name` gives the name back. In a part
/// - the first letter becomes a capital, and `_x` becomes `X`;
/// - a part that begins with a capital stands as it is, with `-` at its end;
/// - what beancount refuses, or would be read otherwise on the way back, is `-0xHEX-`, its code
///   point; at the begin of a part without the first hyphen.
std::string beancount_account_name(std::string_view name);
/// *Requires*: a name that `beancount_account_name` gave.
std::string original_account_name(std::string_view name);

/// Symbols for beancount (2 to 24 of `A-Z 0-9 ' . _ -`, from a letter to a letter or digit), by
/// commodity id: capitals as they are, small letters as capitals, other characters as `X` and code
/// point. Of two that would be one, the later named gets `-2`, `-3`, ...
std::vector<std::string> beancount_symbols(const Chart& chart);

/// Whether metadata can have that name as it is.
bool is_beancount_key(std::string_view name);
/// Text in quotes, as beancount reads it.
std::string beancount_string(std::string_view text);

}  // namespace cellbook
