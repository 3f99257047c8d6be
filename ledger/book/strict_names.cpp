#include "ledger/book/strict_names.hpp"

#include <string_view>

namespace cellbook {

namespace {

std::string_view payee_of(std::string_view description) {
    std::string_view payee = description.substr(0, description.find('|'));
    while (!payee.empty() && payee.back() == ' ') {
        payee.remove_suffix(1);
    }
    return payee;
}

}  // namespace

StrictNames::StrictNames(const Chart& chart, Chain& chain) : chart_(chart) {
    for (const std::int64_t seq : chain.declarations()) {
        if (const Declaration* declaration = chain.declaration(seq)) {
            learn(*declaration);
        }
    }
}

void StrictNames::learn(const Declaration& declaration) {
    if (const auto* name = std::get_if<NameDeclaration>(&declaration)) {
        (name->what == NameDeclaration::What::payee ? payees_ : tags_).insert(chart_[name->name]);
    }
}

void StrictNames::demand(const std::string& what, const std::string& name, bool declared,
                         const std::string& directive,
                         const std::function<void(Diagnostic)>& complain) {
    if (declared || !complained_.insert(what + ' ' + name).second) {
        return;
    }
    complain({.code = DiagnosticCode::not_declared,
              .explanation = what + " `" + name + "` is not declared",
              .remedy = "Declare it before its first use, with `" + directive +
                        "`, mend its spelling, or leave out --strict."});
}

void StrictNames::demand_party(PartyId id, const std::function<void(Diagnostic)>& complain) {
    if (!id || chart_[id].name.empty()) return;
    const Party& known = chart_[id];
    demand("party", known.name, known.declared, "; party: " + known.name, complain);
}

void StrictNames::demand_commodity(CommodityId id,
                                   const std::function<void(Diagnostic)>& complain) {
    if (!id) return;  // still to be inferred
    const Commodity& known = chart_[id];
    demand("commodity", known.symbol, known.declared,
           "commodity " + to_decimal_text(0, known.scale) + " " + known.symbol, complain);
}

void StrictNames::demand_tags(const std::vector<Tag>& said,
                              const std::function<void(Diagnostic)>& complain) {
    for (const Tag& tag : said) {
        const std::string& name = chart_[tag.name];
        demand("tag", name, tags_.empty() || tags_.contains(name), "tag " + name, complain);
    }
}

void StrictNames::check(const TransactionDraft& transaction,
                        const std::function<void(Diagnostic)>& complain) {
    for (const Posting& posting : transaction.postings) {
        const Account& account = chart_[posting.account];
        demand("account", account.name, account.declared, "account " + account.name, complain);
        demand_party(account.party, complain);
        demand_party(posting.with, complain);
        demand_commodity(posting.amount.commodity, complain);
        if (posting.cost) {
            demand_commodity(posting.cost->total.commodity, complain);
        }
        demand_tags(posting.tags, complain);
    }
    demand_party(transaction.flow.payer, complain);
    demand_party(transaction.flow.payee, complain);
    demand_tags(transaction.tags, complain);
    const std::string payee{payee_of(transaction.description)};
    demand("payee", payee, payees_.empty() || payees_.contains(payee), "payee " + payee, complain);
}

void StrictNames::check(const RegisterDeclaration& row,
                        const std::function<void(Diagnostic)>& complain) {
    for (std::size_t i = 1; i < row.values.size(); ++i) {
        if (const auto* party = row.get<PartyId>(i)) demand_party(*party, complain);
        if (const auto* commodity = row.get<CommodityId>(i)) demand_commodity(*commodity, complain);
    }
    demand_tags(row.tags, complain);
}

}  // namespace cellbook
