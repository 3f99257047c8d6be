/// Entries: what a book's chain is made of, a transaction or a declaration each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ledger/account.hpp"
#include "ledger/commodity.hpp"
#include "ledger/date.hpp"
#include "ledger/party.hpp"
#include "ledger/register_form.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

struct PartyDeclaration {
    PartyId party{};
    Sector sector = Sector::unclassified;
    bool quasi_corporation = false;
    PartyId parent{};
    DateRange life{};
    std::vector<Tag> tags{};  ///< anything else that was said, e.g. members
    friend bool operator==(const PartyDeclaration&, const PartyDeclaration&) = default;
};

struct AccountDeclaration {
    AccountId account{};
    bool non_financial = false;
    DateRange life{};
    std::vector<Tag> tags{};
    friend bool operator==(const AccountDeclaration&, const AccountDeclaration&) = default;
};

struct CommodityDeclaration {
    CommodityId commodity{};
    std::uint8_t scale = 0;
    CommodityStyle style{};
    friend bool operator==(const CommodityDeclaration&, const CommodityDeclaration&) = default;
};

/// A market price: one `commodity` cost `price` of `currency` on `date`.
struct PriceDeclaration {
    Date date{};
    CommodityId commodity{};
    Decimal price{};
    CommodityId currency{};
    WordId source{};
    friend bool operator==(const PriceDeclaration&, const PriceDeclaration&) = default;
};

/// A citation that figures can be traced to.
struct SourceDeclaration {
    WordId source{};
    std::string citation{};
    friend bool operator==(const SourceDeclaration&, const SourceDeclaration&) = default;
};

/// A kind that a user's own file adds: its definition as canonical JSON text.
struct KindDeclaration {
    WordId kind{};
    std::string definition{};
    friend bool operator==(const KindDeclaration&, const KindDeclaration&) = default;
};

/// How to read what accountants and statisticians treat differently.
struct ConventionDeclaration {
    WordId name{};
    std::string value{};
    friend bool operator==(const ConventionDeclaration&, const ConventionDeclaration&) = default;
};

/// `payee` and `tag` directives: names that --strict checks against.
struct NameDeclaration {
    enum class What : std::uint8_t { payee, tag } what = What::payee;
    WordId name{};
    friend bool operator==(const NameDeclaration&, const NameDeclaration&) = default;
};

/// Nothing dated before `until` may be recorded after this entry.
struct LockDeclaration {
    Date until{};
    friend bool operator==(const LockDeclaration&, const LockDeclaration&) = default;
};

/// A row of the property register: what its form calls for, in the form's order.
struct RegisterDeclaration {
    Register sort{};
    std::vector<RegisterValue> values{};  ///< one a field of `register_form(sort)`
    std::optional<Standing> standing{};
    WordId source{};
    std::string note{};
    std::vector<Tag> tags{};

    /// What a field says; null where it says nothing. *Requires*: `Said` is its type's.
    template <class Said>
    [[nodiscard]] const Said* get(std::size_t field) const {
        return std::get_if<Said>(&values[field]);
    }
    friend bool operator==(const RegisterDeclaration&, const RegisterDeclaration&) = default;
};

using Declaration =
    std::variant<PartyDeclaration, AccountDeclaration, CommodityDeclaration, PriceDeclaration,
                 SourceDeclaration, KindDeclaration, ConventionDeclaration, NameDeclaration,
                 LockDeclaration, RegisterDeclaration>;

/// What the chain, and so the book's table of declarations, calls the sort of a declaration.
std::string_view type_name(const Declaration& declaration);

/// What a reader hands over, with where it stood: a draft still to be balanced, or a declaration.
struct ReadEntry {
    std::variant<TransactionDraft, Declaration> content{};
    Position position{};
    std::string excerpt{};                       ///< first line of the entry, for diagnostics
    std::vector<std::uint32_t> posting_lines{};  ///< line of each posting, when known
    bool from_journal_text = false;              ///< so that journal text can surely say it
};

/// Where readers put what they find. `accept` may move from the entry. Both return false to stop
/// the reader.
class EntrySink {
public:
    virtual ~EntrySink() = default;
    virtual bool accept(ReadEntry& entry) = 0;
    virtual bool report(Diagnostic diagnostic) = 0;
};

}  // namespace cellbook
