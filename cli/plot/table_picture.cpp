#include "cli/plot/table_picture.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "cli/failure.hpp"
#include "cli/plot/plot_number.hpp"

namespace cellbook::cli {

namespace {

std::size_t column_at(const Table& table, const std::string& name) {
    const auto found = std::ranges::find(table.columns, name, &Column::name);
    if (found != table.columns.end()) {
        return static_cast<std::size_t>(found - table.columns.begin());
    }
    std::string all;
    for (const auto& column : table.columns) all += (all.empty() ? "" : ", ") + column.name;
    throw UsageError{"the table has no column " + name, "its columns are " + all};
}

std::vector<std::size_t> columns_at(const Table& table, const std::vector<std::string>& names) {
    std::vector<std::size_t> places;
    for (const auto& name : names) places.push_back(column_at(table, name));
    return places;
}

std::string words_of(const Row& row, const std::vector<std::size_t>& columns) {
    std::string words;
    for (const std::size_t column : columns) {
        const std::string word = plain_text(row.cells[column]);
        if (!word.empty()) words += (words.empty() ? "" : " ") + word;
    }
    return words;
}

/// The number in a cell; nothing when it is empty.
std::optional<std::string> number_in(const Table& table, const Row& row, std::size_t column,
                                     std::size_t row_number) {
    const Value& cell = row.cells[column];
    auto number = plot_number(cell);
    if (number || plain_text(cell).empty()) return number;
    throw UsageError{"column " + table.columns[column].name + " holds no number in row " +
                         std::to_string(row_number) + ": " + plain_text(cell),
                     "draw a column of numbers"};
}

/// Puts the rows of a table into series, one after the other.
class SeriesBuilder {
public:
    SeriesBuilder(Picture& picture, const Table& table, const DrawingRule& rule)
        : picture_{picture},
          table_{table},
          rule_{rule},
          x_{columns_at(table, rule.x)},
          y_{columns_at(table, rule.y)},
          by_{columns_at(table, rule.by)},
          count_{rule.count.empty() ? std::nullopt : std::optional{column_at(table, rule.count)}},
          first_{picture.series.size()} {
        for (const auto& name : rule.x_names) place_of(name);
    }

    void add(const Row& row) {
        ++row_number_;
        Point point;
        for (const std::size_t column : y_) {
            auto number = number_in(table_, row, column, row_number_);
            if (!number) return;
            point.y.push_back(*std::move(number));
        }
        std::string x = words_of(row, x_);
        if (count_) x += " (n=" + plain_text(row.cells[*count_]) + ")";
        if (rule_.x_numbers) {
            auto number = number_in(table_, row, x_.front(), row_number_);
            if (!number) return;
            point.x = *std::move(number);
        } else {
            point.x = std::to_string(place_of(x));
        }
        std::string name = words_of(row, by_);
        if (name.empty()) name = rule_.name;
        const std::size_t series = series_of(name);
        if (!rule_.x_numbers && !taken_.insert({series, point.x}).second) refuse_second(name, x);
        picture_.series[series].points.push_back(std::move(point));
    }

    void finish() {
        if (rule_.x_numbers) return;
        for (std::size_t i = first_; i < picture_.series.size(); ++i) {
            auto& points = picture_.series[i].points;
            if (rule_.absent_is_zero) fill(points);
            std::ranges::stable_sort(points, {},
                                     [](const Point& point) { return std::stoul(point.x); });
        }
    }

private:
    std::size_t place_of(const std::string& name) {
        if (places_.empty()) {
            for (const auto& known : picture_.x.names) places_.emplace(known, places_.size());
        }
        const auto [found, is_new] = places_.emplace(name, places_.size());
        if (is_new) picture_.x.names.push_back(name);
        return found->second;
    }

    std::size_t series_of(const std::string& name) {
        const auto [found, is_new] = series_.emplace(name, picture_.series.size());
        if (is_new) picture_.series.push_back({.name = name, .mark = rule_.mark});
        return found->second;
    }

    void fill(std::vector<Point>& points) const {
        std::set<std::string> there;
        for (const Point& point : points) there.insert(point.x);
        for (std::size_t place = 0; place < picture_.x.names.size(); ++place) {
            const std::string x = std::to_string(place);
            if (!there.contains(x)) points.push_back({x, std::vector<std::string>(y_.size(), "0")});
        }
    }

    [[noreturn]] void refuse_second(const std::string& series, const std::string& x) const {
        throw UsageError{"row " + std::to_string(row_number_) + " is a second one for " + x +
                             (series.empty() ? "" : " of " + series),
                         "tell the rows apart by another column (--by COLUMN)"};
    }

    Picture& picture_;
    const Table& table_;
    const DrawingRule& rule_;
    std::vector<std::size_t> x_;
    std::vector<std::size_t> y_;
    std::vector<std::size_t> by_;
    std::optional<std::size_t> count_;
    std::size_t first_;  ///< series of this table
    std::size_t row_number_ = 0;
    std::map<std::string, std::size_t> places_{};
    std::map<std::string, std::size_t> series_{};
    std::set<std::pair<std::size_t, std::string>> taken_{};
};

}  // namespace

void add_series(Picture& picture, const Table& table, const DrawingRule& rule) {
    SeriesBuilder builder{picture, table, rule};
    for_each_fact(table, [&](const Row& row) { builder.add(row); });
    builder.finish();
}

void require_points(const Picture& picture) {
    const bool any = std::ranges::any_of(
        picture.series, [](const Series& series) { return !series.points.empty(); });
    if (!any) {
        throw UsageError{"there is nothing to draw: the table behind the picture has no figures",
                         "widen the query or its dates"};
    }
}

std::string only_value(const Table& table, const std::string& column, const std::string& remedy) {
    const std::size_t at = column_at(table, column);
    std::set<std::string> values;
    for_each_fact(table, [&](const Row& row) { values.insert(plain_text(row.cells[at])); });
    if (values.empty()) return {};
    if (values.size() > 1) {
        std::string all;
        for (const auto& value : values) all += (all.empty() ? "" : ", ") + value;
        throw UsageError{"one axis measures one " + column + ", not " + all, remedy};
    }
    return *values.begin();
}

bool has_column(const Table& table, const std::string& name) {
    return std::ranges::find(table.columns, name, &Column::name) != table.columns.end();
}

}  // namespace cellbook::cli
