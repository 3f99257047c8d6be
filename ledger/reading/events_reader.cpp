#include "ledger/reading/events_reader.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "ledger/kinds/event_booking.hpp"
#include "ledger/reading/csv_header.hpp"
#include "ledger/reading/csv_records.hpp"
#include "ledger/reading/events_header.hpp"
#include "ledger/reading/journal_context.hpp"
#include "ledger/reading/text_cursor.hpp"

namespace cellbook {

namespace {

/// Puts the fields of a row into an event. The event is used again for every row, so that its texts
/// keep their memory.
class RowReading {
public:
    RowReading(const CsvField& field, const EventColumn& column, Event& event,
               std::optional<Diagnostic>& problem)
        : text_(field.text), column_(column), event_(event), problem_(problem) {}

    void read();

private:
    void into_date(Date& date);
    void into_number(std::optional<Decimal>& number);
    void into_standing(std::optional<Standing>& standing);
    void into_flag(bool& flag);
    void invalid(std::string remedy);

    std::string_view text_;
    const EventColumn& column_;
    Event& event_;
    std::optional<Diagnostic>& problem_;
};

void RowReading::read() {
    if (text_.empty()) return;
    switch (column_.field) {
        case EventField::date:
            return into_date(event_.date);
        case EventField::kind:
            event_.kind = text_;
            return;
        case EventField::payer:
            event_.payer = text_;
            return;
        case EventField::payee:
            event_.payee = text_;
            return;
        case EventField::amount:
            return into_number(event_.amount);
        case EventField::commodity:
            event_.commodity = text_;
            return;
        case EventField::amount2:
            return into_number(event_.amount2);
        case EventField::commodity2:
            event_.commodity2 = text_;
            return;
        case EventField::rate:
            return into_number(event_.rate);
        case EventField::product:
            event_.product = text_;
            return;
        case EventField::quantity:
            return into_number(event_.quantity);
        case EventField::cell:
            event_.cell = text_;
            return;
        case EventField::standing:
            return into_standing(event_.standings.whole);
        case EventField::low:
            return into_number(event_.low);
        case EventField::high:
            return into_number(event_.high);
        case EventField::source:
            event_.source = text_;
            return;
        case EventField::recorded:
            return into_date(event_.recorded.emplace());
        case EventField::id:
            event_.id = text_;
            return;
        case EventField::note:
            event_.note = text_;
            return;
        case EventField::unit_price:
            return into_number(event_.unit_price);
        case EventField::standing_price:
            return into_standing(event_.standings.price);
        case EventField::standing_quantity:
            return into_standing(event_.standings.quantity);
        case EventField::standing_party:
            return into_standing(event_.standings.party);
        case EventField::standing_date:
            return into_standing(event_.standings.date);
        case EventField::nonobserved:
            return into_flag(event_.nonobserved);
        case EventField::tag:
            event_.tags.emplace_back(column_.name, text_);
            return;
        case EventField::ignored:
            return;
    }
}

void RowReading::into_date(Date& date) {
    auto parsed = parse_date(text_);
    if (parsed) {
        date = *parsed;
    } else {
        problem_ = std::move(parsed).error();
    }
}

void RowReading::into_number(std::optional<Decimal>& number) {
    auto parsed = parse_decimal(text_);
    if (parsed) {
        number = *parsed;
    } else {
        problem_ = std::move(parsed).error();
        problem_->explanation = column_.name + ": " + problem_->explanation;
    }
}

void RowReading::into_standing(std::optional<Standing>& standing) {
    standing = parse_standing(text_);
    if (!standing) invalid("Write observed, estimated, assumed or simulated.");
}

void RowReading::into_flag(bool& flag) {
    flag = text_ == "yes";
    if (!flag && text_ != "no") invalid("Write yes or no.");
}

void RowReading::invalid(std::string remedy) {
    problem_ = Diagnostic{
        .code = DiagnosticCode::event_field_invalid,
        .explanation = "`" + std::string{text_} + "` is no value of `" + column_.name + "`",
        .remedy = std::move(remedy)};
}

/// Makes an event empty and keeps the memory of its texts.
void clear(Event& event) {
    event.date = {};
    event.amount.reset();
    event.amount2.reset();
    event.rate.reset();
    event.quantity.reset();
    event.unit_price.reset();
    event.low.reset();
    event.high.reset();
    event.recorded.reset();
    event.standings = {};
    event.nonobserved = false;
    event.tags.clear();
    for (auto* text : {&event.kind, &event.payer, &event.payee, &event.commodity, &event.commodity2,
                       &event.product, &event.cell, &event.source, &event.id, &event.note}) {
        text->clear();
    }
}

std::uint8_t decimals(const std::optional<Decimal>& number) {
    return number ? std::min(number->scale, max_scale) : std::uint8_t{0};
}

class EventsReader {
public:
    EventsReader(const std::string& path, const KindTable& kinds, Chart& chart, EntrySink& sink,
                 const SettleScales& settle)
        : path_(path),
          kinds_(kinds),
          chart_(chart),
          sink_(sink),
          settle_(settle),
          booker_(kinds, chart) {}

    bool read(std::unique_ptr<TextStream> stream);

private:
    bool read_header(const CsvRecords& records);
    void read_row(const CsvRecords& records);
    bool fill_event(const CsvRecords& records);
    void settle_row_scales();
    void report(Diagnostic diagnostic, const CsvRecords& records, std::uint32_t line,
                std::uint32_t column);
    void report_field(Diagnostic diagnostic, const CsvRecords& records, std::string_view name);

    const std::string& path_;
    const KindTable& kinds_;
    Chart& chart_;
    EntrySink& sink_;
    const SettleScales& settle_;
    EventBooker booker_;
    std::vector<EventColumn> columns_{};
    bool dated_ = false;  ///< whether this row gives a date
    Event event_{};
    ReadEntry entry_{};
    std::string settled_commodity_{};
    bool stopped_ = false;
};

bool EventsReader::read(std::unique_ptr<TextStream> stream) {
    CsvRecords records{std::move(stream)};
    bool header_read = false;
    while (!stopped_) {
        const auto next = records.next();
        if (next == CsvRecords::Next::end) break;
        if (next == CsvRecords::Next::refused) {
            const Position where = records.why().position;
            report(records.why(), records, where.line, where.column);
            if (!header_read) return !stopped_;
            continue;
        }
        if (header_read) {
            read_row(records);
        } else if (!read_header(records)) {
            return !stopped_;
        }
        header_read = true;
    }
    if (!header_read && !stopped_) {
        stopped_ = !sink_.report({.code = DiagnosticCode::events_header_invalid,
                                  .explanation = "the file holds no header",
                                  .remedy = "Begin it with the names of its columns, as in "
                                            "date,kind,payer,payee,amount,commodity.",
                                  .position = {.file = path_}});
    }
    return !stopped_;
}

bool EventsReader::read_header(const CsvRecords& records) {
    columns_ = read_events_header(records.fields(), kinds_, [&](Diagnostic diagnostic) {
        const Position where = diagnostic.position;
        if (!stopped_) report(std::move(diagnostic), records, where.line, where.column);
    });
    return !columns_.empty();
}

void EventsReader::read_row(const CsvRecords& records) {
    const auto& fields = records.fields();
    if (std::all_of(fields.begin(), fields.end(), [](const auto& f) { return f.text.empty(); })) {
        return;  // what a spreadsheet leaves of a row that was emptied
    }
    if (fields.size() != columns_.size()) {
        const CsvField& last =
            fields.size() > columns_.size() ? fields[columns_.size()] : fields.back();
        report({.code = DiagnosticCode::events_row_length,
                .explanation = "the row has " + std::to_string(fields.size()) +
                               " fields where the header has " + std::to_string(columns_.size()),
                .remedy = "Give every column its field, empty where there is nothing; put fields "
                          "that hold a comma in quotes."},
               records, last.line, last.column);
        return;
    }
    if (!fill_event(records)) return;
    settle_row_scales();
    auto draft = booker_.book(event_);
    if (!draft) {
        report_field(std::move(draft).error(), records, booker_.field_at_fault());
        return;
    }
    // Assigned member by member, to keep the memory of an entry that was not taken.
    entry_.content = *std::move(draft);
    entry_.position.file = path_;
    entry_.position.line = records.line();
    entry_.position.column = 1;
    entry_.excerpt = records.excerpt(records.line());
    entry_.posting_lines.clear();
    stopped_ = !sink_.accept(entry_);
}

/// False when a field was refused; all of the row's fields are looked at.
bool EventsReader::fill_event(const CsvRecords& records) {
    clear(event_);
    dated_ = false;
    bool sound = true;
    std::optional<Diagnostic> problem;
    for (std::size_t i = 0; i < columns_.size() && !stopped_; ++i) {
        const CsvField& field = records.fields()[i];
        RowReading{field, columns_[i], event_, problem}.read();
        dated_ = dated_ || (columns_[i].field == EventField::date && !field.text.empty());
        if (problem) {
            report(*std::move(problem), records, field.line, field.column);
            problem.reset();
            sound = false;
        }
    }
    for (const auto* name : {"date", "kind"}) {
        const bool given = name == std::string_view{"date"} ? dated_ : !event_.kind.empty();
        if (!given && !stopped_) {
            report_field({.code = DiagnosticCode::event_field_missing,
                          .explanation = "the event has no " + std::string{name},
                          .remedy = "Fill it in, or remove the row."},
                         records, name);
            sound = false;
        }
    }
    return sound;
}

/// Most rows are in the commodity of the row before.
void EventsReader::settle_row_scales() {
    if (event_.commodity2.empty() && event_.commodity == settled_commodity_) return;
    settle_scales(event_, chart_, settle_);
    settled_commodity_ = event_.commodity;
}

void EventsReader::report(Diagnostic diagnostic, const CsvRecords& records, std::uint32_t line,
                          std::uint32_t column) {
    diagnostic.position = {.file = path_, .line = line, .column = column};
    diagnostic.excerpt = records.excerpt(line);
    stopped_ = !sink_.report(std::move(diagnostic));
}

/// At the field's column; at the row's begin when the file has none of that name.
void EventsReader::report_field(Diagnostic diagnostic, const CsvRecords& records,
                                std::string_view name) {
    const auto found = std::find_if(columns_.begin(), columns_.end(),
                                    [&](const EventColumn& column) { return column.name == name; });
    if (found == columns_.end()) {
        report(std::move(diagnostic), records, records.line(), 1);
    } else {
        const CsvField& field =
            records.fields()[static_cast<std::size_t>(found - columns_.begin())];
        report(std::move(diagnostic), records, field.line, field.column);
    }
}

/// Where amounts stand for a survey: the columns of each commodity and of its amount.
struct SurveyedColumns {
    std::optional<std::size_t> amounts[2]{};
    std::optional<std::size_t> commodities[2]{};

    explicit SurveyedColumns(const std::vector<CsvField>& header) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (header[i].text == "amount") amounts[0] = i;
            if (header[i].text == "amount2") amounts[1] = i;
            if (header[i].text == "commodity") commodities[0] = i;
            if (header[i].text == "commodity2") commodities[1] = i;
        }
    }

    void survey(const std::vector<CsvField>& row, ScaleSurvey& survey) const {
        for (std::size_t i = 0; i < 2; ++i) {
            if (!amounts[i] || !commodities[i]) continue;
            if (*amounts[i] >= row.size() || *commodities[i] >= row.size()) continue;
            const auto number = parse_decimal(row[*amounts[i]].text);
            if (number && !row[*commodities[i]].text.empty()) {
                survey.saw(row[*commodities[i]].text, decimals(*number));
            }
        }
    }
};

}  // namespace

bool read_events(TextFiles& files, const std::string& path, const KindTable& kinds, Chart& chart,
                 EntrySink& sink, const SettleScales& settle) {
    auto stream = files.open(path);
    if (!stream) {
        return sink.report(std::move(stream).error());
    }
    const SettleScales survey_this = [&] {
        ScaleSurvey survey;
        survey_events(files, path, survey);
        survey.settle(chart);
    };
    const SettleScales& settle_used = settle ? settle : survey_this;
    return EventsReader{path, kinds, chart, sink, settle_used}.read(std::move(*stream));
}

void survey_events(TextFiles& files, const std::string& path, ScaleSurvey& survey) {
    auto stream = files.open(path);
    if (!stream) return;
    CsvRecords records{std::move(*stream)};
    std::optional<SurveyedColumns> columns;
    for (auto next = records.next(); next != CsvRecords::Next::end; next = records.next()) {
        if (next == CsvRecords::Next::refused) continue;
        if (columns) {
            columns->survey(records.fields(), survey);
        } else {
            columns.emplace(records.fields());
        }
    }
}

void settle_scales(const Event& event, Chart& chart, const SettleScales& settle) {
    const auto settle_one = [&](const std::string& symbol, const std::optional<Decimal>& amount) {
        if (!symbol.empty())
            settled_scale(chart, chart.commodity(symbol), settle, decimals(amount));
    };
    settle_one(event.commodity, event.amount);
    settle_one(event.commodity2, event.amount2);
}

bool looks_like_events(std::string_view beginning) {
    const auto columns = header_columns(beginning);
    return std::ranges::count(columns, "date") > 0 && std::ranges::count(columns, "kind") > 0;
}

}  // namespace cellbook
