#include <cstddef>
#include <cstdint>

#include "fuzz/round_trip.hpp"
#include "ledger/reading/registers_reader.hpp"

namespace {

/// What rows may speak of.
const char* const context =
    "; section: sections:posta  grade:5\n"
    "; cell: posta-01  section:sections:posta, places:2\n"
    "; title: posta-01  owner:inmates:i01, since:2016-05-02\n"
    "; household: inmates:i01  section:sections:posta, since:2016-05-02\n"
    "; household: inmates:i04  section:sections:posta, since:2017-09-01\n";

class Nobody final : public cellbook::EntrySink {
public:
    bool accept(cellbook::ReadEntry& /*entry*/) override { return true; }
    bool report(cellbook::Diagnostic /*diagnostic*/) override { return true; }
};

}  // namespace

// Whatever the bytes, a table is read or refused; and one that a book takes is written and read
// again as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text{reinterpret_cast<const char*>(data), size};
    cellbook::MemoryFiles files{{{"fuzz.csv", text}}};
    cellbook::Chart chart;
    Nobody sink;
    cellbook::read_registers(files, "fuzz.csv", chart, sink);
    cellbook::fuzz::check_round_trip({{"context.journal", context}, {"fuzz.csv", text}});
    return 0;
}
