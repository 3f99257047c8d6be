#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "ledger/book/memory_book.hpp"
#include "ledger/diagnostic_code.hpp"
#include "market/scenario/scenario_reader.hpp"

namespace fs = std::filesystem;
using namespace cellbook;

namespace {

const fs::path root = fs::path{CELLBOOK_SOURCE_DIR} / "tests" / "errors";

std::string text_of(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<fs::path> sorted_entries(const fs::path& folder) {
    std::vector<fs::path> entries{fs::directory_iterator{folder}, {}};
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::vector<fs::path> folders() {
    auto found = sorted_entries(root);
    std::erase_if(found, [](const fs::path& path) { return !fs::is_directory(path); });
    return found;
}

/// Every text of the folder by its bare name, so that what is printed depends on no path.
MemoryFiles texts_of(const fs::path& folder) {
    std::vector<std::pair<std::string, std::string>> texts;
    for (const fs::path& path : sorted_entries(folder)) {
        texts.emplace_back(path.filename().string(), text_of(path));
    }
    return MemoryFiles{std::move(texts)};
}

/// What a scenario file is told, as of a journal.
ImportReport read_scenario_file(const fs::path& input) {
    ImportReport report;
    report.problems = read_scenario(text_of(input), input.filename().string()).problems;
    report.problem_count = static_cast<std::int64_t>(report.problems.size());
    return report;
}

ImportReport read(const fs::path& input) {
    if (input.extension() == ".toml") return read_scenario_file(input);
    MemoryFiles files = texts_of(input.parent_path());
    RecordOptions options;
    const std::string words = text_of(fs::path{input}.replace_extension(".options"));
    options.strict = words.find("strict") != std::string::npos;
    MemoryBook book;
    return book.read(files, {input.filename().string()}, options, KindTable::standard());
}

std::string what_is_printed(const ImportReport& report) {
    std::string printed;
    for (const auto* told : {&report.problems, &report.warnings}) {
        for (const Diagnostic& problem : *told) printed += to_string(problem) + '\n';
    }
    return printed;
}

bool is_input(const fs::path& path) {
    return path.extension() == ".journal" || path.extension() == ".csv" ||
           path.extension() == ".toml";
}

std::set<std::string> words_of(const std::string& text) {
    std::istringstream words{text};
    return {std::istream_iterator<std::string>{words}, {}};
}

std::string all_tests() {
    std::string text;
    for (const auto& entry :
         fs::recursive_directory_iterator{fs::path{CELLBOOK_SOURCE_DIR} / "tests"}) {
        if (entry.path().extension() == ".cpp") text += text_of(entry.path());
    }
    return text;
}

}  // namespace

TEST_CASE("each wrong file is told as its case expects, to the letter") {
    const bool update = std::getenv("CELLBOOK_UPDATE") != nullptr;
    for (const fs::path& folder : folders()) {
        for (const fs::path& input : sorted_entries(folder)) {
            if (!is_input(input)) continue;
            const std::string printed = what_is_printed(read(input));
            const fs::path expected = fs::path{input}.replace_extension(".expected");
            if (update) std::ofstream{expected, std::ios::binary} << printed;
            INFO(input.string());
            CHECK(printed == text_of(expected));
            const std::string code = "[" + folder.filename().string() + "]";
            const bool warns = printed.find("warning" + code) != std::string::npos;
            CHECK((warns || printed.find("error" + code) != std::string::npos));
            CHECK(warns == read(input).ok());
        }
    }
}

TEST_CASE("every diagnostic code has a case, and every folder of cases a code") {
    const std::string tests = all_tests();
    std::set<std::string> covered;
    for (const fs::path& folder : folders()) {
        const std::string code = folder.filename().string();
        for (const fs::path& path : sorted_entries(folder)) {
            if (is_input(path)) covered.insert(code);
            if (path.extension() != ".test") continue;
            std::string name = text_of(path);
            while (!name.empty() && name.back() == '\n') name.pop_back();
            INFO(path.string());
            CHECK(tests.find("TEST_CASE(\"" + name + '"') != std::string::npos);
            covered.insert(code);
        }
    }
    std::set<std::string> missing;
    for (const DiagnosticCode code : all_diagnostic_codes()) {
        if (covered.erase(std::string{to_string(code)}) == 0) missing.emplace(to_string(code));
    }
    const std::set<std::string> no_such_code = covered;
    CHECK(no_such_code == std::set<std::string>{});
    CHECK(missing == words_of(text_of(root / "gaps.txt")));
}

TEST_CASE("every complaint about a file says where, shows the line and names a remedy") {
    for (const fs::path& folder : folders()) {
        for (const fs::path& input : sorted_entries(folder)) {
            if (!is_input(input)) continue;
            INFO(input.string());
            const ImportReport report = read(input);
            CHECK(report.problems.size() + report.warnings.size() > 0);
            std::vector<Diagnostic> told = report.problems;
            told.insert(told.end(), report.warnings.begin(), report.warnings.end());
            for (const Diagnostic& problem : told) {
                CHECK(problem.position.file != "");
                CHECK(problem.position.line > 0);
                CHECK(problem.excerpt != "");
                CHECK(problem.explanation != "");
                CHECK(problem.remedy != "");
            }
        }
    }
}
