#include "ledger/reading/comment_tags.hpp"
#include "ledger/reading/register_values.hpp"
#include "ledger/writing/journal_writer.hpp"
#include "ledger/writing/text_parts.hpp"

namespace cellbook {

namespace {

/// `1000.00` or `1,000.00`: a number that shows marks and decimals, as a format.
std::string sample_number(std::uint8_t scale, char decimal_mark, char group_mark) {
    std::string sample = "1";
    if (group_mark != 0) sample += group_mark;
    sample += "000";
    sample += decimal_mark;  // even without decimals: hledger asks for it
    sample.append(scale, '0');
    return sample;
}

std::string sample_amount(const std::string& number, const std::string& symbol,
                          const CommodityStyle& style) {
    if (symbol.empty()) return number;
    const std::string blank = style.spaced ? " " : "";
    return style.symbol_left ? quoted_symbol(symbol) + blank + number
                             : number + blank + quoted_symbol(symbol);
}

void add_life(TagList& tags, const DateRange& life) {
    if (life.begin) tags.add("opened", to_string(*life.begin));
    if (life.end) tags.add("closed", to_string(Date{life.end->days - 1}));
}

void append_text(std::string& out, std::string_view text) {
    if (is_plain_line(text) && !text.starts_with('"')) {
        out += text;
    } else {
        append_quoted(out, text);
    }
}

class DeclarationWriter {
public:
    DeclarationWriter(std::string& out, const Chart& chart) : out_(out), chart_(chart) {}

    void operator()(const PartyDeclaration& declared) {
        out_ += "; party: " + chart_[declared.party].name;
        TagList tags;
        tags.add("sector", to_string(declared.sector));
        if (declared.parent) tags.add("parent", chart_[declared.parent].name);
        add_life(tags, declared.life);
        tags.add_if(declared.quasi_corporation, "quasi", "yes");
        tags.add(declared.tags, chart_);
        out_ += "  " + tags.text() + '\n';
    }

    void operator()(const AccountDeclaration& declared) {
        const std::string& name = chart_[declared.account].name;
        out_ += "account " + name + '\n';
        TagList tags;
        const auto parts = split_account_name(name);
        if (declared.non_financial != (parts && is_non_financial_by_name(*parts))) {
            tags.add("financial", declared.non_financial ? "no" : "yes");
        }
        add_life(tags, declared.life);
        tags.add(declared.tags, chart_);
        // On a line of its own, since ledger takes all of the first for the name.
        if (!tags.empty()) out_ += "    ; " + tags.text() + '\n';
    }

    /// Other programs are given a point and at most commas, so that they read the amounts of an
    /// export, which have a point, whatever marks people use.
    void operator()(const CommodityDeclaration& declared) {
        const std::string& symbol = chart_[declared.commodity].symbol;
        const CommodityStyle& style = declared.style;
        const bool common =
            style.decimal_mark == '.' && (style.group_mark == 0 || style.group_mark == ',');
        const std::string number =
            sample_number(declared.scale, '.', common ? style.group_mark : '\0');
        out_ += "commodity " + sample_amount(number, symbol, style);
        if (!common) {
            TagList tags;
            tags.add("style", sample_amount(sample_number(declared.scale, style.decimal_mark,
                                                          style.group_mark),
                                            symbol, style));
            out_ += "  ; " + tags.text();
        }
        out_ += '\n';
    }

    void operator()(const PriceDeclaration& declared) {
        out_ += "P " + to_string(declared.date) + ' ' +
                quoted_symbol(chart_[declared.commodity].symbol) + ' ' + to_string(declared.price);
        const std::string& currency = chart_[declared.currency].symbol;
        if (!currency.empty()) out_ += ' ' + quoted_symbol(currency);
        if (declared.source) {
            TagList tags;
            tags.add("source", chart_[declared.source]);
            out_ += "  ; " + tags.text();
        }
        out_ += '\n';
    }

    void operator()(const SourceDeclaration& declared) {
        out_ += "; source: " + chart_[declared.source] + "  ";
        append_text(out_, declared.citation);
        out_ += '\n';
    }

    void operator()(const KindDeclaration& declared) {
        out_ += "; kind: " + chart_[declared.kind] + ' ' + declared.definition + '\n';
    }

    void operator()(const ConventionDeclaration& declared) {
        out_ += "; convention: " + chart_[declared.name] + ' ';
        append_text(out_, declared.value);
        out_ += '\n';
    }

    void operator()(const NameDeclaration& declared) {
        const bool is_payee = declared.what == NameDeclaration::What::payee;
        out_ += (is_payee ? "payee " : "tag ") + chart_[declared.name] + '\n';
    }

    void operator()(const LockDeclaration& declared) {
        out_ += "; lock: " + to_string(declared.until) + '\n';
    }

    void operator()(const RegisterDeclaration& declared) {
        const RegisterForm& form = register_form(declared.sort);
        out_ += "; ";
        out_ += form.name;
        out_ += ": ";
        append_text(out_, register_text(declared, 0, chart_));
        TagList tags;
        for (std::size_t i = 1; i < form.fields.size(); ++i) {
            const bool said = declared.values[i].index() != 0;
            if (said) tags.add(form.fields[i].name, register_text(declared, i, chart_));
        }
        if (declared.standing) tags.add("standing", to_string(*declared.standing));
        if (declared.source) tags.add("source", chart_[declared.source]);
        if (!declared.note.empty()) tags.add("note", declared.note);
        tags.add(declared.tags, chart_);
        out_ += "  " + tags.text() + '\n';
    }

private:
    std::string& out_;
    const Chart& chart_;
};

}  // namespace

std::string to_journal_text(const Declaration& declaration, const Chart& chart) {
    std::string out;
    std::visit(DeclarationWriter{out, chart}, declaration);
    return out;
}

}  // namespace cellbook
