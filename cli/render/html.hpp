/// Tables as a web page that needs nothing else.
#pragma once

#include <iosfwd>

#include "cli/render/drawn_table.hpp"

namespace cellbook::cli {

/// A whole page in HTML 5, without scripts or anything to be fetched: caption, heads of columns and
/// rows with their scope, rows marked by class (`heading`, `subtotal`, `total`), notes, and where
/// it comes from. Fit for print, for screen readers and for eyes that tell no colours: what is
/// negative has its minus sign, and red only besides.
void render_html(const Table& table, const Origin& origin, std::ostream& out);

/// Text with `&`, `<`, `>` and quotes as character references.
std::string html_text(std::string_view text);

}  // namespace cellbook::cli
