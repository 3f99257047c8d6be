#include "ledger/writing/export_selection.hpp"

namespace cellbook {

bool for_each_exported(const EntrySource& source, const ExportOptions& options, bool any_order,
                       const std::function<void(const Transaction&)>& visit) {
    const Chart& chart = source.chart();
    const std::int64_t total = source.transaction_count();
    std::int64_t done = 0;
    bool stopped = false;
    Scan scan{.any_order = any_order};
    if (options.query) {
        scan.dates = options.query->dates();
        scan.accounts = options.query->accounts(chart);
    }
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        if (!options.query || options.query->matches(transaction, chart)) visit(transaction);
        // Asking the clock each time would take longer than writing.
        constexpr std::int64_t between_reports = 1024;
        stopped = ++done % between_reports == 0 && options.progress &&
                  !options.progress(done, options.query ? 0 : total);
        return !stopped;
    });
    return !stopped;
}

void add_note(std::vector<std::string>& notes, std::int64_t count, std::string_view one,
              std::string_view many, std::string_view rest) {
    if (count == 0) return;
    std::string note = std::to_string(count) + ' ';
    note += count == 1 ? one : many;
    note += ' ';
    note += rest;
    notes.push_back(std::move(note));
}

}  // namespace cellbook
