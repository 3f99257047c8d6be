#include "market/whatif/whatif_table.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "ledger/statements/stats.hpp"
#include "market/demand/linear_expenditure.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

namespace {

using Unit = Indicator::Unit;

unsigned decimals_of(Unit unit) {
    switch (unit) {
        case Unit::money:
        case Unit::price:
            return 2;
        case Unit::units:
            return 1;
        case Unit::count:
            return 0;
        default:
            return 4;
    }
}

std::string unit_text(Unit unit, const std::string& symbol) {
    switch (unit) {
        case Unit::money:
            return symbol;
        case Unit::price:
            return symbol + " a unit";
        default:
            return std::string{to_string(unit)};
    }
}

/// Rounding of the solver is no change.
bool has_changed(const FigureAnswer& figure) {
    constexpr double noise = 1e-9;
    const double size = std::max(1.0, std::abs(figure.baseline.value));
    return std::abs(figure.difference()) > noise * size;
}

Value number(double value, unsigned decimals) {
    constexpr double noise = 1e-9;
    return table_value(std::abs(value) < noise ? 0 : value, decimals);
}

/// Whether people care to see it: products that the policy does not touch move with incomes alone.
bool is_of_interest(const FigureAnswer& figure, const std::vector<std::string>& touched) {
    if (!has_changed(figure)) return false;
    constexpr std::string_view prefix = "product.";
    const std::string_view name = figure.baseline.name;
    if (!name.starts_with(prefix)) return true;
    const std::string_view product = name.substr(prefix.size(), name.rfind('.') - prefix.size());
    return std::ranges::find(touched, product) != touched.end();
}

std::vector<std::string> touched_products(const WhatIfRequest& request,
                                          const WhatIfAnswer& answer) {
    std::vector<std::string> touched;
    const auto& products = request.economy.baseline().products;
    for (std::size_t g = 0; g < products.size(); ++g) {
        const MarketOutcome& market = answer.scenario.products[g].market;
        constexpr double noise = 1e-9;
        const bool moved = std::abs(market.buyer_price - 1) > noise ||
                           std::abs(market.seller_price - 1) > noise ||
                           market.state != MarketState::clears;
        if (moved) touched.push_back(products[g].name);
    }
    return touched;
}

std::vector<Column> columns() {
    using Align = Column::Align;
    return {{"figure", "Figure"},
            {"unit", "Unit"},
            {"baseline", "Baseline", Align::right},
            {"scenario", "Scenario", Align::right},
            {"difference", "Difference", Align::right},
            {"percent", "%", Align::right},
            {"low", "Low", Align::right},
            {"high", "High", Align::right}};
}

Row row_of(const FigureAnswer& figure, const std::string& symbol) {
    const Indicator& before = figure.baseline;
    const unsigned decimals = decimals_of(before.unit);
    Row row;
    row.cells.emplace_back(before.name);
    row.cells.emplace_back(unit_text(before.unit, symbol));
    row.cells.push_back(before.is_change ? Value{} : number(before.value, decimals));
    row.cells.push_back(before.is_change ? Value{} : number(figure.scenario.value, decimals));
    row.cells.push_back(number(figure.difference(), decimals));
    const bool relative = !before.is_change && before.value != 0;
    row.cells.push_back(relative ? number(100 * figure.difference() / before.value, 2) : Value{});
    row.cells.push_back(figure.range ? number(figure.range->low, decimals) : Value{});
    row.cells.push_back(figure.range ? number(figure.range->high, decimals) : Value{});
    return row;
}

class NoteList {
public:
    NoteList(const WhatIfRequest& request, const WhatIfAnswer& answer,
             std::vector<std::string> notes)
        : request_{request}, answer_{answer}, notes_{std::move(notes)} {}

    std::vector<std::string> make() {
        add_standing();
        add_knowledge();
        add_unused();
        add_headline();
        add_welfare();
        add_markets();
        add_households();
        add_exactness();
        return std::move(notes_);
    }

private:
    void add_standing();
    void add_knowledge();
    void add_unused();
    void add_headline();
    void add_welfare();
    void add_markets();
    void add_households();
    void add_exactness();
    void add(std::string note) { notes_.push_back(std::move(note)); }

    const WhatIfRequest& request_;
    const WhatIfAnswer& answer_;
    std::vector<std::string> notes_;
};

void NoteList::add_standing() {
    const Baseline& baseline = request_.economy.baseline();
    Sum all = 0;
    for (const Sum sum : baseline.standings) all += sum;
    std::string text;
    for (std::size_t i = 0; i < baseline.standings.size(); ++i) {
        if (baseline.standings[i] == 0) continue;
        text +=
            fmt::format("{}{} {}%", text.empty() ? "" : ", ", to_string(static_cast<Standing>(i)),
                        to_string(percentage(baseline.standings[i], all)));
    }
    add(fmt::format("baseline: {} in {}, book {}; payments {}", baseline.period, baseline.symbol,
                    baseline.digest.substr(0, 16), text));
    for (const std::string& note : baseline.notes) add(note);
}

void NoteList::add_knowledge() {
    add(fmt::format("demand {}; {}", to_string(request_.form),
                    request_.closure.incomes
                        ? (request_.closure.section_budgets
                               ? "incomes are spent again, sections spend what they take in more"
                               : "incomes are spent again, sections keep what they take in more")
                        : "partial: incomes stay as they were"));
    if (answer_.is_illustrative) {
        add("illustrative: parameters are assumed (`whatif --parameters`), nothing published "
            "identifies them");
    }
    if (answer_.draws == 0) return;
    add(fmt::format("low and high: middle 95% of the difference over {} draws of the parameters{}",
                    answer_.draws,
                    answer_.is_illustrative ? ", ranges and no confidence intervals" : ""));
    if (answer_.failed_draws > 0) {
        add(fmt::format("{} draws have no solution ({})", answer_.failed_draws,
                        answer_.first_failure));
    }
}

/// Elasticities that were said and that the form of demand does not take.
void NoteList::add_unused() {
    const Baseline& baseline = request_.economy.baseline();
    const ModelParameters model =
        request_.parameters.resolve(baseline, request_.form, request_.closure);
    double outlay = 0;
    for (const auto& household : request_.economy.circle().households()) outlay += household.outlay;
    for (const Parameter& parameter : request_.parameters.all()) {
        if (parameter.origin == ParameterOrigin::assumed ||
            ParameterSet::matters(parameter, request_.form)) {
            continue;
        }
        std::string note = fmt::format("{} = {:.4g} is not used by demand {}", parameter.name,
                                       parameter.value, to_string(request_.form));
        const Place product = product_of_parameter(parameter.name, baseline);
        if (request_.form == DemandForm::les && product != nowhere) {
            note +=
                fmt::format(", which implies {:.4g} at the baseline's mean shares",
                            implied_own_price_elasticity(
                                baseline.products[product].spending / outlay,
                                model.demand.income_elasticities[product], model.demand.frisch));
        }
        add(note);
    }
}

void NoteList::add_headline() {
    if (answer_.weights.empty()) return;
    std::string text;
    std::string breaks;
    for (const ParameterWeight& weight : answer_.weights) {
        text += fmt::format("{}{} {:.0f}%", text.empty() ? "" : ", ", weight.parameter.name,
                            100 * weight.share);
        if (weight.breakdown) {
            breaks += fmt::format("{}{} = {:.4g}", breaks.empty() ? "" : ", ",
                                  weight.parameter.name, *weight.breakdown);
        }
    }
    add(fmt::format("variance of {}: {}; unexplained by a line {:.0f}%", answer_.headline, text,
                    100 * std::max(0.0, answer_.unexplained)));
    if (breaks.empty()) {
        add(fmt::format("{} keeps its sign as far again beyond every range", answer_.headline));
    } else {
        add(fmt::format("{} changes sign at {}, the others held", answer_.headline, breaks));
    }
}

void NoteList::add_welfare() {
    const bool bound = std::ranges::any_of(
        answer_.figures, [](const FigureAnswer& figure) { return figure.scenario.is_bound; });
    if (bound) {
        add("demand is not integrable here (several prices change in equations of single products, "
            "or "
            "an outlay does not suffice): EV is at most, CV at least what is shown");
    }
}

void NoteList::add_markets() {
    const Baseline& baseline = request_.economy.baseline();
    for (std::size_t g = 0; g < baseline.products.size(); ++g) {
        const std::string& name = baseline.products[g].name;
        const ProductSolution& solved = answer_.scenario.products[g];
        const MarketOutcome& market = solved.market;
        switch (market.state) {
            case MarketState::clears:
                break;
            case MarketState::scarce:
                add(
                    fmt::format("{} stands at its limit: sellers earn {:.4g} times the old price "
                                "above cost",
                                name, market.scarcity_rent));
                break;
            case MarketState::rationed:
                add(fmt::format(
                    "{} is rationed: {:.2f}% of what is asked for is there; welfare takes "
                    "it to go to those who value it most (virtual price {:.4g} of the "
                    "old), any other way loses more",
                    name, 100 * market.traded / market.demanded, solved.virtual_price));
                break;
            case MarketState::glut:
                add(fmt::format("{}: at the floor more is offered than bought", name));
                break;
            case MarketState::stopped:
                add(
                    fmt::format("{}: the ceiling is below cost and supply stops; what was spent on "
                                "it goes to everything else, and its loss is in no welfare figure",
                                name));
                break;
        }
        constexpr double far = 2;
        const double price = market.buyer_price;
        if (market.state != MarketState::stopped && (price > far || price < 1 / far)) {
            add(
                fmt::format("{}: {:.4g} times its price lies far outside the data, an "
                            "extrapolation of its demand",
                            name, price));
        }
    }
}

void NoteList::add_households() {
    if (answer_.scenario.broke_households > 0) {
        const bool one = answer_.scenario.broke_households == 1;
        add(fmt::format("{} {} cannot pay what {} committed to, and run{} into debt",
                        answer_.scenario.broke_households, one ? "household" : "households",
                        one ? "it is" : "they are", one ? "s" : ""));
    }
    if (answer_.scenario.cut_households > 0) {
        add(fmt::format("the outlay of {} {} does not suffice for what demand asks first: "
                        "everything bought is cut alike",
                        answer_.scenario.cut_households,
                        answer_.scenario.cut_households == 1 ? "household" : "households"));
    }
}

void NoteList::add_exactness() {
    add(fmt::format(
        "the baseline gives the book back to {:.1g} {}; solved in {} rounds, budgets to "
        "{:.1g}, the redundant equation to {:.1g}",
        answer_.replication_error, request_.economy.baseline().symbol, answer_.scenario.rounds,
        answer_.scenario.budget_residual, std::abs(answer_.scenario.redundant_residual)));
}

}  // namespace

Table whatif_table(const WhatIfRequest& request, const WhatIfAnswer& answer,
                   const WhatIfTableOptions& options) {
    Table table{.name = "whatif", .title = options.title, .columns = columns()};
    Table::Layout layout{};
    layout.columns = columns();
    if (answer.draws == 0) layout.columns.resize(layout.columns.size() - 2);
    const std::vector<std::string> touched = touched_products(request, answer);
    std::size_t hidden = 0;
    for (const FigureAnswer& figure : answer.figures) {
        Row row = row_of(figure, request.economy.baseline().symbol);
        if (options.every_figure || is_of_interest(figure, touched)) {
            layout.rows.push_back(row);
            layout.rows.back().cells.resize(layout.columns.size());
        } else {
            hidden += has_changed(figure) ? 1 : 0;
        }
        table.rows.push_back(std::move(row));
    }
    table.layout = std::move(layout);
    table.notes = NoteList{request, answer, options.notes}.make();
    if (hidden > 0) {
        table.notes.push_back(fmt::format(
            "{} figures of products whose prices stay move with incomes: --all shows them",
            hidden));
    }
    if (table.layout->rows.empty()) {
        table.notes.insert(table.notes.begin(), "nothing changes");
    }
    return table;
}

Table parameter_table(const ParameterSet& parameters, DemandForm form) {
    using Align = Column::Align;
    constexpr double tail = 0.025;
    constexpr unsigned decimals = 4;
    Table table{.name = "parameters",
                .title = "Parameters of the model, demand " + std::string{to_string(form)},
                .columns = {{"parameter", "Parameter"},
                            {"value", "Value", Align::right},
                            {"low", "Low", Align::right},
                            {"high", "High", Align::right},
                            {"origin", "Origin"},
                            {"used", "Used"},
                            {"basis", "Basis"}}};
    for (const Parameter& parameter : parameters.all()) {
        Row row;
        row.cells.emplace_back(parameter.name);
        row.cells.push_back(table_value(parameter.value, decimals));
        row.cells.push_back(table_value(parameter.distribution.quantile(tail), decimals));
        row.cells.push_back(table_value(parameter.distribution.quantile(1 - tail), decimals));
        row.cells.emplace_back(std::string{to_string(parameter.origin)});
        row.cells.emplace_back(std::string{ParameterSet::matters(parameter, form) ? "yes" : "no"});
        row.cells.emplace_back(parameter.basis);
        table.rows.push_back(std::move(row));
    }
    table.notes.emplace_back("low and high hold the middle 95% of what is drawn");
    return table;
}

}  // namespace cellbook
