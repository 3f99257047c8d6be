#include "market/series/frame_join.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace cellbook {

namespace {

using Key = std::vector<std::string>;

Key key_of(const std::vector<const DataColumn*>& columns, std::size_t row) {
    Key key;
    for (const DataColumn* const column : columns) {
        key.push_back(column->is_missing(row) ? std::string{} : column->label(row));
    }
    return key;
}

void copy(DataColumn& to, const DataColumn& from, std::size_t row) {
    if (from.is_missing(row)) {
        to.add_missing();
    } else if (std::isnan(from.number(row).high)) {
        to.add(from.label(row), {}, {});
    } else {
        to.add(from.number(row));
    }
}

}  // namespace

std::optional<Diagnostic> join_columns(DataFrame& frame, const DataFrame& more,
                                       const std::vector<std::string>& keys) {
    std::vector<const DataColumn*> own;
    std::vector<const DataColumn*> other;
    for (const std::string& key : keys) {
        own.push_back(frame.find(key));
        other.push_back(more.find(key));
        if (own.back() == nullptr) return frame.no_column(key);
        if (other.back() == nullptr) return more.no_column(key);
    }
    std::map<Key, std::size_t> rows;
    for (std::size_t row = 0; row < more.rows; ++row) {
        const auto [place, is_new] = rows.try_emplace(key_of(other, row), row);
        if (is_new) continue;
        std::string key;
        for (const std::string& part : place->first) key += (key.empty() ? "" : ", ") + part;
        return Diagnostic{.code = DiagnosticCode::data_key_twice,
                          .explanation = more.source + " has two rows of " + key + ": " +
                                         std::to_string(place->second + 1) + " and " +
                                         std::to_string(row + 1),
                          .remedy = "Leave one row for each period and buyer."};
    }
    std::vector<DataColumn> added;
    for (const DataColumn& column : more.columns) {
        if (std::ranges::find(keys, column.name()) != keys.end()) continue;
        if (frame.find(column.name()) != nullptr) {
            return Diagnostic{.code = DiagnosticCode::data_column_twice,
                              .explanation = "`" + column.name() + "` of " + more.source +
                                             " is a column of " + frame.source + " already",
                              .remedy = "Name them apart."};
        }
        DataColumn joined{column.name()};
        for (std::size_t row = 0; row < frame.rows; ++row) {
            const auto found = rows.find(key_of(own, row));
            if (found == rows.end()) {
                joined.add_missing();
            } else {
                copy(joined, column, found->second);
            }
        }
        added.push_back(std::move(joined));
    }
    for (DataColumn& column : added) frame.columns.push_back(std::move(column));
    return std::nullopt;
}

}  // namespace cellbook
