#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/style/style.hpp"

namespace fs = std::filesystem;
namespace style = cellbook::style;

namespace {

const fs::path root{CELLBOOK_SOURCE_DIR};
const std::string exceptions_path = "tests/style/exceptions.txt";

std::string text_of(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>{file}, {}};
}

style::Tree sources() {
    style::Tree tree;
    for (const auto* folder :
         {"schemas", "ledger", "market", "cli", "tests", "bench", "examples", "fuzz"}) {
        if (!fs::exists(root / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp") continue;
            tree[fs::relative(entry.path(), root).generic_string()] = text_of(entry.path());
        }
    }
    return tree;
}

}  // namespace

TEST_CASE("the sources keep the rules of style") {
    const auto tree = sources();
    REQUIRE(tree.size() > 20);
    const auto order = style::map_order(text_of(root / "ARCHITECTURE.md"));
    REQUIRE_FALSE(order.names.empty());
    const auto exceptions =
        style::read_exceptions(exceptions_path, text_of(root / exceptions_path));

    auto breaches = style::check(tree, order);
    breaches.insert(breaches.end(), exceptions.breaches.begin(), exceptions.breaches.end());
    for (const auto& allowed : exceptions.allowed) {
        const auto erased = std::erase_if(breaches, [&](const style::Breach& breach) {
            return breach.rule + ' ' + breach.path == allowed;
        });
        INFO("an exception that nothing needs: " << allowed);
        CHECK(erased > 0);
    }
    for (const auto& breach : breaches) {
        FAIL_CHECK(breach.path << ':' << breach.line << ": " << breach.rule << ": " << breach.what);
    }
}

TEST_CASE("every name of the map exists") {
    for (const auto& name : style::map_order(text_of(root / "ARCHITECTURE.md")).names) {
        INFO(name);
        const bool folder = name.ends_with('/') && fs::is_directory(root / name);
        const bool file = fs::exists(root / (name + ".hpp")) || fs::exists(root / (name + ".cpp"));
        CHECK((folder || file));
    }
}
