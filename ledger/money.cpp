#include "ledger/money.hpp"

#include <limits>

namespace cellbook {

Result<std::int64_t> narrow(Sum sum) {
    if (sum > std::numeric_limits<std::int64_t>::max() ||
        sum < std::numeric_limits<std::int64_t>::min()) {
        return Diagnostic{.code = DiagnosticCode::amount_overflow,
                          .explanation = "the sum of " + to_decimal_text(sum, 0) +
                                         " minor units does not fit 64 bits",
                          .remedy =
                              "Split the amount, or declare its commodity with fewer "
                              "decimals."};
    }
    return static_cast<std::int64_t>(sum);
}

}  // namespace cellbook
