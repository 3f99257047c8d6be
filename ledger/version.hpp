/// The version of the library that is running.
#pragma once

#include <string_view>

namespace cellbook {

/// Shape: `MAJOR.MINOR.PATCH`, the project's version in CMakeLists.txt.
std::string_view version();

}  // namespace cellbook
