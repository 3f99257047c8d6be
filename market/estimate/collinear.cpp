#include "market/estimate/collinear.hpp"

#include <algorithm>

namespace cellbook {

namespace {

constexpr double least_length = 1e-11;
constexpr double counts = 1e-9;
/// Of more, the sum is not shown.
constexpr std::size_t most_shown = 8;

/// A coefficient for people: six digits suffice to see what is the sum of what.
std::string short_number(const Real& value) {
    std::string text = to_fixed(value, 6);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

/// What column `last` is of those before it. *Requires*: `upper` holds their triangle and, in
/// column `last`, its products with their orthonormal basis.
std::vector<Real> weights_of(const RealMatrix& upper, std::size_t last) {
    std::vector<Real> weights(last);
    for (std::size_t i = last; i-- > 0;) {
        Real rest = upper(i, last);
        for (std::size_t k = i + 1; k < last; ++k) rest -= upper(i, k) * weights[k];
        weights[i] = rest / upper(i, i);
    }
    return weights;
}

Diagnostic never_varied(const Design& design, std::size_t column) {
    const std::string& name = design.names[column];
    const std::size_t rows = design.rows.size();
    if (!design.absorbed.empty()) {
        std::string groups;
        for (const RowGroups& effect : design.absorbed) {
            groups += (groups.empty() ? "`" : " and `") + effect.name + "`";
        }
        return {.code = DiagnosticCode::not_identified,
                .explanation = "`" + name + "` does not vary within " + groups + " in the " +
                               std::to_string(rows) + " rows: its effect is not identified",
                .remedy =
                    "Rows of one group in which it differs would identify it; else leave it "
                    "out, or do not absorb."};
    }
    const std::string value = to_string(to_real(design.data.at(0, column)));
    return {.code = DiagnosticCode::not_identified,
            .explanation = "`" + name + "` never varied: it is " + value + " in all " +
                           std::to_string(rows) + " rows, so its effect is not identified",
            .remedy = "Rows in which it differs would identify it; else leave it out."};
}

Diagnostic moves_together(const Design& design, const std::vector<std::size_t>& columns,
                          const RealMatrix& upper, std::size_t last) {
    const std::size_t column = columns[last];
    if (design.squares[column] == 0) {
        return {.code = DiagnosticCode::not_identified,
                .explanation = "`" + design.names[column] + "` is zero in all " +
                               std::to_string(design.rows.size()) +
                               " rows: its effect is not identified",
                .remedy = "Leave it out of the formula."};
    }
    const std::vector<Real> weights = weights_of(upper, last);
    std::string sum;
    std::string names = "`" + design.names[column] + "`";
    std::size_t others = 0;
    for (std::size_t i = 0; i < last; ++i) {
        const std::size_t other = columns[i];
        const Real share = abs(weights[i]) * sqrt(design.squares[other] / design.squares[column]);
        if (share < counts) continue;
        ++others;
        const bool negative = weights[i] < 0;
        sum += sum.empty() ? (negative ? "-" : "") : (negative ? " - " : " + ");
        const std::string factor = short_number(abs(weights[i]));
        sum += factor == "1"   ? design.names[other]
               : factor == "0" ? "c " + design.names[other]
                               : factor + " " + design.names[other];
        if (others <= most_shown) names += ", `" + design.names[other] + "`";
    }
    if (others == 0 ||
        (others == 1 && design.constant && columns.front() == 0 &&
         abs(weights[0]) * sqrt(design.squares[0] / design.squares[column]) >= counts)) {
        return never_varied(design, column);
    }
    const std::string how = others > most_shown ? " and " + std::to_string(others - most_shown) +
                                                      " others, since one is a sum of the rest"
                                                : ", since " + design.names[column] + " = " + sum;
    return {.code = DiagnosticCode::columns_collinear,
            .explanation = "columns move together: " + names + how + " in all " +
                           std::to_string(design.rows.size()) +
                           " rows; their effects cannot be told apart",
            .remedy = "Leave one of them out of the formula."};
}

}  // namespace

Result<Triangle> triangle_of(const Design& design, const RealMatrix& products,
                             const std::vector<std::size_t>& columns) {
    const std::size_t size = columns.size();
    Triangle triangle{.upper = {size, size}};
    RealMatrix& upper = triangle.upper;
    for (std::size_t j = 0; j < size; ++j) {
        const std::size_t column = columns[j];
        for (std::size_t i = 0; i < j; ++i) {
            Real rest = products(columns[i], column);
            for (std::size_t k = 0; k < i; ++k) rest -= upper(k, i) * upper(k, j);
            upper(i, j) = rest / upper(i, i);
        }
        Real left = products(column, column);
        for (std::size_t k = 0; k < j; ++k) left -= upper(k, j) * upper(k, j);
        const Real whole = design.squares[column];
        if (left <= whole * Real{least_length} * Real{least_length}) {
            return moves_together(design, columns, upper, j);
        }
        upper(j, j) = sqrt(left);
        const auto share = Real{upper(j, j) / sqrt(whole)}.convert_to<double>();
        if (share < triangle.least_share) {
            triangle.least_share = share;
            triangle.least_column = design.names[column];
        }
    }
    return triangle;
}

}  // namespace cellbook
