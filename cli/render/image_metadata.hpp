/// What an image file says of itself: its title and what it was made from, digest in full.
#pragma once

#include <string>

namespace cellbook::cli {

struct ImageMetadata {
    std::string title{};
    std::string source{};  ///< the source line
};

// Each takes an image as gnuplot 5.4 and cairo 1.16 write it and puts the metadata in, without
// anything that differs from run to run. Bytes of another shape come back as they are.

/// `title` and `desc` of the root element, which gnuplot fills with its own name; and a family of
/// fonts to fall back on.
std::string with_svg_metadata(const std::string& svg, const ImageMetadata& metadata);
/// Chunks `iTXt` named Title and Source, behind the header.
std::string with_png_metadata(const std::string& png, const ImageMetadata& metadata);
/// /Title and /Subject, in an update behind the end of the file; the time of making blanked.
std::string with_pdf_metadata(const std::string& pdf, const ImageMetadata& metadata);

}  // namespace cellbook::cli
