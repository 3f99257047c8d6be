#include "ledger/kinds/booking_memory.hpp"

#include <algorithm>

#include "ledger/account.hpp"
#include "ledger/kinds/charge.hpp"
#include "ledger/kinds/kind_balance.hpp"

namespace cellbook {

BookingMemory::BookingMemory(const KindTable& kinds, Chart& chart) : kinds_(kinds), chart_(chart) {
    for (const auto& kind : kinds.all()) {
        for (const auto& parameter : kind.parameters) {
            names_with_meaning_.emplace(parameter.name, true);
        }
        for (const auto& amount : kind.amounts) {
            names_with_meaning_.emplace(amount.first, true);
        }
    }
    for (const auto& field : event_fields()) {
        fields_.emplace(field, true);
    }
}

std::variant<const KnownKind*, EventFault> BookingMemory::kind_of(const Event& event) {
    if (const auto found = known_.find(event.kind); found != known_.end()) {
        return &found->second;
    }
    const auto kind = kinds_.get(event.kind);
    if (!kind) {
        return EventFault{kind.error(), "kind"};
    }
    const Kind& asked = **kind;
    if (asked.of.empty()) {
        return &remember(asked.name, asked);
    }
    const std::string_view inner_name = event.tag(asked.of);
    if (inner_name.empty()) {
        return fault(
            DiagnosticCode::event_field_missing, asked.of,
            "`" + asked.name + "` does not say of what",
            "Name the kind that is put off in the tag `" + asked.of + "`, as in section_dues.");
    }
    std::string key = asked.name + '\n' + std::string{inner_name};
    if (const auto found = known_.find(key); found != known_.end()) {
        return &found->second;
    }
    const auto inner = kinds_.get(inner_name);
    if (!inner) {
        return EventFault{inner.error(), asked.of};
    }
    auto together = put_off(asked, **inner);
    if (!together) {
        return EventFault{together.error(), asked.of};
    }
    return &remember(std::move(key), *std::move(together));
}

KnownKind& BookingMemory::remember(std::string key, Kind kind) {
    KnownKind known{.plan = make_plan(std::move(kind))};
    const Kind& planned = known.plan.kind;
    known.word = chart_.word(planned.name);
    if (!planned.product.empty()) {
        known.product = chart_.word(planned.product);
    }
    for (const auto& account : known.plan.accounts) {
        const auto placeholder = placeholder_of(account);
        const KindParameter* const parameter = planned.find_parameter(placeholder);
        const std::string& text = parameter == nullptr ? account : parameter->default_value;
        known.accounts.push_back(*account_number(text));  // a kind's accounts were checked
        known.nature_fixed.push_back(parameter != nullptr && nature_is_fixed(planned, placeholder));
        known.parameters.push_back(
            parameter == nullptr ? KindPlan::no_role
                                 : static_cast<std::size_t>(parameter - planned.parameters.data()));
    }
    return known_.insert_or_assign(std::move(key), std::move(known)).first->second;
}

Result<std::size_t> BookingMemory::account_number(const std::string& account) {
    if (const auto found = account_numbers_.find(account); found != account_numbers_.end()) {
        return found->second;
    }
    const auto name = split_account_name(account);
    if (!name || !name->party.empty()) {
        return Diagnostic{.code = DiagnosticCode::event_field_invalid,
                          .explanation = "`" + account + "` is no class and detail of an account",
                          .remedy =
                              "Begin with assets, liabilities, equity, income or expenses, as "
                              "in assets:goods; the party is the event's."};
    }
    account_numbers_.emplace(account, accounts_.size());
    accounts_.push_back(account);
    financial_.push_back(is_financial_account(account));
    return accounts_.size() - 1;
}

KnownParty& BookingMemory::party(std::string_view name) {
    if (const auto found = parties_.find(name); found != parties_.end()) {
        return found->second;
    }
    const std::string text{name};
    return parties_.emplace(text, KnownParty{.name = text, .id = chart_.party(text)}).first->second;
}

Result<AccountId> BookingMemory::account(KnownParty& party, std::size_t number) {
    auto& known = party.accounts;
    if (number < known.size() && known[number].valid()) {
        return known[number];
    }
    const auto account = chart_.account(party.name + ':' + accounts_[number]);
    if (!account) {
        return account.error();
    }
    if (chart_[*account].party != party.id) {
        return Diagnostic{.code = DiagnosticCode::event_field_invalid,
                          .explanation = "`" + party.name +
                                         "` cannot be a party: one of its parts is a class of "
                                         "accounts",
                          .remedy =
                              "Name the party without assets, liabilities, equity, income, "
                              "revenues or expenses among its parts."};
    }
    known.resize(std::max(known.size(), number + 1));
    known[number] = *account;
    return *account;
}

}  // namespace cellbook
