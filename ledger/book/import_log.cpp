#include "ledger/book/import_log.hpp"

#include "ledger/book/origins.hpp"
#include "ledger/chain/json_text.hpp"

namespace cellbook {

namespace {

ImportRow import_of(const Statement& row) {
    return {.import = row.integer(0),
            .batch = std::string{row.text(1)},
            .sha256 = std::string{row.text(2)},
            .imported_at = std::string{row.text(3)},
            .transactions = row.integer(4),
            .first_seq = row.integer(5),
            .last_seq = row.integer(6),
            .files = std::string{row.text(7)},
            .origins = std::string{row.blob(8)}};
}

}  // namespace

void ImportLog::add(const ImportRow& import) const {
    connection_.prepare("INSERT INTO imports VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .bind(1, std::string_view{import.batch})
        .bind(2, std::string_view{import.sha256})
        .bind(3, std::string_view{import.imported_at})
        .bind(4, import.transactions)
        .bind(5, import.first_seq)
        .bind(6, import.last_seq)
        .bind(7, std::string_view{import.files})
        .bind_blob(8, import.origins)
        .run();
}

std::vector<ImportRow> ImportLog::of_batch(const std::string& batch) const {
    Statement row = connection_.prepare("SELECT * FROM imports WHERE batch = ?1 ORDER BY import");
    row.bind(1, std::string_view{batch});
    std::vector<ImportRow> imports;
    while (row.step()) {
        imports.push_back(import_of(row));
    }
    return imports;
}

std::optional<std::string> ImportLog::other_batch_of(const std::string& sha256,
                                                     const std::string& batch) const {
    Statement row = connection_.prepare(
        "SELECT batch FROM imports WHERE sha256 = ?1 AND batch <> ?2"
        " AND transactions > 0 ORDER BY import LIMIT 1");
    row.bind(1, std::string_view{sha256}).bind(2, std::string_view{batch});
    return row.step() ? std::optional{std::string{row.text(0)}} : std::nullopt;
}

std::vector<ImportRow> ImportLog::around(std::int64_t seq) const {
    Statement row =
        connection_.prepare("SELECT * FROM imports WHERE first_seq <= ?1 AND last_seq >= ?1");
    row.bind(1, seq);
    std::vector<ImportRow> imports;
    while (row.step()) {
        imports.push_back(import_of(row));
    }
    return imports;
}

std::string to_json(const std::vector<ImportedFile>& files) {
    std::string list = "[";
    for (const ImportedFile& file : files) {
        list += list.size() == 1 ? "{\"name\":" : ",{\"name\":";
        json_text::append(list, std::string_view{file.name});
        list += ",\"sha256\":";
        json_text::append(list, std::string_view{file.sha256});
        list += '}';
    }
    return list + "]";
}

Provenance provenance_in(const Connection& connection, std::int64_t seq) {
    for (const ImportRow& import : ImportLog{connection}.around(seq)) {
        std::optional<Origin> found;
        unpack_origins(import.origins, [&](const Origin& origin) {
            if (origin.seq == seq) {
                found = origin;
            }
            return origin.seq < seq;
        });
        if (!found) {
            continue;
        }
        const std::string path = "$[" + std::to_string(found->file) + "].name";
        Statement name = connection.prepare("SELECT json_extract(?1, ?2) WHERE json_valid(?1)");
        name.bind(1, std::string_view{import.files}).bind(2, std::string_view{path});
        return {.file = name.step() ? std::string{name.text(0)} : std::string{},
                .line = found->line,
                .imported_at = import.imported_at};
    }
    return {};
}

}  // namespace cellbook
