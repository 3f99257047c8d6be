#include "ledger/commodity.hpp"

#include <algorithm>

namespace cellbook {

std::string quoted_symbol(std::string_view symbol) {
    const bool plain = !symbol.empty() && std::all_of(symbol.begin(), symbol.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '$' || byte >= 0x80U;
    });
    return plain ? std::string{symbol} : '"' + std::string{symbol} + '"';
}

}  // namespace cellbook
