#include "market/baseline/behaviour.hpp"

#include <algorithm>
#include <array>

namespace cellbook {

namespace {

using enum Behaviour;

/// By the payer's sector. Visitors and buyers outside do not answer to prices here: what the
/// outside world does is given (docs/model.md, "The outside").
struct KindRow {
    std::string_view kind;
    Behaviour household;
    Behaviour business;
    Behaviour section;
};

constexpr std::array kind_rows{
    KindRow{"cell_rent", rent, rent, rule},
    KindRow{"floor_rent", rent, rent, rule},
    KindRow{"cell_sale", capital, capital, capital},
    KindRow{"cell_improvement", exogenous, exogenous, rule},
    KindRow{"section_entry", per_head, per_head, rule},
    KindRow{"section_dues", per_head, sales_share, rule},
    KindRow{"section_spending", rule, rule, rule},
    KindRow{"section_wage", rule, rule, rule},
    KindRow{"shop_sale", demand, input, rule},
    KindRow{"restaurant_meal", demand, input, rule},
    KindRow{"sauna_visit", demand, input, rule},
    KindRow{"pool_visit", demand, input, rule},
    KindRow{"service", demand, input, rule},
    KindRow{"wage", income_share, input, rule},
    KindRow{"purchase_outside", exogenous, input, rule},
    KindRow{"support_sent", income_share, income_share, rule},
    KindRow{"owner_drawings", exogenous, distribution, distribution},
};

}  // namespace

std::string_view to_string(Behaviour behaviour) {
    constexpr std::array<std::string_view, 10> names{
        "exogenous", "per_head",    "rent", "demand",       "income_share",
        "input",     "sales_share", "rule", "distribution", "capital"};
    return names[static_cast<std::size_t>(behaviour)];
}

Behaviour behaviour_of(std::string_view kind, Sector payer) {
    const auto* const row = std::ranges::find(kind_rows, kind, &KindRow::kind);
    if (row == kind_rows.end()) return exogenous;
    switch (payer) {
        case Sector::households:
        case Sector::unclassified:
            return row->household;
        case Sector::businesses:
            return row->business;
        case Sector::sections:
            return row->section;
        default:
            return row->kind == "cell_sale" ? capital : exogenous;
    }
}

}  // namespace cellbook
