/// Text as LaTeX sets it.
#pragma once

#include <string>
#include <string_view>

namespace cellbook::cli {

/// Text with every special character escaped and no ligature that it does not mean (`--`, `` ?`
/// ``). Letters with accents apart become one. What LaTeX with no package for languages cannot set
/// stands as `\cellbookchar{character}{code point}`, which `cellbookchar_definition` defines.
std::string tex_text(std::string_view text);

/// Sets the character where the engine can (XeLaTeX, LuaLaTeX; pdfLaTeX with `T1` fonts and a
/// character that it knows), else its code point, so that a document compiles whatever its text.
/// A document may define the command otherwise before.
std::string_view cellbookchar_definition();

}  // namespace cellbook::cli
