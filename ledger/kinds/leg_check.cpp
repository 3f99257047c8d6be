#include "ledger/kinds/leg_check.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/kinds/charge.hpp"
#include "ledger/kinds/kind_balance.hpp"

namespace cellbook {

namespace {

/// Role -> party.
using Parties = std::map<std::string, PartyId, std::less<>>;

std::string_view tag_of(const TransactionDraft& transaction, const Chart& chart,
                        std::string_view name) {
    const auto found = std::find_if(transaction.tags.begin(), transaction.tags.end(),
                                    [&](const Tag& tag) { return chart[tag.name] == name; });
    return found == transaction.tags.end() ? std::string_view{} : std::string_view{found->value};
}

bool equals_or_lies_below(std::string_view account, std::string_view above) {
    return account.starts_with(above) &&
           (account.size() == above.size() || account[above.size()] == ':');
}

/// Checks one transaction against one kind with roles already filled.
class LegCheck {
public:
    LegCheck(const TransactionDraft& transaction, const Kind& kind, const Chart& chart,
             const Parties& parties)
        : transaction_(transaction), kind_(kind), chart_(chart), parties_(parties) {}

    std::optional<Diagnostic> check() const {
        auto problem = check_with_sign(transaction_.reversal.has_value());
        if (problem && kind_.is_signed && !check_with_sign(!transaction_.reversal)) {
            return std::nullopt;
        }
        return problem;
    }

private:
    [[nodiscard]] std::optional<Diagnostic> check_with_sign(bool turned) const {
        for (const Posting& posting : transaction_.postings) {
            const bool explained =
                posting.amount.minor == 0 ||
                std::any_of(kind_.legs.begin(), kind_.legs.end(),
                            [&](const KindLeg& leg) { return explains(leg, posting, turned); });
            if (!explained) {
                return unexplained(posting, turned);
            }
        }
        for (const KindLeg& leg : kind_.legs) {
            const bool expected = parties_.contains(leg.role) && !is_optional(kind_, leg);
            const bool there =
                !expected ||
                std::any_of(transaction_.postings.begin(), transaction_.postings.end(),
                            [&](const Posting& posting) { return explains(leg, posting, turned); });
            if (!there) {
                return missing(leg);
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool explains(const KindLeg& leg, const Posting& posting, bool turned) const {
        return is_of_role(leg, posting) && stands_on(leg, chart_[posting.account]) &&
               (posting.amount.minor < 0) == (leg.is_credit() != turned);
    }

    [[nodiscard]] bool is_of_role(const KindLeg& leg, const Posting& posting) const {
        const auto party = parties_.find(leg.role);
        return party != parties_.end() && party->second == chart_[posting.account].party;
    }

    [[nodiscard]] bool stands_on(const KindLeg& leg, const Account& account) const {
        const std::string name = name_within(account.account_class, account.detail());
        const auto placeholder = placeholder_of(leg.account);
        if (placeholder.empty()) {
            return equals_or_lies_below(name, leg.account) ||
                   (leg.account == "assets:cash" && stands_in_for_cash(account));
        }
        const auto given = tag_of(transaction_, chart_, placeholder);
        if (!given.empty()) {
            return equals_or_lies_below(name, given);
        }
        const std::string& usual = kind_.find_parameter(placeholder)->default_value;
        const auto class_end = usual.find(':');
        return equals_or_lies_below(name, usual) ||
               equals_or_lies_below(name, std::string_view{usual}.substr(0, class_end));
    }

    [[nodiscard]] static bool stands_in_for_cash(const Account& account) {
        return account.account_class == AccountClass::assets && !account.non_financial &&
               !equals_or_lies_below(account.detail(), "receivable");
    }

    [[nodiscard]] std::string show(const Posting& posting) const {
        const Commodity& commodity = chart_[posting.amount.commodity];
        return "`" + chart_[posting.account].name + "  " +
               to_decimal_text(posting.amount.minor, commodity.scale) + ' ' + commodity.symbol +
               "`";
    }

    /// `debit assets:cash, credit income:rent`: what the kind books for a role.
    [[nodiscard]] std::string legs_of(std::string_view role) const {
        std::string text;
        for (const KindLeg& leg : kind_.legs) {
            if (leg.role == role) {
                text += (text.empty() ? "" : ", ") +
                        std::string{leg.is_credit() ? "credit " : "debit "} + leg.account;
            }
        }
        return text;
    }

    [[nodiscard]] Diagnostic unexplained(const Posting& posting, bool turned) const {
        const PartyId party = chart_[posting.account].party;
        const auto role = std::find_if(parties_.begin(), parties_.end(),
                                       [&](const auto& entry) { return entry.second == party; });
        std::string why;
        if (role == parties_.end()) {
            why = "`" + chart_[party].name + "` plays no role in it";
        } else {
            why = "in the books of the " + role->first + " it books " + legs_of(role->first) +
                  (turned ? ", here turned round" : "");
        }
        return {
            .code = DiagnosticCode::kind_legs_unexplained,
            .explanation = "no leg of `" + kind_.name + "` explains " + show(posting) + ": " + why,
            .remedy =
                "Book what the kind says, name another kind, or split the transaction. "
                "`cellbook kinds` shows the legs; what is due and unpaid is `charge`."};
    }

    [[nodiscard]] Diagnostic missing(const KindLeg& leg) const {
        const std::string& party = chart_[parties_.find(leg.role)->second].name;
        return {
            .code = DiagnosticCode::kind_legs_missing,
            .explanation = "`" + kind_.name + "` books a " +
                           (leg.is_credit() ? "credit" : "debit") + " on " + leg.account +
                           " of the " + leg.role + ", `" + party + "`, which is not there",
            .remedy = "Book it, or name the kind that this is. `cellbook kinds` shows the legs."};
    }

    const TransactionDraft& transaction_;
    const Kind& kind_;
    const Chart& chart_;
    const Parties& parties_;
};

/// Who may play payer and payee: as the flow says or, when it says nothing, whoever is there.
std::vector<Parties> casts(const TransactionDraft& transaction, const Kind& kind,
                           const Chart& chart) {
    Parties known;
    for (const auto& role : kind.roles()) {
        const PartyId party = chart.find_party(tag_of(transaction, chart, role));
        if (role != "payer" && role != "payee" && party.valid() && !chart[party].name.empty()) {
            known.emplace(role, party);
        }
    }
    const Flow& flow = transaction.flow;
    const bool two_sided = kind.has_role("payee");
    if (flow.payer.valid() || flow.payee.valid()) {
        if (flow.payer.valid()) known.emplace("payer", flow.payer);
        if (flow.payee.valid() && two_sided) known.emplace("payee", flow.payee);
        return {known};
    }
    std::vector<PartyId> others = parties_of(transaction, chart);
    std::erase_if(others, [&](PartyId party) {
        return std::any_of(known.begin(), known.end(),
                           [&](const auto& entry) { return entry.second == party; });
    });
    std::vector<Parties> casts;
    const auto cast = [&](std::initializer_list<std::pair<const std::string, PartyId>> roles) {
        casts.push_back(known);
        casts.back().insert(roles);
    };
    if (others.size() == 1) {
        cast({{"payer", others[0]}});
        if (two_sided) cast({{"payee", others[0]}});
    } else if (others.size() == 2 && two_sided) {
        cast({{"payer", others[0]}, {"payee", others[1]}});
        cast({{"payer", others[1]}, {"payee", others[0]}});
    } else {
        casts.push_back(known);  // too many to guess: the complaint names a party without a role
    }
    return casts;
}

Diagnostic no_closing_entry(DiagnosticCode code, std::string explanation) {
    return {.code = code,
            .explanation = std::move(explanation),
            .remedy =
                "Close income and expenses of one party against its equity:retained earnings; "
                "`cellbook close` writes such entries."};
}

std::optional<Diagnostic> check_closing(const TransactionDraft& transaction, const Chart& chart) {
    if (parties_of(transaction, chart).size() > 1) {
        return no_closing_entry(DiagnosticCode::kind_legs_unexplained,
                                "a closing entry closes the books of one party, not of several");
    }
    bool retained = false;
    for (const Posting& posting : transaction.postings) {
        const Account& account = chart[posting.account];
        const bool closed = account.account_class == AccountClass::income ||
                            account.account_class == AccountClass::expenses;
        const bool is_retained = is_retained_earnings(account);
        retained = retained || is_retained;
        if (!closed && !is_retained && posting.amount.minor != 0) {
            return no_closing_entry(
                DiagnosticCode::kind_legs_unexplained,
                "a closing entry books nothing on `" + account.name +
                    "`: it is neither income nor expenses nor retained earnings");
        }
    }
    if (retained) return std::nullopt;
    return no_closing_entry(DiagnosticCode::kind_legs_missing,
                            "a closing entry brings what it closes to equity:retained earnings, "
                            "which is not there");
}

}  // namespace

bool is_retained_earnings(const Account& account) {
    constexpr std::string_view detail = retained_earnings.substr(retained_earnings.find(':') + 1);
    return account.account_class == AccountClass::equity &&
           equals_or_lies_below(account.detail(), detail);
}

std::optional<Diagnostic> check_legs(const TransactionDraft& transaction, const KindTable& kinds,
                                     const Chart& chart) {
    if (!transaction.kind.valid()) {
        return std::nullopt;
    }
    const auto named = kinds.get(chart[transaction.kind]);
    if (!named) {
        return named.error();
    }
    const Kind* kind = *named;
    if (kind->name == closing_kind) {
        return check_closing(transaction, chart);
    }
    Kind together;
    if (!kind->of.empty()) {
        const auto inner_name = tag_of(transaction, chart, kind->of);
        if (inner_name.empty()) {
            return Diagnostic{.code = DiagnosticCode::event_field_missing,
                              .explanation = "`" + kind->name + "` does not say of what",
                              .remedy = "Name the kind that is put off in the tag `" + kind->of +
                                        "`, as in of:section_dues."};
        }
        const auto inner = kinds.get(inner_name);
        if (!inner) {
            return inner.error();
        }
        auto put = put_off(*kind, **inner);
        if (!put) {
            return put.error();
        }
        together = *std::move(put);
        kind = &together;
    }
    std::optional<Diagnostic> first;
    for (const Parties& parties : casts(transaction, *kind, chart)) {
        auto problem = LegCheck{transaction, *kind, chart, parties}.check();
        if (!problem) {
            return std::nullopt;
        }
        first = first ? first : problem;
    }
    return first;
}

}  // namespace cellbook
