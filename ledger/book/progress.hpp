/// How long work tells how far it is, and is asked to stop.
#pragma once

#include <cstdint>
#include <functional>

namespace cellbook {

/// Called with what is done so far, of how much in all (0: not known); false asks the work to stop
/// with nothing changed.
using Progress = std::function<bool(std::int64_t done, std::int64_t total)>;

}  // namespace cellbook
