#include "cli/render/image_metadata.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <utf8proc.h>

#include "cli/render/display_width.hpp"

namespace cellbook::cli {

namespace {

/// Exchanges the first `from` for `to`, when there is one.
void replace_first(std::string& text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    if (at != std::string::npos) text.replace(at, from.size(), to);
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

std::string xml_text(std::string_view text) {
    std::string safe = printable(text);
    replace_all(safe, "&", "&amp;");
    replace_all(safe, "<", "&lt;");
    replace_all(safe, ">", "&gt;");
    return safe;
}

void append_big_endian(std::string& to, std::uint32_t number) {
    for (unsigned shift = 32; shift != 0;) {
        shift -= 8;
        to += static_cast<char>(static_cast<unsigned char>(number >> shift));
    }
}

/// The cyclic redundancy check of PNG (ISO/IEC 15948, annex D).
std::uint32_t png_check(std::string_view bytes) {
    std::uint32_t check = 0xffffffffU;
    for (const char byte : bytes) {
        check ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            check = (check & 1U) != 0 ? 0xedb88320U ^ (check >> 1U) : check >> 1U;
        }
    }
    return ~check;
}

/// Uncompressed text in no particular language.
std::string png_text(std::string_view keyword, const std::string& text) {
    std::string data{"iTXt"};
    data += keyword;
    data.append(5, '\0');  // ends of keyword, language and translation; no compression
    data += printable(text);
    std::string chunk;
    append_big_endian(chunk, static_cast<std::uint32_t>(data.size() - 4));
    chunk += data;
    append_big_endian(chunk, png_check(data));
    return chunk;
}

/// A text string of PDF: UTF-16 in hexadecimal digits.
std::string pdf_text(const std::string& text) {
    std::string hex = "<FEFF";
    const std::string safe = printable(text);
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(safe.data());
    auto left = static_cast<utf8proc_ssize_t>(safe.size());
    while (left > 0) {
        utf8proc_int32_t letter = 0;
        const auto length = utf8proc_iterate(at, left, &letter);
        if (length <= 0) break;
        at += length;
        left -= length;
        const auto code = static_cast<std::uint32_t>(letter);
        if (code < 0x10000U) {
            hex += fmt::format("{:04X}", code);
        } else {
            hex += fmt::format("{:04X}{:04X}", 0xd800U + ((code - 0x10000U) >> 10U),
                               0xdc00U + ((code - 0x10000U) & 0x3ffU));
        }
    }
    return hex + ">";
}

/// The number behind the last `key`.
std::optional<std::size_t> number_behind(std::string_view text, std::string_view key) {
    const std::size_t at = text.rfind(key);
    if (at == std::string_view::npos) return std::nullopt;
    std::size_t number = 0;
    bool any = false;
    for (const char c : text.substr(at + key.size())) {
        if (c >= '0' && c <= '9') {
            number = number * 10 + static_cast<std::size_t>(c - '0');
            any = true;
        } else if (any || (c != ' ' && c != '\n' && c != '\r')) {
            break;
        }
    }
    if (!any) return std::nullopt;
    return number;
}

void blank_creation_date(std::string& pdf) {
    constexpr std::string_view key = "/CreationDate (";
    const std::size_t at = pdf.rfind(key);
    if (at == std::string::npos) return;
    const std::size_t end = pdf.find(')', at);
    if (end != std::string::npos) pdf.replace(at, end - at + 1, end - at + 1, ' ');
}

}  // namespace

std::string with_svg_metadata(const std::string& svg, const ImageMetadata& metadata) {
    std::string text = svg;
    const std::size_t begin = text.find("<desc>");
    const std::size_t end = text.find("</desc>");
    if (begin == std::string::npos || end == std::string::npos) return svg;
    text.replace(begin, end - begin, "<desc>" + xml_text(metadata.source));
    replace_first(text, "<title>Gnuplot</title>",
                  "<title>" + xml_text(metadata.title) + "</title>");
    replace_all(text, "font-family=\"DejaVu Sans\" font-size=",
                "font-family=\"DejaVu Sans, Verdana, sans-serif\" font-size=");
    return text;
}

std::string with_png_metadata(const std::string& png, const ImageMetadata& metadata) {
    constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
    constexpr std::size_t header_end = 8 + 4 + 4 + 13 + 4;
    if (!png.starts_with(signature) || png.size() < header_end) return png;
    return png.substr(0, header_end) + png_text("Title", metadata.title) +
           png_text("Source", metadata.source) + png.substr(header_end);
}

std::string with_pdf_metadata(const std::string& pdf, const ImageMetadata& metadata) {
    const std::size_t trailer = pdf.rfind("trailer");
    if (trailer == std::string::npos) return pdf;
    const auto size = number_behind(pdf, "/Size");
    const auto root = number_behind(pdf, "/Root");
    const auto table = number_behind(pdf, "startxref");
    if (!size || !root || !table) return pdf;
    std::string text = pdf;
    blank_creation_date(text);
    if (!text.ends_with('\n')) text += '\n';
    const std::size_t object = text.size();
    text += fmt::format("{} 0 obj\n<< /Title {}\n   /Subject {}\n>>\nendobj\n", *size,
                        pdf_text(metadata.title), pdf_text(metadata.source));
    const std::size_t section = text.size();
    text += fmt::format(
        "xref\n{} 1\n{:010} 00000 n \ntrailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n"
        "   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n",
        *size, object, *size + 1, *root, *size, *table, section);
    return text;
}

}  // namespace cellbook::cli
