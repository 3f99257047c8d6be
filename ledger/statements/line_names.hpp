/// Names of a statement's lines, numbered as they come.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/statements/period_sums.hpp"

namespace cellbook {

class LineNames {
public:
    /// The line of that name, a new one if there is none yet.
    LineId line(std::string_view name);
    [[nodiscard]] const std::string& operator[](LineId line) const { return *names_[line]; }
    [[nodiscard]] std::size_t size() const { return names_.size(); }
    /// Every line in the order of reports (`comes_before`).
    [[nodiscard]] std::vector<LineId> in_order() const;

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::unordered_map<std::string, LineId, TextHash, std::equal_to<>> lines_{};
    std::vector<const std::string*> names_{};  ///< keys of `lines_`, which stay where they are
};

}  // namespace cellbook
