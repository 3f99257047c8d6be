#include "ledger/writing/beancount_writer.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "ledger/reading/comment_tags.hpp"
#include "ledger/writing/beancount_names.hpp"
#include "ledger/writing/journal_writer.hpp"
#include "ledger/writing/text_parts.hpp"

namespace cellbook {

namespace {

constexpr std::string_view indent = "  ";

/// Metadata of one entry or posting: beancount takes a key once, and not every name.
class Metadata {
public:
    Metadata(std::string& out, std::string_view margin) : out_{out}, margin_{margin} {}

    void add(std::string_view key, std::string_view value) {
        if (is_beancount_key(key) && keys_.insert(std::string{key}).second) {
            put(key, beancount_string(value));
            return;
        }
        std::string text{key};
        text += ':';
        append_tag_value(text, value);
        put("cellbook-tag-" + std::to_string(++others_), beancount_string(text));
    }
    void add_if(bool present, std::string_view key, std::string_view value) {
        if (present) add(key, value);
    }
    void add_number(std::string_view key, const std::optional<Decimal>& number) {
        if (number) add(key, to_string(*number));
    }
    void add_standing(std::string_view key, std::optional<Standing> standing) {
        if (standing) add(key, to_string(*standing));
    }

private:
    void put(std::string_view key, std::string_view value) {
        out_ += margin_;
        out_ += key;
        out_ += ": ";
        out_ += value;
        out_ += '\n';
    }

    std::string& out_;
    std::string_view margin_;
    std::set<std::string> keys_{};
    int others_ = 0;
};

class BeancountWriter {
public:
    BeancountWriter(const EntrySource& source, const ExportOptions& options, const WriteText& write)
        : source_{source},
          chart_{source.chart()},
          options_{options},
          write_{write},
          symbols_{beancount_symbols(chart_)} {
        for (std::uint32_t i = 0; i < chart_.account_count(); ++i) {
            accounts_.push_back(beancount_account_name(chart_[AccountId{i}].name));
        }
        find_parents();
    }

    ExportResult write_all() {
        write_head();
        const bool whole =
            for_each_exported(source_, options_, false, [&](const Transaction& transaction) {
                out_.clear();
                if (transaction->date != day_) write_claims();
                day_ = transaction->date;
                write_transaction(*transaction);
                write_(out_);
            });
        out_.clear();
        write_claims();
        write_(out_);
        return {.notes = notes(), .cancelled = !whole};
    }

private:
    // beancount's `balance` takes in sub-accounts, so an account that has some is not meant alone.
    void find_parents() {
        has_children_.resize(chart_.account_count());
        for (std::uint32_t i = 0; i < chart_.account_count(); ++i) {
            const std::string& name = chart_[AccountId{i}].name;
            for (auto at = name.rfind(':'); at != std::string::npos && at > 0;
                 at = name.rfind(':', at - 1)) {
                const AccountId parent = chart_.find_account(name.substr(0, at));
                if (parent) has_children_[parent.value] = true;
            }
        }
    }

    void write_head();
    void write_options();
    void write_commodities(Date first);
    void write_accounts(Date first);
    void write_declarations(Date first);
    void write_transaction(const TransactionDraft& transaction);
    void write_metadata(const TransactionDraft& transaction);
    void write_posting(const Posting& posting);
    void hold_claim(const Posting& posting);
    void write_claims();
    [[nodiscard]] std::vector<std::string> notes() const;
    [[nodiscard]] std::vector<Date> first_days(Date first) const;
    void append(const Amount& amount) {
        append_decimal(out_, amount.minor, chart_[amount.commodity].scale);
        out_ += ' ' + symbols_[amount.commodity.value];
    }

    const EntrySource& source_;
    const Chart& chart_;
    const ExportOptions& options_;
    const WriteText& write_;
    std::vector<std::string> symbols_;
    std::vector<std::string> accounts_{};
    std::vector<bool> has_children_{};
    std::string out_{};
    Date day_{};
    /// What is claimed of an account and commodity at the end of the day.
    std::map<std::pair<AccountId, CommodityId>, Amount> claims_{};
    std::int64_t claims_in_metadata_ = 0;
    std::int64_t unmarked_ = 0;
    std::int64_t unreadable_dates_ = 0;
};

void BeancountWriter::write_head() {
    const auto span = source_.span();
    const Date first = span ? span->first : Date{};
    write_options();
    write_commodities(first);
    write_accounts(first);
    write_declarations(first);
    write_(out_);
}

/// The currency that prices and costs are counted in; else the one with the most accounts.
void BeancountWriter::write_options() {
    std::map<CommodityId, std::int64_t> weights;
    source_.for_each_total([&](AccountId, CommodityId commodity, Sum) { ++weights[commodity]; });
    std::map<CommodityId, std::int64_t> prices;
    source_.for_each_declaration([&](std::int64_t, const Declaration& declaration) {
        const auto* price = std::get_if<PriceDeclaration>(&declaration);
        if (price != nullptr) ++prices[price->currency];
        return true;
    });
    const auto& counted = prices.empty() ? weights : prices;
    const auto most = std::ranges::max_element(
        counted, [](const auto& a, const auto& b) { return a.second < b.second; });
    out_ += "option \"title\" \"cellbook\"\n";
    if (most != counted.end()) {
        out_ +=
            "option \"operating_currency\" " + beancount_string(symbols_[most->first.value]) + '\n';
    }
    // A total price becomes a unit price of 28 digits, which misses the total by less than this.
    out_ += "option \"inferred_tolerance_default\" \"*:0.000001\"\n\n";
}

void BeancountWriter::write_commodities(Date first) {
    for (std::uint32_t i = 0; i < chart_.commodity_count(); ++i) {
        const Commodity& commodity = chart_[CommodityId{i}];
        out_ += to_string(first) + " commodity " + symbols_[i] + '\n';
        Metadata metadata{out_, indent};
        metadata.add("cellbook-symbol", commodity.symbol);
        metadata.add("scale", std::to_string(commodity.scale));
    }
}

/// Of every account, the first day of a transaction on it.
std::vector<Date> BeancountWriter::first_days(Date first) const {
    std::vector<std::optional<Date>> found(chart_.account_count());
    source_.for_each_transaction(
        {.any_order = true, .ids = false}, [&](const Transaction& transaction) {
            for (const Posting& posting : transaction->postings) {
                auto& day = found[posting.account.value];
                day = std::min(day.value_or(transaction->date), transaction->date);
            }
            return true;
        });
    std::vector<Date> days;
    for (std::uint32_t i = 0; i < found.size(); ++i) {
        const auto opened = chart_[AccountId{i}].life.begin;
        days.push_back(opened ? *opened : found[i].value_or(first));
    }
    return days;
}

void BeancountWriter::write_accounts(Date first) {
    std::map<AccountId, std::vector<Tag>> tags;
    source_.for_each_declaration([&](std::int64_t, const Declaration& declaration) {
        const auto* account = std::get_if<AccountDeclaration>(&declaration);
        if (account != nullptr) tags[account->account] = account->tags;
        return true;
    });
    const auto days = first_days(first);
    std::vector<AccountId> order;
    for (std::uint32_t i = 0; i < chart_.account_count(); ++i) order.push_back(AccountId{i});
    std::ranges::sort(
        order, {}, [&](AccountId id) -> const auto& { return chart_[id].name; });
    for (const AccountId id : order) {
        const Account& account = chart_[id];
        out_ += to_string(days[id.value]) + " open " + accounts_[id.value] + '\n';
        Metadata metadata{out_, indent};
        metadata.add("cellbook-account", account.name);
        metadata.add_if(account.account_class == AccountClass::assets && account.non_financial,
                        "financial", "no");
        if (account.life.end) metadata.add("closed", to_string(Date{account.life.end->days - 1}));
        for (const Tag& tag : tags[id]) metadata.add(chart_[tag.name], tag.value);
    }
}

void BeancountWriter::write_declarations(Date first) {
    source_.for_each_declaration([&](std::int64_t, const Declaration& declaration) {
        if (std::holds_alternative<AccountDeclaration>(declaration)) return true;
        if (std::holds_alternative<CommodityDeclaration>(declaration)) return true;
        if (const auto* price = std::get_if<PriceDeclaration>(&declaration)) {
            out_ += to_string(price->date) + " price " + symbols_[price->commodity.value] + ' ' +
                    to_string(price->price) + ' ' + symbols_[price->currency.value] + '\n';
            if (price->source) Metadata{out_, indent}.add("source", chart_[price->source]);
            return true;
        }
        std::string text = to_journal_text(declaration, chart_);
        text.pop_back();  // its line's end
        out_ += to_string(first) + " custom \"cellbook\" " + beancount_string(text) + '\n';
        return true;
    });
}

void BeancountWriter::write_transaction(const TransactionDraft& transaction) {
    constexpr int first_year = 1700;  // that beancount reads
    constexpr int last_year = 2099;
    const int year = transaction.date.year();
    unreadable_dates_ += year < first_year || year > last_year ? 1 : 0;
    unmarked_ += transaction.status == Status::unmarked ? 1 : 0;
    out_ += '\n' + to_string(transaction.date) +
            (transaction.status == Status::pending ? " ! " : " * ") +
            beancount_string(transaction.description) + '\n';
    write_metadata(transaction);
    for (const Posting& posting : transaction.postings) write_posting(posting);
}

void BeancountWriter::write_metadata(const TransactionDraft& transaction) {
    Metadata metadata{out_, indent};
    const auto word = [&](std::string_view key, WordId id) {
        if (id) metadata.add(key, chart_[id]);
    };
    const auto party = [&](std::string_view key, PartyId id) {
        if (id) metadata.add(key, chart_[id].name);
    };
    metadata.add_if(transaction.status == Status::unmarked, "status", "unmarked");
    metadata.add_if(!transaction.code.empty(), "code", transaction.code);
    metadata.add_if(!transaction.id.empty(), "id", transaction.id);
    if (transaction.recorded) metadata.add("recorded", to_string(*transaction.recorded));
    word("kind", transaction.kind);
    const Flow& flow = transaction.flow;
    party("payer", flow.payer);
    party("payee", flow.payee);
    word("product", flow.product);
    word("cell", flow.cell);
    metadata.add_number("quantity", flow.quantity);
    metadata.add_number("unit_price", flow.unit_price);
    const Standings& standings = transaction.standings;
    metadata.add_standing("standing", standings.whole);
    metadata.add_standing("standing-price", standings.price);
    metadata.add_standing("standing-quantity", standings.quantity);
    metadata.add_standing("standing-party", standings.party);
    metadata.add_standing("standing-date", standings.date);
    metadata.add_number("low", transaction.low);
    metadata.add_number("high", transaction.high);
    word("source", transaction.source);
    metadata.add_if(transaction.nonobserved, "nonobserved", "yes");
    if (transaction.reversal) {
        metadata.add("reverses", transaction.reversal->of_id);
        metadata.add_if(!transaction.reversal->reason.empty(), "reason",
                        transaction.reversal->reason);
    }
    metadata.add_if(!transaction.comment.empty(), "comment", transaction.comment);
    for (const Tag& tag : transaction.tags) metadata.add(chart_[tag.name], tag.value);
}

void BeancountWriter::write_posting(const Posting& posting) {
    out_ += indent;
    if (posting.status != Status::unmarked) {
        out_ += posting.status == Status::pending ? "! " : "* ";
    }
    out_ += accounts_[posting.account.value] + "  ";
    append(posting.amount);
    if (posting.cost) {
        Amount total = posting.cost->total;
        out_ += " @@ ";
        append_decimal(out_, total.minor < 0 ? -Int128{total.minor} : Int128{total.minor},
                       chart_[total.commodity].scale);
        out_ += ' ' + symbols_[total.commodity.value];
    }
    out_ += '\n';
    Metadata metadata{out_, "    "};
    if (posting.cost) metadata.add_number("unit_cost", posting.cost->unit);
    if (posting.with) metadata.add("with", chart_[posting.with].name);
    metadata.add_if(!posting.comment.empty(), "comment", posting.comment);
    for (const Tag& tag : posting.tags) metadata.add(chart_[tag.name], tag.value);
    if (posting.assertion) {
        std::string claim = posting.assertion->total ? "==" : "=";
        claim += posting.assertion->inclusive ? "* " : " ";
        append_amount(claim, posting.assertion->expected, chart_);
        metadata.add("assert", claim);
    }
    if (!options_.query) {
        hold_claim(posting);
    } else if (posting.assertion) {
        ++claims_in_metadata_;
    }
}

/// A later posting makes a claim one about the middle of a day, which beancount does not know.
void BeancountWriter::hold_claim(const Posting& posting) {
    claims_in_metadata_ +=
        static_cast<std::int64_t>(claims_.erase({posting.account, posting.amount.commodity}));
    if (!posting.assertion) return;
    const BalanceAssertion& claim = *posting.assertion;
    const bool closed = chart_[posting.account].life.end.has_value();
    if (claim.total || claim.inclusive || closed || has_children_[posting.account.value]) {
        ++claims_in_metadata_;
        return;
    }
    const bool is_new =
        claims_.insert_or_assign({posting.account, claim.expected.commodity}, claim.expected)
            .second;
    claims_in_metadata_ += is_new ? 0 : 1;
}

void BeancountWriter::write_claims() {
    for (const auto& [place, expected] : claims_) {
        out_ += '\n' + to_string(Date{day_.days + 1}) + " balance " + accounts_[place.first.value] +
                "  ";
        append(expected);
        out_ += '\n';
    }
    claims_.clear();
}

std::vector<std::string> BeancountWriter::notes() const {
    std::vector<std::string> notes;
    const auto renamed = std::ranges::count_if(symbols_, [&](const std::string& symbol) {
        const auto i = static_cast<std::uint32_t>(&symbol - symbols_.data());
        return symbol != chart_[CommodityId{i}].symbol;
    });
    add_note(notes, std::ssize(accounts_), "account", "accounts",
             "renamed as beancount wants them: their names are the metadata cellbook-account");
    add_note(notes, renamed, "commodity", "commodities",
             "renamed: their symbols are the metadata cellbook-symbol");
    add_note(notes, unmarked_, "unmarked transaction", "unmarked transactions",
             "complete (*) to beancount: the metadata status says so");
    add_note(notes, claims_in_metadata_, "balance assertion", "balance assertions",
             "in metadata: not of one commodity, one account and the end of a day");
    add_note(notes, unreadable_dates_, "transaction", "transactions",
             "before 1700 or after 2099, which beancount does not read");
    return notes;
}

}  // namespace

ExportResult write_beancount(const EntrySource& source, const ExportOptions& options,
                             const WriteText& write) {
    return BeancountWriter{source, options, write}.write_all();
}

}  // namespace cellbook
