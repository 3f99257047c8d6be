/// Rows of the property register that say all that they can, for tests.
#pragma once

#include <string>

#include "ledger/reading/register_values.hpp"

namespace cellbook::test {

inline const std::string row_text = "baño, \"luz\"; 3 m² | señal";
inline const std::string row_note = "dicho, \"según\" él; etc.";

/// Every field of the form: parties are `parties:FIELD`, words `the FIELD`, dates count from
/// 2018-01-05 by the field's place, numbers and choices are the last there are.
inline RegisterDeclaration full_row(const RegisterForm& form, Chart& chart) {
    RegisterDeclaration row = empty_row(form);
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        const RegisterField& field = form.fields[i];
        const std::string name{field.name};
        switch (field.type) {
            case RegisterType::party:
                row.values[i] = chart.party("parties:" + name);
                break;
            case RegisterType::word:
                row.values[i] = chart.word("the " + name);
                break;
            case RegisterType::commodity:
                row.values[i] = chart.commodity("BOB");
                break;
            case RegisterType::date:
                row.values[i] = Date{parse_date("2018-01-05")->days + static_cast<std::int32_t>(i)};
                break;
            case RegisterType::count:
                row.values[i] = field.most;
                break;
            case RegisterType::number:
                row.values[i] = *parse_decimal("0.50");
                break;
            case RegisterType::choice:
                row.values[i] = static_cast<std::int64_t>(field.choices.size()) - 1;
                break;
            case RegisterType::text:
                row.values[i] = row_text;
                break;
        }
    }
    row.standing = Standing::simulated;
    row.source = chart.word("S12");
    row.note = row_note;
    row.tags = {{.name = chart.word("basis"), .value = "a, b"},
                {.name = chart.word("synthetic"), .value = "yes"}};
    return row;
}

}  // namespace cellbook::test
