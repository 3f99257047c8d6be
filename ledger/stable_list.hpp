/// A list whose items stay where they are as it grows.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <memory>
#include <utility>

namespace cellbook {

/// Items in blocks, each twice the size of the one before: few look-ups to an item, and items close
/// together (std::deque has five accounts a block). Nothing that leads to an item changes once it
/// is there, so one thread may append while others look at the items they were told of.
template <class Item>
class StableList {
public:
    Item& operator[](std::size_t at) { return place_of(at); }
    const Item& operator[](std::size_t at) const { return place_of(at); }
    [[nodiscard]] std::size_t size() const { return size_; }

    void push_back(Item item) {
        const std::size_t block = block_of(size_);
        if (!blocks_[block]) blocks_[block] = std::make_unique<Item[]>(first_size << block);
        place_of(size_) = std::move(item);
        ++size_;
    }

private:
    static constexpr std::size_t first_size = 64;
    static constexpr std::size_t most_blocks = 26;  // room for every 32-bit number

    /// Block i begins with item first_size * (2^i - 1).
    static std::size_t block_of(std::size_t at) {
        return static_cast<std::size_t>(std::bit_width(at / first_size + 1)) - 1;
    }
    [[nodiscard]] Item& place_of(std::size_t at) const {
        const std::size_t block = block_of(at);
        return blocks_[block][at + first_size - (first_size << block)];
    }

    std::array<std::unique_ptr<Item[]>, most_blocks> blocks_{};
    std::size_t size_ = 0;
};

}  // namespace cellbook
