#include "ledger/reading/source_text.hpp"

#include <fcntl.h>
#include <fnmatch.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace cellbook {

namespace {

constexpr std::string_view glob_marks = "*?[";

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ > STDERR_FILENO) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

class DiskStream final : public TextStream {
public:
    DiskStream(std::string path, int descriptor)
        : path_(std::move(path)), descriptor_(descriptor) {}

    std::size_t read(char* into, std::size_t size) override {
        for (;;) {
            const ssize_t got = ::read(descriptor_.number(), into, size);
            if (got >= 0) return static_cast<std::size_t>(got);
            if (errno != EINTR) {
                throw StorageError("cannot read " + path_ + ": " + std::strerror(errno));
            }
        }
    }

private:
    std::string path_;
    Descriptor descriptor_;
};

class MemoryStream final : public TextStream {
public:
    explicit MemoryStream(std::shared_ptr<const std::string> text) : text_(std::move(text)) {}

    std::size_t read(char* into, std::size_t size) override {
        const std::size_t count = std::min(size, text_->size() - at_);
        std::memcpy(into, text_->data() + at_, count);
        at_ += count;
        return count;
    }

private:
    std::shared_ptr<const std::string> text_;
    std::size_t at_ = 0;
};

std::string read_all(TextStream& stream) {
    constexpr std::size_t step = std::size_t{1} << 16;
    std::string text;
    for (std::size_t got = step; got != 0;) {
        const std::size_t before = text.size();
        text.resize(before + step);
        got = stream.read(text.data() + before, step);
        text.resize(before + got);
    }
    return text;
}

Diagnostic unreadable(const std::string& path, std::string_view why) {
    return {.code = DiagnosticCode::file_unreadable,
            .explanation = "cannot read `" + path + "`: " + std::string{why},
            .remedy = "Check the path and its permissions.",
            .position = {.file = path}};
}

std::string folder_of(const std::string& file) {
    const std::size_t slash = file.rfind('/');
    return slash == std::string::npos ? "" : file.substr(0, slash + 1);
}

bool is_pattern(std::string_view name) {
    return name.find_first_of(glob_marks) != std::string_view::npos;
}

/// The pattern below the folder of the including file, unless it begins at the root.
std::string beside(const std::string& pattern, const std::string& folder) {
    return pattern.starts_with('/') ? pattern : folder + pattern;
}

std::string with_escaped_marks(const std::string& folder) {
    std::string escaped;
    for (const char c : folder) {
        if (c == '\\' || glob_marks.find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string normal(const std::string& path) {
    return std::filesystem::path{path}.lexically_normal().string();
}

void sort_without(std::vector<std::string>& paths, const std::string& including_file) {
    std::erase_if(paths, [own = normal(including_file)](const std::string& path) {
        return normal(path) == own;
    });
    std::sort(paths.begin(), paths.end());
}

}  // namespace

Result<std::unique_ptr<TextStream>> DiskFiles::open(const std::string& path) {
    if (path == "-") {
        if (!standard_input_) {
            DiskStream input{"standard input", STDIN_FILENO};
            standard_input_ = std::make_shared<const std::string>(read_all(input));
        }
        return std::unique_ptr<TextStream>{std::make_unique<MemoryStream>(standard_input_)};
    }
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return unreadable(path, std::strerror(errno));
    auto stream = std::make_unique<DiskStream>(path, descriptor);
    struct stat status {};
    if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        return unreadable(path, "it is a folder");
    }
    // Only a hint that lets the kernel read ahead further; a refusal changes nothing.
    static_cast<void>(::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL));
    return std::unique_ptr<TextStream>{std::move(stream)};
}

std::vector<std::string> DiskFiles::expand(const std::string& pattern,
                                           const std::string& including_file) {
    const std::string folder = including_file == "-" ? "" : folder_of(including_file);
    if (!is_pattern(pattern)) return {beside(pattern, folder)};
    ::glob_t found{};
    std::vector<std::string> paths;
    if (::glob(beside(pattern, with_escaped_marks(folder)).c_str(), GLOB_NOSORT, nullptr, &found) ==
        0) {
        paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    }
    ::globfree(&found);
    sort_without(paths, including_file);
    return paths;
}

Result<std::unique_ptr<TextStream>> MemoryFiles::open(const std::string& path) {
    for (const auto& [name, text] : files_) {
        if (name == path) {
            return std::unique_ptr<TextStream>{
                std::make_unique<MemoryStream>(std::make_shared<const std::string>(text))};
        }
    }
    return unreadable(path, "there is no text of that name");
}

std::vector<std::string> MemoryFiles::expand(const std::string& pattern,
                                             const std::string& including_file) {
    const std::string whole = beside(pattern, with_escaped_marks(folder_of(including_file)));
    if (!is_pattern(pattern)) return {beside(pattern, folder_of(including_file))};
    std::vector<std::string> paths;
    for (const auto& [name, text] : files_) {
        if (::fnmatch(whole.c_str(), name.c_str(), FNM_PATHNAME | FNM_PERIOD) == 0) {
            paths.push_back(name);
        }
    }
    sort_without(paths, including_file);
    return paths;
}

}  // namespace cellbook
