#include "ledger/kinds/kind_balance.hpp"

#include <algorithm>
#include <map>

#include "ledger/account.hpp"

namespace cellbook {

namespace {

/// Symbol -> how often. Zeros are dropped when read.
using Symbols = std::map<std::string, int, std::less<>>;

void add_expression(Symbols& symbols, const Kind& kind, const KindExpression& expression,
                    int sign) {
    for (const auto& term : expression.terms) {
        const int signed_one = term.negative ? -sign : sign;
        const auto computed =
            std::find_if(kind.amounts.begin(), kind.amounts.end(),
                         [&](const auto& amount) { return amount.first == term.name; });
        const bool is_sum =
            computed != kind.amounts.end() && computed->second.terms.front().factor.empty();
        if (is_sum) {
            add_expression(symbols, kind, computed->second, signed_one);
        } else {
            symbols[term.name] += signed_one;
        }
    }
}

/// What is left, written as an expression: `amount - levy`; empty when all cancels.
std::string remainder(const Symbols& symbols) {
    KindExpression left;
    for (const auto& [name, count] : symbols) {
        for (int i = 0; i < std::abs(count); ++i) {
            left.terms.push_back({.negative = count < 0, .name = name, .factor = {}});
        }
    }
    return to_string(left);
}

bool is_exchange(const Symbols& symbols) {
    int first = 0;
    int second = 0;
    for (const auto& [name, count] : symbols) {
        if (name == "amount") {
            first = count;
        } else if (name == "amount2") {
            second = count;
        } else if (count != 0) {
            return false;
        }
    }
    return first * second == -1;
}

/// The account of a leg, a parameter's default standing in for the parameter.
std::string_view account_by_default(const Kind& kind, const KindLeg& leg) {
    const KindParameter* const parameter = kind.find_parameter(placeholder_of(leg.account));
    return parameter == nullptr ? std::string_view{leg.account} : parameter->default_value;
}

/// Sum over the financial legs that `chosen` picks.
template <class Choice>
Symbols financial_sum(const Kind& kind, Choice chosen) {
    Symbols sum;
    for (const auto& leg : kind.legs) {
        if (is_financial_account(account_by_default(kind, leg)) && chosen(leg)) {
            add_expression(sum, kind, leg.amount, 1);
        }
    }
    return sum;
}

void check_pairs(const Kind& kind, const std::vector<std::string>& roles,
                 std::vector<KindImbalance>& found) {
    for (std::size_t i = 0; i < roles.size(); ++i) {
        for (std::size_t j = i + 1; j < roles.size(); ++j) {
            const auto between = remainder(financial_sum(kind, [&](const KindLeg& leg) {
                return (leg.role == roles[i] && leg.with == roles[j]) ||
                       (leg.role == roles[j] && leg.with == roles[i]);
            }));
            if (!between.empty()) {
                found.push_back({.role = {},
                                 .what = "between " + roles[i] + " and " + roles[j] + ", " +
                                         between + " is paid and not received"});
            }
        }
    }
}

/// Names of amounts that come to zero when optional parameters are left out. Computed amounts name
/// only earlier ones, so one pass in order settles all.
class Zeroable {
public:
    explicit Zeroable(const Kind& kind) : kind_(kind) {
        for (const auto& [name, expression] : kind.amounts) {
            if (name != "amount2" && is_zeroable(expression)) {
                names_.push_back(name);
            }
        }
    }

    [[nodiscard]] bool is_zeroable(const KindExpression& expression) const {
        return std::all_of(expression.terms.begin(), expression.terms.end(), [&](const auto& term) {
            return is_zeroable(term.name) || (!term.factor.empty() && is_zeroable(term.factor));
        });
    }

private:
    [[nodiscard]] bool is_zeroable(std::string_view name) const {
        if (const KindParameter* const parameter = kind_.find_parameter(name)) {
            return parameter->default_value.empty();
        }
        return std::find(names_.begin(), names_.end(), name) != names_.end();
    }

    const Kind& kind_;
    std::vector<std::string_view> names_{};
};

}  // namespace

bool is_financial_account(std::string_view account) {
    const auto name = split_account_name(account);
    if (!name) {
        return false;
    }
    return name->account_class == AccountClass::liabilities ||
           name->account_class == AccountClass::equity ||
           (name->account_class == AccountClass::assets && !is_non_financial_by_name(*name));
}

std::vector<KindImbalance> check_balances(const Kind& kind) {
    std::vector<KindImbalance> found;
    const auto roles = kind.roles();
    for (const auto& role : roles) {
        Symbols sum;
        for (const auto& leg : kind.legs) {
            if (leg.role == role) {
                add_expression(sum, kind, leg.amount, 1);
            }
        }
        const auto left = remainder(sum);
        if (!left.empty() && !is_exchange(sum)) {
            found.push_back(
                {.role = role, .what = "in the books of the " + role + " the legs leave " + left});
        }
    }
    if (roles.size() > 1) {
        const auto across = remainder(financial_sum(kind, [](const KindLeg&) { return true; }));
        if (!across.empty()) {
            found.push_back({.role = {},
                             .what = "over the parties, legs on financial assets, liabilities and "
                                     "equity leave " +
                                     across});
        }
    }
    if (roles.size() > 2 && found.empty()) {
        check_pairs(kind, roles, found);
    }
    return found;
}

bool nature_is_fixed(const Kind& kind, std::string_view name) {
    Symbols sum;
    for (const auto& leg : kind.legs) {
        if (placeholder_of(leg.account) == name) {
            add_expression(sum, kind, leg.amount, 1);
        }
    }
    return kind.roles().size() > 1 && !remainder(sum).empty();
}

bool is_optional(const Kind& kind, const KindLeg& leg) {
    return Zeroable{kind}.is_zeroable(leg.amount);
}

}  // namespace cellbook
