#include "cli/render/tex.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/cli/render/example_statement.hpp"

using namespace cellbook;

namespace {

std::string rendered(const Table& table, const cli::Origin& origin = {}) {
    std::ostringstream out;
    cli::render_tex(table, origin, out);
    return out.str();
}

Table of_rows(std::size_t count, const std::string& text) {
    Table table{.name = "example"};
    table.columns = {{"account", "Account"}, {"amount", "Amount", Column::Align::right}};
    for (std::size_t i = 0; i < count; ++i) {
        table.rows.push_back({{text, TableAmount{1, 2, "BOB"}}});
    }
    return table;
}

}  // namespace

TEST_CASE("a statement is a table with rules of booktabs, figures aligned at their marks") {
    CHECK(rendered(test::example_statement(),
                   {.digest = "abc", .command = "cellbook is", .label = "my income"}) ==
          R"(% Needs \usepackage{booktabs}.
\begin{table}[htbp]
\centering
\caption{Income \& costs}\label{tab:my-income}
\begin{tabular}{lr@{}l@{}lr@{}l@{}l}
\toprule
Account & \multicolumn{3}{r}{2018 Q1} & \multicolumn{3}{r}{2018 Q2} \\
\midrule
\multicolumn{7}{l}{\textbf{Income}} \\*
\hspace*{2ex}rent & 300 & .00 & ~BOB & 1000 & .00 & ~BOB \\*
 &  &  &  & 7 &  & ~USD \\
\cmidrule(l){2-4}\cmidrule(l){5-7}
\textbf{total income} & 300 & .00 & ~BOB & 1000 & .00 & ~BOB \\
\addlinespace
\multicolumn{7}{l}{\textbf{Costs}} \\*
\hspace*{2ex}soap\_1\textbar{}2 & $-$0 & .05 & ~BOB &  &  &  \\
\midrule
\textbf{net} & 299 & .95 & ~BOB & 1000 & .00 & ~BOB \\
\bottomrule
\end{tabular}
\par\medskip
\begin{minipage}{\linewidth}
\footnotesize\raggedright
unallocated: 5\%\par
Digest: \texttt{abc}\par
Made by: \texttt{cellbook is}\par
\end{minipage}
\end{table}
)");
}

TEST_CASE("a table of more rows than a page takes breaks over pages") {
    const std::string text = rendered(of_rows(41, "a"));
    CHECK(text.starts_with("% Needs \\usepackage{booktabs} and \\usepackage{longtable}.\n"));
    CHECK(text.find("\\begin{longtable}{lr@{}l@{}l}") != std::string::npos);
    CHECK(text.find("\\endfirsthead") != std::string::npos);
    CHECK(text.find("\\caption{Example}\\label{tab:example}") != std::string::npos);
    CHECK(rendered(of_rows(40, "a")).find("longtable") == std::string::npos);
}

TEST_CASE("words too wide for a line are broken into several") {
    const std::string text = rendered(of_rows(1, std::string(100, 'a') + ":b"));
    CHECK(text.find("\\begin{tabular}{p{0.") != std::string::npos);
    CHECK(text.find(":\\allowbreak{}b\\par}") != std::string::npos);
    CHECK(rendered(of_rows(1, "short")).find("p{") == std::string::npos);
}

TEST_CASE("a table wider than a page says its unit once, and then lies on its side") {
    const auto months = [](std::size_t count, const std::string& last_unit, std::string caption) {
        Table table{.name = "example", .caption = std::move(caption)};
        table.columns = {{"account", "Account"}};
        Row row{{std::string{"assets:cash"}}};
        for (std::size_t i = 0; i < count; ++i) {
            table.columns.push_back({"m", "2018-01", Column::Align::right});
            const bool last = i + 1 == count;
            row.cells.emplace_back(TableAmount{1234567, 2, last ? last_unit : "BOB"});
        }
        table.rows = {std::move(row)};
        return rendered(table);
    };
    const auto has = [](const std::string& text, const char* part) {
        return text.find(part) != std::string::npos;
    };
    const std::string narrow = months(3, "BOB", "Cash");
    CHECK(has(narrow, "\\caption{Cash}"));
    CHECK(has(narrow, "~BOB"));

    const std::string once = months(5, "BOB", "Cash");
    CHECK(has(once, "\\caption{Cash, in BOB}"));
    CHECK_FALSE(has(once, "~BOB"));
    CHECK_FALSE(has(once, "landscape"));

    const std::string year = months(12, "BOB", "Cash");
    CHECK(year.starts_with("% Needs \\usepackage{booktabs} and \\usepackage{lscape}.\n"));
    CHECK(has(year, "\\caption{Cash, in BOB}"));
    CHECK(has(year, "\\begin{landscape}\n\\begin{table}"));
    CHECK(has(year, "\\end{table}\n\\end{landscape}\n"));
    CHECK_FALSE(has(year, "Too wide"));

    // Only what a valued statement says of its unit counts as said.
    CHECK(has(months(12, "BOB", "Cash in BOBS"), "\\caption{Cash in BOBS, in BOB}"));
    CHECK(has(months(12, "BOB", "Cash, in BOB at the prices of its end"),
              "\\caption{Cash, in BOB at the prices of its end}"));

    const std::string mixed = months(12, "USD", "Cash");
    CHECK(has(mixed, "% Too wide for a page"));
    CHECK(has(mixed, "\\caption{Cash}"));
    CHECK(has(mixed, "~USD"));
}

TEST_CASE("what LaTeX may not know is defined where it is used, and only there") {
    const std::string text = rendered(of_rows(1, "日本"));
    CHECK(text.find("\\DeclareRobustCommand{\\cellbookchar}") < text.find("\\begin{table}"));
    CHECK(rendered(of_rows(1, "señor")).find("cellbookchar") == std::string::npos);
}
