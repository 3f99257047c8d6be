#include "ledger/prices/price_file.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

namespace {

PriceFile read(const std::string& text, bool quantities_needed) {
    MemoryFiles files{{{"prices.csv", text}}};
    return read_price_file(files, "prices.csv", {.quantities_needed = quantities_needed});
}

std::vector<std::string> complaints(const PriceFile& file) {
    std::vector<std::string> texts;
    for (const Diagnostic& problem : file.problems.kept) {
        texts.push_back(std::to_string(problem.position.line) + ":" +
                        std::to_string(problem.position.column) + " " +
                        std::string{to_string(problem.code)});
        CHECK_FALSE(problem.excerpt.empty());
    }
    return texts;
}

}  // namespace

TEST_CASE("rows of one product and period add up to a unit value, in any order of rows") {
    const PriceFile file = read(
        "product,quantity,price,period\nrice,1,3,2018-10\nsoup,1,9,2018-9\nrice,3,2.50,2018-10\n"
        "rice,2,2,2018-9\n",
        true);
    REQUIRE(file.ok());
    REQUIRE(file.panel.periods().size() == 2);
    CHECK(file.panel.periods()[0].label == "2018-9");
    CHECK(file.panel.periods()[1].position.line == 2);
    const auto october = file.panel.of(1);
    REQUIRE(october.size() == 1);
    CHECK(to_string(october[0].price) == "2.625");
    CHECK(to_string(october[0].quantity) == "4");
    CHECK(file.panel.product_count() == 2);
}

TEST_CASE("without quantities a price is the mean of what was quoted") {
    const PriceFile file = read("period,product,price\n1,rice,1\n1,rice,2\n2,rice,6\n", false);
    REQUIRE(file.ok());
    CHECK(to_string(file.panel.of(0)[0].price) == "1.5");
    // Nothing sold is nothing wrong where no weight is asked for.
    CHECK(read("period,product,price,quantity\n1,rice,1,0\n2,rice,6,\n", false).ok());
}

TEST_CASE("a price or quantity that no index can use is refused in its place") {
    const std::string text =
        "period,product,price,quantity\n1,rice,0,1\n1,soup,-2,1\n1,soap,,1\n1,tea,1,0\n"
        "2,tea,1,-1\n2,soap,1,\n2,rice,x,1\n,rice,1,1\n2,,1,1\n";
    CHECK(complaints(read(text, true)) ==
          std::vector<std::string>{
              "2:8 price_not_positive", "3:8 price_not_positive", "4:8 prices_row_invalid",
              "5:9 quantity_not_positive", "6:9 quantity_not_positive", "7:10 prices_row_invalid",
              "8:8 number_invalid", "9:1 prices_row_invalid", "10:3 prices_row_invalid"});
    CHECK(complaints(read("period,product,price\n1,a,1\n", true)) ==
          std::vector<std::string>{"1:1 prices_header_invalid"});
    CHECK(complaints(read("period,product,price,weight\n1,a,1,1\n", false)) ==
          std::vector<std::string>{"1:22 prices_header_invalid"});
}
