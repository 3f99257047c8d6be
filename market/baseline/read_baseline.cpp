#include "market/baseline/read_baseline.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "ledger/property/read_property.hpp"
#include "ledger/statements/account_role.hpp"
#include "ledger/statements/intervals.hpp"
#include "market/baseline/transaction_payments.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

namespace {

struct PaymentKey {
    PartyId payer{};
    PartyId payee{};
    Place kind = nowhere;
    WordId product{};
    bool in_kind = false;
    bool foreign = false;
    friend auto operator<=>(const PaymentKey&, const PaymentKey&) = default;
};

struct PaymentKeyHash {
    std::size_t operator()(const PaymentKey& key) const {
        std::uint64_t hash = 0;
        for (const std::uint64_t part :
             {std::uint64_t{key.payer.value}, std::uint64_t{key.payee.value},
              std::uint64_t{key.kind}, std::uint64_t{key.product.value},
              std::uint64_t{key.in_kind} * 2 + std::uint64_t{key.foreign}}) {
            hash = (hash ^ part) * 0x9e3779b97f4a7c15U;
            hash ^= hash >> 29U;
        }
        return hash;
    }
};

struct PaymentSums {
    Sum minor = 0;
    Sum counted = 0;
    double quantity = 0;
};

class BaselineReader {
public:
    BaselineReader(const EntrySource& source, const BaselineOptions& options)
        : source_{source}, chart_{source.chart()}, options_{options} {}

    Result<Baseline> read();

private:
    [[nodiscard]] Result<CommodityId> commodity() const;
    [[nodiscard]] std::optional<Diagnostic> find_dates();
    void add(const TransactionDraft& content, TransactionPayments& payments);
    Place place_of_kind(std::string name);
    [[nodiscard]] PartyId section_of(PartyId party, const PropertyRegister& property) const;
    void name_agents(const PropertyRegister& property);
    void name_payments();
    void place_agents(const PropertyRegister& property);
    void sum_products();
    void check_accounts();
    void add_notes();

    const EntrySource& source_;
    const Chart& chart_;
    const BaselineOptions& options_;
    Baseline baseline_{};
    std::unordered_map<PaymentKey, PaymentSums, PaymentKeyHash> sums_{};
    std::unordered_map<std::uint32_t, Sum> passed_over_{};  ///< by party: changes that no one paid
    std::unordered_map<std::uint32_t, Place> place_of_{};   ///< by party
    std::map<std::string, Place> kind_places_{};
    std::map<CommodityId, std::int64_t> unvalued_{};  ///< transactions
};

Result<CommodityId> BaselineReader::commodity() const {
    if (options_.commodity) {
        const CommodityId found = chart_.find_commodity(*options_.commodity);
        if (found) return found;
        return Diagnostic{.code = DiagnosticCode::baseline_empty,
                          .explanation = "nothing is recorded in " + *options_.commodity,
                          .remedy = "`commodities` lists what is."};
    }
    std::map<CommodityId, std::int64_t> counts;
    source_.for_each_month_balance(
        {}, {}, [&](const MonthBalance& balance) { ++counts[balance.commodity]; });
    const auto most = std::ranges::max_element(counts, {}, [](const auto& c) { return c.second; });
    if (most != counts.end()) return most->first;
    return Diagnostic{
        .code = DiagnosticCode::baseline_empty,
        .explanation = "there is no transaction: a model needs a period to start from",
        .remedy = "Name a book or journal with transactions by -f."};
}

std::optional<Diagnostic> BaselineReader::find_dates() {
    std::optional<Date> first;
    std::optional<Date> last;
    const auto span = source_.span();
    if (span) {
        Scan scan{.dates = options_.dates, .any_order = true, .ids = false};
        scan.flow_alone = true;
        source_.for_each_transaction(scan, [&](const Transaction& transaction) {
            if (!options_.dates.contains(transaction->date)) return true;
            if (transaction->kind && TransactionPayments::is_no_dealing(chart_[transaction->kind]))
                return true;
            first = std::min(first.value_or(transaction->date), transaction->date);
            last = std::max(last.value_or(transaction->date), transaction->date);
            return true;
        });
    }
    if (!first) {
        const std::string recorded = span ? "; the book goes from " + to_string(span->first) +
                                                " to " + to_string(span->second)
                                          : "";
        return Diagnostic{.code = DiagnosticCode::baseline_empty,
                          .explanation = "nothing was paid in the period" + recorded,
                          .remedy = "Choose another period by -p, -b or -e."};
    }
    baseline_.dates = {.begin = options_.dates.begin.value_or(*first),
                       .end = options_.dates.end.value_or(Date{last->days + 1})};
    baseline_.period = period_of(*baseline_.dates.begin, *baseline_.dates.end).label;
    return std::nullopt;
}

Place BaselineReader::place_of_kind(std::string name) {
    const auto known = kind_places_.try_emplace(name, static_cast<Place>(baseline_.kinds.size()));
    if (known.second) baseline_.kinds.push_back(std::move(name));
    return known.first->second;
}

void BaselineReader::add(const TransactionDraft& content, TransactionPayments& payments) {
    if (!baseline_.dates.contains(content.date)) return;
    payments.read(content);
    for (const CommodityId commodity : payments.unvalued()) ++unvalued_[commodity];
    for (const PositionChange& change : payments.unpaid()) {
        passed_over_[change.party.value] += change.minor;
    }
    if (payments.parts().empty()) return;
    const Place kind = place_of_kind(payments.kind_of(content));
    const auto standing = static_cast<std::size_t>(content.standings.weakest());
    for (const PaymentPart& part : payments.parts()) {
        PaymentSums& sums = sums_[{.payer = part.payer,
                                   .payee = part.payee,
                                   .kind = kind,
                                   .product = content.flow.product,
                                   .in_kind = part.in_kind,
                                   .foreign = part.foreign}];
        sums.minor += part.minor;
        baseline_.standings[standing] += part.minor < 0 ? -part.minor : part.minor;
        if (!part.has_quantity) continue;
        sums.counted += part.minor;
        sums.quantity += to_double(*content.flow.quantity);
    }
}

/// Where a household lives, or a business is, on the period's last day.
PartyId BaselineReader::section_of(PartyId party, const PropertyRegister& property) const {
    const Date last{baseline_.dates.end->days - 1};
    if (chart_[party].sector == Sector::households ||
        chart_[party].sector == Sector::unclassified) {
        return property.section_on(party, last);
    }
    if (chart_[party].sector != Sector::businesses) return {};
    const auto row = property.businesses().find(party);
    if (row != property.businesses().end() && row->second.section) return row->second.section;
    const PartyId parent = chart_[party].parent;
    if (!parent) return {};
    return chart_[parent].sector == Sector::sections ? parent : property.section_on(parent, last);
}

void BaselineReader::name_agents(const PropertyRegister& property) {
    std::vector<PartyId> parties;
    const auto note = [&](PartyId party) {
        if (party && place_of_.try_emplace(party.value, nowhere).second) parties.push_back(party);
    };
    for (const auto& [key, sums] : sums_) {
        note(key.payer);
        note(key.payee);
    }
    // Sections and owners too, though they neither paid nor were paid.
    for (std::size_t i = 0; i < parties.size(); ++i) {
        note(chart_[parties[i]].parent);
        note(section_of(parties[i], property));
    }
    std::ranges::sort(parties, {}, [&](PartyId party) { return chart_[party].name; });
    for (const PartyId party : parties) {
        place_of_[party.value] = static_cast<Place>(baseline_.agents.size());
        baseline_.agents.push_back(
            {.party = party, .name = chart_[party].name, .sector = chart_[party].sector});
    }
}

void BaselineReader::place_agents(const PropertyRegister& property) {
    const auto place = [&](PartyId party) {
        const auto known = place_of_.find(party.value);
        return party && known != place_of_.end() ? known->second : nowhere;
    };
    for (Agent& agent : baseline_.agents) {
        const Place section = place(section_of(agent.party, property));
        const bool is_one =
            section != nowhere && baseline_.agents[section].sector == Sector::sections;
        agent.section = is_one ? section : nowhere;
        if (agent.sector == Sector::businesses) agent.owner = place(chart_[agent.party].parent);
    }
}

void BaselineReader::name_payments() {
    std::vector<std::tuple<Place, std::string, std::string, Place, bool, bool>> order;
    std::map<std::string, Place> products;
    const auto product_of = [&](const PaymentKey& key) {
        return key.product ? chart_[key.product] : baseline_.kinds[key.kind];
    };
    const auto is_sale = [&](const PaymentKey& key) {
        return !key.in_kind &&
               behaviour_of(baseline_.kinds[key.kind], Sector::households) == Behaviour::demand;
    };
    for (const auto& [key, sums] : sums_) {
        if (is_sale(key)) products[product_of(key)] = 0;
    }
    for (auto& [name, place] : products) {
        place = static_cast<Place>(baseline_.products.size());
        baseline_.products.push_back({.name = name});
    }
    std::map<decltype(order)::value_type, Payment> sorted;
    for (const auto& [key, sums] : sums_) {
        const std::string& kind = baseline_.kinds[key.kind];
        const Place payer = place_of_.at(key.payer.value);
        Payment payment{.payer = payer,
                        .payee = place_of_.at(key.payee.value),
                        .kind = key.kind,
                        .word = key.product,
                        .minor = sums.minor,
                        .quantity = sums.quantity,
                        .counted = to_double(sums.counted, baseline_.scale),
                        .in_kind = key.in_kind,
                        .foreign = key.foreign,
                        .amount = to_double(sums.minor, baseline_.scale)};
        payment.behaviour =
            key.in_kind ? Behaviour::exogenous : behaviour_of(kind, baseline_.agents[payer].sector);
        if (is_sale(key)) payment.product = products.at(product_of(key));
        sorted.emplace(decltype(order)::value_type{payer, kind, product_of(key), payment.payee,
                                                   key.in_kind, key.foreign},
                       payment);
    }
    for (const auto& [key, payment] : sorted) baseline_.payments.push_back(payment);
}

void BaselineReader::sum_products() {
    for (const Payment& payment : baseline_.payments) {
        if (payment.product == nowhere) continue;
        Product& product = baseline_.products[payment.product];
        product.sales += payment.amount;
        product.quantity += payment.quantity;
        product.counted += payment.counted;
        if (payment.behaviour == Behaviour::demand) product.spending += payment.amount;
    }
}

/// The same from the other side: what kept balances say that everybody's position changed by.
void BaselineReader::check_accounts() {
    std::unordered_map<std::uint32_t, Sum> lent = passed_over_;
    bool any_foreign = !unvalued_.empty();
    for (const Payment& payment : baseline_.payments) {
        if (payment.in_kind) continue;
        any_foreign = any_foreign || payment.foreign;
        lent[baseline_.agents[payment.payer].party.value] -= payment.minor;
        lent[baseline_.agents[payment.payee].party.value] += payment.minor;
    }
    // Foreign money is valued day by day, which kept balances cannot be; its payments cancel
    // anyhow.
    std::unordered_map<std::uint32_t, bool> has_foreign;
    for (const auto& [key, sum] : balances_in(source_, baseline_.dates)) {
        const Account& account = chart_[key.first];
        const AccountRole role = account_role(account);
        if (role != AccountRole::cash && role != AccountRole::claim &&
            role != AccountRole::liability) {
            continue;
        }
        if (key.second == baseline_.commodity) {
            lent[account.party.value] -= sum;
        } else {
            has_foreign[account.party.value] = true;
        }
    }
    for (const Payment& payment : baseline_.payments) {
        if (!payment.foreign) continue;
        has_foreign[baseline_.agents[payment.payer].party.value] = true;
        has_foreign[baseline_.agents[payment.payee].party.value] = true;
    }
    for (const auto& [party, difference] : lent) {
        if (has_foreign.contains(party)) continue;
        const Sum size = difference < 0 ? -difference : difference;
        baseline_.residual_minor = std::max(baseline_.residual_minor, size);
    }
}

void BaselineReader::add_notes() {
    for (const auto& [commodity, count] : unvalued_) {
        const bool one = count == 1;
        baseline_.notes.push_back(std::to_string(count) +
                                  (one ? " transaction in " : " transactions in ") +
                                  chart_[commodity].symbol + (one ? " is" : " are") +
                                  " left out: no price in " + baseline_.symbol + " is declared");
    }
}

Result<Baseline> BaselineReader::read() {
    const auto found = commodity();
    if (!found) return found.error();
    baseline_.commodity = *found;
    baseline_.symbol = chart_[*found].symbol;
    baseline_.scale = chart_[*found].scale;
    if (auto problem = find_dates()) return *std::move(problem);
    TransactionPayments payments{source_, *found};
    source_.for_each_transaction({.dates = baseline_.dates, .any_order = true, .ids = false},
                                 [&](const Transaction& transaction) {
                                     add(*transaction, payments);
                                     return true;
                                 });
    const PropertyRegister property = read_property(source_);
    name_agents(property);
    name_payments();
    place_agents(property);
    sum_products();
    check_accounts();
    add_notes();
    baseline_.digest = to_hex(source_.digest());
    return std::move(baseline_);
}

}  // namespace

Result<Baseline> read_baseline(const EntrySource& source, const BaselineOptions& options) {
    return BaselineReader{source, options}.read();
}

}  // namespace cellbook
