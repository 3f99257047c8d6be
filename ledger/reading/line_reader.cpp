#include "ledger/reading/line_reader.hpp"

#include <simdjson.h>

#include <cstring>
#include <utility>

namespace cellbook {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Length of the UTF-8 character at the begin of `text`; 0 when there is none.
/// Source: Unicode 15.0, table 3-7, well-formed UTF-8 byte sequences.
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return byte(i) >= low && byte(i) <= high;
    };
    const unsigned lead = byte(0);
    if (lead == 0) return 0;
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool second = continues(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
        return second && continues(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool second = continues(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
        return second && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

}  // namespace

std::size_t find_non_text(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t length = character_length(line.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return std::string_view::npos;
}

LineReader::LineReader(std::unique_ptr<TextStream> stream, std::size_t block)
    : stream_(std::move(stream)), buffer_(new char[block]), capacity_(block) {}

bool LineReader::next(std::string_view& line) {
    const void* newline = nullptr;
    for (std::size_t searched = at_;;) {
        if (searched < end_) {
            newline = std::memchr(buffer_.get() + searched, '\n', end_ - searched);
        }
        if (newline != nullptr || ended_) break;
        searched = end_ - at_;  // a refill moves the line that is not whole yet to the front
        refill();
    }
    if (newline == nullptr && at_ == end_) return false;
    const char* const begin = buffer_.get() + at_;
    const char* end = newline == nullptr ? buffer_.get() + end_ : static_cast<const char*>(newline);
    at_ = static_cast<std::size_t>(end - buffer_.get()) + (newline == nullptr ? 0 : 1);
    if (end != begin && end[-1] == '\r') --end;
    line = {begin, static_cast<std::size_t>(end - begin)};
    ++number_;
    if (number_ == 1 && line.starts_with(byte_order_mark)) {
        line.remove_prefix(byte_order_mark.size());
    }
    return true;
}

/// Moves what is left to the front and reads behind it until there is a whole line or the end.
void LineReader::refill() {
    const std::size_t kept = end_ - at_;
    if (at_ == 0 && end_ == capacity_) {
        capacity_ *= 2;
        std::unique_ptr<char[]> larger{new char[capacity_]};
        std::memcpy(larger.get(), buffer_.get(), kept);
        buffer_ = std::move(larger);
    } else {
        std::memmove(buffer_.get(), buffer_.get() + at_, kept);
    }
    at_ = 0;
    end_ = kept;
    while (end_ < capacity_) {
        const std::size_t got = stream_->read(buffer_.get() + end_, capacity_ - end_);
        if (got == 0) {
            ended_ = true;
            break;
        }
        end_ += got;
    }
    inspect();
}

/// Looks at the whole lines of the block at once: nearly every block is clean.
void LineReader::inspect() {
    const char* const begin = buffer_.get();
    std::size_t whole = end_;
    if (!ended_) {
        const std::size_t last = std::string_view{begin, end_}.rfind('\n');
        whole = last == std::string_view::npos ? 0 : last + 1;
    }
    if (whole == 0) return;
    suspect_ = std::memchr(begin, 0, whole) != nullptr || !simdjson::validate_utf8(begin, whole);
}

}  // namespace cellbook
