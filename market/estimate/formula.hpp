/// Formulas as users of R write them: `log(q) ~ log(p) + C(section) + [x ~ z1 + z2]`.
///
///     formula    : response ~ terms
///     terms      : [-] term { (+|-) term }      1, 0 and -1 say whether there is a constant
///     term       : factor { (:|*) factor }      a:b is a product, a*b stands for a + b + a:b
///     factor     : C(COLUMN) | expression | `.` (every column not named elsewhere)
///     instrument : [ term { + term } ~ term { + term } ]
///
/// An expression is a column, `x^2`, or anything with + - * / ^ inside `log`, `exp`, `sqrt`, `abs`
/// or `I(...)`; the response is an expression. Names with blanks stand in backticks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/diagnostic.hpp"

namespace cellbook {

/// A tree of arithmetic on columns.
struct Expression {
    enum class Sort : std::uint8_t { number, column, function, negative, binary };
    Sort sort = Sort::number;
    double number = 0;
    std::string name{};  ///< of the column or function
    char sign = 0;       ///< + - * / ^ of a binary one
    std::vector<Expression> parts{};
    std::uint32_t at = 0;  ///< column of the text where it begins, from 1
};

struct Factor {
    Expression expression{};
    bool in_groups = false;  ///< C(...)
    std::string name{};      ///< as it is printed
    friend bool operator==(const Factor& a, const Factor& b) { return a.name == b.name; }
};

/// A product of factors, in order of mention.
struct Term {
    std::vector<Factor> factors{};
    friend bool operator==(const Term&, const Term&) = default;
};

struct Formula {
    std::string text{};
    Factor response{};
    std::vector<Term> terms{};  ///< exogenous
    bool constant = true;
    bool all_others = false;          ///< `.`
    std::vector<Term> endogenous{};   ///< what stands before `~` in brackets
    std::vector<Term> instruments{};  ///< excluded ones
};

/// *Errors*: `formula_invalid`, at the column of the text where it goes wrong.
Result<Formula> parse_formula(std::string_view text);

/// The names of columns that an expression mentions, each with its place in the text.
void collect_columns(const Expression& expression, std::vector<const Expression*>& found);

/// A complaint about the formula at one of its columns.
Diagnostic formula_fault(DiagnosticCode code, const std::string& text, std::uint32_t at,
                         std::string explanation, std::string remedy);

}  // namespace cellbook
