#include "market/baseline/transaction_payments.hpp"

#include <algorithm>

#include "ledger/statements/account_role.hpp"
#include "ledger/statements/valuation.hpp"

namespace cellbook {

TransactionPayments::TransactionPayments(const EntrySource& source, CommodityId commodity)
    : chart_{source.chart()},
      prices_{source},
      commodity_{commodity},
      of_{source.chart().find_word("of")} {}

bool TransactionPayments::is_no_dealing(std::string_view kind) {
    return kind == "opening_balance" || kind == "opening_claim" || kind == "closing" ||
           kind == "revaluation";
}

Sum TransactionPayments::valued(const Amount& amount, Date day) {
    if (amount.commodity == commodity_) return amount.minor;
    const auto price = prices_.find(amount.commodity, commodity_, day);
    if (!price) {
        unvalued_.insert(amount.commodity);
        return 0;
    }
    foreign_ = true;
    Rate worth = price->rate * amount.minor;
    const int shift = int{chart_[commodity_].scale} - int{chart_[amount.commodity].scale};
    for (int i = 0; i < shift; ++i) worth *= 10;
    for (int i = 0; i > shift; --i) worth /= 10;
    return rounded_half_even(worth).value_or(0);
}

void TransactionPayments::find_positions(const TransactionDraft& content) {
    for (const Posting& posting : content.postings) {
        const Account& account = chart_[posting.account];
        const AccountRole role = account_role(account);
        if (role != AccountRole::cash && role != AccountRole::claim &&
            role != AccountRole::liability) {
            continue;
        }
        const Sum worth = valued(posting.amount, content.date);
        const auto known = std::ranges::find(positions_, account.party, &PositionChange::party);
        if (known == positions_.end()) {
            positions_.push_back({account.party, worth});
        } else {
            known->minor += worth;
        }
    }
}

std::string TransactionPayments::kind_of(const TransactionDraft& content) const {
    std::string name = content.kind ? chart_[content.kind] : std::string{};
    if (name != "charge") return name;
    const auto tag = std::ranges::find(content.tags, of_, &Tag::name);
    return tag == content.tags.end() ? name : tag->value;
}

void TransactionPayments::find_in_kind(const TransactionDraft& content) {
    const PartyId payee = content.flow.payee;
    if (!content.flow.payer || !payee || payee == content.flow.payer) return;
    Sum income = 0;
    for (const Posting& posting : content.postings) {
        const Account& account = chart_[posting.account];
        if (account.party == payee && account.account_class == AccountClass::income) {
            income -= valued(posting.amount, content.date);
        }
    }
    if (income == 0) return;
    parts_.push_back({.payer = content.flow.payer,
                      .payee = payee,
                      .minor = income,
                      .in_kind = true,
                      .foreign = foreign_,
                      .has_quantity = content.flow.quantity.has_value()});
}

void TransactionPayments::read(const TransactionDraft& content) {
    positions_.clear();
    parts_.clear();
    unpaid_.clear();
    unvalued_.clear();
    foreign_ = false;
    find_positions(content);
    if (content.kind && is_no_dealing(chart_[content.kind])) {
        unpaid_ = positions_;
        return;
    }
    std::erase_if(positions_, [](const PositionChange& position) { return position.minor == 0; });
    if (positions_.empty()) {
        find_in_kind(content);
        return;
    }
    // Who gives up most is the payer where nobody is named: of a reversal that is who had been
    // paid.
    auto payer = std::ranges::find(positions_, content.flow.payer, &PositionChange::party);
    if (payer == positions_.end()) {
        payer = std::ranges::min_element(positions_, {}, &PositionChange::minor);
    }
    const PositionChange from = *payer;
    positions_.erase(payer);
    Sum paid = 0;
    for (const PositionChange& to : positions_) {
        parts_.push_back({.payer = from.party,
                          .payee = to.party,
                          .minor = to.minor,
                          .foreign = foreign_,
                          .has_quantity = content.flow.quantity && to.party == content.flow.payee});
        paid += to.minor;
    }
    if (from.minor + paid != 0) unpaid_.push_back({from.party, from.minor + paid});
}

}  // namespace cellbook
