#include "ledger/chain/canonical_writer.hpp"

#include <array>

#include "ledger/chain/body_parts.hpp"
#include "ledger/chain/json_text.hpp"
#include "ledger/chain/row_members.hpp"

namespace cellbook {

namespace {

using json_text::append;
using namespace body_parts;

template <class Names>
class Body {
public:
    Body(Names names, std::string& out) : names_(std::move(names)), out_(out) {}

    void transaction(const TransactionDraft& transaction, std::string_view id) {
        append(out_, std::int64_t{transaction.date.days});
        out_ += ',';
        append(out_, id);
        out_ += ',';
        append(out_, std::string_view{transaction.description});
        out_ += ',';
        out_ += '[';
        for (std::size_t i = 0; i < transaction.postings.size(); ++i) {
            if (i > 0) out_ += ',';
            posting(transaction.postings[i]);
        }
        out_ += ']';
        out_ += ',';
        options(transaction);
        out_ += ']';
    }

    void declaration(const Declaration& declaration) {
        std::visit([&](const auto& declared) { declare(declared); }, declaration);
        out_ += ']';
    }

private:
    void posting(const Posting& posting) {
        out_ += '[';
        names_.put(out_, posting.account);
        out_ += ',';
        amount(posting.amount);
        const bool plain = !posting.cost && !posting.with && posting.status == Status::unmarked &&
                           !posting.assertion && posting.tags.empty() && posting.comment.empty();
        if (!plain) {
            out_ += ',';
            posting_options(posting);
        }
        out_ += ']';
    }

    void posting_options(const Posting& posting) {
        Members members{out_};
        if (posting.assertion) {
            members.member("a") += '[';
            amount(posting.assertion->expected);
            out_ += ',';
            append(out_, std::int64_t{(posting.assertion->inclusive ? 1 : 0) +
                                      (posting.assertion->total ? 2 : 0)});
            out_ += ']';
        }
        if (posting.cost) {
            members.member("c") += '[';
            amount(posting.cost->total);
            if (posting.cost->unit) {
                out_ += ',';
                append(out_, to_string(*posting.cost->unit));
            }
            out_ += ']';
        }
        if (!posting.comment.empty()) {
            append(members.member("m"), std::string_view{posting.comment});
        }
        if (posting.status != Status::unmarked) {
            append(members.member("s"), static_cast<std::int64_t>(posting.status));
        }
        if (!posting.tags.empty()) {
            members.member("t");
            tags(posting.tags);
        }
        if (posting.with) {
            names_.put(members.member("w"), posting.with);
        }
        members.close();
    }

    /// Members in alphabetical order, absent ones left out.
    void options(const TransactionDraft& transaction) {
        Members members{out_};
        if (!transaction.code.empty()) {
            append(members.member("c"), std::string_view{transaction.code});
        }
        flow(transaction.flow, members);
        standings(transaction.standings, members);
        if (transaction.kind) {
            names_.put(members.member("k"), transaction.kind);
        }
        if (transaction.low || transaction.high) {
            members.member("l") += '[';
            optional_decimal(transaction.low);
            out_ += ',';
            optional_decimal(transaction.high);
            out_ += ']';
        }
        if (!transaction.comment.empty()) {
            append(members.member("m"), std::string_view{transaction.comment});
        }
        if (transaction.nonobserved) {
            members.member("n") += '1';
        }
        if (transaction.source) {
            names_.put(members.member("q"), transaction.source);
        }
        if (transaction.recorded && *transaction.recorded != transaction.date) {
            append(members.member("r"), std::int64_t{transaction.recorded->days});
        }
        if (transaction.status != Status::unmarked) {
            append(members.member("s"), static_cast<std::int64_t>(transaction.status));
        }
        if (!transaction.tags.empty()) {
            members.member("t");
            tags(transaction.tags);
        }
        if (transaction.reversal) {
            members.member("v") += '[';
            append(out_, std::string_view{transaction.reversal->of_id});
            out_ += ',';
            append(out_, std::string_view{transaction.reversal->reason});
            out_ += ']';
        }
        members.close();
    }

    /// [payer, payee, commodity, amount, product, quantity, unit price, cell], trailing nulls cut
    void flow(const Flow& flow, Members& members) {
        if (flow == Flow{}) {
            return;
        }
        members.member("f") += '[';
        const std::size_t first = out_.size();
        std::size_t end = first;
        const auto part = [&](bool present, auto put) {
            if (out_.size() != first) out_ += ',';
            if (present) {
                put();
                end = out_.size();
            } else {
                out_ += "null";
            }
        };
        part(flow.payer.valid(), [&] { names_.put(out_, flow.payer); });
        part(flow.payee.valid(), [&] { names_.put(out_, flow.payee); });
        part(flow.amount.has_value(), [&] { names_.put(out_, flow.amount->commodity); });
        part(flow.amount.has_value(), [&] { append(out_, flow.amount->minor); });
        part(flow.product.valid(), [&] { names_.put(out_, flow.product); });
        part(flow.quantity.has_value(), [&] { append(out_, to_string(*flow.quantity)); });
        part(flow.unit_price.has_value(), [&] { append(out_, to_string(*flow.unit_price)); });
        part(flow.cell.valid(), [&] { names_.put(out_, flow.cell); });
        out_.resize(end);
        out_ += ']';
    }

    /// [whole, price, quantity, party, date], trailing nulls cut
    void standings(const Standings& standings, Members& members) {
        if (standings == Standings{}) {
            return;
        }
        members.member("g") += '[';
        const std::size_t first = out_.size();
        std::size_t end = first;
        for (const auto& standing : {standings.whole, standings.price, standings.quantity,
                                     standings.party, standings.date}) {
            if (out_.size() != first) out_ += ',';
            if (standing) {
                append(out_, static_cast<std::int64_t>(*standing));
                end = out_.size();
            } else {
                out_ += "null";
            }
        }
        out_.resize(end);
        out_ += ']';
    }

    void amount(const Amount& amount) {
        names_.put(out_, amount.commodity);
        out_ += ',';
        append(out_, amount.minor);
    }

    void optional_decimal(const std::optional<Decimal>& value) {
        if (value) {
            append(out_, to_string(*value));
        } else {
            out_ += "null";
        }
    }

    void tags(const std::vector<Tag>& tags) {
        out_ += '[';
        for (std::size_t i = 0; i < tags.size(); ++i) {
            out_ += i == 0 ? "[" : ",[";
            names_.put(out_, tags[i].name);
            out_ += ',';
            append(out_, std::string_view{tags[i].value});
            out_ += ']';
        }
        out_ += ']';
    }

    void life(const DateRange& life, Members& members) {
        if (life.end) {
            append(members.member("ended"), std::int64_t{life.end->days});
        }
        if (life.begin) {
            append(members.member("opened"), std::int64_t{life.begin->days});
        }
    }

    void other_tags(const std::vector<Tag>& said, Members& members) {
        if (!said.empty()) {
            members.member("t");
            tags(said);
        }
    }

    template <class Id>
    Members subject(Id id) {
        names_.put(out_, id);
        out_ += ',';
        return Members{out_};
    }
    Members subject(CommodityId id) {
        names_.put_name_only(out_, id);
        out_ += ',';
        return Members{out_};
    }

    void declare(const PartyDeclaration& declared) {
        Members members = subject(declared.party);
        life(declared.life, members);
        if (declared.parent) {
            names_.put(members.member("parent"), declared.parent);
        }
        if (declared.quasi_corporation) {
            members.member("quasi") += '1';
        }
        append(members.member("sector"), to_string(declared.sector));
        other_tags(declared.tags, members);
        members.close();
    }
    void declare(const AccountDeclaration& declared) {
        Members members = subject(declared.account);
        life(declared.life, members);
        if (declared.non_financial) {
            members.member("nonfinancial") += '1';
        }
        other_tags(declared.tags, members);
        members.close();
    }
    void declare(const CommodityDeclaration& declared) {
        Members members = subject(declared.commodity);
        append(members.member("scale"), std::int64_t{declared.scale});
        members.member("style") += declared.style.symbol_left ? "[1," : "[0,";
        out_ += declared.style.spaced ? "1," : "0,";
        append(out_, std::string_view{&declared.style.decimal_mark, 1});
        out_ += ',';
        append(out_, std::string_view{&declared.style.group_mark,
                                      declared.style.group_mark == 0 ? 0U : 1U});
        out_ += ']';
        members.close();
    }
    void declare(const PriceDeclaration& declared) {
        Members members = subject(declared.commodity);
        names_.put_name_only(members.member("currency"), declared.currency);
        append(members.member("date"), std::int64_t{declared.date.days});
        append(members.member("price"), to_string(declared.price));
        if (declared.source) {
            names_.put(members.member("source"), declared.source);
        }
        members.close();
    }
    void declare(const SourceDeclaration& declared) {
        one_text(declared.source, "citation", declared.citation);
    }
    void declare(const KindDeclaration& declared) {
        one_text(declared.kind, "definition", declared.definition);
    }
    void declare(const ConventionDeclaration& declared) {
        one_text(declared.name, "value", declared.value);
    }
    void declare(const NameDeclaration& declared) {
        one_text(declared.name, "what",
                 declared.what == NameDeclaration::What::payee ? "payee" : "tag");
    }
    void one_text(WordId id, std::string_view member, std::string_view text) {
        Members members = subject(id);
        append(members.member(member), text);
        members.close();
    }
    void declare(const LockDeclaration& declared) {
        out_ += "null,";
        Members members{out_};
        append(members.member("until"), std::int64_t{declared.until.days});
        members.close();
    }

    void declare(const RegisterDeclaration& declared) {
        std::visit([&](const auto& key) { put(key); }, declared.values.front());
        out_ += ',';
        Members members{out_};
        for (const auto& [name, field] : sorted_members(declared.sort)) {
            row_member(declared, name, field, members);
        }
        members.close();
    }
    void row_member(const RegisterDeclaration& declared, std::string_view name,
                    std::optional<std::size_t> field, Members& members) {
        if (!field) {
            if (name == "t") return other_tags(declared.tags, members);
            if (name == "note" && !declared.note.empty()) {
                append(members.member(name), declared.note);
            } else if (name == "source" && declared.source) {
                names_.put(members.member(name), declared.source);
            } else if (name == "standing" && declared.standing) {
                append(members.member(name), static_cast<std::int64_t>(*declared.standing));
            }
            return;
        }
        const RegisterValue& value = declared.values[*field];
        if (*field == 0 || std::holds_alternative<std::monostate>(value)) return;
        members.member(name);
        std::visit([&](const auto& said) { put(said); }, value);
    }
    void put(std::monostate) { out_ += "null"; }
    void put(PartyId id) { names_.put(out_, id); }
    void put(WordId id) { names_.put(out_, id); }
    void put(CommodityId id) { names_.put_name_only(out_, id); }
    void put(Date date) { append(out_, std::int64_t{date.days}); }
    void put(std::int64_t count) { append(out_, count); }
    void put(const Decimal& number) { append(out_, to_string(number)); }
    void put(const std::string& text) { append(out_, text); }

    Names names_;
    std::string& out_;
};

void begin_body(std::string& body, std::string_view type) {
    body.assign("[1,\"");
    body += type;
    body += "\",[";
}

}  // namespace

std::string_view CanonicalWriter::write(const TransactionDraft& transaction) {
    begin_body(body_, "t");
    std::string fresh;
    rest_.clear();
    Body<Numbered>{Numbered{chart_, names_, fresh}, rest_}.transaction(transaction, transaction.id);
    body_ += fresh;
    body_ += "],";
    body_ += rest_;
    return body_;
}

std::string_view CanonicalWriter::write(const Declaration& declaration) {
    begin_body(body_, type_name(declaration));
    std::string fresh;
    rest_.clear();
    Body<Numbered>{Numbered{chart_, names_, fresh}, rest_}.declaration(declaration);
    body_ += fresh;
    body_ += "],";
    body_ += rest_;
    return body_;
}

std::string_view CanonicalWriter::spell(const TransactionDraft& transaction) {
    begin_body(body_, "t");
    body_ += "],";
    Body<Spelled>{Spelled{chart_}, body_}.transaction(transaction, {});
    return body_;
}

std::string_view CanonicalWriter::spell(const Declaration& declaration) {
    begin_body(body_, type_name(declaration));
    body_ += "],";
    Body<Spelled>{Spelled{chart_}, body_}.declaration(declaration);
    return body_;
}

}  // namespace cellbook
