#include "ledger/diagnostic.hpp"

#include <algorithm>
#include <numeric>

namespace cellbook {

Diagnostic Diagnostic::at(Position where, std::string_view line) && {
    position = std::move(where);
    excerpt = line;
    return std::move(*this);
}

namespace {

void append_position(std::string& out, const Position& position) {
    if (position.file.empty()) {
        return;
    }
    out += position.file;
    if (position.line != 0) {
        out += ':' + std::to_string(position.line);
        if (position.column != 0) {
            out += ':' + std::to_string(position.column);
        }
    }
    out += ": ";
}

/// The caret line keeps the excerpt's tabs and skips continuation bytes, so that the caret stands
/// under its character.
void append_caret(std::string& out, std::string_view excerpt, std::uint32_t column) {
    out += "\n    ";
    const std::size_t width = std::min<std::size_t>(column - 1, excerpt.size());
    for (const char byte : excerpt.substr(0, width)) {
        if (byte == '\t') {
            out += '\t';
        } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
            out += ' ';
        }
    }
    out += '^';
}

/// Levenshtein distance, one row at a time.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
    std::string out;
    append_position(out, diagnostic.position);
    out += diagnostic.severity == Severity::error ? "error[" : "warning[";
    out += to_string(diagnostic.code);
    out += "]: ";
    out += diagnostic.explanation;
    if (!diagnostic.excerpt.empty()) {
        out += "\n    " + diagnostic.excerpt;
        if (diagnostic.position.column != 0) {
            append_caret(out, diagnostic.excerpt, diagnostic.position.column);
        }
    }
    if (!diagnostic.remedy.empty()) {
        out += "\n  " + diagnostic.remedy;
    }
    return out;
}

std::vector<std::string> nearest_names(std::string_view wanted, std::span<const std::string> known,
                                       std::size_t most) {
    constexpr std::size_t longest_compared = 64;
    std::vector<std::pair<std::size_t, const std::string*>> ranked;
    for (const auto& name : known) {
        if (wanted.size() > longest_compared || name.size() > longest_compared) {
            continue;
        }
        const std::size_t distance = edit_distance(wanted, name);
        if (distance * 2 <= std::max(wanted.size(), name.size())) {
            ranked.emplace_back(distance, &name);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : *a.second < *b.second;
    });
    std::vector<std::string> nearest;
    for (const auto& [distance, name] : ranked) {
        if (nearest.size() == most) {
            break;
        }
        nearest.push_back(*name);
    }
    return nearest;
}

}  // namespace cellbook
