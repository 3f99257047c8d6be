#include "cli/render/plot_script.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "cli/render/axis_scale.hpp"
#include "cli/render/display_width.hpp"
#include "cli/render/gnuplot_text.hpp"
#include "cli/render/plot_style.hpp"

namespace cellbook::cli {

namespace {

// Heights in pixels on a canvas of pixels.
/// Of boxes, and of bars that something black lies across.
constexpr std::string_view pale_tint = "#bcd3e6";
constexpr unsigned small_line = 14;
constexpr unsigned line = 18;
constexpr unsigned slanted_letter = 5;
constexpr unsigned title_line = 20;

constexpr unsigned ordinary_size = 12;
constexpr unsigned title_size = 14;
constexpr unsigned small_size = 10;

constexpr unsigned key_line = 19;
constexpr unsigned above_key = 14;
constexpr unsigned above_plot = 16;

constexpr std::size_t most_key_columns = 4;
constexpr std::size_t key_margin = 14;  ///< letters beside the key
constexpr std::size_t key_sample = 12;  ///< letters' room of a sample and what parts it

/// Points that can be told apart on a line; with more, some go without a mark.
constexpr std::size_t most_marked = 24;

struct Span {
    std::optional<Real> low{};
    std::optional<Real> high{};

    void take(const std::string& number) {
        const Real value{number};
        if (!low || value < *low) low = value;
        if (!high || *high < value) high = value;
    }
};

bool has_mark(const Picture& picture, Mark mark) {
    return std::ranges::any_of(picture.series,
                               [=](const Series& series) { return series.mark == mark; });
}

class ScriptWriter {
public:
    ScriptWriter(const Picture& picture, const PlotCanvas& canvas)
        : picture_{picture}, canvas_{canvas} {
        add_notes();
        if (has_mark(picture, Mark::box)) {
            add_footer(
                "Whiskers reach from minimum to maximum; a box holds the middle half, a "
                "stroke is the median.");
        }
        add_footer(source_line(picture.origin));
    }

    std::string write() {
        head();
        above();
        x_axis();
        y_axis();
        footer();
        data();
        plot();
        return std::move(script_);
    }

private:
    template <class... Parts>
    void put(fmt::format_string<Parts...> form, Parts&&... parts) {
        fmt::format_to(std::back_inserter(script_), form, std::forward<Parts>(parts)...);
        script_ += '\n';
    }

    /// As many as leave most of the canvas to the picture.
    void add_notes() {
        const auto& notes = picture_.notes;
        const std::size_t most = std::max(1U, canvas_.height / (canvas_.is_text() ? 8 : 100));
        for (std::size_t i = 0; i < notes.size(); ++i) {
            if (i == most)
                return add_footer(fmt::format("... and {} more notes", notes.size() - i));
            add_footer(notes[i]);
        }
    }

    void add_footer(const std::string& text) {
        for (auto& each : wrapped(text, canvas_.small_columns() - 2)) {
            footer_.push_back(std::move(each));
        }
    }

    /// A size is in pixels; cairo's images take points, of which fewer go to the same letter.
    [[nodiscard]] std::string font(unsigned size) const {
        return fmt::format("font 'DejaVu Sans,{}'",
                           canvas_.form == PlotForm::png ? size * 5 / 6 : size);
    }

    [[nodiscard]] std::string terminal() const {
        const std::string drawn =
            fmt::format("noenhanced {} background '#ffffff'", font(ordinary_size));
        switch (canvas_.form) {
            case PlotForm::text:
                break;
            case PlotForm::svg:
                return fmt::format("svg size {},{} {}", canvas_.width, canvas_.height, drawn);
            case PlotForm::png:
                return fmt::format("pngcairo size {},{} {}", canvas_.width, canvas_.height, drawn);
            case PlotForm::pdf:
                return fmt::format("pdfcairo size {}.{:02}in,{}.{:02}in {} fontscale 0.64",
                                   canvas_.width / 100, canvas_.width % 100, canvas_.height / 100,
                                   canvas_.height % 100, drawn);
        }
        return fmt::format("dumb size {},{} noenhanced mono", canvas_.width, canvas_.height);
    }

    void head() {
        const auto& origin = picture_.origin;
        if (!origin.version.empty()) put("# cellbook {}", origin.version);
        if (!origin.digest.empty()) put("# digest of the {} {}", origin.pinned, origin.digest);
        put("set encoding utf8");
        put("set terminal {}", terminal());
        put("set border 3");
        put("set samples 2");
        if (!canvas_.is_text()) {
            put("set grid ytics back linetype 1 linecolor '#d8d8d8' linewidth 0.5");
        }
    }

    /// Names of everything drawn, as the key has them.
    [[nodiscard]] std::vector<std::string> key_names() const {
        std::vector<std::string> names;
        for (const auto& reference : picture_.references) names.push_back(reference.name);
        for (const auto& series : picture_.series) names.push_back(series.name);
        std::erase_if(names, [](const std::string& name) { return name.empty(); });
        return names;
    }

    [[nodiscard]] std::string key_title(const std::string& name) const {
        if (name.empty()) return " notitle";
        return " title " +
               gnuplot_quoted(shortened(printable(name), canvas_.columns() - 16, false));
    }

    /// Title, key and, in text, what stands up: gnuplot would put the key above the title, and has
    /// no letters on their side in text.
    void above() {
        unsigned top = canvas_.is_text() ? 1 : title_line;  // lines, pixels
        place_label(1, picture_.title, top, "center",
                    canvas_.is_text() ? "" : ' ' + font(title_size));
        const auto names = key_names();
        if (names.empty()) {
            put("unset key");
        } else {
            std::size_t longest = 0;
            for (const auto& name : names) longest = std::max(longest, display_width(name));
            const auto columns = std::clamp<std::size_t>(
                (canvas_.columns() - key_margin) /
                    (std::min(longest, canvas_.columns() - 16) + key_sample),
                1, std::min(names.size(), most_key_columns));
            const auto rows = static_cast<unsigned>((names.size() + columns - 1) / columns);
            put("set key at screen 0.5, {} center top horizontal maxcols {} Left reverse "
                "samplen {}",
                from_top(top + (canvas_.is_text() ? 0 : above_key)), columns,
                canvas_.is_text() ? 3 : 4);
            top += rows * (canvas_.is_text() ? 1 : key_line) + (canvas_.is_text() ? 0 : above_key);
        }
        if (canvas_.is_text()) {
            top += 2;
            place_label(2, axis_title(picture_.y), top, "left", "");
            put("set tmargin {}", top);
        } else {
            put("set tmargin at screen {}", from_top(top + above_plot).substr(7));
        }
    }

    /// A height in lines or pixels from the top, as a coordinate.
    [[nodiscard]] std::string from_top(unsigned distance) const {
        const unsigned height = canvas_.height - std::min(distance, canvas_.height);
        if (canvas_.is_text()) return fmt::format("character {}", height);
        return fmt::format("screen {}.0/{}", height, canvas_.height);
    }

    void place_label(unsigned number, const std::string& text, unsigned from, const char* align,
                     const std::string& font_words) {
        const bool left = align == std::string_view{"left"};
        put("set label {} {} at {}, {} {}{}", number,
            gnuplot_quoted(shortened(printable(text), canvas_.title_columns(), false)),
            left ? "character 1" : "screen 0.5", from_top(from), align, font_words);
    }

    [[nodiscard]] unsigned tic_count(unsigned size, unsigned pixels, unsigned letters) const {
        return std::clamp(size / (canvas_.is_text() ? letters : pixels), 3U, 12U);
    }

    void number_axis(char axis, const AxisScale& scale) {
        put("set {}range [{}:{}]", axis, scale.low, scale.high);
        std::string tics;
        for (const auto& tic : scale.tics) {
            tics += fmt::format("{}{} {}", tics.empty() ? "" : ", ", gnuplot_tic_label(tic.label),
                                tic.at);
        }
        put("set {}tics out nomirror ({})", axis, tics);
    }

    void x_axis() {
        if (!axis_title(picture_.x).empty()) {
            put("set xlabel {}", gnuplot_quoted(axis_title(picture_.x)));
        }
        if (picture_.x.names.empty()) {
            Span span;
            for (const auto& series : picture_.series) {
                for (const auto& point : series.points) span.take(point.x);
            }
            number_axis('x',
                        axis_scale(*span.low, *span.high, tic_count(canvas_.width, 70, 9), false));
            return;
        }
        const auto& names = picture_.x.names;
        const PlaceNames places =
            fit_names(names, canvas_.columns() - 12, picture_.x.periods, !canvas_.is_text());
        if (places.slanted) slant_ = static_cast<unsigned>(places.longest) * slanted_letter;
        std::string tics;
        for (std::size_t i = 0; i < places.names.size(); ++i) {
            if (places.names[i].empty()) continue;
            tics += fmt::format("{}{} {}", tics.empty() ? "" : ", ",
                                gnuplot_tic_label(places.names[i]), i);
        }
        put("set xrange [-0.6:{}.6]", names.size() - 1);
        put("set xtics out nomirror{} ({})", places.slanted ? " rotate by 40 right" : "", tics);
    }

    void y_axis() {
        if (!canvas_.is_text() && !axis_title(picture_.y).empty()) {
            put("set ylabel {}", gnuplot_quoted(axis_title(picture_.y)));
        }
        Span span;
        for (const auto& series : picture_.series) {
            for (const auto& point : series.points) {
                for (const auto& y : point.y) span.take(y);
            }
        }
        for (const auto& reference : picture_.references) {
            if (reference.kind == Reference::Kind::level) span.take(reference.at);
        }
        const bool zero = has_mark(picture_, Mark::bar) || has_mark(picture_, Mark::level);
        const AxisScale scale =
            axis_scale(*span.low, *span.high, tic_count(canvas_.height, 45, 3), zero);
        number_axis('y', scale);
        if (scale.low.starts_with('-')) {
            put("set xzeroaxis linetype 1 linecolor '#000000' linewidth 1 dashtype solid");
        }
    }

    /// Notes and the source line, below all.
    void footer() {
        const auto count = static_cast<unsigned>(footer_.size());
        if (canvas_.is_text()) {
            put("set bmargin {}", count + 3);
        } else {
            const unsigned margin =
                (slant_ == 0 ? line : slant_ + 10) + line + 26 + count * small_line;
            put("set bmargin at screen {}.0/{}", margin, canvas_.height);
            put("set rmargin 3");
        }
        for (unsigned i = 0; i < count; ++i) {
            const unsigned from_below = count - 1 - i;
            if (canvas_.is_text()) {
                put("set label {} {} at character 1, character {} left", i + 3,
                    gnuplot_quoted(footer_[i]), from_below);
            } else {
                put("set label {} {} at screen 8.0/{}, screen {}.0/{} left {}", i + 3,
                    gnuplot_quoted(footer_[i]), canvas_.width, from_below * small_line + 10,
                    canvas_.height, font(small_size));
            }
        }
    }

    void data() {
        for (std::size_t i = 0; i < picture_.series.size(); ++i) {
            put("$series{} << END", i + 1);
            for (const auto& point : picture_.series[i].points) {
                put("{} {}", point.x, fmt::join(point.y, " "));
            }
            put("END");
        }
    }

    [[nodiscard]] std::string line_words(std::size_t series) const {
        const PlotStyle& style = plot_style(series);
        return fmt::format("linetype 1 linecolor '{}' linewidth 2 dashtype {}", style.color,
                           style.dashes);
    }

    [[nodiscard]] std::string point_words(std::size_t series) const {
        // Text marks points with letters, of which the first types of points have the first.
        const int type =
            canvas_.is_text() ? static_cast<int>(series) + 1 : plot_style(series).point;
        return fmt::format("pointtype {} pointsize 0.9", type);
    }

    /// Bars of a place share four fifths of it.
    [[nodiscard]] std::string bar_words(std::size_t series) const {
        const auto is_bar = [](const Series& each) { return each.mark == Mark::bar; };
        const auto& all = picture_.series;
        const auto count = std::ranges::count_if(all, is_bar);
        const auto before =
            std::count_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(series), is_bar);
        // What lies across them is black: they are pale then.
        const bool crossed = has_mark(picture_, Mark::level);
        const PlotStyle& own = plot_style(series);
        const std::string fill = crossed ? std::string{"solid 1.0"} : std::string{own.fill};
        const std::string color{crossed ? pale_tint : std::string_view{own.color}};
        return fmt::format(
            "using ($1 + 0.8 * {} / {}):2:(0.8 / {}) with boxes fillstyle {} border linecolor "
            "'{}' linecolor '{}' linewidth 1",
            2 * before + 1 - count, 2 * count, count, fill, "#000000", color);
    }

    [[nodiscard]] std::vector<std::string> drawn(std::size_t i) const {
        const Series& series = picture_.series[i];
        const std::string data = fmt::format("$series{} ", i + 1);
        const std::string title = key_title(series.name);
        switch (series.mark) {
            case Mark::line: {
                const std::size_t every = series.points.size() / most_marked + 1;
                return {fmt::format("{}using 1:2 with linespoints {} {} pointinterval {}{}", data,
                                    line_words(i), point_words(i), every, title)};
            }
            case Mark::points:
                return {fmt::format("{}using 1:2 with points linecolor '{}' {}{}", data,
                                    plot_style(i).color, point_words(i), title)};
            case Mark::step:
                return {data + "using 1:2 with steps " + line_words(i) + title};
            case Mark::bar:
                return {data + bar_words(i) + title};
            case Mark::box:
                return {fmt::format("{}using 1:3:2:6:5:(0.5) with candlesticks whiskerbars 0.5 "
                                    "fillstyle solid 1.0 border linecolor '#000000' "
                                    "linecolor '{}' linewidth 1{}",
                                    data, pale_tint, title),
                        fmt::format("{}using ($1 - 0.25):4:(0.5):(0) with vectors nohead "
                                    "linetype 1 linecolor '#000000' linewidth 3 notitle",
                                    data)};
            case Mark::level:
                return {
                    fmt::format("{}using ($1 - 0.45):2:(0.9):(0) with vectors nohead linetype "
                                "1 linecolor '#000000' linewidth 3 dashtype solid{}",
                                data, title)};
        }
        return {};
    }

    void plot() {
        std::vector<std::string> parts;
        for (const auto& reference : picture_.references) {
            const bool diagonal = reference.kind == Reference::Kind::diagonal;
            parts.push_back(
                fmt::format("{} with lines linetype 1 linecolor '#404040' linewidth 1.5 "
                            "dashtype (4,4) title {}",
                            diagonal ? "x" : reference.at, gnuplot_quoted(reference.name)));
        }
        for (std::size_t i = 0; i < picture_.series.size(); ++i) {
            for (auto& part : drawn(i)) parts.push_back(std::move(part));
        }
        put("plot {}", fmt::join(parts, ", \\\n     "));
    }

    const Picture& picture_;
    const PlotCanvas& canvas_;
    std::vector<std::string> footer_{};
    unsigned slant_ = 0;  ///< height of slanted names
    std::string script_{};
};

}  // namespace

std::string plot_script(const Picture& picture, const PlotCanvas& canvas) {
    return ScriptWriter{picture, canvas}.write();
}

}  // namespace cellbook::cli
