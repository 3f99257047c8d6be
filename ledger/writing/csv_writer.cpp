#include "ledger/writing/csv_writer.hpp"

#include <utility>

#include "ledger/writing/csv_field.hpp"
#include "ledger/writing/text_parts.hpp"

namespace cellbook {

namespace {

constexpr std::string_view columns =
    "seq,id,date,recorded,status,code,description,comment,kind,source,payer,payee,product,cell,"
    "quantity,unit_price,flow_amount,flow_commodity,standing,standing_price,standing_quantity,"
    "standing_party,standing_date,low,high,nonobserved,reverses,reason,tags,posting,account,party,"
    "sector,class,detail,amount,commodity,cost,cost_commodity,unit_cost,with,posting_status,"
    "assertion,assertion_amount,assertion_commodity,posting_tags,posting_comment\n";

std::string_view mark_of(Status status) {
    return status == Status::cleared ? "*" : status == Status::pending ? "!" : "";
}

/// Fields of one line, appended one behind the other.
class Line {
public:
    explicit Line(const Chart& chart) : chart_{chart} {}

    void text(std::string_view field) {
        if (!first_) out_ += ',';
        first_ = false;
        append_csv_field(out_, field);
    }
    void word(WordId id) { text(id ? chart_[id] : std::string_view{}); }
    void party(PartyId id) { text(id ? chart_[id].name : std::string_view{}); }
    void decimal(const std::optional<Decimal>& value) {
        text(value ? to_string(*value) : std::string{});
    }
    void standing(std::optional<Standing> value) {
        text(value ? to_string(*value) : std::string_view{});
    }
    /// Two fields: the figure and its commodity.
    void amount(const Amount* value) {
        if (value == nullptr) {
            out_ += first_ ? "," : ",,";
            first_ = false;
            return;
        }
        text(to_decimal_text(value->minor, chart_[value->commodity].scale));
        text(chart_[value->commodity].symbol);
    }
    void tags(const std::vector<Tag>& tags) {
        TagList list;
        list.add(tags, chart_);
        text(list.text());
    }
    /// What has been written, which is then forgotten.
    std::string taken() {
        first_ = true;
        return std::exchange(out_, {});
    }

private:
    const Chart& chart_;
    std::string out_{};
    bool first_ = true;
};

void put_transaction(Line& line, const Transaction& transaction) {
    const TransactionDraft& content = *transaction;
    line.text(std::to_string(transaction.seq()));
    line.text(content.id);
    line.text(to_string(content.date));
    line.text(to_string(transaction.recorded()));
    line.text(mark_of(content.status));
    line.text(content.code);
    line.text(content.description);
    line.text(content.comment);
    line.word(content.kind);
    line.word(content.source);
    const Flow& flow = content.flow;
    line.party(flow.payer);
    line.party(flow.payee);
    line.word(flow.product);
    line.word(flow.cell);
    line.decimal(flow.quantity);
    line.decimal(flow.unit_price);
    line.amount(flow.amount ? &*flow.amount : nullptr);
    line.text(to_string(content.standings.weakest()));
    line.standing(content.standings.price);
    line.standing(content.standings.quantity);
    line.standing(content.standings.party);
    line.standing(content.standings.date);
    line.decimal(content.low);
    line.decimal(content.high);
    line.text(content.nonobserved ? "yes" : "");
    line.text(content.reversal ? content.reversal->of_id : "");
    line.text(content.reversal ? content.reversal->reason : "");
    line.tags(content.tags);
}

void put_posting(Line& line, const Transaction& transaction, std::size_t number,
                 const Chart& chart) {
    const Posting& posting = transaction->postings[number];
    const Account& account = chart[posting.account];
    line.text(std::to_string(number + 1));
    line.text(account.name);
    line.party(account.party);
    line.text(to_string(chart.sector_of(account.party)));
    line.text(to_string(account.account_class));
    line.text(account.detail());
    line.amount(&posting.amount);
    line.amount(posting.cost ? &posting.cost->total : nullptr);
    line.decimal(posting.cost ? posting.cost->unit : std::nullopt);
    line.party(counterparty(*transaction, posting, chart));
    line.text(mark_of(posting.status));
    std::string claim;
    if (posting.assertion) {
        claim = posting.assertion->total ? "==" : "=";
        if (posting.assertion->inclusive) claim += '*';
    }
    line.text(claim);
    line.amount(posting.assertion ? &posting.assertion->expected : nullptr);
    line.tags(posting.tags);
    line.text(posting.comment);
}

}  // namespace

ExportResult write_csv(const EntrySource& source, const ExportOptions& options,
                       const WriteText& write) {
    const Chart& chart = source.chart();
    write(columns);
    Line line{chart};
    std::string out;
    const bool whole =
        for_each_exported(source, options, false, [&](const Transaction& transaction) {
            put_transaction(line, transaction);
            const std::string common = line.taken();
            out.clear();
            for (std::size_t i = 0; i < transaction->postings.size(); ++i) {
                put_posting(line, transaction, i, chart);
                out += common + ',' + line.taken() + '\n';
            }
            write(out);
        });
    std::int64_t declarations = 0;
    source.for_each_declaration([&](std::int64_t, const Declaration&) {
        ++declarations;
        return true;
    });
    ExportResult result{.cancelled = !whole};
    add_note(result.notes, declarations, "declaration", "declarations",
             "(parties, accounts, prices, ...) left out: csv holds postings alone");
    return result;
}

}  // namespace cellbook
