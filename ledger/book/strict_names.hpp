/// `--strict`: every name must have been declared before it is used.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "ledger/book/chain.hpp"
#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/entry.hpp"

namespace cellbook {

/// Complains of each undeclared name once. Payees (the description up to `|`) and free tags are
/// looked at only in a book that declares some: most do not use those directives.
class StrictNames {
public:
    StrictNames(const Chart& chart, Chain& chain);

    void learn(const Declaration& declaration);
    /// *Errors*: `not_declared`, through `complain`.
    void check(const TransactionDraft& transaction,
               const std::function<void(Diagnostic)>& complain);
    /// A row's first column declares what it is about; all other names must be known.
    void check(const RegisterDeclaration& row, const std::function<void(Diagnostic)>& complain);

private:
    void demand_party(PartyId id, const std::function<void(Diagnostic)>& complain);
    void demand_commodity(CommodityId id, const std::function<void(Diagnostic)>& complain);
    void demand_tags(const std::vector<Tag>& said, const std::function<void(Diagnostic)>& complain);
    void demand(const std::string& what, const std::string& name, bool declared,
                const std::string& directive, const std::function<void(Diagnostic)>& complain);

    const Chart& chart_;
    std::set<std::string, std::less<>> payees_{};
    std::set<std::string, std::less<>> tags_{};
    std::set<std::string> complained_{};
};

}  // namespace cellbook
