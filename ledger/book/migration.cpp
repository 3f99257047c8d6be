#include "ledger/book/migration.hpp"

#include <algorithm>

#include "schemas/schemas.hpp"

namespace cellbook {

const std::vector<std::string_view>& book_migrations() {
    static const std::vector<std::string_view> migrations{
        schemas::book_001_journal_sql(),
        schemas::book_002_derived_sql(),
        schemas::book_003_accounts_sql(),
    };
    return migrations;
}

std::string with_decimal_text(std::string_view sql) {
    constexpr std::string_view call = "decimal_text(";
    std::string spelled;
    for (;;) {
        const std::size_t begin = sql.find(call);
        // In a comment it stands for itself.
        const std::size_t comment = sql.find("--");
        if (comment < begin) {
            const std::size_t end = std::min(sql.find('\n', comment), sql.size());
            spelled += sql.substr(0, end);
            sql.remove_prefix(end);
            continue;
        }
        spelled += sql.substr(0, begin);
        if (begin == std::string_view::npos) return spelled;
        sql.remove_prefix(begin + call.size());
        std::size_t end = 0;
        for (int depth = 1; depth > 0; ++end) {
            depth += sql[end] == '(' ? 1 : sql[end] == ')' ? -1 : 0;
        }
        const std::string_view inside = sql.substr(0, end - 1);
        sql.remove_prefix(end);
        const std::size_t comma = inside.rfind(',');
        const std::string minor = "(" + std::string{inside.substr(0, comma)} + ")";
        const std::string of{inside.substr(inside.find_first_not_of(' ', comma + 1))};
        // The integer part of -0.05 is 0, so its sign is written apart.
        spelled += "iif(" + minor + " IS NULL, NULL, iif(" + of + ".scale = 0, CAST(" + minor +
                   " AS TEXT), printf('%s%d.%0*d', iif(" + minor + " < 0 AND " + minor + " / " +
                   of + ".unit = 0, '-', ''), " + minor + " / " + of + ".unit, " + of +
                   ".scale, abs(" + minor + " % " + of + ".unit))))";
    }
}

namespace {

void drop_views(const Connection& connection) {
    std::string drops;
    Statement view = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'view'");
    while (view.step()) drops += "DROP VIEW \"" + std::string{view.text(0)} + "\";";
    view.reset();
    connection.execute(drops);
}

}  // namespace

bool migrate(const Connection& connection) {
    const auto& migrations = book_migrations();
    const auto known = static_cast<std::size_t>(connection.integer("PRAGMA user_version"));
    for (std::size_t version = known; version < migrations.size(); ++version) {
        connection.execute(std::string{migrations[version]});
        connection.execute("PRAGMA user_version = " + std::to_string(version + 1));
    }
    if (known < migrations.size()) {
        drop_views(connection);
        connection.execute(with_decimal_text(schemas::book_views_sql()));
        connection.execute("PRAGMA application_id = " + std::to_string(book_application_id));
    }
    return known > 0 && known < migrations.size();
}

}  // namespace cellbook
