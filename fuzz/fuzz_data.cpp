#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ledger/distribution/inequality.hpp"
#include "ledger/distribution/observations_reader.hpp"
#include "ledger/prices/index_table.hpp"
#include "ledger/prices/price_file.hpp"
#include "ledger/prices/price_index.hpp"

namespace {

void measure(cellbook::MemoryFiles& files) {
    const auto reading = cellbook::read_observations(
        files, "fuzz.csv", {.value = "x", .weight = "w", .group = "g"}, {});
    if (reading.problem_count > 0) return;
    static_cast<void>(cellbook::inequality(reading.observations, {}, {}));
    static_cast<void>(cellbook::lorenz(reading.observations, {.points = 5}, {}));
}

void compare(cellbook::MemoryFiles& files) {
    const auto file = cellbook::read_price_file(files, "fuzz.csv", {.quantities_needed = true});
    if (!file.ok()) return;
    const std::vector<std::string> names{"fisher", "chained-walsh", "geks-tornqvist"};
    const cellbook::IndexOptions options{.methods =
                                             *cellbook::parse_index_methods({.names = names})};
    const auto indexes = cellbook::price_indexes(file.panel, options);
    if (indexes) static_cast<void>(cellbook::index_table(file.panel, *indexes));
}

}  // namespace

// Whatever the bytes, a file of values or of prices is read or refused, and what is read can be
// measured.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text{reinterpret_cast<const char*>(data), size};
    cellbook::MemoryFiles files{{{"fuzz.csv", text}}};
    measure(files);
    compare(files);
    return 0;
}
