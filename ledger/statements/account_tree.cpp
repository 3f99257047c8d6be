#include "ledger/statements/account_tree.hpp"

#include <algorithm>
#include <map>

#include "ledger/statements/account_sums.hpp"
#include "ledger/statements/period_table.hpp"

namespace cellbook {

namespace {

struct NameOrder {
    bool operator()(const std::string& a, const std::string& b) const { return comes_before(a, b); }
};

/// An account of the tree: its own figures, and those with everything below it.
struct Branch {
    std::vector<PeriodFigure> own{};
    FigureSum all{};
    std::vector<std::string> children{};  ///< full names
};
using Branches = std::map<std::string, Branch, NameOrder>;

bool is_zero(const std::vector<PeriodFigure>& figures) {
    return std::ranges::all_of(figures, [](const PeriodFigure& figure) { return figure.sum == 0; });
}

Branches grow(const std::vector<NamedFigures>& accounts) {
    Branches branches;
    for (const auto& [name, figures] : accounts) {
        branches[name].own = figures;
        for (std::size_t end = name.size(); end != std::string::npos;
             end = name.rfind(':', end - 1)) {
            branches[name.substr(0, end)].all.add(figures);
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
class Drawing {
public:
    Drawing(const Branches& branches, const AccountTreeOptions& options)
        : branches_{branches}, options_{options} {}

    std::vector<TreeLine> lines() && {
        for (const auto& entry : branches_) {
            if (entry.first.find(':') == std::string::npos) draw(entry.first, "", 0);
        }
        return std::move(lines_);
    }

private:
    bool shows(const std::string& name) const {
        const Branch& branch = branches_.at(name);
        return options_.empty || !branch.all.figures().empty() || !is_zero(branch.own) ||
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
        lines_.push_back({label, branch.all.figures(), indent});
        for (const auto& child : visible) draw(child, "", indent + 2);
    }

    const Branches& branches_;
    const AccountTreeOptions& options_;
    std::vector<TreeLine> lines_{};
};

}  // namespace

std::vector<TreeLine> account_tree(const std::vector<NamedFigures>& accounts,
                                   const AccountTreeOptions& options) {
    return Drawing{grow(accounts), options}.lines();
}

}  // namespace cellbook
