#include "ledger/reading/csv_records.hpp"

#include <algorithm>

#include "ledger/reading/text_cursor.hpp"

namespace cellbook {

namespace {

constexpr std::size_t longest_excerpt = 400;

}  // namespace

bool CsvRecords::take_line(std::string_view& text, std::uint32_t& number, bool& suspect) {
    if (!returned_.empty()) {
        current_ = std::move(returned_.front());
        returned_.pop_front();
        text = current_.text;
        number = current_.number;
        suspect = current_.suspect;
        return true;
    }
    if (!lines_.next(text)) return false;
    number = lines_.number();
    suspect = lines_.suspect();
    return true;
}

CsvRecords::Next CsvRecords::next() {
    std::string_view line;
    bool suspect = false;
    fields_.clear();
    more_.clear();
    do {
        if (!take_line(line, first_line_, suspect)) return Next::end;
        text_ = line;
        const std::size_t place = suspect ? find_non_text(line) : std::string_view::npos;
        if (place != std::string_view::npos) return refuse_non_text(line, place);
    } while (trimmed(line).empty() || (!any_record_ && line.front() == '#'));
    any_record_ = true;
    if (line.find('"') != std::string_view::npos) return split_quoted(line);
    split_plain(line);
    return Next::record;
}

void CsvRecords::split_plain(std::string_view line) {
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find(',', begin), line.size());
        const std::string_view whole = line.substr(begin, end - begin);
        const std::string_view text = trimmed(whole);
        const std::size_t at =
            text.empty() ? begin : static_cast<std::size_t>(text.data() - line.data());
        fields_.push_back(
            {.text = text, .line = first_line_, .column = static_cast<std::uint32_t>(at + 1)});
        begin = end + 1;
    }
}

CsvRecords::Next CsvRecords::split_quoted(std::string_view line) {
    record_ = line;
    text_ = record_;
    unquoted_.clear();
    ends_.clear();
    line_ = first_line_;
    line_at_ = 0;
    for (std::size_t at = 0; at <= record_.size(); ++at) {
        while (at < record_.size() && is_blank(record_[at])) ++at;
        fields_.push_back({.line = line_, .column = column(at)});
        const bool taken =
            at < record_.size() && record_[at] == '"' ? take_quoted(at) : take_bare(at);
        if (!taken) return Next::refused;
        ends_.push_back(unquoted_.size());
    }
    for (std::size_t i = 0, begin = 0; i < fields_.size(); begin = ends_[i++]) {
        fields_[i].text = std::string_view{unquoted_}.substr(begin, ends_[i] - begin);
    }
    return Next::record;
}

bool CsvRecords::take_bare(std::size_t& at) {
    const std::size_t end = std::min(record_.find(',', at), record_.size());
    const std::string_view text = trimmed(std::string_view{record_}.substr(at, end - at));
    if (const std::size_t quote = text.find('"'); quote != std::string_view::npos) {
        return refuse_quote(column(at + quote),
                            "there is a quote within a field that does not begin with one",
                            "Put the whole field in quotes and write each quote in it twice.");
    }
    unquoted_ += text;
    at = end;
    return true;
}

bool CsvRecords::take_quoted(std::size_t& at) {
    const CsvField field = fields_.back();
    const std::size_t begin = at++;
    while (true) {
        const std::size_t quote = record_.find('"', at);
        if (quote == std::string::npos) {
            unquoted_.append(record_, at);
            at = record_.size() + 1;  // behind the line break to come
            if (at - begin > longest_field || !append_line()) {
                line_ = field.line;
                return refuse_quote(field.column, "this quote is never closed",
                                    "Close it, or write a quote within quotes twice.");
            }
            continue;
        }
        unquoted_.append(record_, at, quote - at);
        at = quote + 1;
        if (at >= record_.size() || record_[at] != '"') break;
        unquoted_ += '"';
        ++at;
    }
    while (at < record_.size() && is_blank(record_[at])) ++at;
    if (at < record_.size() && record_[at] != ',') {
        return refuse_quote(column(at), "a closing quote is followed by text",
                            "Put a comma behind it, or write a quote within quotes twice.");
    }
    return true;
}

bool CsvRecords::refuse_quote(std::uint32_t column, std::string explanation, std::string remedy) {
    refuse({.code = DiagnosticCode::events_quote_invalid,
            .explanation = std::move(explanation),
            .remedy = std::move(remedy),
            .position = {.line = line_, .column = column}});
    return false;
}

/// Takes the line after the record's last, where a field in quotes goes on.
bool CsvRecords::append_line() {
    std::string_view line;
    Line more;
    if (!take_line(line, more.number, more.suspect)) return false;
    more.text = line;
    const bool clean = !more.suspect || find_non_text(line) == std::string_view::npos;
    more_.push_back(std::move(more));
    record_ += '\n';
    unquoted_ += '\n';
    line_at_ = record_.size();
    ++line_;
    record_ += more_.back().text;
    text_ = record_;
    return clean;
}

CsvRecords::Next CsvRecords::refuse(Diagnostic why) {
    why_ = std::move(why);
    why_.excerpt = std::string{excerpt(why_.position.line)};
    // The quote may be the mistake: the lines that it took are read again as records of their own.
    for (auto line = more_.rbegin(); line != more_.rend(); ++line) {
        returned_.push_front(std::move(*line));
    }
    more_.clear();
    return Next::refused;
}

CsvRecords::Next CsvRecords::refuse_non_text(std::string_view line, std::size_t place) {
    const bool is_nul = line[place] == '\0';
    text_ = line.substr(0, place);  // what shows a diagnostic may count on text
    return refuse(
        {.code = DiagnosticCode::text_not_utf8,
         .explanation = is_nul ? "the text holds a NUL byte" : "the text is not UTF-8 here",
         .remedy = "Save the file as CSV in UTF-8.",
         .position = {.line = first_line_, .column = static_cast<std::uint32_t>(place + 1)}});
}

std::string_view CsvRecords::excerpt(std::uint32_t line) const {
    std::string_view rest = text_;
    for (std::uint32_t at = first_line_; at < line && rest.find('\n') != std::string_view::npos;
         ++at) {
        rest = rest.substr(rest.find('\n') + 1);
    }
    rest = rest.substr(0, rest.find('\n'));
    std::size_t end = std::min(rest.size(), longest_excerpt);
    while (end > 0 && end < rest.size() &&
           (static_cast<unsigned char>(rest[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return rest.substr(0, end);
}

}  // namespace cellbook
