/// An event of every kind, with all that the kind requires.
#pragma once

#include <string>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/kinds/event.hpp"
#include "ledger/kinds/kind_table.hpp"

namespace cellbook {

inline Decimal decimal(std::string_view text) {
    return *parse_decimal(text);
}

/// BOB and USD with two decimals, as a reader would have settled them.
inline Chart bolivian_chart() {
    Chart chart;
    for (const auto* symbol : {"BOB", "USD"}) {
        auto& commodity = chart[chart.commodity(symbol)];
        commodity.scale = 2;
        commodity.scale_known = true;
    }
    return chart;
}

/// An event that gives what the kind requires and nothing more.
inline Event sample_event(const Kind& kind) {
    Event event{.date = *Date::from_civil(2018, 3, 1),
                .kind = kind.name,
                .payer = "inmates:i0042",
                .amount = decimal("300.00"),
                .commodity = "BOB"};
    for (const auto& need : kind.needs) {
        if (need == "payee") event.payee = "inmates:i0007";
        if (need == "cell") event.cell = "posta-12";
        if (need == "commodity2") {
            event.commodity2 = "USD";
            if (kind.find_parameter("rate") != nullptr) event.rate = decimal("0.1449");
        }
        if (need == "amount2") event.amount2 = decimal("43.47");
    }
    if (!kind.of.empty()) event.tags.emplace_back(kind.of, "section_dues");
    return event;
}

/// The same with every number that the kind takes, and a party for every further role.
inline Event full_event(const Kind& kind) {
    Event event = sample_event(kind);
    for (const auto& parameter : kind.parameters) {
        if (parameter.sort == KindParameter::Sort::number && parameter.name != "rate") {
            event.tags.emplace_back(parameter.name, "0.05");
        }
    }
    for (const auto& role : kind.roles()) {
        if (role != "payer" && role != "payee") event.tags.emplace_back(role, "sections:posta");
    }
    return event;
}

}  // namespace cellbook
