/// Our declarations, written as comments so that hledger and ledger pass over them.
#pragma once

#include <optional>
#include <string_view>

#include "ledger/reading/journal_context.hpp"

namespace cellbook {

/// Declarations stand at the begin of a line of their own:
///
///     ; party: inmates:i0042  sector:households, parent:sections:posta, opened:2018-01-05
///     ; source: S12  Canillita, derecho de piso y alquiler de celdas, undated
///     ; convention: cell_right asset
///     ; kind: tattoo {"title":"Tattoo",...}
///     ; lock: 2018-12-31
///     ; cell: posta-12  section:sections:posta, places:2
///     ; decimal-mark: .
///     ; scale: cigarettes 0
///
/// Rows of the property register are written as that cell is: the name of the register, the key,
/// and the other fields as tags. The last two record nothing: they settle how the file is read. An
/// export begins with them.
class DeclarationComment {
public:
    explicit DeclarationComment(JournalContext& context) : context_(context) {}

    /// Reads the context's line, which begins with a semicolon. A comment that declares nothing is
    /// passed over.
    void read();

private:
    void convention(TextCursor cursor);
    void kind(TextCursor cursor);
    void lock(TextCursor cursor);
    void party(TextCursor cursor);
    void register_row(const RegisterForm& form, TextCursor cursor);
    void scale(TextCursor cursor);
    void source(TextCursor cursor);

    bool read_party_tag(const TagText& tag, std::uint32_t column_base,
                        PartyDeclaration& declaration);
    bool invalid(std::uint32_t column, std::string explanation, std::string remedy);
    void accept(Declaration declaration);

    JournalContext& context_;
};

}  // namespace cellbook
