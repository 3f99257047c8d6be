#include "ledger/statements/income_statement.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "ledger/statements/set_sums.hpp"

namespace cellbook {

namespace {

/// What a statement is drawn from.
struct Statement {
    Statement(const EntrySource& source, const Query& query, const StatementOptions& options,
              const std::optional<Valuation>& valuation)
        : lines{source, query, {AccountClass::income, AccountClass::expenses}, options},
          grid{source, query, options.columns.grid(),
               valuation ? valuation->cuts() : std::vector<Date>{}} {}

    [[nodiscard]] LineId unallocated_income() const { return lines.count(); }
    [[nodiscard]] LineId unallocated_expenses() const { return lines.count() + 1; }

    void sum(const EntrySource& source, const Query& query, const PartySet& set,
             const StatementOptions& options, Valuation* valuation) {
        SetSumOptions how{.zeros = options.empty, .pass_over_closing = true};
        if (is_consolidated(set, options)) how.eliminate = Mutual::income_and_expenses;
        how.unallocated_of = [&](LineId line) {
            return lines.section(line) == AccountClass::income ? unallocated_income()
                                                               : unallocated_expenses();
        };
        sums = set_sums(source, query, set, grid, lines.rule(), how);
        // Figures of every party at once would be as large again; prices must be known at once.
        part_by_part = options.by_party && !valuation;
        if (!part_by_part) figures = figures_of(std::exchange(sums, {}), grid, valuation);
    }

    void draw(const Chart& chart, PeriodTable& table) const;

    StatementLines lines;
    PeriodGrid grid;
    std::vector<SegmentSum> sums{};
    Figures figures{};
    bool part_by_part = false;  ///< figures are made of sums when a part is drawn
};

/// Draws a party's statement, or a set's, below one another.
class Drawing {
public:
    Drawing(const StatementLines& lines, const Figures& figures, const Chart& chart,
            PeriodTable& table)
        : lines_{lines}, figures_{figures}, chart_{chart}, table_{table} {}

    void draw(const StatementLines::Part& part) {
        const bool named = part.party.valid();
        party_ = named ? chart_[part.party].name : std::string{};
        indent_ = named ? 2 : 0;
        if (named && !has_any(part)) return;
        if (named) table_.heading(party_);
        FigureSum net;
        net.add(section(part, AccountClass::income, "Income", "Total income", -1));
        net.add(section(part, AccountClass::expenses, "Expenses", "Total expenses", 1), -1);
        const auto figures = net.figures();
        table_.facts({party_, "net_income", "net income"}, figures);
        table_.sum("Net income", figures, Row::Role::subtotal, indent_);
    }

    /// What of income and expenses nobody is known to stand on the other side of.
    void draw_unallocated(LineId income, LineId expenses) {
        const auto of_income = turned(figures_.of(income));
        const auto of_expenses = figures_.of(expenses);
        if (of_income.empty() && of_expenses.empty()) return;
        table_.heading("Unallocated above");
        table_.line({"", "unallocated", "income"}, "income", of_income, 2);
        table_.line({"", "unallocated", "expenses"}, "expenses", of_expenses, 2);
    }

private:
    [[nodiscard]] bool has_any(const StatementLines::Part& part) const {
        for (LineId line = part.begin; line < part.end; ++line) {
            if (!figures_.of(line).empty()) return true;
        }
        return false;
    }

    std::vector<PeriodFigure> section(const StatementLines::Part& part, AccountClass which,
                                      const std::string& heading, const std::string& total,
                                      int sign) {
        FigureSum sum;
        table_.heading(heading, indent_);
        for (LineId line = part.begin; line < part.end; ++line) {
            if (lines_.section(line) != which) continue;
            const std::string name = lines_.name(line);
            const auto own = figures_.of(line);
            const auto shown =
                sign < 0 ? turned(own) : std::vector<PeriodFigure>{own.begin(), own.end()};
            sum.add(shown);
            table_.line({party_, std::string{to_string(which)}, name}, name, shown, indent_ + 2);
        }
        auto figures = sum.figures();
        table_.sum(total, figures, Row::Role::subtotal, indent_);
        return figures;
    }

    const StatementLines& lines_;
    const Figures& figures_;
    const Chart& chart_;
    PeriodTable& table_;
    std::string party_{};
    unsigned indent_ = 0;
};

void Statement::draw(const Chart& chart, PeriodTable& table) const {
    for (const auto& part : lines.parts()) {
        const Figures own =
            part_by_part ? figures_of(sums_of_lines(sums, part.begin, part.end), grid, nullptr)
                         : Figures{};
        Drawing{lines, part_by_part ? own : figures, chart, table}.draw(part);
    }
    Drawing{lines, figures, chart, table}.draw_unallocated(unallocated_income(),
                                                           unallocated_expenses());
}

}  // namespace

Table income_statement(const EntrySource& source, const Query& query,
                       const StatementOptions& options) {
    const Chart& chart = source.chart();
    const PartySet set{query, chart};
    std::optional<Valuation> valuation;
    if (options.columns.valuation) valuation.emplace(source, *options.columns.valuation);
    const auto statement = std::make_shared<Statement>(source, query, options, valuation);
    statement->sum(source, query, set, options, valuation ? &*valuation : nullptr);

    PeriodTable table{"incomestatement",
                      {{"party", "Party"}, {"section", "Section"}, {"account", "Account"}},
                      statement->grid,
                      chart,
                      {.average = options.columns.average,
                       .row_total = options.columns.row_total,
                       .zeros = options.empty}};
    const auto draw = [statement, &chart](PeriodTable& to) { statement->draw(chart, to); };
    if (!options.by_party) draw(table);
    // Statements of thousands of parties are made as they are written.
    Table made = options.by_party ? std::move(table).finish(draw) : std::move(table).finish();
    const std::string of = whose(set, chart, options);
    made.title = period_title("Income statement", statement->grid, options.columns) +
                 (of.empty() ? "" : ": " + of);
    if (valuation) made.notes = valuation->notes();
    add_note_of_nobody(set, made);
    return made;
}

}  // namespace cellbook
