#include "ledger/chain/canonical_reader.hpp"

#include <array>

#include "ledger/chain/json_text.hpp"

namespace cellbook {

namespace {

using json_text::Cursor;
using json_text::read_items;
using json_text::read_members;

bool read_decimal(Cursor& in, Decimal& value) {
    std::string_view text;
    if (!in.read_plain(text)) {
        return false;
    }
    // Most quantities are a digit or two.
    constexpr std::size_t few = 4;
    Int128 digits = 0;
    std::size_t at = 0;
    for (; at < text.size() && at < few && text[at] >= '0' && text[at] <= '9'; ++at) {
        digits = digits * 10 + (text[at] - '0');
    }
    if (at > 0 && at == text.size()) {
        value = {digits, 0};
        return true;
    }
    auto parsed = parse_decimal(text);
    if (!parsed) {
        return false;
    }
    value = *parsed;
    return true;
}

bool read_optional_decimal(Cursor& in, std::optional<Decimal>& value) {
    if (in.skip_null()) {
        value.reset();
        return true;
    }
    return read_decimal(in, value.emplace());
}

bool read_date(Cursor& in, Date& date) {
    std::int64_t days = 0;
    constexpr std::int64_t first = -719162;  // 0001-01-01
    constexpr std::int64_t last = 2932896;   // 9999-12-31
    if (!in.read(days) || days < first || days > last + 1) {
        return false;
    }
    date.days = static_cast<std::int32_t>(days);
    return true;
}

template <class Enum>
bool read_enum(Cursor& in, Enum& value, std::int64_t last) {
    std::int64_t number = 0;
    if (!in.read(number) || number < 0 || number > last) {
        return false;
    }
    value = static_cast<Enum>(number);
    return true;
}

}  // namespace

struct CanonicalReader::Parser {
    NameReader names;
    Transaction transaction{};
    Declaration declaration{};

    Parser(Chart& chart, ChainNames& chain_names) : names(chart, chain_names) {}

    // --- transactions --------------------------------------------------------------------

    bool read_amount(Cursor& in, Amount& amount) {
        return names.read(in, amount.commodity) && in.skip(',') && in.read(amount.minor);
    }

    bool read_tags(Cursor& in, std::vector<Tag>& tags) {
        return read_items(in, [&] {
            Tag& tag = tags.emplace_back();
            return in.skip('[') && names.read(in, tag.name) && in.skip(',') && in.read(tag.value) &&
                   in.skip(']');
        });
    }

    bool read_assertion(Cursor& in, BalanceAssertion& assertion) {
        std::int64_t flags = 0;
        if (!in.skip('[') || !read_amount(in, assertion.expected) || !in.skip(',') ||
            !in.read(flags) || flags < 0 || flags > 3) {
            return false;
        }
        assertion.inclusive = (flags & 1) != 0;
        assertion.total = (flags & 2) != 0;
        return in.skip(']');
    }

    bool read_cost(Cursor& in, Cost& cost) {
        return in.skip('[') && read_amount(in, cost.total) &&
               (!in.skip(',') || read_decimal(in, cost.unit.emplace())) && in.skip(']');
    }

    bool read_posting(Cursor& in, Posting& posting) {
        if (!in.skip('[') || !names.read(in, posting.account) || !in.skip(',') ||
            !read_amount(in, posting.amount)) {
            return false;
        }
        const auto option = [&](std::string_view name) {
            if (name == "a") {
                return read_assertion(in, posting.assertion.emplace());
            }
            if (name == "c") {
                return read_cost(in, posting.cost.emplace());
            }
            if (name == "m") {
                return in.read(posting.comment);
            }
            if (name == "s") {
                return read_enum(in, posting.status, 2);
            }
            if (name == "t") {
                return read_tags(in, posting.tags);
            }
            return name == "w" && names.read(in, posting.with);
        };
        return (!in.skip(',') || read_members(in, option)) && in.skip(']');
    }

    bool read_flow(Cursor& in, Flow& flow) {
        std::size_t part = 0;
        return read_items(in, [&] {
            const std::size_t at = part++;
            if (in.skip_null()) {
                return at < 8;
            }
            switch (at) {
                case 0:
                    return names.read(in, flow.payer);
                case 1:
                    return names.read(in, flow.payee);
                case 2:
                    return names.read(in, flow.amount.emplace().commodity);
                case 3:
                    return flow.amount && in.read(flow.amount->minor);
                case 4:
                    return names.read(in, flow.product);
                case 5:
                    return read_decimal(in, flow.quantity.emplace());
                case 6:
                    return read_decimal(in, flow.unit_price.emplace());
                case 7:
                    return names.read(in, flow.cell);
                default:
                    return false;
            }
        });
    }

    static bool read_standings(Cursor& in, Standings& standings) {
        std::array<std::optional<Standing>*, 5> parts{&standings.whole, &standings.price,
                                                      &standings.quantity, &standings.party,
                                                      &standings.date};
        std::size_t part = 0;
        return read_items(in, [&] {
            const std::size_t at = part++;
            return at < parts.size() && (in.skip_null() || read_enum(in, parts[at]->emplace(), 3));
        });
    }

    bool read_option(Cursor& in, std::string_view name, TransactionDraft& draft) {
        if (name.size() != 1) {
            return false;
        }
        switch (name[0]) {
            case 'c':
                return in.read(draft.code);
            case 'f':
                return read_flow(in, draft.flow);
            case 'g':
                return read_standings(in, draft.standings);
            case 'k':
                return names.read(in, draft.kind);
            case 'l':
                return in.skip('[') && read_optional_decimal(in, draft.low) && in.skip(',') &&
                       read_optional_decimal(in, draft.high) && in.skip(']');
            case 'm':
                return in.read(draft.comment);
            case 'n':
                draft.nonobserved = true;
                return in.skip('1');
            case 'q':
                return names.read(in, draft.source);
            case 'r':
                return read_date(in, draft.recorded.emplace());
            case 's':
                return read_enum(in, draft.status, 2);
            case 't':
                return read_tags(in, draft.tags);
            case 'v': {
                Reversal& reversal = draft.reversal.emplace();
                return in.skip('[') && in.read(reversal.of_id) && in.skip(',') &&
                       in.read(reversal.reason) && in.skip(']');
            }
            default:
                return false;
        }
    }

    bool read_transaction(Cursor& in) {
        TransactionDraft& draft = transaction.content_;
        clear(draft);
        return read_date(in, draft.date) && in.skip(',') && in.read(draft.id) && in.skip(',') &&
               in.read(draft.description) && in.skip(',') &&
               read_items(in, [&] { return read_posting(in, draft.postings.emplace_back()); }) &&
               in.skip(',') && read_members(in, [&](std::string_view name) {
                   return read_option(in, name, draft);
               });
    }

    bool read_flow_alone(Cursor& in) {
        TransactionDraft& draft = transaction.content_;
        clear(draft);
        return read_date(in, draft.date) && in.skip(',') && in.skip_value() && in.skip(',') &&
               in.skip_value() && in.skip(',') && in.skip_value() && in.skip(',') &&
               read_members(in, [&](std::string_view name) {
                   constexpr std::string_view wanted = "fgkqv";
                   const bool read = name.size() == 1 && wanted.find(name[0]) != wanted.npos;
                   return read ? read_option(in, name, draft) : in.skip_value();
               });
    }

    // --- declarations --------------------------------------------------------------------

    bool read_life_or_tags(Cursor& in, std::string_view name, DateRange& life,
                           std::vector<Tag>& tags) {
        if (name == "ended") {
            return read_date(in, life.end.emplace());
        }
        if (name == "opened") {
            return read_date(in, life.begin.emplace());
        }
        return name == "t" && read_tags(in, tags);
    }

    bool read_declared(Cursor& in, PartyDeclaration& declared) {
        return names.read(in, declared.party) && in.skip(',') &&
               read_members(in, [&](std::string_view name) {
                   if (name == "parent") {
                       return names.read(in, declared.parent);
                   }
                   if (name == "quasi") {
                       declared.quasi_corporation = true;
                       return in.skip('1');
                   }
                   if (name == "sector") {
                       std::string_view text;
                       const bool read = in.read_plain(text);
                       const auto sector = parse_sector(text);
                       declared.sector = sector.value_or(Sector::unclassified);
                       return read && sector.has_value();
                   }
                   return read_life_or_tags(in, name, declared.life, declared.tags);
               });
    }

    bool read_declared(Cursor& in, AccountDeclaration& declared) {
        return names.read(in, declared.account) && in.skip(',') &&
               read_members(in, [&](std::string_view name) {
                   if (name == "nonfinancial") {
                       declared.non_financial = true;
                       return in.skip('1');
                   }
                   return read_life_or_tags(in, name, declared.life, declared.tags);
               });
    }

    static bool read_style(Cursor& in, CommodityStyle& style) {
        std::string decimal;
        std::string group;
        const bool shape = in.skip('[') && read_enum(in, style.symbol_left, 1) && in.skip(',') &&
                           read_enum(in, style.spaced, 1) && in.skip(',') && in.read(decimal) &&
                           in.skip(',') && in.read(group) && in.skip(']');
        if (!shape || decimal.size() != 1 || group.size() > 1) {
            return false;
        }
        style.decimal_mark = decimal[0];
        style.group_mark = group.empty() ? '\0' : group[0];
        return true;
    }

    bool read_declared(Cursor& in, CommodityDeclaration& declared) {
        return names.read(in, declared.commodity) && in.skip(',') &&
               read_members(in, [&](std::string_view name) {
                   return name == "scale" ? read_enum(in, declared.scale, max_scale)
                                          : name == "style" && read_style(in, declared.style);
               });
    }

    bool read_declared(Cursor& in, PriceDeclaration& declared) {
        return names.read(in, declared.commodity) && in.skip(',') &&
               read_members(in,
                            [&](std::string_view name) {
                                if (name == "currency") {
                                    return names.read(in, declared.currency);
                                }
                                if (name == "date") {
                                    return read_date(in, declared.date);
                                }
                                if (name == "price") {
                                    return read_decimal(in, declared.price);
                                }
                                return name == "source" && names.read(in, declared.source);
                            }) &&
               declared.currency.valid();
    }

    bool read_one_text(Cursor& in, WordId& subject, std::string_view member, std::string& text) {
        return names.read(in, subject) && in.skip(',') &&
               read_members(in,
                            [&](std::string_view name) { return name == member && in.read(text); });
    }
    bool read_declared(Cursor& in, SourceDeclaration& declared) {
        return read_one_text(in, declared.source, "citation", declared.citation);
    }
    bool read_declared(Cursor& in, KindDeclaration& declared) {
        return read_one_text(in, declared.kind, "definition", declared.definition);
    }
    bool read_declared(Cursor& in, ConventionDeclaration& declared) {
        return read_one_text(in, declared.name, "value", declared.value);
    }
    bool read_declared(Cursor& in, NameDeclaration& declared) {
        std::string what;
        if (!read_one_text(in, declared.name, "what", what)) {
            return false;
        }
        declared.what = what == "payee" ? NameDeclaration::What::payee : NameDeclaration::What::tag;
        return what == "payee" || what == "tag";
    }
    bool read_declared(Cursor& in, LockDeclaration& declared) {
        return in.skip_null() && in.skip(',') && read_members(in, [&](std::string_view name) {
                   return name == "until" && read_date(in, declared.until);
               });
    }

    bool read_value(Cursor& in, const RegisterField& field, RegisterValue& value) {
        switch (field.type) {
            case RegisterType::party:
                return names.read(in, value.emplace<PartyId>());
            case RegisterType::word:
                return names.read(in, value.emplace<WordId>());
            case RegisterType::commodity:
                return names.read(in, value.emplace<CommodityId>());
            case RegisterType::date:
                return read_date(in, value.emplace<Date>());
            case RegisterType::number:
                return read_decimal(in, value.emplace<Decimal>()) &&
                       std::get<Decimal>(value).coefficient >= 0;
            case RegisterType::text:
                return in.read(value.emplace<std::string>());
            case RegisterType::count:
            case RegisterType::choice:
                break;
        }
        auto& count = value.emplace<std::int64_t>();
        return in.read(count) && count >= field.least && count <= field.most &&
               (field.choices.empty() || static_cast<std::size_t>(count) < field.choices.size());
    }

    bool read_row_member(Cursor& in, std::string_view name, const RegisterForm& form,
                         RegisterDeclaration& declared) {
        const auto field = field_named(form, name);
        if (field)
            return *field > 0 && read_value(in, form.fields[*field], declared.values[*field]);
        if (name == "note") return in.read(declared.note);
        if (name == "source") return names.read(in, declared.source);
        if (name == "standing") {
            return read_enum(in, declared.standing.emplace(),
                             static_cast<std::int64_t>(Standing::simulated));
        }
        return name == "t" && read_tags(in, declared.tags);
    }

    bool read_row(Cursor& in, const RegisterForm& form) {
        auto& declared = declaration.emplace<RegisterDeclaration>();
        declared.sort = form.sort;
        declared.values.resize(form.fields.size());
        const bool read = read_value(in, form.fields.front(), declared.values.front()) &&
                          in.skip(',') && read_members(in, [&](std::string_view name) {
                              return read_row_member(in, name, form, declared);
                          });
        if (!read) return false;
        for (std::size_t i = 0; i < form.fields.size(); ++i) {
            if (form.fields[i].required && declared.values[i].index() == 0) return false;
        }
        return true;
    }

    template <class Declared>
    bool read_as(Cursor& in) {
        return read_declared(in, declaration.emplace<Declared>());
    }

    bool read_declaration(Cursor& in, std::string_view type) {
        if (type == "party") {
            return read_as<PartyDeclaration>(in);
        }
        if (type == "account") {
            return read_as<AccountDeclaration>(in);
        }
        if (type == "commodity") {
            return read_as<CommodityDeclaration>(in);
        }
        if (type == "price") {
            return read_as<PriceDeclaration>(in);
        }
        if (type == "source") {
            return read_as<SourceDeclaration>(in);
        }
        if (type == "kind") {
            return read_as<KindDeclaration>(in);
        }
        if (type == "convention") {
            return read_as<ConventionDeclaration>(in);
        }
        if (type == "name") {
            return read_as<NameDeclaration>(in);
        }
        if (type == "lock") {
            return read_as<LockDeclaration>(in);
        }
        const RegisterForm* const form = find_register(type);
        return form != nullptr && read_row(in, *form);
    }
};

CanonicalReader::CanonicalReader(Chart& chart, ChainNames& names)
    : parser_(std::make_unique<Parser>(chart, names)) {}

CanonicalReader::~CanonicalReader() = default;

Result<CanonicalReader::Entry> CanonicalReader::read(std::int64_t seq, std::string_view body,
                                                     Part part) {
    Parser& parser = *parser_;
    // How nearly every body begins: a transaction that brings no new name.
    constexpr std::string_view usual = R"([1,"t",[],)";
    const bool is_usual = body.starts_with(usual);
    Cursor in{is_usual ? body.substr(usual.size()) : body};
    std::int64_t version = 0;
    std::string_view type = "t";
    const bool begun =
        is_usual ||
        (in.skip('[') && in.read(version) && version == 1 && in.skip(',') && in.read_plain(type) &&
         in.skip(',') && read_items(in, [&] { return parser.names.read_new(in); }) && in.skip(','));
    const auto read_transaction = [&] {
        return part == Part::flow ? parser.read_flow_alone(in) : parser.read_transaction(in);
    };
    const bool whole =
        begun && (type == "t" ? read_transaction() : parser.read_declaration(in, type));
    if (!whole || !in.skip(']') || !in.at_end()) {
        return Diagnostic{
            .code = DiagnosticCode::body_damaged,
            .explanation = "entry " + std::to_string(seq) + " is not in canonical form version 1",
            .remedy =
                "The book was damaged or written by a newer cellbook; run "
                "`check`, and restore a copy whose digest you know."};
    }
    if (type != "t") {
        return Entry{&parser.declaration};
    }
    parser.transaction.seq_ = seq;
    return Entry{&parser.transaction};
}

}  // namespace cellbook
