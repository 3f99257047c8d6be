#include "schemas/schemas.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

TEST_CASE("an embedded schema has the bytes of its file") {
    std::ifstream file{CELLBOOK_SOURCE_DIR "/schemas/events.json", std::ios::binary};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    REQUIRE(file.good());
    CHECK(cellbook::schemas::events_json() == bytes.str());
}
