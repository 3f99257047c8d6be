#include "ledger/reading/csv_header.hpp"

#include <algorithm>

#include "ledger/reading/text_cursor.hpp"

namespace cellbook {

namespace {

std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> names;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find_first_of(",;", at), line.size());
        std::string_view name = trimmed(line.substr(at, end - at));
        if (name.size() > 1 && name.front() == '"' && name.back() == '"') {
            name = name.substr(1, name.size() - 2);
        }
        names.push_back(name);
        at = end + 1;
    }
    return names;
}

}  // namespace

std::vector<std::string_view> header_columns(std::string_view beginning) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (beginning.starts_with(byte_order_mark)) beginning.remove_prefix(byte_order_mark.size());
    while (!beginning.empty()) {
        const std::size_t end = std::min(beginning.find('\n'), beginning.size());
        std::string_view line = beginning.substr(0, end);
        beginning.remove_prefix(std::min(end + 1, beginning.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        line = trimmed(line);
        if (!line.empty() && line.front() != '#') return columns_of(line);
    }
    return {};
}

}  // namespace cellbook
