#include "ledger/statements/listings.hpp"

#include <algorithm>

#include "ledger/statements/account_sums.hpp"

namespace cellbook {

namespace {

using enum Column::Align;

Value yes_or_no(bool yes) {
    return std::string{yes ? "yes" : "no"};
}

Value first_day_of(const DateRange& life) {
    return life.begin ? Value{*life.begin} : Value{};
}
Value last_day_of(const DateRange& life) {
    return life.end ? Value{Date{life.end->days - 1}} : Value{};
}

/// For each account, whether a posting on it matches.
std::vector<bool> accounts_with_postings(const EntrySource& source, const Query& query) {
    const Chart& chart = source.chart();
    std::vector<bool> found(chart.account_count());
    const Scan scan{.dates = query.dates(), .accounts = query.accounts(chart), .any_order = true};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        for (const auto& posting : transaction->postings) {
            if (query.matches(transaction, posting, chart)) found[posting.account.value] = true;
        }
        return true;
    });
    return found;
}

template <class Id, class Name>
std::vector<Id> in_order(std::size_t count, const Name& name) {
    std::vector<Id> ids;
    for (std::uint32_t i = 0; i < count; ++i) ids.push_back(Id{i});
    std::ranges::sort(ids, [&](Id a, Id b) { return comes_before(name(a), name(b)); });
    return ids;
}

Value optional_decimal(const std::optional<Decimal>& value) {
    return value ? Value{*value} : Value{};
}

std::string status_mark(Status status) {
    if (status == Status::cleared) return "*";
    return status == Status::pending ? "!" : "";
}

Row posting_row(const Transaction& transaction, const Posting& posting, const Chart& chart) {
    const TransactionDraft& content = *transaction;
    const Flow& flow = content.flow;
    const auto party = [&](PartyId id) { return id ? chart[id].name : std::string{}; };
    const auto word = [&](WordId id) { return id ? chart[id] : std::string{}; };
    const auto& [minor, commodity] = posting.amount;
    const Status status = posting.status == Status::unmarked ? content.status : posting.status;
    Row row{{content.date, transaction.recorded(), content.id, status_mark(status), content.code,
             content.description, word(content.kind), party(flow.payer), party(flow.payee),
             word(flow.product), word(flow.cell), optional_decimal(flow.quantity),
             optional_decimal(flow.unit_price), std::string{to_string(content.standings.weakest())},
             word(content.source), chart[posting.account].name, chart[commodity].symbol,
             table_amount(minor, commodity, chart)}};
    if (posting.cost) {
        const Amount& cost = posting.cost->total;
        row.cells.emplace_back(chart[cost.commodity].symbol);
        row.cells.emplace_back(table_amount(cost.minor, cost.commodity, chart));
    } else {
        row.cells.resize(row.cells.size() + 2);
    }
    row.cells.emplace_back(party(counterparty(content, posting, chart)));
    return row;
}

}  // namespace

Table account_list(const EntrySource& source, const Query& query) {
    const Chart& chart = source.chart();
    Table table{.name = "accounts"};
    table.headed = false;
    table.columns = {{"account", "Account"},
                     {"party", "Party", left, true},
                     {"sector", "Sector", left, true},
                     {"class", "Class", left, true},
                     {"financial", "Financial", left, true},
                     {"declared", "Declared", left, true},
                     {"opened", "Opened", left, true},
                     {"closed", "Closed", left, true}};
    const bool by_name_alone = query.kept_balances_suffice() && query.dates() == DateRange{} &&
                               !query.narrows_commodities();
    std::vector<bool> posted;
    if (!by_name_alone) posted = accounts_with_postings(source, query);
    const auto ids = in_order<AccountId>(
        chart.account_count(), [&](AccountId id) -> const auto& { return chart[id].name; });
    for (const AccountId id : ids) {
        const bool shown = by_name_alone ? query.matches_account(id, chart) : posted[id.value];
        if (!shown) continue;
        const Account& account = chart[id];
        table.rows.push_back(
            {{account.name, chart[account.party].name,
              std::string{to_string(chart.sector_of(account.party))},
              std::string{to_string(account.account_class)},
              yes_or_no(account.is_financial_position()), yes_or_no(account.declared),
              first_day_of(account.life), last_day_of(account.life)}});
    }
    return table;
}

Table party_list(const EntrySource& source, const Query& query) {
    const Chart& chart = source.chart();
    Table table{.name = "parties"};
    table.columns = {{"party", "Party"},
                     {"sector", "Sector"},
                     {"parent", "Parent"},
                     {"quasi_corporation", "Quasi-corporation", left, true},
                     {"declared", "Declared", left, true},
                     {"opened", "Opened"},
                     {"closed", "Closed"},
                     {"accounts", "Accounts", right}};
    std::vector<std::int64_t> accounts(chart.party_count());
    for (std::uint32_t i = 0; i < chart.account_count(); ++i) {
        ++accounts[chart[AccountId{i}].party.value];
    }
    const auto ids = in_order<PartyId>(
        chart.party_count(), [&](PartyId id) -> const auto& { return chart[id].name; });
    for (const PartyId id : ids) {
        const Party& party = chart[id];
        if (party.name.empty() || !query.matches_party(id, chart)) continue;
        table.rows.push_back(
            {{party.name, std::string{to_string(party.sector)},
              party.parent ? Value{chart[party.parent].name} : Value{},
              yes_or_no(party.quasi_corporation), yes_or_no(party.declared),
              first_day_of(party.life), last_day_of(party.life), accounts[id.value]}});
    }
    return table;
}

Table commodity_list(const EntrySource& source, const Query& query) {
    const Chart& chart = source.chart();
    Table table{.name = "commodities"};
    table.columns = {
        {"commodity", "Commodity"}, {"scale", "Decimals", right}, {"declared", "Declared"}};
    const auto ids = in_order<CommodityId>(
        chart.commodity_count(), [&](CommodityId id) -> const auto& { return chart[id].symbol; });
    for (const CommodityId id : ids) {
        const Commodity& commodity = chart[id];
        if (commodity.symbol.empty() || !query.matches_commodity(id, chart)) continue;
        table.rows.push_back(
            {{commodity.symbol, std::int64_t{commodity.scale}, yes_or_no(commodity.declared)}});
    }
    return table;
}

Table price_list(const EntrySource& source, const Query& query) {
    const Chart& chart = source.chart();
    Table table{.name = "prices"};
    table.columns = {{"date", "Date"},
                     {"commodity", "Commodity"},
                     {"price", "Price", right},
                     {"currency", "Currency"},
                     {"source", "Source"}};
    source.for_each_declaration([&](std::int64_t, const Declaration& declaration) {
        const auto* price = std::get_if<PriceDeclaration>(&declaration);
        if (price == nullptr || !query.covers(price->date) ||
            !query.matches_commodity(price->commodity, chart)) {
            return true;
        }
        table.rows.push_back({{price->date, chart[price->commodity].symbol, price->price,
                               chart[price->currency].symbol,
                               price->source ? Value{chart[price->source]} : Value{}}});
        return true;
    });
    return table;
}

Table posting_list(const EntrySource& source, const Query& query) {
    const Chart& chart = source.chart();
    Table table{.name = "print"};
    table.styles = commodity_styles(chart);
    for (const auto* name :
         {"date",           "recorded", "id",          "status",  "code",      "description",
          "kind",           "payer",    "payee",       "product", "cell",      "quantity",
          "unit_price",     "standing", "source",      "account", "commodity", "amount",
          "cost_commodity", "cost",     "counterparty"}) {
        table.columns.push_back({name, name});
    }
    const Scan scan{.dates = query.dates(), .accounts = query.accounts(chart)};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        if (!query.matches(transaction, chart)) return true;
        for (const auto& posting : transaction->postings) {
            table.rows.push_back(posting_row(transaction, posting, chart));
        }
        return true;
    });
    return table;
}

}  // namespace cellbook
