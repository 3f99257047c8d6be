/// The JSON of canonical bodies: the one spelling that each value has, written and read strictly.
///
/// A library would accept many spellings of one value; a hash chain wants exactly one. So the
/// reader refuses white space, exponents, leading zeros, and escapes the writer would not make.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cellbook::json_text {

void append(std::string& out, std::int64_t number);
/// Quotes, backslashes and control characters escaped (`\"`, `\\`, `\u00xx`); all else as it is.
void append(std::string& out, std::string_view text);

/// Walks a body. Every call says by its result whether the text was as asked; after a false
/// the place is undefined and the caller gives up.
class Cursor {
public:
    explicit Cursor(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

    bool skip(char expected) {
        if (at_ == end_ || *at_ != expected) {
            return false;
        }
        ++at_;
        return true;
    }
    [[nodiscard]] bool next_is(char expected) const { return at_ != end_ && *at_ == expected; }
    [[nodiscard]] bool at_end() const { return at_ == end_; }
    bool skip_null();
    /// A 64-bit integer without leading zeros or `-0`.
    bool read(std::int64_t& number);
    /// A string; `text` keeps its capacity.
    bool read(std::string& text);
    /// A string without escapes, as a view into the body; false when it has escapes.
    bool read_plain(std::string_view& text);
    /// Passes over a value of any sort, without a look at what is in it.
    bool skip_value();

private:
    bool skip_string();
    bool skip_nested();

    const char* at_;
    const char* end_;
};

/// Walks `{"name":value,...}`, handing each member to `member(name)`.
template <class Member>
bool read_members(Cursor& in, Member member) {
    if (!in.skip('{')) {
        return false;
    }
    if (in.skip('}')) {
        return true;
    }
    do {
        std::string_view name;
        if (!in.read_plain(name) || !in.skip(':') || !member(name)) {
            return false;
        }
    } while (in.skip(','));
    return in.skip('}');
}

/// Walks `[item,...]`.
template <class Item>
bool read_items(Cursor& in, Item item) {
    if (!in.skip('[')) {
        return false;
    }
    if (in.skip(']')) {
        return true;
    }
    do {
        if (!item()) {
            return false;
        }
    } while (in.skip(','));
    return in.skip(']');
}

}  // namespace cellbook::json_text
