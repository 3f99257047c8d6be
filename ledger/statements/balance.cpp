#include "ledger/statements/balance.hpp"

#include <algorithm>
#include <map>

#include "ledger/statements/account_sums.hpp"

namespace cellbook {

namespace {

/// Sums by name, names clipped to the depth asked for, in the order of reports.
struct NameOrder {
    bool operator()(const std::string& a, const std::string& b) const { return comes_before(a, b); }
};
using NamedSums = std::map<std::string, Sums, NameOrder>;

void add(Sums& to, const Sums& from) {
    for (const auto& [commodity, sum] : from) to[commodity] += sum;
}

bool is_zero(const Sums& sums) {
    return std::ranges::all_of(sums, [](const auto& entry) { return entry.second == 0; });
}

NamedSums by_name(const AccountSums& sums, const Chart& chart, std::optional<unsigned> depth) {
    NamedSums named;
    for (std::uint32_t i = 0; i < sums.account_bound(); ++i) {
        const Sums& own = sums.of(AccountId{i});
        if (own.empty()) continue;
        const std::string& name = chart[AccountId{i}].name;
        add(named[depth ? std::string{clipped_name(name, *depth)} : name], own);
    }
    return named;
}

/// An account of the tree: its own sums, and those with everything below it.
struct Branch {
    Sums own{};
    Sums all{};
    std::vector<std::string> children{};  ///< full names
};
using Branches = std::map<std::string, Branch, NameOrder>;

Branches grow(const NamedSums& named) {
    Branches branches;
    for (const auto& [name, sums] : named) {
        branches[name].own = sums;
        for (std::size_t end = name.size(); end != std::string::npos;
             end = name.rfind(':', end - 1)) {
            add(branches[name.substr(0, end)].all, sums);
            if (end == 0) break;
        }
    }
    for (const auto& entry : branches) {
        const auto colon = entry.first.rfind(':');
        if (colon == std::string::npos) continue;
        branches[entry.first.substr(0, colon)].children.push_back(entry.first);
    }
    return branches;
}

/// Draws a tree: children that show nothing are left out, boring parents joined to their child.
class TreeLayout {
public:
    TreeLayout(const Branches& branches, const BalanceOptions& options, const Chart& chart)
        : branches_{branches}, options_{options}, chart_{chart} {}

    std::vector<Row> rows() && {
        for (const auto& entry : branches_) {
            if (entry.first.find(':') == std::string::npos) draw(entry.first, "", 0);
        }
        return std::move(rows_);
    }

private:
    bool shows(const std::string& name) const {
        const Branch& branch = branches_.at(name);
        return options_.empty || !is_zero(branch.all) || !is_zero(branch.own) ||
               std::ranges::any_of(branch.children,
                                   [&](const auto& child) { return shows(child); });
    }

    void draw(const std::string& name, const std::string& above, unsigned indent) {
        if (!shows(name)) return;
        const Branch& branch = branches_.at(name);
        const auto colon = name.rfind(':');
        const std::string last = colon == std::string::npos ? name : name.substr(colon + 1);
        const std::string label = above.empty() ? last : above + ':' + last;
        std::vector<std::string> visible;
        std::ranges::copy_if(branch.children, std::back_inserter(visible),
                             [&](const auto& child) { return shows(child); });
        const bool boring = options_.elide && visible.size() == 1 && is_zero(branch.own) &&
                            !(options_.empty && !branch.own.empty());
        if (boring) return draw(visible.front(), label, indent);
        rows_.push_back({{table_amounts(branch.all, chart_), label}, Row::Role::fact, indent});
        for (const auto& child : visible) draw(child, "", indent + 2);
    }

    const Branches& branches_;
    const BalanceOptions& options_;
    const Chart& chart_;
    std::vector<Row> rows_{};
};

}  // namespace

Table balance(const EntrySource& source, const Query& query, const BalanceOptions& options) {
    const Chart& chart = source.chart();
    const NamedSums named = by_name(
        sum_postings(source, query, {.historical = options.historical, .zeros = options.empty}),
        chart, options.depth);

    Table table{.name = "balance"};
    table.headed = false;
    table.styles = commodity_styles(chart);
    table.columns = {{"account", "Account"},
                     {"commodity", "Commodity"},
                     {"amount", "Amount", Column::Align::right}};
    Table::Layout layout;
    layout.columns = {{"amount", "Balance", Column::Align::right}, {"account", "Account"}};

    Sums total;
    for (const auto& [name, sums] : named) {
        add(total, sums);
        std::vector<TableAmount> facts;
        for (const auto& [commodity, sum] : sums) {
            if (sum != 0 || options.empty) facts.push_back(table_amount(sum, commodity, chart));
        }
        if (facts.empty()) continue;
        std::ranges::sort(facts, {}, &TableAmount::commodity);
        for (const auto& amount : facts) {
            table.rows.push_back({{name, amount.commodity, amount}});
        }
        if (!options.tree) layout.rows.push_back({{table_amounts(sums, chart), name}});
    }
    if (options.tree) layout.rows = TreeLayout{grow(named), options, chart}.rows();
    if (options.total) {
        layout.rows.push_back({{table_amounts(total, chart), std::string{}}, Row::Role::total});
    }
    table.layout = std::move(layout);
    return table;
}

}  // namespace cellbook
