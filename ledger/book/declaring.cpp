#include "ledger/book/declaring.hpp"

#include <string>
#include <string_view>
#include <type_traits>

#include "ledger/property/row_rules.hpp"

namespace cellbook {

namespace {

/// FNV-1a, 64 bits, with a last mix so that low bits are good too.
class Mixer {
public:
    Mixer& add(std::string_view text) {
        for (const char c : text) {
            add_byte(static_cast<unsigned char>(c));
        }
        add_byte(0);
        return *this;
    }
    Mixer& add(std::int64_t number) { return add(std::to_string(number)); }
    [[nodiscard]] std::uint64_t value() const { return state_ ^ (state_ >> 29U); }

private:
    void add_byte(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001b3ULL; }
    std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

struct Subject {
    const Chart& chart;

    void operator()(const PartyDeclaration& said) const {
        mixer.add("party").add(chart[said.party].name);
    }
    void operator()(const AccountDeclaration& said) const {
        mixer.add("account").add(chart[said.account].name);
    }
    void operator()(const CommodityDeclaration& said) const {
        mixer.add("commodity").add(chart[said.commodity].symbol);
    }
    void operator()(const PriceDeclaration& said) const {
        mixer.add("price").add(said.date.days).add(chart[said.commodity].symbol);
        mixer.add(chart[said.currency].symbol);
    }
    void operator()(const SourceDeclaration& said) const {
        mixer.add("source").add(chart[said.source]);
    }
    void operator()(const KindDeclaration& said) const { mixer.add("kind").add(chart[said.kind]); }
    void operator()(const ConventionDeclaration& said) const {
        mixer.add("convention").add(chart[said.name]);
    }
    void operator()(const NameDeclaration& said) const {
        mixer.add("name").add(static_cast<std::int64_t>(said.what)).add(chart[said.name]);
    }
    void operator()(const LockDeclaration& /*said*/) const { mixer.add("lock"); }
    void operator()(const RegisterDeclaration& said) const {
        const RegisterForm& form = register_form(said.sort);
        mixer.add("register").add(form.name);
        for (std::size_t i = 0; i < form.key_fields; ++i) {
            std::visit([&](const auto& value) { key(value); }, said.values[i]);
        }
    }
    void key(PartyId id) const { mixer.add(chart[id].name); }
    void key(WordId id) const { mixer.add(chart[id]); }
    void key(Date date) const { mixer.add(date.days); }
    template <class Other>
    void key(const Other& /*no key is of that type*/) const {}

    Mixer& mixer;
};

std::optional<Diagnostic> party_cycle(PartyId party, PartyId parent, const Chart& chart) {
    for (PartyId above = parent; above; above = chart[above].parent) {
        if (above == party) {
            const std::string& name = chart[party].name;
            return Diagnostic{.code = DiagnosticCode::party_cycle,
                              .explanation = "party `" + name + "` would stand above itself: `" +
                                             chart[parent].name + "` already belongs to it",
                              .remedy = "Give one of the two another `parent:`, or none."};
        }
    }
    return {};
}

std::optional<Diagnostic> contradiction(const PartyDeclaration& said, const Chart& chart) {
    return party_cycle(said.party, said.parent, chart);
}

/// A row makes an owner the parent of a business, and a section that of a household.
std::optional<Diagnostic> contradiction(const RegisterDeclaration& said, const Chart& chart) {
    using namespace register_field;
    const PartyId* const party = said.get<PartyId>(0);
    if (party == nullptr || said.sort == Register::section) return {};
    const std::size_t field = said.sort == Register::business ? std::size_t{business_owner}
                                                              : std::size_t{household_section};
    const PartyId* const above = said.get<PartyId>(field);
    return above == nullptr ? std::nullopt : party_cycle(*party, *above, chart);
}

std::optional<Diagnostic> contradiction(const CommodityDeclaration& said, const Chart& chart) {
    const Commodity& known = chart[said.commodity];
    if (!known.scale_known || known.scale == said.scale) {
        return {};
    }
    return Diagnostic{
        .code = DiagnosticCode::commodity_scale_settled,
        .explanation = "commodity `" + known.symbol + "` has " + std::to_string(known.scale) +
                       " decimals in this book, not " + std::to_string(said.scale),
        .remedy =
            "Amounts are kept as whole numbers at that scale. Declare the commodity before "
            "its first amount, or keep the " +
            std::to_string(known.scale) + " decimals."};
}

/// The first posting of an account outside a life, by its day.
std::optional<Date> day_outside(AccountId account, const DateRange& life, Chain& chain) {
    const auto months = chain.months_of(account);
    if (!months) {
        return {};
    }
    for (const Month month : {months->first, months->second}) {
        for (const Place& place : chain.places_in(account, month)) {
            if (!life.contains(place.date)) {
                return place.date;
            }
        }
    }
    return {};
}

Diagnostic life_too_short(const std::string& what, const std::string& name, Date day) {
    return {.code = DiagnosticCode::life_too_short,
            .explanation = "the book holds a posting of " + to_string(day) +
                           " outside that life of " + what + " `" + name + "`",
            .remedy = "Open it earlier or close it later, or reverse that transaction first."};
}

std::optional<Diagnostic> outlived(PartyId party, const DateRange& life, Chain& chain,
                                   const Chart& chart) {
    if (!life.begin && !life.end) {
        return {};
    }
    for (std::uint32_t i = 0; i < chart.account_count(); ++i) {
        if (chart[AccountId{i}].party == party) {
            if (const auto day = day_outside(AccountId{i}, life, chain)) {
                return life_too_short("party", chart[party].name, *day);
            }
        }
    }
    return {};
}

std::optional<Diagnostic> outlived(AccountId account, const DateRange& life, Chain& chain,
                                   const Chart& chart) {
    if (!life.begin && !life.end) {
        return {};
    }
    if (const auto day = day_outside(account, life, chain)) {
        return life_too_short("account", chart[account].name, *day);
    }
    return {};
}

}  // namespace

std::uint64_t subject_key(const Declaration& declaration, const Chart& chart) {
    Mixer mixer;
    std::visit(Subject{chart, mixer}, declaration);
    return mixer.value();
}

bool says_nothing_new(const Declaration& declaration, std::uint64_t subject, Chain& chain) {
    if (const auto* lock = std::get_if<LockDeclaration>(&declaration)) {
        return chain.locked_until() && lock->until <= *chain.locked_until();
    }
    const auto latest = chain.latest_declaration(subject);
    if (!latest) {
        return false;
    }
    const Declaration* known = chain.declaration(*latest);
    return known != nullptr && *known == declaration;
}

std::optional<Diagnostic> contradicts(const Declaration& declaration, Chain& chain,
                                      const Chart& chart) {
    if (const auto* party = std::get_if<PartyDeclaration>(&declaration)) {
        auto cycle = contradiction(*party, chart);
        return cycle ? cycle : outlived(party->party, party->life, chain, chart);
    }
    if (const auto* account = std::get_if<AccountDeclaration>(&declaration)) {
        return outlived(account->account, account->life, chain, chart);
    }
    if (const auto* commodity = std::get_if<CommodityDeclaration>(&declaration)) {
        return contradiction(*commodity, chart);
    }
    if (const auto* row = std::get_if<RegisterDeclaration>(&declaration)) {
        auto fault = row_fault(*row, chart);
        return fault ? fault : contradiction(*row, chart);
    }
    const auto* price = std::get_if<PriceDeclaration>(&declaration);
    const auto locked = chain.locked_until();
    if (price != nullptr && locked && price->date < *locked) {
        return Diagnostic{.code = DiagnosticCode::period_locked,
                          .explanation = "a price of " + to_string(price->date) +
                                         " cannot be added: the book is locked until " +
                                         to_string(*locked),
                          .remedy = "Date it " + to_string(*locked) + " or later."};
    }
    return {};
}

}  // namespace cellbook
