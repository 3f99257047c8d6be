#include "ledger/reading/journal_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "ledger/reading/declaration_comment.hpp"
#include "ledger/reading/directive_text.hpp"
#include "ledger/reading/line_reader.hpp"
#include "ledger/reading/transaction_text.hpp"

namespace cellbook {

namespace {

/// Symbolic links can make a cycle of ever new paths, so depth is bounded too.
constexpr std::size_t most_files_deep = 64;

class JournalReader {
public:
    JournalReader(TextFiles& files, JournalContext& context)
        : files_(files),
          context_(context),
          transaction_(context),
          directive_(context),
          declaration_(context) {}

    /// Reads a file and what it includes. What cannot be opened is reported at the line that
    /// includes it.
    void read_file(const std::string& path);

private:
    /// What indented lines belong to.
    enum class Open { nothing, transaction, directive, refused, block };

    void read_lines(LineReader& lines);
    void read_line();
    void begin_entry();
    void continue_entry();
    void finish_entry();
    void begin_directive();
    void include(const std::string& pattern);
    void refuse_non_text(std::size_t place);

    TextFiles& files_;
    JournalContext& context_;
    TransactionText transaction_;
    DirectiveText directive_;
    DeclarationComment declaration_;
    Open open_ = Open::nothing;
    std::string block_end_{};
    std::vector<std::string> chain_{};  // files being read, the including ones first
};

std::string normal(const std::string& path) {
    return std::filesystem::path{path}.lexically_normal().string();
}

void JournalReader::read_file(const std::string& path) {
    auto stream = files_.open(path);
    if (!stream) {
        Diagnostic why = std::move(stream).error();
        why.position.column = chain_.empty() ? 0 : 1;
        context_.fail(std::move(why));
        return;
    }
    chain_.push_back(path);
    LineReader lines{std::move(*stream)};
    read_lines(lines);
    chain_.pop_back();
}

void JournalReader::read_lines(LineReader& lines) {
    context_.file = chain_.back();
    open_ = Open::nothing;
    std::string_view line;
    while (!context_.stopped() && lines.next(line)) {
        context_.line = line;
        context_.line_number = lines.number();
        const std::size_t place = lines.suspect() ? find_non_text(line) : std::string_view::npos;
        if (place != std::string_view::npos) {
            refuse_non_text(place);
        } else {
            read_line();
        }
        // An included file has set where the reader stands.
        context_.file = chain_.back();
    }
    finish_entry();
}

void JournalReader::refuse_non_text(std::size_t place) {
    const bool continues = !context_.line.empty() && is_blank(context_.line.front());
    if (!continues) finish_entry();
    open_ = Open::refused;
    // The bytes themselves are not shown: what shows a diagnostic may count on text.
    const std::string_view whole = context_.line;
    context_.line = whole.substr(0, place);
    const bool is_nul = whole[place] == '\0';
    context_.fail(DiagnosticCode::text_not_utf8, static_cast<std::uint32_t>(place + 1),
                  is_nul ? "the text holds a NUL byte" : "the text is not UTF-8 here",
                  "Save the file as plain text in UTF-8.");
}

void JournalReader::read_line() {
    const std::string_view line = context_.line;
    if (open_ == Open::block) {
        if (trimmed(line) == block_end_) open_ = Open::nothing;
        return;
    }
    if (!line.empty() && !is_blank(line.front())) {
        finish_entry();
        begin_entry();
    } else if (const std::string_view content = trimmed(line); !content.empty()) {
        continue_entry();
    } else {
        finish_entry();
    }
}

void JournalReader::begin_entry() {
    const char first = context_.line.front();
    if (is_digit(first)) {
        open_ = transaction_.begin() ? Open::transaction : Open::refused;
        return;
    }
    switch (first) {
        case ';':
            declaration_.read();
            break;
        case '#':
        case '%':
        case '*':
        case '|':
            break;  // comments too
        default:
            begin_directive();
    }
}

void JournalReader::begin_directive() {
    switch (directive_.begin()) {
        case DirectiveText::Next::lines:
            open_ = Open::directive;
            break;
        case DirectiveText::Next::block:
            open_ = Open::block;
            block_end_ = directive_.block_end();
            break;
        case DirectiveText::Next::inclusion:
            include(directive_.pattern());
            break;
        case DirectiveText::Next::nothing:
            directive_.finish();
            break;
        case DirectiveText::Next::refused:
            open_ = Open::refused;
            break;
    }
}

void JournalReader::continue_entry() {
    switch (open_) {
        case Open::transaction:
            if (!transaction_.add_line()) open_ = Open::refused;
            break;
        case Open::directive:
            if (!directive_.add_line()) open_ = Open::refused;
            break;
        case Open::nothing:
            if (trimmed(context_.line).front() == ';') break;
            context_.fail(
                DiagnosticCode::line_unexpected, 1, "an indented line belongs to no transaction",
                "Begin the transaction with its date at the begin of a line, and leave no "
                "empty line inside it.");
            open_ = Open::refused;
            break;
        case Open::refused:
        case Open::block:
            break;
    }
}

void JournalReader::finish_entry() {
    const Open finished = open_;
    open_ = Open::nothing;
    if (finished == Open::transaction) transaction_.finish();
    if (finished == Open::directive) directive_.finish();
}

void JournalReader::include(const std::string& pattern) {
    const std::vector<std::string> paths = files_.expand(pattern, chain_.back());
    if (paths.empty()) {
        context_.fail(DiagnosticCode::include_empty, 1, "no file matches `" + pattern + "`",
                      "Check the pattern: it begins at the folder of this file.");
        return;
    }
    const std::string_view line = context_.line;
    const std::uint32_t number = context_.line_number;
    for (const std::string& path : paths) {
        context_.line = line;
        context_.line_number = number;
        context_.file = chain_.back();
        const bool cycle = std::any_of(chain_.begin(), chain_.end(), [&](const std::string& open) {
            return normal(open) == normal(path);
        });
        if (cycle || chain_.size() == most_files_deep) {
            std::string names;
            for (const std::string& name : chain_) names += name + " includes ";
            context_.fail(DiagnosticCode::include_cycle, 1,
                          "files include each other in a circle: " + names + path,
                          "Remove one of these includes.");
            continue;
        }
        const JournalScope scope = context_.scope;
        read_file(path);
        context_.scope = scope;
    }
    open_ = Open::nothing;
}

class SilentSink final : public EntrySink {
public:
    bool accept(ReadEntry&) override { return true; }
    bool report(Diagnostic) override { return true; }
};

}  // namespace

bool read_journal(TextFiles& files, const std::string& path, Chart& chart, EntrySink& sink,
                  const SettleScales& settle) {
    const SettleScales survey_this = [&] {
        ScaleSurvey survey;
        survey_journal(files, path, survey);
        survey.settle(chart);
    };
    JournalContext context{chart, sink, settle ? settle : survey_this, nullptr};
    context.file = path;
    JournalReader{files, context}.read_file(path);
    return !context.stopped();
}

void survey_journal(TextFiles& files, const std::string& path, ScaleSurvey& survey) {
    Chart scratch;  // a survey names nothing in the chart of the import
    SilentSink sink;
    JournalContext context{scratch, sink, {}, &survey};
    JournalReader{files, context}.read_file(path);
}

}  // namespace cellbook
