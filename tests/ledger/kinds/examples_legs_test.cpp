#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "ledger/book/memory_book.hpp"
#include "ledger/kinds/leg_check.hpp"

namespace fs = std::filesystem;
using namespace cellbook;

namespace {

/// What an example is read from: its journal, and files of events.
std::vector<std::string> inputs_of(const fs::path& example) {
    std::vector<std::string> inputs;
    for (const auto& file : fs::directory_iterator{example}) {
        const std::string name = file.path().filename().string();
        if (file.path().extension() == ".journal" || name.starts_with("events")) {
            inputs.push_back(file.path().string());
        }
    }
    std::sort(inputs.begin(), inputs.end());
    return inputs;
}

}  // namespace

TEST_CASE("every transaction of the examples books the legs of its kind") {
    std::size_t with_kind = 0;
    for (const auto& example : fs::directory_iterator{CELLBOOK_SOURCE_DIR "/examples"}) {
        if (!example.is_directory()) continue;
        INFO(example.path().string());
        DiskFiles files;
        MemoryBook book;
        const auto report = book.read(files, inputs_of(example.path()), {}, KindTable::standard());
        if (!report.ok()) FAIL(to_string(report.problems.front()));
        book.for_each_transaction({}, [&](const Transaction& transaction) {
            const auto problem = check_legs(*transaction, KindTable::standard(), book.chart());
            if (problem) FAIL_CHECK(to_string(*problem) << "\n  in " << transaction->description);
            with_kind += transaction->kind.valid() ? 1 : 0;
            return true;
        });
    }
    CHECK(with_kind > 5000);
}
