#include "ledger/kinds/event_amounts.hpp"

#include <algorithm>

#include "ledger/money.hpp"

namespace cellbook {

namespace {

EventFault not_positive(std::string field, std::string_view value) {
    return {.diagnostic = {.code = DiagnosticCode::event_amount_sign,
                           .explanation = field + " is " + std::string{value} + ", not positive",
                           .remedy = "An event says who pays whom by payer and payee, never by a "
                                     "sign. Leave rates and costs that are zero out."},
            .field = std::move(field)};
}

EventFault disagree(std::string field, std::string explanation) {
    return {.diagnostic = {.code = DiagnosticCode::event_amounts_disagree,
                           .explanation = std::move(explanation),
                           .remedy = "Correct the figure that is wrong, or leave one out: it "
                                     "follows from the others."},
            .field = std::move(field)};
}

EventFault missing_amount(std::string field, std::string remedy) {
    return {.diagnostic = {.code = DiagnosticCode::event_field_missing,
                           .explanation = "the event has no " + field,
                           .remedy = std::move(remedy)},
            .field = std::move(field)};
}

/// The given parameter of that name: a field of the event, or a tag.
Result<std::optional<Decimal>> number_of(const Event& event, const KindParameter& parameter) {
    if (parameter.name == "rate") {
        return event.rate;
    }
    if (parameter.name == "quantity") {
        return event.quantity;
    }
    const std::string_view given = event.tag(parameter.name);
    const std::string_view text = given.empty() ? parameter.default_value : given;
    if (text.empty()) {
        return std::optional<Decimal>{};
    }
    const auto number = parse_event_number(text, parameter.name);
    if (!number) {
        return number.error();
    }
    return std::optional{*number};
}

}  // namespace

EventFault fault(DiagnosticCode code, std::string field, std::string explanation,
                 std::string remedy) {
    return {.diagnostic = {.code = code,
                           .explanation = std::move(explanation),
                           .remedy = std::move(remedy)},
            .field = std::move(field)};
}

Result<Decimal> parse_event_number(std::string_view text, std::string_view field) {
    auto number = parse_decimal(text);
    if (!number) {
        return Diagnostic{.code = DiagnosticCode::event_field_invalid,
                          .explanation = std::string{field} + ": " + number.error().explanation,
                          .remedy = number.error().remedy};
    }
    return number;
}

EventAmounts::EventAmounts(const Event& event, const KindPlan& plan, const Chart& chart,
                           CommodityId commodity, CommodityId commodity2)
    : event_(event),
      plan_(plan),
      symbol_(chart[commodity].symbol),
      scale_(chart[commodity].scale),
      minor_(plan.slot_count),
      numbers_(plan.slot_count) {
    if (commodity2.valid()) {
        symbol2_ = chart[commodity2].symbol;
        scale2_ = chart[commodity2].scale;
    }
}

std::optional<EventFault> EventAmounts::settle() {
    if (auto fault = settle_numbers()) {
        return fault;
    }
    if (auto fault = settle_amount()) {
        return fault;
    }
    for (const auto& computed : plan_.computed) {
        if (auto fault = settle_computed(computed)) {
            return fault;
        }
    }
    return plan_.kind.uses_second_money() && !plan_.kind.has_amount("amount2") ? settle_amount2()
                                                                               : std::nullopt;
}

std::optional<EventFault> EventAmounts::settle_amount2() {
    if (!event_.amount2) {
        return missing_amount("amount2", "Give what is taken in exchange.");
    }
    if (event_.amount2->coefficient <= 0) {
        return not_positive("amount2", to_string(*event_.amount2));
    }
    return take(*event_.amount2, scale2_, KindPlan::amount2_slot, "amount2");
}

std::optional<EventFault> EventAmounts::settle_numbers() {
    for (const auto& number : plan_.numbers) {
        const KindParameter& parameter = plan_.kind.parameters[number.parameter];
        const auto given = number_of(event_, parameter);
        if (!given) {
            return EventFault{given.error(), parameter.name};
        }
        if (!*given) {
            continue;
        }
        const Decimal& value = **given;
        if (value.coefficient < 0) {
            return not_positive(parameter.name, to_string(value));
        }
        numbers_[number.slot] = value;
        if (number.is_amount) {
            if (auto fault = take(value, scale_, number.slot, parameter.name)) {
                return fault;
            }
        }
    }
    return std::nullopt;
}

std::optional<EventFault> EventAmounts::take(const Decimal& value, std::uint8_t scale,
                                             std::size_t slot, std::string_view field) {
    const auto minor = to_minor_exact(value, scale);
    if (!minor) {
        Diagnostic diagnostic = minor.error();
        diagnostic.explanation = std::string{field} + ": " + diagnostic.explanation;
        return EventFault{std::move(diagnostic), std::string{field}};
    }
    minor_[slot] = *minor;
    return std::nullopt;
}

std::optional<EventFault> EventAmounts::settle_amount() {
    if (!event_.amount) {
        return settle_amount_from_rate();
    }
    const bool wrong_sign =
        plan_.kind.is_signed ? event_.amount->coefficient == 0 : event_.amount->coefficient <= 0;
    if (wrong_sign) {
        return not_positive("amount", to_string(*event_.amount));
    }
    return take(*event_.amount, scale_, KindPlan::amount_slot, "amount");
}

/// amount2 / rate, where the kind exchanges one money for another.
std::optional<EventFault> EventAmounts::settle_amount_from_rate() {
    const Decimal* const by = rate();
    if (by == nullptr || !event_.amount2 || event_.amount2->coefficient <= 0) {
        return missing_amount("amount",
                              "Give it, or amount2 and rate where the kind exchanges "
                              "one commodity for another.");
    }
    if (auto fault = take(*event_.amount2, scale2_, KindPlan::amount2_slot, "amount2")) {
        return fault;
    }
    const auto amount =
        divide_rounded(minor_[KindPlan::amount2_slot], scale2_, *by, scale_, Rounding::half_even);
    if (!amount) {
        return EventFault{amount.error(), "amount"};
    }
    if (*amount == 0) {
        return not_positive("amount", to_decimal_text(0, scale_));
    }
    minor_[KindPlan::amount_slot] = *amount;
    amount_derived_ = true;
    return std::nullopt;
}

/// The number by which amount2 follows from amount; null when there is none or it is not given.
const Decimal* EventAmounts::rate() const {
    for (const auto& computed : plan_.computed) {
        if (computed.second_money) {
            const std::size_t slot = computed.factor_slots[0] == KindPlan::amount_slot
                                         ? computed.factor_slots[1]
                                         : computed.factor_slots[0];
            return numbers_[slot].coefficient > 0 ? &numbers_[slot] : nullptr;
        }
    }
    return nullptr;
}

std::optional<EventFault> EventAmounts::settle_computed(const KindPlan::Computed& computed) {
    const std::string& name = plan_.kind.amounts[computed.amount].first;
    std::optional<Decimal> given = event_.amount2;
    if (!computed.second_money) {
        given.reset();
        if (const auto text = event_.tag(name); !text.empty()) {
            const auto number = parse_event_number(text, name);
            if (!number) {
                return EventFault{number.error(), name};
            }
            given = *number;
        }
    }
    const auto derived = compute(computed);
    if (!derived) {
        return EventFault{derived.error(), name};
    }
    if (!given) {
        if (computed.second_money && *derived == 0) {
            return missing_amount(name, "Give two of amount, amount2 and rate.");
        }
        minor_[computed.slot] = *derived;
        return std::nullopt;
    }
    if (given->coefficient < (computed.second_money ? 1 : 0)) {
        return not_positive(name, to_string(*given));
    }
    if (auto fault = take(*given, computed.second_money ? scale2_ : scale_, computed.slot, name)) {
        return fault;
    }
    if (*derived != 0 && !agrees(computed, minor_[computed.slot], *derived)) {
        return disagree(name, name + " is given as " +
                                  show(minor_[computed.slot], computed.second_money) + ", but " +
                                  to_string(plan_.kind.amounts[computed.amount].second) + " is " +
                                  show(*derived, computed.second_money));
    }
    return std::nullopt;
}

/// An exchange agrees when either side, times or divided by the rate, rounds to the other: whoever
/// wrote it down may have begun with either.
bool EventAmounts::agrees(const KindPlan::Computed& computed, std::int64_t given,
                          std::int64_t derived) const {
    if (given == derived || (computed.second_money && amount_derived_)) {
        return true;
    }
    const Decimal* const by = computed.second_money ? rate() : nullptr;
    if (by == nullptr) {
        return false;
    }
    const auto back = divide_rounded(given, scale2_, *by, scale_, Rounding::half_even);
    return back && *back == amount_minor();
}

Result<std::int64_t> EventAmounts::compute(const KindPlan::Computed& computed) const {
    if (!computed.is_product) {
        return sum(computed.terms);
    }
    const std::uint8_t scale = computed.second_money ? scale2_ : scale_;
    const auto is_number = [&](std::size_t slot) {
        return std::any_of(plan_.numbers.begin(), plan_.numbers.end(),
                           [&](const auto& number) { return number.slot == slot; });
    };
    std::size_t counted = computed.factor_slots[0];
    std::size_t factor = computed.factor_slots[1];
    if (!is_number(factor)) {
        std::swap(counted, factor);
    }
    Decimal by = numbers_[factor];
    if (computed.terms.front().negative) {
        by.coefficient = -by.coefficient;
    }
    if (!is_number(counted)) {
        return multiply_rounded(minor_[counted], scale_, by, scale, Rounding::half_even);
    }
    const auto quantity = narrow(numbers_[counted].coefficient);
    if (!quantity) {
        return quantity.error();
    }
    return multiply_rounded(*quantity, numbers_[counted].scale, by, scale, Rounding::half_even);
}

Result<std::int64_t> EventAmounts::sum(const std::vector<KindPlan::Term>& terms) const {
    Sum total = 0;
    for (const auto& term : terms) {
        total += term.negative ? -Sum{minor_[term.slot]} : Sum{minor_[term.slot]};
    }
    return narrow(total);
}

Result<std::int64_t> EventAmounts::leg(const KindPlan::Leg& leg) const {
    auto total = sum(leg.terms);
    if (total && *total != 0 && !plan_.kind.is_signed && (*total < 0) != leg.is_credit) {
        const KindLeg& written =
            plan_.kind.legs[static_cast<std::size_t>(&leg - plan_.legs.data())];
        return disagree("", "`" + to_string(written.amount) + "` for " + written.account +
                                " of the " + written.role + " comes to " +
                                show(*total, leg.second_money) +
                                ": what is taken off is more than there is")
            .diagnostic;
    }
    return total;
}

std::string EventAmounts::show(std::int64_t minor, bool second_money) const {
    return to_decimal_text(minor, second_money ? scale2_ : scale_) + ' ' +
           std::string{second_money ? symbol2_ : symbol_};
}

}  // namespace cellbook
