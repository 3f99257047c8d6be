/// A chain held in memory: canonical bodies end to end, a few bytes a posting.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/book/chain.hpp"
#include "ledger/book/key_index.hpp"
#include "ledger/book/tally.hpp"
#include "ledger/chain/canonical_reader.hpp"
#include "ledger/chain/canonical_writer.hpp"
#include "ledger/chain/chain_names.hpp"
#include "ledger/chart.hpp"
#include "ledger/digest.hpp"
#include "ledger/entry_source.hpp"

namespace cellbook {

/// Bytes that are kept and never move, in large pieces.
class ByteArena {
public:
    std::string_view keep(std::string_view bytes);

private:
    std::vector<std::unique_ptr<char[]>> pieces_{};
    std::size_t free_ = 0;
    char* next_ = nullptr;
};

class MemoryChain final : public Chain {
public:
    explicit MemoryChain(Chart& chart);

    // Chain
    [[nodiscard]] std::int64_t entry_count() const override;
    [[nodiscard]] std::optional<Date> locked_until() const override { return locked_until_; }
    bool must_hash(std::string_view given_id) override;
    [[nodiscard]] std::optional<std::int64_t> find_id(std::string_view id) override;
    [[nodiscard]] std::uint64_t equal_entries(std::uint64_t content_key) override;
    [[nodiscard]] std::optional<std::int64_t> reversed_by(std::int64_t seq) override;
    [[nodiscard]] std::optional<std::int64_t> latest_declaration(std::uint64_t subject) override;
    [[nodiscard]] const Transaction* transaction(std::int64_t seq) override;
    [[nodiscard]] const Declaration* declaration(std::int64_t seq) override;
    [[nodiscard]] std::vector<std::int64_t> declarations() override { return declarations_; }
    void add_before(AccountId account, Month month, Sums& sums) override;
    [[nodiscard]] std::vector<Place> places_in(AccountId account, Month month) override;
    [[nodiscard]] std::optional<std::pair<Month, Month>> months_of(AccountId account) override;
    [[nodiscard]] std::vector<StandingAssertion> assertions_on(AccountId account) override;
    [[nodiscard]] bool has_assertions() override { return !assertions_.empty(); }
    std::int64_t append(const TransactionDraft& content, const Admission& admission) override;
    std::int64_t append(const Declaration& declaration, std::uint64_t subject,
                        const Position& position) override;

    /// Gives every entry without an id the one its content makes, and from now on to every new one.
    void derive_ids();
    [[nodiscard]] bool ids_derived() const { return hashing_; }
    /// Hash of the last entry; derives ids first.
    [[nodiscard]] Hash digest();

    [[nodiscard]] std::string_view body(std::int64_t seq) const;
    /// Absent for a declaration.
    [[nodiscard]] std::optional<Date> date(std::int64_t seq) const;
    [[nodiscard]] Provenance provenance(std::int64_t seq) const;
    [[nodiscard]] std::int64_t transaction_count() const { return transactions_; }
    [[nodiscard]] bool in_date_order() const { return in_date_order_; }
    [[nodiscard]] std::optional<std::pair<Date, Date>> span() const { return span_; }
    [[nodiscard]] const Tally& tally() const { return tally_; }
    /// For readers of bodies beside the chain's own.
    [[nodiscard]] ChainNames& names() { return names_; }

private:
    struct Entry {
        const char* body = nullptr;
        std::uint32_t size = 0;
        std::uint32_t line = 0;
        std::uint32_t file = 0;
        std::int32_t day = 0;
    };
    static constexpr std::int32_t no_day = INT32_MIN;

    CanonicalReader::Entry read(std::int64_t seq);
    void keep(std::string_view body, std::int32_t day, const Position& position);
    void note_transaction(const TransactionDraft& content);
    void note_id(const std::string& id, std::int64_t seq);
    void index_places();
    std::uint32_t file_number(const std::string& name);

    Chart& chart_;
    ChainNames names_{};
    CanonicalWriter writer_;
    CanonicalReader reader_;
    ByteArena arena_{};
    std::vector<Entry> entries_{};
    std::vector<std::string> files_{};

    Tally tally_{};
    bool places_indexed_ = false;  ///< only once somebody asks: a balance needs no lists
    KeyIndex ids_{};
    std::unordered_map<std::uint64_t, std::uint64_t> equal_entries_{};
    bool hashing_ = false;
    bool derived_id_given_ = false;
    bool id_missing_ = false;
    std::map<std::int64_t, std::int64_t> reversed_by_{};
    std::unordered_map<std::uint64_t, std::int64_t> latest_declaration_{};
    std::vector<std::int64_t> declarations_{};
    std::map<AccountId, std::vector<StandingAssertion>> assertions_{};
    std::optional<Date> locked_until_{};
    std::int64_t transactions_ = 0;
    bool in_date_order_ = true;
    std::optional<std::pair<Date, Date>> span_{};
};

}  // namespace cellbook
