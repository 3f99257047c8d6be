// The yardstick of reading: every row of a book's journal, by plain SQLite.
//
// usage: bench_read_journal BOOK
//
// Steps through `journal` in the order of its key and looks at every byte of every body, which is
// the least that a report can do which no kept balance answers. Prints the rows and their bytes.
#include <sqlite3.h>

#include <cstdint>
#include <iostream>
#include <numeric>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: bench_read_journal BOOK\n";
        return 2;
    }
    sqlite3* database = nullptr;
    sqlite3_stmt* row = nullptr;
    bool good = sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK &&
                sqlite3_prepare_v2(database, "SELECT seq, body FROM journal ORDER BY seq", -1, &row,
                                   nullptr) == SQLITE_OK;
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
    std::uint64_t sum = 0;  // so that no byte can be passed over
    int step = SQLITE_DONE;
    while (good && (step = sqlite3_step(row)) == SQLITE_ROW) {
        const auto* const body = sqlite3_column_text(row, 1);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, 1));
        sum = std::accumulate(body, body + size, sum);
        bytes += size;
        ++rows;
    }
    good = good && step == SQLITE_DONE;
    if (!good) std::cerr << "bench_read_journal: " << sqlite3_errmsg(database) << '\n';
    sqlite3_finalize(row);
    sqlite3_close(database);
    if (good) std::cout << rows << ' ' << bytes << ' ' << sum << '\n';
    return good ? 0 : 1;
}
