#include "ledger/distribution/rising_numbers.hpp"

#include "tests/ledger/distribution/observed.hpp"

using namespace cellbook;

TEST_CASE("rising numbers have the logarithms and roots that each would have alone, to 44 digits") {
    test::Numbers random{7};
    // Steps so small that series are taken, up to so large that they are not.
    for (const std::int64_t step : {1, 1000, 100'000, 100'000'000}) {
        RisingNumbers numbers;
        Real x = Real{"0.7"};
        for (int i = 0; i < 3000; ++i) {
            x += Real{random.next(0, step)} / 1'000'000;
            numbers.next(x);
            if (i % 100 != 99) continue;
            const Real log_error = abs(numbers.log() - boost::multiprecision::log(x));
            const Real root_error = abs(numbers.root() - sqrt(x)) / sqrt(x);
            INFO("step " << step << ", at " << x.str());
            CHECK(log_error < Real{"1e-44"});
            CHECK(root_error < Real{"1e-44"});
        }
    }
}

TEST_CASE("the logarithm of one is zero and its root is one") {
    RisingNumbers numbers;
    numbers.next(1);
    CHECK(numbers.log() == 0);
    CHECK(numbers.root() == 1);
}
