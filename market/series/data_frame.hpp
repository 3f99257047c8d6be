/// Named columns of numbers or labels, a row an observation: what estimators are given.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/standing.hpp"
#include "market/series/double_double.hpp"

namespace cellbook {

/// A column as it was read. What is not there is NaN among numbers and `no_label` among labels.
class DataColumn {
public:
    static constexpr std::uint32_t no_label = 0xffffffffU;
    static constexpr double missing = std::numeric_limits<double>::quiet_NaN();

    explicit DataColumn(std::string name) : name_(std::move(name)) {}

    void add_missing();
    void add(const DoubleDouble& number);
    /// `where` is kept of the first text, for who takes the column for numbers.
    void add(std::string_view text, const Position& where, std::string_view line);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::size_t size() const { return high_.size(); }
    [[nodiscard]] std::size_t number_count() const { return numbers_; }
    [[nodiscard]] std::size_t text_count() const { return texts_; }
    /// Whether there are texts alone: such a column stands for groups.
    [[nodiscard]] bool is_text() const { return texts_ > 0 && numbers_ == 0; }

    /// NaN where nothing, or a text, stands.
    [[nodiscard]] DoubleDouble number(std::size_t row) const {
        return {high_[row], low_.empty() ? 0 : low_[row]};
    }
    [[nodiscard]] bool is_missing(std::size_t row) const;
    /// The text, or the number as programs write it. *Requires*: not missing.
    [[nodiscard]] std::string label(std::size_t row) const;
    /// What makes it no column of numbers. *Errors*: `column_not_numbers`, at the first text.
    [[nodiscard]] Diagnostic not_numbers() const;

private:
    void push(const DoubleDouble& number, std::uint32_t text);

    std::string name_;
    std::vector<double> high_{};
    std::vector<double> low_{};              ///< empty while all are zero
    std::vector<std::uint32_t> texts_of_{};  ///< by row; empty while there is none
    std::vector<std::string> labels_{};
    std::map<std::string, std::uint32_t, std::less<>> known_{};
    std::size_t numbers_ = 0;
    std::size_t texts_ = 0;
    Position first_text_{};
    std::string first_line_{};
};

/// Groups that rows fall into, numbered in order of their labels: numbers by size, texts by bytes.
struct Groups {
    std::vector<std::uint32_t> of_row{};  ///< `DataColumn::no_label` where it is missing
    std::vector<std::string> labels{};
};

struct DataFrame {
    std::string source{};  ///< what it was read from, for diagnostics
    std::size_t rows = 0;
    std::vector<DataColumn> columns{};
    /// How a row's figures are known; empty: all were observed.
    std::vector<Standing> standings{};

    [[nodiscard]] const DataColumn* find(std::string_view name) const;
    [[nodiscard]] bool is_observed(std::size_t row) const {
        return standings.empty() || standings[row] == Standing::observed;
    }
    [[nodiscard]] std::size_t observed_count() const;
    /// *Errors*: `data_column_unknown`, with the nearest.
    [[nodiscard]] Diagnostic no_column(std::string_view name) const;
};

Groups groups_of(const DataColumn& column);

}  // namespace cellbook
