#include "ledger/reading/registers_reader.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include "ledger/reading/comment_tags.hpp"
#include "ledger/reading/csv_header.hpp"
#include "ledger/reading/csv_records.hpp"
#include "ledger/reading/journal_context.hpp"
#include "ledger/reading/register_values.hpp"

namespace cellbook {

namespace {

constexpr std::string_view tag_prefix = "tag:";

/// Cells and titles both begin with the cell: a title has an owner.
const RegisterForm* form_of(const std::vector<std::string_view>& columns) {
    if (columns.empty()) return nullptr;
    const auto has = [&](std::string_view name) { return std::ranges::count(columns, name) > 0; };
    if (columns.front() == "cell") {
        return &register_form(has("owner") || has("since") ? Register::title : Register::cell);
    }
    const auto forms = register_forms();
    const auto found = std::ranges::find_if(forms, [&](const RegisterForm& form) {
        return form.fields.front().name == columns.front();
    });
    return found == forms.end() ? nullptr : &*found;
}

class RegistersReader {
public:
    RegistersReader(const std::string& path, Chart& chart, EntrySink& sink)
        : path_(path), chart_(chart), sink_(sink) {}

    bool read(std::unique_ptr<TextStream> stream);

private:
    bool read_header(const CsvRecords& records);
    void check_column(const CsvRecords& records, std::size_t at);
    void read_row(const CsvRecords& records);
    void report(Diagnostic diagnostic, const CsvRecords& records, const CsvField& field);

    const std::string& path_;
    Chart& chart_;
    EntrySink& sink_;
    const RegisterForm* form_ = nullptr;
    std::vector<std::string> columns_{};  ///< names; empty: refused, and passed over
    ReadEntry entry_{};
    bool stopped_ = false;
};

bool RegistersReader::read(std::unique_ptr<TextStream> stream) {
    CsvRecords records{std::move(stream)};
    while (!stopped_) {
        const auto next = records.next();
        if (next == CsvRecords::Next::end) break;
        if (next == CsvRecords::Next::refused) {
            const Position where = records.why().position;
            report(records.why(), records, {{}, where.line, where.column});
            if (form_ == nullptr) break;
        } else if (form_ != nullptr) {
            read_row(records);
        } else if (!read_header(records)) {
            break;
        }
    }
    return !stopped_;
}

bool RegistersReader::read_header(const CsvRecords& records) {
    std::vector<std::string_view> names;
    for (const CsvField& field : records.fields()) names.push_back(field.text);
    form_ = form_of(names);
    if (form_ == nullptr) {
        report({.code = DiagnosticCode::register_header_invalid,
                .explanation = "no table of the register begins with a column `" +
                               std::string{names.front()} + "`",
                .remedy = "Begin the header with section, cell, business, household, member, lease "
                          "or tariff, and put commas between columns."},
               records, records.fields().front());
        return false;
    }
    for (std::size_t i = 0; i < names.size() && !stopped_; ++i) check_column(records, i);
    bool complete = true;
    for (const RegisterField& field : form_->fields) {
        if (!field.required || std::ranges::count(names, field.name) > 0 || stopped_) continue;
        complete = false;
        report({.code = DiagnosticCode::register_header_invalid,
                .explanation = "the header has no column `" + std::string{field.name} + "`",
                .remedy = "Add it: every row of " + std::string{form_->plural} + " needs it."},
               records, records.fields().front());
    }
    return complete;
}

void RegistersReader::check_column(const CsvRecords& records, std::size_t at) {
    const CsvField& field = records.fields()[at];
    std::string name{field.text};
    const auto& all = records.fields();
    const bool twice = std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(at),
                                   [&](const CsvField& f) { return f.text == name; });
    const bool tag = name.starts_with(tag_prefix) && is_tag_name(name.substr(tag_prefix.size()));
    columns_.emplace_back();
    if (twice) {
        return report({.code = DiagnosticCode::register_column_twice,
                       .explanation = "there are two columns `" + name + "`",
                       .remedy = "Remove one of them."},
                      records, field);
    }
    if (!tag && !is_row_field(*form_, name)) {
        std::vector<std::string> known{"standing", "source", "note"};
        for (const RegisterField& each : form_->fields) known.emplace_back(each.name);
        return report({.code = DiagnosticCode::register_column_unknown,
                       .explanation = name.empty() ? "a column has no name"
                                                   : std::string{form_->plural} +
                                                         " have no column `" + name + "`",
                       .remedy = did_you_mean(name, known,
                                              "Columns of your own are named `tag:NAME` and become "
                                              "tags.")},
                      records, field);
    }
    columns_.back() = std::move(name);
}

void RegistersReader::read_row(const CsvRecords& records) {
    const auto& fields = records.fields();
    if (std::ranges::all_of(fields, [](const CsvField& f) { return f.text.empty(); })) return;
    if (fields.size() != columns_.size()) {
        const CsvField& last =
            fields.size() > columns_.size() ? fields[columns_.size()] : fields.back();
        return report(
            {.code = DiagnosticCode::register_row_length,
             .explanation = "the row has " + std::to_string(fields.size()) +
                            " fields where the header has " + std::to_string(columns_.size()),
             .remedy = "Give every column its field, empty where there is nothing; put "
                       "fields that hold a comma in quotes."},
            records, last);
    }
    RegisterDeclaration row = empty_row(*form_);
    bool sound = true;
    for (std::size_t i = 0; i < fields.size() && !stopped_; ++i) {
        const std::string& name = columns_[i];
        if (name.empty() || fields[i].text.empty()) continue;
        if (name.starts_with(tag_prefix)) {
            row.tags.push_back(
                {chart_.word(name.substr(tag_prefix.size())), std::string{fields[i].text}});
        } else if (auto why = read_row_field(*form_, name, fields[i].text, chart_, row)) {
            report(*std::move(why), records, fields[i]);
            sound = false;
        }
    }
    const auto missing = missing_field(row);
    if (sound && missing && !stopped_) {
        const auto at = std::ranges::find(columns_, *missing) - columns_.begin();
        report({.code = DiagnosticCode::register_field_missing,
                .explanation =
                    "the " + std::string{form_->name} + " has no `" + std::string{*missing} + "`",
                .remedy = "Fill it in, or remove the row."},
               records, fields[static_cast<std::size_t>(at)]);
    }
    if (!sound || missing || stopped_) return;
    entry_.content = Declaration{std::move(row)};
    entry_.position = {.file = path_, .line = records.line(), .column = 1};
    entry_.excerpt = records.excerpt(records.line());
    stopped_ = !sink_.accept(entry_);
}

void RegistersReader::report(Diagnostic diagnostic, const CsvRecords& records,
                             const CsvField& field) {
    diagnostic.position = {.file = path_, .line = field.line, .column = field.column};
    diagnostic.excerpt = records.excerpt(field.line);
    stopped_ = !sink_.report(std::move(diagnostic));
}

}  // namespace

bool read_registers(TextFiles& files, const std::string& path, Chart& chart, EntrySink& sink) {
    auto stream = files.open(path);
    if (!stream) return sink.report(std::move(stream).error());
    return RegistersReader{path, chart, sink}.read(std::move(*stream));
}

bool looks_like_registers(std::string_view beginning) {
    const auto columns = header_columns(beginning);
    return columns.size() > 1 && form_of(columns) != nullptr;
}

}  // namespace cellbook
