/// A frame as a table, so that what an estimate saw can be seen and given to another program.
#pragma once

#include <string>

#include "ledger/statements/table.hpp"
#include "market/series/data_frame.hpp"

namespace cellbook {

/// *Shape*: the frame's columns, and `standing` where the frame knows it.
Table frame_table(const DataFrame& frame, const std::string& name, const std::string& title);

}  // namespace cellbook
