/// Case-insensitive patterns, as people type them to name accounts and descriptions.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ledger/diagnostic.hpp"

namespace cellbook {

/// A regular expression (ECMAScript's, without back-references) over Unicode characters. One that
/// holds no metacharacter, but for a ^ at its begin and a $ at its end, is searched for as it
/// stands, which is a hundred times faster.
class Pattern {
public:
    /// *Errors*: `query_invalid` when the expression is malformed or the text is no UTF-8.
    static Result<Pattern> compile(std::string_view text);

    [[nodiscard]] bool found_in(std::string_view text) const;
    /// Whether it matches all of `text`.
    [[nodiscard]] bool is_whole(std::string_view text) const;

    /// Whether it is searched for as it stands.
    [[nodiscard]] bool is_plain() const { return expression_ == nullptr; }

private:
    struct Expression;
    Pattern() = default;

    /// Keeps the text as a literal; false when it is a real expression.
    bool take_literal(std::string_view text);
    /// Whether `text` is the literal, in whatever case.
    [[nodiscard]] bool same(std::string_view text) const;

    std::string literal_{};  ///< folded; used where there is no expression
    bool at_begin_ = false;  ///< the literal is to stand at the text's begin
    bool at_end_ = false;
    std::shared_ptr<const Expression> expression_{};
};

}  // namespace cellbook
