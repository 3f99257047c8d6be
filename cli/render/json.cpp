#include "cli/render/json.hpp"

#include <nlohmann/json.hpp>
#include <ostream>

namespace cellbook::cli {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Value& value) {
    if (std::holds_alternative<std::monostate>(value)) return nullptr;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    return plain_text(value);
}

/// Text that is no UTF-8 cannot stand in JSON: what is broken in it becomes U+FFFD.
std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

void render_json(const Table& table, const std::string& digest, std::ostream& out) {
    out << "{\n\"schema\": " << dumped("cellbook-" + table.name + "/1");
    if (!digest.empty()) out << ",\n\"digest\": " << dumped(digest);
    out << ",\n\"rows\": [";
    const char* separator = "\n";
    for_each_fact(table, [&](const Row& row) {
        Json object = Json::object();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            object[table.columns[i].name] = to_json(row.cells[i]);
        }
        out << separator << dumped(object);
        separator = ",\n";
    });
    out << "\n],\n\"notes\": " << dumped(table.notes) << "\n}\n";
}

}  // namespace cellbook::cli
