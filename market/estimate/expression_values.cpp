#include "market/estimate/expression_values.hpp"

#include <cmath>
#include <cstdlib>

namespace cellbook {

namespace {

using Values = std::vector<DoubleDouble>;

DoubleDouble power(const DoubleDouble& base, double exponent) {
    constexpr double most = 64;
    if (exponent != std::floor(exponent) || std::abs(exponent) > most) {
        return {std::pow(base.high, exponent), 0};
    }
    DoubleDouble product{1, 0};
    for (int i = 0; i < static_cast<int>(std::abs(exponent)); ++i) product = product * base;
    return exponent < 0 ? DoubleDouble{1, 0} / product : product;
}

DoubleDouble applied(const std::string& function, const DoubleDouble& value) {
    if (function == "I") return value;
    if (function == "abs") return value.high < 0 ? -value : value;
    // To first order in what the double leaves of the decimal.
    if (function == "log") return {std::log(value.high) + value.low / value.high, 0};
    if (function == "sqrt") return {std::sqrt(value.high), 0};
    return {std::exp(value.high), 0};
}

DoubleDouble combined(char sign, const DoubleDouble& a, const DoubleDouble& b) {
    switch (sign) {
        case '+':
            return a + b;
        case '-':
            return a - b;
        case '*':
            return a * b;
        case '/':
            return a / b;
        default:
            return power(a, b.high);
    }
}

class Evaluation {
public:
    Evaluation(const DataFrame& frame, std::span<const std::size_t> rows)
        : frame_{frame}, rows_{rows} {}

    Values values(const Expression& expression) {
        using enum Expression::Sort;
        switch (expression.sort) {
            case number:
                return Values(rows_.size(), {expression.number, 0});
            case column:
                return column_values(*frame_.find(expression.name));
            case negative: {
                Values inside = values(expression.parts.front());
                for (DoubleDouble& value : inside) value = -value;
                return inside;
            }
            case function: {
                Values inside = values(expression.parts.front());
                for (DoubleDouble& value : inside) value = applied(expression.name, value);
                look(inside, expression);
                return inside;
            }
            case binary:
                break;
        }
        Values left = values(expression.parts.front());
        const Values right = values(expression.parts.back());
        for (std::size_t i = 0; i < left.size(); ++i) {
            left[i] = combined(expression.sign, left[i], right[i]);
        }
        look(left, expression);
        return left;
    }

    [[nodiscard]] const Expression* culprit() const { return culprit_; }
    [[nodiscard]] std::size_t first() const { return first_; }
    [[nodiscard]] std::size_t count() const { return count_; }

private:
    [[nodiscard]] Values column_values(const DataColumn& column) const {
        Values found(rows_.size());
        for (std::size_t i = 0; i < rows_.size(); ++i) found[i] = column.number(rows_[i]);
        return found;
    }
    void look(const Values& found, const Expression& expression) {
        if (culprit_ != nullptr) return;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (std::isfinite(found[i].high) && std::isfinite(found[i].low)) continue;
            if (count_++ == 0) first_ = rows_[i];
        }
        if (count_ > 0) culprit_ = &expression;
    }

    const DataFrame& frame_;
    std::span<const std::size_t> rows_;
    const Expression* culprit_ = nullptr;
    std::size_t first_ = 0;
    std::size_t count_ = 0;
};

std::string what(const Expression& expression) {
    if (expression.sort == Expression::Sort::function) {
        if (expression.name == "exp") return "exp() passes 1e308";
        return expression.name + "() of a number " +
               (expression.name == "log" ? "that is not above zero" : "below zero");
    }
    return expression.sign == '/' ? "a quotient by zero" : "a number beyond 1e308";
}

}  // namespace

Result<Values> expression_values(const Expression& expression, const DataFrame& frame,
                                 std::span<const std::size_t> rows, const std::string& formula) {
    Evaluation evaluation{frame, rows};
    Values values = evaluation.values(expression);
    if (evaluation.culprit() == nullptr) return values;
    const auto count = evaluation.count();
    return formula_fault(
        DiagnosticCode::value_undefined, formula, evaluation.culprit()->at,
        what(*evaluation.culprit()) + ": in " + std::to_string(count) +
            (count == 1 ? " row" : " rows") + ", first in row " +
            std::to_string(evaluation.first() + 1) + " of the data",
        "Leave the field empty where there is no such number, or take another form.");
}

}  // namespace cellbook
