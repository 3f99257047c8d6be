#include "ledger/kinds/typed_fields.hpp"

namespace cellbook {

Result<Money> Money::parse(std::string_view text) {
    const std::size_t space = text.find(' ');
    const std::string_view commodity =
        space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
    if (commodity.empty() || commodity.find(' ') != std::string_view::npos) {
        return Diagnostic{
            .code = DiagnosticCode::number_invalid,
            .explanation = "`" + std::string{text} + "` is no number of a commodity",
            .remedy = "Write a number, one blank and the commodity, as in 300.00 BOB."};
    }
    const auto amount = parse_decimal(text.substr(0, space));
    if (!amount) {
        return amount.error();
    }
    return Money{.amount = *amount, .commodity = std::string{commodity}};
}

}  // namespace cellbook
