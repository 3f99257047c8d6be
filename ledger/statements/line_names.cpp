#include "ledger/statements/line_names.hpp"

#include <algorithm>
#include <numeric>

#include "ledger/statements/account_sums.hpp"

namespace cellbook {

LineId LineNames::line(std::string_view name) {
    const auto known = lines_.find(name);
    if (known != lines_.end()) return known->second;
    const auto line = static_cast<LineId>(names_.size());
    const auto added = lines_.emplace(name, line).first;
    names_.push_back(&added->first);
    return line;
}

std::vector<LineId> LineNames::in_order() const {
    std::vector<LineId> lines(names_.size());
    std::iota(lines.begin(), lines.end(), LineId{0});
    std::ranges::sort(lines,
                      [&](LineId a, LineId b) { return comes_before(*names_[a], *names_[b]); });
    return lines;
}

}  // namespace cellbook
