/// How rents answer more or fewer people and cells: the assignment market cleared before and after.
#pragma once

#include <string>
#include <vector>

#include "market/random/random_stream.hpp"
#include "market/whatif/economy.hpp"

namespace cellbook {

struct RentClearingOptions {
    double share = 0.2;  ///< of a month's income that an average cell is worth a month
    double taste = 0.1;  ///< standard deviation of tastes, relative
    Seed seed{};
};

/// *Shape*: by agent, the sections' entries count.
struct ClearedRents {
    std::vector<double> factors{};  ///< mean lowest competitive rent after, relative to before
    std::vector<double> before{};   ///< that mean, money a month
    std::vector<double> after{};
    double unhoused_before = 0;  ///< households without a cell of their own
    double unhoused_after = 0;
    std::vector<std::string> notes{};
};

/// Clears the market for cells on the baseline's last day (`book_market`), then with each section's
/// households and cells brought to their new number: copies of those there, in the order of names,
/// or fewer, as a draw of the seed decides. Everybody bids for every cell. What rents in force
/// follow of it is their factor: the book's rents need not be the market's. *Errors*: those of
/// `parties_on` and `value_book`.
Result<ClearedRents> clear_rents(const Economy& economy, const std::vector<double>& people,
                                 const std::vector<double>& new_cells,
                                 const RentClearingOptions& options);

}  // namespace cellbook
