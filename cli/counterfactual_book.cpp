#include "cli/counterfactual_book.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "ledger/book/book.hpp"

namespace cellbook::cli {

namespace fs = std::filesystem;

namespace {

/// Away again unless it was finished.
class UnfinishedFile {
public:
    explicit UnfinishedFile(fs::path path) : path_{std::move(path)} { remove(); }
    ~UnfinishedFile() { remove(); }
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    void remove() const {
        std::error_code ignored;
        for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
            fs::remove(path_.string() + ending, ignored);
        }
    }

    fs::path path_;
};

}  // namespace

void write_counterfactual(const PostedSolution& posted, const std::string& path,
                          const Environment& environment) {
    if (fs::exists(path)) {
        throw UsageError{path + " exists already",
                         "name a file that does not: nothing is overwritten"};
    }
    const UnfinishedFile unfinished{path + ".part"};
    {
        Book book = value_or_fail(Book::create(unfinished.path()));
        MemoryFiles files{{{"baseline", posted.text}, {"solution", posted.events_text}}};
        require_ok(book.import(files, {"baseline", "solution"},
                               {.batch = "solution", .imported_at = environment.now_utc},
                               KindTable::standard()),
                   environment);
    }
    std::error_code failed;
    fs::rename(unfinished.path(), path, failed);
    if (failed) throw StorageError{"cannot write " + path + ": " + failed.message()};
}

std::string describe_posting(const PostedSolution& posted, const std::string& path,
                             const std::string& symbol) {
    return fmt::format(
        "wrote {}: {} simulated transactions for {} of the period, {} taken over as they were, {} "
        "left out; amounts rounded half to even, at most {:.4f} {} in anybody's balance, {:.4f} in "
        "all",
        path, posted.events.size(), posted.aggregated, posted.taken_over, posted.left_out,
        posted.rounding, symbol, posted.total_rounding);
}

}  // namespace cellbook::cli
