#include "cli/arguments.hpp"

#include <catch2/catch.hpp>

#include "cli/failure.hpp"

using namespace cellbook::cli;

namespace {

struct Bound {
    bool flag = false;
    std::optional<std::string> value{};
    std::optional<unsigned> count{};
    std::vector<std::string> values{};
    std::optional<std::string> word{};
    std::vector<std::string> words{};
};

bool parse(Bound& bound, const std::vector<std::string>& arguments, bool one_word = false) {
    Arguments options{"try", "Tries", {"cellbook try"}};
    options.group("Group");
    options.flag("-t,--tree", bound.flag, "A flag");
    options.value("-o,--output", bound.value, "FILE", "A value");
    options.count("--depth", bound.count, "N", "A number");
    options.values("-f,--file", bound.values, "FILE", "Values");
    if (one_word) {
        options.word("WORD", bound.word, "A word");
    } else {
        options.words("WORD", bound.words, "Words");
    }
    return options.parse(arguments);
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("flags, values and words are told apart wherever they stand") {
    Bound bound;
    CHECK_FALSE(parse(bound, {"a", "-f", "x", "b", "--tree", "--file=y", "not:c", "-oz", "--depth",
                              "2", "amt:<-5"}));
    CHECK(bound.flag);
    CHECK(bound.value == "z");
    CHECK(bound.count == 2U);
    CHECK(bound.values == Words{"x", "y"});
    CHECK(bound.words == Words{"a", "b", "not:c", "amt:<-5"});
}

TEST_CASE("a value may begin with a dash, and the last of several counts") {
    Bound bound;
    CHECK_FALSE(parse(bound, {"-o", "-300 BOB"}));
    CHECK(bound.value == "-300 BOB");
    CHECK_FALSE(parse(bound, {"-o", "a", "-o", "b"}));
    CHECK(bound.value == "b");
}

TEST_CASE("after -- everything is a word") {
    Bound bound;
    CHECK_FALSE(parse(bound, {"--", "-x", "--tree"}));
    CHECK(bound.words == Words{"-x", "--tree"});
    CHECK_FALSE(bound.flag);
}

TEST_CASE("help is asked for with -h and --help") {
    Bound bound;
    CHECK(parse(bound, {"-h"}));
    CHECK(parse(bound, {"a", "--help"}));
}

TEST_CASE("what is not understood is a usage error") {
    Bound bound;
    CHECK_THROWS_AS(parse(bound, {"--tres"}), UsageError);
    CHECK_THROWS_AS(parse(bound, {"-z"}), UsageError);
    CHECK_THROWS_AS(parse(bound, {"--output"}), UsageError);
    CHECK_THROWS_AS(parse(bound, {"--depth", "-1"}), UsageError);
    CHECK_THROWS_AS(parse(bound, {"a", "b"}, true), UsageError);
    try {
        (void)parse(bound, {"--tres"});
        FAIL();
    } catch (const UsageError& error) {
        CHECK(error.remedy == "did you mean --tree?");
    }
}

TEST_CASE("options that a value follows are known before the command is") {
    CHECK(takes_value("-f"));
    CHECK(takes_value("--period"));
    CHECK_FALSE(takes_value("--tree"));
    CHECK_FALSE(takes_value("--file=x"));
}
