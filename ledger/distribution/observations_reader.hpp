/// Reads observations from a column of a CSV file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/book/progress.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/distribution/observations.hpp"
#include "ledger/reading/source_text.hpp"

namespace cellbook {

/// Names of columns in the header.
struct ObservationColumns {
    std::string value{};
    std::optional<std::string> weight{};
    std::optional<std::string> group{};
};

struct ObservationsReading {
    Observations observations{};
    std::vector<Diagnostic> problems{};  ///< the first hundred, each with its place
    std::int64_t problem_count = 0;
    bool cancelled = false;
};

/// Reads a CSV with a header, an observation a row; its other columns are not looked at. A number
/// has a sign, digits, at most one point and an exponent, `1e+05`, as statistical programs write
/// them. Goes on after an error. A group without a name is `(none)`.
/// *Errors*: `file_unreadable`, `data_column_unknown`, `data_row_length`, `number_invalid`,
/// `number_too_large`, `weight_negative`, `observations_empty`, `events_quote_invalid`,
/// `text_not_utf8`.
ObservationsReading read_observations(TextFiles& files, const std::string& path,
                                      const ObservationColumns& columns, const Progress& progress);

}  // namespace cellbook
