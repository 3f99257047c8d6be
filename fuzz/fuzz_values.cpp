#include <cstddef>
#include <cstdint>
#include <string>

#include "market/assignment/clearing_table.hpp"
#include "market/assignment/values_file.hpp"

// Whatever the bytes, a file of values is read or refused, and what is read clears.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text{reinterpret_cast<const char*>(data), size};
    const std::size_t half = text.find("\n\n");
    cellbook::MemoryFiles files{
        {{"values.csv", text.substr(0, half)},
         {"reserves.csv", half == std::string::npos ? "" : text.substr(half + 2)}}};
    cellbook::ValuesFile file = cellbook::read_values(files, "values.csv", {});
    if (file.ok() && half != std::string::npos) {
        cellbook::read_reserves(files, "reserves.csv", file);
    }
    if (!file.ok()) return 0;
    const cellbook::Clearing clearing = cellbook::clear_market(file.game);
    static_cast<void>(cellbook::households_table(file.game, clearing, {}));
    return 0;
}
