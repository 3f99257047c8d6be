#include "market/series/data_frame.hpp"

#include <algorithm>
#include <map>

#include "ledger/reading/journal_context.hpp"

namespace cellbook {

void DataColumn::push(const DoubleDouble& number, std::uint32_t text) {
    high_.push_back(number.high);
    if (number.low != 0 || !low_.empty()) low_.resize(high_.size());
    if (!low_.empty()) low_.back() = number.low;
    if (text != no_label || !texts_of_.empty()) texts_of_.resize(high_.size(), no_label);
    if (!texts_of_.empty()) texts_of_.back() = text;
}

void DataColumn::add_missing() {
    push({missing, 0}, no_label);
}

void DataColumn::add(const DoubleDouble& number) {
    ++numbers_;
    push(number, no_label);
}

void DataColumn::add(std::string_view text, const Position& where, std::string_view line) {
    if (texts_++ == 0) {
        first_text_ = where;
        first_line_ = line;
    }
    auto place = known_.find(text);
    if (place == known_.end()) {
        place = known_.emplace(text, static_cast<std::uint32_t>(labels_.size())).first;
        labels_.emplace_back(text);
    }
    push({missing, 0}, place->second);
}

bool DataColumn::is_missing(std::size_t row) const {
    return std::isnan(high_[row]) && (texts_of_.empty() || texts_of_[row] == no_label);
}

std::string DataColumn::label(std::size_t row) const {
    if (!texts_of_.empty() && texts_of_[row] != no_label) return labels_[texts_of_[row]];
    return to_string(Real{high_[row]});
}

Diagnostic DataColumn::not_numbers() const {
    const std::string first = labels_.empty() ? std::string{} : labels_.front();
    return Diagnostic{.code = DiagnosticCode::column_not_numbers,
                      .explanation = "`" + name_ + "` is wanted as numbers, and " +
                                     std::to_string(texts_) + " of its " +
                                     std::to_string(texts_ + numbers_) +
                                     " values are text: the first is `" + first + "`",
                      .remedy = "Leave a field empty where the number is not known; C(" + name_ +
                                ") takes the column for groups."}
        .at(first_text_, first_line_);
}

const DataColumn* DataFrame::find(std::string_view name) const {
    const auto found = std::ranges::find(columns, name, &DataColumn::name);
    return found == columns.end() ? nullptr : &*found;
}

std::size_t DataFrame::observed_count() const {
    if (standings.empty()) return rows;
    return static_cast<std::size_t>(std::ranges::count(standings, Standing::observed));
}

Diagnostic DataFrame::no_column(std::string_view name) const {
    std::vector<std::string> names;
    std::string listed;
    for (const DataColumn& column : columns) {
        names.push_back(column.name());
        listed += (listed.empty() ? "" : ", ") + column.name();
    }
    const bool semicolons = columns.size() == 1 && listed.find(';') != std::string::npos;
    return {.code = DiagnosticCode::data_column_unknown,
            .explanation = source + " has no column `" + std::string{name} + "`",
            .remedy = semicolons ? "Save the sheet with commas between columns."
                                 : did_you_mean(name, names, "Its columns are: " + listed + ".")};
}

Groups groups_of(const DataColumn& column) {
    // Texts are interned already; numbers are ordered by size, before all texts.
    std::map<std::pair<double, std::string>, std::uint32_t> order;
    const auto key_of = [&](std::size_t row) {
        const double number = column.number(row).high;
        return std::isnan(number)
                   ? std::pair{std::numeric_limits<double>::infinity(), column.label(row)}
                   : std::pair{number, std::string{}};
    };
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!column.is_missing(row)) order.try_emplace(key_of(row), 0);
    }
    Groups groups;
    for (auto& [key, number] : order) {
        number = static_cast<std::uint32_t>(groups.labels.size());
        groups.labels.push_back(std::isinf(key.first) ? key.second : to_string(Real{key.first}));
    }
    groups.of_row.resize(column.size(), DataColumn::no_label);
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!column.is_missing(row)) groups.of_row[row] = order.at(key_of(row));
    }
    return groups;
}

}  // namespace cellbook
