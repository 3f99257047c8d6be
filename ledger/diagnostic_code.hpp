/// Every code a diagnostic can carry. One line a code; tests/errors holds a case for each.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace cellbook {

enum class DiagnosticCode : std::uint8_t {
    // text and numbers
    date_invalid,
    number_invalid,
    number_ambiguous,
    number_too_large,
    amount_overflow,
    amount_too_precise,
    // periods and queries
    period_invalid,
    query_invalid,
    // names
    account_without_class,
    account_name_invalid,
    // files and journal text
    file_unreadable,
    text_not_utf8,
    include_cycle,
    include_empty,
    line_unexpected,
    syntax_unsupported,
    directive_unknown,
    directive_invalid,
    declaration_invalid,
    posting_invalid,
    amount_invalid,
    cost_negative,
    tag_value_invalid,
    tag_repeated,
    tag_misplaced,
    range_reversed,
    commodity_scale_changed,
    text_not_spellable,
    // balances
    transaction_empty,
    elided_twice,
    elided_not_inferable,
    unbalanced,
    unbalanced_within_tolerance,
    party_unbalanced,
    claims_unbalanced,
    // the gate into a book
    not_declared,
    outside_life,
    period_locked,
    commodity_scale_settled,
    party_cycle,
    life_too_short,
    id_taken,
    id_invalid,
    batch_rows_missing,
    batch_bytes_known,
    reversal_unknown,
    reversal_twice,
    reversal_of_reversal,
    reversal_without_reason,
    reversal_mismatch,
    assertion_failed,
    assertion_broken,
    // books as files
    book_exists,
    not_a_book,
    book_too_new,
    book_too_old,
    sql_refused,
    sql_failed,
    sql_out_of_time,
    // canonical form
    body_damaged,
    // kinds
    kind_unknown,
    kinds_file_syntax,
    kind_key_unknown,
    kind_invalid,
    kind_unbalanced,
    kind_redefined,
    kind_not_chargeable,
    kind_legs_missing,
    kind_legs_unexplained,
    // events
    event_field_missing,
    event_field_unused,
    event_field_invalid,
    event_amount_sign,
    event_amounts_disagree,
    event_range_invalid,
    event_parties_equal,
    events_header_invalid,
    events_column_unknown,
    events_column_twice,
    events_row_length,
    events_quote_invalid,
    // prices and their indexes
    prices_missing,
    prices_header_invalid,
    prices_row_invalid,
    price_not_positive,
    quantity_not_positive,
    index_option_invalid,
    index_base_unknown,
    index_nothing_in_common,
    index_commodities_several,
    // the property register
    register_header_invalid,
    register_column_unknown,
    register_column_twice,
    register_row_length,
    register_field_invalid,
    register_field_missing,
    register_dates_reversed,
    section_unknown,
    household_unknown,
    child_works,
    lease_parties_equal,
    cell_unknown,
    title_not_held,
    deposit_not_held,
    lease_not_owner,
    lease_overlap,
    cells_crowded,
    gone_with_property,
    register_empty,
    cell_not_found,
    // distributions
    data_column_unknown,
    data_row_length,
    weight_negative,
    observations_empty,
    observations_sum,
    household_size_unknown,
    commodities_mixed,
    // markets of cells
    values_header_invalid,
    values_name_invalid,
    values_name_unknown,
    values_size_invalid,
};

/// `party_unbalanced` and so on.
std::string_view to_string(DiagnosticCode code);
std::span<const DiagnosticCode> all_diagnostic_codes();

}  // namespace cellbook
