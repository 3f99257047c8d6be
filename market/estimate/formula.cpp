#include "market/estimate/formula.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

#include "ledger/reading/journal_context.hpp"

namespace cellbook {

namespace {

const std::vector<std::string> functions{"log", "exp", "sqrt", "abs", "I"};

bool begins_name(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalpha(byte) != 0 || c == '_' || byte >= 0x80U;
}

bool continues_name(char c) {
    return begins_name(c) || std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.';
}

class FormulaParser {
public:
    explicit FormulaParser(std::string_view text) : text_{text} { formula_.text = text; }

    Result<Formula> parse() {
        formula_.response = response();
        if (good()) expect('~', "a formula is `response ~ terms`");
        if (good()) parse_terms();
        if (good() && peek() != 0) fail("`" + std::string{text_.substr(at_)} + "` is not expected");
        if (fault_) return *std::move(fault_);
        drop_twins(formula_.terms);
        drop_twins(formula_.instruments);
        return std::move(formula_);
    }

private:
    [[nodiscard]] bool good() const { return !fault_.has_value(); }
    void fail(std::string explanation, std::string remedy = {}) {
        if (fault_) return;
        if (remedy.empty()) {
            remedy = "Write it as in: log(y) ~ x1 + C(region) + x1:x2 + [p ~ z1 + z2]";
        }
        fault_ = formula_fault(DiagnosticCode::formula_invalid, std::string{text_},
                               static_cast<std::uint32_t>(at_ + 1), std::move(explanation),
                               std::move(remedy));
    }
    char peek() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) {
            ++at_;
        }
        return at_ < text_.size() ? text_[at_] : '\0';
    }
    bool take(char wanted) {
        if (peek() != wanted) return false;
        ++at_;
        return true;
    }
    void expect(char wanted, const std::string& why) {
        if (good() && !take(wanted)) fail(std::string{"`"} + wanted + "` is missing: " + why);
    }

    Factor response() {
        Factor factor;
        const std::size_t begin = at_;
        factor.expression = sum();
        factor.name = trimmed(begin);
        return factor;
    }
    [[nodiscard]] std::string trimmed(std::size_t begin) const {
        std::string name;
        for (const char c : text_.substr(begin, at_ - begin)) {
            if (c != '`' && std::isspace(static_cast<unsigned char>(c)) == 0) name += c;
        }
        return name;
    }

    void parse_terms();
    void parse_bracket();
    std::vector<Term> plain_terms();
    /// What `a*b:c` stands for; empty for a constant, whose value is set.
    std::vector<Term> product_terms(std::optional<int>& constant);
    Factor factor();

    // Arithmetic, by rising precedence.
    Expression sum();
    Expression nested_sum();
    Expression product();
    Expression signed_power();
    Expression power();
    Expression atom();
    Expression named();
    std::string name();
    double number();

    static void drop_twins(std::vector<Term>& terms) {
        std::vector<Term> kept;
        for (Term& term : terms) {
            if (std::ranges::find(kept, term) == kept.end()) kept.push_back(std::move(term));
        }
        terms = std::move(kept);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
    Formula formula_{};
    std::optional<Diagnostic> fault_{};
};

void FormulaParser::parse_terms() {
    bool removed = take('-');
    while (good()) {
        if (peek() == '[') {
            parse_bracket();
        } else if (peek() == '.' && (at_ + 1 == text_.size() || !continues_name(text_[at_ + 1]))) {
            ++at_;
            formula_.all_others = true;
        } else {
            std::optional<int> constant;
            const auto terms = product_terms(constant);
            if (constant) {
                formula_.constant = (*constant == 1) != removed;
            } else if (removed) {
                for (const Term& term : terms) std::erase(formula_.terms, term);
            } else {
                formula_.terms.insert(formula_.terms.end(), terms.begin(), terms.end());
            }
        }
        if (take('+')) {
            removed = false;
        } else if (take('-')) {
            removed = true;
        } else {
            return;
        }
    }
}

std::vector<Term> FormulaParser::plain_terms() {
    std::vector<Term> terms;
    do {
        std::optional<int> constant;
        const auto some = product_terms(constant);
        if (constant) fail("a constant has no place in brackets");
        terms.insert(terms.end(), some.begin(), some.end());
    } while (good() && take('+'));
    return terms;
}

void FormulaParser::parse_bracket() {
    if (!formula_.endogenous.empty()) {
        fail("there are two pairs of brackets",
             "Write all endogenous columns in one: [a + b ~ z1 + z2 + z3].");
        return;
    }
    ++at_;
    formula_.endogenous = plain_terms();
    expect('~', "brackets hold `endogenous ~ instruments`");
    if (good()) formula_.instruments = plain_terms();
    expect(']', "the bracket is not closed");
}

std::vector<Term> FormulaParser::product_terms(std::optional<int>& constant) {
    const std::size_t begin = at_;
    peek();
    if (text_.substr(at_).starts_with('1') || text_.substr(at_).starts_with('0')) {
        const double value = number();
        if (value != 0 && value != 1) {
            at_ = begin;
            fail("a number is no term", "1 asks for a constant, 0 or -1 for none.");
        }
        constant = value == 1 ? 1 : 0;
        return {};
    }
    std::vector<Term> terms{{.factors = {factor()}}};
    while (good() && (peek() == ':' || peek() == '*')) {
        const bool crossed = text_[at_] == '*';
        ++at_;
        const Factor next = factor();
        std::vector<Term> products = terms;
        for (Term& term : products) {
            if (std::ranges::find(term.factors, next) == term.factors.end()) {
                term.factors.push_back(next);
            }
        }
        if (!crossed) {
            terms = std::move(products);
            continue;
        }
        terms.push_back({.factors = {next}});
        terms.insert(terms.end(), products.begin(), products.end());
    }
    if (good() && (peek() == '/' || peek() == '%' || peek() == '|')) {
        fail(std::string{"`"} + text_[at_] + "` has no meaning between terms",
             "Write arithmetic inside I(...), as in I(a / b).");
    }
    return terms;
}

Factor FormulaParser::factor() {
    peek();
    const std::size_t begin = at_;
    Factor factor;
    if (text_.substr(at_).starts_with("C(")) {
        at_ += 2;
        factor.in_groups = true;
        peek();
        factor.expression = {.sort = Expression::Sort::column,
                             .at = static_cast<std::uint32_t>(at_ + 1)};
        factor.expression.name = name();
        expect(')', "C() takes the name of one column");
    } else {
        factor.expression = power();
        std::vector<const Expression*> columns;
        collect_columns(factor.expression, columns);
        if (good() && columns.empty()) {
            at_ = begin;
            fail("a number is no term", "1 asks for a constant, 0 or -1 for none.");
        }
    }
    factor.name = factor.expression.sort == Expression::Sort::column && !factor.in_groups
                      ? factor.expression.name
                      : trimmed(begin);
    return factor;
}

Expression FormulaParser::sum() {
    Expression left = product();
    while (good() && (peek() == '+' || peek() == '-')) {
        const char sign = text_[at_++];
        const auto at = left.at;
        Expression right = product();
        left = {.sort = Expression::Sort::binary,
                .sign = sign,
                .parts = {std::move(left), std::move(right)},
                .at = at};
    }
    return left;
}

Expression FormulaParser::product() {
    Expression left = signed_power();
    while (good() && (peek() == '*' || peek() == '/')) {
        const char sign = text_[at_++];
        const auto at = left.at;
        Expression right = signed_power();
        left = {.sort = Expression::Sort::binary,
                .sign = sign,
                .parts = {std::move(left), std::move(right)},
                .at = at};
    }
    return left;
}

/// So that no text, however deep, exhausts the stack.
Expression FormulaParser::nested_sum() {
    constexpr int deepest = 100;
    if (depth_ >= deepest) {
        fail("parentheses are nested deeper than 100");
        return {};
    }
    ++depth_;
    Expression inside = sum();
    --depth_;
    return inside;
}

Expression FormulaParser::signed_power() {
    bool negative = false;
    const auto at = static_cast<std::uint32_t>(at_ + 1);
    while (take('-')) negative = !negative;
    Expression inside = power();
    if (!negative) return inside;
    return {.sort = Expression::Sort::negative, .parts = {std::move(inside)}, .at = at};
}

Expression FormulaParser::power() {
    Expression base = atom();
    if (!good() || !take('^')) return base;
    const auto at = base.at;
    const bool negative = take('-');
    Expression exponent = atom();
    if (negative) {
        exponent = {.sort = Expression::Sort::negative,
                    .parts = {std::move(exponent)},
                    .at = static_cast<std::uint32_t>(at_)};
    }
    if (good() && peek() == '^') fail("which power is meant first is not said", "Write (a^b)^c.");
    return {.sort = Expression::Sort::binary,
            .sign = '^',
            .parts = {std::move(base), std::move(exponent)},
            .at = at};
}

Expression FormulaParser::atom() {
    const char c = peek();
    const auto at = static_cast<std::uint32_t>(at_ + 1);
    if (c == '(') {
        ++at_;
        Expression inside = nested_sum();
        expect(')', "the parenthesis is not closed");
        return inside;
    }
    if (std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.') {
        return {.sort = Expression::Sort::number, .number = number(), .at = at};
    }
    return named();
}

Expression FormulaParser::named() {
    const auto at = static_cast<std::uint32_t>(at_ + 1);
    const bool quoted = peek() == '`';
    const std::string word = name();
    if (!good()) return {};
    if (quoted || peek() != '(') {
        return {.sort = Expression::Sort::column, .name = word, .at = at};
    }
    if (std::ranges::find(functions, word) == functions.end()) {
        at_ = at - 1;
        fail("there is no function `" + word + "`",
             did_you_mean(word, functions, "There are log, exp, sqrt, abs, I and C."));
        return {};
    }
    ++at_;
    Expression inside = nested_sum();
    expect(')', "the parenthesis is not closed");
    return {
        .sort = Expression::Sort::function, .name = word, .parts = {std::move(inside)}, .at = at};
}

std::string FormulaParser::name() {
    if (take('`')) {
        const std::size_t end = text_.find('`', at_);
        if (end == std::string_view::npos) {
            fail("the backtick is not closed");
            return {};
        }
        std::string word{text_.substr(at_, end - at_)};
        at_ = end + 1;
        return word;
    }
    if (!begins_name(peek())) {
        fail(peek() == 0 ? "the formula ends where a name should follow"
                         : std::string{"a name should stand where `"} + text_[at_] + "` is");
        return {};
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && continues_name(text_[at_])) ++at_;
    return std::string{text_.substr(begin, at_ - begin)};
}

double FormulaParser::number() {
    double value = 0;
    const auto* const begin = text_.data() + at_;
    const auto read = std::from_chars(begin, text_.data() + text_.size(), value);
    if (read.ec != std::errc{} || read.ptr == begin) {
        fail("there is no number here");
    } else {
        at_ += static_cast<std::size_t>(read.ptr - begin);
    }
    return value;
}

}  // namespace

Diagnostic formula_fault(DiagnosticCode code, const std::string& text, std::uint32_t at,
                         std::string explanation, std::string remedy) {
    return Diagnostic{
        .code = code, .explanation = std::move(explanation), .remedy = std::move(remedy)}
        .at({.file = "formula", .line = 1, .column = at}, text);
}

Result<Formula> parse_formula(std::string_view text) {
    return FormulaParser{text}.parse();
}

void collect_columns(const Expression& expression, std::vector<const Expression*>& found) {
    if (expression.sort == Expression::Sort::column) found.push_back(&expression);
    for (const Expression& part : expression.parts) collect_columns(part, found);
}

}  // namespace cellbook
