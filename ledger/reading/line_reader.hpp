/// The lines of a text, read in large blocks, so that memory does not grow with the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "ledger/reading/source_text.hpp"

namespace cellbook {

/// Yields lines without their ends (LF or CRLF), and passes over a UTF-8 byte order mark.
class LineReader {
public:
    static constexpr std::size_t default_block = std::size_t{1} << 20;

    explicit LineReader(std::unique_ptr<TextStream> stream, std::size_t block = default_block);

    /// Takes the next line, valid until the next call; false at the end. Throws `StorageError`.
    bool next(std::string_view& line);
    /// Number of the line that `next` gave last, from 1.
    [[nodiscard]] std::uint32_t number() const { return number_; }
    /// Whether that line may hold bytes that are no text, to be looked for by `find_non_text`.
    [[nodiscard]] bool suspect() const { return suspect_; }

private:
    void refill();
    void inspect();

    std::unique_ptr<TextStream> stream_;
    std::unique_ptr<char[]> buffer_;  // no vector, which would fill it with zeros first
    std::size_t capacity_;
    std::size_t at_ = 0;   // begin of the next line
    std::size_t end_ = 0;  // end of what has been read
    std::uint32_t number_ = 0;
    bool ended_ = false;
    bool suspect_ = false;
};

/// Where the first byte stands that is not UTF-8 or is a NUL; npos when there is none.
std::size_t find_non_text(std::string_view line);

}  // namespace cellbook
