#include "ledger/kinds/event_booking.hpp"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "ledger/kinds/booking_memory.hpp"
#include "ledger/kinds/event_amounts.hpp"
#include "ledger/kinds/kind_plan.hpp"
#include "ledger/money.hpp"

namespace cellbook {

namespace {

constexpr std::uint8_t most_price_decimals = 6;

/// A name of one line: control characters become blanks, and blanks at the ends go.
std::string one_line(std::string_view text) {
    std::string line;
    for (const char byte : text) {
        const bool control = static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f;
        if (!control && byte != ' ') {
            line += byte;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (line.ends_with(' ')) {
        line.pop_back();
    }
    return line;
}

std::string spoken(std::string_view name) {
    std::string words{name};
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string describe(const Event& event, const Kind& kind) {
    if (auto note = one_line(event.note); !note.empty()) {
        return note;
    }
    std::string text = spoken(event.kind);
    text.front() = static_cast<char>(text.front() - 'a' + 'A');  // names begin with a small letter
    for (const auto& parameter : kind.parameters) {
        if (parameter.sort == KindParameter::Sort::kind) {
            text += " of " + spoken(event.tag(parameter.name));
        }
    }
    if (!event.cell.empty()) {
        text += ", " + one_line(event.cell);
    } else if (!event.product.empty() && event.product != kind.product) {
        text += ", " + one_line(event.product);
    }
    return text;
}

/// Books one event, one step of the ladder after the other.
class Booking {
public:
    Booking(BookingMemory& memory, const Event& event, const KnownKind& known)
        : memory_(memory), event_(event), known_(known), kind_(known.plan.kind) {}

    std::variant<TransactionDraft, EventFault> book();

private:
    using Step = std::optional<EventFault>;

    Step check_given();
    Step check_used();
    Step check_tag(const std::string& name);
    Step check_parties();
    Step book_legs(const EventAmounts& amounts);
    Step book_leg(const KindPlan::Leg& leg, std::int64_t minor);
    Step check_range(const EventAmounts& amounts);
    Step fill_flow(const EventAmounts& amounts);
    void fill_rest();
    std::variant<std::size_t, EventFault> account_of(const KindPlan::Leg& leg);
    KnownParty* party_of(std::size_t role);
    [[nodiscard]] Decimal amount(const EventAmounts& amounts) const {
        return {.coefficient = amounts.amount_minor(), .scale = memory_.chart()[commodity_].scale};
    }
    EventFault unused(const std::string& field) const {
        return fault(DiagnosticCode::event_field_unused, field,
                     "`" + kind_.name + "` has no use for `" + field + "`",
                     "Leave it empty, or name the kind that it belongs to: it would be lost.");
    }

    BookingMemory& memory_;
    const Event& event_;
    const KnownKind& known_;
    const Kind& kind_;
    CommodityId commodity_{};
    CommodityId commodity2_{};
    std::vector<KnownParty*> parties_{};  ///< by role, as far as they are known
    TransactionDraft draft_{};
};

std::variant<TransactionDraft, EventFault> Booking::book() {
    Step step = check_given();
    if (!step) step = check_used();
    if (!step) step = check_parties();
    if (step) return *std::move(step);

    commodity_ = memory_.chart().commodity(event_.commodity);
    if (!event_.commodity2.empty()) {
        commodity2_ = memory_.chart().commodity(event_.commodity2);
    }
    EventAmounts amounts{event_, known_.plan, memory_.chart(), commodity_, commodity2_};
    step = amounts.settle();
    if (!step) step = check_range(amounts);
    if (!step) step = fill_flow(amounts);
    if (!step) step = book_legs(amounts);
    if (step) return *std::move(step);
    fill_rest();
    return std::move(draft_);
}

Booking::Step Booking::check_given() {
    const auto missing = [&](const std::string& field) {
        return fault(DiagnosticCode::event_field_missing, field,
                     "`" + kind_.name + "` needs `" + field + "`", "Fill in `" + field + "`.");
    };
    for (const auto* field : {"payer", "commodity"}) {
        if (!event_.gives(field)) return missing(field);
    }
    for (const auto& field : kind_.needs) {
        const bool by_default = field == "product" && !kind_.product.empty();
        if (!event_.gives(field) && !by_default) return missing(field);
    }
    return std::nullopt;
}

Booking::Step Booking::check_used() {
    for (const auto* field : {"payee", "amount2", "commodity2", "rate", "cell"}) {
        if (event_.gives(field) && !kind_.accepts(field)) return unused(field);
    }
    for (const auto& [name, value] : event_.tags) {
        if (auto step = check_tag(name)) return step;
    }
    return std::nullopt;
}

Booking::Step Booking::check_tag(const std::string& name) {
    if (memory_.is_field(name)) {
        return fault(DiagnosticCode::event_field_invalid, name,
                     "`" + name + "` is a field of every event and no tag",
                     "Give it as the field (in an events file, the column) of that name.");
    }
    const bool own =
        kind_.find_parameter(name) != nullptr || kind_.has_amount(name) || kind_.has_role(name);
    if (!own && memory_.has_meaning(name) && !event_.tag(name).empty()) return unused(name);
    return std::nullopt;
}

Booking::Step Booking::check_parties() {
    if (event_.payer == event_.payee) {
        return fault(DiagnosticCode::event_parties_equal, "payee",
                     "payer and payee are both `" + event_.payer + "`",
                     "A party does not pay itself: name the other one.");
    }
    if (!event_.commodity2.empty() && event_.commodity == event_.commodity2) {
        return fault(DiagnosticCode::event_field_invalid, "commodity2",
                     "commodity and commodity2 are both `" + event_.commodity + "`",
                     "An exchange is of one commodity for another.");
    }
    return std::nullopt;
}

Booking::Step Booking::check_range(const EventAmounts& amounts) {
    const auto outside = [&](std::string field, std::string explanation) {
        return fault(DiagnosticCode::event_range_invalid, std::move(field), std::move(explanation),
                     "The range of an estimate holds the amount: low <= amount <= high.");
    };
    if (event_.low && event_.high && compare(*event_.low, *event_.high) > 0) {
        return fault(
            DiagnosticCode::range_reversed, "high",
            "low is " + to_string(*event_.low) + ", more than high, " + to_string(*event_.high),
            "Exchange them.");
    }
    const Decimal booked = amount(amounts);
    if (event_.low && compare(booked, *event_.low) < 0) {
        return outside("low", "the amount, " + to_string(booked) + ", is below low, " +
                                  to_string(*event_.low));
    }
    if (event_.high && compare(booked, *event_.high) > 0) {
        return outside("high", "the amount, " + to_string(booked) + ", is above high, " +
                                   to_string(*event_.high));
    }
    draft_.low = event_.low;
    draft_.high = event_.high;
    return std::nullopt;
}

Booking::Step Booking::fill_flow(const EventAmounts& amounts) {
    Chart& chart = memory_.chart();
    Flow& flow = draft_.flow;
    flow.product = event_.product.empty() ? known_.product : chart.word(event_.product);
    if (!event_.cell.empty()) flow.cell = chart.word(event_.cell);
    if (event_.quantity && event_.quantity->coefficient <= 0) {
        return fault(DiagnosticCode::event_amount_sign, "quantity",
                     "quantity is " + to_string(*event_.quantity) + ", not positive",
                     "Say how much of the product, or leave it empty.");
    }
    flow.quantity = event_.quantity;
    flow.unit_price = event_.unit_price;
    if (!event_.quantity) return std::nullopt;

    const std::uint8_t scale = chart[commodity_].scale;
    if (!event_.unit_price) {
        flow.unit_price =
            exact_quotient(amounts.amount_minor(), scale, *event_.quantity, most_price_decimals);
        while (flow.unit_price && flow.unit_price->scale < std::min(scale, most_price_decimals)) {
            flow.unit_price->coefficient *= 10;  // 15 -> 15.00, as the commodity is written
            ++flow.unit_price->scale;
        }
        return std::nullopt;
    }
    const auto quantity = narrow(event_.quantity->coefficient);
    const auto product = quantity ? multiply_rounded(*quantity, event_.quantity->scale,
                                                     *event_.unit_price, scale, Rounding::half_even)
                                  : quantity;
    if (!product) return EventFault{product.error(), "quantity"};
    if (*product != amounts.amount_minor()) {
        return fault(DiagnosticCode::event_amounts_disagree, "quantity",
                     to_string(*event_.quantity) + " at " + to_string(*event_.unit_price) +
                         " make " + to_decimal_text(*product, scale) + ", but the amount is " +
                         to_string(amount(amounts)),
                     "Correct the figure that is wrong, or leave one out: it follows from the "
                     "others.");
    }
    return std::nullopt;
}

/// Null when the event gives none.
KnownParty* Booking::party_of(std::size_t role) {
    if (parties_.empty()) parties_.resize(known_.plan.roles.size());
    if (parties_[role] != nullptr) return parties_[role];
    const std::string& name = known_.plan.roles[role];
    const std::string_view given = name == "payer"   ? event_.payer
                                   : name == "payee" ? event_.payee
                                                     : event_.tag(name);
    if (!given.empty()) parties_[role] = &memory_.party(given);
    return parties_[role];
}

std::variant<std::size_t, EventFault> Booking::account_of(const KindPlan::Leg& leg) {
    const std::size_t fixed = known_.accounts[leg.account];
    const std::size_t parameter_number = known_.parameters[leg.account];
    if (parameter_number == KindPlan::no_role) return fixed;
    const KindParameter& parameter = kind_.parameters[parameter_number];
    const std::string_view given = event_.tag(parameter.name);
    if (given.empty()) return fixed;
    const auto number = memory_.account_number(std::string{given});
    if (!number) return EventFault{number.error(), parameter.name};
    if (known_.nature_fixed[leg.account] &&
        memory_.is_financial(*number) != memory_.is_financial(fixed)) {
        const bool financial = memory_.is_financial(fixed);
        return fault(DiagnosticCode::event_field_invalid, parameter.name,
                     "`" + kind_.name + "` cannot book on `" + std::string{given} + "`",
                     financial ? "Give a financial asset, a liability or equity."
                               : "Give income, an expense or a non-financial asset such as "
                                 "assets:goods: what is paid is received by the other party.");
    }
    return *number;
}

Booking::Step Booking::book_leg(const KindPlan::Leg& leg, std::int64_t minor) {
    const std::string& role = known_.plan.roles[leg.role];
    KnownParty* const party = party_of(leg.role);
    if (party == nullptr) {
        return fault(DiagnosticCode::event_field_missing, role,
                     "`" + kind_.name + "` books something for the " + role + ", and none is given",
                     "Give `" + role + "`, or leave out what asks for it.");
    }
    const auto number = account_of(leg);
    if (const auto* problem = std::get_if<EventFault>(&number)) return *problem;
    const auto account = memory_.account(*party, std::get<std::size_t>(number));
    if (!account) return EventFault{account.error(), role};
    Posting& posting = draft_.postings.emplace_back();
    posting.account = *account;
    posting.amount = {.minor = minor, .commodity = leg.second_money ? commodity2_ : commodity_};
    return std::nullopt;
}

/// Counterparties are said only where there are more than two parties: of two, each is the other's.
Booking::Step Booking::book_legs(const EventAmounts& amounts) {
    const auto& legs = known_.plan.legs;
    std::vector<const KindPlan::Leg*> booked;
    std::size_t parties = 0;
    std::size_t last_role = KindPlan::no_role;
    draft_.postings.reserve(legs.size());
    booked.reserve(legs.size());
    for (const auto& leg : legs) {
        const auto minor = amounts.leg(leg);
        if (!minor) return EventFault{minor.error(), "amount"};
        if (*minor == 0) continue;
        if (auto step = book_leg(leg, *minor)) return step;
        booked.push_back(&leg);
        parties += leg.role == last_role ? 0 : 1;  // the legs of a role stand together
        last_role = leg.role;
    }
    for (std::size_t i = 0; parties > 2 && i < booked.size(); ++i) {
        Posting& posting = draft_.postings[i];
        const KnownParty* const with = party_of(booked[i]->with);
        const bool other = with != nullptr && with->id != memory_.chart()[posting.account].party;
        if (other) posting.with = with->id;
    }
    return std::nullopt;
}

void Booking::fill_rest() {
    Chart& chart = memory_.chart();
    draft_.date = event_.date;
    draft_.recorded = event_.recorded;
    draft_.id = event_.id;
    draft_.kind = known_.word;
    draft_.description = describe(event_, kind_);
    if (!event_.source.empty()) draft_.source = chart.word(event_.source);
    draft_.flow.payer = memory_.party(event_.payer).id;
    if (!event_.payee.empty()) draft_.flow.payee = memory_.party(event_.payee).id;
    draft_.standings = event_.standings;
    draft_.nonobserved = event_.nonobserved || kind_.nonobserved;
    for (const auto& [name, value] : event_.tags) {
        if (!value.empty()) draft_.tags.push_back({.name = chart.word(name), .value = value});
    }
    if (event_.rate) {
        draft_.tags.push_back({.name = chart.word("rate"), .value = to_string(*event_.rate)});
    }
}

}  // namespace

struct EventBooker::State {
    BookingMemory memory;
    std::string field_at_fault{};
};

EventBooker::EventBooker(const KindTable& kinds, Chart& chart)
    : state_(std::make_unique<State>(State{.memory = BookingMemory{kinds, chart}})) {}
EventBooker::~EventBooker() = default;
EventBooker::EventBooker(EventBooker&&) noexcept = default;

Result<TransactionDraft> EventBooker::book(const Event& event) {
    state_->field_at_fault.clear();
    const auto refuse = [&](EventFault problem) {
        state_->field_at_fault = std::move(problem.field);
        return std::move(problem.diagnostic);
    };
    auto known = state_->memory.kind_of(event);
    if (auto* problem = std::get_if<EventFault>(&known)) return refuse(std::move(*problem));
    auto draft = Booking{state_->memory, event, *std::get<const KnownKind*>(known)}.book();
    if (auto* problem = std::get_if<EventFault>(&draft)) return refuse(std::move(*problem));
    return std::get<TransactionDraft>(std::move(draft));
}

std::string_view EventBooker::field_at_fault() const {
    return state_->field_at_fault;
}

Result<TransactionDraft> book_event(const Event& event, const KindTable& kinds, Chart& chart) {
    return EventBooker{kinds, chart}.book(event);
}

}  // namespace cellbook
