/// The chain in a book's file, within one write: entries go into the journal one by one, what
/// follows from them is gathered and written at the end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/book/chain.hpp"
#include "ledger/book/derived.hpp"
#include "ledger/book/journal_appender.hpp"
#include "ledger/book/origins.hpp"
#include "ledger/book/store.hpp"
#include "ledger/chain/canonical_reader.hpp"
#include "ledger/chain/canonical_writer.hpp"
#include "ledger/chain/chain_names.hpp"
#include "ledger/chart.hpp"

namespace cellbook {

/// *Requires*: chart and names are those of the file, and a write has begun.
class DiskChain final : public Chain {
public:
    /// With several `threads`, a book without entries is filled by one of them: nothing has to be
    /// looked up in the file meanwhile.
    DiskChain(Store& store, Chart& chart, ChainNames& names, unsigned threads = 1);

    // Chain
    [[nodiscard]] std::int64_t entry_count() const override { return derived_.state().entries; }
    [[nodiscard]] std::optional<Date> locked_until() const override {
        return derived_.state().locked_until;
    }
    bool must_hash(std::string_view /*given_id*/) override { return true; }
    [[nodiscard]] std::optional<std::int64_t> find_id(std::string_view id) override;
    [[nodiscard]] std::uint64_t equal_entries(std::uint64_t content_key) override;
    [[nodiscard]] std::optional<std::int64_t> reversed_by(std::int64_t seq) override;
    [[nodiscard]] std::optional<std::int64_t> latest_declaration(std::uint64_t subject) override;
    [[nodiscard]] const Transaction* transaction(std::int64_t seq) override;
    [[nodiscard]] const Declaration* declaration(std::int64_t seq) override;
    [[nodiscard]] std::vector<std::int64_t> declarations() override;
    void add_before(AccountId account, Month month, Sums& sums) override;
    [[nodiscard]] std::vector<Place> places_in(AccountId account, Month month) override;
    [[nodiscard]] std::optional<std::pair<Month, Month>> months_of(AccountId account) override;
    [[nodiscard]] std::vector<StandingAssertion> assertions_on(AccountId account) override;
    [[nodiscard]] bool has_assertions() override;
    std::int64_t append(const TransactionDraft& content, const Admission& admission) override;
    std::int64_t append(const Declaration& declaration, std::uint64_t subject,
                        const Position& position) override;

    /// What came in since the last call: where it came from, for the log of imports.
    struct Brought {
        std::int64_t transactions = 0;
        std::int64_t first_seq = 0;
        std::int64_t last_seq = 0;
        std::vector<std::string> files{};
        std::string origins{};
    };
    [[nodiscard]] Brought take_brought();

    /// Waits until what was appended stands in the file. Before the store is used beside the chain.
    void settle() { appender_.settle(); }
    /// Writes what follows from the entries appended. The commit is the caller's.
    void write_derived();

private:
    CanonicalReader::Entry read(std::int64_t seq);
    std::int64_t keep(std::string_view body, const Position& position);
    void look_for_scale(CommodityId commodity);
    void look_for_scales(const TransactionDraft& content);
    /// The chain's number of an account that has rows already.
    [[nodiscard]] std::optional<std::int64_t> stored_number(AccountId account) const;

    Store& store_;
    Chart& chart_;
    ChainNames& names_;
    NameCounts known_;
    CanonicalWriter writer_;
    CanonicalReader reader_;
    Derived derived_;
    std::int64_t stored_entries_;
    JournalAppender appender_;
    std::string body_{};

    Brought brought_{};
    Origins origins_{};
    std::size_t file_ = 0;  ///< in brought_.files, of the last entry
};

}  // namespace cellbook
