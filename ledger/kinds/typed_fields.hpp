/// What the fields of typed events are made of: names that cannot be swapped, exact money.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/date.hpp"
#include "ledger/decimal.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/standing.hpp"

namespace cellbook {

/// Text of one sort, made explicitly: a party's name does not pass for a cell's.
template <class Sort>
struct NameOf {
    NameOf() = default;
    explicit NameOf(std::string name) : text(std::move(name)) {}

    std::string text{};
    friend bool operator==(const NameOf&, const NameOf&) = default;
};
using PartyName = NameOf<struct PartyNameSort>;          ///< `inmates:i0042`
using CellName = NameOf<struct CellNameSort>;            ///< `posta-12`
using AccountDetail = NameOf<struct AccountDetailSort>;  ///< class and detail: `assets:goods`

/// An exact number of a commodity: `Money{300.00_decimal, "BOB"}`.
struct Money {
    Decimal amount{};
    std::string commodity{};

    /// Reads `300.00 BOB`. *Errors*: `number_invalid`, `number_too_large`.
    static Result<Money> parse(std::string_view text);
    friend bool operator==(const Money&, const Money&) = default;
};

/// What any event may say besides; nothing of it is needed.
struct EventDetails {
    std::string product{};
    std::optional<Decimal> quantity{};
    std::optional<Decimal> unit_price{};
    Standings standings{};
    std::optional<Decimal> low{};
    std::optional<Decimal> high{};
    std::string source{};
    bool nonobserved = false;
    std::optional<Date> recorded{};
    std::string id{};
    std::string note{};
    std::vector<std::pair<std::string, std::string>> tags{};
};

inline namespace literals {

/// The exact decimal that is written: `12'500.00_decimal` has two decimals. A number that is none,
/// or too long, does not compile.
consteval Decimal operator""_decimal(const char* text) {
    constexpr int most_digits = 36;
    Decimal value{};
    bool point = false;
    int digits = 0;
    for (; *text != '\0'; ++text) {
        if (*text == '\'') continue;
        if (*text == '.' && !point) {
            point = true;
            continue;
        }
        if (*text < '0' || *text > '9' || ++digits > most_digits) {
            throw "a decimal is written in at most 36 digits with at most one point";
        }
        value.coefficient = value.coefficient * 10 + (*text - '0');
        value.scale = static_cast<std::uint8_t>(value.scale + (point ? 1 : 0));
    }
    return value;
}

}  // namespace literals

}  // namespace cellbook
