#include "ledger/kinds/kind_decoder.hpp"

#include <algorithm>

#include "ledger/account.hpp"
#include "ledger/kinds/kind_balance.hpp"
#include "ledger/kinds/kind_rules.hpp"

namespace cellbook {

namespace {

const std::vector<std::string> kind_keys{
    "name",     "title",   "sna",    "product",     "requires", "takes", "parameters",
    "defaults", "amounts", "signed", "nonobserved", "legs",     "of",    "replace"};

/// No event is this complicated; the bounds keep work on a hostile file small.
constexpr std::size_t most_terms = 16;
constexpr std::size_t most_legs = 64;

/// Decodes one kind. Goes on after a problem, so that one run shows them all.
class KindDecoder {
public:
    KindDecoder(const KindText& text, KindProblems& problems) : text_(text), problems_(problems) {}

    std::optional<Kind> decode() {
        if (text_.sort != KindText::Sort::table) {
            problems_.wrong(text_, "a kind is a table", "Begin it with [[kind]].");
            return std::nullopt;
        }
        check_keys();
        decode_texts();
        decode_sna();
        decode_names("requires", kind_.needs);
        decode_names("takes", kind_.takes);
        decode_parameters();
        decode_amounts();
        decode_legs();
        decode_replacements();
        if (problems_.none()) {
            check_rules(kind_, text_, leg_places_, problems_);
        }
        return problems_.none() ? std::optional{std::move(kind_)} : std::nullopt;
    }

private:
    void check_keys() {
        for (const auto& member : text_.members) {
            if (contains(kind_keys, member.key)) {
                continue;
            }
            const auto nearest = nearest_names(member.key, kind_keys);
            problems_.complain(DiagnosticCode::kind_key_unknown, member.line, member.column,
                               "there is no key " + in_backticks(member.key),
                               nearest.empty()
                                   ? "The head of schemas/kinds.toml lists the keys."
                                   : "Did you mean " + in_backticks(nearest.front()) + "?");
        }
    }

    /// The text of a member; empty, with a complaint, when it is anything else.
    std::string text_of(const KindText::Member& member) {
        if (member.value.sort == KindText::Sort::text && !member.value.text.empty() &&
            member.value.text.find('\n') == std::string::npos) {
            return member.value.text;
        }
        problems_.wrong(member.value, in_backticks(member.key) + " wants one line of text",
                        "Write it in quotes, and leave the key out when there is nothing to say.");
        return {};
    }

    void decode_texts() {
        if (const auto* name = text_.find("name")) {
            const auto text = text_of(*name);
            if (!text.empty() && !is_snake_case(text)) {
                problems_.wrong(name->value, in_backticks(text) + " is no name for a kind",
                                "Write small letters, digits and _, as in cell_rent.");
            }
            kind_.name = text;
            problems_.name_kind(text);
        } else {
            problems_.wrong(text_, "this kind has no name", "Add name = \"...\".");
        }
        if (const auto* title = text_.find("title")) {
            kind_.title = text_of(*title);
        } else {
            problems_.wrong(text_, "it has no title", "Add title = \"...\", one line for people.");
        }
        if (const auto* product = text_.find("product")) {
            kind_.product = text_of(*product);
        }
        if (const auto* of = text_.find("of")) {
            kind_.of = text_of(*of);
        }
        decode_truth("signed", kind_.is_signed);
        decode_truth("nonobserved", kind_.nonobserved);
    }

    void decode_truth(std::string_view key, bool& into) {
        if (const auto* member = text_.find(key)) {
            if (member->value.sort != KindText::Sort::truth) {
                problems_.wrong(member->value, in_backticks(key) + " is either true or false",
                                "Write true or false, without quotes.");
            }
            into = member->value.truth;
        }
    }

    /// A member that is a table, or null (with a complaint when it is something else).
    const KindText* table_of(std::string_view key) {
        const auto* member = text_.find(key);
        if (member == nullptr) {
            return nullptr;
        }
        if (member->value.sort != KindText::Sort::table) {
            problems_.wrong(member->value, in_backticks(key) + " wants a table",
                            "Write { name = \"value\" }.");
            return nullptr;
        }
        return &member->value;
    }

    void decode_sna() {
        if (text_.find("sna") == nullptr) {
            problems_.wrong(
                text_, "it has no SNA 2008 code",
                "Add sna = { payer = \"CODE\", payee = \"CODE\" }: a code for each role.");
        }
        if (const auto* table = table_of("sna")) {
            for (const auto& member : table->members) {
                kind_.sna.emplace_back(member.key, text_of(member));
            }
        }
    }

    void decode_names(std::string_view key, std::vector<std::string>& into) {
        const auto* member = text_.find(key);
        if (member == nullptr) {
            return;
        }
        if (member->value.sort != KindText::Sort::list) {
            problems_.wrong(member->value, in_backticks(key) + " wants a list of names",
                            "Write [\"cell\"].");
            return;
        }
        for (const auto& item : member->value.items) {
            if (item.sort != KindText::Sort::text || !is_snake_case(item.text)) {
                problems_.wrong(item, in_backticks(key) + " holds something that is no name",
                                "Write small letters, digits and _, in quotes.");
            } else if (contains(into, item.text)) {
                problems_.wrong(
                    item, in_backticks(item.text) + " stands in " + in_backticks(key) + " twice",
                    "Name it once.");
            } else {
                into.push_back(item.text);
            }
        }
    }

    void decode_parameters() {
        std::vector<std::string> names;
        decode_names("parameters", names);
        for (auto& name : names) {
            if (name == "amount" || name == "amount2" || name == "payer" || name == "payee") {
                problems_.wrong(text_.find("parameters")->value,
                                in_backticks(name) + " is no parameter",
                                "Every event has it: leave it out.");
            }
            kind_.parameters.push_back({.name = std::move(name)});
        }
        const auto* defaults = table_of("defaults");
        if (defaults == nullptr) {
            return;
        }
        for (const auto& member : defaults->members) {
            const auto found =
                std::find_if(kind_.parameters.begin(), kind_.parameters.end(),
                             [&](const auto& known) { return known.name == member.key; });
            if (found == kind_.parameters.end()) {
                problems_.wrong(
                    member, "the default of " + in_backticks(member.key) + " is of no parameter",
                    "Name it in `parameters`.");
            } else if (member.value.sort == KindText::Sort::number) {
                found->default_value = member.value.text;
            } else if (member.value.sort == KindText::Sort::other) {
                problems_.wrong(member.value, "a number with a point is not kept exactly",
                                "Write it in quotes, as in \"0.05\".");
            } else {
                found->default_value = text_of(member);
            }
        }
    }

    void decode_amounts() {
        const auto* table = table_of("amounts");
        if (table == nullptr) {
            return;
        }
        for (const auto& member : table->members) {
            decode_amount(member);
            // A wrong one is known all the same, so that its mistake is told once.
            if (!kind_.has_amount(member.key)) {
                wrong_amounts_.push_back(member.key);
            }
        }
    }

    void decode_amount(const KindText::Member& member) {
        auto expression = decode_expression(member.value);
        if (!expression) {
            return;
        }
        if (!is_snake_case(member.key) || member.key == "amount" ||
            kind_.find_parameter(member.key) != nullptr || kind_.has_amount(member.key)) {
            problems_.wrong(
                member, in_backticks(member.key) + " is no name for a computed amount",
                "Write small letters, digits and _, and no name that has a meaning already.");
            return;
        }
        const auto& terms = expression->terms;
        const bool product = !terms.front().factor.empty();
        if (product && terms.size() > 1) {
            problems_.wrong(member.value, "a computed amount is one product or a sum of names",
                            "Give the product a name of its own, since each is rounded.");
            return;
        }
        if (const auto why = misuse(member.key, terms); !why.empty()) {
            problems_.wrong(member.value, why,
                            "Multiply an amount by a parameter, or add amounts and parameters.");
            return;
        }
        kind_.amounts.emplace_back(member.key, std::move(*expression));
    }

    /// Why terms cannot make this amount; empty when they can.
    [[nodiscard]] std::string misuse(std::string_view name,
                                     const std::vector<KindExpression::Term>& terms) const {
        const auto& first = terms.front();
        const bool product = !first.factor.empty();
        if (product && is_amount(first.name) && is_amount(first.factor)) {
            return "an amount times an amount is no amount";
        }
        if (name == "amount2" && !product) {
            return "amount2 is in another commodity: only a product makes it of an amount";
        }
        for (const auto& term : terms) {
            if (term.name == "amount2" || term.factor == "amount2") {
                return "amounts are computed in `commodity`, and amount2 is in `commodity2`";
            }
            const bool of_sum =
                std::any_of(kind_.amounts.begin(), kind_.amounts.end(), [&](const auto& known) {
                    return known.first == term.name && known.second.terms.front().factor.empty();
                });
            if (!product && of_sum) {
                return "a sum names no other sum";
            }
        }
        return {};
    }

    [[nodiscard]] bool is_amount(std::string_view name) const {
        return name == "amount" || name == "amount2" || kind_.has_amount(name);
    }

    /// An expression whose names are all known; each mentioned parameter becomes a number.
    std::optional<KindExpression> decode_expression(const KindText& text) {
        if (text.sort != KindText::Sort::text) {
            problems_.wrong(text, "an amount is an expression in quotes",
                            "Write \"amount\", for example.");
            return std::nullopt;
        }
        auto expression = parse_kind_expression(text.text);
        if (!expression) {
            problems_.wrong(text, expression.error().explanation, expression.error().remedy);
            return std::nullopt;
        }
        if (expression->terms.size() > most_terms) {
            problems_.wrong(text, "the sum has more than " + std::to_string(most_terms) + " terms",
                            "Split it into computed amounts.");
            return std::nullopt;
        }
        bool known = true;
        for (const auto& term : expression->terms) {
            known = check_name(text, term.name) && known;
            known = (term.factor.empty() || check_name(text, term.factor)) && known;
        }
        return known ? std::optional{std::move(*expression)} : std::nullopt;
    }

    bool check_name(const KindText& where, const std::string& name) {
        if (is_amount(name) || kind_.find_parameter(name) != nullptr ||
            contains(wrong_amounts_, name)) {
            return true;
        }
        std::vector<std::string> names{"amount", "amount2"};
        for (const auto& [computed, expression] : kind_.amounts) {
            names.push_back(computed);
        }
        for (const auto& parameter : kind_.parameters) {
            names.push_back(parameter.name);
        }
        const auto nearest = nearest_names(name, names, 1);
        problems_.wrong(where, "no amount or parameter is named " + in_backticks(name),
                        nearest.empty() ? "Name it in `parameters`, or compute it in `amounts`."
                                        : "Did you mean " + in_backticks(nearest.front()) + "?");
        return false;
    }

    void decode_legs() {
        const auto* table = table_of("legs");
        if ((text_.find("legs") == nullptr) == kind_.of.empty()) {
            problems_.wrong(text_, "a kind has either `legs` or `of` with `replace`",
                            "Say what it books for the payer and, where there is one, the payee.");
        }
        if (table == nullptr) {
            return;
        }
        for (const auto& member : table->members) {
            if (!is_snake_case(member.key) || member.value.sort != KindText::Sort::list ||
                member.value.items.empty()) {
                problems_.wrong(member, in_backticks(member.key) + " wants a list of legs",
                                "Write role = [[\"assets:cash\", \"amount\"], ...].");
                continue;
            }
            for (const auto& item : member.value.items) {
                decode_leg(member.key, item);
            }
        }
        if (kind_.legs.size() > most_legs) {
            problems_.wrong(*table, "it has more than " + std::to_string(most_legs) + " legs",
                            "Make several kinds of it.");
        }
    }

    void decode_leg(const std::string& role, const KindText& text) {
        const auto is_text = [](const KindText& item) { return item.sort == KindText::Sort::text; };
        const bool shaped = text.sort == KindText::Sort::list && text.items.size() >= 2 &&
                            text.items.size() <= 3 &&
                            std::all_of(text.items.begin(), text.items.end(), is_text);
        if (!shaped) {
            problems_.wrong(
                text, "a leg is an account, an expression and, at most, a counterparty's role",
                "Write [\"assets:cash\", \"-amount\"].");
            return;
        }
        auto expression = decode_expression(text.items[1]);
        if (!check_account(text.items[0]) || !expression) {
            return;
        }
        const bool product = std::any_of(expression->terms.begin(), expression->terms.end(),
                                         [](const auto& term) { return !term.factor.empty(); });
        if (product) {
            problems_.wrong(text.items[1], "a leg holds no product",
                            "Compute it in `amounts`, where it is rounded once for all legs.");
            return;
        }
        kind_.legs.push_back({.role = role,
                              .account = text.items[0].text,
                              .amount = std::move(*expression),
                              .with = text.items.size() == 3 ? text.items[2].text : ""});
        leg_places_.push_back(&text);
    }

    bool check_account(const KindText& text) {
        if (const auto placeholder = placeholder_of(text.text); !placeholder.empty()) {
            if (kind_.find_parameter(placeholder) == nullptr) {
                problems_.wrong(text, "no parameter is named " + in_backticks(placeholder),
                                "Name it in `parameters`.");
                return false;
            }
            return true;
        }
        const auto name = split_account_name(text.text);
        if (!name || !name->party.empty()) {
            problems_.wrong(
                text, in_backticks(text.text) + " is no class and detail of an account",
                "Begin with assets, liabilities, equity, income or expenses; the party is the "
                "role's.");
            return false;
        }
        return true;
    }

    void decode_replacements() {
        const auto* table = table_of("replace");
        if ((text_.find("replace") == nullptr) != kind_.of.empty()) {
            problems_.wrong(text_, "`of` and `replace` come together", "Give both or neither.");
        }
        if (table == nullptr) {
            return;
        }
        for (const auto& member : table->members) {
            const auto& items = member.value.items;
            const bool accounts = member.value.sort == KindText::Sort::list && items.size() == 2 &&
                                  is_financial_account(items[0].text) &&
                                  is_financial_account(items[1].text);
            if ((member.key != "paid" && member.key != "received") || !accounts) {
                problems_.wrong(
                    member, in_backticks(member.key) + " is no replacement",
                    "Write paid = [\"assets:cash\", \"liabilities:payable\"], and received so.");
                continue;
            }
            kind_.replacements.push_back({.direction = member.key == "paid"
                                                           ? KindReplacement::Direction::paid
                                                           : KindReplacement::Direction::received,
                                          .from = items[0].text,
                                          .to = items[1].text});
        }
    }

    const KindText& text_;
    KindProblems& problems_;
    Kind kind_{};
    std::vector<const KindText*> leg_places_{};
    std::vector<std::string> wrong_amounts_{};
};

}  // namespace

std::optional<Kind> decode_kind(const KindText& text, const KindOrigin& origin,
                                std::vector<Diagnostic>& problems) {
    KindProblems complaints{origin, problems};
    return KindDecoder{text, complaints}.decode();
}

}  // namespace cellbook
