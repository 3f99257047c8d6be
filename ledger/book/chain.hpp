/// Where the gate puts entries and what it asks of those already there: a chain in memory or on
/// disk.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/book/tally.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/entry.hpp"
#include "ledger/money.hpp"

namespace cellbook {

/// An assertion in the chain that still counts: its transaction has not been reversed.
struct StandingAssertion {
    AccountId account{};
    Place place{};
    std::uint32_t posting = 0;  ///< index within the transaction
};

/// What the gate found out about a transaction that it lets in.
struct Admission {
    const Position& position;
    /// First 64 bits of the content's hash, and the how-manieth entry of that content it is; absent
    /// where the chain did not ask for hashes.
    std::optional<std::uint64_t> content_key{};
    std::uint64_t occurrence = 0;
    std::optional<std::int64_t> reverses{};
};

class Chain {
public:
    Chain() = default;
    Chain(const Chain&) = delete;
    Chain& operator=(const Chain&) = delete;
    virtual ~Chain() = default;

    [[nodiscard]] virtual std::int64_t entry_count() const = 0;
    [[nodiscard]] virtual std::optional<Date> locked_until() const = 0;

    /// Whether an entry with this given id (empty: none) has to be hashed before it goes in.
    virtual bool must_hash(std::string_view given_id) = 0;
    [[nodiscard]] virtual std::optional<std::int64_t> find_id(std::string_view id) = 0;
    /// How many entries of that content the chain holds. *Requires*: they were hashed.
    [[nodiscard]] virtual std::uint64_t equal_entries(std::uint64_t content_key) = 0;
    [[nodiscard]] virtual std::optional<std::int64_t> reversed_by(std::int64_t seq) = 0;
    /// The latest declaration about a subject, see `subject_key`.
    [[nodiscard]] virtual std::optional<std::int64_t> latest_declaration(std::uint64_t subject) = 0;

    /// The entry at `seq`, valid until the next call of either; null when it is of the other sort.
    /// Throws `StorageError` when it is damaged.
    [[nodiscard]] virtual const Transaction* transaction(std::int64_t seq) = 0;
    [[nodiscard]] virtual const Declaration* declaration(std::int64_t seq) = 0;
    /// Sequence numbers of all declarations.
    [[nodiscard]] virtual std::vector<std::int64_t> declarations() = 0;

    /// Adds what stands on an account before the first day of a month.
    virtual void add_before(AccountId account, Month month, Sums& sums) = 0;
    /// Places of the account's transactions within a month, in (date, seq) order.
    [[nodiscard]] virtual std::vector<Place> places_in(AccountId account, Month month) = 0;
    /// First and last month in which anything touches the account.
    [[nodiscard]] virtual std::optional<std::pair<Month, Month>> months_of(AccountId account) = 0;
    /// Those that stood before this write; later ones may be among them.
    [[nodiscard]] virtual std::vector<StandingAssertion> assertions_on(AccountId account) = 0;
    [[nodiscard]] virtual bool has_assertions() = 0;

    /// Appends; returns the place in the chain. *Requires*: content came through the balance rule.
    virtual std::int64_t append(const TransactionDraft& content, const Admission& admission) = 0;
    virtual std::int64_t append(const Declaration& declaration, std::uint64_t subject,
                                const Position& position) = 0;
};

}  // namespace cellbook
