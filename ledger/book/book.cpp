#include "ledger/book/book.hpp"

#include <array>
#include <fstream>
#include <utility>

#include "ledger/book/audit.hpp"
#include "ledger/book/book_state.hpp"
#include "ledger/book/migration.hpp"
#include "ledger/book/read_only_sql.hpp"
#include "ledger/book/replay.hpp"

namespace cellbook {

namespace {

Diagnostic not_a_book(const std::string& path, const std::string& why) {
    return {.code = DiagnosticCode::not_a_book,
            .explanation = "`" + path + "` is not a book: " + why,
            .remedy = "Make one with `cellbook init " + path +
                      "`, or give a journal or events file with `-f`.",
            .position = {.file = path}};
}

std::int64_t schema_version(const Connection& connection) {
    return connection.integer("PRAGMA user_version");
}

Diagnostic book_too_new(const std::string& path, std::int64_t version) {
    return {.code = DiagnosticCode::book_too_new,
            .explanation = "`" + path + "` has schema version " + std::to_string(version) +
                           "; this cellbook knows up to " +
                           std::to_string(book_migrations().size()),
            .remedy = "Use a newer cellbook. Its text form (`export`) can always be imported.",
            .position = {.file = path}};
}

Diagnostic book_too_old(const std::string& path, std::int64_t version) {
    return {.code = DiagnosticCode::book_too_old,
            .explanation = "`" + path + "` has schema version " + std::to_string(version) +
                           ", from before version " + std::to_string(book_migrations().size()),
            .remedy =
                "Open it for writing once, for example with `rebuild`, to bring it up to "
                "date; its journal is not changed by that.",
            .position = {.file = path}};
}

/// The first 100 bytes of the file tell SQLite files and, at byte 68, whose they are.
std::optional<std::array<char, 100>> sqlite_header(const std::filesystem::path& path) {
    constexpr std::string_view begin{"SQLite format 3\0", 16};
    std::ifstream file{path, std::ios::binary};
    std::array<char, 100> header{};
    if (!file.read(header.data(), header.size()) ||
        !std::string_view{header.data(), header.size()}.starts_with(begin)) {
        return {};
    }
    return header;
}

/// Does at opening what the first entry would otherwise wait for with the book locked: names
/// indexed, the standard kinds read, SHA-256 found.
void prepare_to_record(const Book::State& state) {
    state.chart.index_names();
    static_cast<void>(KindTable::standard());
    static_cast<void>(first_hash());
}

}  // namespace

Book::Book(std::unique_ptr<State> state) : state_(std::move(state)) {}
Book::Book(Book&&) noexcept = default;
Book& Book::operator=(Book&&) noexcept = default;
Book::~Book() = default;

bool Book::is_book(const std::filesystem::path& path) {
    const auto header = sqlite_header(path);
    if (!header) {
        return false;
    }
    std::int64_t id = 0;
    for (std::size_t i = 68; i < 72; ++i) {
        id = id * 256 + static_cast<unsigned char>((*header)[i]);
    }
    return id == book_application_id;
}

Result<Book> Book::create(const std::filesystem::path& path) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
        return Diagnostic{.code = DiagnosticCode::book_exists,
                          .explanation = "`" + path.string() + "` exists already",
                          .remedy = "Choose another name, or move the file away first.",
                          .position = {.file = path.string()}};
    }
    constexpr int busy_timeout_ms = 60'000;
    auto state =
        std::make_unique<State>(Connection::open(path, Connection::Mode::create, busy_timeout_ms));
    state->store.begin_write();
    try {
        migrate(state->store.connection());
        state->store.put(StateRow{});
        state->store.commit();
    } catch (...) {
        state->store.rollback();
        throw;
    }
    return Book{std::move(state)};
}

Result<Book> Book::open(const std::filesystem::path& path, const OpenOptions& options) {
    const std::string name = path.string();
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) {
        return Diagnostic{.code = DiagnosticCode::file_unreadable,
                          .explanation = "there is no file `" + name + "`",
                          .remedy = "Make a book with `cellbook init " + name + "`.",
                          .position = {.file = name}};
    }
    if (!is_book(path)) {
        return not_a_book(name, sqlite_header(path) ? "it is another program's SQLite file"
                                                    : "it does not begin as a SQLite file does");
    }
    const auto mode = options.writable ? Connection::Mode::write : Connection::Mode::read;
    auto state = std::make_unique<State>(Connection::open(path, mode, options.busy_timeout_ms));
    const auto newest = static_cast<std::int64_t>(book_migrations().size());
    std::int64_t version = schema_version(state->store.connection());
    if (version > newest) {
        return book_too_new(name, version);
    }
    if (version < newest && !options.writable) {
        return book_too_old(name, version);
    }
    if (version < newest) {
        state->store.begin_write();
        try {
            if (migrate(state->store.connection())) {
                rebuild_derived(state->store, {});
            }
            state->store.commit();
        } catch (...) {
            state->store.rollback();
            throw;
        }
    }
    { const ReadScope names{*state}; }
    if (options.writable) {
        prepare_to_record(*state);
    }
    return Book{std::move(state)};
}

std::vector<CheckFailure> Book::check(const std::vector<std::string>& only,
                                      const Progress& progress) {
    return audit(state_->store, only, progress);
}

const std::vector<std::string>& Book::check_names() {
    return audit_names();
}

void Book::rebuild(const Progress& progress) {
    state_->store.begin_write();
    try {
        rebuild_derived(state_->store, progress);
        state_->store.commit();
    } catch (...) {
        state_->store.rollback();
        throw;
    }
    state_->forget();
    const ReadScope names{*state_};
}

Result<SqlResult> Book::sql(std::string_view statement, int time_limit_ms) const {
    return read_only_sql(state_->store.connection(), statement, time_limit_ms);
}

}  // namespace cellbook
