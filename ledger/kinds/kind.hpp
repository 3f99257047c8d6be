/// A kind: what one sort of transaction books, and in whose books.
///
/// schemas/kinds.toml says in its head how a kind is written; docs/kinds.md shows all of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/diagnostic.hpp"

namespace cellbook {

/// `amount - levy`, or in computed amounts also `amount * levy_rate`.
struct KindExpression {
    struct Term {
        bool negative = false;
        std::string name;    ///< amount, amount2, a computed amount or a parameter
        std::string factor;  ///< what it is multiplied by; empty: nothing
        friend bool operator==(const Term&, const Term&) = default;
    };
    std::vector<Term> terms;
    friend bool operator==(const KindExpression&, const KindExpression&) = default;
};
std::string to_string(const KindExpression& expression);
/// Reads `["-"] NAME {("+" | "-") NAME}`, a NAME also being `NAME "*" NAME`.
/// *Errors*: `kind_invalid`.
Result<KindExpression> parse_kind_expression(std::string_view text);

/// What an event may or must give besides its fields: a tag of that name.
struct KindParameter {
    /// What it is used for tells what it is: a factor or an amount, part of an account's name, or
    /// the kind that `charge` puts off.
    enum class Sort : std::uint8_t { number, account, kind };
    std::string name;
    Sort sort = Sort::number;
    std::string default_value{};  ///< empty: none; a number then counts as zero
    friend bool operator==(const KindParameter&, const KindParameter&) = default;
};

struct KindLeg {
    std::string role;         ///< payer, payee, or another whose party is the tag of that name
    std::string account;      ///< class and detail; `{NAME}` alone stands for a parameter
    KindExpression amount{};  ///< debit positive
    std::string with{};       ///< counterparty's role; given when there are more than two

    /// Whether the leg is a credit when the event's amount is positive: the sign of what it says of
    /// the amount itself, else of its first term.
    [[nodiscard]] bool is_credit() const;
    friend bool operator==(const KindLeg&, const KindLeg&) = default;
};

/// Of a kind like `charge`: legs of another kind on account `from` are booked on `to`.
struct KindReplacement {
    enum class Direction : std::uint8_t { paid, received } direction = Direction::paid;
    std::string from;
    std::string to;
    friend bool operator==(const KindReplacement&, const KindReplacement&) = default;
};
std::string_view to_string(KindReplacement::Direction direction);

/// The kind of entries that bring income and expenses to retained earnings: statements of income
/// pass them over.
inline constexpr std::string_view closing_kind = "closing";
/// Where they bring them, after the party.
inline constexpr std::string_view retained_earnings = "equity:retained earnings";

struct Kind {
    std::string name;
    std::string title;
    std::vector<std::pair<std::string, std::string>> sna{};  ///< role -> SNA 2008 code
    std::string product{};                                   ///< of the flow, by default
    std::vector<std::string> needs{};                        ///< fields an event must give
    std::vector<std::string> takes{};                        ///< fields it may give as well
    std::vector<KindParameter> parameters{};
    std::vector<std::pair<std::string, KindExpression>> amounts{};  ///< in order of computation
    std::vector<KindLeg> legs{};
    bool is_signed = false;  ///< the amount may be negative
    bool nonobserved = false;
    std::string of{};  ///< the parameter that names the kind put off; empty: the legs above
    std::vector<KindReplacement> replacements{};

    [[nodiscard]] const KindParameter* find_parameter(std::string_view parameter) const;
    [[nodiscard]] bool has_amount(std::string_view amount) const;  ///< computed
    /// Roles with legs: payer, payee, then the others.
    [[nodiscard]] std::vector<std::string> roles() const;
    [[nodiscard]] bool uses_second_money() const;  ///< some leg is in commodity2
    [[nodiscard]] bool has_role(std::string_view role) const;
    /// Whether an event may give this field (cell, payee, commodity2, ...).
    [[nodiscard]] bool accepts(std::string_view field) const;

    friend bool operator==(const Kind&, const Kind&) = default;
};

/// The parameter that an account such as `{account}` stands for; empty when it is a plain one.
std::string_view placeholder_of(std::string_view account);

/// One line of JSON that says the same as the kind's table in TOML, members in fixed order: what a
/// book's chain keeps of a kind that a user added.
std::string to_canonical_json(const Kind& kind);

}  // namespace cellbook
