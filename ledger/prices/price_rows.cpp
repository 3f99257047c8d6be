#include "ledger/prices/price_rows.hpp"

#include <algorithm>

#include "ledger/reading/journal_context.hpp"

namespace cellbook {

namespace {

std::string counted(std::size_t count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

void PriceProblems::add(Diagnostic problem) {
    ++count;
    if (kept.size() < most_kept) kept.push_back(std::move(problem));
}

PriceRows::PriceRows(TextFiles& files, const std::string& path,
                     std::span<const PriceColumn> columns, PriceProblems& problems)
    : path_{path}, columns_{columns}, problems_{problems}, places_(columns.size()) {
    auto stream = files.open(path);
    if (!stream) {
        problems_.add(std::move(stream).error());
        return;
    }
    records_.emplace(std::move(*stream));
    read_header();
}

void PriceRows::read_header() {
    const auto next = records_->next();
    if (next == CsvRecords::Next::refused) {
        report_at(records_->why(), records_->why().position.line, records_->why().position.column);
        return;
    }
    std::string wanted;
    for (const auto& column : columns_) {
        if (column.needed) wanted += (wanted.empty() ? "" : ",") + std::string{column.name};
    }
    if (next == CsvRecords::Next::end) {
        problems_.add(Diagnostic{.code = DiagnosticCode::prices_missing,
                                 .explanation = "the file is empty",
                                 .remedy = "Begin it with a line that names its columns: " + wanted}
                          .at({.file = path_, .line = 1, .column = 1}));
        return;
    }
    const auto& fields = records_->fields();
    width_ = fields.size();
    readable_ = true;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!read_column(fields[i], i)) readable_ = false;
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (!columns_[i].needed || places_[i]) continue;
        readable_ = false;
        report_at({.code = DiagnosticCode::prices_header_invalid,
                   .explanation = "there is no column `" + std::string{columns_[i].name} + "`",
                   .remedy = "The header must name the columns " + wanted + ", in any order."},
                  fields.front().line, fields.front().column);
    }
}

bool PriceRows::read_column(const CsvField& field, std::size_t place) {
    const auto found = std::ranges::find(columns_, field.text, &PriceColumn::name);
    Diagnostic problem{.code = DiagnosticCode::prices_header_invalid, .explanation = {}};
    if (found == columns_.end()) {
        std::vector<std::string> names;
        std::string list;
        for (const auto& column : columns_) {
            names.emplace_back(column.name);
            list += (list.empty() ? "" : ", ") + names.back();
        }
        problem.explanation = "there is no use for a column `" + std::string{field.text} + "`";
        problem.remedy = did_you_mean(field.text, names, "The columns are " + list + ".");
        report_at(std::move(problem), field.line, field.column);
        return false;
    }
    auto& known = places_[static_cast<std::size_t>(found - columns_.begin())];
    if (known) {
        problem.explanation = "there are two columns `" + std::string{field.text} + "`";
        problem.remedy = "Remove one of them.";
        report_at(std::move(problem), field.line, field.column);
        return false;
    }
    known = place;
    return true;
}

bool PriceRows::next() {
    if (!readable_) return false;
    for (auto next = records_->next(); next != CsvRecords::Next::end; next = records_->next()) {
        any_row_ = true;
        if (next == CsvRecords::Next::refused) {
            const Diagnostic& why = records_->why();
            report_at(why, why.position.line, why.position.column);
            continue;
        }
        const auto& fields = records_->fields();
        if (fields.size() == width_) return true;
        const CsvField& at = fields[std::min(fields.size(), width_ + 1) - 1];
        report_at({.code = DiagnosticCode::prices_row_invalid,
                   .explanation = "the row has " + counted(fields.size(), "field") +
                                  " where the header has " + std::to_string(width_),
                   .remedy = "Give every column its field; a decimal comma must be a point."},
                  at.line, at.column);
    }
    if (!any_row_) {
        problems_.add(Diagnostic{.code = DiagnosticCode::prices_missing,
                                 .explanation = "the file has a header and no rows",
                                 .remedy = "Give it a row for each observation."}
                          .at({.file = path_, .line = 1, .column = 1}));
    }
    return false;
}

std::optional<std::string_view> PriceRows::text(std::size_t column) {
    const std::string_view text = field(column).text;
    if (!text.empty()) return text;
    report({.code = DiagnosticCode::prices_row_invalid,
            .explanation = "the row has no " + std::string{columns_[column].name},
            .remedy = "Fill it in, or leave the row out: nothing is guessed."},
           column);
    return std::nullopt;
}

std::optional<Decimal> PriceRows::number(std::size_t column) {
    const auto written = text(column);
    if (!written) return std::nullopt;
    auto parsed = parse_decimal(*written);
    if (parsed) return *parsed;
    Diagnostic problem = std::move(parsed).error();
    problem.explanation = std::string{columns_[column].name} + ": " + problem.explanation;
    report(std::move(problem), column);
    return std::nullopt;
}

Position PriceRows::position(std::size_t column) const {
    return {.file = path_, .line = field(column).line, .column = field(column).column};
}

std::string PriceRows::excerpt(std::size_t column) const {
    return std::string{records_->excerpt(field(column).line)};
}

void PriceRows::report(Diagnostic problem, std::size_t column) {
    report_at(std::move(problem), field(column).line, field(column).column);
}

void PriceRows::report_at(Diagnostic problem, std::uint32_t line, std::uint32_t column) {
    const Position where{.file = path_, .line = line, .column = column};
    problems_.add(std::move(problem).at(where, records_->excerpt(line)));
}

}  // namespace cellbook
