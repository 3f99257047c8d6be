#include "ledger/query/pattern.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <optional>
#include <regex>

namespace cellbook {

namespace {

constexpr std::string_view metacharacters = R"(\^$.|?*+()[]{})";

char folded(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Characters of UTF-8 text in lower case; bytes that are no UTF-8 become U+FFFD, or nothing at
/// all when `strict`.
std::optional<std::wstring> characters(std::string_view text, bool strict, bool lower) {
    std::wstring out;
    out.reserve(text.size());
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t character = -1;
        const auto used = utf8proc_iterate(bytes, left, &character);
        if (used <= 0) {
            if (strict) return std::nullopt;
            out += wchar_t{0xFFFD};
            ++bytes;
            --left;
            continue;
        }
        out += static_cast<wchar_t>(lower ? utf8proc_tolower(character) : character);
        bytes += used;
        left -= used;
    }
    return out;
}

/// Lower case, but for what a backslash gives a meaning: \D is not \d.
std::wstring lower_but_escapes(std::wstring text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == L'\\') {
            ++i;
        } else {
            text[i] =
                static_cast<wchar_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(text[i])));
        }
    }
    return text;
}

Diagnostic bad_expression(std::string_view text, std::string_view why) {
    return {DiagnosticCode::query_invalid,
            "`" + std::string{text} + "` is no regular expression: " + std::string{why},
            "put a backslash before a character that is meant as it stands: \\( \\[ \\+"};
}

/// What libstdc++ cannot be given, as it would count past the end of an integer or make a state for
/// each repetition: references back, and numbers of more than three digits in { }.
std::optional<std::string_view> beyond_the_matcher(std::wstring_view text) {
    const auto is_digit = [](wchar_t c) { return c >= L'0' && c <= L'9'; };
    int digits = 0;
    bool in_braces = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == L'\\') {
            ++i;
            if (i < text.size() && is_digit(text[i])) return "it refers back to a group";
            continue;
        }
        in_braces = (in_braces || text[i] == L'{') && text[i] != L'}';
        digits = is_digit(text[i]) ? digits + 1 : 0;
        if (in_braces && digits > 3) return "it repeats something more than 999 times";
    }
    return std::nullopt;
}

std::string_view explain(std::regex_constants::error_type code) {
    namespace errors = std::regex_constants;
    if (code == errors::error_brack) return "a [ is not closed";
    if (code == errors::error_paren) {
        return "a parenthesis has no partner, or nothing stands before a *, + or ?";
    }
    if (code == errors::error_brace) return "a { is not closed";
    if (code == errors::error_badrepeat) return "nothing stands before a *, + or ?";
    if (code == errors::error_range) return "a range in [...] runs backwards";
    if (code == errors::error_escape) return "a backslash stands before nothing it applies to";
    if (code == errors::error_ctype) return "no such character class";
    if (code == errors::error_badbrace) return "what stands in { } is no number of repetitions";
    return "it is not well formed";
}

}  // namespace

struct Pattern::Expression {
    std::wregex whole;     ///< as typed
    std::wregex anywhere;  ///< with what may stand around it
};

Result<Pattern> Pattern::compile(std::string_view text) {
    Pattern pattern;
    const auto wide = characters(text, true, false);
    if (!wide) return bad_expression(text, "it is not UTF-8");
    if (pattern.take_literal(text)) return pattern;
    if (const auto why = beyond_the_matcher(*wide)) return bad_expression(text, *why);
    try {
        // The polynomial matcher neither recurses with the text's length nor explodes on patterns
        // such as (a+)+: both text and pattern are somebody's input. It matches a whole text in one
        // pass, whereas regex_search would begin anew at each character.
        using namespace std::regex_constants;
        const auto flags = ECMAScript | nosubs | __polynomial;
        const std::wstring lower = lower_but_escapes(*wide);
        std::wregex whole{lower, flags};
        std::wregex anywhere{L"[\\s\\S]*(?:" + lower + L")[\\s\\S]*", flags};
        pattern.expression_ =
            std::make_shared<const Expression>(Expression{std::move(whole), std::move(anywhere)});
    } catch (const std::regex_error& error) {
        return bad_expression(text, explain(error.code()));
    }
    return pattern;
}

bool Pattern::take_literal(std::string_view text) {
    std::string_view literal = text;
    at_begin_ = literal.starts_with('^');
    if (at_begin_) literal.remove_prefix(1);
    at_end_ = literal.ends_with('$');
    if (at_end_) literal.remove_suffix(1);
    if (literal.find_first_of(metacharacters) != std::string_view::npos || !is_ascii(literal)) {
        return false;
    }
    literal_ = literal;
    std::ranges::transform(literal_, literal_.begin(), folded);
    return true;
}

bool Pattern::found_in(std::string_view text) const {
    if (expression_) {
        return std::regex_match(*characters(text, false, true), expression_->anywhere);
    }
    if (text.size() < literal_.size()) return false;
    // No byte of a longer UTF-8 sequence is an ASCII one, so bytes may be compared.
    if (at_begin_) {
        return (!at_end_ || text.size() == literal_.size()) &&
               same(text.substr(0, literal_.size()));
    }
    if (at_end_) return same(text.substr(text.size() - literal_.size()));
    if (literal_.empty()) return true;
    return std::search(text.begin(), text.end(), literal_.begin(), literal_.end(),
                       [](char a, char b) { return folded(a) == b; }) != text.end();
}

bool Pattern::same(std::string_view text) const {
    return std::ranges::equal(text, literal_, [](char a, char b) { return folded(a) == b; });
}

bool Pattern::is_whole(std::string_view text) const {
    if (expression_) {
        return std::regex_match(*characters(text, false, true), expression_->whole);
    }
    return same(text);
}

}  // namespace cellbook
