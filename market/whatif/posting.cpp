#include "market/whatif/posting.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

#include "ledger/kinds/kind_plan.hpp"
#include "ledger/kinds/kind_table.hpp"
#include "ledger/writing/csv_field.hpp"
#include "ledger/writing/journal_writer.hpp"
#include "market/baseline/transaction_payments.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

namespace {

constexpr std::string_view model_source = "model";

/// An events file: a column for each field that is used, and one for each tag.
std::string events_file(const std::vector<Event>& events) {
    std::set<std::string> tags;
    for (const Event& event : events) {
        for (const auto& [name, value] : event.tags) tags.insert(name);
    }
    std::string text =
        "date,kind,payer,payee,amount,commodity,product,quantity,cell,standing,source";
    for (const std::string& tag : tags) text += ",tag:" + tag;
    text += '\n';
    for (const Event& event : events) {
        text += fmt::format("{},{},", to_string(event.date), event.kind);
        for (const std::string& field :
             {event.payer, event.payee, to_string(*event.amount), event.commodity, event.product,
              event.quantity ? to_string(*event.quantity) : std::string{}, event.cell}) {
            append_csv_field(text, field);
            text += ',';
        }
        text += fmt::format("simulated,{}", model_source);
        for (const std::string& tag : tags) {
            text += ',';
            append_csv_field(text, event.tag(tag));
        }
        text += '\n';
    }
    return text;
}

/// Kinds by whose day the register moves.
bool moves_property(std::string_view kind) {
    constexpr std::array kinds{
        "cell_sale", "anticretico_deposit", "anticretico_return", "cell_improvement",
        "seizure",   "opening_balance",     "opening_claim",      "closing"};
    return std::ranges::find(kinds, kind) != kinds.end();
}

using PaymentKey = std::tuple<PartyId, PartyId, std::string, WordId, bool, bool>;

/// How the parts of a transaction change.
struct Change {
    double amount = 1;
    double quantity = 1;
    std::optional<double> levy{};  ///< share of what the payer pays that a section takes
};

/// What stands for several transactions.
struct Gathered {
    Event event{};
    double changed = 0;  ///< money of the solution
    double quantity = 0;
    bool has_quantity = false;
    bool is_signed = false;
    std::map<std::string, double> amounts{};  ///< parameters that are amounts
    std::uint8_t scale = 0;
};

class SolutionPoster {
public:
    SolutionPoster(const Economy& economy, const Policy& policy, const Solution& solution,
                   const PostingStamp& stamp)
        : economy_{economy},
          policy_{policy},
          source_{economy.source()},
          chart_{economy.source().chart()},
          baseline_{economy.baseline()},
          solution_{solution},
          stamp_{stamp},
          payments_{economy.source(), economy.baseline().commodity} {}

    PostedSolution post();

private:
    void index_payments();
    void find_reversals();
    void declare();
    void add(const Transaction& transaction);
    void take_over(const Transaction& transaction);
    [[nodiscard]] Change change_of(const TransactionDraft& content);
    const KindPlan* plan_of(const std::string& kind);
    [[nodiscard]] std::string key_of(const Transaction& transaction, const Event& event) const;
    [[nodiscard]] Event event_of(const TransactionDraft& content, const KindPlan& plan) const;
    [[nodiscard]] std::optional<Amount> amount_of(const TransactionDraft& content,
                                                  const KindPlan& plan) const;
    void gather(const Transaction& transaction, const KindPlan& plan, const Amount& amount);
    void finish_events();
    void add_payments();
    [[nodiscard]] Date last_day_of(Place agent) const;
    [[nodiscard]] Decimal rounded(double value, std::uint8_t scale) const {
        return {.coefficient = to_minor(value, scale).value_or(0), .scale = scale};
    }

    const Economy& economy_;
    const Policy& policy_;
    const EntrySource& source_;
    const Chart& chart_;
    const Baseline& baseline_;
    const Solution& solution_;
    const PostingStamp& stamp_;
    TransactionPayments payments_;
    std::map<PaymentKey, Place> places_{};
    std::map<std::string, std::optional<KindPlan>> plans_{};
    std::map<std::string, Gathered> gathered_{};
    std::map<std::string, bool> undone_{};  ///< ids of the period's reversals and of what they undo
    std::map<std::string, double> balances_{};  ///< by party: what rounding left
    PostedSolution posted_{};
};

void SolutionPoster::index_payments() {
    for (Place i = 0; i < baseline_.payments.size(); ++i) {
        const Payment& payment = baseline_.payments[i];
        places_[{baseline_.agents[payment.payer].party, baseline_.agents[payment.payee].party,
                 baseline_.kinds[payment.kind], payment.word, payment.in_kind, payment.foreign}] =
            i;
    }
}

void SolutionPoster::find_reversals() {
    std::map<std::string, bool> in_period;
    std::vector<std::pair<std::string, std::string>> reversals;
    source_.for_each_transaction(
        {.dates = baseline_.dates, .any_order = true}, [&](const Transaction& transaction) {
            if (!baseline_.dates.contains(transaction->date)) return true;
            if (transaction->reversal) {
                reversals.emplace_back(transaction->id, transaction->reversal->of_id);
            }
            in_period[transaction->id] = true;
            return true;
        });
    for (const auto& [id, of_id] : reversals) {
        undone_[id] = true;
        if (in_period.contains(of_id)) undone_[of_id] = true;
    }
}

void SolutionPoster::declare() {
    posted_.text += fmt::format("; source: {}  cellbook {}, what if {}, scenario {}, baseline {}\n",
                                model_source, stamp_.version, stamp_.scenario, stamp_.scenario_hash,
                                baseline_.digest);
    source_.for_each_declaration([&](std::int64_t, const Declaration& declaration) {
        if (!std::holds_alternative<LockDeclaration>(declaration)) {
            posted_.text += to_journal_text(declaration, chart_);
        }
        return true;
    });
    const BaselineLevels& levels = economy_.levels();
    if (policy_.exchange_rate != 1 && !levels.foreign_money.empty()) {
        posted_.text += fmt::format("P {} {} {:.8g} {}\n", to_string(*baseline_.dates.begin),
                                    levels.foreign_money,
                                    levels.exchange_rate * policy_.exchange_rate, baseline_.symbol);
    }
}

void SolutionPoster::take_over(const Transaction& transaction) {
    posted_.text += to_journal_text(transaction, chart_,
                                    {.ids = true, .declarations = false, .assertions = false});
    posted_.text += '\n';
}

const KindPlan* SolutionPoster::plan_of(const std::string& kind) {
    auto [known, is_new] = plans_.try_emplace(kind);
    if (is_new) {
        const Kind* found = KindTable::standard().find(kind);
        if (found != nullptr) known->second = make_plan(*found);
    }
    return known->second ? &*known->second : nullptr;
}

Change SolutionPoster::change_of(const TransactionDraft& content) {
    payments_.read(content);
    Change change;
    double before = 0;
    double after = 0;
    double levies = 0;
    for (const PaymentPart& part : payments_.parts()) {
        const auto place = places_.find({part.payer, part.payee, payments_.kind_of(content),
                                         content.flow.product, part.in_kind, part.foreign});
        if (place == places_.end()) continue;
        const Payment& payment = baseline_.payments[place->second];
        if (payment.amount == 0) continue;
        const double amount = to_double(part.minor, baseline_.scale);
        // What is agreed in another money is worth more of ours, and no more of its own.
        const double worth = payment.foreign ? policy_.exchange_rate : 1;
        const double factor = solution_.paid[place->second] / payment.amount / worth;
        before += amount;
        after += amount * factor;
        if (part.payee == content.flow.payee || payments_.parts().size() == 1) {
            change.quantity = solution_.quantity_factors[place->second];
        }
        const bool levy = payment.behaviour == Behaviour::capital &&
                          baseline_.agents[payment.payee].sector == Sector::sections;
        if (levy) levies += amount * factor;
    }
    if (before != 0) change.amount = after / before;
    if (levies != 0 && after != 0 && policy_.cell_sale_tax) change.levy = levies / after;
    return change;
}

Event SolutionPoster::event_of(const TransactionDraft& content, const KindPlan& plan) const {
    const auto name = [&](PartyId party) { return party ? chart_[party].name : std::string{}; };
    const auto word = [&](WordId text) { return text ? chart_[text] : std::string{}; };
    Event event{.date = content.date,
                .kind = plan.kind.name,
                .payer = name(content.flow.payer),
                .payee = name(content.flow.payee),
                .product = word(content.flow.product),
                .cell = word(content.flow.cell),
                .standings = {.whole = Standing::simulated},
                .source = std::string{model_source},
                .nonobserved = content.nonobserved};
    for (const Tag& tag : content.tags) {
        const std::string& tag_name = chart_[tag.name];
        const bool used = plan.kind.find_parameter(tag_name) != nullptr ||
                          std::ranges::find(plan.roles, tag_name) != plan.roles.end();
        if (used) event.tags.emplace_back(tag_name, tag.value);
    }
    return event;
}

std::string SolutionPoster::key_of(const Transaction& transaction, const Event& event) const {
    std::string key = moves_property(event.kind)
                          ? fmt::format("{}|{:012}", to_string(event.date), transaction.seq())
                          : to_string(event.date.month());
    key += fmt::format("|{}|{}|{}|{}|{}|{}", event.kind, event.payer, event.payee, event.product,
                       event.cell, event.nonobserved);
    for (const auto& [name, value] : event.tags) key += fmt::format("|{}={}", name, value);
    key += fmt::format(
        "|{}", transaction->flow.amount ? chart_[transaction->flow.amount->commodity].symbol : "");
    return key;
}

/// The amount that the event gave: what a leg of just that amount booked, since a payer may part
/// with more (a levy on top). Else the flow's.
std::optional<Amount> SolutionPoster::amount_of(const TransactionDraft& content,
                                                const KindPlan& plan) const {
    std::optional<Amount> found;
    for (const KindPlan::Leg& leg : plan.legs) {
        const bool plain = leg.terms.size() == 1 && !leg.second_money &&
                           leg.terms.front().slot == KindPlan::amount_slot;
        const std::string& role = plan.roles[leg.role];
        const PartyId party = role == "payer"   ? content.flow.payer
                              : role == "payee" ? content.flow.payee
                                                : PartyId{};
        if (!plain || !party) continue;
        const std::string account = chart_[party].name + ":" + plan.accounts[leg.account];
        for (const Posting& posting : content.postings) {
            if (chart_[posting.account].name != account) continue;
            const std::int64_t minor =
                leg.terms.front().negative ? -posting.amount.minor : posting.amount.minor;
            if (!found || minor > found->minor) {
                found = Amount{.minor = minor, .commodity = posting.amount.commodity};
            }
        }
    }
    return found ? found : content.flow.amount;
}

void SolutionPoster::gather(const Transaction& transaction, const KindPlan& plan,
                            const Amount& amount) {
    const TransactionDraft& content = *transaction;
    Change change = change_of(content);
    Event event = event_of(content, plan);
    event.commodity = chart_[amount.commodity].symbol;
    std::map<std::string, double> amounts;
    for (const KindPlan::Number& number : plan.numbers) {
        const std::string& name = plan.kind.parameters[number.parameter].name;
        const auto tag =
            std::ranges::find(event.tags, name, &std::pair<std::string, std::string>::first);
        if (tag == event.tags.end()) continue;
        if (number.is_amount) {
            const auto value = parse_decimal(tag->second);
            if (value) amounts[name] = to_double(*value) * change.quantity;
            event.tags.erase(tag);
        } else if (change.levy && name == "levy_rate") {
            tag->second = fmt::format("{:.8f}", *change.levy);
        } else if (change.levy && name == "buyer_levy_rate") {
            // The rate is on the price, to which this levy is added: of what is paid, the price is
            // the rest.
            const auto rate = parse_decimal(tag->second);
            if (rate) change.amount *= (1 + to_double(*rate)) * (1 - *change.levy);
            tag->second = fmt::format("{:.8f}", *change.levy / (1 - *change.levy));
        }
    }
    Gathered& gathered = gathered_[key_of(transaction, event)];
    ++posted_.aggregated;
    const Date last =
        std::max(gathered.event.kind.empty() ? event.date : gathered.event.date, event.date);
    if (gathered.event.kind.empty()) gathered.event = std::move(event);
    gathered.event.date = last;
    gathered.scale = chart_[amount.commodity].scale;
    gathered.is_signed = plan.kind.is_signed;
    gathered.changed += to_double(amount.minor, gathered.scale) * change.amount;
    for (const auto& [name, value] : amounts) gathered.amounts[name] += value;
    if (content.flow.quantity) {
        gathered.has_quantity = true;
        gathered.quantity += to_double(*content.flow.quantity) * change.quantity;
    }
}

void SolutionPoster::add(const Transaction& transaction) {
    const TransactionDraft& content = *transaction;
    if (baseline_.dates.end && content.date >= *baseline_.dates.end) return;
    if (content.date < *baseline_.dates.begin) {
        take_over(transaction);
        return;
    }
    if (undone_.contains(content.id)) {
        ++posted_.left_out;
        return;
    }
    const KindPlan* plan = content.kind ? plan_of(chart_[content.kind]) : nullptr;
    const bool bookable = plan != nullptr && !plan->kind.uses_second_money() && content.flow.payer;
    const auto amount = bookable ? amount_of(content, *plan) : std::nullopt;
    if (!amount) {
        take_over(transaction);
        ++posted_.taken_over;
        return;
    }
    gather(transaction, *plan, *amount);
}

void SolutionPoster::finish_events() {
    constexpr std::uint8_t quantity_scale = 6;
    for (auto& [key, gathered] : gathered_) {
        Event& event = gathered.event;
        event.amount = rounded(gathered.changed, gathered.scale);
        const double kept = to_double(*event.amount);
        const bool booked =
            gathered.is_signed ? event.amount->coefficient != 0 : event.amount->coefficient > 0;
        if (!booked) {
            ++posted_.left_out;
            if (gathered.changed != 0) {
                posted_.total_rounding -= gathered.changed;
                balances_[event.payer] += gathered.changed;
                balances_[event.payee] -= gathered.changed;
            }
            continue;
        }
        posted_.total_rounding += kept - gathered.changed;
        balances_[event.payer] -= kept - gathered.changed;
        balances_[event.payee] += kept - gathered.changed;
        if (gathered.has_quantity && gathered.quantity > 0) {
            event.quantity = normalized(rounded(gathered.quantity, quantity_scale));
            if (event.quantity->coefficient <= 0) event.quantity.reset();
        }
        for (const auto& [name, value] : gathered.amounts) {
            event.tags.emplace_back(name, to_string(rounded(value, gathered.scale)));
        }
        posted_.events.push_back(std::move(event));
    }
    std::ranges::stable_sort(posted_.events, {}, &Event::date);
}

/// Taxes that the baseline does not have, subsidies, and what owners draw who drew nothing.
void SolutionPoster::add_payments() {
    const Date last{baseline_.dates.end->days - 1};
    std::map<std::tuple<Place, Place, AddedPayment::Sort>, double> sums;
    for (const AddedPayment& payment : solution_.added) {
        sums[{payment.payer, payment.payee, payment.sort}] += payment.amount;
    }
    for (const auto& [key, amount] : sums) {
        const auto& [payer, payee, sort] = key;
        // An owner who puts money in is a business that pays less than nothing.
        const bool turned = amount < 0;
        Event event{.date = std::min({last, last_day_of(payer), last_day_of(payee)}),
                    .payer = baseline_.agents[turned ? payee : payer].name,
                    .payee = baseline_.agents[turned ? payer : payee].name,
                    .amount = rounded(std::abs(amount), baseline_.scale),
                    .commodity = baseline_.symbol,
                    .standings = {.whole = Standing::simulated},
                    .source = std::string{model_source}};
        if (event.amount->coefficient == 0) continue;
        switch (sort) {
            case AddedPayment::Sort::tax:
                event.kind = "section_dues";
                event.product = "tax";
                break;
            case AddedPayment::Sort::cell_tax:
                event.kind = "section_dues";
                event.product = "cell_tax";
                break;
            case AddedPayment::Sort::subsidy:
                event.kind = "gift";
                event.product = "subsidy";
                break;
            case AddedPayment::Sort::drawings:
                event.kind = turned ? "owner_capital" : "owner_drawings";
                break;
        }
        const double difference = to_double(*event.amount) - std::abs(amount);
        posted_.total_rounding += difference;
        balances_[event.payer] -= difference;
        balances_[event.payee] += difference;
        posted_.events.push_back(std::move(event));
    }
}

/// The last day on which an agent may be booked to.
Date SolutionPoster::last_day_of(Place agent) const {
    const auto& end = chart_[baseline_.agents[agent].party].life.end;
    return end ? Date{end->days - 1} : Date{baseline_.dates.end->days - 1};
}

PostedSolution SolutionPoster::post() {
    index_payments();
    find_reversals();
    declare();
    source_.for_each_transaction({}, [&](const Transaction& transaction) {
        add(transaction);
        return true;
    });
    finish_events();
    add_payments();
    for (const auto& [party, difference] : balances_) {
        posted_.rounding = std::max(posted_.rounding, std::abs(difference));
    }
    posted_.events_text = events_file(posted_.events);
    return std::move(posted_);
}

}  // namespace

PostedSolution post_solution(const Economy& economy, const Policy& policy, const Solution& solution,
                             const PostingStamp& stamp) {
    return SolutionPoster{economy, policy, solution, stamp}.post();
}

}  // namespace cellbook
