#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <sstream>
#include <string>

#include "ledger/kinds/kind_table.hpp"
#include "schemas/schemas.hpp"

using namespace cellbook;

namespace {

const std::string document_path = CELLBOOK_SOURCE_DIR "/docs/kinds.md";
constexpr std::string_view mark = "<!-- generated -->\n";

/// What the comments of schemas/kinds.toml say of a kind, and the heading that it stands under.
struct Remark {
    std::string heading{};
    std::string text{};
};

void add_comment(std::string& text, std::string_view comment) {
    comment.remove_prefix(std::min(comment.find_first_not_of("# "), comment.size()));
    text += (text.empty() ? "" : " ") + std::string{comment};
}

/// Comments between a kind's name and its legs. The text is the project's own, and plain: a `#`
/// stands in no string of it.
std::map<std::string, Remark> remarks() {
    std::map<std::string, Remark> found;
    std::istringstream lines{std::string{schemas::kinds_toml()}};
    std::string heading;
    Remark* at = nullptr;
    for (std::string line; std::getline(lines, line);) {
        constexpr std::string_view rule = "# -----";
        if (line.starts_with(rule)) {
            heading = line.substr(line.find_first_not_of("#- "));
            at = nullptr;
        } else if (line.starts_with("name = \"")) {
            at = &found[line.substr(8, line.size() - 9)];
            at->heading = heading;
        } else if (line == "[[kind]]") {
            at = nullptr;
        } else if (at != nullptr && line.find('#') != std::string::npos) {
            add_comment(at->text, std::string_view{line}.substr(line.find('#')));
        }
    }
    return found;
}

std::string code(std::string_view text) {
    return "`" + std::string{text} + "`";
}

std::string codes(const Kind& kind) {
    std::string text;
    for (const auto& [role, sna] : kind.sna) {
        text += (text.empty() ? "" : ", ") + role + " " + sna;
    }
    return text;
}

std::string list(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + code(name);
    return text;
}

void write_facts(std::string& out, const Kind& kind) {
    out += "SNA 2008: " + codes(kind) + ".";
    if (!kind.product.empty()) out += " Product: " + code(kind.product) + ".";
    if (!kind.needs.empty()) out += " Requires " + list(kind.needs) + ".";
    if (!kind.takes.empty()) out += " Takes " + list(kind.takes) + ".";
    for (const auto& parameter : kind.parameters) {
        out += " Parameter " + code(parameter.name);
        if (!parameter.default_value.empty())
            out += ", by default " + code(parameter.default_value);
        out += ".";
    }
    for (const auto& [name, expression] : kind.amounts) {
        out += " Computes " + code(name + " = " + to_string(expression)) + ".";
    }
    if (kind.is_signed) out += " The amount may be negative.";
    if (kind.nonobserved) out += " Non-observed.";
    out += "\n\n";
}

void write_legs(std::string& out, const Kind& kind) {
    const bool with = kind.roles().size() > 2;
    out += with ? "| role | account | amount | with |\n| --- | --- | --- | --- |\n"
                : "| role | account | amount |\n| --- | --- | --- |\n";
    for (const auto& leg : kind.legs) {
        out += "| " + leg.role + " | " + code(leg.account) + " | " + code(to_string(leg.amount)) +
               " |" + (with ? " " + leg.with + " |" : "") + "\n";
    }
    for (const auto& replacement : kind.replacements) {
        out += std::string{"| who "} +
               (replacement.direction == KindReplacement::Direction::paid ? "would pay"
                                                                          : "would be paid") +
               " | " + code(replacement.to) + " instead of " + code(replacement.from) +
               " | as the kind that `of` names |\n";
    }
    out += "\n";
}

std::string generated() {
    const auto said = remarks();
    std::string out = "\n";
    std::string heading;
    for (const auto& kind : KindTable::standard().all()) {
        const Remark& remark = said.at(kind.name);
        if (remark.heading != heading) {
            heading = remark.heading;
            std::string title = heading;
            title.front() = static_cast<char>(std::toupper(title.front()));
            out += "## " + title + "\n\n";
        }
        out += "### " + kind.name + "\n\n" + kind.title + ".\n\n";
        write_facts(out, kind);
        write_legs(out, kind);
        if (!remark.text.empty()) out += remark.text + "\n\n";
    }
    out.pop_back();
    return out;
}

}  // namespace

TEST_CASE("the document of kinds says what the table of kinds says") {
    std::ifstream file{document_path, std::ios::binary};
    REQUIRE(file.good());
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const std::size_t end = text.find(mark);
    REQUIRE(end != std::string::npos);
    const std::string expected = text.substr(0, end + mark.size()) + generated();
    if (std::getenv("CELLBOOK_UPDATE") != nullptr) {
        std::ofstream{document_path, std::ios::binary} << expected;
    }
    CHECK(text == expected);
}

TEST_CASE("every standard kind gives the paragraph or chapter behind its codes") {
    const std::regex cited{R"(\b[0-9]+\.[0-9]+|chapter [0-9]+|\bas [a-z_]+|as above)"};
    for (const auto& [name, remark] : remarks()) {
        INFO(name << ": " << remark.text);
        CHECK(std::regex_search(remark.text, cited));
        CHECK_FALSE(remark.heading.empty());
    }
}
