#include "ledger/kinds/event.hpp"

#include <algorithm>

namespace cellbook {

std::string_view Event::tag(std::string_view name) const {
    const auto found = std::find_if(tags.begin(), tags.end(),
                                    [&](const auto& known) { return known.first == name; });
    return found == tags.end() ? std::string_view{} : std::string_view{found->second};
}

bool Event::gives(std::string_view field) const {
    if (field == "payee") return !payee.empty();
    if (field == "payer") return !payer.empty();
    if (field == "commodity") return !commodity.empty();
    if (field == "amount") return amount.has_value();
    if (field == "amount2") return amount2.has_value();
    if (field == "commodity2") return !commodity2.empty();
    if (field == "rate") return rate.has_value();
    if (field == "product") return !product.empty();
    if (field == "quantity") return quantity.has_value();
    if (field == "cell") return !cell.empty();
    if (field == "standing") return standings.whole.has_value();
    if (field == "low") return low.has_value();
    if (field == "high") return high.has_value();
    if (field == "source") return !source.empty();
    if (field == "recorded") return recorded.has_value();
    if (field == "id") return !id.empty();
    if (field == "note") return !note.empty();
    return !tag(field).empty();
}

const std::vector<std::string>& event_fields() {
    static const std::vector<std::string> fields{
        "date",       "kind",   "payer",    "payee",    "amount", "commodity", "amount2",
        "commodity2", "rate",   "product",  "quantity", "cell",   "standing",  "low",
        "high",       "source", "recorded", "id",       "note"};
    return fields;
}

}  // namespace cellbook
