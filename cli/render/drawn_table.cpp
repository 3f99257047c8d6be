#include "cli/render/drawn_table.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

#include "cli/render/display_width.hpp"

namespace cellbook::cli {

namespace {

constexpr auto left = Column::Align::left;

DrawnLine amount_line(const Table& table, const TableAmount& amount) {
    const auto style = table.styles.find(amount.commodity);
    DrawnLine line =
        styled_amount(amount, style == table.styles.end() ? CommodityStyle{} : style->second);
    make_printable(line.head);
    make_printable(line.unit);
    return line;
}

DrawnLine number_line(std::string text) {
    DrawnLine line{.head = std::move(text)};
    line.negative = line.head.starts_with('-');
    const auto point = line.head.find('.');
    if (point != std::string::npos) {
        line.tail.assign(line.head, point);
        line.head.resize(point);
    }
    return line;
}

void draw_cell(const Table& table, const Value& value, DrawnCell& cell) {
    if (const auto* amount = std::get_if<TableAmount>(&value)) {
        cell.push_back(amount_line(table, *amount));
    } else if (const auto* amounts = std::get_if<std::vector<TableAmount>>(&value)) {
        for (const auto& each : *amounts) cell.push_back(amount_line(table, each));
        if (cell.empty()) cell.emplace_back();
    } else if (const auto* figure = std::get_if<TableReal>(&value)) {
        cell.push_back(number_line(to_fixed(figure->value, figure->decimals)));
    } else if (std::holds_alternative<std::int64_t>(value) ||
               std::holds_alternative<Decimal>(value)) {
        cell.push_back(number_line(plain_text(value)));
    } else {
        cell.push_back({.head = plain_text(value)});
        make_printable(cell.back().head);
    }
}

std::string caption_of(const Table& table) {
    if (!table.caption.empty()) return printable(table.caption);
    if (!table.title.empty()) return printable(table.title);
    std::string caption = table.name.empty() ? "table" : table.name;
    caption.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(caption.front())));
    return printable(caption);
}

bool is_blank(const DrawnCell& cell) {
    return std::ranges::all_of(cell, &DrawnLine::empty);
}

/// A subtotal closes the section that a heading opened; totals end the table.
class Rules {
public:
    void settle(DrawnRow& row) {
        switch (row.role) {
            case Row::Role::fact:
                break;
            case Row::Role::heading:
                in_section_ = true;
                row.names_section =
                    std::ranges::count_if(row.cells, is_blank) + 1 == std::ssize(row.cells);
                break;
            case Row::Role::subtotal:
                row.ruled = in_section_;
                in_section_ = false;
                break;
            case Row::Role::total:
                row.ruled = !totalled_;
                totalled_ = true;
                break;
        }
    }

private:
    bool in_section_ = false;
    bool totalled_ = false;
};

}  // namespace

DrawnTable draw_frame(const Table& table) {
    const auto& columns = table.layout ? table.layout->columns : table.columns;
    DrawnTable drawn{.caption = caption_of(table)};
    std::ranges::copy_if(columns, std::back_inserter(drawn.columns),
                         [](const Column& column) { return !column.tidy_only; });
    for (Column& column : drawn.columns) column.title = printable(column.title);
    const auto place = [&](auto found) {
        return found == drawn.columns.end()
                   ? std::size_t{0}
                   : static_cast<std::size_t>(found - drawn.columns.begin());
    };
    drawn.indented_column = place(std::ranges::find(drawn.columns, left, &Column::align));
    const auto account = std::ranges::find(drawn.columns, "account", &Column::name);
    drawn.named_column = account == drawn.columns.end() ? drawn.indented_column : place(account);
    for (const auto& note : table.notes) drawn.notes.push_back(printable(note));
    return drawn;
}

void for_each_drawn_row(const Table& table, const std::function<void(DrawnRow&)>& use) {
    const auto& columns = table.layout ? table.layout->columns : table.columns;
    Rules rules;
    for_each_line(table, [&](const Row& row) {
        DrawnRow drawn{.role = row.role, .indent = row.indent};
        drawn.cells.reserve(columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!columns[i].tidy_only) draw_cell(table, row.cells[i], drawn.cells.emplace_back());
        }
        rules.settle(drawn);
        use(drawn);
    });
}

DrawnTable draw(const Table& table) {
    DrawnTable drawn = draw_frame(table);
    for_each_drawn_row(table, [&](DrawnRow& row) { drawn.rows.push_back(std::move(row)); });
    return drawn;
}

DrawnLine styled_amount(const TableAmount& amount, const CommodityStyle& style) {
    DrawnLine line = number_line(to_decimal_text(amount.minor, amount.scale));
    if (!line.tail.empty()) line.tail.front() = style.decimal_mark;
    if (style.group_mark != 0) {
        const std::size_t first = line.negative ? 1 : 0;
        for (std::size_t at = line.head.size(); at > first + 3; at -= 3) {
            line.head.insert(at - 3, 1, style.group_mark);
        }
    }
    if (amount.commodity.empty()) return line;
    std::string symbol = quoted_symbol(amount.commodity);
    if (style.spaced) symbol.insert(style.symbol_left ? symbol.size() : 0, 1, ' ');
    if (style.symbol_left) {
        line.head.insert(0, symbol);
    } else {
        line.unit = std::move(symbol);
    }
    return line;
}

}  // namespace cellbook::cli
