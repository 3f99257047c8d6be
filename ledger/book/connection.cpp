#include "ledger/book/connection.hpp"

#include <sqlite3.h>

namespace cellbook {

StorageError storage_error(int result, const std::string& file, const std::string& detail) {
    const auto because = [&](const std::string& what) {
        return StorageError(what + " (" + detail + ")");
    };
    switch (result & 0xFF) {
        case SQLITE_FULL:
            return because("the disk is full, so " + file + " stays as it was");
        case SQLITE_READONLY:
            return because(file + " cannot be written: the file or its folder is read-only");
        case SQLITE_IOERR:
            return because("the disk failed while reading or writing " + file);
        case SQLITE_CORRUPT:
            return because(file +
                           " is damaged; run `check` on a copy, and restore one that passes");
        case SQLITE_NOTADB:
            return because(file + " is not a book");
        case SQLITE_CANTOPEN:
            return because("cannot open " + file);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return because(file + " is in use by another program that did not finish in time");
        case SQLITE_NOMEM:
            return because("not enough memory to work on " + file);
        default:
            return because("cannot work on " + file);
    }
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Statement::check(int result) const {
    if (result != SQLITE_OK) {
        throw storage_error(result, file_, sqlite3_errmsg(sqlite3_db_handle(statement_.get())));
    }
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
    check(sqlite3_bind_text64(statement_.get(), parameter,
                              text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
    check(sqlite3_bind_blob64(statement_.get(), parameter,
                              bytes.data() == nullptr ? "" : bytes.data(), bytes.size(),
                              SQLITE_STATIC));
    return *this;
}

Statement& Statement::bind(int parameter, const std::optional<std::int64_t>& value) {
    return value ? bind(parameter, *value) : bind_null(parameter);
}

Statement& Statement::bind_null(int parameter) {
    check(sqlite3_bind_null(statement_.get(), parameter));
    return *this;
}

bool Statement::step() {
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) {
        return true;
    }
    if (result == SQLITE_DONE) {
        return false;
    }
    const auto error =
        storage_error(result, file_, sqlite3_errmsg(sqlite3_db_handle(statement_.get())));
    sqlite3_reset(statement_.get());
    throw error;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

bool Statement::is_integer(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_INTEGER;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::optional<std::int64_t> Statement::optional_integer(int column) const {
    return is_null(column) ? std::nullopt : std::optional{integer(column)};
}

std::string_view Statement::text(int column) const {
    const auto* bytes = sqlite3_column_text(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return bytes == nullptr ? std::string_view{}
                            : std::string_view{reinterpret_cast<const char*>(bytes), size};
}

std::string_view Statement::blob(int column) const {
    const void* bytes = sqlite3_column_blob(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return bytes == nullptr ? std::string_view{}
                            : std::string_view{static_cast<const char*>(bytes), size};
}

int Statement::column_count() const {
    return sqlite3_column_count(statement_.get());
}

std::string Statement::column_name(int column) const {
    const char* name = sqlite3_column_name(statement_.get(), column);
    return name == nullptr ? "" : name;
}

void Connection::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

Connection Connection::open(const std::filesystem::path& path, Mode mode, int busy_timeout_ms) {
    sqlite3* database = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | (mode == Mode::create ? SQLITE_OPEN_CREATE : 0) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
    const int result = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
    Connection connection{database, path.string()};
    if (result != SQLITE_OK) {
        throw storage_error(result, path.string(),
                            database == nullptr ? "no memory" : sqlite3_errmsg(database));
    }
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, busy_timeout_ms);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // A damaged page is an error to report and no reason to read beyond it.
    connection.execute("PRAGMA cell_size_check = ON");
    connection.execute("PRAGMA temp_store = MEMORY");
    if (mode == Mode::read) {
        connection.execute("PRAGMA query_only = ON; PRAGMA cache_size = -512");
    } else {
        // The rollback journal is SQLite's default. EXTRA also syncs the folder after the journal
        // is deleted, so that a commit is durable when it returns.
        connection.execute(
            "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;"
            "PRAGMA cache_size = -8000");
    }
    return connection;
}

Connection Connection::in_memory() {
    sqlite3* database = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int result = sqlite3_open_v2(":memory:", &database, flags, nullptr);
    Connection connection{database, "memory"};
    if (result != SQLITE_OK) {
        throw storage_error(result, "memory", "no memory");
    }
    return connection;
}

Statement Connection::prepare(std::string_view sql) const {
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (result != SQLITE_OK) {
        throw storage_error(result, file_, sqlite3_errmsg(database_.get()));
    }
    return {statement, file_};
}

void Connection::execute(const std::string& sql) const {
    const int result = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) {
        throw storage_error(result, file_, sqlite3_errmsg(database_.get()));
    }
}

std::int64_t Connection::integer(const std::string& sql) const {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

void Connection::pass_over_triggers() const {
    sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
}

std::int64_t Connection::changes() const {
    return sqlite3_changes64(database_.get());
}

bool Connection::autocommit() const {
    return sqlite3_get_autocommit(database_.get()) != 0;
}

}  // namespace cellbook
