#include "ledger/book/stock_flow.hpp"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace cellbook {

namespace {

using Key = std::pair<std::int64_t, std::int64_t>;  ///< account and commodity, as rows number them
using Months = std::vector<std::pair<Month, Sum>>;  ///< ascending

class StockFlow {
public:
    StockFlow(const Store& store, const Replay& replay,
              const std::function<void(std::string)>& fail)
        : store_{store}, replay_{replay}, fail_{fail} {}

    void check() {
        store_.for_each_total([&](std::int64_t account, std::int64_t commodity, Sum sum) {
            totals_[{account, commodity}] += sum;
        });
        Months rows;
        Key key{-1, -1};
        store_.for_each_month(
            {}, {}, {}, [&](std::int64_t account, std::int64_t commodity, Month month, Sum sum) {
                if (Key{account, commodity} != key) {
                    if (!rows.empty()) check_place(key, rows);
                    rows.clear();
                    key = {account, commodity};
                }
                rows.emplace_back(month, sum);
            });
        if (!rows.empty()) check_place(key, rows);
        check_rowless();
    }

private:
    /// What the stream says has flowed, month by month.
    [[nodiscard]] Months flows(const Key& key) const {
        Months found;
        const auto account = account_of(key);
        const auto commodity = commodity_of(key);
        if (!account || !commodity) return found;
        for (const auto& sum : replay_.derived().tally().sums(account)) {
            if (sum.commodity == commodity && sum.sum != 0) found.emplace_back(sum.month, sum.sum);
        }
        return found;
    }

    void check_place(const Key& key, const Months& rows) {
        seen_.insert(key);
        const Months flowed = flows(key);
        Sum closing = 0;
        auto flow = flowed.begin();
        auto row = rows.begin();
        while (flow != flowed.end() || row != rows.end()) {
            const bool take_flow =
                row == rows.end() || (flow != flowed.end() && flow->first <= row->first);
            const bool take_row =
                flow == flowed.end() || (row != rows.end() && row->first <= flow->first);
            const Month month = take_flow ? flow->first : row->first;
            const Sum in = take_flow ? (flow++)->second : 0;
            const Sum changed = take_row ? (row++)->second : 0;
            if (in != changed) {
                return complain(key, "opens " + to_string(month) + " with " + text(key, closing) +
                                         ", " + text(key, in) +
                                         " flows in it, and it closes with " +
                                         text(key, closing + changed));
            }
            closing += changed;
        }
        const auto total = totals_.find(key);
        const Sum kept = total == totals_.end() ? 0 : total->second;
        if (closing != kept) {
            complain(key, "closes its last month with " + text(key, closing) +
                              ", and its kept total is " + text(key, kept));
        }
    }

    /// Places of which the stream or a total knows, and no month's row.
    void check_rowless() {
        const Tally& tally = replay_.derived().tally();
        std::set<Key> others;
        for (const AccountId account : tally.accounts()) {
            for (const auto& sum : tally.sums(account)) {
                others.emplace(replay_.names().accounts.number_of(account),
                               replay_.names().commodities.number_of(sum.commodity));
            }
        }
        for (const auto& entry : totals_) others.insert(entry.first);
        for (const Key& key : others) {
            if (!seen_.contains(key)) check_place(key, {});
        }
    }

    [[nodiscard]] AccountId account_of(const Key& key) const {
        const auto& numbers = replay_.names().accounts;
        if (key.first < 0 || key.first >= numbers.count()) return {};
        return numbers.at(static_cast<std::uint32_t>(key.first));
    }
    [[nodiscard]] CommodityId commodity_of(const Key& key) const {
        const auto& numbers = replay_.names().commodities;
        if (key.second < 0 || key.second >= numbers.count()) return {};
        return numbers.at(static_cast<std::uint32_t>(key.second));
    }
    [[nodiscard]] std::string text(const Key& key, Sum sum) const {
        const auto commodity = commodity_of(key);
        if (!commodity) return to_decimal_text(sum, 0);
        const Commodity& known = replay_.chart()[commodity];
        return to_decimal_text(sum, known.scale) + " " + known.symbol;
    }
    void complain(const Key& key, const std::string& what) {
        const auto account = account_of(key);
        const std::string name = account ? "`" + replay_.chart()[account].name + "`"
                                         : "account number " + std::to_string(key.first);
        fail_(name + " " + what);
    }

    const Store& store_;
    const Replay& replay_;
    const std::function<void(std::string)>& fail_;
    std::map<Key, Sum> totals_{};
    std::set<Key> seen_{};
};

}  // namespace

void check_stock_flow(const Store& store, const Replay& replay,
                      const std::function<void(std::string)>& fail) {
    StockFlow{store, replay, fail}.check();
}

}  // namespace cellbook
