/// Reads an assignment game from CSV files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/book/progress.hpp"
#include "ledger/prices/price_rows.hpp"
#include "ledger/reading/source_text.hpp"
#include "market/assignment/assignment_game.hpp"

namespace cellbook {

struct ValuesFile {
    AssignmentGame game{};
    PriceProblems problems{};
    bool cancelled = false;

    [[nodiscard]] bool ok() const { return problems.count == 0 && !cancelled; }
};

/// Reads what households would pay: a header `household,CELL,CELL,...` and a row a household. An
/// empty field says that the household cannot take that cell. Numbers are exact decimals; the game
/// takes as many decimals as the finest has. Reserves are zero. Goes on after an error.
/// *Errors*, reported with their places: `file_unreadable`, `text_not_utf8`,
/// `events_quote_invalid`, `data_row_length`, `number_invalid`, `number_too_large`,
/// `values_header_invalid`, `values_name_invalid` (a name that is empty or there twice).
ValuesFile read_values(TextFiles& files, const std::string& path, const Progress& progress);

/// Reads `cell,reserve` into the game: what a cell is worth to its owner outside the market. Cells
/// without a row keep theirs.
/// *Errors*, reported: those of `PriceRows`, `values_name_unknown`, `values_name_invalid`,
/// `number_too_large`.
void read_reserves(TextFiles& files, const std::string& path, ValuesFile& into);

/// The numbers that a file of two columns, `key` and `number`, gives to names, in the order of the
/// names; absent for names without a row.
/// *Errors*, reported: as above.
std::vector<std::optional<Decimal>> read_numbers(TextFiles& files, const std::string& path,
                                                 const std::string& key, const std::string& number,
                                                 const std::vector<std::string>& names,
                                                 PriceProblems& problems);

/// The same for a column of whole numbers above zero; 1 for names without a row.
/// *Errors*: `values_size_invalid` too.
std::vector<std::int64_t> read_sizes(TextFiles& files, const std::string& path,
                                     const std::string& key, const std::string& size,
                                     const std::vector<std::string>& names,
                                     PriceProblems& problems);

/// The same for a column of days, as days since 1970-01-01. *Errors*: `date_invalid` too.
std::vector<std::optional<Decimal>> read_days(TextFiles& files, const std::string& path,
                                              const std::string& key, const std::string& day,
                                              const std::vector<std::string>& names,
                                              PriceProblems& problems);

/// The same for a column of names: for each of `names` the place in `values` of what its row says;
/// `nobody` without a row or where the field is empty.
std::vector<std::int32_t> read_names(TextFiles& files, const std::string& path,
                                     const std::string& key, const std::vector<std::string>& names,
                                     const std::string& value,
                                     const std::vector<std::string>& values,
                                     PriceProblems& problems);

/// Brings the game and `numbers` to one scale. Absent numbers become `otherwise`.
/// *Errors*: `number_too_large`.
Result<std::vector<std::int64_t>> in_scale_of(AssignmentGame& game,
                                              const std::vector<std::optional<Decimal>>& numbers,
                                              std::int64_t otherwise);

}  // namespace cellbook
