/// The parts that transactions and declarations as text are made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

void append_amount(std::string& out, const Amount& amount, const Chart& chart);

/// Tags of one comment: `kind:cell_rent, cell:posta-12`; for ledger each on a line of its own, as
/// it reads metadata: `kind: cell_rent`. For hledger and ledger a name that the program gives a
/// meaning of its own (`date`, `payee`, ...) begins with `cellbook-`.
class TagList {
public:
    enum class Form : std::uint8_t { journal, hledger, ledger };
    explicit TagList(Form form = Form::journal) : form_{form} {}

    void add(std::string_view name, std::string_view value);
    void add(const std::vector<Tag>& tags, const Chart& chart);
    /// Adds a tag with a value that needs no quotes, where there is one.
    void add_if(bool present, std::string_view name, std::string_view value) {
        if (present) add(name, value);
    }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    [[nodiscard]] const std::string& text() const { return text_; }
    void clear() { text_.clear(); }

private:
    Form form_;
    std::string text_{};
};

/// Whether a comment comes back as it is when each of its lines is written behind a semicolon.
bool is_plain_comment(std::string_view comment);
/// Whether a description, behind date, status and code, comes back as it is.
bool is_plain_description(std::string_view description);
bool is_plain_code(std::string_view code);
/// Whether a text can stand on one line: no blanks at its ends, no control characters.
bool is_plain_line(std::string_view text);
/// A description or code as near as one line can show it, for other programs.
std::string shown_on_a_line(std::string_view text);
/// Calls `use` with each line of a text.
template <class Use>
void for_each_line(std::string_view text, Use use) {
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find('\n', begin);
        use(text.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (end == std::string_view::npos) return;
        begin = end + 1;
    }
}
/// Characters of UTF-8, for columns.
std::size_t width_of(std::string_view text);

}  // namespace cellbook
