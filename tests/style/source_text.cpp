#include <cctype>
#include <optional>

#include "tests/style/style.hpp"

namespace cellbook::style {

namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Walks over C++ text and copies to `out` what is code, spaces for the rest.
class Blanker {
public:
    explicit Blanker(std::string_view source) : source_{source} { out_.reserve(source.size()); }

    std::string run() && {
        while (at_ < source_.size()) step();
        return std::move(out_);
    }

private:
    void step() {
        if (ahead("//")) return blank_until("\n", false);
        if (ahead("/*")) return blank_until("*/", true);
        if (raw_string()) return;
        const char c = source_[at_];
        if (c == '"') return blank_quoted('"');
        // An apostrophe after a word character separates digits.
        if (c == '\'' && (out_.empty() || !is_word(out_.back()))) return blank_quoted('\'');
        keep();
    }

    bool ahead(std::string_view text) const { return source_.substr(at_).starts_with(text); }
    void keep() { out_ += source_[at_++]; }
    void blank() {
        out_ += source_[at_] == '\n' ? '\n' : ' ';
        ++at_;
    }

    void blank_until(std::string_view end, bool end_too) {
        blank();
        blank();
        while (at_ < source_.size() && !ahead(end)) blank();
        if (!end_too) return;
        for (std::size_t i = 0; i < end.size() && at_ < source_.size(); ++i) blank();
    }

    void blank_quoted(char quote) {
        keep();
        while (at_ < source_.size() && source_[at_] != quote && source_[at_] != '\n') {
            if (source_[at_] == '\\' && at_ + 1 < source_.size()) blank();
            blank();
        }
        if (at_ < source_.size() && source_[at_] == quote) keep();
    }

    bool raw_string() {
        if (!ahead("R\"") || (!out_.empty() && is_word(out_.back()))) return false;
        const auto open = source_.find('(', at_);
        if (open == std::string_view::npos) return false;
        const std::string end = ")" + std::string{source_.substr(at_ + 2, open - at_ - 2)} + "\"";
        while (at_ < source_.size() && !ahead(end)) blank();
        for (std::size_t i = 0; i < end.size() && at_ < source_.size(); ++i) blank();
        return true;
    }

    std::string_view source_;
    std::size_t at_ = 0;
    std::string out_;
};

}  // namespace

std::string without_comments_and_strings(std::string_view source) {
    return Blanker{source}.run();
}

}  // namespace cellbook::style
