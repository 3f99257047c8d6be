/// Hand-made tables, as the statements behind pictures give them.
#pragma once

#include "cli/plot/pictures.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook::test {

inline Value bob(std::int64_t minor) {
    return TableAmount{minor, 2, "BOB"};
}

/// Two accounts over three periods, in the second of which nothing moved.
inline Table period_table_example() {
    Table table{.name = "balance"};
    table.columns = {{"account", "Account"},
                     {"period", "Period"},
                     {"commodity", "Commodity"},
                     {"amount", "Amount", Column::Align::right}};
    table.layout = Table::Layout{.columns = {{"account", "Account"},
                                             {"2018-01", "2018-01"},
                                             {"2018-02", "2018-02"},
                                             {"2018-03", "2018-03"}}};
    const std::string commodity = "BOB";
    table.rows = {{{std::string{"posta:cash"}, std::string{"2018-01"}, commodity, bob(150050)}},
                  {{std::string{"posta:cash"}, std::string{"2018-03"}, commodity, bob(-25000)}},
                  {{std::string{"pinos:cash"}, std::string{"2018-03"}, commodity, bob(99999)}}};
    return table;
}

inline Table lorenz_example() {
    Table table{.name = "lorenz", .columns = {{"people", "People"}, {"value", "Value"}}};
    for (const auto& [people, value] : {std::pair{0, 0}, std::pair{25, 5}, std::pair{50, 18},
                                        std::pair{75, 42}, std::pair{100, 100}}) {
        table.rows.push_back({{Decimal{people, 2}, Decimal{value, 2}}});
    }
    return table;
}

inline Table index_example() {
    Table table{.name = "index",
                .columns = {{"period", "Period"}, {"method", "Method"}, {"value", "Value"}}};
    const auto add = [&](const char* period, const char* method, std::int64_t thousandths) {
        table.rows.push_back({{std::string{period}, std::string{method}, Decimal{thousandths, 3}}});
    };
    add("2018-01", "laspeyres", 1000);
    add("2018-02", "laspeyres", 1042);
    add("2018-03", "laspeyres", 1091);
    add("2018-01", "paasche", 1000);
    add("2018-02", "paasche", 1021);
    add("2018-03", "paasche", 987);
    return table;
}

inline Table rents_example() {
    Table table{.name = "rents",
                .columns = {{"section", "Section"},
                            {"grade", "Grade"},
                            {"commodity", "Commodity"},
                            {"leases", "Leases"},
                            {"min", "Minimum"},
                            {"p25", "p25"},
                            {"median", "Median"},
                            {"p75", "p75"},
                            {"max", "Maximum"}}};
    const auto add = [&](const char* section, std::int64_t grade, std::int64_t n,
                         const std::vector<std::int64_t>& bolivianos) {
        Row row{{std::string{section}, grade, std::string{"BOB"}, n}};
        for (const auto amount : bolivianos) row.cells.push_back(bob(amount * 100));
        table.rows.push_back(std::move(row));
    };
    add("posta", 5, 42, {300, 400, 500, 650, 1500});
    add("guanay", 2, 17, {20, 30, 50, 60, 61});
    return table;
}

inline Table occupancy_example() {
    Table table{.name = "occupancy",
                .columns = {{"section", "Section"}, {"persons", "Persons"}, {"places", "Places"}}};
    table.rows = {{{std::string{"posta"}, std::int64_t{180}, std::int64_t{120}}},
                  {{std::string{"guanay"}, std::int64_t{420}, std::int64_t{95}}}};
    return table;
}

}  // namespace cellbook::test
