/// A picture as a value: what is drawn and what is said of it, whatever draws it.
///
/// Numbers are decimal text, as exact as the table had them; only the program that draws makes
/// binary numbers of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ledger/statements/table.hpp"

namespace cellbook::cli {

/// How the points of a series are drawn.
enum class Mark : std::uint8_t {
    line,    ///< points, joined
    points,  ///< points alone
    step,    ///< a level that holds until the next point
    bar,     ///< from zero; those of several series stand side by side
    box,     ///< whiskers, quartiles and median
    level,   ///< a bar's limit: a stroke across its place
};

/// Numbers that each point of a box has: minimum, quartiles with the median between, maximum.
inline constexpr std::size_t box_numbers = 5;

struct Axis {
    std::string title{};
    std::string unit{};                  ///< in brackets behind the title: BOB, persons
    std::vector<std::string> columns{};  ///< names in csv: one, or `box_numbers` of them
    std::vector<std::string> names{};    ///< places by name, in order; none: an axis of numbers
    bool periods = false;                ///< they follow each other, so some may go unnamed
};

struct Point {
    std::string x{};               ///< a number, or a place among the axis's names, from 0
    std::vector<std::string> y{};  ///< one number, or `box_numbers`
};

struct Series {
    std::string name{};  ///< empty: needs none, being alone
    Mark mark = Mark::line;
    std::vector<Point> points{};
};

/// A line to hold the series against.
struct Reference {
    enum class Kind : std::uint8_t { level, diagonal };
    Kind kind = Kind::level;
    std::string name{};
    std::string at{};  ///< of a level
};

/// What a picture was made from: its source line.
struct PictureOrigin {
    std::vector<std::string> files{};
    std::string period{};  ///< `2018Q1`; empty: of no time
    std::string version{};
    std::string digest{};         ///< in hexadecimal digits; empty: there is none
    std::string pinned = "book";  ///< what the digest is of
};

struct Picture {
    std::string title{};
    Axis x{};
    Axis y{};
    std::vector<Series> series{};
    std::vector<Reference> references{};
    PictureOrigin origin{};
    std::vector<std::string> notes{};  ///< above the source line
};

/// Series in one picture that an eye, and grey ink, can tell apart.
inline constexpr std::size_t most_series = 8;
/// And those that letters can.
inline constexpr std::size_t most_text_series = 7;

/// The picture with at most `most` series, those that reach furthest from zero, in their order, and
/// a note of what is left out.
Picture limited(Picture picture, std::size_t most = most_series);

/// Every number with the other sign, which the axis says.
Picture inverted(Picture picture);

/// `Source: week.journal; 2018-03; cellbook 0.1.0; digest 0123456789ab`: the digest cut to
/// `digest_digits`, for reading; with 64 whole, for metadata.
std::string source_line(const PictureOrigin& origin, std::size_t digest_digits = 12);

/// `Balance (BOB)`.
std::string axis_title(const Axis& axis);

/// What is drawn, a row a point. *Shape*: `series`, then the columns of both axes; `series` is left
/// out when no series has a name.
Table picture_data(const Picture& picture);

}  // namespace cellbook::cli
