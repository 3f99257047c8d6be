#include "market/random/random_stream.hpp"

#include <cassert>
#include <cmath>
#include <string>

#include "ledger/digest.hpp"
#include "market/random/standard_normal.hpp"

namespace cellbook {

namespace {

__extension__ typedef unsigned __int128 UInt128;

std::uint64_t joined(std::uint32_t high, std::uint32_t low) {
    return (std::uint64_t{high} << 32U) | low;
}

std::uint32_t high_half(std::uint64_t value) {
    return static_cast<std::uint32_t>(value >> 32U);
}

std::uint32_t low_half(std::uint64_t value) {
    return static_cast<std::uint32_t>(value);
}

}  // namespace

PhiloxKey stream_key(Seed seed, std::string_view name) {
    std::string spelled = std::to_string(seed.value);
    spelled += '\n';
    spelled += name;
    const Hash hash = Sha256{}.of(spelled);
    PhiloxKey key;
    for (std::size_t i = 0; i < 8; ++i) {
        key.words[i / 4] = (key.words[i / 4] << 8U) | hash[i];
    }
    return key;
}

std::uint64_t RandomStream::bits() {
    if (half_left_) {
        half_left_ = false;
        return joined(block_[3], block_[2]);
    }
    block_ = philox({{low_half(block_index_), high_half(block_index_), low_half(replica_.index),
                      high_half(replica_.index)}},
                    key_);
    ++block_index_;
    half_left_ = true;
    return joined(block_[1], block_[0]);
}

double open_uniform(std::uint64_t bits) {
    // 52 bits and a half: with 53 the largest would round to 1.
    return std::ldexp(static_cast<double>(bits >> 12U) + 0.5, -52);
}

double RandomStream::uniform() {
    return open_uniform(bits());
}

double RandomStream::normal() {
    return standard_normal_quantile(uniform());
}

std::uint64_t RandomStream::below(std::uint64_t count) {
    assert(count > 0);
    UInt128 product = UInt128{bits()} * count;
    if (static_cast<std::uint64_t>(product) < count) {
        const std::uint64_t surplus = (0 - count) % count;
        while (static_cast<std::uint64_t>(product) < surplus) product = UInt128{bits()} * count;
    }
    return static_cast<std::uint64_t>(product >> 64U);
}

}  // namespace cellbook
