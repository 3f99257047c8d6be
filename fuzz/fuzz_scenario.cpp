#include <cstddef>
#include <cstdint>
#include <string_view>

#include "market/scenario/inheritance.hpp"
#include "market/scenario/run_log.hpp"
#include "market/scenario/scenario_list.hpp"
#include "market/scenario/scenario_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto reading = cellbook::read_scenario(text, "fuzz.toml");
    if (reading.ok()) (void)cellbook::scenario_list(reading.file);
    (void)cellbook::parse_setting(text);
    (void)cellbook::read_run_log(text, {.scenarios = 2, .replicas = 3}, "fuzz.log");
    return 0;
}
