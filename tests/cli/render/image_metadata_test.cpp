#include "cli/render/image_metadata.hpp"

#include <catch2/catch.hpp>

using namespace cellbook::cli;

namespace {

const ImageMetadata metadata{.title = "Cash & <more>", .source = "digest 0123"};

}  // namespace

TEST_CASE("an svg says its title and source instead of gnuplot's name") {
    const std::string svg =
        "<svg>\n<title>Gnuplot</title>\n<desc>Produced by GNUPLOT 5.4 </desc>\n<g/></svg>";
    CHECK(with_svg_metadata(svg, metadata) ==
          "<svg>\n<title>Cash &amp; &lt;more&gt;</title>\n<desc>digest 0123</desc>\n<g/></svg>");
    CHECK(with_svg_metadata("no svg", metadata) == "no svg");
}

TEST_CASE("a png says title and source in chunks behind its header") {
    const std::string header = std::string{"\x89PNG\r\n\x1a\n"} + std::string(25, 'h');
    const std::string png = with_png_metadata(header + "rest", {.title = "A", .source = "B"});
    CHECK(png.starts_with(header));
    CHECK(png.ends_with("rest"));
    // Length, name, keyword and four empty fields, text; the check is by Python's zlib.crc32.
    const std::string chunk{"\0\0\0\x0biTXtTitle\0\0\0\0\0A\xbe\x36\xff\x0f", 23};
    CHECK(png.find(chunk) == header.size());
    CHECK(with_png_metadata("no png", metadata) == "no png");
}

TEST_CASE("a pdf says title and source in an update, and not when it was made") {
    const std::string body =
        "%PDF-1.5\n1 0 obj\n<< /CreationDate (D:20181231)\n>>\nendobj\nxref\n0 2\n...\n"
        "trailer\n<< /Size 2\n   /Root 7 0 R\n   /Info 1 0 R\n>>\nstartxref\n54\n%%EOF\n";
    const std::string pdf = with_pdf_metadata(body, {.title = "\u00d1 \U0001F600", .source = "B"});
    CHECK(pdf.find("CreationDate") == std::string::npos);
    CHECK(pdf.find("<FEFF00D10020D83DDE00>") != std::string::npos);
    CHECK(pdf.find("/Root 7 0 R\n   /Info 2 0 R\n   /Prev 54\n") != std::string::npos);
    // Places in the file stay what they were, and the update's are right.
    CHECK(pdf.substr(body.size()).starts_with("2 0 obj"));
    const auto section = pdf.find("xref\n2 1\n");
    REQUIRE(section != std::string::npos);
    CHECK(pdf.find("startxref\n" + std::to_string(section) + "\n%%EOF\n") != std::string::npos);
    const std::string place = std::to_string(body.size());
    CHECK(pdf.find(std::string(10 - place.size(), '0') + place + " 00000 n") != std::string::npos);
    CHECK(with_pdf_metadata("no pdf", metadata) == "no pdf");
}
