/// The table of kinds: the standard ones, and those that a user or a book adds.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/kinds/kind.hpp"

namespace cellbook {

struct KindsReading;

/// Kinds by name. No kind in it can book a transaction that breaks the three balances.
class KindTable {
public:
    /// The standard kinds, compiled in from schemas/kinds.toml.
    static const KindTable& standard();
    /// The kinds of `base` and those of a file of the same form as schemas/kinds.toml. A kind that
    /// is in `base` already may stand in it unchanged. *Errors* (all that the file has, with line
    /// and column): `kinds_file_syntax`, `kind_key_unknown`, `kind_invalid`, `kind_unbalanced`,
    /// `kind_redefined`.
    static KindsReading with_file(const KindTable& base, std::string_view toml,
                                  const std::string& file_name);

    /// Adds a kind that a book declares (`KindDeclaration::definition`).
    /// *Errors*: as of `with_file`, without places; `kind_redefined`. None: nothing is returned.
    std::optional<Diagnostic> add_definition(std::string_view json);

    [[nodiscard]] const Kind* find(std::string_view name) const;
    /// In the order added: the standard ones first.
    [[nodiscard]] const std::vector<Kind>& all() const { return kinds_; }
    [[nodiscard]] std::vector<std::string> names() const;
    /// *Errors*: `kind_unknown`, with the nearest names in the remedy.
    [[nodiscard]] Result<const Kind*> get(std::string_view name) const;

private:
    /// False when another kind of that name is there.
    bool add(Kind kind);

    std::vector<Kind> kinds_;
    std::map<std::string, std::size_t, std::less<>> index_;
};

/// A file's kinds added to a table, or what is wrong with the file.
struct KindsReading {
    KindTable table{};  ///< with the kinds that are right
    std::vector<Diagnostic> problems{};

    [[nodiscard]] bool ok() const { return problems.empty(); }
};

}  // namespace cellbook
