#include "ledger/statements/identities.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include <boost/container/small_vector.hpp>

#include "ledger/diagnostic.hpp"
#include "ledger/kinds/leg_check.hpp"
#include "ledger/statements/account_role.hpp"
#include "ledger/statements/closing_entries.hpp"

namespace cellbook {

namespace {

enum class Held : std::uint8_t { balance_sheet, net_income, cash_flow };

constexpr std::size_t most_failures = 1000;

class Identities {
public:
    explicit Identities(const EntrySource& source) : source_{source}, chart_{source.chart()} {
        for (std::uint32_t i = 0; i < chart_.account_count(); ++i) {
            const Account& account = chart_[AccountId{i}];
            const AccountRole role = account_role(account);
            cash_.push_back(role == AccountRole::cash);
            result_.push_back(role == AccountRole::income || role == AccountRole::expenses ||
                              is_retained_earnings(account));
        }
    }

    void read() {
        source_.for_each_total([&](AccountId account, CommodityId commodity, Sum sum) {
            sides(Held::balance_sheet, party_of(account), commodity, {}).kept += sum;
        });
        source_.for_each_month_balance({}, {}, [&](const MonthBalance& row) {
            const PartyId party = party_of(row.account);
            if (result_[row.account.value]) {
                sides(Held::net_income, party, row.commodity, row.month).kept += row.sum;
            }
            if (cash_[row.account.value]) {
                sides(Held::cash_flow, party, row.commodity, row.month).kept += row.sum;
            }
        });
        const Scan scan{.any_order = true, .ids = false};
        source_.for_each_transaction(scan, [&](const Transaction& transaction) {
            add(*transaction);
            return true;
        });
    }

    /// By party, commodity and month.
    void tell(Held identity, std::vector<CheckFailure>& failures) const {
        std::vector<std::pair<Key, Sides>> apart;
        for (const auto& [key, sides] : sides_) {
            if (std::get<0>(key) == identity && sides.kept != sides.computed) {
                apart.emplace_back(key, sides);
            }
        }
        std::ranges::sort(apart, {}, &std::pair<Key, Sides>::first);
        for (const auto& [key, sides] : apart) {
            if (failures.size() == most_failures) return;
            failures.push_back({.check = identity_names()[static_cast<std::size_t>(identity)],
                                .entry_id = {},
                                .seq = 0,
                                .provenance = {},
                                .explanation = sentence(key, sides)});
        }
    }

private:
    using Key = std::tuple<Held, PartyId, CommodityId, Month>;
    struct KeyHash {
        std::size_t operator()(const Key& key) const {
            const auto& [identity, party, commodity, month] = key;
            std::uint64_t hash =
                (std::uint64_t{party.value} << 32) | static_cast<std::uint32_t>(month.index);
            hash ^= (std::uint64_t{commodity.value} * 4 + static_cast<std::uint64_t>(identity)) *
                    0x9e3779b97f4a7c15U;
            hash *= 0xff51afd7ed558ccdU;
            return static_cast<std::size_t>(hash ^ (hash >> 32));
        }
    };
    struct Sides {
        Sum kept = 0;
        Sum computed = 0;
    };

    [[nodiscard]] PartyId party_of(AccountId account) const { return chart_[account].party; }

    Sides& sides(Held identity, PartyId party, CommodityId commodity, Month month) {
        return sides_[{identity, party, commodity, month}];
    }

    void add(const TransactionDraft& transaction) {
        const Month month = transaction.date.month();
        const bool closing = is_closing(transaction, chart_);
        boost::container::small_vector<PartyId, 4> paid;
        for (const Posting& posting : transaction.postings) {
            if (cash_[posting.account.value]) paid.push_back(party_of(posting.account));
        }
        for (const Posting& posting : transaction.postings) {
            const PartyId party = party_of(posting.account);
            const auto& [minor, commodity] = posting.amount;
            const bool with_cash = std::ranges::find(paid, party) != paid.end();
            if (posting.cost) exchange(posting, party, with_cash, month);
            if (result_[posting.account.value] && !closing) {
                sides(Held::net_income, party, commodity, month).computed += minor;
            }
            if (with_cash && !cash_[posting.account.value]) {
                sides(Held::cash_flow, party, commodity, month).computed -= minor;
            }
        }
    }

    /// A party's postings sum to zero at cost; so as they stand they sum to what was exchanged.
    void exchange(const Posting& posting, PartyId party, bool with_cash, Month month) {
        const Amount& cost = posting.cost->total;
        const auto add = [&](Held identity, Month of) {
            sides(identity, party, posting.amount.commodity, of).computed += posting.amount.minor;
            sides(identity, party, cost.commodity, of).computed -= cost.minor;
        };
        add(Held::balance_sheet, {});
        if (with_cash) add(Held::cash_flow, month);
    }

    [[nodiscard]] std::string sentence(const Key& key, const Sides& sides) const {
        const auto& [identity, party, commodity, month] = key;
        const std::string& name = chart_[party].name;
        const Commodity& in = chart_[commodity];
        const auto text = [&](Sum sum) { return to_decimal_text(sum, in.scale) + " " + in.symbol; };
        const std::string who = name.empty() ? "the books" : "the books of `" + name + "`";
        switch (identity) {
            case Held::balance_sheet:
                return who + " do not balance: all accounts together stand at " + text(sides.kept) +
                       ", and exchanges at cost leave " + text(sides.computed);
            case Held::net_income:
                return who + ": in " + to_string(month) + " retained earnings changed by " +
                       text(-sides.kept) + ", and net income was " + text(-sides.computed);
            case Held::cash_flow:
                break;
        }
        return who + ": in " + to_string(month) + " cash changed by " + text(sides.kept) +
               ", and what it was given for comes to " + text(sides.computed);
    }

    const EntrySource& source_;
    const Chart& chart_;
    std::vector<bool> cash_{};    ///< by account
    std::vector<bool> result_{};  ///< income, expenses and retained earnings
    std::unordered_map<Key, Sides, KeyHash> sides_{};
};

}  // namespace

const std::vector<std::string>& identity_names() {
    static const std::vector<std::string> names{"balance_sheet", "net_income", "cash_flow"};
    return names;
}

std::vector<CheckFailure> check_identities(const EntrySource& source,
                                           const std::vector<std::string>& only) {
    const auto wants = [&](const std::string& name) {
        return only.empty() || std::ranges::find(only, name) != only.end();
    };
    std::vector<CheckFailure> failures;
    if (std::ranges::none_of(identity_names(), wants)) return failures;
    Identities identities{source};
    try {
        identities.read();
    } catch (const StorageError& error) {
        return {{.check = identity_names().front(),
                 .entry_id = {},
                 .seq = 0,
                 .provenance = {},
                 .explanation = error.what()}};
    }
    for (const auto identity : {Held::balance_sheet, Held::net_income, Held::cash_flow}) {
        if (wants(identity_names()[static_cast<std::size_t>(identity)])) {
            identities.tell(identity, failures);
        }
    }
    return failures;
}

}  // namespace cellbook
