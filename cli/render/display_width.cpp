#include "cli/render/display_width.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace cellbook::cli {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view ellipsis = "\xE2\x80\xA6";     // U+2026

/// One character of a text: its bytes and how wide it is.
struct Glyph {
    std::string_view bytes;
    std::size_t width;
};

std::vector<Glyph> glyphs_of(std::string_view text) {
    std::vector<Glyph> glyphs;
    while (!text.empty()) {
        utf8proc_int32_t character = -1;
        const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                           static_cast<utf8proc_ssize_t>(text.size()), &character);
        if (used <= 0 || utf8proc_category(character) == UTF8PROC_CATEGORY_CC) {
            glyphs.push_back({replacement, 1});
            text.remove_prefix(used <= 0 ? 1 : static_cast<std::size_t>(used));
            continue;
        }
        const auto size = static_cast<std::size_t>(used);
        glyphs.push_back(
            {text.substr(0, size), static_cast<std::size_t>(utf8proc_charwidth(character))});
        text.remove_prefix(size);
    }
    return glyphs;
}

/// What nearly all text is: a byte a character, a column each.
bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out{text};
    make_printable(out);
    return out;
}

void make_printable(std::string& text) {
    if (is_plain(text)) return;
    std::string out;
    for (const Glyph& glyph : glyphs_of(text)) out += glyph.bytes;
    text = std::move(out);
}

std::size_t display_width(std::string_view text) {
    if (is_plain(text)) return text.size();
    std::size_t width = 0;
    for (const Glyph& glyph : glyphs_of(text)) width += glyph.width;
    return width;
}

std::string shortened(std::string_view text, std::size_t width, bool keep_end) {
    if (display_width(text) <= width) return std::string{text};
    if (width == 0) return {};
    const auto glyphs = glyphs_of(text);
    std::string kept;
    std::size_t used = 1;  // the ellipsis
    if (keep_end) {
        for (auto glyph = glyphs.rbegin(); glyph != glyphs.rend(); ++glyph) {
            if (used + glyph->width > width) break;
            used += glyph->width;
            kept.insert(0, glyph->bytes);
        }
        return std::string{ellipsis} + kept;
    }
    for (const Glyph& glyph : glyphs) {
        if (used + glyph.width > width) break;
        used += glyph.width;
        kept += glyph.bytes;
    }
    return kept + std::string{ellipsis};
}

}  // namespace cellbook::cli
