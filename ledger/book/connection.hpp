/// A connection to a SQLite file and its statements, closed when they go out of scope.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/diagnostic.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace cellbook {

/// A prepared statement. Parameters count from 1, columns from 0.
class Statement {
public:
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bind_blob(int parameter, std::string_view bytes);
    Statement& bind(int parameter, const std::optional<std::int64_t>& value);
    Statement& bind_null(int parameter);

    /// Whether there is another row. Throws `StorageError`.
    bool step();
    /// Runs it to its end and makes it ready to run again.
    void run();
    void reset();

    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] bool is_integer(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
    /// Valid until the next step or reset.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    [[nodiscard]] int column_count() const;
    [[nodiscard]] std::string column_name(int column) const;
    [[nodiscard]] sqlite3_stmt* handle() const { return statement_.get(); }

private:
    friend class Connection;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    Statement(sqlite3_stmt* statement, std::string file)
        : statement_(statement), file_(std::move(file)) {}
    void check(int result) const;

    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    std::string file_;
};

/// Resets a statement at the end of a scope, so that no read is left open behind it.
class ResetAtEnd {
public:
    explicit ResetAtEnd(Statement& statement) : statement_(statement) {}
    ResetAtEnd(const ResetAtEnd&) = delete;
    ResetAtEnd& operator=(const ResetAtEnd&) = delete;
    ~ResetAtEnd() { statement_.reset(); }

private:
    Statement& statement_;
};

class Connection {
public:
    enum class Mode : std::uint8_t { create, write, read };

    /// Opens the file; `create` makes it when it is absent. A reader opens it for writing too, so
    /// that what a crash left behind can be rolled back, and then writes nothing (query_only).
    /// Throws `StorageError`.
    static Connection open(const std::filesystem::path& path, Mode mode, int busy_timeout_ms);
    /// A database in memory, for derived rows to compare with.
    static Connection in_memory();

    [[nodiscard]] Statement prepare(std::string_view sql) const;
    /// Runs one or more statements. Throws `StorageError`.
    void execute(const std::string& sql) const;
    /// The single integer that a query gives.
    [[nodiscard]] std::int64_t integer(const std::string& sql) const;
    /// For who keeps by itself what the triggers of `journal` guard: they look the last entry up
    /// for each new one, which takes as long as writing it.
    void pass_over_triggers() const;
    [[nodiscard]] sqlite3* handle() const { return database_.get(); }
    [[nodiscard]] const std::string& file() const { return file_; }
    /// Whether no transaction is open.
    /// Rows that the last statement which writes has written.
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] bool autocommit() const;

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    Connection(sqlite3* database, std::string file) : database_(database), file_(std::move(file)) {}

    std::unique_ptr<sqlite3, Close> database_;
    std::string file_;
};

/// What SQLite's result means to somebody who knows nothing of SQLite, naming the file.
StorageError storage_error(int result, const std::string& file, const std::string& detail);

}  // namespace cellbook
