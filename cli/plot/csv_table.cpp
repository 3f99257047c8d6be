#include "cli/plot/csv_table.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "cli/plot/plot_number.hpp"
#include "ledger/reading/csv_records.hpp"
#include "ledger/reading/source_text.hpp"

namespace cellbook::cli {

namespace {

class CsvTableReader {
public:
    CsvTableReader(std::unique_ptr<TextStream> stream, std::string file,
                   const std::vector<std::string>& numbers)
        : records_{std::move(stream)}, file_{std::move(file)}, numbers_{numbers} {}

    Result<Table> read() {
        table_.name = "table";
        for (;;) {
            switch (records_.next()) {
                case CsvRecords::Next::end:
                    if (table_.columns.empty()) return no_header();
                    return std::move(table_);
                case CsvRecords::Next::refused:
                    return placed(records_.why(), records_.why().position);
                case CsvRecords::Next::record:
                    break;
            }
            auto wrong = table_.columns.empty() ? take_header() : take_row();
            if (wrong) return *std::move(wrong);
        }
    }

private:
    std::optional<Diagnostic> take_header() {
        for (const CsvField& field : records_.fields()) {
            const std::string name{field.text};
            if (std::ranges::find(table_.columns, name, &Column::name) != table_.columns.end()) {
                return at_field({.code = DiagnosticCode::events_column_twice,
                                 .explanation = "there are two columns " + name,
                                 .remedy = "Give each column a name of its own."},
                                field);
            }
            is_number_.push_back(std::ranges::find(numbers_, name) != numbers_.end());
            table_.columns.push_back({name, name});
        }
        return std::nullopt;
    }

    std::optional<Diagnostic> take_row() {
        const auto& fields = records_.fields();
        if (fields.size() != table_.columns.size()) {
            return at_field({.code = DiagnosticCode::events_row_length,
                             .explanation = "the row has " + std::to_string(fields.size()) +
                                            " fields where the header has " +
                                            std::to_string(table_.columns.size()),
                             .remedy = "Give every column its field, empty where there is "
                                       "nothing; put fields that hold a comma in quotes."},
                            fields.back());
        }
        Row row;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const std::string text{fields[i].text};
            if (is_number_[i] && !text.empty() && !is_plot_number(text)) {
                return at_field({.code = DiagnosticCode::number_invalid,
                                 .explanation = "`" + text + "` in the column " +
                                                table_.columns[i].name + " is no number",
                                 .remedy = "Write digits with at most one point, as in -1234.50, "
                                           "or draw another column."},
                                fields[i]);
            }
            row.cells.push_back(text.empty() ? Value{} : Value{text});
        }
        table_.rows.push_back(std::move(row));
        return std::nullopt;
    }

    Diagnostic no_header() const {
        return {.code = DiagnosticCode::events_header_invalid,
                .explanation = "the file holds no header",
                .remedy = "Begin it with the names of its columns, as in period,method,value.",
                .position = {.file = file_}};
    }

    Diagnostic placed(Diagnostic diagnostic, const Position& where) const {
        return std::move(diagnostic)
            .at({file_, where.line, where.column}, records_.excerpt(where.line));
    }

    Diagnostic at_field(Diagnostic diagnostic, const CsvField& field) const {
        return placed(std::move(diagnostic), {.line = field.line, .column = field.column});
    }

    CsvRecords records_;
    std::string file_;
    const std::vector<std::string>& numbers_;
    std::vector<bool> is_number_{};
    Table table_{};
};

}  // namespace

Result<Table> read_csv_table(const std::string& text, const std::string& file,
                             const std::vector<std::string>& numbers) {
    MemoryFiles files{{{file, text}}};
    auto stream = files.open(file);
    if (!stream) return std::move(stream).error();
    return CsvTableReader{*std::move(stream), file, numbers}.read();
}

}  // namespace cellbook::cli
