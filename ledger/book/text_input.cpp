#include "ledger/book/text_input.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "ledger/reading/events_reader.hpp"
#include "ledger/reading/journal_reader.hpp"
#include "ledger/reading/scale_survey.hpp"

namespace cellbook {

namespace {

class HashedStream final : public TextStream {
public:
    HashedStream(std::unique_ptr<TextStream> stream,
                 std::shared_ptr<std::vector<HashedFiles::File>> read, std::size_t number,
                 const std::function<void(std::size_t)>& on_bytes)
        : stream_(std::move(stream)),
          read_(std::move(read)),
          number_(number),
          on_bytes_(on_bytes) {}
    HashedStream(const HashedStream&) = delete;
    HashedStream& operator=(const HashedStream&) = delete;
    ~HashedStream() override {
        if (number_ < read_->size()) {
            (*read_)[number_].sha256 = sha_.finish();
        }
    }

    std::size_t read(char* into, std::size_t size) override {
        const std::size_t got = stream_->read(into, size);
        sha_.update({into, got});
        if (on_bytes_) {
            on_bytes_(got);
        }
        return got;
    }

private:
    std::unique_ptr<TextStream> stream_;
    std::shared_ptr<std::vector<HashedFiles::File>> read_;
    std::size_t number_;
    std::function<void(std::size_t)> on_bytes_;
    Sha256 sha_{};
};

/// Whether the text begins as an events file does; false for one that cannot be opened, which the
/// journal reader then reports.
bool is_events(TextFiles& files, const std::string& path) {
    auto stream = files.open(path);
    if (!stream) {
        return false;
    }
    std::array<char, 4096> start{};
    std::size_t size = 0;
    for (std::size_t got = 1; got > 0 && size < start.size(); size += got) {
        got = (*stream)->read(start.data() + size, start.size() - size);
    }
    return looks_like_events({start.data(), size});
}

}  // namespace

Result<std::unique_ptr<TextStream>> HashedFiles::open(const std::string& path) {
    auto stream = files_.open(path);
    if (!stream) {
        return stream;
    }
    read_->push_back({path, {}});
    return std::unique_ptr<TextStream>{
        std::make_unique<HashedStream>(std::move(*stream), read_, read_->size() - 1, on_bytes_)};
}

std::vector<std::string> HashedFiles::expand(const std::string& pattern,
                                             const std::string& including_file) {
    return files_.expand(pattern, including_file);
}

std::vector<HashedFiles::File> HashedFiles::take_read() {
    std::vector<File> files;
    files.swap(*read_);
    return files;
}

void read_texts(TextFiles& files, TextFiles& hashed, const std::vector<std::string>& paths,
                const KindTable& kinds, Chart& chart, EntrySink& sink,
                const std::function<bool(const std::string& path)>& next) {
    const SettleScales settle = [&] {
        ScaleSurvey survey;
        for (const std::string& path : paths) {
            if (is_events(files, path)) {
                survey_events(files, path, survey);
            } else {
                survey_journal(files, path, survey);
            }
        }
        survey.settle(chart);
    };
    for (const std::string& path : paths) {
        if (!next(path)) {
            return;
        }
        const bool to_the_end = is_events(files, path)
                                    ? read_events(hashed, path, kinds, chart, sink, settle)
                                    : read_journal(hashed, path, chart, sink, settle);
        if (!to_the_end) {
            return;
        }
    }
}

}  // namespace cellbook
