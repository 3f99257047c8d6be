// The yardstick of writing: puts into a book, by plain SQLite, the rows that another book has more.
//
// usage: bench_raw_sqlite BEFORE AFTER OUT
//
// OUT must be a copy of BEFORE. Every row of AFTER that BEFORE lacks or has otherwise is gathered
// in memory, and then written to OUT in key order, by prepared statements within one durable
// commit, with the settings of a book and its indexes but without its triggers and checks. Prints
// the seconds of the writing, and how many rows it wrote. BEFORE may be an empty book: then all of
// AFTER is written.
#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

/// A value by its type; texts and blobs as bytes.
struct Cell {
    int type = SQLITE_NULL;
    std::int64_t integer = 0;
    std::string bytes{};
    friend bool operator==(const Cell&, const Cell&) = default;
};
using Row = std::vector<Cell>;

struct TableRows {
    std::string name{};
    std::string columns{};  ///< those that are stored, with commas between
    std::vector<Row> rows{};
};

class Database {
public:
    explicit Database(const std::string& path) {
        require(sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READWRITE, nullptr));
    }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database() { sqlite3_close(database_); }

    void run(const std::string& sql) {
        require(sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr));
    }
    sqlite3_stmt* prepare(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        require(sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr));
        return statement;
    }
    void require(int result) const {
        if (result != SQLITE_OK) throw std::runtime_error{sqlite3_errmsg(database_)};
    }

private:
    sqlite3* database_ = nullptr;
};

Cell cell_of(sqlite3_stmt* row, int column) {
    Cell cell{.type = sqlite3_column_type(row, column)};
    if (cell.type == SQLITE_INTEGER) {
        cell.integer = sqlite3_column_int64(row, column);
    } else if (cell.type != SQLITE_NULL) {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, column));
        cell.bytes.assign(bytes == nullptr ? "" : bytes,
                          static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
    }
    return cell;
}

template <class Visit>
void for_each_row(Database& database, const std::string& sql, const Visit& visit) {
    sqlite3_stmt* const row = database.prepare(sql);
    while (sqlite3_step(row) == SQLITE_ROW) {
        Row cells;
        for (int i = 0; i < sqlite3_column_count(row); ++i) cells.push_back(cell_of(row, i));
        visit(std::move(cells));
    }
    database.require(sqlite3_finalize(row));
}

/// The rows of every table that `before.` lacks, in key order: tables are kept in it.
std::vector<TableRows> rows_to_write(const std::string& before, const std::string& after) {
    Database database{after};
    database.run("ATTACH '" + before + "' AS before");
    std::vector<TableRows> tables;
    for_each_row(database,
                 "SELECT name FROM main.sqlite_schema WHERE type = 'table'"
                 " AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
                 [&](const Row& row) { tables.push_back({.name = row[0].bytes}); });
    for (TableRows& table : tables) {
        for_each_row(database, "SELECT name FROM pragma_table_info('" + table.name + "')",
                     [&](const Row& row) {
                         table.columns += (table.columns.empty() ? "" : ", ") + row[0].bytes;
                     });
        // The journal only grows: its new rows are told by their numbers, without comparing all.
        const std::string from = "SELECT " + table.columns + " FROM main." + table.name;
        const std::string which =
            table.name == "journal"
                ? " WHERE seq > (SELECT coalesce(max(seq), 0) FROM before.journal)"
                : " EXCEPT SELECT " + table.columns + " FROM before." + table.name;
        for_each_row(database, from + which,
                     [&](Row row) { table.rows.push_back(std::move(row)); });
    }
    return tables;
}

void bind(Database& database, sqlite3_stmt* statement, const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        const int at = static_cast<int>(i) + 1;
        const Cell& cell = row[i];
        const auto size = static_cast<sqlite3_uint64>(cell.bytes.size());
        switch (cell.type) {
            case SQLITE_INTEGER:
                database.require(sqlite3_bind_int64(statement, at, cell.integer));
                break;
            case SQLITE_NULL:
                database.require(sqlite3_bind_null(statement, at));
                break;
            case SQLITE_TEXT:
                database.require(sqlite3_bind_text64(statement, at, cell.bytes.data(), size,
                                                     SQLITE_STATIC, SQLITE_UTF8));
                break;
            default:
                database.require(
                    sqlite3_bind_blob64(statement, at, cell.bytes.data(), size, SQLITE_STATIC));
        }
    }
}

/// Settings as ledger/book/connection.cpp has them for a writer.
void prepare_book(Database& database) {
    database.run(
        "PRAGMA temp_store = MEMORY; PRAGMA synchronous = EXTRA; PRAGMA cache_size = -8000;"
        "PRAGMA foreign_keys = ON;"
        "DROP TRIGGER journal_grows_at_its_end; DROP TRIGGER journal_is_never_changed;"
        "DROP TRIGGER journal_is_never_shortened");
}

std::size_t write(Database& database, const std::vector<TableRows>& tables) {
    std::size_t written = 0;
    database.run("BEGIN IMMEDIATE");
    for (const TableRows& table : tables) {
        if (table.rows.empty()) continue;
        std::string sql =
            "INSERT OR REPLACE INTO " + table.name + " (" + table.columns + ") VALUES (?";
        for (std::size_t i = 1; i < table.rows.front().size(); ++i) sql += ", ?";
        sqlite3_stmt* const statement = database.prepare(sql + ")");
        for (const Row& row : table.rows) {
            bind(database, statement, row);
            sqlite3_step(statement);
            database.require(sqlite3_reset(statement));
        }
        database.require(sqlite3_finalize(statement));
        written += table.rows.size();
    }
    database.run("COMMIT");
    return written;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: bench_raw_sqlite BEFORE AFTER OUT\n";
        return 2;
    }
    try {
        const std::vector<TableRows> tables = rows_to_write(argv[1], argv[2]);
        Database out{argv[3]};
        prepare_book(out);
        const auto began = std::chrono::steady_clock::now();
        const std::size_t written = write(out, tables);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        std::cout << took.count() << ' ' << written << '\n';
    } catch (const std::exception& error) {
        std::cerr << "bench_raw_sqlite: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
