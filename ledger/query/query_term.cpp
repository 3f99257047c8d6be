#include "ledger/query/query_term.hpp"

#include <algorithm>
#include <string>

#include "ledger/query/period.hpp"

namespace cellbook {

namespace {

struct Prefix {
    std::string_view name;
    QueryField field;
};

constexpr std::array<Prefix, query_field_count> prefixes{{
    {"acct", QueryField::account},
    {"party", QueryField::party},
    {"sector", QueryField::sector},
    {"cur", QueryField::commodity},
    {"date", QueryField::date},
    {"amt", QueryField::amount},
    {"kind", QueryField::kind},
    {"with", QueryField::with},
    {"desc", QueryField::description},
    {"code", QueryField::code},
    {"source", QueryField::source},
    {"id", QueryField::id},
    {"status", QueryField::status},
    {"standing", QueryField::standing},
    {"tag", QueryField::tag},
}};

Diagnostic query_invalid(std::string explanation, std::string remedy) {
    return {DiagnosticCode::query_invalid, std::move(explanation), std::move(remedy)};
}

/// Whether one slip of the finger turns `a` into `b`: a letter more, less, other, or two swapped.
bool is_one_slip_away(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1 || a == b) return false;
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    if (a.size() < b.size()) return a.substr(at) == b.substr(at + 1);
    if (a.substr(at + 1) == b.substr(at + 1)) return true;
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
           a.substr(at + 2) == b.substr(at + 2);
}

/// A bare word may hold colons, as accounts do; one whose first part looks like a mistyped prefix
/// is refused, since it would match nothing and say nothing.
std::optional<Diagnostic> mistyped_prefix(std::string_view text) {
    const auto first = text.substr(0, text.find(':'));
    if (first.size() == text.size() || first.size() < 3) return std::nullopt;
    for (const auto& prefix : prefixes) {
        if (prefix.name.size() >= 4 && is_one_slip_away(first, prefix.name)) {
            return query_invalid(
                "`" + std::string{first} + ":` is no query term",
                "did you mean " + std::string{prefix.name} +
                    ":? For accounts of that name write acct:" + std::string{text});
        }
    }
    return std::nullopt;
}

Result<AmountTest> parse_amount_test(std::string_view text) {
    using Order = AmountTest::Order;
    static constexpr std::array<std::pair<std::string_view, Order>, 5> signs{
        {{"<=", Order::at_most},
         {">=", Order::at_least},
         {"<", Order::less},
         {">", Order::greater},
         {"=", Order::equal}}};
    AmountTest test;
    std::string_view number = text;
    for (const auto& [sign, order] : signs) {
        if (!number.starts_with(sign)) continue;
        number.remove_prefix(sign.size());
        test.order = order;
        break;
    }
    while (number.starts_with(' ')) number.remove_prefix(1);
    const bool plus = number.starts_with('+');
    if (plus) number.remove_prefix(1);
    const auto value = parse_decimal(number);
    if (!value || (plus && number.starts_with('-'))) {
        return query_invalid("`amt:" + std::string{text} + "` names no number",
                             "write amt:300, amt:'>=300.50' or amt:'<-20'");
    }
    test.number = *value;
    // As in hledger: a comparison with zero is about the sign.
    test.with_sign = plus || number.starts_with('-') || value->coefficient == 0;
    return test;
}

std::optional<Status> parse_status(std::string_view text) {
    if (text == "*" || text == "cleared") return Status::cleared;
    if (text == "!" || text == "pending") return Status::pending;
    if (text.empty() || text == "unmarked") return Status::unmarked;
    return std::nullopt;
}

Result<bool> parse_value(QueryTerm& term, std::string_view value, Date today) {
    switch (term.field) {
        case QueryField::date: {
            const auto range = parse_period(value, today);
            if (!range) return range.error();
            term.dates = *range;
            return true;
        }
        case QueryField::amount: {
            const auto test = parse_amount_test(value);
            if (!test) return test.error();
            term.amount = *test;
            return true;
        }
        case QueryField::status: {
            const auto status = parse_status(value);
            if (!status) {
                return query_invalid("`status:" + std::string{value} + "` is no status",
                                     "write status:* (cleared), status:! (pending) or status:");
            }
            term.status = *status;
            return true;
        }
        case QueryField::standing: {
            const auto standing = parse_standing(value);
            if (!standing) {
                return query_invalid("`standing:" + std::string{value} + "` is no standing",
                                     "they are observed, estimated, assumed and simulated");
            }
            term.standing = *standing;
            return true;
        }
        case QueryField::sector: {
            const auto sector = parse_sector(value);
            if (!sector) {
                std::string names;
                for (const auto& name : sector_names()) names += (names.empty() ? "" : ", ") + name;
                return query_invalid("`sector:" + std::string{value} + "` is no sector",
                                     "they are " + names);
            }
            term.sector = *sector;
            return true;
        }
        default:
            break;
    }
    const auto equals = term.field == QueryField::tag ? value.find('=') : std::string_view::npos;
    // What is typed of an id is how it begins.
    const std::string words = term.field == QueryField::id ? "^(?:" + std::string{value} + ")"
                                                           : std::string{value.substr(0, equals)};
    auto pattern = Pattern::compile(words);
    if (!pattern) return std::move(pattern).error();
    term.pattern = *std::move(pattern);
    if (equals == std::string_view::npos) return true;
    auto tag_value = Pattern::compile(value.substr(equals + 1));
    if (!tag_value) return std::move(tag_value).error();
    term.tag_value = *std::move(tag_value);
    return true;
}

}  // namespace

bool AmountTest::holds_of(std::int64_t minor, std::uint8_t scale) const {
    const Int128 value = minor;
    const Decimal amount{!with_sign && value < 0 ? -value : value, scale};
    const auto order_of_two = compare(amount, number);
    switch (order) {
        case Order::less:
            return order_of_two < 0;
        case Order::at_most:
            return order_of_two <= 0;
        case Order::equal:
            return order_of_two == 0;
        case Order::at_least:
            return order_of_two >= 0;
        case Order::greater:
            return order_of_two > 0;
    }
    return false;
}

Result<QueryTerm> QueryTerm::parse(std::string_view text, Date today, QueryField bare) {
    QueryTerm term;
    term.field = bare;
    std::string_view rest = text;
    if (rest.starts_with("not:")) {
        term.negated = true;
        rest.remove_prefix(4);
    }
    const auto colon = rest.find(':');
    const auto prefix = std::ranges::find_if(prefixes, [&](const Prefix& known) {
        return colon != std::string_view::npos && known.name == rest.substr(0, colon);
    });
    if (prefix != prefixes.end()) {
        term.field = prefix->field;
        rest.remove_prefix(colon + 1);
    } else if (auto complaint = mistyped_prefix(rest)) {
        return *std::move(complaint);
    }
    const auto parsed = parse_value(term, rest, today);
    if (!parsed) return parsed.error();
    return term;
}

bool QueryTerm::holds_of_account(AccountId account, const Chart& chart) const {
    if (field == QueryField::account) return pattern->found_in(chart[account].name);
    return holds_of_party(chart[account].party, chart);
}

bool QueryTerm::holds_of_party(PartyId party, const Chart& chart) const {
    if (field == QueryField::sector) return chart.sector_of(party) == sector;
    return pattern->found_in(chart[party].name) ||
           pattern->found_in(chart[chart.books_of(party)].name);
}

bool QueryTerm::holds_of_commodity(CommodityId commodity, const Chart& chart) const {
    return pattern->is_whole(chart[commodity].symbol);
}

bool QueryTerm::holds_of_word(WordId word, const Chart& chart) const {
    if (!word) return pattern->found_in("");
    if (word.value >= word_answers_.size()) word_answers_.resize(word.value + std::size_t{1});
    char& answer = word_answers_[word.value];
    if (answer == 0) answer = pattern->found_in(chart[word]) ? 'y' : 'n';
    return answer == 'y';
}

bool QueryTerm::holds_of_text(const std::string& text) const {
    constexpr std::size_t most_remembered = 10'000;
    if (pattern->is_plain()) return pattern->found_in(text);
    if (text_answers_.size() >= most_remembered) text_answers_.clear();
    const auto [entry, is_new] = text_answers_.try_emplace(text, false);
    if (is_new) entry->second = pattern->found_in(text);
    return entry->second;
}

bool QueryTerm::holds_of(const Transaction& transaction, const Posting& posting,
                         const Chart& chart) const {
    switch (field) {
        case QueryField::amount:
            return amount.holds_of(posting.amount.minor, chart[posting.amount.commodity].scale);
        case QueryField::kind:
            return holds_of_word(transaction->kind, chart);
        case QueryField::source:
            return holds_of_word(transaction->source, chart);
        case QueryField::with: {
            const PartyId other = counterparty(*transaction, posting, chart);
            return pattern->found_in(other ? std::string_view{chart[other].name} : "unallocated");
        }
        case QueryField::description:
            return holds_of_text(transaction->description);
        case QueryField::code:
            return holds_of_text(transaction->code);
        case QueryField::id:
            return pattern->found_in(transaction->id);
        case QueryField::status: {
            const bool own = posting.status != Status::unmarked;
            return (own ? posting.status : transaction->status) == status;
        }
        case QueryField::standing:
            return transaction->standings.weakest() == standing;
        case QueryField::tag:
            return holds_of_tags(transaction, posting, chart);
        default:
            return true;
    }
}

bool QueryTerm::holds_of_tags(const Transaction& transaction, const Posting& posting,
                              const Chart& chart) const {
    const auto fits = [&](std::string_view name, std::string_view value) {
        return pattern->found_in(name) && (!tag_value || tag_value->found_in(value));
    };
    const auto any_of = [&](const std::vector<Tag>& tags) {
        return std::ranges::any_of(
            tags, [&](const Tag& tag) { return fits(chart[tag.name], tag.value); });
    };
    const auto word = [&](std::string_view name, WordId value) {
        return value && fits(name, chart[value]);
    };
    const auto party = [&](std::string_view name, PartyId value) {
        return value && fits(name, chart[value].name);
    };
    const auto decimal = [&](std::string_view name, const std::optional<Decimal>& value) {
        return value && fits(name, to_string(*value));
    };
    const auto standing_of = [&](std::string_view name, const std::optional<Standing>& value) {
        return value && fits(name, to_string(*value));
    };
    const TransactionDraft& content = *transaction;
    const Flow& flow = content.flow;
    const Standings& known = content.standings;
    return any_of(content.tags) || any_of(posting.tags) || word("kind", content.kind) ||
           word("source", content.source) || word("product", flow.product) ||
           word("cell", flow.cell) || party("payer", flow.payer) || party("payee", flow.payee) ||
           party("with", posting.with) || decimal("quantity", flow.quantity) ||
           decimal("unit_price", flow.unit_price) || decimal("low", content.low) ||
           decimal("high", content.high) || standing_of("standing", known.whole) ||
           standing_of("standing-price", known.price) ||
           standing_of("standing-quantity", known.quantity) ||
           standing_of("standing-party", known.party) || standing_of("standing-date", known.date) ||
           (content.nonobserved && fits("nonobserved", "")) ||
           (content.recorded && fits("recorded", to_string(*content.recorded))) ||
           (content.reversal && (fits("reverses", content.reversal->of_id) ||
                                 fits("reason", content.reversal->reason)));
}

}  // namespace cellbook
