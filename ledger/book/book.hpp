/// A book: one economy's ledger in a SQLite file.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/book/check_failure.hpp"
#include "ledger/book/progress.hpp"
#include "ledger/book/recorder.hpp"
#include "ledger/book/sql_result.hpp"
#include "ledger/entry_source.hpp"
#include "ledger/kinds/event.hpp"
#include "ledger/kinds/kind_table.hpp"
#include "ledger/reading/source_text.hpp"

namespace cellbook {

struct OpenOptions {
    bool writable = false;  ///< else query_only (the file is still opened read-write, so that a
                            ///< hot journal can be rolled back; a read-only file works too)
    int busy_timeout_ms = 60'000;  ///< how long a second writer waits for the first
};

class Book final : public EntrySource {
public:
    /// Makes a new book. *Errors*: `book_exists`. Throws `StorageError`.
    static Result<Book> create(const std::filesystem::path& path);
    /// *Errors*: `not_a_book`, `book_too_new`, `file_unreadable`. When writable, migrates an older
    /// schema, and prepares what the first entry would otherwise wait for.
    static Result<Book> open(const std::filesystem::path& path, const OpenOptions& options = {});
    /// Whether the file begins as a SQLite file with the application id of books.
    static bool is_book(const std::filesystem::path& path);

    Book(Book&&) noexcept;
    Book& operator=(Book&&) noexcept;
    ~Book() override;

    /// Imports journal or events files, as told by their content, all or nothing.
    ImportReport import(TextFiles& files, const std::vector<std::string>& paths,
                        const RecordOptions& options, const KindTable& kinds,
                        const Progress& progress = {});
    /// Records drafts and declarations as one batch, all or nothing: `add`, and the typed API.
    ImportReport record(std::vector<ReadEntry> entries, const RecordOptions& options,
                        const KindTable& kinds = KindTable::standard());
    /// Reverses a transaction: negated postings and quantities, naming the old one and why.
    /// *Errors*: `reversal_unknown`, `reversal_twice`, `period_locked`, ... in the report.
    ImportReport reverse(std::string_view id, const std::string& reason, Date date, Date recorded);
    ImportReport lock(Date until);

    /// Every check, or those named; empty when the book is clean. Names: `check_names()`.
    std::vector<CheckFailure> check(const std::vector<std::string>& only = {},
                                    const Progress& progress = {});
    static const std::vector<std::string>& check_names();
    /// Makes every derived table anew from the journal.
    void rebuild(const Progress& progress = {});

    /// One read-only statement (authorizer: no writes, no ATTACH, no PRAGMA that changes anything),
    /// stopped after `time_limit_ms`. Cells as text; absent for NULL.
    Result<SqlResult> sql(std::string_view statement, int time_limit_ms) const;

    /// Records one event and returns its id. *Errors*: those of `book_event` and of the recorder.
    Result<std::string> record_event(const Event& event);
    /// Records events as one batch, all or nothing; their ids in order.
    Result<std::vector<std::string>> record_events(const std::vector<Event>& events);
    /// Typed API: `book.record(CellRent{...})`, for every type of ledger/kinds/typed_events.hpp.
    template <class TypedEvent>
    requires requires(const TypedEvent& event) { to_event(event); }
    Result<std::string> record(const TypedEvent& event) { return record_event(to_event(event)); }

    /// Where drafts for `record` find their names. A refused record forgets the names it brought.
    [[nodiscard]] Chart& chart();
    // EntrySource
    [[nodiscard]] const Chart& chart() const override;
    void for_each_transaction(const Scan& scan,
                              const std::function<bool(const Transaction&)>& visit) const override;
    void for_each_declaration(
        const std::function<bool(std::int64_t, const Declaration&)>& visit) const override;
    void for_each_month_balance(
        std::optional<Month> from, std::optional<Month> to,
        const std::function<void(const MonthBalance&)>& visit) const override;
    void for_each_total(
        const std::function<void(AccountId, CommodityId, Sum)>& visit) const override;
    [[nodiscard]] std::optional<std::int64_t> reversed_by(std::int64_t seq) const override;
    [[nodiscard]] std::optional<Transaction> find_transaction(std::string_view id) const override;
    [[nodiscard]] Provenance provenance(std::int64_t seq) const override;
    [[nodiscard]] std::int64_t entry_count() const override;
    [[nodiscard]] std::int64_t transaction_count() const override;
    [[nodiscard]] std::optional<std::pair<Date, Date>> span() const override;
    [[nodiscard]] Hash digest() const override;

    struct State;  ///< ledger/book/book_state.hpp

private:
    explicit Book(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace cellbook
