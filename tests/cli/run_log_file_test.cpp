#include "cli/run_log_file.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/failure.hpp"
#include "cli/scratch_folder.hpp"

using namespace cellbook;
using cli::RunLogFile;

namespace {

const RunIdentity identity{.scenario_hash = "abc",
                           .book_digest = "def",
                           .seed = Seed{7},
                           .version = "1.0.0",
                           .scenarios = 1,
                           .replicas = 4};

ReplicaOutcome outcome(double value) {
    return std::vector<OutputValue>{{{.series = "cpi"}, value}};
}

struct Folder {
    cli::ScratchFolder scratch{};
    std::string path = (scratch.path() / "run.log").string();

    [[nodiscard]] std::string text() const {
        std::ifstream file{path, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    void write(const std::string& bytes) const { std::ofstream{path, std::ios::binary} << bytes; }
};

}  // namespace

TEST_CASE("a resumed run log holds what was finished, and goes on where it stopped") {
    const Folder folder;
    {
        RunLogFile log{folder.path, identity, RunLogFile::Start::anew};
        log.append({0, 2}, outcome(1.5));
        log.append({0, 0}, outcome(2.5));
    }
    const std::string whole = folder.text();
    folder.write(whole + "done\t0\t1\tcp");
    {
        RunLogFile log{folder.path, identity, RunLogFile::Start::resumed};
        CHECK(folder.text() == whole);
        CHECK(log.finished().finished() == 2);
        CHECK(log.finished().at({0, 2}) == outcome(1.5));
        log.append({0, 1}, outcome(3.5));
    }
    RunLogFile again{folder.path, identity, RunLogFile::Start::resumed};
    CHECK(again.finished().finished() == 3);
    again.remove();
    CHECK_FALSE(std::filesystem::exists(folder.path));
}

TEST_CASE("a run log that was not there has nothing finished, and one begun anew neither") {
    const Folder folder;
    for (const auto start : {RunLogFile::Start::resumed, RunLogFile::Start::anew}) {
        RunLogFile log{folder.path, identity, start};
        CHECK(log.finished().finished() == 0);
        log.append({0, 2}, outcome(1.5));
    }
}

TEST_CASE("a run log of another run is refused and stays as it was") {
    const Folder folder;
    { RunLogFile log{folder.path, identity, RunLogFile::Start::anew}; }
    const std::string before = folder.text();
    RunIdentity other = identity;
    other.seed = Seed{8};
    CHECK_THROWS_AS((RunLogFile{folder.path, other, RunLogFile::Start::resumed}), cli::InputError);
    CHECK(folder.text() == before);
}

TEST_CASE("two runs at once, or a folder that is not there, are failures of storage") {
    const Folder folder;
    const RunLogFile log{folder.path, identity, RunLogFile::Start::anew};
    CHECK_THROWS_AS((RunLogFile{folder.path, identity, RunLogFile::Start::resumed}), StorageError);
    CHECK_THROWS_AS((RunLogFile{folder.path + "/none", identity, RunLogFile::Start::anew}),
                    StorageError);
}
