// The yardstick of reading: every row of a book's journal by plain SQLite, every column of it.
//
// usage: bench_read_journal BOOK
//
// Prints the seconds of the reading, how many rows there were and how many bytes they had, so that
// nothing can be left out.
#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

struct Read {
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
};

void require(sqlite3* database, int result) {
    if (result != SQLITE_OK) throw std::runtime_error{sqlite3_errmsg(database)};
}

Read read_all(sqlite3* database) {
    sqlite3_stmt* row = nullptr;
    require(database, sqlite3_prepare_v2(database, "SELECT * FROM journal", -1, &row, nullptr));
    Read read;
    while (sqlite3_step(row) == SQLITE_ROW) {
        ++read.rows;
        for (int i = 0; i < sqlite3_column_count(row); ++i) {
            if (sqlite3_column_type(row, i) == SQLITE_INTEGER) {
                read.bytes += sqlite3_column_int64(row, i) < 0 ? 0 : 8;
            } else {
                static_cast<void>(sqlite3_column_blob(row, i));
                read.bytes += sqlite3_column_bytes(row, i);
            }
        }
    }
    require(database, sqlite3_finalize(row));
    return read;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: bench_read_journal BOOK\n";
        return 2;
    }
    try {
        const auto began = std::chrono::steady_clock::now();
        sqlite3* database = nullptr;
        require(database, sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READONLY, nullptr));
        const Read read = read_all(database);
        sqlite3_close(database);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        std::cout << took.count() << ' ' << read.rows << ' ' << read.bytes << '\n';
    } catch (const std::exception& error) {
        std::cerr << "bench_read_journal: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
