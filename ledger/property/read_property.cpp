#include "ledger/property/read_property.hpp"

namespace cellbook {

PropertyRegister read_property(const EntrySource& source) {
    PropertyRegister property{source.chart()};
    source.for_each_declaration([&](std::int64_t seq, const Declaration& declaration) {
        const auto* const row = std::get_if<RegisterDeclaration>(&declaration);
        if (row != nullptr) property.add(*row, seq);
        return true;
    });
    auto accounts = property_accounts(source.chart());
    if (!accounts.empty() && !property.cells().empty()) {
        const Scan scan{.accounts = std::move(accounts), .any_order = true};
        source.for_each_transaction(scan, [&](const Transaction& transaction) {
            property.add(*transaction, transaction.seq());
            return true;
        });
    }
    static_cast<void>(property.settle());
    return property;
}

}  // namespace cellbook
