#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ledger/kinds/kind_table.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view toml{reinterpret_cast<const char*>(data), size};
    (void)cellbook::KindTable::with_file(cellbook::KindTable{}, toml, "fuzz.toml");
    return 0;
}
