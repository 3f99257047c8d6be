#include "ledger/book/text_input.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "ledger/reading/events_reader.hpp"
#include "ledger/reading/journal_reader.hpp"
#include "ledger/reading/registers_reader.hpp"
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

enum class TextSort : std::uint8_t { journal, events, registers };

/// What the text is, as it begins. One that cannot be opened counts as journal, whose reader then
/// reports it.
TextSort sort_of(TextFiles& files, const std::string& path) {
    auto stream = files.open(path);
    if (!stream) {
        return TextSort::journal;
    }
    std::array<char, 4096> start{};
    std::size_t size = 0;
    for (std::size_t got = 1; got > 0 && size < start.size(); size += got) {
        got = (*stream)->read(start.data() + size, start.size() - size);
    }
    const std::string_view beginning{start.data(), size};
    if (looks_like_events(beginning)) {
        return TextSort::events;
    }
    return looks_like_registers(beginning) ? TextSort::registers : TextSort::journal;
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
            const TextSort sort = sort_of(files, path);
            if (sort == TextSort::events) {
                survey_events(files, path, survey);
            } else if (sort == TextSort::journal) {
                survey_journal(files, path, survey);
            }
        }
        survey.settle(chart);
    };
    for (const std::string& path : paths) {
        if (!next(path)) {
            return;
        }
        const TextSort sort = sort_of(files, path);
        const bool to_the_end =
            sort == TextSort::events      ? read_events(hashed, path, kinds, chart, sink, settle)
            : sort == TextSort::registers ? read_registers(hashed, path, chart, sink)
                                          : read_journal(hashed, path, chart, sink, settle);
        if (!to_the_end) {
            return;
        }
    }
}

}  // namespace cellbook
