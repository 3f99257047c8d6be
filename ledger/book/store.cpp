#include "ledger/book/store.hpp"

#include <algorithm>
#include <limits>

#include "ledger/book/day_columns.hpp"
#include "ledger/decimal.hpp"

namespace cellbook {

namespace {

std::int64_t signed_key(std::uint64_t key) {
    return static_cast<std::int64_t>(key);
}

Month month_of(std::int64_t index) {
    return Month{static_cast<std::int32_t>(index)};
}

/// Runs a statement whose last parameter is a sum.
void run_with(Statement& statement, int parameter, Sum sum) {
    if (sum >= std::numeric_limits<std::int64_t>::min() &&
        sum <= std::numeric_limits<std::int64_t>::max()) {
        statement.bind(parameter, static_cast<std::int64_t>(sum)).run();
        return;
    }
    const std::string text = to_decimal_text(sum, 0);
    statement.bind(parameter, std::string_view{text}).run();
}

Sum sum_of(const Statement& statement, int column, const std::string& file) {
    if (statement.is_integer(column)) {
        return statement.integer(column);
    }
    const auto value = parse_decimal(statement.text(column));
    if (!value || value->scale != 0) {
        throw StorageError(file + " is damaged: a kept sum is no number; run `rebuild`");
    }
    return value->coefficient;
}

/// SQLite adds two numbers of at most this without leaving 64 bits; beyond, it would go on with a
/// rounded one.
constexpr std::int64_t most_added = (std::int64_t{1} << 62) - 1;

bool adds_surely(Sum sum) {
    return -most_added <= sum && sum <= most_added;
}

/// The first column of every row.
std::vector<std::int64_t> integers(Statement& rows) {
    const ResetAtEnd at_end{rows};
    std::vector<std::int64_t> found;
    while (rows.step()) {
        found.push_back(rows.integer(0));
    }
    return found;
}

}  // namespace

Statement& Store::use(const char* sql) const {
    const auto known = statements_.find(sql);
    if (known != statements_.end()) {
        return known->second;
    }
    return statements_.emplace(sql, connection_.prepare(sql)).first->second;
}

void Store::begin_write() {
    connection_.pass_over_triggers();
    use("BEGIN IMMEDIATE").run();
}
void Store::begin_read() {
    use("BEGIN").run();
}
void Store::commit() {
    use("COMMIT").run();
}

void Store::rollback() noexcept {
    try {
        if (!connection_.autocommit()) {
            connection_.execute("ROLLBACK");
        }
    } catch (const StorageError&) {
        // Nothing was committed: whoever opens the file next rolls it back.
    }
}

// --- the journal ---------------------------------------------------------------------------

void Store::append(std::int64_t seq, std::string_view body, const Hash& hash) {
    use("INSERT INTO journal (seq, body, hash) VALUES (?1, ?2, ?3)")
        .bind(1, seq)
        .bind(2, body)
        .bind_blob(3, {reinterpret_cast<const char*>(hash.data()), hash.size()})
        .run();
}

std::int64_t Store::last_seq() {
    Statement& row = use("SELECT coalesce(max(seq), 0) FROM journal");
    const ResetAtEnd at_end{row};
    return row.step() ? row.integer(0) : 0;
}

Hash Store::last_hash() {
    Statement& row = use("SELECT hash FROM journal ORDER BY seq DESC LIMIT 1");
    const ResetAtEnd at_end{row};
    Hash hash = first_hash();
    if (row.step()) {
        const std::string_view bytes = row.blob(0);
        if (bytes.size() != hash.size()) {
            throw StorageError(connection_.file() + " is damaged: its last hash has " +
                               std::to_string(bytes.size()) + " bytes; run `check`");
        }
        std::copy(bytes.begin(), bytes.end(), hash.begin());
    }
    return hash;
}

std::optional<std::string> Store::body(std::int64_t seq) {
    Statement& row = use("SELECT body FROM journal WHERE seq = ?1");
    const ResetAtEnd at_end{row};
    row.bind(1, seq);
    return row.step() ? std::optional{std::string{row.text(0)}} : std::nullopt;
}

void Store::for_each_entry(
    std::int64_t first,
    const std::function<bool(std::int64_t, std::string_view, std::string_view)>& visit) const {
    // A statement of its own: the visitor may start another scan.
    Statement row =
        connection_.prepare("SELECT seq, body, hash FROM journal WHERE seq >= ?1 ORDER BY seq");
    row.bind(1, first);
    while (row.step() && visit(row.integer(0), row.text(1), row.blob(2))) {
    }
}

void Store::for_each_body(std::int64_t first,
                          const std::function<bool(std::int64_t, std::string_view)>& visit) const {
    Statement row =
        connection_.prepare("SELECT seq, body FROM journal WHERE seq >= ?1 ORDER BY seq");
    row.bind(1, first);
    while (row.step() && visit(row.integer(0), row.text(1))) {
    }
}

// --- what is derived -----------------------------------------------------------------------

void Store::clear_derived() {
    connection_.execute(
        "DELETE FROM reversals; DELETE FROM assertions; DELETE FROM declarations;"
        "DELETE FROM days; DELETE FROM account_months; DELETE FROM totals;"
        "DELETE FROM month_balances; DELETE FROM ids; DELETE FROM words;"
        "DELETE FROM commodities; DELETE FROM accounts; DELETE FROM parties; DELETE FROM state");
}

void Store::put(const StateRow& state) {
    use("INSERT OR REPLACE INTO state VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(1, state.entries)
        .bind(2, state.transactions)
        .bind(3, days_of(state.span ? std::optional{state.span->first} : std::nullopt))
        .bind(4, days_of(state.span ? std::optional{state.span->second} : std::nullopt))
        .bind(5, std::int64_t{state.in_date_order ? 1 : 0})
        .bind(6, days_of(state.locked_until))
        .run();
}

StateRow Store::state() {
    Statement& row =
        use("SELECT entries, transactions, first_day, last_day, in_date_order,"
            " locked_until FROM state");
    const ResetAtEnd at_end{row};
    StateRow state;
    if (row.step()) {
        state.entries = row.integer(0);
        state.transactions = row.integer(1);
        if (!row.is_null(2) && !row.is_null(3)) {
            state.span = {*date_of(row.optional_integer(2)), *date_of(row.optional_integer(3))};
        }
        state.in_date_order = row.integer(4) != 0;
        state.locked_until = date_of(row.optional_integer(5));
    }
    return state;
}

void Store::add_id(std::uint64_t key, std::uint64_t occurrence, std::int64_t seq) {
    use("INSERT INTO ids VALUES (?1, ?2, ?3)")
        .bind(1, signed_key(key))
        .bind(2, signed_key(occurrence))
        .bind(3, seq)
        .run();
}

std::uint64_t Store::equal_entries(std::uint64_t content_key) {
    Statement& row = use("SELECT coalesce(max(occurrence), 0) FROM ids WHERE key = ?1");
    const ResetAtEnd at_end{row};
    row.bind(1, signed_key(content_key));
    return row.step() ? static_cast<std::uint64_t>(row.integer(0)) : 0;
}

std::vector<std::int64_t> Store::find_ids(std::uint64_t key, std::uint64_t occurrence) {
    // The plus keeps SQLite from making a table of the two: few rows share a key.
    return integers(use("SELECT seq FROM ids WHERE key = ?1"
                        " AND (+occurrence = 0 OR +occurrence = ?2)")
                        .bind(1, signed_key(key))
                        .bind(2, signed_key(occurrence)));
}

void Store::for_each_content_key(const std::function<void(std::uint64_t, std::int64_t)>& visit) {
    Statement& row = use("SELECT key, seq FROM ids WHERE occurrence > 0");
    const ResetAtEnd at_end{row};
    while (row.step()) {
        visit(static_cast<std::uint64_t>(row.integer(0)), row.integer(1));
    }
}

void Store::put_month(std::int64_t account, std::int64_t commodity, Month month, Sum sum) {
    Statement& row =
        use("INSERT INTO month_balances VALUES (?1, ?2, ?3, ?4)"
            " ON CONFLICT DO UPDATE SET sum = excluded.sum");
    run_with(row.bind(1, account).bind(2, commodity).bind(3, std::int64_t{month.index}), 4, sum);
}

void Store::put_total(std::int64_t account, std::int64_t commodity, Sum sum) {
    Statement& row =
        use("INSERT INTO totals VALUES (?1, ?2, ?3)"
            " ON CONFLICT DO UPDATE SET sum = excluded.sum");
    run_with(row.bind(1, account).bind(2, commodity), 3, sum);
}

void Store::add_to_month(std::int64_t account, std::int64_t commodity, Month month, Sum sum) {
    if (adds_surely(sum)) {
        use("INSERT INTO month_balances VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE"
            " SET sum = sum + excluded.sum WHERE typeof(sum) = 'integer'"
            " AND sum BETWEEN -?5 AND ?5")
            .bind(1, account)
            .bind(2, commodity)
            .bind(3, std::int64_t{month.index})
            .bind(4, static_cast<std::int64_t>(sum))
            .bind(5, most_added)
            .run();
        if (connection_.changes() > 0) return;
    }
    Statement& known =
        use("SELECT sum FROM month_balances WHERE account = ?1 AND commodity = ?2"
            " AND month = ?3");
    known.bind(1, account).bind(2, commodity).bind(3, std::int64_t{month.index});
    if (known.step()) {
        sum += sum_of(known, 0, connection_.file());
    }
    known.reset();
    put_month(account, commodity, month, sum);
}

void Store::add_to_total(std::int64_t account, std::int64_t commodity, Sum sum) {
    if (adds_surely(sum)) {
        use("INSERT INTO totals VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE"
            " SET sum = sum + excluded.sum WHERE typeof(sum) = 'integer'"
            " AND sum BETWEEN -?4 AND ?4")
            .bind(1, account)
            .bind(2, commodity)
            .bind(3, static_cast<std::int64_t>(sum))
            .bind(4, most_added)
            .run();
        if (connection_.changes() > 0) return;
    }
    Statement& known = use("SELECT sum FROM totals WHERE account = ?1 AND commodity = ?2");
    known.bind(1, account).bind(2, commodity);
    if (known.step()) {
        sum += sum_of(known, 0, connection_.file());
    }
    known.reset();
    put_total(account, commodity, sum);
}

void Store::for_each_month(
    std::optional<std::int64_t> account, std::optional<Month> from, std::optional<Month> to,
    const std::function<void(std::int64_t, std::int64_t, Month, Sum)>& visit) const {
    Statement row = connection_.prepare(
        account ? "SELECT account, commodity, month, sum FROM month_balances WHERE account = ?3"
                  " AND month >= ?1 AND month < ?2 ORDER BY account, commodity, month"
                : "SELECT account, commodity, month, sum FROM month_balances"
                  " WHERE month >= ?1 AND month < ?2 ORDER BY account, commodity, month");
    row.bind(1, from ? std::int64_t{from->index} : std::numeric_limits<std::int64_t>::min());
    row.bind(2, to ? std::int64_t{to->index} : std::numeric_limits<std::int64_t>::max());
    if (account) {
        row.bind(3, *account);
    }
    while (row.step()) {
        visit(row.integer(0), row.integer(1), month_of(row.integer(2)),
              sum_of(row, 3, connection_.file()));
    }
}

void Store::for_each_total(
    const std::function<void(std::int64_t, std::int64_t, Sum)>& visit) const {
    Statement row = connection_.prepare(
        "SELECT account, commodity, sum FROM totals ORDER BY account, commodity");
    while (row.step()) {
        visit(row.integer(0), row.integer(1), sum_of(row, 2, connection_.file()));
    }
}

std::string Store::places(std::int64_t account, Month month) {
    Statement& row = use("SELECT places FROM account_months WHERE account = ?1 AND month = ?2");
    const ResetAtEnd at_end{row};
    row.bind(1, account).bind(2, std::int64_t{month.index});
    return row.step() ? std::string{row.blob(0)} : std::string{};
}

void Store::put_places(std::int64_t account, Month month, const PackedList& places) {
    use("INSERT INTO account_months VALUES (?1, ?2, ?3)"
        " ON CONFLICT DO UPDATE SET places = excluded.places")
        .bind(1, account)
        .bind(2, std::int64_t{month.index})
        .bind_blob(3, places.bytes())
        .run();
}

void Store::append_places(std::int64_t account, Month month, const PackedList& places) {
    PackedList all{this->places(account, month)};
    all.append(places);
    put_places(account, month, all);
}

void Store::for_each_places(std::int64_t account, Month from, Month to,
                            const std::function<void(Month, std::string_view)>& visit) {
    Statement& row =
        use("SELECT month, places FROM account_months WHERE account = ?1"
            " AND month BETWEEN ?2 AND ?3 ORDER BY month");
    const ResetAtEnd at_end{row};
    row.bind(1, account).bind(2, std::int64_t{from.index}).bind(3, std::int64_t{to.index});
    while (row.step()) {
        visit(month_of(row.integer(0)), row.blob(1));
    }
}

std::optional<std::pair<Month, Month>> Store::months_of(std::int64_t account) {
    Statement& row = use("SELECT min(month), max(month) FROM account_months WHERE account = ?1");
    const ResetAtEnd at_end{row};
    row.bind(1, account);
    if (!row.step() || row.is_null(0)) {
        return {};
    }
    return std::pair{month_of(row.integer(0)), month_of(row.integer(1))};
}

void Store::append_day(Date day, const PackedList& seqs) {
    Statement& known = use("SELECT seqs FROM days WHERE day = ?1");
    known.bind(1, std::int64_t{day.days});
    PackedList all{known.step() ? std::string{known.blob(0)} : std::string{}};
    known.reset();
    all.append(seqs);
    use("INSERT OR REPLACE INTO days VALUES (?1, ?2)")
        .bind(1, std::int64_t{day.days})
        .bind_blob(2, all.bytes())
        .run();
}

void Store::for_each_day(const DateRange& range,
                         const std::function<bool(Date, std::string_view)>& visit) const {
    Statement row =
        connection_.prepare("SELECT day, seqs FROM days WHERE day >= ?1 AND day < ?2 ORDER BY day");
    row.bind(1, days_of(range.begin).value_or(std::numeric_limits<std::int64_t>::min()));
    row.bind(2, days_of(range.end).value_or(std::numeric_limits<std::int64_t>::max()));
    while (row.step() && visit(*date_of(row.integer(0)), row.blob(1))) {
    }
}

void Store::add_declaration(std::int64_t seq, std::string_view type, std::uint64_t subject) {
    use("INSERT INTO declarations VALUES (?1, ?2, ?3)")
        .bind(1, seq)
        .bind(2, type)
        .bind(3, signed_key(subject))
        .run();
}

std::optional<std::int64_t> Store::latest_declaration(std::uint64_t subject) {
    Statement& row = use("SELECT max(seq) FROM declarations WHERE subject = ?1");
    const ResetAtEnd at_end{row};
    row.bind(1, signed_key(subject));
    return row.step() ? row.optional_integer(0) : std::nullopt;
}

std::vector<std::int64_t> Store::declarations() {
    return integers(use("SELECT seq FROM declarations ORDER BY seq"));
}

std::vector<std::int64_t> Store::kind_declarations() {
    return integers(use("SELECT seq FROM declarations WHERE type = 'kind' ORDER BY seq"));
}

void Store::add_assertion(std::int64_t account, Date day, std::int64_t seq, std::uint32_t posting) {
    use("INSERT INTO assertions VALUES (?1, ?2, ?3, ?4)")
        .bind(1, account)
        .bind(2, std::int64_t{day.days})
        .bind(3, seq)
        .bind(4, std::int64_t{posting})
        .run();
}

void Store::for_each_assertion(
    std::int64_t account, const std::function<void(Date, std::int64_t, std::uint32_t)>& visit) {
    Statement& row =
        use("SELECT day, seq, posting FROM assertions WHERE account = ?1"
            " AND seq NOT IN (SELECT reversed FROM reversals) ORDER BY day, seq");
    const ResetAtEnd at_end{row};
    row.bind(1, account);
    while (row.step()) {
        visit(*date_of(row.integer(0)), row.integer(1), static_cast<std::uint32_t>(row.integer(2)));
    }
}

bool Store::has_assertions() {
    Statement& row = use("SELECT 1 FROM assertions LIMIT 1");
    const ResetAtEnd at_end{row};
    return row.step();
}

void Store::add_reversal(std::int64_t reversed, std::int64_t reversal) {
    use("INSERT INTO reversals VALUES (?1, ?2)").bind(1, reversed).bind(2, reversal).run();
}

std::optional<std::int64_t> Store::reversed_by(std::int64_t seq) {
    Statement& row = use("SELECT reversal FROM reversals WHERE reversed = ?1");
    const ResetAtEnd at_end{row};
    row.bind(1, seq);
    return row.step() ? std::optional{row.integer(0)} : std::nullopt;
}

}  // namespace cellbook
