#include "ledger/entry.hpp"

#include <array>

namespace cellbook {

std::string_view type_name(const Declaration& declaration) {
    constexpr std::array<std::string_view, std::variant_size_v<Declaration> - 1> names{
        "party", "account", "commodity", "price", "source", "kind", "convention", "name", "lock"};
    if (const auto* row = std::get_if<RegisterDeclaration>(&declaration)) {
        return register_form(row->sort).name;
    }
    return names[declaration.index()];
}

}  // namespace cellbook
