#include "ledger/book/derived.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <tuple>

#include "ledger/book/entry_ids.hpp"

namespace cellbook {

namespace {

/// `10.,`: symbol left, spaced, decimal mark, group mark where there is one.
std::string style_text(const CommodityStyle& style) {
    std::string text;
    text += style.symbol_left ? '1' : '0';
    text += style.spaced ? '1' : '0';
    text += style.decimal_mark;
    if (style.group_mark != 0) {
        text += style.group_mark;
    }
    return text;
}

std::optional<std::int64_t> chain_number(PartyId party, const ChainNames& names) {
    const std::uint32_t number = names.parties.number_of(party);
    return number == PartyId::none ? std::nullopt : std::optional{std::int64_t{number}};
}

void put_party(Store& store, PartyId id, const Chart& chart, const ChainNames& names) {
    const Party& party = chart[id];
    store.put(
        PartyRow{.name = party.name,
                 .number = chain_number(id, names),
                 .sector = to_string(party.sector),
                 .declared = party.declared,
                 .quasi_corporation = party.quasi_corporation,
                 .parent = party.parent ? std::optional{chart[party.parent].name} : std::nullopt,
                 .life = party.life});
}

void put_account(Store& store, AccountId id, const Chart& chart, const ChainNames& names) {
    const Account& account = chart[id];
    store.put(AccountRow{.number = names.accounts.number_of(id),
                         .name = account.name,
                         .party = chart[account.party].name,
                         .account_class = to_string(account.account_class),
                         .detail = account.detail(),
                         .non_financial = account.non_financial,
                         .declared = account.declared,
                         .life = account.life});
}

void put_commodity(Store& store, CommodityId id, const Chart& chart, const ChainNames& names) {
    const Commodity& commodity = chart[id];
    const std::string style = style_text(commodity.style);
    store.put(CommodityRow{.number = names.commodities.number_of(id),
                           .symbol = commodity.symbol,
                           .scale = commodity.scale,
                           .scale_known = commodity.scale_known,
                           .declared = commodity.declared,
                           .style = style});
}

/// Key in the index of rows that are found together: of equal contents, or of other ids.
std::uint64_t found_together(std::uint64_t key, bool of_content) {
    return of_content ? key : ~key;
}

}  // namespace

NameCounts counts_of(const ChainNames& names) {
    return {names.accounts.count(), names.parties.count(), names.commodities.count(),
            names.words.count()};
}

IdPlace place_of_id(std::string_view id) {
    const auto derived = parse_derived_id(id);
    if (derived) {
        return {derived->content_key, derived->occurrence};
    }
    return {.key = content_key(Sha256{}.of(id))};
}

void Derived::add(const TransactionDraft& content, std::int64_t seq, std::uint64_t content_key,
                  std::uint64_t occurrence, std::optional<std::int64_t> reverses) {
    ++state_.entries;
    ++state_.transactions;
    if (!state_.span) {
        state_.span = {content.date, content.date};
    }
    state_.in_date_order = state_.in_date_order && content.date >= state_.span->second;
    state_.span->first = std::min(state_.span->first, content.date);
    state_.span->second = std::max(state_.span->second, content.date);
    tally_.add_sums(content);
    tally_.add_places(content, seq);

    add_id({.key = content_key, .occurrence = occurrence, .seq = seq});
    const IdPlace place = place_of_id(content.id);
    if (place.key != content_key || place.occurrence != occurrence) {
        add_id({.key = place.key, .seq = seq});
    }
    if (reverses) {
        reversed_by_[*reverses] = seq;
    }
    for (std::uint32_t i = 0; i < content.postings.size(); ++i) {
        if (content.postings[i].assertion) {
            assertions_.push_back({content.postings[i].account, {content.date, seq}, i});
        }
    }
}

void Derived::add_id(IdRow id) {
    const std::uint64_t together = found_together(id.key, id.occurrence > 0);
    id.before = latest_id_.get(together);
    ids_.push_back(id);
    latest_id_.put(together, static_cast<std::int64_t>(ids_.size()));
}

template <class Visit>
void Derived::for_each_id(std::uint64_t key, bool of_content, const Visit& visit) const {
    for (auto at = latest_id_.get(found_together(key, of_content)); at != 0;) {
        const IdRow& row = ids_[static_cast<std::size_t>(at - 1)];
        if (!visit(row)) {
            return;
        }
        at = row.before;
    }
}

void Derived::add(const Declaration& declaration, std::int64_t seq, std::uint64_t subject) {
    ++state_.entries;
    latest_declaration_[subject] = seq;
    declarations_.push_back(seq);
    types_.push_back(type_name(declaration));
    subjects_.push_back(subject);
    if (const auto* party = std::get_if<PartyDeclaration>(&declaration)) {
        declared_parties_.insert(party->party);
    } else if (const auto* account = std::get_if<AccountDeclaration>(&declaration)) {
        declared_accounts_.insert(account->account);
    } else if (const auto* commodity = std::get_if<CommodityDeclaration>(&declaration)) {
        declared_commodities_.insert(commodity->commodity);
    } else if (const auto* row = std::get_if<RegisterDeclaration>(&declaration)) {
        if (const auto* key = row->get<PartyId>(0)) declared_parties_.insert(*key);
    } else if (const auto* lock = std::get_if<LockDeclaration>(&declaration)) {
        state_.locked_until = std::max(state_.locked_until.value_or(lock->until), lock->until);
    }
}

std::uint64_t Derived::equal_entries(std::uint64_t content_key) const {
    std::uint64_t latest = 0;
    for_each_id(content_key, true, [&](const IdRow& row) {
        latest = row.occurrence;
        return false;
    });
    return latest;
}

std::vector<std::int64_t> Derived::find_id(const IdPlace& place) const {
    std::vector<std::int64_t> seqs;
    for_each_id(place.key, false, [&](const IdRow& row) {
        seqs.push_back(row.seq);
        return true;
    });
    if (place.occurrence > 0) {
        for_each_id(place.key, true, [&](const IdRow& row) {
            if (row.occurrence == place.occurrence) {
                seqs.push_back(row.seq);
            }
            return row.occurrence > place.occurrence;
        });
    }
    std::sort(seqs.begin(), seqs.end());
    return seqs;
}

std::optional<std::int64_t> Derived::reversed_by(std::int64_t seq) const {
    const auto known = reversed_by_.find(seq);
    return known == reversed_by_.end() ? std::nullopt : std::optional{known->second};
}

std::optional<std::int64_t> Derived::latest_declaration(std::uint64_t subject) const {
    const auto known = latest_declaration_.find(subject);
    return known == latest_declaration_.end() ? std::nullopt : std::optional{known->second};
}

void Derived::write_names(Store& store, const Chart& chart, const ChainNames& names,
                          const NameCounts& known) const {
    std::set<PartyId> parties = declared_parties_;
    std::set<AccountId> accounts = declared_accounts_;
    std::set<CommodityId> commodities = declared_commodities_;
    for (std::uint32_t number = known.accounts; number < names.accounts.count(); ++number) {
        accounts.insert(names.accounts.at(number));
    }
    for (std::uint32_t number = known.parties; number < names.parties.count(); ++number) {
        parties.insert(names.parties.at(number));
    }
    for (std::uint32_t number = 0; number < names.commodities.count(); ++number) {
        commodities.insert(names.commodities.at(number));  // a scale may have been told since
    }
    for (const AccountId account : accounts) {
        parties.insert(chart[account].party);
    }
    for (const PartyId party : parties) {
        put_party(store, party, chart, names);
    }
    for (const AccountId account : accounts) {
        put_account(store, account, chart, names);
    }
    for (const CommodityId commodity : commodities) {
        put_commodity(store, commodity, chart, names);
    }
    for (std::uint32_t number = known.words; number < names.words.count(); ++number) {
        store.put_word(number, chart[names.words.at(number)]);
    }
}

void Derived::write_sums(Store& store, const ChainNames& names, const NameCounts& known) const {
    std::vector<std::pair<std::uint32_t, AccountId>> accounts;
    for (const AccountId account : tally_.accounts()) {
        accounts.emplace_back(names.accounts.number_of(account), account);
    }
    std::sort(accounts.begin(), accounts.end());
    std::vector<std::tuple<std::uint32_t, Month, Sum>> rows;
    for (const auto& [number, account] : accounts) {
        const bool fresh = number >= known.accounts;  // then there are no rows to add to
        rows.clear();
        for (const Tally::MonthSum& sum : tally_.sums(account)) {
            rows.emplace_back(names.commodities.number_of(sum.commodity), sum.month, sum.sum);
        }
        std::sort(rows.begin(), rows.end());
        for (auto row = rows.begin(); row != rows.end();) {
            const std::uint32_t commodity = std::get<0>(*row);
            Sum total = 0;
            for (; row != rows.end() && std::get<0>(*row) == commodity; ++row) {
                const auto& [ignored, month, sum] = *row;
                fresh ? store.put_month(number, commodity, month, sum)
                      : store.add_to_month(number, commodity, month, sum);
                total += sum;
            }
            fresh ? store.put_total(number, commodity, total)
                  : store.add_to_total(number, commodity, total);
        }
    }
    for (const auto& [number, account] : accounts) {
        for (const Tally::MonthPlaces& month : tally_.places(account)) {
            number >= known.accounts ? store.put_places(number, month.month, month.places)
                                     : store.append_places(number, month.month, month.places);
        }
    }
}

void Derived::write_ids(Store& store) const {
    // Their order, and not the rows, is sorted: there may be millions.
    std::vector<std::uint32_t> order(ids_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        // As SQLite orders them: keys are signed there.
        const auto key = [](const IdRow& row) {
            return std::tuple{static_cast<std::int64_t>(row.key), row.occurrence, row.seq};
        };
        return key(ids_[a]) < key(ids_[b]);
    });
    for (const std::uint32_t at : order) {
        store.add_id(ids_[at].key, ids_[at].occurrence, ids_[at].seq);
    }
}

void Derived::write(Store& store, const Chart& chart, const ChainNames& names,
                    const NameCounts& known) const {
    write_names(store, chart, names, known);
    write_sums(store, names, known);
    for (const auto& [day, seqs] : tally_.days()) {
        store.append_day(day, seqs);
    }
    write_ids(store);
    for (std::size_t i = 0; i < declarations_.size(); ++i) {
        store.add_declaration(declarations_[i], types_[i], subjects_[i]);
    }
    for (const auto& [account, place, posting] : assertions_) {
        store.add_assertion(names.accounts.number_of(account), place.date, place.seq, posting);
    }
    for (const auto& [reversed, reversal] : reversed_by_) {
        store.add_reversal(reversed, reversal);
    }
    store.put(state_);
}

}  // namespace cellbook
