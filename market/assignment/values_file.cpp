#include "market/assignment/values_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "ledger/date.hpp"
#include "ledger/reading/csv_records.hpp"
#include "ledger/reading/journal_context.hpp"

namespace cellbook {

namespace {

using NameMap = std::unordered_map<std::string, std::size_t>;

Diagnostic too_large(const std::string& number) {
    return {.code = DiagnosticCode::number_too_large,
            .explanation = number + " is too large: in the finest decimals of the market, " +
                           "numbers go up to 10^17",
            .remedy = "Round the values to fewer decimals, or take a larger unit."};
}

Diagnostic name_invalid(const std::string& what, std::string_view name) {
    if (name.empty()) {
        return {.code = DiagnosticCode::values_name_invalid,
                .explanation = "there is no name of a " + what + " here",
                .remedy = "Give each " + what + " a name of its own."};
    }
    return {.code = DiagnosticCode::values_name_invalid,
            .explanation = "the " + what + " `" + std::string{name} + "` is there already",
            .remedy = "Keep one of the two, or give them names of their own."};
}

/// `coefficient` moved up by that many decimals; absent where it leaves the range.
std::optional<std::int64_t> scaled(Int128 coefficient, unsigned decimals) {
    for (unsigned i = 0; i < decimals; ++i) {
        if (coefficient > largest_value || coefficient < -largest_value) return std::nullopt;
        coefficient *= 10;
    }
    if (coefficient > largest_value || coefficient < -largest_value) return std::nullopt;
    return static_cast<std::int64_t>(coefficient);
}

/// Brings what the game holds to a finer scale; false where something would leave the range.
bool refine(AssignmentGame& game, std::uint8_t scale) {
    std::int64_t factor = 1;
    for (unsigned i = game.scale; i < scale; ++i) {
        if (factor > largest_value) return false;
        factor *= 10;
    }
    const std::int64_t most = largest_value / factor;
    const auto fits = [&](std::int64_t value) {
        return value == not_wanted || (value <= most && value >= -most);
    };
    if (!std::ranges::all_of(game.values, fits) || !std::ranges::all_of(game.reserves, fits)) {
        return false;
    }
    for (std::int64_t& value : game.values) {
        if (value != not_wanted) value *= factor;
    }
    for (std::int64_t& reserve : game.reserves) reserve *= factor;
    game.scale = scale;
    return true;
}

class ValuesReader {
public:
    ValuesReader(std::string path, std::unique_ptr<TextStream> stream, ValuesFile& into)
        : path_{std::move(path)}, into_{into}, records_{std::move(stream)} {}

    void read(const Progress& progress);

private:
    void read_header();
    void read_row();
    std::optional<std::int64_t> value(const CsvField& field);
    void report(Diagnostic problem, const CsvField& field) {
        problem.excerpt = std::string{records_.excerpt(field.line)};
        problem.position = {.file = path_, .line = field.line, .column = field.column};
        into_.problems.add(std::move(problem));
    }

    std::string path_;
    ValuesFile& into_;
    CsvRecords records_;
    NameMap households_{};
    std::int64_t rows_ = 0;
};

void ValuesReader::read_header() {
    const auto& fields = records_.fields();
    if (fields.front().text != "household" || fields.size() < 2) {
        report({.code = DiagnosticCode::values_header_invalid,
                .explanation =
                    fields.front().text == "household"
                        ? "the header names no cell"
                        : "the header begins with `" + std::string{fields.front().text} + "`",
                .remedy = "Begin the file with a line `household,CELL,CELL,...`."},
               fields.front());
        return;
    }
    NameMap cells;
    for (std::size_t i = 1; i < fields.size(); ++i) {
        const auto name = fields[i].text;
        if (name.empty() || !cells.try_emplace(std::string{name}, i).second) {
            report(name_invalid("cell", name), fields[i]);
        }
        into_.game.cells.emplace_back(name);
    }
    into_.game.reserves.assign(into_.game.cells.size(), 0);
}

std::optional<std::int64_t> ValuesReader::value(const CsvField& field) {
    if (field.text.empty()) return not_wanted;
    // Most are short, without a point.
    constexpr std::size_t surely_fits = 15;
    if (field.text.size() <= surely_fits && into_.game.scale == 0) {
        std::int64_t whole = 0;
        const char* const end = field.text.data() + field.text.size();
        const auto read = std::from_chars(field.text.data(), end, whole);
        if (read.ec == std::errc{} && read.ptr == end) return whole;
    }
    auto parsed = parse_decimal(field.text);
    if (!parsed) {
        report(std::move(parsed).error(), field);
        return std::nullopt;
    }
    const Decimal exact = parsed->scale > into_.game.scale ? normalized(*parsed) : *parsed;
    if (exact.scale > into_.game.scale && !refine(into_.game, exact.scale)) {
        report(too_large("a value before this one, beside `" + std::string{field.text} + "`,"),
               field);
        return std::nullopt;
    }
    const auto minor = scaled(exact.coefficient, into_.game.scale - exact.scale);
    if (!minor) report(too_large("`" + std::string{field.text} + "`"), field);
    return minor;
}

void ValuesReader::read_row() {
    ++rows_;
    const auto& fields = records_.fields();
    const std::size_t width = into_.game.cells.size() + 1;
    if (fields.size() != width) {
        report({.code = DiagnosticCode::data_row_length,
                .explanation = "the row has " + std::to_string(fields.size()) +
                               (fields.size() == 1 ? " field" : " fields") + " and the header " +
                               std::to_string(width),
                .remedy = "Write a field for each cell, an empty one where the household cannot "
                          "take it; a decimal comma must be a point."},
               fields[std::min(fields.size() - 1, width)]);
        return;
    }
    const auto name = fields.front().text;
    const std::size_t next = into_.game.households.size();
    if (name.empty() || !households_.try_emplace(std::string{name}, next).second) {
        report(name_invalid("household", name), fields.front());
        return;
    }
    into_.game.households.emplace_back(name);
    for (std::size_t i = 1; i < width; ++i) {
        into_.game.values.push_back(value(fields[i]).value_or(not_wanted));
    }
}

void ValuesReader::read(const Progress& progress) {
    constexpr std::int64_t often = 64;
    bool headed = false;
    for (auto next = records_.next(); next != CsvRecords::Next::end; next = records_.next()) {
        if (next == CsvRecords::Next::refused) {
            Diagnostic why = records_.why();
            why.position.file = path_;
            into_.problems.add(std::move(why));
        } else if (headed) {
            read_row();
        } else {
            headed = true;
            read_header();
            if (into_.problems.count > 0) return;
        }
        if (rows_ % often == 0 && progress && !progress(rows_, 0)) {
            into_.cancelled = true;
            return;
        }
    }
    if (headed || into_.problems.count > 0) return;
    into_.problems.add(
        Diagnostic{.code = DiagnosticCode::values_header_invalid,
                   .explanation = "the file is empty",
                   .remedy = "Begin it with a line `household,CELL,CELL,...`, and write a row for "
                             "each household."}
            .at({.file = path_, .line = 1, .column = 1}));
}

/// Goes through a file of names and what it says of each, a row a name.
template <class Take>
void for_each_named(TextFiles& files, const std::string& path,
                    const std::array<PriceColumn, 2>& columns,
                    const std::vector<std::string>& names, PriceProblems& problems,
                    const Take& take) {
    const std::string key{columns.front().name};
    NameMap places;
    for (std::size_t i = 0; i < names.size(); ++i) places.emplace(names[i], i);
    std::vector<bool> seen(names.size(), false);
    PriceRows rows{files, path, columns, problems};
    while (rows.next()) {
        const auto name = rows.text(0);
        if (!name) continue;
        const auto found = places.find(std::string{*name});
        if (found == places.end()) {
            rows.report(
                {.code = DiagnosticCode::values_name_unknown,
                 .explanation = "the market has no " + key + " `" + std::string{*name} + "`",
                 .remedy = did_you_mean(*name, names, "Names must be as the values have them.")},
                0);
        } else if (seen[found->second]) {
            rows.report(name_invalid(key, *name), 0);
        } else {
            seen[found->second] = true;
            take(rows, found->second);
        }
    }
}

}  // namespace

ValuesFile read_values(TextFiles& files, const std::string& path, const Progress& progress) {
    ValuesFile file;
    auto stream = files.open(path);
    if (stream) {
        ValuesReader{path, *std::move(stream), file}.read(progress);
    } else {
        file.problems.add(std::move(stream).error());
    }
    return file;
}

std::vector<std::optional<Decimal>> read_numbers(TextFiles& files, const std::string& path,
                                                 const std::string& key, const std::string& number,
                                                 const std::vector<std::string>& names,
                                                 PriceProblems& problems) {
    std::vector<std::optional<Decimal>> numbers(names.size());
    for_each_named(files, path, {PriceColumn{key}, PriceColumn{number}}, names, problems,
                   [&](PriceRows& rows, std::size_t at) { numbers[at] = rows.number(1); });
    return numbers;
}

std::vector<std::int64_t> read_sizes(TextFiles& files, const std::string& path,
                                     const std::string& key, const std::string& size,
                                     const std::vector<std::string>& names,
                                     PriceProblems& problems) {
    constexpr Int128 most = 1'000'000;
    std::vector<std::int64_t> sizes(names.size(), 1);
    for_each_named(files, path, {PriceColumn{key}, PriceColumn{size}}, names, problems,
                   [&](PriceRows& rows, std::size_t at) {
                       const auto number = rows.number(1);
                       if (!number) return;
                       const Decimal exact = normalized(*number);
                       if (exact.scale == 0 && exact.coefficient > 0 && exact.coefficient <= most) {
                           sizes[at] = static_cast<std::int64_t>(exact.coefficient);
                           return;
                       }
                       rows.report({.code = DiagnosticCode::values_size_invalid,
                                    .explanation = size + " `" + to_string(*number) +
                                                   "` is no whole number from 1 to a million",
                                    .remedy = "Count people, and the places in a cell."},
                                   1);
                   });
    return sizes;
}

std::vector<std::optional<Decimal>> read_days(TextFiles& files, const std::string& path,
                                              const std::string& key, const std::string& day,
                                              const std::vector<std::string>& names,
                                              PriceProblems& problems) {
    std::vector<std::optional<Decimal>> days(names.size());
    for_each_named(files, path, {PriceColumn{key}, PriceColumn{day}}, names, problems,
                   [&](PriceRows& rows, std::size_t at) {
                       const auto written = rows.text(1);
                       if (!written) return;
                       const auto date = parse_date(*written);
                       if (date) {
                           days[at] = Decimal{.coefficient = date->days};
                       } else {
                           rows.report(date.error(), 1);
                       }
                   });
    return days;
}

std::vector<std::int32_t> read_names(TextFiles& files, const std::string& path,
                                     const std::string& key, const std::vector<std::string>& names,
                                     const std::string& value,
                                     const std::vector<std::string>& values,
                                     PriceProblems& problems) {
    NameMap places;
    for (std::size_t i = 0; i < values.size(); ++i) places.emplace(values[i], i);
    std::vector<std::int32_t> found(names.size(), nobody);
    for_each_named(files, path, {PriceColumn{key}, PriceColumn{value}}, names, problems,
                   [&](PriceRows& rows, std::size_t at) {
                       if (rows.is_empty(1)) return;
                       const std::string named{*rows.text(1)};
                       const auto place = places.find(named);
                       if (place != places.end()) {
                           found[at] = static_cast<std::int32_t>(place->second);
                           return;
                       }
                       rows.report(
                           {.code = DiagnosticCode::values_name_unknown,
                            .explanation = "the market has no " + value + " `" + named + "`",
                            .remedy = did_you_mean(named, values,
                                                   "Leave the field empty for who does not bid.")},
                           1);
                   });
    return found;
}

Result<std::vector<std::int64_t>> in_scale_of(AssignmentGame& game,
                                              const std::vector<std::optional<Decimal>>& numbers,
                                              std::int64_t otherwise) {
    std::uint8_t scale = game.scale;
    for (const auto& number : numbers) {
        if (number) scale = std::max(scale, normalized(*number).scale);
    }
    if (scale > game.scale && !refine(game, scale)) {
        return too_large("a value, with " + std::to_string(scale) + " decimals,");
    }
    std::vector<std::int64_t> minor;
    for (const auto& number : numbers) {
        if (!number) {
            minor.push_back(otherwise);
            continue;
        }
        const Decimal exact = normalized(*number);
        const auto value = scaled(exact.coefficient, scale - exact.scale);
        if (!value) return too_large("`" + to_string(*number) + "`");
        minor.push_back(*value);
    }
    return minor;
}

void read_reserves(TextFiles& files, const std::string& path, ValuesFile& into) {
    const auto numbers =
        read_numbers(files, path, "cell", "reserve", into.game.cells, into.problems);
    if (!into.ok()) return;
    auto reserves = in_scale_of(into.game, numbers, 0);
    if (!reserves) {
        into.problems.add(std::move(reserves).error());
        return;
    }
    into.game.reserves = *std::move(reserves);
}

}  // namespace cellbook
