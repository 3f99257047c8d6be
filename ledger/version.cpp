#include "ledger/version.hpp"

namespace cellbook {

std::string_view version() {
    return CELLBOOK_VERSION;
}

}  // namespace cellbook
