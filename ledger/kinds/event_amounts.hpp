/// The amounts of an event: given, computed, and agreeing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/kinds/event.hpp"
#include "ledger/kinds/kind_plan.hpp"

namespace cellbook {

/// An error of an event and the field (or tag) that it is about.
struct EventFault {
    Diagnostic diagnostic;
    std::string field{};
};
EventFault fault(DiagnosticCode code, std::string field, std::string explanation,
                 std::string remedy);

/// Fills the slots of a plan from one event, in minor units.
class EventAmounts {
public:
    /// Both commodities are settled in `chart`.
    EventAmounts(const Event& event, const KindPlan& plan, const Chart& chart,
                 CommodityId commodity, CommodityId commodity2);

    /// *Errors*: `event_field_missing`, `event_field_invalid`, `event_amount_sign`,
    /// `event_amounts_disagree`, `amount_too_precise`, `amount_overflow`.
    std::optional<EventFault> settle();

    /// What a leg comes to. *Errors*: `event_amounts_disagree` (it turns round), `amount_overflow`.
    [[nodiscard]] Result<std::int64_t> leg(const KindPlan::Leg& leg) const;
    [[nodiscard]] std::int64_t amount_minor() const { return minor_[KindPlan::amount_slot]; }

private:
    std::optional<EventFault> settle_numbers();
    std::optional<EventFault> settle_amount();
    std::optional<EventFault> settle_amount2();
    std::optional<EventFault> settle_computed(const KindPlan::Computed& computed);
    std::optional<EventFault> settle_amount_from_rate();
    std::optional<EventFault> take(const Decimal& value, std::uint8_t scale, std::size_t slot,
                                   std::string_view field);
    [[nodiscard]] Result<std::int64_t> compute(const KindPlan::Computed& computed) const;
    [[nodiscard]] Result<std::int64_t> sum(const std::vector<KindPlan::Term>& terms) const;
    [[nodiscard]] bool agrees(const KindPlan::Computed& computed, std::int64_t given,
                              std::int64_t derived) const;
    [[nodiscard]] const Decimal* rate() const;
    [[nodiscard]] std::string show(std::int64_t minor, bool second_money) const;

    const Event& event_;
    const KindPlan& plan_;
    std::string_view symbol_;
    std::string_view symbol2_;
    std::uint8_t scale_ = 0;
    std::uint8_t scale2_ = 0;
    bool amount_derived_ = false;
    std::vector<std::int64_t> minor_;
    std::vector<Decimal> numbers_;  ///< by slot; only parameters have one
};

/// A decimal of a tag's text. *Errors*: `event_field_invalid`, naming the tag.
Result<Decimal> parse_event_number(std::string_view text, std::string_view field);

}  // namespace cellbook
