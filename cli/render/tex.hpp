/// Tables for LaTeX documents.
#pragma once

#include <iosfwd>

#include "cli/render/drawn_table.hpp"

namespace cellbook::cli {

/// A table with rules of booktabs, for `\input` in a document that loads booktabs; one of more rows
/// than a page takes is a longtable, which breaks over pages and needs that package too; one wider
/// than a page names the unit of its amounts in the caption, where all have one, and if that does
/// not do stands on its side, which needs lscape. The first line says what is needed. It has a
/// caption and the label `tab:LABEL`; figures are aligned at their decimal marks; headings, rules
/// before subtotals and totals, notes and where it comes from are carried.
void render_tex(const Table& table, const Origin& origin, std::ostream& out);

}  // namespace cellbook::cli
