#include "ledger/prices/deflation.hpp"

#include <algorithm>

namespace cellbook {

namespace {

constexpr std::uint8_t deflator_decimals = 18;

/// Rounded to the decimals of a deflator.
Decimal decimal_of(const Real& value) {
    const Real scaled = value * pow(Real{10}, deflator_decimals);
    return {static_cast<Int128>(static_cast<boost::multiprecision::cpp_int>(round(scaled))),
            deflator_decimals};
}

Result<std::size_t> base_of(const EntrySource& source, const PriceSeries& series,
                            const std::optional<std::string>& wanted) {
    if (series.empty()) {
        return Diagnostic{.code = DiagnosticCode::prices_missing,
                          .explanation = "the series of prices is empty",
                          .remedy = "Give it a level for each period."};
    }
    if (wanted) {
        const auto found = std::ranges::find(series, *wanted, &PriceLevel::label);
        if (found != series.end()) return static_cast<std::size_t>(found - series.begin());
        return Diagnostic{.code = DiagnosticCode::index_base_unknown,
                          .explanation = "the series has no period `" + *wanted + "`",
                          .remedy = "Its periods reach from " + series.front().label + " to " +
                                    series.back().label + "."};
    }
    // The last period that begins before the books do is the one they begin in.
    const auto span = source.span();
    std::size_t base = 0;
    while (span && base + 1 < series.size() && series[base + 1].begin <= span->first) ++base;
    return base;
}

/// When the last period ends: it is taken to be as long as the one before.
Date end_of(const PriceSeries& series) {
    const Date last = series.back().begin;
    if (series.size() < 2) return last;
    const Date before = series[series.size() - 2].begin;
    const int months = last.month().index - before.month().index;
    if (months > 0) return first_day(Month{last.month().index + months});
    return Date{last.days + (last.days - before.days)};
}

}  // namespace

DeflatedSource::DeflatedSource(std::shared_ptr<const EntrySource> source, const PriceSeries& series,
                               std::size_t base, CommodityId currency)
    : source_{std::move(source)}, chart_{source_->chart()} {
    const Commodity nominal = chart_[currency];
    symbol_ = nominal.symbol + " of " + series[base].label;
    const CommodityId real = chart_.commodity(symbol_);
    Commodity& made = chart_[real];
    made.scale = nominal.scale;
    made.scale_known = true;
    made.style = nominal.style;
    for (const PriceLevel& level : series) {
        prices_.emplace_back(PriceDeclaration{.date = level.begin,
                                              .commodity = currency,
                                              .price = decimal_of(series[base].level / level.level),
                                              .currency = real});
    }
    const auto span = source_->span();
    if (span && end_of(series) <= span->second) {
        notes_.push_back("the series of prices ends with " + series.back().label +
                         ": what came later is at the prices of that period");
    }
}

Result<std::shared_ptr<DeflatedSource>> DeflatedSource::make(
    std::shared_ptr<const EntrySource> source, const PriceSeries& series,
    const DeflationOptions& options) {
    const auto base = base_of(*source, series, options.base);
    if (!base) return base.error();
    return std::shared_ptr<DeflatedSource>{
        new DeflatedSource{std::move(source), series, *base, options.currency}};
}

void DeflatedSource::for_each_transaction(
    const Scan& scan, const std::function<bool(const Transaction&)>& visit) const {
    source_->for_each_transaction(scan, visit);
}

void DeflatedSource::for_each_declaration(
    const std::function<bool(std::int64_t, const Declaration&)>& visit) const {
    bool more = true;
    source_->for_each_declaration([&](std::int64_t seq, const Declaration& declaration) {
        more = visit(seq, declaration);
        return more;
    });
    // They stand in no chain, and so at no place of one.
    for (auto price = prices_.begin(); more && price != prices_.end(); ++price) {
        more = visit(0, *price);
    }
}

void DeflatedSource::for_each_month_balance(
    std::optional<Month> from, std::optional<Month> to,
    const std::function<void(const MonthBalance&)>& visit) const {
    source_->for_each_month_balance(from, to, visit);
}

void DeflatedSource::for_each_total(
    const std::function<void(AccountId, CommodityId, Sum)>& visit) const {
    source_->for_each_total(visit);
}

std::optional<std::int64_t> DeflatedSource::reversed_by(std::int64_t seq) const {
    return source_->reversed_by(seq);
}

std::optional<Transaction> DeflatedSource::find_transaction(std::string_view id) const {
    return source_->find_transaction(id);
}

Provenance DeflatedSource::provenance(std::int64_t seq) const {
    return source_->provenance(seq);
}

std::int64_t DeflatedSource::entry_count() const {
    return source_->entry_count();
}

std::int64_t DeflatedSource::transaction_count() const {
    return source_->transaction_count();
}

std::optional<std::pair<Date, Date>> DeflatedSource::span() const {
    return source_->span();
}

Hash DeflatedSource::digest() const {
    return source_->digest();
}

}  // namespace cellbook
