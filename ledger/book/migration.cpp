#include "ledger/book/migration.hpp"

#include "schemas/schemas.hpp"

namespace cellbook {

const std::vector<std::string_view>& book_migrations() {
    static const std::vector<std::string_view> migrations{
        schemas::book_001_journal_sql(),
        schemas::book_002_derived_sql(),
    };
    return migrations;
}

bool migrate(const Connection& connection) {
    const auto& migrations = book_migrations();
    const auto known = static_cast<std::size_t>(connection.integer("PRAGMA user_version"));
    for (std::size_t version = known; version < migrations.size(); ++version) {
        connection.execute(std::string{migrations[version]});
        connection.execute("PRAGMA user_version = " + std::to_string(version + 1));
    }
    if (known < migrations.size()) {
        connection.execute(std::string{schemas::book_views_sql()});
        connection.execute("PRAGMA application_id = " + std::to_string(book_application_id));
    }
    return known > 0 && known < migrations.size();
}

}  // namespace cellbook
