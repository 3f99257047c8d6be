#include "ledger/book/day_columns.hpp"
#include "ledger/book/store.hpp"

namespace cellbook {

void Store::put(const PartyRow& party) {
    Statement& row = use(
        "INSERT INTO parties VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (name) DO UPDATE"
        " SET number = excluded.number, sector = excluded.sector, declared = excluded.declared,"
        " quasi_corporation = excluded.quasi_corporation, parent = excluded.parent,"
        " opened = excluded.opened, ended = excluded.ended");
    row.bind(1, party.name).bind(2, party.number).bind(3, party.sector);
    row.bind(4, std::int64_t{party.declared}).bind(5, std::int64_t{party.quasi_corporation});
    if (party.parent) {
        row.bind(6, std::string_view{*party.parent});
    } else {
        row.bind_null(6);
    }
    row.bind(7, days_of(party.life.begin)).bind(8, days_of(party.life.end)).run();
}

void Store::put(const AccountRow& account) {
    use("INSERT INTO accounts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (number)"
        " DO UPDATE SET non_financial = excluded.non_financial, declared = excluded.declared,"
        " opened = excluded.opened, ended = excluded.ended")
        .bind(1, account.number)
        .bind(2, account.name)
        .bind(3, account.party)
        .bind(4, account.account_class)
        .bind(5, account.detail)
        .bind(6, std::int64_t{account.non_financial})
        .bind(7, std::int64_t{account.declared})
        .bind(8, days_of(account.life.begin))
        .bind(9, days_of(account.life.end))
        .run();
}

void Store::put(const CommodityRow& commodity) {
    use("INSERT INTO commodities VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (number) DO UPDATE"
        " SET scale = excluded.scale, scale_known = excluded.scale_known,"
        " declared = excluded.declared, style = excluded.style")
        .bind(1, commodity.number)
        .bind(2, commodity.symbol)
        .bind(3, commodity.scale)
        .bind(4, std::int64_t{commodity.scale_known})
        .bind(5, std::int64_t{commodity.declared})
        .bind(6, commodity.style)
        .run();
}

void Store::put_word(std::int64_t number, std::string_view text) {
    use("INSERT INTO words VALUES (?1, ?2)").bind(1, number).bind(2, text).run();
}

void Store::for_each_party(const std::function<void(const PartyRow&)>& visit) {
    // Each reads an index as it stands; one that wants both orders would sort. The plus keeps those
    // without numbers from being looked up one by one through the index of numbers.
    for (const char* sql : {"SELECT name, number, sector, declared, quasi_corporation, parent,"
                            " opened, ended FROM parties WHERE number IS NOT NULL ORDER BY number",
                            "SELECT name, number, sector, declared, quasi_corporation, parent,"
                            " opened, ended FROM parties WHERE +number IS NULL ORDER BY name"}) {
        Statement& row = use(sql);
        const ResetAtEnd at_end{row};
        while (row.step()) {
            const auto parent =
                row.is_null(5) ? std::nullopt : std::optional{std::string{row.text(5)}};
            visit({.name = row.text(0),
                   .number = row.optional_integer(1),
                   .sector = row.text(2),
                   .declared = row.integer(3) != 0,
                   .quasi_corporation = row.integer(4) != 0,
                   .parent = parent,
                   .life = {date_of(row.optional_integer(6)), date_of(row.optional_integer(7))}});
        }
    }
}

void Store::for_each_account_name(
    const std::function<void(std::int64_t, std::string_view)>& visit) {
    Statement& row = use("SELECT number, name FROM accounts ORDER BY number");
    const ResetAtEnd at_end{row};
    while (row.step()) {
        visit(row.integer(0), row.text(1));
    }
}

void Store::for_each_declared_account(const std::function<void(const DeclaredAccountRow&)>& visit) {
    Statement& row =
        use("SELECT number, non_financial, opened, ended FROM accounts WHERE declared = 1"
            " ORDER BY number");
    const ResetAtEnd at_end{row};
    while (row.step()) {
        visit({.number = row.integer(0),
               .non_financial = row.integer(1) != 0,
               .life = {date_of(row.optional_integer(2)), date_of(row.optional_integer(3))}});
    }
}

void Store::for_each_commodity(const std::function<void(const CommodityRow&)>& visit) {
    Statement& row =
        use("SELECT number, symbol, scale, scale_known, declared, style"
            " FROM commodities ORDER BY number");
    const ResetAtEnd at_end{row};
    while (row.step()) {
        visit({.number = row.integer(0),
               .symbol = row.text(1),
               .scale = row.integer(2),
               .scale_known = row.integer(3) != 0,
               .declared = row.integer(4) != 0,
               .style = row.text(5)});
    }
}

bool Store::tells_scale(std::int64_t commodity, std::string_view symbol) {
    Statement& row =
        use("SELECT EXISTS (SELECT 1 FROM totals WHERE commodity = ?1)"
            " OR EXISTS (SELECT 1 FROM journal WHERE instr(body, '[\"s\",' || ?1 || ',')"
            " OR instr(body, '[\"c\",' || ?1 || ',' || json_quote(?2) || ','))");
    const ResetAtEnd at_end{row};
    row.bind(1, commodity).bind(2, symbol);
    return row.step() && row.integer(0) != 0;
}

void Store::for_each_word(const std::function<void(std::int64_t, std::string_view)>& visit) {
    Statement& row = use("SELECT number, text FROM words ORDER BY number");
    const ResetAtEnd at_end{row};
    while (row.step()) {
        visit(row.integer(0), row.text(1));
    }
}

}  // namespace cellbook
