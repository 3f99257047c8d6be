#include "cli/scratch_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "ledger/diagnostic.hpp"

namespace cellbook::cli {

ScratchFolder::ScratchFolder() {
    std::error_code failed;
    const auto parent = std::filesystem::temp_directory_path(failed);
    std::string pattern = (parent / "cellbook-XXXXXX").string();
    if (failed || ::mkdtemp(pattern.data()) == nullptr) {
        throw StorageError{"cannot make a temporary folder in " + parent.string() + ": " +
                           (failed ? failed.message() : std::strerror(errno))};
    }
    path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace cellbook::cli
