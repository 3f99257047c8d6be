#include "ledger/book/property_judge.hpp"

#include <algorithm>
#include <utility>

#include "ledger/property/housing_warnings.hpp"
#include "ledger/property/property_move.hpp"

namespace cellbook {

void PropertyJudge::learn_cells() {
    if (cells_) return;
    cells_.emplace();
    for (const std::int64_t seq : chain_.declarations()) {
        const Declaration* const declaration = chain_.declaration(seq);
        const auto* const row =
            declaration == nullptr ? nullptr : std::get_if<RegisterDeclaration>(declaration);
        if (row != nullptr && row->sort == Register::cell) cells_->insert(*row->get<WordId>(0));
    }
}

std::optional<Diagnostic> PropertyJudge::cell_unknown(WordId cell) {
    if (!cell) return {};
    learn_cells();
    if (cells_->empty() || cells_->contains(cell)) return {};
    std::vector<std::string> names;
    for (const WordId known : *cells_) names.push_back(chart_[known]);
    const auto near = nearest_names(chart_[cell], names, 1);
    const std::string maybe = near.empty() ? "" : "Did you mean `" + near.front() + "`? ";
    return Diagnostic{.code = DiagnosticCode::cell_unknown,
                      .explanation = "cell `" + chart_[cell] + "` is none of the " +
                                     std::to_string(names.size()) + " that the book registers",
                      .remedy = maybe + "Register it before its first use (`; cell: " +
                                chart_[cell] + "  section:..., places:...`), or mend its name."};
}

std::optional<Diagnostic> PropertyJudge::cell_unknown(const RegisterDeclaration& row) {
    if (row.sort == Register::cell) return {};
    const auto field = field_named(register_form(row.sort), "cell");
    const WordId* const cell = field ? row.get<WordId>(*field) : nullptr;
    if (cell == nullptr) return {};
    learn_cells();
    if (!cells_->empty()) return cell_unknown(*cell);
    return Diagnostic{.code = DiagnosticCode::cell_unknown,
                      .explanation = "cell `" + chart_[*cell] + "` is not registered",
                      .remedy =
                          "Register cells before what is said of them: read cells before "
                          "titles and leases."};
}

void PropertyJudge::note(const TransactionDraft& content, std::int64_t seq,
                         const ReadEntry& entry) {
    if (property_move(content, chart_)) {
        told_[seq] = {content.flow.cell, entry.position, entry.excerpt};
    }
}

void PropertyJudge::note(const RegisterDeclaration& row, std::int64_t seq, const ReadEntry& entry) {
    if (row.sort == Register::cell && cells_) cells_->insert(*row.get<WordId>(0));
    const auto field = field_named(register_form(row.sort), "cell");
    const WordId* const cell = field ? row.get<WordId>(*field) : nullptr;
    told_[seq] = {cell == nullptr ? WordId{} : *cell, entry.position, entry.excerpt};
}

PropertyRegister PropertyJudge::whole_register() {
    PropertyRegister property{chart_};
    for (const std::int64_t seq : chain_.declarations()) {
        const Declaration* const declaration = chain_.declaration(seq);
        const auto* const row =
            declaration == nullptr ? nullptr : std::get_if<RegisterDeclaration>(declaration);
        if (row != nullptr) property.add(*row, seq);
    }
    std::set<std::int64_t> seqs;
    for (const AccountId account : property_accounts(chart_)) {
        const auto months = chain_.months_of(account);
        if (!months) continue;
        for (Month month = months->first; month <= months->second; ++month.index) {
            for (const Place& place : chain_.places_in(account, month)) seqs.insert(place.seq);
        }
    }
    for (const std::int64_t seq : seqs) {
        if (const Transaction* transaction = chain_.transaction(seq)) {
            property.add(**transaction, seq);
        }
    }
    return property;
}

/// An entry from before that holds no longer does so for a new one about the same cell.
const PropertyJudge::Told& PropertyJudge::cause_of(const PropertyFault& fault) const {
    if (const auto itself = told_.find(fault.seq); itself != told_.end()) return itself->second;
    for (const auto& [seq, told] : told_) {
        if (told.cell == fault.cell) return told;
    }
    return told_.begin()->second;
}

std::vector<Diagnostic> PropertyJudge::judge() {
    if (told_.empty()) return {};
    PropertyRegister property = whole_register();
    std::vector<Diagnostic> found;
    for (PropertyFault& fault : property.settle()) {
        const Told& cause = cause_of(fault);
        found.push_back(std::move(fault.diagnostic).at(cause.position, cause.excerpt));
    }
    if (!found.empty()) return found;
    for (PropertyFault& warning : housing_warnings(property)) {
        const auto at = told_.find(warning.seq);
        if (at == told_.end()) continue;
        found.push_back(std::move(warning.diagnostic).at(at->second.position, at->second.excerpt));
    }
    return found;
}

}  // namespace cellbook
