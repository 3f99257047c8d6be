#include "ledger/reading/events_header.hpp"

#include <algorithm>
#include <array>

#include "ledger/kinds/event.hpp"
#include "ledger/reading/comment_tags.hpp"
#include "ledger/reading/journal_context.hpp"
#include "ledger/reading/transaction_tags.hpp"

namespace cellbook {

namespace {

constexpr std::string_view tag_prefix = "tag:";

struct TagField {
    std::string_view tag;
    EventField field;
};
constexpr std::array tag_fields{
    TagField{"unit_price", EventField::unit_price},
    TagField{"standing-price", EventField::standing_price},
    TagField{"standing-quantity", EventField::standing_quantity},
    TagField{"standing-party", EventField::standing_party},
    TagField{"standing-date", EventField::standing_date},
    TagField{"nonobserved", EventField::nonobserved},
};

bool is_event_field(std::string_view name) {
    const auto& fields = event_fields();
    return std::find(fields.begin(), fields.end(), name) != fields.end();
}

/// Every name that a column may have: the fields, and the tags that kinds know.
std::vector<std::string> column_names(const KindTable& kinds) {
    std::vector<std::string> names = event_fields();
    const auto add = [&](std::string_view tag) {
        std::string name{tag_prefix};
        name += tag;
        if (!is_event_field(tag) && std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(std::move(name));
        }
    };
    for (const auto& known : tag_fields) add(known.tag);
    for (const auto& kind : kinds.all()) {
        for (const auto& parameter : kind.parameters) add(parameter.name);
        for (const auto& amount : kind.amounts) add(amount.first);
        for (const auto& role : kind.roles()) {
            if (role != "payer" && role != "payee") add(role);
        }
    }
    return names;
}

class HeaderReading {
public:
    HeaderReading(const KindTable& kinds, const std::function<void(Diagnostic)>& report)
        : names_(column_names(kinds)), report_(report) {}

    EventColumn read(const CsvField& field) {
        const std::string name{field.text};
        if (std::find(seen_.begin(), seen_.end(), name) != seen_.end()) {
            refuse(field, DiagnosticCode::events_column_twice,
                   "there are two columns `" + name + "`", "Remove one of them.");
            return {};
        }
        seen_.push_back(name);
        const auto& fields = event_fields();
        const auto found = std::find(fields.begin(), fields.end(), name);
        if (found != fields.end()) {
            return {.field = static_cast<EventField>(found - fields.begin()), .name = name};
        }
        if (name.starts_with(tag_prefix)) {
            return read_tag(field, name.substr(tag_prefix.size()));
        }
        const std::string tagged = std::string{tag_prefix} + name;
        const bool tag = std::find(names_.begin(), names_.end(), tagged) != names_.end();
        refuse(field, DiagnosticCode::events_column_unknown,
               name.empty() ? std::string{"a column has no name"}
                            : "there is no column `" + name + "`",
               tag ? "Name it `" + tagged + "`."
                   : did_you_mean(name, names_,
                                  "Columns of your own are named `tag:NAME` and become tags."));
        return {};
    }

    void require(const std::vector<CsvField>& fields) {
        const auto has = [&](std::string_view name) {
            return std::find(seen_.begin(), seen_.end(), name) != seen_.end();
        };
        for (const auto* name : {"date", "kind", "payer", "commodity"}) {
            if (!has(name)) miss(fields, name);
        }
        if (!has("amount") && !(has("amount2") && has("rate"))) miss(fields, "amount");
    }

    [[nodiscard]] bool complete() const { return complete_; }

private:
    EventColumn read_tag(const CsvField& field, const std::string& tag) {
        const auto* const known =
            std::find_if(tag_fields.begin(), tag_fields.end(),
                         [&](const TagField& entry) { return entry.tag == tag; });
        if (known != tag_fields.end()) return {.field = known->field, .name = tag};
        if (is_event_field(tag)) {
            refuse(field, DiagnosticCode::events_column_unknown,
                   "`" + tag + "` is no tag but a column of its own", "Name it `" + tag + "`.");
            return {};
        }
        if (!is_tag_name(tag) || is_reserved_transaction_tag(tag) || is_reserved_posting_tag(tag)) {
            refuse(field, DiagnosticCode::events_column_unknown,
                   "`" + tag + "` is no name for a tag of an event",
                   "Use letters, digits, - and _, and no name that journal text reserves; what is "
                   "said in words goes to `note`.");
            return {};
        }
        return {.field = EventField::tag, .name = tag};
    }

    void miss(const std::vector<CsvField>& fields, const std::string& name) {
        complete_ = false;
        refuse(fields.front(), DiagnosticCode::events_header_invalid,
               "the header has no column `" + name + "`", "Add it: every event needs it.");
    }

    void refuse(const CsvField& field, DiagnosticCode code, std::string explanation,
                std::string remedy) {
        report_({.code = code,
                 .explanation = std::move(explanation),
                 .remedy = std::move(remedy),
                 .position = {.line = field.line, .column = field.column}});
    }

    std::vector<std::string> names_;
    const std::function<void(Diagnostic)>& report_;
    std::vector<std::string> seen_{};
    bool complete_ = true;
};

}  // namespace

std::vector<EventColumn> read_events_header(const std::vector<CsvField>& fields,
                                            const KindTable& kinds,
                                            const std::function<void(Diagnostic)>& report) {
    if (fields.size() == 1 && fields.front().text.find(';') != std::string_view::npos) {
        const CsvField& header = fields.front();
        report({.code = DiagnosticCode::events_header_invalid,
                .explanation = "the columns are separated by semicolons",
                .remedy = "Save the sheet with commas between columns and decimals after a point.",
                .position = {.line = header.line, .column = header.column}});
        return {};
    }
    HeaderReading reading{kinds, report};
    std::vector<EventColumn> columns;
    columns.reserve(fields.size());
    for (const CsvField& field : fields) {
        columns.push_back(reading.read(field));
    }
    reading.require(fields);
    return reading.complete() ? columns : std::vector<EventColumn>{};
}

}  // namespace cellbook
