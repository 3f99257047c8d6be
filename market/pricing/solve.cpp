#include "market/pricing/solve.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "market/pricing/fixed_factors.hpp"
#include "market/pricing/notional_demand.hpp"
#include "market/pricing/price_search.hpp"

namespace cellbook {

namespace {

class Solver {
public:
    Solver(const Circle& circle, const Policy& policy, const ModelParameters& parameters)
        : circle_{circle},
          baseline_{circle.baseline()},
          policy_{policy},
          parameters_{parameters},
          products_{baseline_.products.size()},
          factors_{circle, policy, parameters} {}

    Solution solve(const SolveOptions& options);

private:
    void prepare();
    [[nodiscard]] BaselineBasket basket_of(std::size_t household, std::vector<double>& room) const;
    void demand_all();
    void find_prices();
    double clear_products();
    double clear(std::size_t product, double demanded);
    void demand_of(std::size_t household, const BaselineBasket& base);
    void find_outputs();
    void pay_all();
    void pay_owners();
    void pay_sale(std::size_t place, const Payment& payment);
    [[nodiscard]] double moving_factor(const Payment& payment) const;
    void pay_cell_sale(std::size_t place, const Payment& payment);
    void add(Place payer, Place payee, AddedPayment::Sort sort, double amount);
    void sum_agents();
    void respond_sections();
    void respond_households();
    void note_change(double relative, const std::string& name);
    void finish();

    [[nodiscard]] const ProductPolicy& product_policy(std::size_t product) const {
        static const ProductPolicy none{};
        return product < policy_.products.size() ? policy_.products[product] : none;
    }

    const Circle& circle_;
    const Baseline& baseline_;
    const Policy& policy_;
    const ModelParameters& parameters_;
    std::size_t products_;
    FixedFactors factors_;
    Solution solution_{};
    std::vector<double> fixed_{};          ///< by payment: the factor that no round changes
    std::vector<Place> sold_{};            ///< the payments for products
    bool sellers_buy_ = false;             ///< some seller buys products to make what it sells
    std::vector<PriceSearch> searches_{};  ///< by product
    std::vector<double> prices_{};         ///< virtual ones, that households decide by
    std::vector<double> outputs_{};        ///< of agents, relative to the baseline
    std::vector<double> sales_{};          ///< of agents
    std::vector<double> spending_{};       ///< of sections and others that go by a rule: the factor
    std::vector<double> received_{};
    std::vector<double> spent_{};
    std::vector<double> committed_{};    ///< of agents: outgo but for products and composite
    std::vector<double> asset_sales_{};  ///< of cells, net: out of wealth, not of income
    std::vector<double> subsidies_{};    ///< that agents pay
    std::vector<bool> stopped_{};        ///< products that are not offered
    bool endless_ = false;               ///< a price at which demand fits was not found anywhere
};

void Solver::prepare() {
    const std::size_t agents = baseline_.agents.size();
    const auto& households = circle_.households();
    solution_.products.assign(products_, {});
    solution_.paid.assign(baseline_.payments.size(), 0.0);
    solution_.quantity_factors.assign(baseline_.payments.size(), 1.0);
    solution_.quantities.assign(households.size() * products_, 0.0);
    solution_.composites.assign(households.size(), 0.0);
    solution_.refunds.assign(households.size(), 0.0);
    for (const CircleHousehold& household : households) {
        const double copies = Policy::at(policy_.people, household.section);
        solution_.copies.push_back(copies);
        solution_.outlays.push_back(copies * household.outlay);
    }
    prices_.assign(products_, 1.0);
    stopped_.assign(products_, false);
    outputs_.assign(agents, 1.0);
    sales_ = circle_.sales();
    spending_.assign(agents, 1.0);
    for (std::size_t g = 0; g < products_; ++g) {
        solution_.products[g].market = {.buyer_price = 1, .seller_price = 1};
        searches_.emplace_back(starting_elasticity(circle_, parameters_.demand, g));
    }
    solution_.cell_price_factor = factors_.cell_price_factor();
    solution_.turnover_factor = factors_.turnover_factor();
    for (Place i = 0; i < baseline_.payments.size(); ++i) {
        const Payment& payment = baseline_.payments[i];
        fixed_.push_back(factors_.of(payment));
        if (payment.product == nowhere) continue;
        sold_.push_back(i);
        sellers_buy_ = sellers_buy_ || payment.behaviour == Behaviour::input;
    }
}

/// What was spent on products that are no longer offered goes to everything else.
BaselineBasket Solver::basket_of(std::size_t household, std::vector<double>& room) const {
    const double* spending = circle_.spending_of(household);
    BaselineBasket basket{.quantities = {spending, products_},
                          .composite = circle_.households()[household].composite};
    if (std::ranges::find(stopped_, true) == stopped_.end()) return basket;
    for (std::size_t g = 0; g < products_; ++g) {
        room[g] = stopped_[g] ? 0 : spending[g];
        if (stopped_[g]) basket.composite += spending[g];
    }
    basket.quantities = room;
    return basket;
}

/// Demand at virtual prices out of the outlay and the refund that this very demand brings: by
/// secants, which are exact in one step while demand is linear in the outlay.
void Solver::demand_of(std::size_t household, const BaselineBasket& base) {
    constexpr int most_steps = 50;
    constexpr double settled = 1e-14;
    const double copies = solution_.copies[household];
    const double outlay = solution_.outlays[household];
    double* quantities = solution_.quantities.data() + household * products_;
    double refund = solution_.refunds[household];
    double last_refund = refund;
    double last_excess = 0;
    for (int step = 0; step < most_steps; ++step) {
        Basket basket{.quantities = {quantities, products_}};
        demand(parameters_.demand, base, {.prices = prices_, .outlay = (outlay + refund) / copies},
               basket);
        for (std::size_t g = 0; g < products_; ++g) quantities[g] *= copies;
        solution_.composites[household] = copies * basket.composite;
        solution_.refunds[household] = refund;
        const double excess = solution_.refund_of(household) - refund;
        if (step + 1 == most_steps || std::abs(excess) <= settled * (outlay + refund)) {
            solution_.cut_households += basket.cut ? 1 : 0;
            return;
        }
        const double slope = step > 0 && refund != last_refund
                                 ? (excess - last_excess) / (refund - last_refund)
                                 : -1;
        last_refund = refund;
        last_excess = excess;
        refund = std::max(0.0, refund - excess / (slope < 0 ? slope : -1));
    }
}

void Solver::demand_all() {
    std::vector<double> without_stopped(products_);
    solution_.cut_households = 0;
    for (std::size_t h = 0; h < circle_.households().size(); ++h) {
        if (solution_.copies[h] > 0) {
            demand_of(h, basket_of(h, without_stopped));
            continue;
        }
        std::fill_n(solution_.quantities.data() + h * products_, products_, 0.0);
        solution_.composites[h] = 0;
    }
}

/// Gives the relative change of the price.
double Solver::clear(std::size_t product, double demanded) {
    const ProductPolicy& policy = product_policy(product);
    const double cost =
        policy.cost * (1 + parameters_.cost_pass_through * circle_.outside_cost_shares()[product] *
                               (factors_.outside_price() - 1));
    const Curve supply = Curve::at_cost(policy.price.value_or(cost));
    ProductSolution& solved = solution_.products[product];
    const double before = prices_[product];
    Curve curve = Curve::isoelastic(1, baseline_.products[product].sales, -1);
    if (!stopped_[product]) {
        const auto& limit = policy.market.limit;
        const bool met = limit && (demanded > *limit || solved.market.state != MarketState::clears);
        curve = searches_[product].curve(before, demanded, met ? limit : std::nullopt);
    }
    const auto outcome = solve_market(curve, supply, policy.market);
    if (!outcome) return 0;
    solved.market = *outcome;
    solved.virtual_price = outcome->buyer_price;
    stopped_[product] = outcome->traded <= 0;
    if (!stopped_[product] && outcome->traded < outcome->demanded) {
        solved.virtual_price = curve.price_of(outcome->traded).value_or(before);
    }
    prices_[product] = solved.virtual_price;
    // Above what is asked for it, scarcity alone lifts a price: so far as nobody could mean.
    constexpr double highest = 1000;
    const double asked = (supply.price() + policy.market.unit_tax) * (1 + policy.market.tax);
    endless_ = endless_ || !(prices_[product] < highest * std::max(1.0, asked));
    const double moved = std::abs(prices_[product] / before - 1);
    note_change(moved, baseline_.products[product].name);
    return moved;
}

/// Prices at which markets clear while outlays stay: moved together, an outlay's effect on demand
/// would be taken for the price's, and the search would swing.
void Solver::find_prices() {
    constexpr int most_steps = 100;
    constexpr double settled = 1e-13;
    for (PriceSearch& search : searches_) search.restart();
    for (int step = 0; step < most_steps; ++step) {
        demand_all();
        if (clear_products() <= settled || endless_) return;
    }
}

/// Gives the largest relative change of a price.
double Solver::clear_products() {
    std::vector<double> demanded(products_, 0.0);
    const std::size_t rows = circle_.households().size();
    for (std::size_t h = 0; h < rows; ++h) {
        for (std::size_t g = 0; g < products_; ++g) {
            demanded[g] += solution_.quantities[h * products_ + g];
        }
    }
    for (const Payment& payment : baseline_.payments) {
        if (payment.product == nowhere || payment.behaviour == Behaviour::demand) continue;
        demanded[payment.product] += payment.amount * moving_factor(payment);
    }
    double moved = 0;
    for (std::size_t g = 0; g < products_; ++g) moved = std::max(moved, clear(g, demanded[g]));
    return moved;
}

/// How the quantity of a payment moves with what its payer does; prices apart.
double Solver::moving_factor(const Payment& payment) const {
    switch (payment.behaviour) {
        case Behaviour::input:
            return outputs_[payment.payer];
        case Behaviour::sales_share: {
            const double base = circle_.sales()[payment.payer];
            return base > 0 ? sales_[payment.payer] / base : 1;
        }
        case Behaviour::rule:
            return spending_[payment.payer];
        case Behaviour::income_share: {
            const Place row = circle_.household_of(payment.payer);
            if (row == nowhere) return 1;
            const double base = circle_.households()[row].composite;
            return base > 0 ? solution_.composites[row] / base : 1;
        }
        case Behaviour::demand: {
            const Place row = circle_.household_of(payment.payer);
            const double base = circle_.spending_of(row)[payment.product];
            const double now = solution_.quantities[row * products_ + payment.product];
            return base != 0 ? now / base : 1;
        }
        default:
            return 1;
    }
}

/// What sellers make and take in, given what is asked for: who buys from whom to make what it sells
/// is followed up to the end (Leontief's inverse as a series).
void Solver::find_outputs() {
    constexpr int longest_chain = 500;
    constexpr double settled = 1e-15;
    for (int link = 0; link < longest_chain; ++link) {
        std::vector<double> volumes(baseline_.agents.size(), 0.0);
        sales_.assign(baseline_.agents.size(), 0.0);
        for (const Place i : sold_) {
            const Payment& payment = baseline_.payments[i];
            const double volume = payment.amount * fixed_[i] * moving_factor(payment);
            volumes[payment.payee] += volume;
            sales_[payment.payee] +=
                volume * solution_.products[payment.product].market.seller_price;
        }
        double change = 0;
        for (std::size_t agent = 0; agent < volumes.size(); ++agent) {
            const double base = circle_.sales()[agent];
            if (!(base > 0)) continue;
            const double output = volumes[agent] / base;
            change = std::max(change, std::abs(output - outputs_[agent]));
            outputs_[agent] = output;
        }
        if (change <= settled || !sellers_buy_) return;
    }
}

void Solver::add(Place payer, Place payee, AddedPayment::Sort sort, double amount) {
    if (amount == 0 || payer == nowhere || payee == nowhere) return;
    solution_.added.push_back({payer, payee, sort, amount});
}

void Solver::pay_sale(std::size_t place, const Payment& payment) {
    const ProductSolution& solved = solution_.products[payment.product];
    const double quantity = fixed_[place] * moving_factor(payment);
    const double base = payment.amount * quantity;
    solution_.quantity_factors[place] = quantity;
    solution_.paid[place] = base * solved.market.seller_price;
    const double wedge = base * (solved.market.buyer_price - solved.market.seller_price);
    const Place section = circle_.taxing_section(payment);
    if (wedge > 0) add(payment.payer, section, AddedPayment::Sort::tax, wedge);
    if (wedge < 0) add(section, payment.payer, AddedPayment::Sort::subsidy, -wedge);
}

/// A cell's price goes to its seller but for the tax; where there was none, a tax is an added
/// payment.
void Solver::pay_cell_sale(std::size_t place, const Payment& payment) {
    const FixedFactors::CellShare share = factors_.cell_share(payment);
    const double price = payment.amount * fixed_[place];
    solution_.quantity_factors[place] = solution_.turnover_factor;
    solution_.paid[place] = price * share.factor;
    add(payment.payer, circle_.taxing_section(payment), AddedPayment::Sort::cell_tax,
        price * share.added_tax);
}

void Solver::pay_all() {
    solution_.added.clear();
    for (std::size_t i = 0; i < baseline_.payments.size(); ++i) {
        const Payment& payment = baseline_.payments[i];
        if (payment.product != nowhere) {
            pay_sale(i, payment);
        } else if (payment.behaviour == Behaviour::capital) {
            pay_cell_sale(i, payment);
        } else if (payment.behaviour != Behaviour::distribution) {
            const double quantity = moving_factor(payment);
            solution_.paid[i] = payment.amount * fixed_[i] * quantity;
            solution_.quantity_factors[i] = quantity;
        }
    }
}

void Solver::sum_agents() {
    const std::size_t agents = baseline_.agents.size();
    for (auto* sums : {&received_, &spent_, &committed_, &subsidies_, &asset_sales_}) {
        sums->assign(agents, 0.0);
    }
    for (std::size_t i = 0; i < baseline_.payments.size(); ++i) {
        const Payment& payment = baseline_.payments[i];
        if (payment.in_kind || payment.behaviour == Behaviour::distribution) continue;
        const double paid = solution_.paid[i];
        received_[payment.payee] += paid;
        spent_[payment.payer] += paid;
        if (!circle_.is_chosen(payment)) committed_[payment.payer] += paid;
        if (payment.behaviour != Behaviour::capital) continue;
        asset_sales_[payment.payee] += paid;
        asset_sales_[payment.payer] -= paid;
    }
    for (const AddedPayment& payment : solution_.added) {
        received_[payment.payee] += payment.amount;
        spent_[payment.payer] += payment.amount;
        // Taxes on products are part of what they cost; a subsidy is a tax that is given back.
        if (payment.sort == AddedPayment::Sort::subsidy) {
            committed_[payment.payee] += payment.amount;
            subsidies_[payment.payer] += payment.amount;
        } else if (payment.sort != AddedPayment::Sort::tax) {
            committed_[payment.payer] += payment.amount;
        }
        if (payment.sort == AddedPayment::Sort::cell_tax) {
            asset_sales_[payment.payer] -= payment.amount;
        }
    }
}

/// Owners draw what the business made in this very round: drawn a round later, sales and costs of
/// different rounds would be set against each other, and swing.
void Solver::pay_owners() {
    std::vector<double> drawings = circle_.distributed();
    for (Place agent = 0; agent < drawings.size(); ++agent) {
        if (baseline_.agents[agent].sector != Sector::businesses) continue;
        const double profit = received_[agent] - spent_[agent];
        const double change = parameters_.closure.incomes
                                  ? parameters_.payout_share * (profit - circle_.profits()[agent])
                                  : 0;
        const double base = drawings[agent];
        drawings[agent] = base > 0 ? std::max(0.0, base + change) : change;
    }
    const auto pay = [this](Place payer, Place payee, double amount) {
        received_[payee] += amount;
        spent_[payer] += amount;
        committed_[payer] += amount;
    };
    for (std::size_t i = 0; i < baseline_.payments.size(); ++i) {
        const Payment& payment = baseline_.payments[i];
        if (payment.behaviour != Behaviour::distribution || payment.in_kind) continue;
        const double base = circle_.distributed()[payment.payer];
        const double factor = base > 0 ? drawings[payment.payer] / base : 1;
        solution_.quantity_factors[i] = factor;
        solution_.paid[i] = payment.amount * factor;
        pay(payment.payer, payment.payee, solution_.paid[i]);
    }
    for (Place agent = 0; agent < drawings.size(); ++agent) {
        const Place owner = baseline_.agents[agent].owner;
        if (circle_.distributed()[agent] > 0 || owner == nowhere || drawings[agent] == 0) continue;
        add(agent, owner, AddedPayment::Sort::drawings, drawings[agent]);
        pay(agent, owner, drawings[agent]);
    }
}

void Solver::respond_sections() {
    for (Place agent = 0; agent < baseline_.agents.size(); ++agent) {
        if (baseline_.agents[agent].sector != Sector::sections) continue;
        const double base = circle_.ruled()[agent];
        const double more = parameters_.section_spending *
                            (received_[agent] - subsidies_[agent] - circle_.receipts()[agent]);
        const double factor = base > 0 ? std::max(0.0, (base + more) / base) : 1;
        note_change(std::abs(factor - spending_[agent]), baseline_.agents[agent].name);
        spending_[agent] = factor;
    }
}

void Solver::respond_households() {
    const auto& households = circle_.households();
    solution_.broke_households = 0;
    for (std::size_t h = 0; h < households.size(); ++h) {
        const CircleHousehold& household = households[h];
        const double copies = solution_.copies[h];
        const double balance = received_[household.agent] - committed_[household.agent] -
                               asset_sales_[household.agent];
        double outlay =
            copies * household.outlay +
            parameters_.consumption_share * (balance - copies * household.committed_balance);
        // Where nobody is left, what still comes in is kept.
        if (!(copies > 0)) outlay = 0;
        if (outlay < 0) {
            ++solution_.broke_households;
            outlay = 0;
        }
        const double size = std::max(1.0, std::abs(outlay));
        note_change(std::abs(outlay - solution_.outlays[h]) / size,
                    baseline_.agents[household.agent].name);
        solution_.outlays[h] = outlay;
    }
}

void Solver::note_change(double relative, const std::string& name) {
    // What is no number has not settled either.
    if (relative <= solution_.last_change || std::isnan(solution_.last_change)) return;
    solution_.last_change = relative;
    solution_.worst = name;
}

void Solver::finish() {
    solution_.net_lending.assign(baseline_.agents.size(), 0.0);
    double inside = 0;
    double outside = 0;
    for (std::size_t agent = 0; agent < baseline_.agents.size(); ++agent) {
        const double lent = received_[agent] - spent_[agent];
        solution_.net_lending[agent] = lent;
        const Sector sector = baseline_.agents[agent].sector;
        (sector == Sector::outside || sector == Sector::state ? outside : inside) += lent;
    }
    solution_.redundant_residual = inside + outside;
    // What a household lends is what its income leaves of everything it committed and bought.
    for (std::size_t h = 0; h < circle_.households().size(); ++h) {
        const Place agent = circle_.households()[h].agent;
        // Who never bought anything else keeps what is not spent on products.
        const double kept = circle_.households()[h].composite > 0 ? 0 : solution_.composites[h];
        const double bought = spent_[agent] - committed_[agent] + kept;
        solution_.budget_residual =
            std::max(solution_.budget_residual, std::abs(bought - solution_.outlays[h]));
    }
}

Solution Solver::solve(const SolveOptions& options) {
    prepare();
    for (solution_.rounds = 1; solution_.rounds <= options.most_rounds; ++solution_.rounds) {
        solution_.last_change = 0;
        solution_.worst.clear();
        find_prices();
        find_outputs();
        pay_all();
        sum_agents();
        pay_owners();
        if (parameters_.closure.incomes) {
            if (parameters_.closure.section_budgets) respond_sections();
            respond_households();
        }
        solution_.converged = solution_.last_change <= options.tolerance;
        if (solution_.converged || endless_) break;
    }
    solution_.rounds = std::min(solution_.rounds, options.most_rounds);
    finish();
    return std::move(solution_);
}

}  // namespace

Solution solve(const Circle& circle, const Policy& policy, const ModelParameters& parameters,
               const SolveOptions& options) {
    Solution solution = Solver{circle, policy, parameters}.solve(options);
    state_notional_demand(circle, parameters.demand, solution);
    return solution;
}

}  // namespace cellbook
