/// Rows of a CSV file of prices, each of a period, whose header names its columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/decimal.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/reading/csv_records.hpp"
#include "ledger/reading/source_text.hpp"

namespace cellbook {

/// A column that a file may have.
struct PriceColumn {
    std::string_view name{};
    bool needed = true;
};

/// What is wrong with a file: the first complaints, and how many there are.
struct PriceProblems {
    static constexpr std::size_t most_kept = 100;
    std::vector<Diagnostic> kept{};
    std::int64_t count = 0;

    void add(Diagnostic problem);
};

/// Goes through the rows, and goes on after one that is wrong.
class PriceRows {
public:
    /// Reads the header. *Errors*, reported: `file_unreadable`, `prices_missing` (an empty
    /// file), `prices_header_invalid` (a column that is missing, unknown or there twice).
    PriceRows(TextFiles& files, const std::string& path, std::span<const PriceColumn> columns,
              PriceProblems& problems);

    /// The next row that has as many fields as the header; false at the end, and at once when the
    /// header is wrong. *Errors*, reported: `prices_row_invalid` and those of `CsvRecords`.
    bool next();
    [[nodiscard]] bool has(std::size_t column) const { return places_[column].has_value(); }

    [[nodiscard]] bool is_empty(std::size_t column) const { return field(column).text.empty(); }
    /// The field's text. *Errors*, reported: `prices_row_invalid` when it is empty.
    std::optional<std::string_view> text(std::size_t column);
    /// *Errors*, reported: that too, and those of `parse_decimal`.
    std::optional<Decimal> number(std::size_t column);
    /// A complaint about the field.
    void report(Diagnostic problem, std::size_t column);

    [[nodiscard]] Position position(std::size_t column) const;
    [[nodiscard]] std::string excerpt(std::size_t column) const;

private:
    void read_header();
    bool read_column(const CsvField& field, std::size_t place);
    void report_at(Diagnostic problem, std::uint32_t line, std::uint32_t column);
    [[nodiscard]] const CsvField& field(std::size_t column) const {
        return records_->fields()[*places_[column]];
    }

    std::string path_;
    std::span<const PriceColumn> columns_;
    PriceProblems& problems_;
    std::optional<CsvRecords> records_{};
    std::vector<std::optional<std::size_t>> places_{};  ///< of each column in the file
    std::size_t width_ = 0;                             ///< columns of the header
    bool readable_ = false;
    bool any_row_ = false;
};

}  // namespace cellbook
