#include "ledger/distribution/household_values.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "ledger/distribution/household_use.hpp"
#include "ledger/property/read_property.hpp"
#include "ledger/statements/period_sums.hpp"

namespace cellbook {

namespace {

bool is_flow(AccountClass account_class) {
    return account_class == AccountClass::income || account_class == AccountClass::expenses;
}

bool is_credit(AccountClass account_class) {
    return account_class != AccountClass::assets && account_class != AccountClass::expenses;
}

class Observing {
public:
    Observing(const EntrySource& source, const Query& query, const HouseholdOptions& options)
        : source_{source}, query_{query}, options_{options}, chart_{source.chart()} {}

    Result<HouseholdValues> observe() {
        select();
        if (auto problem = settle_accounts()) return *std::move(problem);
        if (options_.valuation) valuation_.emplace(source_, *options_.valuation);
        grid_.emplace(source_, query_, GridOptions{.historical = stands_},
                      valuation_ ? valuation_->cuts() : std::vector<Date>{});
        leave_out_absent();
        if (made_.parties.empty()) return nobody();
        if (auto problem = sum()) return *std::move(problem);
        if (auto problem = find_sizes()) return *std::move(problem);
        if (auto problem = put_observations()) return *std::move(problem);
        put_words();
        return std::move(made_);
    }

private:
    [[nodiscard]] bool of(HouseholdValue value) const { return options_.of == value; }
    void select();
    std::optional<Diagnostic> settle_accounts();
    void leave_out_absent();
    [[nodiscard]] bool counts(const Account& account) const;
    std::optional<Diagnostic> sum();
    std::optional<Diagnostic> find_sizes();
    [[nodiscard]] std::vector<PartyId> sections() const;
    std::optional<Diagnostic> put_observations();
    void put_words();
    [[nodiscard]] Diagnostic nobody() const;
    [[nodiscard]] Diagnostic mixed(const std::set<CommodityId>& commodities) const;

    const EntrySource& source_;
    const Query& query_;
    const HouseholdOptions& options_;
    const Chart& chart_;
    std::vector<LineId> lines_{};  ///< by party: its place among the observed
    bool stands_ = false;          ///< the values stand at the end of the period
    int sign_ = 1;
    std::optional<Valuation> valuation_{};
    std::optional<PeriodGrid> grid_{};
    std::vector<Sum> sums_{};
    std::vector<HouseholdSize> sizes_{};
    std::int64_t absent_ = 0;
    HouseholdValues made_{};
};

void Observing::select() {
    lines_.assign(chart_.party_count(), no_line);
    for (std::uint32_t i = 0; i < chart_.party_count(); ++i) {
        const PartyId party{i};
        if (chart_.books_of(party) != party || !query_.matches_party(party, chart_)) continue;
        if (!options_.any_sector && chart_.sector_of(party) != Sector::households) continue;
        lines_[i] = static_cast<LineId>(made_.parties.size());
        made_.parties.push_back(party);
    }
}

/// Says whether the values stand or flow, and with which sign.
std::optional<Diagnostic> Observing::settle_accounts() {
    stands_ = of(HouseholdValue::wealth);
    sign_ = of(HouseholdValue::income) || of(HouseholdValue::disposable) ? -1 : 1;
    if (!of(HouseholdValue::accounts)) return std::nullopt;
    bool any_flow = false;
    bool any_position = false;
    bool any_debit = false;
    for (std::uint32_t i = 0; i < chart_.account_count(); ++i) {
        const Account& account = chart_[AccountId{i}];
        if (lines_[chart_.books_of(account.party).value] == no_line) continue;
        if (!options_.accounts->matches_account(AccountId{i}, chart_)) continue;
        (is_flow(account.account_class) ? any_flow : any_position) = true;
        any_debit = any_debit || !is_credit(account.account_class);
    }
    stands_ = any_position;
    sign_ = any_debit ? 1 : -1;
    if (any_flow != any_position) return std::nullopt;
    return Diagnostic{
        .code = DiagnosticCode::query_invalid,
        .explanation = any_flow ? "the accounts asked for hold both what stands and what flows"
                                : "no account of these households is one of those asked for",
        .remedy = any_flow
                      ? "Ask for assets, liabilities and equity, or for income and expenses."
                      : "Name accounts as in `acct:assets:cash`, or one of income, "
                        "disposable, consumption, wealth; `cellbook accounts` lists accounts."};
}

/// Leaves out who came later or went before.
void Observing::leave_out_absent() {
    if (grid_->periods().empty()) return;
    const Period& period = grid_->periods().back();
    const auto was_there = [&](PartyId party) {
        const DateRange& life = chart_[party].life;
        if (stands_) return life.contains(period.last());
        return (!life.begin || *life.begin < period.end) && (!life.end || period.begin < *life.end);
    };
    const std::size_t before = made_.parties.size();
    std::erase_if(made_.parties, [&](PartyId party) { return !was_there(party); });
    absent_ = static_cast<std::int64_t>(before - made_.parties.size());
    std::ranges::fill(lines_, no_line);
    for (std::size_t i = 0; i < made_.parties.size(); ++i) {
        lines_[made_.parties[i].value] = static_cast<LineId>(i);
    }
}

bool Observing::counts(const Account& account) const {
    const HouseholdUse use = household_use(account);
    // A business of the household's own: all that it earns and spends is production.
    const bool own_business = chart_.books_of(account.party) != account.party;
    switch (options_.of) {
        case HouseholdValue::income:
            return use == HouseholdUse::income ||
                   (own_business && account.account_class == AccountClass::expenses);
        case HouseholdValue::disposable:
            return use == HouseholdUse::income || use == HouseholdUse::production ||
                   use == HouseholdUse::taxes || use == HouseholdUse::distribution ||
                   (own_business && use == HouseholdUse::consumption);
        case HouseholdValue::consumption:
            return use == HouseholdUse::consumption && !own_business;
        case HouseholdValue::wealth:
            return account.account_class == AccountClass::assets ||
                   account.account_class == AccountClass::liabilities;
        case HouseholdValue::accounts:
            break;
    }
    return true;
}

std::optional<Diagnostic> Observing::sum() {
    const LineRule rule{.of_account = [&](AccountId id) {
        const Account& account = chart_[id];
        const LineId line = lines_[chart_.books_of(account.party).value];
        if (line == no_line || !counts(account)) return no_line;
        const bool asked =
            options_.accounts == nullptr || options_.accounts->matches_account(id, chart_);
        return asked ? line : no_line;
    }};
    const auto sums = sum_segments(source_, query_, *grid_, rule, {.pass_over_closing = !stands_});
    const Figures figures = figures_of(sums, *grid_, valuation_ ? &*valuation_ : nullptr);
    std::set<CommodityId> commodities;
    sums_.assign(made_.parties.size(), 0);
    for (const PeriodFigure& figure : figures.all()) {
        if (figure.sum == 0) continue;
        commodities.insert(figure.commodity);
        sums_[figure.line] += sign_ * figure.sum;
    }
    if (commodities.size() > 1) return mixed(commodities);
    if (commodities.empty()) return std::nullopt;
    made_.commodity = chart_[*commodities.begin()].symbol;
    made_.decimals = chart_[*commodities.begin()].scale;
    return std::nullopt;
}

std::optional<Diagnostic> Observing::find_sizes() {
    if (options_.scale == EquivalenceScale::none && !options_.weigh_by_persons) return std::nullopt;
    const Date day = grid_->periods().empty() ? Date{} : grid_->periods().back().last();
    const auto sizes = household_sizes(source_, day);
    if (!sizes) return sizes.error();
    std::int64_t unknown = 0;
    std::string first;
    for (const PartyId party : made_.parties) {
        const auto& size = (*sizes)[party.value];
        if (!size && unknown++ == 0) first = chart_[party].name;
        sizes_.push_back(size.value_or(HouseholdSize{}));
    }
    if (unknown == 0) return std::nullopt;
    return Diagnostic{
        .code = DiagnosticCode::household_size_unknown,
        .explanation = "the book does not say how many people live in " + std::to_string(unknown) +
                       " of " + std::to_string(made_.parties.size()) + " households, " + first +
                       " among them",
        .remedy =
            "Say it by tags of the party, as in `; party: " + first +
            "  sector:households, adults:1, children:0`, or weigh and count households alike."};
}

/// By the register where it has the household, else the party's parent.
std::vector<PartyId> Observing::sections() const {
    const PropertyRegister property = read_property(source_);
    const Date day = grid_->periods().empty() ? Date{} : grid_->periods().back().last();
    std::vector<PartyId> sections;
    for (const PartyId party : made_.parties) {
        const PartyId section = property.section_on(party, day);
        sections.push_back(section.valid() ? section : chart_[party].parent);
    }
    return sections;
}

std::optional<Diagnostic> Observing::put_observations() {
    auto& groups = made_.observations.groups;
    std::map<PartyId, std::uint32_t> known;
    const auto section_of = options_.by_section ? sections() : std::vector<PartyId>{};
    const bool divided = options_.scale != EquivalenceScale::none;
    for (std::size_t i = 0; i < made_.parties.size(); ++i) {
        std::uint32_t group = 0;
        if (options_.by_section) {
            const PartyId section = section_of[i];
            const auto next = static_cast<std::uint32_t>(groups.size());
            const auto found = known.try_emplace(section, next);
            if (found.second) groups.push_back(section.valid() ? chart_[section].name : "(none)");
            group = found.first->second;
        }
        Int128 value = sums_[i];
        if (divided) {
            const auto share = equivalised(value, sizes_[i], options_.scale);
            if (!share) {
                return Diagnostic{.code = DiagnosticCode::number_too_large,
                                  .explanation = "what " + chart_[made_.parties[i]].name +
                                                 " has is too large to be divided",
                                  .remedy = "Take --scale none, or value it in a larger unit."};
            }
            value = *share;
        }
        const Int128 weight = options_.weigh_by_persons ? Int128{sizes_[i].persons()} : Int128{1};
        made_.observations.all.push_back({.value = value, .weight = weight, .group = group});
    }
    made_.observations.value_scale =
        static_cast<std::uint8_t>(made_.decimals + (divided ? equivalised_decimals : 0));
    return std::nullopt;
}

void Observing::put_words() {
    if (!grid_->periods().empty()) {
        const Period& period = grid_->periods().back();
        made_.when = stands_ ? "at " + to_string(period.last()) : "in " + period.label;
    }
    if (valuation_) made_.notes = valuation_->notes();
    if (absent_ > 0) {
        made_.notes.push_back(std::to_string(absent_) +
                              (absent_ == 1 ? " household that was" : " households that were") +
                              " not there then " + (absent_ == 1 ? "is" : "are") + " left out");
    }
}

Diagnostic Observing::nobody() const {
    const bool gone = absent_ > 0;
    return {.code = DiagnosticCode::observations_empty,
            .explanation = gone ? "none of the households meant was there in that period: no Gini "
                                  "of an empty set"
                                : "no household is meant: no Gini of an empty set",
            .remedy =
                "`cellbook parties` lists parties and their sectors; parties that are no "
                "households need a term `sector:NAME`."};
}

Diagnostic Observing::mixed(const std::set<CommodityId>& commodities) const {
    std::string symbols;
    for (const CommodityId commodity : commodities) {
        symbols += (symbols.empty() ? "" : ", ") + chart_[commodity].symbol;
    }
    std::string explanation = "the values are in several commodities: " + symbols;
    if (valuation_) {
        for (const std::string& note : valuation_->notes()) explanation += "; " + note;
    }
    return {.code = DiagnosticCode::commodities_mixed,
            .explanation = std::move(explanation),
            .remedy = valuation_ ? "Declare the prices that are missing (`P` lines), or choose one "
                                   "commodity with `cur:SYMBOL`."
                                 : "Value them in one with -X COMMODITY, or choose one with "
                                   "`cur:SYMBOL`."};
}

}  // namespace

const std::vector<std::string>& household_value_names() {
    static const std::vector<std::string> names{"income", "disposable", "consumption", "wealth"};
    return names;
}

std::optional<HouseholdValue> parse_household_value(std::string_view text) {
    const auto& names = household_value_names();
    const auto found = std::ranges::find(names, text);
    if (found == names.end()) return std::nullopt;
    return static_cast<HouseholdValue>(found - names.begin());
}

Result<HouseholdValues> observe_households(const EntrySource& source, const Query& query,
                                           const HouseholdOptions& options) {
    return Observing{source, query, options}.observe();
}

}  // namespace cellbook
