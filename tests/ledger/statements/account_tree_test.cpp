#include "ledger/statements/account_tree.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

namespace {

const CommodityId bob{0};

std::vector<std::string> drawn(const std::vector<NamedFigures>& accounts,
                               const AccountTreeOptions& options) {
    std::vector<std::string> lines;
    for (const auto& line : account_tree(accounts, options)) {
        std::string text = std::string(line.indent, ' ') + line.label;
        for (const auto& figure : line.figures) {
            text += " " + std::to_string(figure.column) + ":" +
                    std::to_string(static_cast<int>(figure.sum));
        }
        lines.push_back(text);
    }
    return lines;
}

using Lines = std::vector<std::string>;

const std::vector<NamedFigures> accounts{{"a:b:c", {{0, 0, bob, 5}}},
                                         {"a:b:d", {{1, 0, bob, -5}, {1, 1, bob, 2}}},
                                         {"z", {{2, 1, bob, 0}}}};

}  // namespace

TEST_CASE("a parent has the sums of all below it in each column") {
    CHECK(drawn(accounts, {}) == Lines{"a:b 1:2", "  c 0:5", "  d 0:-5 1:2"});
    CHECK(drawn(accounts, {.elide = false}) ==
          Lines{"a 1:2", "  b 1:2", "    c 0:5", "    d 0:-5 1:2"});
}

TEST_CASE("what comes to nothing is drawn when asked for") {
    CHECK(drawn(accounts, {.empty = true}).back() == "z");
}
