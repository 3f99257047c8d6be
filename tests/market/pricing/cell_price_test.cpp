#include "market/pricing/cell_price.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace cellbook;

namespace {

const std::vector<CellPriceTerms> terms_of_whole_years{
    {.discount_rate = 0.2, .loss_risk = 0.05, .stay_years = 3, .sale_tax = 0},
    {.discount_rate = 0.2, .loss_risk = 0.05, .stay_years = 3, .sale_tax = 0.2},
    {.discount_rate = 0.12, .loss_risk = 0, .stay_years = 1, .sale_tax = 0.5},
    {.discount_rate = 0, .loss_risk = 0.15, .stay_years = 6, .sale_tax = 0.05},
    {.discount_rate = 0.4, .loss_risk = 0.01, .stay_years = 10, .sale_tax = 0.9},
};

/// Holder after holder: each stays its years, pays rent to itself in them and sells to the next,
/// who bears the tax in what is bid.
double summed(const CellPriceTerms& terms) {
    constexpr int holders = 400;
    const auto years = static_cast<int>(terms.stay_years);
    const double yearly = (1 - terms.loss_risk) / (1 + terms.discount_rate);
    double sum = 0;
    double left = 1;  // of the price after the taxes so far
    for (int holder = 0; holder < holders; ++holder) {
        for (int year = 1; year <= years; ++year) {
            sum += left * std::pow(yearly, holder * years + year);
        }
        left *= 1 - terms.sale_tax;
    }
    return sum;
}

}  // namespace

TEST_CASE("a cell's price is the present value of rents over all stays to come, taxes between") {
    for (const CellPriceTerms& terms : terms_of_whole_years) {
        INFO("stay " << terms.stay_years << ", tax " << terms.sale_tax);
        CHECK(cell_price(1, terms) == Approx(summed(terms)).epsilon(1e-10));
        CHECK(cell_price(250, terms) == Approx(250 * summed(terms)).epsilon(1e-10));
    }
}

TEST_CASE("the price under another tax is the ratio of the two present values") {
    for (const CellPriceTerms& terms : terms_of_whole_years) {
        for (const double tax : {0.0, 0.1, 0.5, 0.99}) {
            CellPriceTerms after = terms;
            after.sale_tax = tax;
            CHECK(price_under_tax(terms, tax) ==
                  Approx(summed(after) / summed(terms)).epsilon(1e-10));
        }
        CHECK(price_under_tax(terms, terms.sale_tax) == 1);
    }
}

TEST_CASE("without a tax the price is that of a perpetuity, however long holders stay") {
    // Rents a year from now on for ever at r: 1/r (with d = 1/(1+r), d/(1-d)).
    for (const double stay : {0.5, 1.0, 3.0, 20.0}) {
        CHECK(cell_price(100, {.discount_rate = 0.25, .stay_years = stay}) == Approx(400));
    }
}

TEST_CASE("a tax weighs more the shorter the stay, and taxes lower prices") {
    const auto fall = [](double stay) {
        return price_under_tax({.discount_rate = 0.2, .loss_risk = 0.05, .stay_years = stay}, 0.2);
    };
    CHECK(fall(1) < fall(3));
    CHECK(fall(3) < fall(6));
    CHECK(fall(6) < 1);
    CHECK(fall(0.1) > 0);
}

TEST_CASE("neither interest nor risk leaves what the tax does not give back") {
    // The stay's rents and, of what the next holder pays, half: P = 3 + P/2.
    CHECK(cell_price(1, {.stay_years = 3, .sale_tax = 0.5}) == Approx(6));
}

TEST_CASE("an anticretico's deposit forgoes the rent at interest and premium") {
    CHECK(anticretico_deposit(1200, 0.15, 0.05) == Approx(6000));
    CHECK(anticretico_deposit(1200, 0.2, 0) == Approx(6000));
    CHECK(anticretico_deposit(1200, 0.2, 0.1) < anticretico_deposit(1200, 0.2, 0));
}
