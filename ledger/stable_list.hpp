/// A list whose items stay where they are as it grows.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <utility>
#include <vector>

namespace cellbook {

/// Items in blocks, each twice the size of the one before: few look-ups to an item, and items close
/// together (std::deque has five accounts a block). Nothing that leads to an item changes once it
/// is there, so one thread may append while others look at the items they were told of.
template <class Item>
class StableList {
public:
    // data() looks at nothing that push_back changes, as operator[] with its assertions would.
    Item& operator[](std::size_t at) {
        const std::size_t block = block_of(at);
        return blocks_[block].data()[at - begin_of(block)];
    }
    const Item& operator[](std::size_t at) const {
        const std::size_t block = block_of(at);
        return blocks_[block].data()[at - begin_of(block)];
    }
    [[nodiscard]] std::size_t size() const { return size_; }

    void push_back(Item item) {
        const std::size_t block = block_of(size_);
        if (blocks_[block].empty()) blocks_[block].reserve(first_size << block);
        blocks_[block].push_back(std::move(item));  // never more than that, so none moves
        ++size_;
    }

private:
    static constexpr std::size_t first_size = 64;
    static constexpr std::size_t most_blocks = 26;  // room for every 32-bit number

    static std::size_t block_of(std::size_t at) {
        return static_cast<std::size_t>(std::bit_width(at / first_size + 1)) - 1;
    }
    static std::size_t begin_of(std::size_t block) { return (first_size << block) - first_size; }

    std::array<std::vector<Item>, most_blocks> blocks_{};
    std::size_t size_ = 0;
};

}  // namespace cellbook
