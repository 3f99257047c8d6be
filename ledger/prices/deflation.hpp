/// Real terms: a currency in the prices of a base period, as a currency of its own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/entry_source.hpp"
#include "ledger/prices/price_series.hpp"

namespace cellbook {

struct DeflationOptions {
    CommodityId currency{};             ///< whose prices the series tells
    std::optional<std::string> base{};  ///< label of a period; else the first that the books reach
};

/// The same books, with one commodity more: the currency at the prices of the base period.
///
/// What one unit of the currency is worth in it from each period on is a declared price,
/// `level(base) / level(period)` to 18 decimals, so that whatever values amounts values them in
/// real terms too, each figure rounded once; what is in another commodity takes the currency's
/// price first. Days before the series have no such price: what is posted then stays as it is, and
/// the report's own note says so. Source: SNA 2008, 16.153 ff.; CPI Manual 2020, 2.16.
class DeflatedSource final : public EntrySource {
public:
    /// *Errors*: `index_base_unknown`; `prices_missing` when the series has no level.
    /// *Requires*: the currency is one of the source's.
    static Result<std::shared_ptr<DeflatedSource>> make(std::shared_ptr<const EntrySource> source,
                                                        const PriceSeries& series,
                                                        const DeflationOptions& options);

    /// The new commodity's symbol, `BOB of 2018-01`.
    [[nodiscard]] const std::string& symbol() const { return symbol_; }
    /// What a reader must know of the series: that it ends before the books do.
    [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

    // EntrySource
    [[nodiscard]] const Chart& chart() const override { return chart_; }
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
    DeflatedSource(std::shared_ptr<const EntrySource> source, const PriceSeries& series,
                   std::size_t base, CommodityId currency);

    std::shared_ptr<const EntrySource> source_;
    Chart chart_;  ///< the source's, and the new commodity
    std::string symbol_{};
    std::vector<Declaration> prices_{};
    std::vector<std::string> notes_{};
};

}  // namespace cellbook
