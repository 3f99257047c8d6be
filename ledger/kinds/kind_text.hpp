/// The text of kinds, TOML or JSON, as one small tree with places: what the decoder reads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/diagnostic.hpp"

namespace cellbook {

/// A node of the text. Both forms of a kind (a person's TOML, a book's JSON) become this, so that
/// one decoder judges both.
struct KindText {
    enum class Sort : std::uint8_t { text, number, truth, list, table, other };
    struct Member;

    Sort sort = Sort::table;
    std::string text{};  ///< of a text or an integer
    bool truth = false;
    std::vector<KindText> items{};
    std::vector<Member> members;  ///< in the order written (no `{}`: Member is not complete yet)
    std::uint32_t line = 0;       ///< 0 where not known (JSON)
    std::uint32_t column = 0;

    [[nodiscard]] const Member* find(std::string_view key) const;
};

struct KindText::Member {
    std::string key;
    KindText value;
    std::uint32_t line = 0;  ///< of the key
    std::uint32_t column = 0;
};

/// *Errors*: `kinds_file_syntax`, with line and column.
Result<KindText> parse_kinds_toml(std::string_view toml, const std::string& file_name);
/// *Errors*: `kinds_file_syntax`.
Result<KindText> parse_kind_json(std::string_view json);

/// What a kind's text came from, for diagnostics.
struct KindOrigin {
    std::string file{};
    std::string_view text{};  ///< the file's whole text, for excerpts; may be empty

    [[nodiscard]] Position position(std::uint32_t line, std::uint32_t column) const;
    [[nodiscard]] std::string_view excerpt(std::uint32_t line) const;
};

/// Complaints about one kind, each with its place.
class KindProblems {
public:
    KindProblems(const KindOrigin& origin, std::vector<Diagnostic>& problems)
        : origin_(origin), problems_(problems), before_(problems.size()) {}

    /// Later complaints begin with the kind's name.
    void name_kind(std::string name) { name_ = std::move(name); }
    [[nodiscard]] bool none() const { return problems_.size() == before_; }

    void complain(DiagnosticCode code, std::uint32_t line, std::uint32_t column, std::string what,
                  std::string remedy);
    /// `kind_invalid`, at a value or a key.
    void wrong(const KindText& where, std::string what, std::string remedy);
    void wrong(const KindText::Member& where, std::string what, std::string remedy);

private:
    const KindOrigin& origin_;
    std::vector<Diagnostic>& problems_;
    std::size_t before_;
    std::string name_{};
};

/// Small letters, digits and _, beginning with a letter.
bool is_snake_case(std::string_view name);
bool contains(const std::vector<std::string>& names, std::string_view name);
/// In backquotes, as diagnostics show what somebody wrote.
std::string in_backticks(std::string_view text);

}  // namespace cellbook
