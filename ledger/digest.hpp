/// SHA-256, the chain's hash.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cellbook {

using Hash = std::array<unsigned char, 32>;

/// Reusable SHA-256 computation (OpenSSL). Not shared between threads.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void update(std::string_view bytes);
    Hash finish();  ///< and begins anew
    Hash of(std::string_view bytes);
    /// hash of `previous` followed by `body`: one link of a book's chain
    Hash link(const Hash& previous, std::string_view body);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The hash before the first entry: SHA-256 of the text `cellbook/1`.
const Hash& first_hash();

std::string to_hex(const Hash& hash);
std::optional<Hash> parse_hex(std::string_view hex);

/// First 20 hexadecimal digits of the hash of a spelled content; the n-th equal one is `-n`.
std::string derived_id(const Hash& content_hash, std::uint64_t occurrence);

}  // namespace cellbook
