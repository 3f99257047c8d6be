#include "ledger/version.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

TEST_CASE("the library's version is the project's") {
    std::ifstream file{CELLBOOK_SOURCE_DIR "/CMakeLists.txt"};
    const std::string project{std::istreambuf_iterator<char>{file}, {}};
    const std::string wanted = "VERSION " + std::string{cellbook::version()} + "\n";
    CHECK(project.find(wanted) != std::string::npos);
}
