#include "ledger/writing/spellable.hpp"

#include <algorithm>
#include <array>

#include "ledger/reading/comment_tags.hpp"
#include "ledger/reading/line_reader.hpp"
#include "ledger/reading/register_values.hpp"
#include "ledger/reading/transaction_tags.hpp"
#include "ledger/writing/text_parts.hpp"

namespace cellbook {

namespace {

/// Collects the first complaint; later checks are passed over.
class SpellingCheck {
public:
    explicit SpellingCheck(const Chart& chart) : chart_(chart) {}

    std::optional<Diagnostic> take() && { return std::move(wrong_); }

    void refuse(std::string_view what, std::string_view text, std::string_view why) {
        if (wrong_) return;
        const bool shown = find_non_text(text) == std::string_view::npos;
        wrong_ = Diagnostic{
            .code = DiagnosticCode::text_not_spellable,
            .explanation =
                std::string{what} + " `" + std::string{shown ? text : ""} + "` " + std::string{why},
            .remedy = "Give it another text; a book must be able to stand as a journal."};
    }

    void text(std::string_view what, std::string_view text) {
        if (find_non_text(text) != std::string_view::npos) {
            refuse(what, text, "is no UTF-8 or holds a NUL");
        }
    }
    /// A word that stands as the value of a reserved tag.
    void word(std::string_view what, WordId id) {
        if (!id) return;
        text(what, chart_[id]);
        if (chart_[id].empty()) refuse(what, "", "is empty");
    }
    /// A name that two blanks end.
    void name(std::string_view what, std::string_view name) {
        text(what, name);
        if (name.empty() || !is_plain_line(name) || name.starts_with('"') ||
            name.find("  ") != std::string_view::npos) {
            refuse(what, name, "is empty, holds two blanks or a tab, or begins with a quote");
        }
    }
    /// A name that one blank ends.
    void single_word(std::string_view what, WordId id) {
        name(what, chart_[id]);
        if (chart_[id].find(' ') != std::string::npos) refuse(what, chart_[id], "holds a blank");
    }
    void party(PartyId id) {
        if (!id) return;
        text("the party", chart_[id].name);
        if (chart_[id].name.empty()) refuse("the party", "", "has no name to write");
    }
    void commodity(CommodityId id) {
        const std::string& symbol = chart_[id].symbol;
        text("the commodity", symbol);
        if (symbol.find_first_of("\";\n") != std::string::npos) {
            refuse("the commodity", symbol, "holds a quote, a semicolon or the end of a line");
        }
    }
    template <class IsReserved>
    void tags(const std::vector<Tag>& tags, const IsReserved& is_reserved) {
        for (const Tag& tag : tags) {
            const std::string& name = chart_[tag.name];
            text("the tag", name);
            text("the value of a tag", tag.value);
            if (!is_tag_name(name)) refuse("the tag", name, "is not one word of a tag");
            if (is_reserved(name)) refuse("the tag", name, "has a meaning of its own here");
        }
    }
    void posting(const Posting& posting);
    void cost(const Posting& posting);

private:
    const Chart& chart_;
    std::optional<Diagnostic> wrong_{};
};

void SpellingCheck::posting(const Posting& posting) {
    text("the account", chart_[posting.account].name);
    if (!posting.elided && !posting.assigned) commodity(posting.amount.commodity);
    if (posting.cost) cost(posting);
    if (posting.assertion) commodity(posting.assertion->expected.commodity);
    party(posting.with);
    text("a comment", posting.comment);
    tags(posting.tags, is_reserved_posting_tag);
}

void SpellingCheck::cost(const Posting& posting) {
    const Cost& cost = *posting.cost;
    const Amount& amount = posting.amount;
    commodity(cost.total.commodity);
    const std::string total = to_decimal_text(cost.total.minor, chart_[cost.total.commodity].scale);
    if (cost.total.commodity == amount.commodity) {
        refuse("the cost", total, "is in the commodity of the amount itself");
    }
    const bool is_negative = cost.total.minor < 0;
    if (cost.total.minor != 0 && is_negative != (amount.minor < 0)) {
        refuse("the cost", total, "has not the sign of the amount");
    }
    if (!cost.unit) return;
    const auto meant = multiply_rounded(amount.minor, chart_[amount.commodity].scale, *cost.unit,
                                        chart_[cost.total.commodity].scale, Rounding::half_even);
    if (!meant || *meant != cost.total.minor || cost.unit->coefficient < 0) {
        refuse("the cost", total, "is not what its unit price comes to");
    }
}

bool is_reserved_for_party(std::string_view name) {
    constexpr std::array names{"sector", "parent", "opened", "closed", "quasi"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_reserved_for_account(std::string_view name) {
    constexpr std::array names{"financial", "opened", "closed"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

struct DeclarationCheck {
    SpellingCheck& check;
    const Chart& chart;

    void operator()(const PartyDeclaration& declared) const {
        check.text("the party", chart[declared.party].name);
        if (!is_party_name(chart[declared.party].name)) {
            check.refuse("the party", chart[declared.party].name,
                         "is no name that can stand before an account's class");
        }
        check.party(declared.parent);
        check.tags(declared.tags, is_reserved_for_party);
        life(declared.life);
    }
    void operator()(const AccountDeclaration& declared) const {
        check.text("the account", chart[declared.account].name);
        check.tags(declared.tags, is_reserved_for_account);
        life(declared.life);
    }
    void operator()(const CommodityDeclaration& declared) const {
        const CommodityStyle& style = declared.style;
        check.commodity(declared.commodity);
        const std::string& symbol = chart[declared.commodity].symbol;
        const std::string_view groups{",.' "};
        const bool marks =
            (style.decimal_mark == '.' || style.decimal_mark == ',') &&
            (style.group_mark == 0 || groups.find(style.group_mark) != groups.npos) &&
            style.group_mark != style.decimal_mark;
        if (!marks || (symbol.empty() && (style.spaced || style.symbol_left))) {
            check.refuse("the commodity", symbol, "has a style that no amount shows");
        }
    }
    void operator()(const PriceDeclaration& declared) const {
        check.commodity(declared.commodity);
        check.commodity(declared.currency);
        check.word("the source", declared.source);
        const bool positive = declared.price.coefficient >= 0;
        if (!positive || chart[declared.commodity].symbol.empty() ||
            declared.commodity == declared.currency) {
            check.refuse("the price", to_string(declared.price),
                         "is negative, or not of one commodity in another");
        }
    }
    void operator()(const SourceDeclaration& declared) const {
        check.name("the source", chart[declared.source]);
        check.text("the citation", declared.citation);
        if (declared.citation.empty()) check.refuse("the citation", "", "is empty");
    }
    void operator()(const KindDeclaration& declared) const {
        check.single_word("the kind", declared.kind);
        check.text("the definition", declared.definition);
        if (!declared.definition.starts_with('{') || !is_plain_line(declared.definition)) {
            check.refuse("the definition", declared.definition, "is not JSON on one line");
        }
    }
    void operator()(const ConventionDeclaration& declared) const {
        check.single_word("the convention", declared.name);
        check.text("the value", declared.value);
        if (declared.value.empty()) check.refuse("the value", "", "is empty");
    }
    void operator()(const NameDeclaration& declared) const {
        const std::string& name = chart[declared.name];
        check.text("the name", name);
        const bool is_tag = declared.what == NameDeclaration::What::tag;
        const bool fits =
            is_tag ? is_tag_name(name)
                   : !name.empty() && is_plain_line(name) && name.find(';') == std::string::npos;
        if (!fits) check.refuse("the name", name, "cannot stand on a line of its own");
    }
    void operator()(const LockDeclaration&) const {}
    void operator()(const RegisterDeclaration& declared) const {
        const RegisterForm& form = register_form(declared.sort);
        for (std::size_t i = 0; i < form.fields.size(); ++i) {
            std::visit([&](const auto& said) { field(form.fields[i].name, said); },
                       declared.values[i]);
        }
        check.word("the source", declared.source);
        check.text("the note", declared.note);
        check.tags(declared.tags, [&](std::string_view name) { return is_row_field(form, name); });
    }
    void field(std::string_view, PartyId party) const {
        check.party(party);
        if (!is_party_name(chart[party].name)) {
            check.refuse("the party", chart[party].name,
                         "is no name that can stand before an account's class");
        }
    }
    void field(std::string_view name, WordId word) const {
        check.name("the " + std::string{name}, chart[word]);
    }
    void field(std::string_view, CommodityId commodity) const { check.commodity(commodity); }
    void field(std::string_view name, const std::string& text) const {
        check.text("the " + std::string{name}, text);
    }
    template <class Plain>
    void field(std::string_view, const Plain&) const {}

    void life(const DateRange& range) const {
        if (range.begin && range.end && *range.end <= *range.begin) {
            check.refuse("the closing date", to_string(*range.end), "is before the opening one");
        }
    }
};

}  // namespace

std::optional<Diagnostic> check_spellable(const TransactionDraft& transaction, const Chart& chart) {
    SpellingCheck check{chart};
    check.text("the description", transaction.description);
    check.text("the code", transaction.code);
    check.text("the comment", transaction.comment);
    check.text("the id", transaction.id);
    check.word("the kind", transaction.kind);
    check.word("the source", transaction.source);
    check.word("the product", transaction.flow.product);
    check.word("the cell", transaction.flow.cell);
    check.party(transaction.flow.payer);
    check.party(transaction.flow.payee);
    if (transaction.reversal) {
        check.text("the id", transaction.reversal->of_id);
        check.text("the reason", transaction.reversal->reason);
    }
    check.tags(transaction.tags, is_reserved_transaction_tag);
    for (const Posting& posting : transaction.postings) check.posting(posting);
    auto wrong = std::move(check).take();
    return wrong ? wrong : check_transaction_tags(transaction);
}

std::optional<Diagnostic> check_spellable(const Declaration& declaration, const Chart& chart) {
    SpellingCheck check{chart};
    std::visit(DeclarationCheck{check, chart}, declaration);
    return std::move(check).take();
}

}  // namespace cellbook
