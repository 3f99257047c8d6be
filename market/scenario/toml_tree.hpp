/// A scenario file's TOML as a tree with places, so that what reads it knows no parser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/date.hpp"
#include "ledger/diagnostic.hpp"

namespace cellbook {

/// Where something stands in a file; 0: not known.
struct TextPlace {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    friend bool operator==(const TextPlace&, const TextPlace&) = default;
};

struct TomlNode {
    enum class Sort : std::uint8_t { text, integer, real, truth, date, list, table, other };
    struct Member;

    Sort sort = Sort::table;
    std::string text{};
    std::int64_t integer = 0;
    double real = 0;  ///< of an integer too
    bool truth = false;
    Date date{};
    std::vector<TomlNode> items{};
    std::vector<Member> members;  ///< in the order written
    TextPlace place{};

    [[nodiscard]] const Member* find(std::string_view key) const;
};

struct TomlNode::Member {
    std::string key;
    TomlNode value;
    TextPlace place{};  ///< of the key
};

/// What a value is, in words: `a text`, `a list`.
std::string_view to_string(TomlNode::Sort sort);

/// *Errors*: `scenario_syntax`, with line, column and excerpt.
Result<TomlNode> parse_toml(std::string_view toml, const std::string& file_name);

/// Complaints about one file, each with its place and line.
class FileProblems {
public:
    FileProblems(std::string file, std::string_view text, std::vector<Diagnostic>& problems);

    void complain(DiagnosticCode code, TextPlace place, std::string what, std::string remedy);
    /// One that was made elsewhere gets its place.
    void complain(Diagnostic problem, TextPlace place);

private:
    std::string file_;
    std::string_view text_;
    std::vector<std::size_t> line_begins_{};
    std::vector<Diagnostic>& problems_;
};

/// The sentence, with the nearest name; empty where none is near.
std::string did_you_mean(std::string_view wanted, const std::vector<std::string>& known);

}  // namespace cellbook
