#include "ledger/statements/identities.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

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
        // The stream first, since it comes by date; kept rows come account by account.
        const Scan scan{.any_order = true, .ids = false};
        source_.for_each_transaction(scan, [&](const Transaction& transaction) {
            add(*transaction);
            return true;
        });
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
    }

    /// By party, commodity and month.
    void tell(Held identity, std::vector<CheckFailure>& failures) const {
        const auto& parties = held_[static_cast<std::size_t>(identity)];
        for (std::uint32_t i = 0; i < parties.size(); ++i) {
            std::vector<Place> apart;
            std::ranges::copy_if(parties[i], std::back_inserter(apart), [](const Place& place) {
                return place.sides.kept != place.sides.computed;
            });
            std::ranges::sort(apart, {}, [](const Place& place) {
                return std::pair{place.commodity, place.month};
            });
            for (const Place& place : apart) {
                if (failures.size() == most_failures) return;
                failures.push_back({.check = identity_names()[static_cast<std::size_t>(identity)],
                                    .entry_id = {},
                                    .seq = 0,
                                    .provenance = {},
                                    .explanation = sentence(identity, PartyId{i}, place)});
            }
        }
    }

private:
    struct Sides {
        Sum kept = 0;
        Sum computed = 0;
    };
    /// Both sides of an identity for one party, in a commodity and month.
    struct Place {
        Month month{};
        CommodityId commodity{};
        Sides sides{};
    };
    using Places = std::vector<Place>;  ///< of one party, by month and commodity

    [[nodiscard]] PartyId party_of(AccountId account) const { return chart_[account].party; }

    Sides& sides(Held identity, PartyId party, CommodityId commodity, Month month) {
        auto& parties = held_[static_cast<std::size_t>(identity)];
        if (party.value >= parties.size()) parties.resize(party.value + std::size_t{1});
        Places& places = parties[party.value];
        const std::pair key{month, commodity};
        const auto key_of = [](const Place& place) {
            return std::pair{place.month, place.commodity};
        };
        // Entries mostly come by date, so what is wanted mostly stands last.
        if (!places.empty() && key_of(places.back()) == key) return places.back().sides;
        const auto at = std::ranges::lower_bound(places, key, {}, key_of);
        if (at != places.end() && key_of(*at) == key) return at->sides;
        return places.insert(at, {month, commodity, {}})->sides;
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

    [[nodiscard]] std::string sentence(Held identity, PartyId party, const Place& place) const {
        const auto& [month, commodity, sides] = place;
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
    std::vector<bool> cash_{};                   ///< by account
    std::vector<bool> result_{};                 ///< income, expenses and retained earnings
    std::array<std::vector<Places>, 3> held_{};  ///< by identity, then party
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
