#include "market/pricing/cell_price.hpp"

#include <cassert>
#include <cmath>

namespace cellbook {

double cell_price(double rent_per_year, const CellPriceTerms& terms) {
    assert(terms.stay_years > 0);
    const double yearly = (1 - terms.loss_risk) / (1 + terms.discount_rate);
    const double stay = std::pow(yearly, terms.stay_years);
    const double annuity = yearly == 1 ? terms.stay_years : yearly * (1 - stay) / (1 - yearly);
    return rent_per_year * annuity / (1 - (1 - terms.sale_tax) * stay);
}

double price_under_tax(const CellPriceTerms& terms, double new_tax) {
    CellPriceTerms after = terms;
    after.sale_tax = new_tax;
    return cell_price(1, after) / cell_price(1, terms);
}

double anticretico_deposit(double rent_per_year, double discount_rate, double default_premium) {
    assert(discount_rate + default_premium > 0);
    return rent_per_year / (discount_rate + default_premium);
}

}  // namespace cellbook
