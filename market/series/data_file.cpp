#include "market/series/data_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "ledger/reading/csv_records.hpp"
#include "ledger/standing.hpp"

namespace cellbook {

namespace {

constexpr std::size_t most_problems = 100;
/// Powers of ten that are doubles exactly.
constexpr int exact_powers = 22;
constexpr int most_digits = 37;

constexpr auto powers_of_ten = [] {
    std::array<double, exact_powers + 1> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

/// Digits and a power of ten, as written; absent where the text is no plain number.
struct WrittenNumber {
    Int128 digits = 0;
    int count = 0;
    int exponent = 0;
};

std::optional<WrittenNumber> written(std::string_view text) {
    WrittenNumber number;
    bool any = false;
    bool point = false;
    std::size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9') break;
        any = true;
        if (number.count < most_digits) {
            number.digits = number.digits * 10 + (c - '0');
            if (number.digits != 0) ++number.count;
            number.exponent -= point ? 1 : 0;
        } else {
            number.exponent += point ? 0 : 1;
        }
    }
    if (!any) return std::nullopt;
    if (at == text.size()) return number;
    if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
    ++at;
    if (at < text.size() && text[at] == '+') ++at;
    int power = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + at, end, power);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    number.exponent += std::clamp(power, -10000, 10000);
    return number;
}

/// What the nearest double leaves of the number; nothing far from one, where doubles have no room.
double rest_of(double nearest, const WrittenNumber& number) {
    constexpr int farthest = 200;
    if (std::abs(number.exponent) > farthest) return 0;
    const auto high = static_cast<double>(number.digits);
    DoubleDouble whole{high, static_cast<double>(number.digits - static_cast<Int128>(high))};
    for (int left = std::abs(number.exponent); left > 0; left -= exact_powers) {
        const auto step = static_cast<std::size_t>(std::min(left, exact_powers));
        const DoubleDouble power{powers_of_ten[step], 0};
        whole = number.exponent < 0 ? whole / power : whole * power;
    }
    return (whole.high - nearest) + whole.low;
}

bool says_missing(std::string_view text) {
    return text.empty() || text == "NA" || text == "NaN" || text == "nan";
}

class DataReader {
public:
    explicit DataReader(const std::string& path) : path_{path} { reading_.frame.source = path; }
    void read(std::unique_ptr<TextStream> stream, const Progress& progress);
    void report(Diagnostic diagnostic) {
        diagnostic.position.file = path_;
        ++reading_.problem_count;
        if (reading_.problems.size() < most_problems) {
            reading_.problems.push_back(std::move(diagnostic));
        }
    }
    DataReading finish() &&;

private:
    void read_header(const CsvRecords& records);
    void read_row(const CsvRecords& records);
    void report_at(Diagnostic diagnostic, const CsvRecords& records, const CsvField& field) {
        diagnostic.position.line = field.line;
        diagnostic.position.column = field.column;
        diagnostic.excerpt = std::string{records.excerpt(field.line)};
        report(std::move(diagnostic));
    }

    const std::string& path_;
    DataReading reading_{};
};

void DataReader::read_header(const CsvRecords& records) {
    for (const CsvField& field : records.fields()) {
        if (reading_.frame.find(field.text) != nullptr) {
            report_at({.code = DiagnosticCode::data_column_twice,
                       .explanation = "two columns are named `" + std::string{field.text} + "`",
                       .remedy = "Name them apart."},
                      records, field);
        }
        reading_.frame.columns.emplace_back(std::string{field.text});
    }
}

void DataReader::read_row(const CsvRecords& records) {
    const auto& fields = records.fields();
    auto& columns = reading_.frame.columns;
    if (fields.size() != columns.size()) {
        report_at({.code = DiagnosticCode::data_row_length,
                   .explanation = "the row has " + std::to_string(fields.size()) +
                                  (fields.size() == 1 ? " field" : " fields") + " and the header " +
                                  std::to_string(columns.size()),
                   .remedy = "Put fields that hold commas in quotes; write empty fields too."},
                  records, fields[std::min(fields.size() - 1, columns.size())]);
        return;
    }
    ++reading_.frame.rows;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const CsvField& field = fields[i];
        if (says_missing(field.text)) {
            columns[i].add_missing();
        } else if (const auto number = parse_data_number(field.text)) {
            if (!std::isfinite(number->high)) {
                report_at({.code = DiagnosticCode::number_too_large,
                           .explanation = "`" + std::string{field.text} + "` is beyond 1e308",
                           .remedy = "Take another unit."},
                          records, field);
            }
            columns[i].add(*number);
        } else if (columns[i].text_count() > 0) {
            columns[i].add(field.text, {}, {});
        } else {
            columns[i].add(field.text, {path_, field.line, field.column},
                           records.excerpt(field.line));
        }
    }
}

void DataReader::read(std::unique_ptr<TextStream> stream, const Progress& progress) {
    constexpr std::size_t often = 1 << 16;
    CsvRecords records{std::move(stream)};
    bool headed = false;
    for (auto next = records.next(); next != CsvRecords::Next::end; next = records.next()) {
        if (next == CsvRecords::Next::refused) {
            report(records.why());
        } else if (headed) {
            read_row(records);
        } else {
            read_header(records);
            headed = true;
        }
        const auto rows = reading_.frame.rows;
        if (rows % often == 0 && progress && !progress(static_cast<std::int64_t>(rows), 0)) {
            reading_.cancelled = true;
            return;
        }
    }
    if (reading_.frame.rows > 0 || reading_.problem_count > 0) return;
    report({.code = DiagnosticCode::observations_empty,
            .explanation = headed ? "there is no row below the header" : "the file is empty",
            .remedy = "Write a header that names the columns and a row for each observation."});
}

DataReading DataReader::finish() && {
    DataFrame& frame = reading_.frame;
    const DataColumn* const column = frame.find("standing");
    if (column == nullptr || !column->is_text() || column->size() != frame.rows) {
        return std::move(reading_);
    }
    std::vector<Standing> standings(frame.rows, Standing::observed);
    for (std::size_t row = 0; row < frame.rows; ++row) {
        if (column->is_missing(row)) continue;
        const auto standing = parse_standing(column->label(row));
        if (!standing) return std::move(reading_);  // another sort of standing
        standings[row] = *standing;
    }
    frame.standings = std::move(standings);
    return std::move(reading_);
}

}  // namespace

std::optional<DoubleDouble> parse_data_number(std::string_view text) {
    const auto number = written(text);
    if (!number) return std::nullopt;
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    double nearest = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), nearest);
    if (read.ec == std::errc::result_out_of_range) {
        nearest =
            number->count + number->exponent > 0 ? std::numeric_limits<double>::infinity() : 0.0;
    }
    DoubleDouble value{nearest, std::isfinite(nearest) ? rest_of(nearest, *number) : 0};
    return negative ? -value : value;
}

DataReading read_data(TextFiles& files, const std::string& path, const Progress& progress) {
    DataReader reader{path};
    auto stream = files.open(path);
    if (stream) {
        reader.read(*std::move(stream), progress);
    } else {
        reader.report(std::move(stream).error());
    }
    return std::move(reader).finish();
}

}  // namespace cellbook
