#include "cli/render/gnuplot_text.hpp"

#include <fmt/format.h>

#include "cli/render/display_width.hpp"

namespace cellbook::cli {

namespace {

/// Whether a byte means only itself between double quotes.
bool is_plain(char byte) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;-+=()/_";
    return static_cast<unsigned char>(byte) >= 0x80 || plain.find(byte) != std::string_view::npos;
}

std::string escaped(std::string_view text) {
    std::string all = "\"";
    for (const char byte : text) {
        if (is_plain(byte)) {
            all += byte;
        } else {
            all += fmt::format("\\{:03o}", static_cast<unsigned char>(byte));
        }
    }
    return all + '"';
}

}  // namespace

std::string gnuplot_quoted(std::string_view text) {
    const std::string safe = printable(text);
    return safe.find('\'') == std::string::npos ? '\'' + safe + '\'' : escaped(safe);
}

std::string gnuplot_tic_label(std::string_view text) {
    std::string format;
    for (const char byte : text) format.append(byte == '%' ? 2 : 1, byte);
    return gnuplot_quoted(format);
}

}  // namespace cellbook::cli
