/// Comments and the tags in them: `; lunch for two, kind:restaurant_meal, product:soup`.
///
/// As in hledger, a tag is a word directly followed by a colon, and its value reaches to the next
/// comma or the end of the line. Ours may also stand in quotes, `note:"one, two"`, with the escapes
/// of JSON: so that every text survives being written and read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cellbook {

struct TagText {
    std::string_view name{};
    std::string_view value{};  ///< as it stands, with quotes and escapes
    std::size_t name_at = 0;   ///< offsets in the text given to `split_comment`
    std::size_t value_at = 0;
    bool quoted = false;
};

/// The value that is meant: unquoted where it was quoted.
std::string value_of(const TagText& tag);

/// Splits a comment of one line into tags, which are appended, and what is left: the text as it
/// stands when it holds no tag, else what stands outside tags, joined by `, `.
void split_comment(std::string_view text, std::vector<TagText>& tags, std::string& left);

/// Whether the text holds a tag.
bool holds_tag(std::string_view text);

/// The value as a tag's value is written: in quotes when it would not come back otherwise.
void append_tag_value(std::string& out, std::string_view value);
/// The text in quotes, with escapes.
void append_quoted(std::string& out, std::string_view text);
/// Whether a name may be a tag's: no blank, comma, colon, quote or control character.
bool is_tag_name(std::string_view name);

/// Reads text in quotes at the begin of `text`; its length with the quotes, 0 when it is not closed
/// or an escape is wrong.
std::size_t quoted_length(std::string_view text);

}  // namespace cellbook
