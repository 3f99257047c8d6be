#include "ledger/statements/stats.hpp"

#include <array>
#include <map>

namespace cellbook {

namespace {

constexpr std::size_t standing_count = 4;
constexpr std::size_t sector_count = 6;

/// What one pass over the matching transactions counts.
struct Tally {
    std::int64_t transactions = 0;
    std::int64_t postings = 0;
    std::int64_t reversals = 0;
    std::optional<Date> first{};
    std::optional<Date> last{};
    std::array<std::int64_t, standing_count> standings{};  ///< by the weakest part
    std::array<std::int64_t, standing_count> prices{};
    std::array<std::int64_t, standing_count> quantities{};
    bool parts_told = false;  ///< some price or quantity is known otherwise than its whole
    std::array<Sums, standing_count> flows{};
    std::map<std::string, std::int64_t> sources{};

    void add(const Transaction& transaction, const Chart& chart) {
        const TransactionDraft& content = *transaction;
        ++transactions;
        postings += static_cast<std::int64_t>(content.postings.size());
        if (content.reversal) ++reversals;
        const std::int64_t one = content.reversal ? -1 : 1;
        if (!first || content.date < *first) first = content.date;
        if (!last || *last < content.date) last = content.date;
        const auto standing = static_cast<std::size_t>(content.standings.weakest());
        standings[standing] += one;
        const Standing whole = content.standings.whole.value_or(Standing::observed);
        prices[static_cast<std::size_t>(content.standings.price.value_or(whole))] += one;
        quantities[static_cast<std::size_t>(content.standings.quantity.value_or(whole))] += one;
        parts_told = parts_told || content.standings.price || content.standings.quantity;
        if (content.flow.amount) {
            flows[standing][content.flow.amount->commodity] += content.flow.amount->minor;
        }
        if (content.source) sources[chart[content.source]] += one;
    }
};

void add_row(Table& table, std::string measure, std::string of, Value value) {
    table.rows.push_back({{std::move(measure), std::move(of), Value{}, std::move(value), Value{}}});
}

void add_standings(Table& table, const std::string& measure,
                   const std::array<std::int64_t, standing_count>& counts) {
    for (std::size_t i = 0; i < standing_count; ++i) {
        if (counts[i] == 0) continue;
        add_row(table, measure, std::string{to_string(static_cast<Standing>(i))}, counts[i]);
    }
}

void add_flows(Table& table, const Tally& tally, const Chart& chart) {
    std::map<std::string, CommodityId> commodities;
    for (const auto& sums : tally.flows) {
        for (const auto& entry : sums) commodities.emplace(chart[entry.first].symbol, entry.first);
    }
    for (const auto& [symbol, commodity] : commodities) {
        Sum whole = 0;
        for (const auto& sums : tally.flows) {
            if (const auto found = sums.find(commodity); found != sums.end()) {
                whole += found->second;
            }
        }
        for (std::size_t i = 0; i < standing_count; ++i) {
            const auto found = tally.flows[i].find(commodity);
            if (found == tally.flows[i].end()) continue;
            table.rows.push_back(
                {{std::string{"flow"}, std::string{to_string(static_cast<Standing>(i))}, symbol,
                  table_amount(found->second, commodity, chart),
                  whole > 0 ? Value{percentage(found->second, whole)} : Value{}}});
        }
    }
}

void add_chart(Table& table, const Chart& chart) {
    std::array<std::int64_t, sector_count> sectors{};
    std::int64_t parties = 0;
    for (std::uint32_t i = 0; i < chart.party_count(); ++i) {
        const Party& party = chart[PartyId{i}];
        if (party.name.empty()) continue;
        ++parties;
        ++sectors[static_cast<std::size_t>(party.sector)];
    }
    add_row(table, "accounts", "", static_cast<std::int64_t>(chart.account_count()));
    add_row(table, "commodities", "", static_cast<std::int64_t>(chart.commodity_count()));
    add_row(table, "parties", "", parties);
    for (std::size_t i = 0; i < sector_count; ++i) {
        if (sectors[i] == 0) continue;
        add_row(table, "parties", std::string{to_string(static_cast<Sector>(i))}, sectors[i]);
    }
}

}  // namespace

Decimal percentage(Sum part, Sum whole) {
    const bool negative = part < 0;
    const Sum scaled = (negative ? -part : part) * 1000;
    Sum tenths = scaled / whole;
    const Sum twice_rest = scaled % whole * 2;
    if (twice_rest > whole || (twice_rest == whole && tenths % 2 != 0)) ++tenths;
    return {negative ? -tenths : tenths, 1};
}

Table stats(const EntrySource& source, const Query& query) {
    const Chart& chart = source.chart();
    Tally tally;
    const Scan scan{.dates = query.dates(), .accounts = query.accounts(chart), .any_order = true};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        if (query.matches(transaction, chart)) tally.add(transaction, chart);
        return true;
    });

    Table table{.name = "stats", .caption = "Statistics"};
    table.headed = false;
    table.styles = commodity_styles(chart);
    table.columns = {{"measure", "Measure"},
                     {"of", "Of"},
                     {"commodity", "Commodity", Column::Align::left, true},
                     {"value", "Value"},
                     {"share", "Share (%)", Column::Align::right}};
    add_row(table, "digest", "", to_hex(source.digest()));
    add_row(table, "entries", "", source.entry_count());
    add_row(table, "transactions", "", tally.transactions);
    if (tally.reversals > 0) add_row(table, "transactions", "reversals", tally.reversals);
    add_row(table, "postings", "", tally.postings);
    if (tally.first) add_row(table, "first day", "", *tally.first);
    if (tally.last) add_row(table, "last day", "", *tally.last);
    add_chart(table, chart);
    add_standings(table, "standing", tally.standings);
    if (tally.parts_told) {
        add_standings(table, "standing of price", tally.prices);
        add_standings(table, "standing of quantity", tally.quantities);
    }
    add_flows(table, tally, chart);
    for (const auto& [name, count] : tally.sources) {
        if (count != 0) add_row(table, "source", name, count);
    }
    // A digest is so wide that it stands above the lines in text.
    table.title = "digest " + to_hex(source.digest());
    table.layout = {.columns = table.columns, .rows = {}};
    table.layout->rows.assign(table.rows.begin() + 1, table.rows.end());
    return table;
}

}  // namespace cellbook
