/// Judges what new entries do to the property register, once all are in.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/book/chain.hpp"
#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/entry.hpp"
#include "ledger/property/property_register.hpp"

namespace cellbook {

class PropertyJudge {
public:
    PropertyJudge(Chain& chain, const Chart& chart) : chain_(chain), chart_(chart) {}

    /// *Errors*: `cell_unknown`: the book registers cells, and not the one named.
    std::optional<Diagnostic> cell_unknown(WordId cell);
    std::optional<Diagnostic> cell_unknown(const RegisterDeclaration& row);

    void note(const TransactionDraft& content, std::int64_t seq, const ReadEntry& entry);
    void note(const RegisterDeclaration& row, std::int64_t seq, const ReadEntry& entry);

    /// *Errors*: those of `PropertyRegister::settle`, each at the new entry that caused it.
    /// *Warnings*: `cells_crowded`, `gone_with_property`; only when something new concerns them.
    [[nodiscard]] std::vector<Diagnostic> judge();

private:
    struct Told {
        WordId cell{};
        Position position{};
        std::string excerpt{};
    };
    void learn_cells();
    [[nodiscard]] PropertyRegister whole_register();
    [[nodiscard]] const Told& cause_of(const PropertyFault& fault) const;

    Chain& chain_;
    const Chart& chart_;
    std::optional<std::set<WordId>> cells_{};  ///< registered; absent: not looked at yet
    std::map<std::int64_t, Told> told_{};      ///< new entries that concern property
};

}  // namespace cellbook
