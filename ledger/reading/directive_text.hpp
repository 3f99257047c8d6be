/// Directives of journal text: `account`, `commodity`, `P`, `include` and so on.
#pragma once

#include <string>

#include "ledger/reading/journal_context.hpp"

namespace cellbook {

/// Reads one directive after another, each with the indented lines below it.
class DirectiveText {
public:
    /// What the reader of the file has to do next.
    enum class Next : std::uint8_t {
        nothing,   ///< the directive is complete
        refused,   ///< it was reported: pass over its indented lines
        lines,     ///< give the indented lines below to `add_line`
        block,     ///< pass over all lines up to `block_end()`
        inclusion  ///< read what `pattern()` matches
    };

    explicit DirectiveText(JournalContext& context) : context_(context) {}

    /// Reads the context's line.
    Next begin();
    /// Reads an indented line below; false when it was reported, and the directive is then to be
    /// left.
    bool add_line();
    /// Hands on what the directive declared, if it declared anything.
    void finish();

    [[nodiscard]] const std::string& block_end() const { return argument_; }
    [[nodiscard]] const std::string& pattern() const { return argument_; }

private:
    struct Word;
    static const Word* find(std::string_view word);
    Next refuse_unknown(std::string_view word);
    Next refuse_unsupported(std::string_view what, std::string_view remedy);
    Next invalid(const TextCursor& cursor, std::string explanation, std::string remedy);

    Next account(TextCursor cursor);
    Next alias(TextCursor cursor);
    Next apply(TextCursor cursor);
    Next block(TextCursor cursor);
    Next commodity(TextCursor cursor);
    Next decimal_mark(TextCursor cursor);
    Next end(TextCursor cursor);
    Next include(TextCursor cursor);
    Next payee(TextCursor cursor);
    Next price(TextCursor cursor);
    Next tag(TextCursor cursor);
    Next year(TextCursor cursor);

    void declare_name(NameDeclaration::What what, std::string_view name);

    template <class Thing>
    Thing& declared() {
        return std::get<Thing>(std::get<Declaration>(entry_.content));
    }

    JournalContext& context_;
    std::string word_{};
    std::string argument_{};
    ReadEntry entry_{};
    bool pending_ = false;     // entry_ waits for `finish`
    bool has_format_ = false;  // of the commodity in entry_
};

/// Reads what settles a decimal mark, `.` or `,`.
bool read_decimal_mark(JournalContext& context, TextCursor cursor);

}  // namespace cellbook
