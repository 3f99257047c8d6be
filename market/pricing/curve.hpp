/// A demand or supply curve of one product.
#pragma once

#include <optional>

namespace cellbook {

/// Quantity as a function of one price: isoelastic, linear, or any quantity at one price.
/// *Units*: whatever the caller counts prices and quantities in.
class Curve {
public:
    /// q = quantity (p / price)^elasticity. *Requires*: price > 0.
    static Curve isoelastic(double price, double quantity, double elasticity);
    /// q = quantity + slope (p - price), never below zero.
    static Curve linear(double price, double quantity, double slope);
    /// Whatever is asked for at `price` or above, nothing below: constant unit cost.
    static Curve at_cost(double price);

    [[nodiscard]] bool is_at_cost() const { return form_ == Form::at_cost; }
    [[nodiscard]] double price() const { return price_; }
    /// *Requires*: not at cost.
    [[nodiscard]] double quantity(double price) const;
    /// The price at which this quantity is asked or offered; absent where none is.
    [[nodiscard]] std::optional<double> price_of(double quantity) const;
    /// The integral of the quantity over prices from `from` to `to`: the change of consumers'
    /// surplus with its sign turned, or of producers' surplus. *Requires*: not at cost.
    [[nodiscard]] double area(double from, double to) const;

private:
    enum class Form { isoelastic, linear, at_cost };
    Curve(Form form, double price, double quantity, double slope)
        : form_{form}, price_{price}, quantity_{quantity}, slope_{slope} {}

    Form form_;
    double price_ = 0;
    double quantity_ = 0;
    double slope_ = 0;  ///< or elasticity
};

}  // namespace cellbook
