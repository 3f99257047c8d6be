/// What a cell is worth to hold: rents over a stay, the risk of losing it, and the tax on selling
/// it.
#pragma once

namespace cellbook {

/// *Units*: rates and risks a year, rent a year.
struct CellPriceTerms {
    double discount_rate = 0;
    double loss_risk = 0;  ///< a year
    double stay_years = 0;
    double sale_tax = 0;  ///< share of the price that the seller loses
};

/// P = sum over s <= T of R (1-x)^s / (1+r)^s + (1-tax) P_T (1-x)^T / (1+r)^T with P_T = P: what
/// the next holder pays is what this one did, so P = R A / (1 - (1-tax) d^T), d = (1-x)/(1+r), A =
/// d (1 - d^T) / (1 - d), a fraction of a year counted as such. (docs/model.md, "Cells")
/// *Requires*: stay_years > 0, and not both rate and risk zero while the tax is.
double cell_price(double rent_per_year, const CellPriceTerms& terms);

/// The price relative to that under another tax, rents unchanged: how much of a tax on selling is
/// capitalised.
double price_under_tax(const CellPriceTerms& terms, double new_tax);

/// The deposit of an anticretico whose use forgone is the rent: D i = R, i = r + premium.
double anticretico_deposit(double rent_per_year, double discount_rate, double default_premium);

}  // namespace cellbook
