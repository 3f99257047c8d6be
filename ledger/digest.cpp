#include "ledger/digest.hpp"

#include <openssl/evp.h>

#include "ledger/diagnostic.hpp"

namespace cellbook {

namespace {

/// Fails only when the machine is out of memory or its OpenSSL is broken.
void require(int ok) {
    if (ok != 1) {
        throw StorageError("SHA-256 is not to be had from this machine's OpenSSL");
    }
}

constexpr std::string_view hex_digits = "0123456789abcdef";

int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();

    State() { begin(); }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void begin() { require(EVP_DigestInit_ex2(context, algorithm(), nullptr)); }

    /// Fetched once: looking the algorithm up for each of a million short entries costs more
    /// than hashing them.
    static const EVP_MD* algorithm() {
        static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
        return fetched;
    }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
    require(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()));
}

Hash Sha256::finish() {
    Hash hash{};
    unsigned size = 0;
    require(EVP_DigestFinal_ex(state_->context, hash.data(), &size));
    state_->begin();
    return hash;
}

Hash Sha256::of(std::string_view bytes) {
    update(bytes);
    return finish();
}

Hash Sha256::link(const Hash& previous, std::string_view body) {
    update({reinterpret_cast<const char*>(previous.data()), previous.size()});
    update(body);
    return finish();
}

const Hash& first_hash() {
    static const Hash hash = Sha256{}.of("cellbook/1");
    return hash;
}

std::string to_hex(const Hash& hash) {
    std::string hex;
    hex.reserve(hash.size() * 2);
    for (const unsigned char byte : hash) {
        hex += hex_digits[byte >> 4U];
        hex += hex_digits[byte & 15U];
    }
    return hex;
}

std::optional<Hash> parse_hex(std::string_view hex) {
    Hash hash{};
    if (hex.size() != hash.size() * 2) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < hash.size(); ++i) {
        const int high = hex_value(hex[2 * i]);
        const int low = hex_value(hex[2 * i + 1]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        hash[i] = static_cast<unsigned char>(high * 16 + low);
    }
    return hash;
}

std::string derived_id(const Hash& content_hash, std::uint64_t occurrence) {
    std::string id = to_hex(content_hash).substr(0, 20);
    if (occurrence > 1) {
        id += '-' + std::to_string(occurrence);
    }
    return id;
}

}  // namespace cellbook
