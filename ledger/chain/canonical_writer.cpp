#include "ledger/chain/canonical_writer.hpp"

#include <array>

#include "ledger/chain/json_text.hpp"

namespace cellbook {

namespace {

using json_text::append;

/// Names as the chain numbers them; first mentions are collected as new names.
class Numbered {
public:
    Numbered(const Chart& chart, ChainNames& names, std::string& fresh)
        : chart_(chart), names_(names), fresh_(fresh) {}

    void put(std::string& out, AccountId id) {
        put_name(out, id, names_.accounts, 'a', chart_[id].name);
    }
    void put(std::string& out, PartyId id) {
        put_name(out, id, names_.parties, 'p', chart_[id].name);
    }
    void put(std::string& out, WordId id) { put_name(out, id, names_.words, 'w', chart_[id]); }
    /// A commodity that an amount is of: the chain tells its scale here at the latest.
    void put(std::string& out, CommodityId id) {
        const Commodity& commodity = chart_[id];
        if (names_.commodities.number_of(id) == CommodityId::none) {
            names_.scale_told.push_back(commodity.scale_known);
            begin_fresh('c', names_.commodities.add(id));
            append(fresh_, std::string_view{commodity.symbol});
            if (commodity.scale_known) {
                fresh_ += ',';
                append(fresh_, std::int64_t{commodity.scale});
            }
            fresh_ += ']';
        }
        const std::uint32_t number = names_.commodities.number_of(id);
        if (!names_.scale_told[number] && commodity.scale_known) {
            names_.scale_told[number] = true;
            begin_fresh('s', number);
            append(fresh_, std::int64_t{commodity.scale});
            fresh_ += ']';
        }
        append(out, std::int64_t{number});
    }
    /// A commodity that is only named. Its scale may be known already or not, as texts are read
    /// in this order or that; the body must not depend on it.
    void put_name_only(std::string& out, CommodityId id) {
        if (names_.commodities.number_of(id) == CommodityId::none)
            names_.scale_told.push_back(false);
        put_name(out, id, names_.commodities, 'c', chart_[id].symbol);
    }

private:
    template <class Id>
    void put_name(std::string& out, Id id, ChainNumbers<Id>& numbers, char sort,
                  const std::string& text) {
        if (numbers.number_of(id) == Id::none) {
            begin_fresh(sort, numbers.add(id));
            append(fresh_, std::string_view{text});
            fresh_ += ']';
        }
        append(out, std::int64_t{numbers.number_of(id)});
    }

    void begin_fresh(char sort, std::uint32_t number) {
        fresh_ += fresh_.empty() ? "[\"" : ",[\"";
        fresh_ += sort;
        fresh_ += "\",";
        append(fresh_, std::int64_t{number});
        fresh_ += ',';
    }

    const Chart& chart_;
    ChainNames& names_;
    std::string& fresh_;
};

/// Names spelled out, so that nothing depends on what stood in the book before.
class Spelled {
public:
    explicit Spelled(const Chart& chart) : chart_(chart) {}

    void put(std::string& out, AccountId id) { append(out, std::string_view{chart_[id].name}); }
    void put(std::string& out, PartyId id) { append(out, std::string_view{chart_[id].name}); }
    void put(std::string& out, WordId id) { append(out, std::string_view{chart_[id]}); }
    void put(std::string& out, CommodityId id) { append(out, std::string_view{chart_[id].symbol}); }
    void put_name_only(std::string& out, CommodityId id) { put(out, id); }

private:
    const Chart& chart_;
};

/// An object whose members come and go: writes the commas and braces.
class Members {
public:
    explicit Members(std::string& out) : out_(out) { out_ += '{'; }
    std::string& member(std::string_view name) {
        if (!first_) out_ += ',';
        first_ = false;
        out_ += '"';
        out_ += name;
        out_ += '"';
        out_ += ':';
        return out_;
    }
    void close() { out_ += '}'; }

private:
    std::string& out_;
    bool first_ = true;
};

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

    Names names_;
    std::string& out_;
};

/// In the order of `Declaration`'s alternatives.
constexpr std::array<std::string_view, std::variant_size_v<Declaration>> declaration_types{
    "party", "account", "commodity", "price", "source", "kind", "convention", "name", "lock"};

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
    begin_body(body_, declaration_types[declaration.index()]);
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
    begin_body(body_, declaration_types[declaration.index()]);
    body_ += "],";
    Body<Spelled>{Spelled{chart_}, body_}.declaration(declaration);
    return body_;
}

}  // namespace cellbook
