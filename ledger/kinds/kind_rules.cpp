#include "ledger/kinds/kind_rules.hpp"

#include <algorithm>

#include "ledger/account.hpp"
#include "ledger/decimal.hpp"
#include "ledger/kinds/event.hpp"
#include "ledger/kinds/kind_balance.hpp"

namespace cellbook {

namespace {

bool mentions(const KindExpression& expression, std::string_view name) {
    return std::any_of(expression.terms.begin(), expression.terms.end(),
                       [&](const auto& term) { return term.name == name || term.factor == name; });
}

class KindRules {
public:
    KindRules(Kind& kind, const KindText& text, const std::vector<const KindText*>& leg_places,
              KindProblems& problems)
        : kind_(kind), text_(text), leg_places_(leg_places), problems_(problems) {}

    void check() {
        check_parameter_uses();
        check_fields();
        check_roles();
        if (problems_.none()) {
            check_legs();
        }
        if (problems_.none()) {
            check_sums();
        }
    }

private:
    [[nodiscard]] bool is_number(std::string_view name) const {
        return std::any_of(kind_.legs.begin(), kind_.legs.end(),
                           [&](const KindLeg& leg) { return mentions(leg.amount, name); }) ||
               std::any_of(kind_.amounts.begin(), kind_.amounts.end(),
                           [&](const auto& amount) { return mentions(amount.second, name); });
    }

    [[nodiscard]] bool is_account(std::string_view name) const {
        return std::any_of(kind_.legs.begin(), kind_.legs.end(),
                           [&](const KindLeg& leg) { return placeholder_of(leg.account) == name; });
    }

    [[nodiscard]] bool is_amount(std::string_view name) const {
        return name == "amount" || name == "amount2" || kind_.has_amount(name);
    }

    void check_parameter_uses() {
        for (auto& parameter : kind_.parameters) {
            const bool number = is_number(parameter.name);
            const bool account = is_account(parameter.name);
            const KindText& where = text_.find("parameters")->value;
            if (int{number} + int{account} + int{parameter.name == kind_.of} != 1) {
                problems_.wrong(
                    where,
                    "the parameter " + in_backticks(parameter.name) +
                        (number || account ? " is used in two ways" : " is used nowhere"),
                    "A parameter is a number, an account or, for `of`, a kind.");
                continue;
            }
            parameter.sort = account  ? KindParameter::Sort::account
                             : number ? KindParameter::Sort::number
                                      : KindParameter::Sort::kind;
            check_default(where, parameter);
        }
        if (!kind_.of.empty() && kind_.find_parameter(kind_.of) == nullptr) {
            problems_.wrong(text_,
                            "`of` names " + in_backticks(kind_.of) + ", which is no parameter",
                            "Name it in `parameters`.");
        }
    }

    void check_default(const KindText& where, const KindParameter& parameter) {
        const std::string& value = parameter.default_value;
        if (parameter.sort == KindParameter::Sort::number && !value.empty()) {
            const auto number = parse_decimal(value);
            if (!number || number->coefficient <= 0) {
                problems_.wrong(where,
                                "the default of " + in_backticks(parameter.name) + ", " + value +
                                    ", is no positive number",
                                "Leave it out when the parameter counts as zero.");
            }
        }
        if (parameter.sort == KindParameter::Sort::account) {
            const auto name = split_account_name(value);
            if (!name || !name->party.empty()) {
                problems_.wrong(where,
                                "the account " + in_backticks(parameter.name) + " has no default",
                                "Give a class and detail in `defaults`, as in \"assets:goods\".");
            }
        }
    }

    void check_fields() {
        if (kind_.uses_second_money() && !contains(kind_.needs, "commodity2")) {
            problems_.wrong(text_,
                            "its legs are in two commodities, and it does not require the second",
                            "Add \"commodity2\" to `requires`.");
        }
        std::vector<std::string> known = event_fields();
        for (const auto& parameter : kind_.parameters) {
            known.push_back(parameter.name);
        }
        for (const auto& role : kind_.roles()) {
            known.push_back(role);
        }
        for (const auto* key : {"requires", "takes"}) {
            const auto& names = key == std::string_view{"takes"} ? kind_.takes : kind_.needs;
            for (const auto& name : names) {
                if (!contains(known, name)) {
                    const auto nearest = nearest_names(name, known, 1);
                    problems_.wrong(
                        text_.find(key)->value, "an event has no field " + in_backticks(name),
                        nearest.empty() ? "The columns of an events file are the fields."
                                        : "Did you mean " + in_backticks(nearest.front()) + "?");
                }
            }
        }
    }

    void check_roles() {
        const auto& sna = text_.find("sna")->value;
        std::vector<std::string> coded;
        for (const auto& [role, code] : kind_.sna) {
            coded.push_back(role);
        }
        if (!kind_.of.empty()) {
            return;
        }
        const auto roles = kind_.roles();
        if (!contains(roles, "payer")) {
            problems_.wrong(text_, "nobody pays", "Give legs to the role payer.");
        }
        for (const auto& role : roles) {
            if (!contains(coded, role)) {
                problems_.wrong(sna, "the role " + in_backticks(role) + " has no SNA code",
                                "Add it to `sna`.");
            }
            const bool misnamed =
                contains(event_fields(), role) && role != "payer" && role != "payee";
            if (misnamed || kind_.find_parameter(role) != nullptr || is_amount(role)) {
                problems_.wrong(text_, in_backticks(role) + " is no name for a role",
                                "It has another meaning already.");
            }
        }
        for (const auto& role : coded) {
            if (!contains(roles, role)) {
                problems_.wrong(sna, "the role " + in_backticks(role) + " has a code and no legs",
                                "Give it legs, or take it out of `sna`.");
            }
        }
    }

    void check_legs() {
        const auto roles = kind_.roles();
        for (std::size_t i = 0; i < kind_.legs.size(); ++i) {
            const KindLeg& leg = kind_.legs[i];
            const KindText& where = *leg_places_[i];
            const bool named = !leg.with.empty();
            if (named ? leg.with == leg.role || !contains(roles, leg.with) : roles.size() > 2) {
                problems_.wrong(
                    where,
                    named ? in_backticks(leg.with) + " is no other role of this kind"
                          : "with more than two roles, a leg says with whom it is",
                    "Name the counterparty's role: [\"assets:cash\", \"amount\", \"payer\"].");
            }
            check_commodity(where, leg);
        }
    }

    void check_sums() {
        const auto* legs = text_.find("legs");
        for (const auto& imbalance : check_balances(kind_)) {
            const auto* role = legs->value.find(imbalance.role);
            problems_.complain(
                DiagnosticCode::kind_unbalanced, role != nullptr ? role->line : legs->line,
                role != nullptr ? role->column : legs->column, imbalance.what,
                "Every party's legs sum to zero, and what one pays another receives.");
        }
    }

    void check_commodity(const KindText& where, const KindLeg& leg) {
        bool first = false;
        bool second = false;
        for (const auto& term : leg.amount.terms) {
            second = second || term.name == "amount2";
            first = first || (term.name != "amount2" && is_amount(term.name));
        }
        if (first && second) {
            problems_.wrong(where, "a leg adds amounts of two commodities", "Make two legs of it.");
        }
    }

    Kind& kind_;
    const KindText& text_;
    const std::vector<const KindText*>& leg_places_;
    KindProblems& problems_;
};

}  // namespace

void check_rules(Kind& kind, const KindText& text, const std::vector<const KindText*>& leg_places,
                 KindProblems& problems) {
    KindRules{kind, text, leg_places, problems}.check();
}

}  // namespace cellbook
