/// Index methods: a formula, and which periods it compares.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/prices/index_formula.hpp"

namespace cellbook {

enum class IndexScheme : std::uint8_t {
    fixed_base,  ///< each period with the base
    chained,     ///< each period with the one before, the links multiplied
    geks         ///< each period with every other (`ledger/prices/price_index.hpp`)
};

struct IndexMethod {
    IndexFormula formula = IndexFormula::fisher;
    IndexScheme scheme = IndexScheme::fixed_base;
    friend bool operator==(const IndexMethod&, const IndexMethod&) = default;
};

/// `fisher`, `chained-fisher`, `geks-fisher`.
std::string to_string(const IndexMethod& method);

/// Every method: fixed base, chained, and GEKS of the formulas that make one.
std::vector<IndexMethod> all_index_methods();

struct IndexNames {
    std::span<const std::string> names{};  ///< of methods; `all` stands for each
    bool chained = false;                  ///< what else would have a fixed base is chained
    bool quantities = true;                ///< else `all` stands for those that need none
};

/// The methods named, each once, in the order named. *Errors*: `index_option_invalid`.
Result<std::vector<IndexMethod>> parse_index_methods(const IndexNames& asked);

/// What the formulas of the methods ask of a panel.
PanelNeeds needs_of(std::span<const IndexMethod> methods);

/// How a GEKS index goes on when its window moves by a period. Source: CPI Manual 2020, 10.76 ff.
enum class Splice : std::uint8_t {
    movement,  ///< by the last change in the new window (Ivancic, Diewert and Fox 2011)
    window,    ///< by the change over the whole new window (Krsinich 2016; de Haan 2015)
    half,      ///< by the change since the middle of the new window (de Haan 2015)
    mean       ///< by the geometric mean of all such ways (Ivancic, Diewert and Fox 2011, p. 33;
               ///< Diewert and Fox 2020)
};

/// *Errors*: `index_option_invalid`.
Result<Splice> parse_splice(std::string_view name);
std::string_view to_string(Splice splice);

}  // namespace cellbook
