#include "ledger/diagnostic_code.hpp"

#include <array>
#include <cstddef>

namespace cellbook {

namespace {

struct NamedCode {
    DiagnosticCode code;
    std::string_view name;
};

/// In the order of the enumeration, so that a code is its own index (checked below).
constexpr std::array named_codes{
    // text and numbers
    NamedCode{DiagnosticCode::date_invalid, "date_invalid"},
    NamedCode{DiagnosticCode::number_invalid, "number_invalid"},
    NamedCode{DiagnosticCode::number_ambiguous, "number_ambiguous"},
    NamedCode{DiagnosticCode::number_too_large, "number_too_large"},
    NamedCode{DiagnosticCode::amount_overflow, "amount_overflow"},
    NamedCode{DiagnosticCode::amount_too_precise, "amount_too_precise"},
    // periods and queries
    NamedCode{DiagnosticCode::period_invalid, "period_invalid"},
    NamedCode{DiagnosticCode::query_invalid, "query_invalid"},
    // names
    NamedCode{DiagnosticCode::account_without_class, "account_without_class"},
    NamedCode{DiagnosticCode::account_name_invalid, "account_name_invalid"},
    // files and journal text
    NamedCode{DiagnosticCode::file_unreadable, "file_unreadable"},
    NamedCode{DiagnosticCode::text_not_utf8, "text_not_utf8"},
    NamedCode{DiagnosticCode::include_cycle, "include_cycle"},
    NamedCode{DiagnosticCode::include_empty, "include_empty"},
    NamedCode{DiagnosticCode::line_unexpected, "line_unexpected"},
    NamedCode{DiagnosticCode::syntax_unsupported, "syntax_unsupported"},
    NamedCode{DiagnosticCode::directive_unknown, "directive_unknown"},
    NamedCode{DiagnosticCode::directive_invalid, "directive_invalid"},
    NamedCode{DiagnosticCode::declaration_invalid, "declaration_invalid"},
    NamedCode{DiagnosticCode::posting_invalid, "posting_invalid"},
    NamedCode{DiagnosticCode::amount_invalid, "amount_invalid"},
    NamedCode{DiagnosticCode::cost_negative, "cost_negative"},
    NamedCode{DiagnosticCode::tag_value_invalid, "tag_value_invalid"},
    NamedCode{DiagnosticCode::tag_repeated, "tag_repeated"},
    NamedCode{DiagnosticCode::tag_misplaced, "tag_misplaced"},
    NamedCode{DiagnosticCode::range_reversed, "range_reversed"},
    NamedCode{DiagnosticCode::commodity_scale_changed, "commodity_scale_changed"},
    NamedCode{DiagnosticCode::text_not_spellable, "text_not_spellable"},
    // balances
    NamedCode{DiagnosticCode::transaction_empty, "transaction_empty"},
    NamedCode{DiagnosticCode::elided_twice, "elided_twice"},
    NamedCode{DiagnosticCode::elided_not_inferable, "elided_not_inferable"},
    NamedCode{DiagnosticCode::unbalanced, "unbalanced"},
    NamedCode{DiagnosticCode::unbalanced_within_tolerance, "unbalanced_within_tolerance"},
    NamedCode{DiagnosticCode::party_unbalanced, "party_unbalanced"},
    NamedCode{DiagnosticCode::claims_unbalanced, "claims_unbalanced"},
    // the gate into a book
    NamedCode{DiagnosticCode::not_declared, "not_declared"},
    NamedCode{DiagnosticCode::outside_life, "outside_life"},
    NamedCode{DiagnosticCode::period_locked, "period_locked"},
    NamedCode{DiagnosticCode::commodity_scale_settled, "commodity_scale_settled"},
    NamedCode{DiagnosticCode::party_cycle, "party_cycle"},
    NamedCode{DiagnosticCode::life_too_short, "life_too_short"},
    NamedCode{DiagnosticCode::id_taken, "id_taken"},
    NamedCode{DiagnosticCode::id_invalid, "id_invalid"},
    NamedCode{DiagnosticCode::batch_rows_missing, "batch_rows_missing"},
    NamedCode{DiagnosticCode::batch_bytes_known, "batch_bytes_known"},
    NamedCode{DiagnosticCode::reversal_unknown, "reversal_unknown"},
    NamedCode{DiagnosticCode::reversal_twice, "reversal_twice"},
    NamedCode{DiagnosticCode::reversal_of_reversal, "reversal_of_reversal"},
    NamedCode{DiagnosticCode::reversal_without_reason, "reversal_without_reason"},
    NamedCode{DiagnosticCode::reversal_mismatch, "reversal_mismatch"},
    NamedCode{DiagnosticCode::assertion_failed, "assertion_failed"},
    NamedCode{DiagnosticCode::assertion_broken, "assertion_broken"},
    // books as files
    NamedCode{DiagnosticCode::book_exists, "book_exists"},
    NamedCode{DiagnosticCode::not_a_book, "not_a_book"},
    NamedCode{DiagnosticCode::book_too_new, "book_too_new"},
    NamedCode{DiagnosticCode::book_too_old, "book_too_old"},
    NamedCode{DiagnosticCode::sql_refused, "sql_refused"},
    NamedCode{DiagnosticCode::sql_failed, "sql_failed"},
    NamedCode{DiagnosticCode::sql_out_of_time, "sql_out_of_time"},
    // canonical form
    NamedCode{DiagnosticCode::body_damaged, "body_damaged"},
    // kinds
    NamedCode{DiagnosticCode::kind_unknown, "kind_unknown"},
    NamedCode{DiagnosticCode::kinds_file_syntax, "kinds_file_syntax"},
    NamedCode{DiagnosticCode::kind_key_unknown, "kind_key_unknown"},
    NamedCode{DiagnosticCode::kind_invalid, "kind_invalid"},
    NamedCode{DiagnosticCode::kind_unbalanced, "kind_unbalanced"},
    NamedCode{DiagnosticCode::kind_redefined, "kind_redefined"},
    NamedCode{DiagnosticCode::kind_not_chargeable, "kind_not_chargeable"},
    NamedCode{DiagnosticCode::kind_legs_missing, "kind_legs_missing"},
    NamedCode{DiagnosticCode::kind_legs_unexplained, "kind_legs_unexplained"},
    // events
    NamedCode{DiagnosticCode::event_field_missing, "event_field_missing"},
    NamedCode{DiagnosticCode::event_field_unused, "event_field_unused"},
    NamedCode{DiagnosticCode::event_field_invalid, "event_field_invalid"},
    NamedCode{DiagnosticCode::event_amount_sign, "event_amount_sign"},
    NamedCode{DiagnosticCode::event_amounts_disagree, "event_amounts_disagree"},
    NamedCode{DiagnosticCode::event_range_invalid, "event_range_invalid"},
    NamedCode{DiagnosticCode::event_parties_equal, "event_parties_equal"},
    NamedCode{DiagnosticCode::events_header_invalid, "events_header_invalid"},
    NamedCode{DiagnosticCode::events_column_unknown, "events_column_unknown"},
    NamedCode{DiagnosticCode::events_column_twice, "events_column_twice"},
    NamedCode{DiagnosticCode::events_row_length, "events_row_length"},
    NamedCode{DiagnosticCode::events_quote_invalid, "events_quote_invalid"},
    NamedCode{DiagnosticCode::prices_missing, "prices_missing"},
    NamedCode{DiagnosticCode::prices_header_invalid, "prices_header_invalid"},
    NamedCode{DiagnosticCode::prices_row_invalid, "prices_row_invalid"},
    NamedCode{DiagnosticCode::price_not_positive, "price_not_positive"},
    NamedCode{DiagnosticCode::quantity_not_positive, "quantity_not_positive"},
    NamedCode{DiagnosticCode::index_option_invalid, "index_option_invalid"},
    NamedCode{DiagnosticCode::index_base_unknown, "index_base_unknown"},
    NamedCode{DiagnosticCode::index_nothing_in_common, "index_nothing_in_common"},
    NamedCode{DiagnosticCode::index_commodities_several, "index_commodities_several"},
    // the property register
    NamedCode{DiagnosticCode::register_header_invalid, "register_header_invalid"},
    NamedCode{DiagnosticCode::register_column_unknown, "register_column_unknown"},
    NamedCode{DiagnosticCode::register_column_twice, "register_column_twice"},
    NamedCode{DiagnosticCode::register_row_length, "register_row_length"},
    NamedCode{DiagnosticCode::register_field_invalid, "register_field_invalid"},
    NamedCode{DiagnosticCode::register_field_missing, "register_field_missing"},
    NamedCode{DiagnosticCode::register_dates_reversed, "register_dates_reversed"},
    NamedCode{DiagnosticCode::section_unknown, "section_unknown"},
    NamedCode{DiagnosticCode::household_unknown, "household_unknown"},
    NamedCode{DiagnosticCode::child_works, "child_works"},
    NamedCode{DiagnosticCode::lease_parties_equal, "lease_parties_equal"},
    NamedCode{DiagnosticCode::cell_unknown, "cell_unknown"},
    NamedCode{DiagnosticCode::title_not_held, "title_not_held"},
    NamedCode{DiagnosticCode::deposit_not_held, "deposit_not_held"},
    NamedCode{DiagnosticCode::lease_not_owner, "lease_not_owner"},
    NamedCode{DiagnosticCode::lease_overlap, "lease_overlap"},
    NamedCode{DiagnosticCode::cells_crowded, "cells_crowded"},
    NamedCode{DiagnosticCode::gone_with_property, "gone_with_property"},
    NamedCode{DiagnosticCode::register_empty, "register_empty"},
    NamedCode{DiagnosticCode::cell_not_found, "cell_not_found"},
    // distributions
    NamedCode{DiagnosticCode::data_column_unknown, "data_column_unknown"},
    NamedCode{DiagnosticCode::data_row_length, "data_row_length"},
    NamedCode{DiagnosticCode::weight_negative, "weight_negative"},
    NamedCode{DiagnosticCode::observations_empty, "observations_empty"},
    NamedCode{DiagnosticCode::observations_sum, "observations_sum"},
    NamedCode{DiagnosticCode::household_size_unknown, "household_size_unknown"},
    NamedCode{DiagnosticCode::commodities_mixed, "commodities_mixed"},
    NamedCode{DiagnosticCode::baseline_empty, "baseline_empty"},
    NamedCode{DiagnosticCode::parameter_unknown, "parameter_unknown"},
    NamedCode{DiagnosticCode::parameter_invalid, "parameter_invalid"},
    NamedCode{DiagnosticCode::baseline_not_replicated, "baseline_not_replicated"},
    NamedCode{DiagnosticCode::headline_unknown, "headline_unknown"},
    NamedCode{DiagnosticCode::optimum_unbounded, "optimum_unbounded"},
    // scenarios, sampling and runs
    NamedCode{DiagnosticCode::distribution_invalid, "distribution_invalid"},
    NamedCode{DiagnosticCode::correlation_invalid, "correlation_invalid"},
    NamedCode{DiagnosticCode::sampling_invalid, "sampling_invalid"},
    NamedCode{DiagnosticCode::sensitivity_undefined, "sensitivity_undefined"},
    NamedCode{DiagnosticCode::scenario_syntax, "scenario_syntax"},
    NamedCode{DiagnosticCode::scenario_key_unknown, "scenario_key_unknown"},
    NamedCode{DiagnosticCode::scenario_key_missing, "scenario_key_missing"},
    NamedCode{DiagnosticCode::scenario_value_invalid, "scenario_value_invalid"},
    NamedCode{DiagnosticCode::scenario_name_unknown, "scenario_name_unknown"},
    NamedCode{DiagnosticCode::scenario_name_twice, "scenario_name_twice"},
    NamedCode{DiagnosticCode::scenario_cycle, "scenario_cycle"},
    NamedCode{DiagnosticCode::scenario_dates_reversed, "scenario_dates_reversed"},
    NamedCode{DiagnosticCode::scenario_unsupported, "scenario_unsupported"},
    NamedCode{DiagnosticCode::shock_target_unknown, "shock_target_unknown"},
    NamedCode{DiagnosticCode::shock_operation_invalid, "shock_operation_invalid"},
    NamedCode{DiagnosticCode::shock_value_invalid, "shock_value_invalid"},
    NamedCode{DiagnosticCode::scenario_digest_differs, "scenario_digest_differs"},
    NamedCode{DiagnosticCode::run_log_other, "run_log_other"},
    NamedCode{DiagnosticCode::run_log_damaged, "run_log_damaged"},
    // markets of cells
    NamedCode{DiagnosticCode::values_header_invalid, "values_header_invalid"},
    NamedCode{DiagnosticCode::values_name_invalid, "values_name_invalid"},
    NamedCode{DiagnosticCode::values_name_unknown, "values_name_unknown"},
    // estimates
    NamedCode{DiagnosticCode::column_not_numbers, "column_not_numbers"},
    NamedCode{DiagnosticCode::data_column_twice, "data_column_twice"},
    NamedCode{DiagnosticCode::data_key_twice, "data_key_twice"},
    NamedCode{DiagnosticCode::formula_invalid, "formula_invalid"},
    NamedCode{DiagnosticCode::value_undefined, "value_undefined"},
    NamedCode{DiagnosticCode::rows_too_few, "rows_too_few"},
    NamedCode{DiagnosticCode::columns_collinear, "columns_collinear"},
    NamedCode{DiagnosticCode::not_identified, "not_identified"},
    NamedCode{DiagnosticCode::instruments_too_few, "instruments_too_few"},
    NamedCode{DiagnosticCode::clusters_too_few, "clusters_too_few"},
    NamedCode{DiagnosticCode::nothing_observed, "nothing_observed"},
    NamedCode{DiagnosticCode::series_missing, "series_missing"},
    NamedCode{DiagnosticCode::leverage_one, "leverage_one"},
    NamedCode{DiagnosticCode::not_converged, "not_converged"},
    NamedCode{DiagnosticCode::values_size_invalid, "values_size_invalid"},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < named_codes.size(); ++i) {
        if (static_cast<std::size_t>(named_codes[i].code) != i) {
            return false;
        }
    }
    return true;
}
static_assert(in_order(), "named_codes must list every code in the order of the enumeration");

constexpr auto codes_only = [] {
    std::array<DiagnosticCode, named_codes.size()> codes{};
    for (std::size_t i = 0; i < codes.size(); ++i) {
        codes[i] = named_codes[i].code;
    }
    return codes;
}();

}  // namespace

std::string_view to_string(DiagnosticCode code) {
    return named_codes[static_cast<std::size_t>(code)].name;
}

std::span<const DiagnosticCode> all_diagnostic_codes() {
    return codes_only;
}

}  // namespace cellbook
