/// Records of comma-separated text, each field with its place.
///
/// RFC 4180: fields in double quotes may hold commas, line breaks and doubled quotes; lines end in
/// LF or CRLF. Blanks around a field outside quotes do not count, nor do empty lines, nor lines
/// before the first record that begin with `#`.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/reading/line_reader.hpp"

namespace cellbook {

struct CsvField {
    std::string_view text{};
    std::uint32_t line = 0;  ///< where it begins, its quote included
    std::uint32_t column = 0;
};

/// Reads record after record; memory is bounded by the longest.
class CsvRecords {
public:
    /// A quote that is not closed within this many bytes is taken for a mistake, so that one stray
    /// quote does not swallow the file.
    static constexpr std::size_t longest_field = std::size_t{1} << 16;

    explicit CsvRecords(std::unique_ptr<TextStream> stream) : lines_(std::move(stream)) {}

    enum class Next : std::uint8_t { record, refused, end };
    /// After `refused`, `why()` says what is wrong with the record, and reading goes on behind its
    /// first line.
    Next next();

    /// Valid until the next call.
    [[nodiscard]] const std::vector<CsvField>& fields() const { return fields_; }
    /// *Errors*: `events_quote_invalid`, `text_not_utf8`. Placed, but for the file.
    [[nodiscard]] const Diagnostic& why() const { return why_; }
    /// First line of the record.
    [[nodiscard]] std::uint32_t line() const { return first_line_; }
    /// Text of one of the record's lines, as far as a diagnostic shows it.
    [[nodiscard]] std::string_view excerpt(std::uint32_t line) const;

private:
    struct Line {
        std::string text{};
        std::uint32_t number = 0;
        bool suspect = false;
    };

    bool take_line(std::string_view& text, std::uint32_t& number, bool& suspect);
    void split_plain(std::string_view line);
    Next split_quoted(std::string_view line);
    /// Each reads the field at `at`, which moves behind it; false when it was refused.
    bool take_quoted(std::size_t& at);
    bool take_bare(std::size_t& at);
    bool append_line();
    Next refuse(Diagnostic why);
    bool refuse_quote(std::uint32_t column, std::string explanation, std::string remedy);
    Next refuse_non_text(std::string_view line, std::size_t place);

    [[nodiscard]] std::uint32_t column(std::size_t at) const {
        return static_cast<std::uint32_t>(at - line_at_ + 1);
    }

    LineReader lines_;
    std::deque<Line> returned_{};      ///< lines taken too many by a quote that never closed
    Line current_{};                   ///< the line last given back by `returned_`
    std::vector<Line> more_{};         ///< lines of this record after its first
    std::string record_{};             ///< text of a record of several lines, joined by LF
    std::string unquoted_{};           ///< its fields, without their quotes
    std::vector<std::size_t> ends_{};  ///< of its fields
    std::string_view text_{};          ///< the record's text
    std::uint32_t line_ = 0;           ///< where a record in quotes is being read
    std::size_t line_at_ = 0;          ///< where that line begins in `record_`
    std::vector<CsvField> fields_{};
    std::uint32_t first_line_ = 0;
    bool any_record_ = false;
    Diagnostic why_{.code = DiagnosticCode::events_quote_invalid, .explanation = {}};
};

}  // namespace cellbook
