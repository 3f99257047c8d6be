#include "ledger/book/name_rows.hpp"

#include <string>

namespace cellbook {

namespace {

[[noreturn]] void contradiction(const Store& store, const std::string& what) {
    throw StorageError(store.connection().file() + ": the rows of " + what +
                       " are damaged; run `rebuild`");
}

template <class Id>
void number(ChainNumbers<Id>& numbers, std::int64_t row_number, Id id, const Store& store,
            const char* what) {
    if (row_number == std::int64_t{numbers.count()} && numbers.number_of(id) == Id::none) {
        numbers.add(id);
    } else if (numbers.number_of(id) != row_number) {
        contradiction(store, what);
    }
}

void load_parties(Store& store, Chart& chart, ChainNames& names) {
    store.for_each_party([&](const PartyRow& row) {
        const PartyId id = chart.party(row.name);
        if (row.number) {
            number(names.parties, *row.number, id, store, "parties");
        }
        const auto sector = parse_sector(row.sector);
        if (!sector) {
            contradiction(store, "parties");
        }
        Party& party = chart[id];
        party.sector = *sector;
        party.declared = row.declared;
        party.quasi_corporation = row.quasi_corporation;
        party.life = row.life;
        party.parent = row.parent ? chart.party(*row.parent) : PartyId{};
    });
}

void load_accounts(Store& store, Chart& chart, ChainNames& names) {
    ChainNumbers<AccountId>& numbers = names.accounts;
    store.for_each_account_name([&](std::int64_t row_number, std::string_view name) {
        if (row_number >= 0 && row_number < std::int64_t{numbers.count()}) {
            if (chart[numbers.at(static_cast<std::uint32_t>(row_number))].name != name) {
                contradiction(store, "accounts");
            }
            return;
        }
        // A name that the chain has not numbered may stand in the chart already, but not in one
        // that has numbered names alone.
        const bool is_new = chart.account_count() == numbers.count();
        const auto id = is_new ? chart.add_account(name) : chart.account(name);
        if (!id) {
            contradiction(store, "accounts");
        }
        number(numbers, row_number, *id, store, "accounts");
    });
    store.for_each_declared_account([&](const DeclaredAccountRow& row) {
        if (row.number < 0 || row.number >= std::int64_t{numbers.count()}) {
            contradiction(store, "accounts");
        }
        Account& account = chart[numbers.at(static_cast<std::uint32_t>(row.number))];
        account.non_financial = row.non_financial;
        account.declared = true;
        account.life = row.life;
    });
}

void load_commodities(Store& store, Chart& chart, ChainNames& names) {
    store.for_each_commodity([&](const CommodityRow& row) {
        if (row.style.size() < 3 || row.scale < 0 || row.scale > max_scale) {
            contradiction(store, "commodities");
        }
        const CommodityId id = chart.commodity(row.symbol);
        number(names.commodities, row.number, id, store, "commodities");
        names.scale_told.resize(names.commodities.count());
        names.scale_unsure.resize(names.commodities.count());
        names.scale_unsure[names.commodities.number_of(id)] = row.scale_known;
        Commodity& commodity = chart[id];
        commodity.scale = static_cast<std::uint8_t>(row.scale);
        commodity.scale_known = row.scale_known;
        commodity.declared = row.declared;
        commodity.style = {.symbol_left = row.style[0] == '1',
                           .spaced = row.style[1] == '1',
                           .decimal_mark = row.style[2],
                           .group_mark = row.style.size() > 3 ? row.style[3] : '\0'};
    });
}

}  // namespace

void load_names(Store& store, Chart& chart, ChainNames& names) {
    load_parties(store, chart, names);
    load_accounts(store, chart, names);
    load_commodities(store, chart, names);
    store.for_each_word([&](std::int64_t row_number, std::string_view text) {
        number(names.words, row_number, chart.word(text), store, "words");
    });
}

}  // namespace cellbook
