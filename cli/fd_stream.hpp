/// Standard output as a stream that remembers why writing failed.
#pragma once

#include <array>
#include <ostream>
#include <streambuf>

namespace cellbook::cli {

/// Buffered writing to a file descriptor, which stays open. After a failure nothing more is
/// written, and the stream is bad.
class FdBuffer : public std::streambuf {
public:
    explicit FdBuffer(int descriptor);
    /// errno of the write that failed; 0: none has.
    [[nodiscard]] int error() const { return error_; }

protected:
    int_type overflow(int_type character) override;
    int sync() override;

private:
    bool write_all();

    int descriptor_;
    int error_ = 0;
    std::array<char, 1 << 16> bytes_{};
};

}  // namespace cellbook::cli
