/// What a read-only statement gave.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace cellbook {

/// Cells as text; absent for NULL. *Shape*: every row has one cell for each column.
struct SqlResult {
    std::vector<std::string> columns{};
    std::vector<std::vector<std::optional<std::string>>> rows{};
};

}  // namespace cellbook
