/// What an expression of a formula comes to in each row of a frame.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "market/estimate/formula.hpp"
#include "market/series/data_frame.hpp"

namespace cellbook {

/// *Requires*: the columns it names exist and hold numbers in these rows; `formula` is the text it
/// stands in. Whole powers are products and keep 32 digits; logarithms and roots have a double's.
/// *Errors*: `value_undefined`: a logarithm of zero, a quotient by zero, a number beyond 1e308;
/// with how many rows and the first.
Result<std::vector<DoubleDouble>> expression_values(const Expression& expression,
                                                    const DataFrame& frame,
                                                    std::span<const std::size_t> rows,
                                                    const std::string& formula);

}  // namespace cellbook
