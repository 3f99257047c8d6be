#include "cli/render/tex_text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

namespace cellbook::cli {

namespace {

/// What pdfLaTeX of 2020 and later sets with nothing loaded, in the old fonts (OT1) too: tried one
/// by one.
constexpr std::array<std::pair<char32_t, char32_t>, 27> known{{
    {0xA0, 0xAA},     {0xAC, 0xAC},     {0xAE, 0xBA},     {0xBC, 0xCF},     {0xD1, 0xDD},
    {0xDF, 0xEF},     {0xF1, 0xFD},     {0xFF, 0x103},    {0x106, 0x10F},   {0x112, 0x117},
    {0x11A, 0x125},   {0x128, 0x12D},   {0x130, 0x137},   {0x139, 0x13E},   {0x141, 0x148},
    {0x14C, 0x165},   {0x168, 0x171},   {0x174, 0x17E},   {0x218, 0x21B},   {0x2010, 0x2016},
    {0x2018, 0x2019}, {0x201C, 0x201D}, {0x2020, 0x2022}, {0x2026, 0x2026}, {0x20AC, 0x20AC},
    {0x2116, 0x2116}, {0x2122, 0x2122},
}};

constexpr std::string_view may_join = "-'`,?!";  // into a dash, a quotation mark or ¿ ¡

std::string composed(std::string_view text) {
    const std::string terminated{text};
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> normal{
        utf8proc_NFC(reinterpret_cast<const utf8proc_uint8_t*>(terminated.c_str())), &std::free};
    // Broken UTF-8 has no normal form; it is shown as it is, and no worse.
    return normal ? reinterpret_cast<const char*>(normal.get()) : terminated;
}

std::string ascii_text(char c) {
    switch (c) {
        case '\\':
            return "\\textbackslash{}";
        case '^':
            return "\\textasciicircum{}";
        case '~':
            return "\\textasciitilde{}";
        case '<':
            return "\\textless{}";
        case '>':
            return "\\textgreater{}";
        case '|':
            return "\\textbar{}";
        case '"':
            return "{\\char34}";  // some languages of babel give the mark itself a meaning
        case '[':
        case ']':
        case '*':
            return {'{', c, '}'};  // behind \\ they would be its options
        case '{':
        case '}':
        case '$':
        case '&':
        case '#':
        case '_':
        case '%':
            return {'\\', c};
        default:
            return {c};
    }
}

std::string wide_text(char32_t point, std::string_view bytes) {
    const bool is_known = std::ranges::any_of(
        known, [&](const auto& range) { return range.first <= point && point <= range.second; });
    if (is_known) return std::string{bytes};
    return fmt::format("\\cellbookchar{{{}}}{{{:04X}}}", bytes, static_cast<std::uint32_t>(point));
}

}  // namespace

std::string tex_text(std::string_view text) {
    const std::string normal = composed(text);
    std::string_view rest = normal;
    std::string out;
    while (!rest.empty()) {
        utf8proc_int32_t point = -1;
        const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                                           static_cast<utf8proc_ssize_t>(rest.size()), &point);
        const std::size_t size = used <= 0 ? 1 : static_cast<std::size_t>(used);
        const std::string_view bytes = rest.substr(0, size);
        rest.remove_prefix(size);
        if (used <= 0) {
            out += wide_text(0xFFFD, "\xEF\xBF\xBD");
        } else if (size > 1) {
            out += wide_text(static_cast<char32_t>(point), bytes);
        } else {
            out += ascii_text(bytes.front());
            const bool joins = !rest.empty() && may_join.find(bytes.front()) != may_join.npos &&
                               may_join.find(rest.front()) != may_join.npos;
            if (joins) out += "{}";
        }
    }
    return out;
}

std::string_view cellbookchar_definition() {
    return R"(% What LaTeX may not know; define \cellbookchar before to set it otherwise.
\ifdefined\cellbookchar\else\DeclareRobustCommand{\cellbookchar}[2]{%
  \ifdefined\Umathchar#1\else\ifcsname u8:\detokenize{#1}\endcsname
  \ifnum\pdfstrcmp{\csname f@encoding\endcsname}{T1}=0 #1\else\texttt{{[}U+#2{]}}\fi
  \else\texttt{{[}U+#2{]}}\fi\fi}\fi
)";
}

}  // namespace cellbook::cli
