#include "ledger/reading/source_text.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace cellbook;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for one test, removed afterwards.
class Folder {
public:
    Folder()
        : path_(fs::temp_directory_path() / ("cellbook-source-" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_ / "months [2018]");
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name, const std::string& text) const {
        std::ofstream{path_ / name, std::ios::binary} << text;
        return (path_ / name).string();
    }
    [[nodiscard]] std::string name(const std::string& below) const {
        return (path_ / below).string();
    }

private:
    fs::path path_;
};

std::string all_of(TextStream& stream, std::size_t step) {
    std::string text;
    std::string piece(step, '\0');
    while (const std::size_t got = stream.read(piece.data(), step)) text.append(piece, 0, got);
    return text;
}

}  // namespace

TEST_CASE("a file on disk gives its bytes in pieces of any size") {
    const Folder folder;
    const std::string text{"one\0two\r\n", 9};
    const std::string path = folder.file("a.journal", text);
    DiskFiles files;
    for (const std::size_t step : {1U, 4U, 100U}) {
        auto stream = files.open(path);
        REQUIRE(stream);
        CHECK(all_of(**stream, step) == text);
    }
}

TEST_CASE("what cannot be read says so and where") {
    const Folder folder;
    DiskFiles files;
    for (const std::string& path : {folder.name("absent.journal"), folder.name("months [2018]")}) {
        const auto stream = files.open(path);
        REQUIRE_FALSE(stream);
        CHECK(stream.error().code == DiagnosticCode::file_unreadable);
        CHECK(stream.error().position.file == path);
        CHECK(stream.error().explanation.find(path) != std::string::npos);
    }
}

TEST_CASE(
    "a pattern of include is sorted, and matches beside the including file but never itself") {
    const Folder folder;
    folder.file("months [2018]/02.journal", "");
    folder.file("months [2018]/01.journal", "");
    folder.file("months [2018]/notes.txt", "");
    const std::string year = folder.file("months [2018]/year.journal", "");
    DiskFiles files;
    CHECK(files.expand("*.journal", year) ==
          std::vector<std::string>{folder.name("months [2018]/01.journal"),
                                   folder.name("months [2018]/02.journal")});
    CHECK(files.expand("0[13].journal", year) ==
          std::vector<std::string>{folder.name("months [2018]/01.journal")});
    CHECK(files.expand("*.csv", year).empty());
}

TEST_CASE("a name without marks stands for itself, beside the including file or from the root") {
    DiskFiles files;
    CHECK(files.expand("b.journal", "books/a.journal") ==
          std::vector<std::string>{"books/b.journal"});
    CHECK(files.expand("b.journal", "a.journal") == std::vector<std::string>{"b.journal"});
    CHECK(files.expand("/b.journal", "books/a.journal") == std::vector<std::string>{"/b.journal"});
}

TEST_CASE("texts in memory are opened and matched as files are") {
    MemoryFiles files{{{"books/b.journal", "B"}, {"books/a.journal", "A"}, {"c.journal", "C"}}};
    auto stream = files.open("books/a.journal");
    REQUIRE(stream);
    CHECK(all_of(**stream, 10) == "A");
    CHECK(files.open("d.journal").error().code == DiagnosticCode::file_unreadable);
    CHECK(files.expand("books/*.journal", "c.journal") ==
          std::vector<std::string>{"books/a.journal", "books/b.journal"});
    CHECK(files.expand("*.journal", "books/a.journal") ==
          std::vector<std::string>{"books/b.journal"});
}
