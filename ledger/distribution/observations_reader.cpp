#include "ledger/distribution/observations_reader.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "ledger/reading/csv_records.hpp"
#include "ledger/reading/journal_context.hpp"

namespace cellbook {

namespace {

constexpr std::size_t most_problems = 100;
constexpr std::uint8_t most_decimals = 36;

Diagnostic no_number(std::string_view text) {
    return {.code = DiagnosticCode::number_invalid,
            .explanation = text.empty() ? std::string{"there is no number here"}
                                        : "`" + std::string{text} + "` is no number",
            .remedy =
                "Write digits with a point before the decimals, and leave out rows of which "
                "the number is not known."};
}

/// `1.5e-3`: a decimal and a power of ten.
Result<Decimal> parse_number(std::string_view text) {
    const std::size_t mark = text.find_first_of("eE");
    auto number = parse_decimal(text.substr(0, mark));
    if (!number && number.error().code == DiagnosticCode::number_invalid) return no_number(text);
    if (!number || mark == std::string_view::npos) return number;
    std::string_view digits = text.substr(mark + 1);
    if (digits.starts_with('+') && !digits.starts_with("+-")) digits.remove_prefix(1);
    int exponent = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) {
        return no_number(text);
    }
    if (number->coefficient == 0) return Decimal{};
    const int scale = number->scale - std::clamp(exponent, -1000, 1000);
    Int128 coefficient = number->coefficient;
    bool fits = scale <= most_decimals;
    for (int i = scale; fits && i < 0; ++i) {
        fits = !__builtin_mul_overflow(coefficient, Int128{10}, &coefficient);
    }
    if (!fits) {
        return Diagnostic{.code = DiagnosticCode::number_too_large,
                          .explanation = "`" + std::string{text} +
                                         "` has more than 38 digits or 36 decimals written out",
                          .remedy = "Round it, or take another unit."};
    }
    return Decimal{.coefficient = coefficient,
                   .scale = static_cast<std::uint8_t>(std::max(scale, 0))};
}

class ObservationsReader {
public:
    ObservationsReader(const std::string& path, const ObservationColumns& columns)
        : path_{path}, columns_{columns} {}

    void read(std::unique_ptr<TextStream> stream, const Progress& progress);
    void report(Diagnostic diagnostic) {
        diagnostic.position.file = path_;
        ++reading_.problem_count;
        if (reading_.problems.size() < most_problems) {
            reading_.problems.push_back(std::move(diagnostic));
        }
    }
    ObservationsReading finish() && { return std::move(reading_); }

private:
    bool read_header(const CsvRecords& records);
    std::optional<std::size_t> find(const CsvRecords& records, const std::string& name);
    void read_row(const CsvRecords& records);
    std::optional<Decimal> number(const CsvRecords& records, std::size_t column);
    std::uint32_t group(std::string_view name);
    void report_at(Diagnostic diagnostic, const CsvRecords& records, const CsvField& field);

    const std::string& path_;
    const ObservationColumns& columns_;
    std::size_t width_ = 0;
    std::size_t value_ = 0;
    std::optional<std::size_t> weight_{};
    std::optional<std::size_t> group_{};
    std::unordered_map<std::string, std::uint32_t> groups_{};
    std::string group_name_{};
    std::int64_t rows_ = 0;
    ObservationsReading reading_{};
};

void ObservationsReader::report_at(Diagnostic diagnostic, const CsvRecords& records,
                                   const CsvField& field) {
    diagnostic.position.line = field.line;
    diagnostic.position.column = field.column;
    diagnostic.excerpt = std::string{records.excerpt(field.line)};
    report(std::move(diagnostic));
}

std::optional<std::size_t> ObservationsReader::find(const CsvRecords& records,
                                                    const std::string& name) {
    const auto& fields = records.fields();
    const auto found = std::ranges::find(fields, name, &CsvField::text);
    if (found != fields.end()) return static_cast<std::size_t>(found - fields.begin());
    std::vector<std::string> names;
    std::string listed;
    for (const CsvField& field : fields) {
        names.emplace_back(field.text);
        listed += (listed.empty() ? "" : ", ") + names.back();
    }
    const bool semicolons =
        fields.size() == 1 && fields.front().text.find(';') != std::string_view::npos;
    report_at(
        {.code = DiagnosticCode::data_column_unknown,
         .explanation = "there is no column `" + name + "`",
         .remedy = semicolons ? "Save the sheet with commas between columns."
                              : did_you_mean(name, names, "Its columns are: " + listed + ".")},
        records, fields.front());
    return std::nullopt;
}

bool ObservationsReader::read_header(const CsvRecords& records) {
    width_ = records.fields().size();
    const auto value = find(records, columns_.value);
    if (columns_.weight) weight_ = find(records, *columns_.weight);
    if (columns_.group) group_ = find(records, *columns_.group);
    value_ = value.value_or(0);
    return reading_.problem_count == 0;
}

std::optional<Decimal> ObservationsReader::number(const CsvRecords& records, std::size_t column) {
    const CsvField& field = records.fields()[column];
    auto parsed = parse_number(field.text);
    if (parsed) return *parsed;
    report_at(std::move(parsed).error(), records, field);
    return std::nullopt;
}

std::uint32_t ObservationsReader::group(std::string_view name) {
    group_name_ = name.empty() ? std::string_view{"(none)"} : name;
    auto& names = reading_.observations.groups;
    const auto found = groups_.try_emplace(group_name_, static_cast<std::uint32_t>(names.size()));
    if (found.second) names.push_back(group_name_);
    return found.first->second;
}

void ObservationsReader::read_row(const CsvRecords& records) {
    ++rows_;
    const auto& fields = records.fields();
    if (fields.size() != width_) {
        report_at({.code = DiagnosticCode::data_row_length,
                   .explanation = "the row has " + std::to_string(fields.size()) +
                                  (fields.size() == 1 ? " field" : " fields") + " and the header " +
                                  std::to_string(width_),
                   .remedy = "Put fields that hold commas in quotes; write empty fields too."},
                  records, fields[std::min(fields.size() - 1, width_)]);
        return;
    }
    const auto value = number(records, value_);
    std::optional<Decimal> weight{Decimal{.coefficient = 1}};
    if (weight_) weight = number(records, *weight_);
    if (!value || !weight) return;
    if (weight->coefficient < 0) {
        report_at({.code = DiagnosticCode::weight_negative,
                   .explanation = "the weight " + to_string(*weight) + " is below zero",
                   .remedy = "A weight says for how many a row stands: zero or more."},
                  records, fields[*weight_]);
        return;
    }
    const std::uint32_t of = group_ ? group(fields[*group_].text) : 0;
    if (auto problem = reading_.observations.add(*value, *weight, of)) {
        report_at(*std::move(problem), records, fields[value_]);
    }
}

void ObservationsReader::read(std::unique_ptr<TextStream> stream, const Progress& progress) {
    constexpr std::int64_t often = 1 << 16;
    CsvRecords records{std::move(stream)};
    bool headed = false;
    for (auto next = records.next(); next != CsvRecords::Next::end; next = records.next()) {
        if (next == CsvRecords::Next::refused) {
            report(records.why());
        } else if (headed) {
            read_row(records);
        } else if (!read_header(records)) {
            return;
        } else {
            headed = true;
        }
        if (rows_ % often == 0 && progress && !progress(rows_, 0)) {
            reading_.cancelled = true;
            return;
        }
    }
    if (rows_ > 0 || reading_.problem_count > 0) return;
    report({.code = DiagnosticCode::observations_empty,
            .explanation = headed ? "there is no row below the header: no Gini of an empty set"
                                  : "the file is empty: no Gini of an empty set",
            .remedy = "Write a header that names the columns and a row for each observation."});
}

}  // namespace

ObservationsReading read_observations(TextFiles& files, const std::string& path,
                                      const ObservationColumns& columns, const Progress& progress) {
    ObservationsReader reader{path, columns};
    auto stream = files.open(path);
    if (stream) {
        reader.read(*std::move(stream), progress);
    } else {
        reader.report(std::move(stream).error());
    }
    return std::move(reader).finish();
}

}  // namespace cellbook
