/// A book in a folder of its own that goes away with the test.
#pragma once

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "ledger/book/book.hpp"
#include "ledger/book/connection.hpp"

namespace cellbook::test {

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "cellbook-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};

class TemporaryBook {
public:
    TemporaryBook() : book_(make()) {}

    Book& operator*() { return book_; }
    Book* operator->() { return &book_; }
    [[nodiscard]] std::filesystem::path path() const { return folder_ / "test.cellbook"; }

    ImportReport import(const std::string& name, const std::string& text,
                        const RecordOptions& options = {}) {
        MemoryFiles files{{{name, text}}};
        return book_.import(files, {name}, options, KindTable::standard());
    }
    /// Imports what must go in.
    void must_import(const std::string& name, const std::string& text) {
        const auto report = import(name, text);
        for (const Diagnostic& problem : report.problems) UNSCOPED_INFO(to_string(problem));
        REQUIRE(report.ok());
    }

private:
    Book make() {
        auto book = Book::create(path());
        REQUIRE(book);
        return std::move(*book);
    }

    TemporaryFolder folder_{};
    Book book_;
};

/// A plain SQLite connection, as another program has one.
inline Connection plain_connection(const std::filesystem::path& path) {
    return Connection::open(path, Connection::Mode::write, 1000);
}

/// Cash from nobody known, as journal text.
inline std::string found(std::string_view date, std::string_view amount,
                         std::string_view description = "found", std::string_view tags = "") {
    std::string text{date};
    text += " " + std::string{description};
    text += tags.empty() ? "" : "  ; " + std::string{tags};
    text += "\n    assets:cash  " + std::string{amount};
    return text + " BOB\n    income:found\n\n";
}

}  // namespace cellbook::test
