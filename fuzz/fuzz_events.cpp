#include <cstddef>
#include <cstdint>

#include "fuzz/round_trip.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    cellbook::fuzz::check_round_trip("fuzz.csv", {reinterpret_cast<const char*>(data), size});
    return 0;
}
