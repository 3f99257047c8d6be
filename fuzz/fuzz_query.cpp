#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/query/period.hpp"
#include "ledger/query/query.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const cellbook::Date today = *cellbook::Date::from_civil(2018, 3, 1);
    std::vector<std::string> terms{""};
    for (const char c : text) {
        if (c == '\n') {
            terms.emplace_back();
        } else {
            terms.back() += c;
        }
    }
    (void)cellbook::Query::parse(terms, today);
    (void)cellbook::parse_period(text, today);
    return 0;
}
