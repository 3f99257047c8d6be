#include "cli/render/tex.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <span>

#include "cli/render/display_width.hpp"
#include "cli/render/tex_text.hpp"

namespace cellbook::cli {

namespace {

constexpr auto right = Column::Align::right;
constexpr std::size_t lines_of_a_page = 40;
constexpr std::size_t gap = 2;            // between columns
constexpr std::size_t widest_whole = 20;  // words up to which a column is never broken into lines
constexpr std::size_t narrowest_percent = 15;

/// A size of type, and about how many characters of mixed width it puts into a line.
struct TypeSize {
    std::size_t characters;
    std::string_view commands;
};
/// Those of a page of the standard classes at 10 points, the largest first.
constexpr std::array upright{TypeSize{64, ""}, TypeSize{68, "\\small\n"},
                             TypeSize{78, "\\footnotesize\\setlength{\\tabcolsep}{4pt}\n"}};
constexpr std::array sideways{TypeSize{102, ""}, TypeSize{108, "\\small\n"},
                              TypeSize{124, "\\footnotesize\\setlength{\\tabcolsep}{4pt}\n"},
                              TypeSize{140, "\\scriptsize\\setlength{\\tabcolsep}{3pt}\n"},
                              TypeSize{168, "\\tiny\\setlength{\\tabcolsep}{2pt}\n"}};

/// How a column is set: words as `l` or, broken into lines, as a part of the line's width; numbers
/// as one column of LaTeX for what stands before the decimal mark and, where there are any, one
/// each for decimals and units.
struct Setting {
    bool number = false;
    bool tails = false;
    bool units = false;
    std::size_t width = 0;    ///< in characters, as it stands
    std::size_t percent = 0;  ///< of the line's width; 0: as wide as its words

    [[nodiscard]] std::size_t span() const { return 1U + (tails ? 1 : 0) + (units ? 1 : 0); }
    [[nodiscard]] std::string specification() const {
        if (percent > 0) return fmt::format("p{{0.{:02}\\linewidth}}", percent);
        if (!number) return "l";
        return std::string{"r"} + (tails ? "@{}l" : "") + (units ? "@{}l" : "");
    }
};

/// How a table stands on its page.
struct PageLayout {
    std::vector<Setting> columns{};
    std::string unit{};  ///< of all amounts alike, said once in the caption
    bool sideways = false;
    bool too_wide = false;
    std::string_view size{};
};

Setting measured(const DrawnTable& table, std::size_t i, bool with_units) {
    Setting setting{.number = table.columns[i].align == right,
                    .width = display_width(table.columns[i].title)};
    for (const DrawnRow& row : table.rows) {
        if (row.names_section) continue;
        for (const DrawnLine& line : row.cells[i]) {
            const std::string_view unit = with_units ? std::string_view{line.unit} : "";
            setting.tails = setting.tails || (setting.number && !line.tail.empty());
            setting.units = setting.units || (setting.number && !unit.empty());
            const std::size_t indent = i == table.indented_column ? row.indent : 0;
            // Capitals, as symbols have, are wider than digits and small letters.
            const std::size_t width = display_width(line.head) + display_width(line.tail) +
                                      display_width(unit) + unit.size() / 2;
            setting.width = std::max(setting.width, indent + width);
        }
    }
    return setting;
}

std::vector<Setting> measured(const DrawnTable& table, bool with_units) {
    std::vector<Setting> settings;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        settings.push_back(measured(table, i, with_units));
    }
    return settings;
}

std::size_t total_width(const std::vector<Setting>& settings) {
    std::size_t width = 0;
    for (const Setting& setting : settings) width += setting.width + gap;
    return width;
}

/// The unit behind every amount of the table; empty where there are several, or none.
std::string common_unit(const DrawnTable& table) {
    std::string unit;
    for (const DrawnRow& row : table.rows) {
        for (const DrawnCell& cell : row.cells) {
            for (const DrawnLine& line : cell) {
                if (line.unit.empty()) continue;
                if (!unit.empty() && unit != line.unit) return {};
                unit = line.unit;
            }
        }
    }
    return unit;
}

bool breaks(const Setting& setting) {
    return !setting.number && setting.width > widest_whole;
}

/// Shares out among its widest columns of words what the others leave of a line. False when that is
/// too little for them.
bool break_words(std::vector<Setting>& settings, std::size_t line_width) {
    std::size_t broken = 0;
    std::size_t whole = 0;
    std::size_t least = 0;
    for (const Setting& setting : settings) {
        (breaks(setting) ? broken : whole) += setting.width + gap;
        if (breaks(setting)) least += narrowest_percent * line_width / 100;
    }
    const std::size_t rest = line_width > whole ? line_width - whole : 0;
    for (Setting& setting : settings) {
        if (!breaks(setting)) continue;
        const std::size_t share = 100 * rest * setting.width / (broken * line_width);
        setting.percent = std::clamp<std::size_t>(share, narrowest_percent, 60);
    }
    return whole + least <= line_width;
}

/// Sets the columns in the largest type that has room for them, words broken if they must be. False
/// when there is none.
bool fit(PageLayout& page, std::span<const TypeSize> sizes) {
    const std::size_t width = total_width(page.columns);
    const auto roomy =
        std::ranges::find_if(sizes, [&](const TypeSize& size) { return width <= size.characters; });
    page.size = roomy == sizes.end() ? sizes.back().commands : roomy->commands;
    return roomy != sizes.end() || break_words(page.columns, sizes.back().characters);
}

/// What does not fit a page says the amounts' unit in its caption, and then lies on its side.
PageLayout page_layout(const DrawnTable& table) {
    PageLayout page{.columns = measured(table, true)};
    if (fit(page, upright)) return page;
    page.unit = common_unit(table);
    page.columns = measured(table, page.unit.empty());
    if (!page.unit.empty() && fit(page, upright)) return page;
    page.columns = measured(table, page.unit.empty());
    page.sideways = true;
    page.too_wide = !fit(page, sideways);
    return page;
}

/// The sign as mathematics sets it: longer than a hyphen.
std::string number_text(const DrawnLine& line) {
    if (!line.negative) return tex_text(line.head);
    const auto sign = line.head.rfind('-');
    return tex_text(line.head.substr(0, sign)) + "$-$" + tex_text(line.head.substr(sign + 1));
}

std::string unit_text(std::string_view unit) {
    if (!unit.starts_with(' ')) return tex_text(unit);
    return "~" + tex_text(unit.substr(1));
}

class TexWriter {
public:
    TexWriter(const DrawnTable& table, const Origin& origin, std::string label)
        : table_{table},
          origin_{origin},
          label_{std::move(label)},
          page_{page_layout(table)},
          settings_{page_.columns} {
        std::size_t lines = 0;
        for (const DrawnRow& row : table.rows) lines += height_of(row);
        is_long_ = lines > lines_of_a_page;
        for (const Setting& setting : settings_) columns_ += setting.span();
    }

    std::string text() {
        std::string caption = tex_text(table_.caption);
        const std::string unit = tex_text(trimmed_unit());
        // A valued statement says it already, by what prices.
        if (!unit.empty() && caption.find(", in " + unit + " at the prices") == std::string::npos) {
            caption += ", in " + unit;
        }
        write_needs();
        const std::size_t definition_at = out_.size();
        if (page_.sideways) out_ += "\\begin{landscape}\n";
        if (is_long_) {
            write_long(caption);
        } else {
            write_short(caption);
        }
        if (page_.sideways) out_ += "\\end{landscape}\n";
        if (out_.find("\\cellbookchar{") != std::string::npos) {
            out_.insert(definition_at, cellbookchar_definition());
        }
        return std::move(out_);
    }

private:
    static std::size_t height_of(const DrawnRow& row) {
        std::size_t height = 1;
        for (const DrawnCell& cell : row.cells) height = std::max(height, cell.size());
        return height;
    }

    [[nodiscard]] std::string specification() const {
        std::string text;
        for (const Setting& setting : settings_) text += setting.specification();
        return text;
    }

    void write_needs() {
        std::vector<std::string_view> packages{"booktabs"};
        if (is_long_) packages.push_back("longtable");
        if (page_.sideways) packages.push_back("lscape");
        out_ += "% Needs ";
        for (std::size_t i = 0; i < packages.size(); ++i) {
            if (i > 0) out_ += i + 1 < packages.size() ? ", " : " and ";
            out_ += fmt::format("\\usepackage{{{}}}", packages[i]);
        }
        out_ += ".\n";
        if (page_.too_wide) {
            out_ += "% Too wide for a page: take one commodity (cur:, -X) or fewer columns.\n";
        }
    }

    [[nodiscard]] std::string_view trimmed_unit() const {
        std::string_view unit = page_.unit;
        if (unit.starts_with(' ')) unit.remove_prefix(1);
        return unit;
    }

    void write_short(const std::string& caption) {
        out_ += "\\begin{table}[htbp]\n\\centering\n";
        out_ += "\\caption{" + caption + "}\\label{tab:" + label_ + "}\n";
        out_ += page_.size;
        out_ += "\\begin{tabular}{" + specification() + "}\n\\toprule\n";
        write_head();
        write_rows();
        out_ += "\\bottomrule\n\\end{tabular}\n";
        write_footer("\\par\\medskip\n\\begin{minipage}{\\linewidth}\n", "\\end{minipage}\n");
        out_ += "\\end{table}\n";
    }

    void write_long(const std::string& caption) {
        out_ += "\\begingroup\n";
        out_ += page_.size;
        out_ += "\\begin{longtable}{" + specification() + "}\n";
        out_ += "\\caption{" + caption + "}\\label{tab:" + label_ + "}\\\\\n\\toprule\n";
        write_head();
        out_ += "\\endfirsthead\n\\caption[]{" + caption + " (continued)}\\\\\n\\toprule\n";
        write_head();
        out_ += "\\endhead\n\\midrule\n\\endfoot\n\\bottomrule\n\\endlastfoot\n";
        write_rows();
        out_ += "\\end{longtable}\n\\endgroup\n";
        write_footer("\\par\\begingroup\\noindent\n", "\\endgroup\n");
    }

    void write_head() {
        for (std::size_t i = 0; i < settings_.size(); ++i) {
            if (i > 0) out_ += " & ";
            const std::string title = tex_text(table_.columns[i].title);
            out_ += settings_[i].number
                        ? fmt::format("\\multicolumn{{{}}}{{r}}{{{}}}", settings_[i].span(), title)
                        : title;
        }
        out_ += " \\\\\n\\midrule\n";
    }

    void write_rows() {
        for (const DrawnRow& row : table_.rows) {
            if (row.role == Row::Role::heading && &row != &table_.rows.front()) {
                out_ += "\\addlinespace\n";
            }
            if (row.ruled) write_rule(row);
            if (row.names_section) {
                write_section_name(row);
            } else {
                write_row(row);
            }
        }
    }

    /// Over everything before the totals, over the figures before a subtotal.
    void write_rule(const DrawnRow& row) {
        if (row.role == Row::Role::total) {
            out_ += "\\midrule\n";
            return;
        }
        std::size_t first = 1;
        for (const Setting& setting : settings_) {
            if (setting.number) {
                out_ += fmt::format("\\cmidrule(l){{{}-{}}}", first, first + setting.span() - 1);
            }
            first += setting.span();
        }
        out_ += '\n';
    }

    void write_section_name(const DrawnRow& row) {
        std::string name;
        for (const DrawnCell& cell : row.cells) name += cell.front().text();
        out_ += fmt::format("\\multicolumn{{{}}}{{l}}{{{}\\textbf{{{}}}}} \\\\*\n", columns_,
                            indent_text(row.indent), tex_text(name));
    }

    static std::string indent_text(unsigned indent) {
        return indent == 0 ? "" : fmt::format("\\hspace*{{{}ex}}", indent);
    }

    void write_row(const DrawnRow& row) {
        const std::size_t height = height_of(row);
        for (std::size_t line = 0; line < height; ++line) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                if (i > 0) out_ += " & ";
                const DrawnLine nothing;
                const DrawnCell& cell = row.cells[i];
                write_line(row, i, line < cell.size() ? cell[line] : nothing, line == 0);
            }
            out_ += line + 1 < height ? " \\\\*\n" : " \\\\\n";  // a row stays on its page
        }
    }

    void write_line(const DrawnRow& row, std::size_t i, const DrawnLine& line, bool first) {
        const Setting& setting = settings_[i];
        if (setting.number) {
            out_ += number_text(line);
            if (setting.tails) out_ += " & " + tex_text(line.tail);
            if (setting.units) out_ += " & " + unit_text(line.unit);  // else the caption has it
            return;
        }
        std::string text = tex_text(line.text());
        if (!text.empty() && row.role != Row::Role::fact) text = "\\textbf{" + text + "}";
        if (i == table_.indented_column && first) text.insert(0, indent_text(row.indent));
        if (setting.percent > 0 && !text.empty()) {
            text = "{\\raggedright\\hspace{0pt}" + with_breaks(std::move(text)) + "\\par}";
        }
        out_ += text;
    }

    /// Names of accounts may be broken behind their colons.
    static std::string with_breaks(std::string text) {
        for (auto at = text.find(':'); at != std::string::npos; at = text.find(':', at + 1)) {
            text.insert(at + 1, "\\allowbreak{}");
        }
        return text;
    }

    void write_footer(const std::string& begin, const std::string& end) {
        std::vector<std::string> lines;
        for (const auto& note : table_.notes) lines.push_back(tex_text(note));
        if (!origin_.digest.empty()) {
            lines.push_back("Digest: \\texttt{" + tex_text(origin_.digest) + "}");
        }
        if (!origin_.command.empty()) {
            lines.push_back("Made by: \\texttt{" + tex_text(printable(origin_.command)) + "}");
        }
        if (lines.empty()) return;
        out_ += begin + "\\footnotesize\\raggedright\n";
        for (const auto& line : lines) out_ += line + "\\par\n";
        out_ += end;
    }

    const DrawnTable& table_;
    const Origin& origin_;
    std::string label_;
    const PageLayout page_;
    const std::vector<Setting>& settings_;
    std::size_t columns_ = 0;
    bool is_long_ = false;
    std::string out_{};
};

/// A label may hold no character that TeX reads otherwise.
std::string label_text(std::string_view text) {
    std::string label;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '.' || c == ':';
        label += plain ? c : '-';
    }
    return label;
}

}  // namespace

void render_tex(const Table& table, const Origin& origin, std::ostream& out) {
    const DrawnTable drawn = draw(table);
    if (drawn.columns.empty()) return;
    out << TexWriter{drawn, origin, label_text(origin.label.empty() ? table.name : origin.label)}
               .text();
}

}  // namespace cellbook::cli
