/// Every row of the journal and of what is derived from it: the only file that writes them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ledger/book/connection.hpp"
#include "ledger/book/packed_list.hpp"
#include "ledger/date.hpp"
#include "ledger/digest.hpp"
#include "ledger/money.hpp"

namespace cellbook {

struct StateRow {
    std::int64_t entries = 0;
    std::int64_t transactions = 0;
    std::optional<std::pair<Date, Date>> span{};
    bool in_date_order = true;
    std::optional<Date> locked_until{};
    friend bool operator==(const StateRow&, const StateRow&) = default;
};

struct PartyRow {
    std::string_view name{};
    std::optional<std::int64_t> number{};
    std::string_view sector{};
    bool declared = false;
    bool quasi_corporation = false;
    std::optional<std::string> parent{};
    DateRange life{};
};

struct AccountRow {
    std::int64_t number = 0;
    std::string_view name{};
    std::string_view party{};
    std::string_view account_class{};
    std::string_view detail{};
    bool non_financial = false;
    bool declared = false;
    DateRange life{};
};

/// What a declaration says of an account.
struct DeclaredAccountRow {
    std::int64_t number = 0;
    bool non_financial = false;
    DateRange life{};
};

struct CommodityRow {
    std::int64_t number = 0;
    std::string_view symbol{};
    std::int64_t scale = 0;
    bool scale_known = false;
    bool declared = false;
    std::string_view style{};  ///< symbol left, spaced (`0` or `1`), decimal mark, group mark
};

class Store {
public:
    explicit Store(Connection connection) : connection_(std::move(connection)) {}

    [[nodiscard]] const Connection& connection() const { return connection_; }
    /// Waits for other writers. *Errors*: throws `StorageError` when they take too long.
    void begin_write();
    void begin_read();
    void commit();
    void rollback() noexcept;

    // --- the journal
    void append(std::int64_t seq, std::string_view body, const Hash& hash);
    [[nodiscard]] std::int64_t last_seq();
    /// Hash of the last entry, or the first hash.
    [[nodiscard]] Hash last_hash();
    /// The body; absent when there is no such entry.
    [[nodiscard]] std::optional<std::string> body(std::int64_t seq);
    /// Entries from `first` on, until `visit` returns false.
    void for_each_entry(std::int64_t first,
                        const std::function<bool(std::int64_t seq, std::string_view body,
                                                 std::string_view hash)>& visit) const;
    /// The same without the hashes, which take a tenth of the time.
    void for_each_body(
        std::int64_t first,
        const std::function<bool(std::int64_t seq, std::string_view body)>& visit) const;

    // --- what is derived
    void clear_derived();
    void put(const StateRow& state);
    [[nodiscard]] StateRow state();
    void put(const PartyRow& party);
    void put(const AccountRow& account);
    void put(const CommodityRow& commodity);
    void put_word(std::int64_t number, std::string_view text);
    void for_each_party(const std::function<void(const PartyRow&)>& visit);  ///< numbered first
    void for_each_account_name(const std::function<void(std::int64_t, std::string_view)>& visit);
    /// Those that a declaration says more of than their name does.
    void for_each_declared_account(const std::function<void(const DeclaredAccountRow&)>& visit);
    void for_each_commodity(const std::function<void(const CommodityRow&)>& visit);
    void for_each_word(const std::function<void(std::int64_t, std::string_view)>& visit);
    /// Whether an entry tells a commodity's scale among its new names: every amount's does. Reads
    /// the journal only where nothing stands in the commodity.
    [[nodiscard]] bool tells_scale(std::int64_t commodity, std::string_view symbol);

    void add_id(std::uint64_t key, std::uint64_t occurrence, std::int64_t seq);
    [[nodiscard]] std::uint64_t equal_entries(std::uint64_t content_key);
    /// Entries that may have an id of this key; `occurrence` 0 for one that is not derived.
    [[nodiscard]] std::vector<std::int64_t> find_ids(std::uint64_t key, std::uint64_t occurrence);
    void for_each_content_key(
        const std::function<void(std::uint64_t key, std::int64_t seq)>& visit);

    // `put` makes a row that is not there yet; `add` and `append` go on with one that may be.
    void put_month(std::int64_t account, std::int64_t commodity, Month month, Sum sum);
    void put_total(std::int64_t account, std::int64_t commodity, Sum sum);
    void put_places(std::int64_t account, Month month, const PackedList& places);
    void add_to_month(std::int64_t account, std::int64_t commodity, Month month, Sum sum);
    void add_to_total(std::int64_t account, std::int64_t commodity, Sum sum);
    /// Rows of months in [from, to), by account, commodity, month; of one account when given.
    void for_each_month(std::optional<std::int64_t> account, std::optional<Month> from,
                        std::optional<Month> to,
                        const std::function<void(std::int64_t account, std::int64_t commodity,
                                                 Month month, Sum sum)>& visit) const;
    void for_each_total(const std::function<void(std::int64_t account, std::int64_t commodity,
                                                 Sum sum)>& visit) const;

    void append_places(std::int64_t account, Month month, const PackedList& places);
    [[nodiscard]] std::string places(std::int64_t account, Month month);
    /// The lists of an account's months in [from, to].
    void for_each_places(std::int64_t account, Month from, Month to,
                         const std::function<void(Month, std::string_view)>& visit);
    [[nodiscard]] std::optional<std::pair<Month, Month>> months_of(std::int64_t account);
    void append_day(Date day, const PackedList& seqs);
    /// Days of a range, ascending, until `visit` returns false.
    void for_each_day(const DateRange& range,
                      const std::function<bool(Date day, std::string_view seqs)>& visit) const;

    void add_declaration(std::int64_t seq, std::string_view type, std::uint64_t subject);
    [[nodiscard]] std::optional<std::int64_t> latest_declaration(std::uint64_t subject);
    [[nodiscard]] std::vector<std::int64_t> declarations();
    [[nodiscard]] std::vector<std::int64_t> kind_declarations();
    void add_assertion(std::int64_t account, Date day, std::int64_t seq, std::uint32_t posting);
    void for_each_assertion(
        std::int64_t account,
        const std::function<void(Date day, std::int64_t seq, std::uint32_t posting)>& visit);
    [[nodiscard]] bool has_assertions();
    void add_reversal(std::int64_t reversed, std::int64_t reversal);
    [[nodiscard]] std::optional<std::int64_t> reversed_by(std::int64_t seq);

private:
    /// The prepared form of a literal, kept.
    Statement& use(const char* sql) const;

    Connection connection_;
    mutable std::unordered_map<const char*, Statement> statements_{};
};

}  // namespace cellbook
