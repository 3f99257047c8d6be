#include "ledger/reading/transaction_tags.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace cellbook {

namespace {

enum class Field : std::uint8_t {
    cell,
    code,
    comment,
    description,
    high,
    id,
    kind,
    low,
    nonobserved,
    payee,
    payer,
    product,
    quantity,
    reason,
    recorded,
    reverses,
    source,
    standing,
    standing_date,
    standing_party,
    standing_price,
    standing_quantity,
    unit_price,
};

struct NamedField {
    std::string_view name;
    Field field;
};

constexpr std::array fields{
    NamedField{"cell", Field::cell},
    NamedField{"code", Field::code},
    NamedField{"comment", Field::comment},
    NamedField{"description", Field::description},
    NamedField{"high", Field::high},
    NamedField{"id", Field::id},
    NamedField{"kind", Field::kind},
    NamedField{"low", Field::low},
    NamedField{"nonobserved", Field::nonobserved},
    NamedField{"payee", Field::payee},
    NamedField{"payer", Field::payer},
    NamedField{"product", Field::product},
    NamedField{"quantity", Field::quantity},
    NamedField{"reason", Field::reason},
    NamedField{"recorded", Field::recorded},
    NamedField{"reverses", Field::reverses},
    NamedField{"source", Field::source},
    NamedField{"standing", Field::standing},
    NamedField{"standing-date", Field::standing_date},
    NamedField{"standing-party", Field::standing_party},
    NamedField{"standing-price", Field::standing_price},
    NamedField{"standing-quantity", Field::standing_quantity},
    NamedField{"unit_price", Field::unit_price},
};
static_assert(std::is_sorted(fields.begin(), fields.end(),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));

constexpr std::string_view posting_with = "with";
constexpr std::string_view posting_assert = "assert";
constexpr std::string_view posting_comment = "comment";

const NamedField* find_field(std::string_view name) {
    const auto* const found = std::lower_bound(
        fields.begin(), fields.end(), name,
        [](const NamedField& field, std::string_view n) { return field.name < n; });
    return found != fields.end() && found->name == name ? found : nullptr;
}

/// One tag on its way into a field.
class TagReading {
public:
    TagReading(JournalContext& context, const TagText& tag, std::uint32_t column_base)
        : context_(context), tag_(tag), column_base_(column_base) {}

    bool into(Field field, TransactionDraft& draft);
    bool into_party(PartyId& party);
    bool into_assertion(Posting& posting);
    bool into_text(std::string& text);
    bool repeated();
    bool misplaced(std::string remedy);

    [[nodiscard]] std::uint32_t name_column() const {
        return column_base_ + static_cast<std::uint32_t>(tag_.name_at);
    }

private:
    bool into_word(WordId& word);
    bool into_number(std::optional<Decimal>& number);
    bool into_standing(std::optional<Standing>& standing);
    bool into_flag(bool& flag);
    bool into_date(std::optional<Date>& date);
    bool invalid(std::string remedy);
    [[nodiscard]] std::uint32_t value_column() const {
        return column_base_ + static_cast<std::uint32_t>(tag_.value_at);
    }

    JournalContext& context_;
    const TagText& tag_;
    std::uint32_t column_base_;
};

bool TagReading::invalid(std::string remedy) {
    const std::string name{tag_.name};
    return context_.fail(DiagnosticCode::tag_value_invalid, value_column(),
                         tag_.value.empty() ? "the tag `" + name + "` has no value"
                                            : "`" + std::string{tag_.value} +
                                                  "` is no value of the tag `" + name + "`",
                         std::move(remedy));
}

bool TagReading::repeated() {
    return context_.fail(DiagnosticCode::tag_repeated, name_column(),
                         "the tag `" + std::string{tag_.name} + "` is given twice",
                         "Keep one of them.");
}

bool TagReading::misplaced(std::string remedy) {
    return context_.fail(DiagnosticCode::tag_misplaced, name_column(),
                         "the tag `" + std::string{tag_.name} + "` does not belong here",
                         std::move(remedy));
}

bool TagReading::into_word(WordId& word) {
    if (tag_.value.empty()) return invalid("Write a word after the colon, or leave the tag out.");
    word = tag_.quoted ? context_.word(value_of(tag_)) : context_.word(tag_.value);
    return true;
}

bool TagReading::into_text(std::string& text) {
    if (!text.empty()) text += '\n';
    text += value_of(tag_);
    return true;
}

bool TagReading::into_party(PartyId& party) {
    if (tag_.value.empty()) return invalid("Write the name of a party, as in inmates:i0042.");
    party = context_.chart().party(value_of(tag_));
    return true;
}

bool TagReading::into_number(std::optional<Decimal>& number) {
    auto parsed = parse_decimal(tag_.value);
    if (!parsed) return invalid("Write a number with a point before its decimals, as in 12.50.");
    number = *parsed;
    return true;
}

bool TagReading::into_standing(std::optional<Standing>& standing) {
    static const std::vector<std::string> names{"observed", "estimated", "assumed", "simulated"};
    standing = parse_standing(tag_.value);
    return standing.has_value() ||
           invalid(did_you_mean(tag_.value, names,
                                "Standings are observed, estimated, assumed and simulated."));
}

bool TagReading::into_flag(bool& flag) {
    const std::string_view value = tag_.value;
    flag = value.empty() || value == "yes" || value == "true";
    return flag || value == "no" || value == "false" || invalid("Write yes or no.");
}

bool TagReading::into_date(std::optional<Date>& date) {
    Date day;
    if (!context_.read_date(tag_.value, value_column(), {}, day)) return false;
    date = day;
    return true;
}

bool TagReading::into(Field field, TransactionDraft& draft) {
    switch (field) {
        case Field::cell:
            return into_word(draft.flow.cell);
        case Field::code:
            draft.code.clear();
            return into_text(draft.code);
        case Field::comment:
            return into_text(draft.comment);
        case Field::description:
            draft.description.clear();
            return into_text(draft.description);
        case Field::high:
            return into_number(draft.high);
        case Field::id:
            return tag_.value.empty()
                       ? invalid("Write the id after the colon, or leave the tag out.")
                       : into_text(draft.id);
        case Field::kind:
            return into_word(draft.kind);
        case Field::low:
            return into_number(draft.low);
        case Field::nonobserved:
            return into_flag(draft.nonobserved);
        case Field::payee:
            return into_party(draft.flow.payee);
        case Field::payer:
            return into_party(draft.flow.payer);
        case Field::product:
            return into_word(draft.flow.product);
        case Field::quantity:
            return into_number(draft.flow.quantity);
        case Field::reason:
            if (!draft.reversal) draft.reversal.emplace();
            return into_text(draft.reversal->reason);
        case Field::recorded:
            return into_date(draft.recorded);
        case Field::reverses:
            if (!draft.reversal) draft.reversal.emplace();
            return tag_.value.empty() ? invalid("Write the id of the transaction that is reversed.")
                                      : into_text(draft.reversal->of_id);
        case Field::source:
            return into_word(draft.source);
        case Field::standing:
            return into_standing(draft.standings.whole);
        case Field::standing_date:
            return into_standing(draft.standings.date);
        case Field::standing_party:
            return into_standing(draft.standings.party);
        case Field::standing_price:
            return into_standing(draft.standings.price);
        case Field::standing_quantity:
            return into_standing(draft.standings.quantity);
        case Field::unit_price:
            return into_number(draft.flow.unit_price);
    }
    return false;
}

bool TagReading::into_assertion(Posting& posting) {
    TextCursor cursor{context_.line, static_cast<std::size_t>(value_column() - 1)};
    std::string value;
    if (tag_.quoted) {
        value = value_of(tag_);
        cursor = {value, 0};
    } else {
        cursor.line = cursor.line.substr(0, cursor.at + tag_.value.size());
    }
    if (cursor.peek() != '=' || posting.assertion) {
        return invalid("Write one balance that the account must have, as in = 300.00 BOB.");
    }
    BalanceAssertion assertion;
    if (!take_assertion(context_, cursor, assertion)) return false;
    cursor.skip_blanks();
    if (!cursor.done()) return invalid("Write nothing behind the balance.");
    posting.assertion = assertion;
    return true;
}

}  // namespace

bool take_assertion(JournalContext& context, TextCursor& cursor, BalanceAssertion& out) {
    cursor.take('=');
    out.total = cursor.take('=');
    out.inclusive = cursor.take('*');
    cursor.skip_blanks();
    ReadAmount balance;
    if (!context.take_amount(cursor, balance)) return false;
    out.expected = balance.amount;
    return true;
}

bool apply_transaction_tag(JournalContext& context, const TagText& tag, std::uint32_t column_base,
                           TransactionDraft& draft, SeenTags& seen) {
    TagReading reading{context, tag, column_base};
    if (const NamedField* const named = find_field(tag.name)) {
        const auto index = static_cast<std::size_t>(named->field);
        if (seen[index]) return reading.repeated();
        seen.set(index);
        return reading.into(named->field, draft);
    }
    if (tag.name == posting_with || tag.name == posting_assert) {
        return reading.misplaced("Put it in the comment of the posting that it is about.");
    }
    draft.tags.push_back({context.word(tag.name), value_of(tag)});
    return true;
}

bool apply_posting_tag(JournalContext& context, const TagText& tag, std::uint32_t column_base,
                       Posting& posting, SeenTags& seen) {
    TagReading reading{context, tag, column_base};
    if (tag.name == posting_with) {
        if (posting.with.valid()) return reading.repeated();
        return reading.into_party(posting.with);
    }
    if (tag.name == posting_assert) return reading.into_assertion(posting);
    if (tag.name == posting_comment) {
        const auto index = static_cast<std::size_t>(Field::comment);
        if (seen[index]) return reading.repeated();
        seen.set(index);
        return reading.into_text(posting.comment);
    }
    if (tag.name == "date" || tag.name == "date2") {
        return context.fail(DiagnosticCode::syntax_unsupported, reading.name_column(),
                            "dates of single postings are not supported",
                            "Write two transactions through an account of what is under way.");
    }
    if (find_field(tag.name) != nullptr) {
        return reading.misplaced(
            "It is about the whole transaction: put it in the comment above the first posting.");
    }
    posting.tags.push_back({context.word(tag.name), value_of(tag)});
    return true;
}

std::optional<Diagnostic> check_transaction_tags(const TransactionDraft& draft) {
    if (draft.reversal && draft.reversal->of_id.empty()) {
        return Diagnostic{.code = DiagnosticCode::tag_misplaced,
                          .explanation = "the tag `reason` is given without `reverses`",
                          .remedy = "Name the transaction that is reversed, by `reverses:ID`."};
    }
    if (draft.low && draft.high && less_value(*draft.high, *draft.low)) {
        return Diagnostic{.code = DiagnosticCode::range_reversed,
                          .explanation = "`low` is " + to_string(*draft.low) + " and `high` is " +
                                         to_string(*draft.high),
                          .remedy = "Give the lower end as `low`."};
    }
    return {};
}

bool is_reserved_transaction_tag(std::string_view name) {
    return find_field(name) != nullptr || name == posting_with || name == posting_assert;
}

bool is_reserved_posting_tag(std::string_view name) {
    return is_reserved_transaction_tag(name) || name == "date" || name == "date2";
}

}  // namespace cellbook
