#include "cli/render/plain_value.hpp"

#include <type_traits>

namespace cellbook::cli {

std::string plain_text(const Value& value) {
    return std::visit(
        [](const auto& held) -> std::string {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::monostate>) {
                return {};
            } else if constexpr (std::is_same_v<Held, std::string>) {
                return held;
            } else if constexpr (std::is_same_v<Held, std::int64_t>) {
                return std::to_string(held);
            } else if constexpr (std::is_same_v<Held, TableAmount>) {
                return to_decimal_text(held.minor, held.scale);
            } else if constexpr (std::is_same_v<Held, std::vector<TableAmount>>) {
                std::string text;
                for (const auto& amount : held) {
                    if (!text.empty()) text += "; ";
                    text += to_decimal_text(amount.minor, amount.scale) + ' ' + amount.commodity;
                }
                return text;
            } else {
                return to_string(held);
            }
        },
        value);
}

}  // namespace cellbook::cli
