/// A book in memory: what `-f FILE.journal` reads, with the same checks as an import.
///
/// Holds canonical bodies, a few bytes a posting, and decodes them as they are asked for: one form,
/// one codec, two places. Hashes nothing unless the digest is asked for.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ledger/book/recorder.hpp"
#include "ledger/entry_source.hpp"
#include "ledger/reading/source_text.hpp"

namespace cellbook {

class MemoryBook final : public EntrySource {
public:
    MemoryBook();
    MemoryBook(MemoryBook&&) noexcept;
    MemoryBook& operator=(MemoryBook&&) noexcept;
    ~MemoryBook() override;

    /// Reads journal and events files, as told by their content, in order.
    ImportReport read(TextFiles& files, const std::vector<std::string>& paths,
                      const RecordOptions& options, const KindTable& kinds);
    ImportReport record(std::vector<ReadEntry> entries, const RecordOptions& options,
                        const KindTable& kinds);

    /// Where drafts for `record` find their names.
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

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace cellbook
