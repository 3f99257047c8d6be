#include "cli/scratch_folder.hpp"

#include <catch2/catch.hpp>
#include <fstream>

TEST_CASE("a scratch folder is one's own and goes with all that is in it") {
    std::filesystem::path path;
    {
        const cellbook::cli::ScratchFolder folder;
        const cellbook::cli::ScratchFolder other;
        path = folder.path();
        CHECK(path != other.path());
        CHECK(std::filesystem::is_directory(path));
        std::ofstream{path / "file"} << "text";
    }
    CHECK_FALSE(std::filesystem::exists(path));
}
