#include "ledger/digest.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("the hash is SHA-256 as FIPS 180-4 gives it") {
    Sha256 sha;
    CHECK(to_hex(sha.of("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(to_hex(sha.of("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    sha.update("a");
    sha.update("bc");
    const Hash in_pieces = sha.finish();
    CHECK(in_pieces == sha.of("abc"));
}

TEST_CASE("a link of the chain hashes the previous hash and the body") {
    Sha256 sha;
    const Hash& first = first_hash();
    CHECK(first == sha.of("cellbook/1"));
    const std::string joined{std::string(first.begin(), first.end()) + "body"};
    CHECK(sha.link(first, "body") == sha.of(joined));
    CHECK(sha.link(first, "body") != sha.link(first, "bodY"));
}

TEST_CASE("a hash reads back from its hexadecimal digits and nothing else") {
    const Hash hash = Sha256{}.of("abc");
    CHECK(parse_hex(to_hex(hash)) == hash);
    CHECK_FALSE(parse_hex(to_hex(hash).substr(2)));
    CHECK_FALSE(parse_hex(std::string(64, 'g')));
}

TEST_CASE("equal entries get one derived id with their number behind it") {
    const Hash hash = Sha256{}.of("abc");
    CHECK(derived_id(hash, 1) == "ba7816bf8f01cfea4141");
    CHECK(derived_id(hash, 3) == "ba7816bf8f01cfea4141-3");
}
