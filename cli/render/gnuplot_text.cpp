#include "cli/render/gnuplot_text.hpp"

#include "cli/render/display_width.hpp"

namespace cellbook::cli {

namespace {

std::string doubled(std::string_view text, char which) {
    std::string all;
    for (const char c : text) {
        all += c;
        if (c == which) all += c;
    }
    return all;
}

}  // namespace

std::string gnuplot_quoted(std::string_view text) {
    return "'" + doubled(printable(text), '\'') + "'";
}

std::string gnuplot_tic_label(std::string_view text) {
    return gnuplot_quoted(doubled(text, '%'));
}

}  // namespace cellbook::cli
