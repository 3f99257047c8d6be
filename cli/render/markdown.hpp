/// Tables as Markdown: a pipe table as GitHub and pandoc draw it.
#pragma once

#include <iosfwd>

#include "cli/render/drawn_table.hpp"

namespace cellbook::cli {

/// The caption in bold, the table, its notes, and where it comes from. Numbers stand to the right;
/// several amounts in a cell are parted by `<br>`; headings, subtotals and totals are bold. What
/// Markdown or HTML would take for markup is escaped.
void render_markdown(const Table& table, const Origin& origin, std::ostream& out);

/// Text that Markdown, inside a table or outside, shows as it is.
std::string markdown_text(std::string_view text);

}  // namespace cellbook::cli
