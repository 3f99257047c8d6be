/// A kind made ready to book many events: names replaced by numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/kinds/kind.hpp"

namespace cellbook {

/// Everything an expression can name has a slot: amount, amount2, then the kind's numbers and
/// computed amounts.
struct KindPlan {
    static constexpr std::size_t amount_slot = 0;
    static constexpr std::size_t amount2_slot = 1;

    struct Term {
        bool negative = false;
        std::size_t slot = 0;
    };
    struct Leg {
        std::size_t role = 0;        ///< index into `roles`
        std::size_t account = 0;     ///< index into `accounts`
        std::size_t with = no_role;  ///< index into `roles`
        bool second_money = false;   ///< in commodity2
        bool is_credit = false;
        std::vector<Term> terms{};
    };
    struct Number {  ///< a parameter that is a number
        std::size_t slot = 0;
        std::size_t parameter = 0;  ///< index into `kind.parameters`
        bool is_amount = false;     ///< stands in a leg or a sum, so it counts minor units
    };
    struct Computed {
        std::size_t slot = 0;
        std::size_t amount = 0;  ///< index into `kind.amounts`
        bool second_money = false;
        bool is_product = false;
        std::size_t factor_slots[2] = {0, 0};  ///< of a product
        std::vector<Term> terms{};             ///< of a sum
    };
    static constexpr std::size_t no_role = static_cast<std::size_t>(-1);

    Kind kind;
    std::vector<std::string> roles{};
    std::vector<std::string> accounts{};  ///< of legs, each once; may be a placeholder
    std::vector<Number> numbers{};
    std::vector<Computed> computed{};
    std::vector<Leg> legs{};
    std::size_t slot_count = 2;
};

KindPlan make_plan(Kind kind);

}  // namespace cellbook
