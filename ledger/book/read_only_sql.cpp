#include "ledger/book/read_only_sql.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <string>

namespace cellbook {

namespace {

constexpr std::array<std::string_view, 10> telling_pragmas{
    "application_id", "data_version", "foreign_key_list", "index_info",   "index_list",
    "table_info",     "table_list",   "table_xinfo",      "user_version", "index_xinfo"};
constexpr std::array<std::string_view, 3> refused_functions{"load_extension", "fts3_tokenizer",
                                                            "writefile"};
constexpr std::size_t most_bytes = std::size_t{256} << 20U;

struct Judge {
    std::string refused{};  ///< what the statement wanted to do that it may not
};

std::string_view text(const char* argument) {
    return argument == nullptr ? "" : argument;
}

int authorize(void* context, int action, const char* first, const char* second,
              const char* /*database*/, const char* /*trigger*/) {
    auto& judge = *static_cast<Judge*>(context);
    const auto refuse = [&](std::string what) {
        judge.refused = std::move(what);
        return SQLITE_DENY;
    };
    switch (action) {
        case SQLITE_SELECT:
        case SQLITE_READ:
        case SQLITE_RECURSIVE:
            return SQLITE_OK;
        case SQLITE_FUNCTION:
            return std::ranges::find(refused_functions, text(second)) == refused_functions.end()
                       ? SQLITE_OK
                       : refuse("call " + std::string{text(second)});
        case SQLITE_PRAGMA: {
            const bool tells =
                std::ranges::find(telling_pragmas, text(first)) != telling_pragmas.end();
            const bool names_a_thing = text(first).find("_info") != std::string_view::npos ||
                                       text(first).find("_list") != std::string_view::npos;
            return tells && (second == nullptr || names_a_thing)
                       ? SQLITE_OK
                       : refuse("use PRAGMA " + std::string{text(first)});
        }
        case SQLITE_ATTACH:
        case SQLITE_DETACH:
            return refuse("attach or detach a file");
        case SQLITE_TRANSACTION:
        case SQLITE_SAVEPOINT:
            return refuse("begin or end a transaction");
        default:
            return refuse("change the book");
    }
}

struct Deadline {
    std::chrono::steady_clock::time_point at{};
};

int past_deadline(void* context) {
    return std::chrono::steady_clock::now() > static_cast<Deadline*>(context)->at ? 1 : 0;
}

/// The authorizer and the clock are in force while this lives.
class Guarded {
public:
    Guarded(sqlite3* database, Judge& judge, Deadline& deadline) : database_(database) {
        constexpr int steps_between_looks = 2000;
        sqlite3_set_authorizer(database_, authorize, &judge);
        sqlite3_progress_handler(database_, steps_between_looks, past_deadline, &deadline);
    }
    Guarded(const Guarded&) = delete;
    Guarded& operator=(const Guarded&) = delete;
    ~Guarded() {
        sqlite3_set_authorizer(database_, nullptr, nullptr);
        sqlite3_progress_handler(database_, 0, nullptr, nullptr);
    }

private:
    sqlite3* database_;
};

Diagnostic refused(const std::string& what) {
    return {.code = DiagnosticCode::sql_refused,
            .explanation = "`sql` only reads: it may not " + what,
            .remedy = "Give one SELECT. docs/book.md lists the views to select from."};
}

Diagnostic out_of_time(int time_limit_ms) {
    return {
        .code = DiagnosticCode::sql_out_of_time,
        .explanation = "the statement did not end within " + std::to_string(time_limit_ms) + " ms",
        .remedy = "Narrow it, or give it more time."};
}

bool only_blank_or_comment(std::string_view rest) {
    while (!rest.empty()) {
        if (rest.starts_with("--")) {
            const auto end = rest.find('\n');
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        } else if (std::string_view{" \t\r\n;"}.find(rest.front()) != std::string_view::npos) {
            rest.remove_prefix(1);
        } else {
            return false;
        }
    }
    return true;
}

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// Takes the row in; false when the result has grown too large.
bool take_row(sqlite3_stmt* statement, SqlResult& result, std::size_t& bytes) {
    auto& row = result.rows.emplace_back();
    for (int column = 0; column < sqlite3_column_count(statement); ++column) {
        if (sqlite3_column_type(statement, column) == SQLITE_NULL) {
            row.emplace_back();
        } else {
            const auto* value = sqlite3_column_text(statement, column);
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
            row.emplace_back(std::in_place, reinterpret_cast<const char*>(value), size);
        }
        bytes += sizeof(row.back()) + (row.back() ? row.back()->size() : 0);
    }
    return bytes <= most_bytes;
}

}  // namespace

Result<SqlResult> read_only_sql(const Connection& connection, std::string_view statement,
                                      int time_limit_ms) {
    sqlite3* const database = connection.handle();
    Judge judge;
    Deadline deadline{std::chrono::steady_clock::now() + std::chrono::milliseconds{time_limit_ms}};
    const Guarded guarded{database, judge, deadline};

    sqlite3_stmt* handle = nullptr;
    const char* rest = nullptr;
    const int prepared = sqlite3_prepare_v2(database, statement.data(),
                                            static_cast<int>(statement.size()), &handle, &rest);
    const std::unique_ptr<sqlite3_stmt, Finalize> prepared_statement{handle};
    if (!judge.refused.empty()) {
        return refused(judge.refused);
    }
    const auto failed = [&] {
        return Diagnostic{.code = DiagnosticCode::sql_failed,
                          .explanation = sqlite3_errmsg(database),
                          .remedy = "docs/book.md lists the tables and views of a book."};
    };
    if (prepared != SQLITE_OK) {
        return failed();
    }
    if (handle == nullptr) {
        return refused("be empty");
    }
    const char* const end = statement.data() + statement.size();
    if (!only_blank_or_comment({rest, static_cast<std::size_t>(end - rest)})) {
        return refused("hold more than one statement");
    }
    if (sqlite3_stmt_readonly(handle) == 0) {
        return refused("change the book");
    }
    SqlResult result;
    for (int column = 0; column < sqlite3_column_count(handle); ++column) {
        result.columns.emplace_back(sqlite3_column_name(handle, column));
    }
    std::size_t bytes = 0;
    for (;;) {
        const int step = sqlite3_step(handle);
        if (step == SQLITE_DONE) {
            return result;
        }
        if (step == SQLITE_INTERRUPT) {
            return out_of_time(time_limit_ms);
        }
        if (step == SQLITE_CORRUPT || step == SQLITE_IOERR || step == SQLITE_BUSY) {
            throw storage_error(step, connection.file(), sqlite3_errmsg(database));
        }
        if (step != SQLITE_ROW) {
            return failed();
        }
        if (!take_row(handle, result, bytes)) {
            return refused("return more than 256 MB");
        }
    }
}

}  // namespace cellbook
