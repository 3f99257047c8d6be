/// A folder for files that nobody is to see, gone when this is.
#pragma once

#include <filesystem>

namespace cellbook::cli {

class ScratchFolder {
public:
    /// Throws StorageError.
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace cellbook::cli
