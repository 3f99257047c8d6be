/// Where readers get bytes from: files of a directory tree, or texts given by name (tests,
/// fuzzing).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/digest.hpp"

namespace cellbook {

/// Bytes of one input, read in order in pieces, so that memory does not grow with the file.
class TextStream {
public:
    virtual ~TextStream() = default;
    /// Fills up to `size` bytes; 0 at the end. *Errors*: throws `StorageError` when reading fails.
    virtual std::size_t read(char* into, std::size_t size) = 0;
};

/// Opens inputs by name. Given to readers so that nothing in them reaches for the disk by itself.
class TextFiles {
public:
    virtual ~TextFiles() = default;
    /// *Errors*: `file_unreadable` (absent, a directory, no permission).
    virtual Result<std::unique_ptr<TextStream>> open(const std::string& path) = 0;
    /// Paths that a pattern of `include` matches, sorted; relative to the including file's folder.
    /// A name without `*`, `?` or `[` stands for itself, whether there is such a file or not. A
    /// pattern never matches the including file, which may stand beside what it includes.
    virtual std::vector<std::string> expand(const std::string& pattern,
                                            const std::string& including_file) = 0;
};

/// Files on disk. `-` is standard input, which is kept in memory once opened, so that a reader may
/// open it again.
class DiskFiles final : public TextFiles {
public:
    Result<std::unique_ptr<TextStream>> open(const std::string& path) override;
    std::vector<std::string> expand(const std::string& pattern,
                                    const std::string& including_file) override;

private:
    std::shared_ptr<const std::string> standard_input_{};
};

/// Texts held in memory, by name.
class MemoryFiles final : public TextFiles {
public:
    explicit MemoryFiles(std::vector<std::pair<std::string, std::string>> files)
        : files_(std::move(files)) {}
    Result<std::unique_ptr<TextStream>> open(const std::string& path) override;
    std::vector<std::string> expand(const std::string& pattern,
                                    const std::string& including_file) override;

private:
    std::vector<std::pair<std::string, std::string>> files_;
};

}  // namespace cellbook
