/// A book's economy as what-if questions see it: the baseline and the levels that shocks start
/// from.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/entry_source.hpp"
#include "market/baseline/read_baseline.hpp"
#include "market/pricing/circle.hpp"

namespace cellbook {

/// What a shock sets, adds to or scales. *Shape*: vectors by agent; the sections' entries count.
/// *Units*: as `shock_target` says.
struct BaselineLevels {
    double exchange_rate = 1;      ///< of the first other money, on the period's last day
    std::string foreign_money{};   ///< its symbol; empty: there is none
    double months = 0;             ///< of the period
    double family_income = 0;      ///< a household a month
    double allowance = 0;          ///< a person a day
    double cell_sale_tax = 0;      ///< share of the price
    std::vector<double> people{};  ///< inside on the last day
    std::vector<double> dues{};    ///< a person a month
    std::vector<double> entry{};   ///< an entry
    /// Rents that leases in force on the last day ask, a month, by section.
    std::vector<std::vector<double>> rents{};
    std::vector<std::size_t> cells{};  ///< that stand on the last day
};

/// *Requires*: the source outlives it. Not moved: the circle looks at the baseline beside it.
class Economy {
public:
    /// *Errors*: those of `read_baseline`.
    static Result<std::unique_ptr<Economy>> read(const EntrySource& source,
                                                 const BaselineOptions& options);
    Economy(const Economy&) = delete;
    Economy& operator=(const Economy&) = delete;

    [[nodiscard]] const EntrySource& source() const { return source_; }
    [[nodiscard]] const Baseline& baseline() const { return baseline_; }
    [[nodiscard]] const Circle& circle() const { return circle_; }
    [[nodiscard]] const BaselineLevels& levels() const { return levels_; }
    [[nodiscard]] const std::vector<Place>& sections() const { return sections_; }
    /// The agent of a section by its name, or the end of it: `posta` for `sections:posta`.
    [[nodiscard]] Place find_section(std::string_view name) const;

private:
    Economy(const EntrySource& source, Baseline baseline);
    void read_register();
    void sum_levels();

    const EntrySource& source_;
    Baseline baseline_;
    Circle circle_;
    BaselineLevels levels_{};
    std::vector<Place> sections_{};
};

}  // namespace cellbook
