#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ledger/chain/canonical.hpp"

// Bodies come from a file that may be damaged: whatever their bytes, they are read or refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view bodies{reinterpret_cast<const char*>(data), size};
    cellbook::Chart chart;
    cellbook::ChainNames names;
    cellbook::CanonicalReader reader{chart, names};
    for (std::int64_t seq = 1; !bodies.empty(); ++seq) {
        const auto end = bodies.find('\n');
        if (!reader.read(seq, bodies.substr(0, end))) return 0;
        bodies.remove_prefix(end == std::string_view::npos ? bodies.size() : end + 1);
    }
    return 0;
}
