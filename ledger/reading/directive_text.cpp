#include "ledger/reading/directive_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "ledger/reading/account_directive.hpp"
#include "ledger/reading/commodity_directive.hpp"

namespace cellbook {

namespace {

struct Unsupported {
    std::string_view word;
    std::string_view what;
    std::string_view remedy;
};

constexpr std::string_view write_them_out = "Write the transactions out.";
constexpr std::string_view leave_it_out = "Leave it out.";
constexpr std::string_view write_commodity = "Write the commodity behind every amount.";
constexpr std::string_view write_postings =
    "Write postings with amounts of hours, as of any commodity.";

constexpr std::array unsupported{
    Unsupported{"=", "automated transactions", write_them_out},
    Unsupported{"~", "periodic transactions", write_them_out},
    Unsupported{"A", "default accounts", "Write the account in every transaction."},
    Unsupported{"C", "conversions between commodities",
                "Write prices, as in P 2018-03-01 USD 6.96 BOB."},
    Unsupported{"D", "default commodities", write_commodity},
    Unsupported{"I", "timeclock entries", write_postings},
    Unsupported{"N", "commodities without market", leave_it_out},
    Unsupported{"O", "timeclock entries", write_postings},
    Unsupported{"assert", "expressions to assert",
                "Write a balance behind a posting: = 300.00 BOB."},
    Unsupported{"b", "timeclock entries", write_postings},
    Unsupported{"bucket", "default accounts", "Write the account in every transaction."},
    Unsupported{"capture", "rules that rename accounts", "Write the account, or an alias."},
    Unsupported{"check", "expressions to check", "Write a balance behind a posting: = 300.00 BOB."},
    Unsupported{"def", "value expressions", leave_it_out},
    Unsupported{"define", "value expressions", leave_it_out},
    Unsupported{"eval", "value expressions", leave_it_out},
    Unsupported{"expr", "value expressions", leave_it_out},
    Unsupported{"h", "timeclock entries", write_postings},
    Unsupported{"i", "timeclock entries", write_postings},
    Unsupported{"import", "programs in journals", leave_it_out},
    Unsupported{"o", "timeclock entries", write_postings},
    Unsupported{"python", "programs in journals", leave_it_out},
    Unsupported{"value", "value expressions", leave_it_out},
};

/// The text up to a semicolon.
std::string_view before_comment(std::string_view text) {
    return trimmed(text.substr(0, text.find(';')));
}

TextCursor at_comment(TextCursor cursor) {
    cursor.at = std::min(cursor.line.find(';', cursor.at), cursor.line.size());
    return cursor;
}

}  // namespace

struct DirectiveText::Word {
    std::string_view name;
    Next (DirectiveText::*read)(TextCursor);
};

const DirectiveText::Word* DirectiveText::find(std::string_view word) {
    static constexpr std::array words{
        Word{"account", &DirectiveText::account},
        Word{"alias", &DirectiveText::alias},
        Word{"apply", &DirectiveText::apply},
        Word{"comment", &DirectiveText::block},
        Word{"commodity", &DirectiveText::commodity},
        Word{"decimal-mark", &DirectiveText::decimal_mark},
        Word{"end", &DirectiveText::end},
        Word{"include", &DirectiveText::include},
        Word{"payee", &DirectiveText::payee},
        Word{"P", &DirectiveText::price},
        Word{"tag", &DirectiveText::tag},
        Word{"test", &DirectiveText::block},
        Word{"Y", &DirectiveText::year},
        Word{"year", &DirectiveText::year},
    };
    const auto* const found =
        std::find_if(words.begin(), words.end(), [&](const Word& one) { return one.name == word; });
    return found == words.end() ? nullptr : found;
}

DirectiveText::Next DirectiveText::begin() {
    pending_ = false;
    TextCursor cursor{context_.line};
    std::string_view word = cursor.take_word();
    if (word.size() > 1 && word[0] == 'Y' && is_digit(word[1])) {  // Y2018
        cursor.at = 1;
        word = word.substr(0, 1);
    }
    cursor.skip_blanks();
    word_ = word;
    if (const Word* const known = find(word)) return (this->*known->read)(cursor);
    return refuse_unknown(word);
}

DirectiveText::Next DirectiveText::refuse_unknown(std::string_view word) {
    const std::string_view sign = word.substr(0, word.starts_with('=') || word.starts_with('~'));
    for (const Unsupported& one : unsupported) {
        if (one.word == word || one.word == sign) return refuse_unsupported(one.what, one.remedy);
    }
    static const std::vector<std::string> names{"account",   "alias",        "apply", "comment",
                                                "commodity", "decimal-mark", "end",   "include",
                                                "payee",     "tag",          "test",  "year"};
    context_.fail(
        DiagnosticCode::directive_unknown, 1,
        "`" + std::string{word} + "` begins neither an entry nor a directive",
        did_you_mean(word, names,
                     "Begin a transaction with its date, a posting with blanks, a comment "
                     "with a semicolon."));
    return Next::refused;
}

DirectiveText::Next DirectiveText::refuse_unsupported(std::string_view what,
                                                      std::string_view remedy) {
    context_.fail(DiagnosticCode::syntax_unsupported, 1, std::string{what} + " are not supported",
                  std::string{remedy});
    return Next::refused;
}

DirectiveText::Next DirectiveText::invalid(const TextCursor& cursor, std::string explanation,
                                           std::string remedy) {
    context_.fail(DiagnosticCode::directive_invalid, cursor.column(), std::move(explanation),
                  std::move(remedy));
    return Next::refused;
}

DirectiveText::Next DirectiveText::alias(TextCursor cursor) {
    if (cursor.peek() == '/') {
        return refuse_unsupported("aliases by regular expression",
                                  "Write an alias for each account: alias OLD = NEW.");
    }
    const std::string_view text = before_comment(cursor.rest());
    const std::size_t equals = text.find('=');
    const std::string_view old_name = trimmed(text.substr(0, equals));
    if (equals == std::string_view::npos || old_name.empty()) {
        return invalid(cursor, "an alias needs two names", "Write alias OLD = NEW.");
    }
    context_.scope.aliases.emplace_back(old_name, trimmed(text.substr(equals + 1)));
    return Next::nothing;
}

DirectiveText::Next DirectiveText::apply(TextCursor cursor) {
    const std::string what{cursor.take_word()};
    cursor.skip_blanks();
    if (what != "account") {
        return refuse_unsupported("directives `apply` of other things than `account`",
                                  "Write it out in every transaction.");
    }
    const std::string_view name = before_comment(cursor.rest());
    if (name.empty()) {
        return invalid(cursor, "`apply account` names no account", "Write apply account NAME.");
    }
    context_.scope.account_prefixes.emplace_back(name);
    return Next::nothing;
}

DirectiveText::Next DirectiveText::end(TextCursor cursor) {
    const std::string_view what = before_comment(cursor.rest());
    if (what == "aliases") {
        context_.scope.aliases.clear();
        return Next::nothing;
    }
    const bool ends_apply = what.empty() || what == "apply" || what == "apply account";
    if (!ends_apply || context_.scope.account_prefixes.empty()) {
        return invalid(cursor,
                       "there is nothing here that `" + std::string{context_.line} + "` ends",
                       "Leave it out.");
    }
    context_.scope.account_prefixes.pop_back();
    return Next::nothing;
}

DirectiveText::Next DirectiveText::block(TextCursor) {
    argument_ = "end " + word_;
    return Next::block;
}

DirectiveText::Next DirectiveText::include(TextCursor cursor) {
    argument_ = trimmed(cursor.rest());
    if (argument_.empty()) return invalid(cursor, "`include` names no file", "Write include FILE.");
    return Next::inclusion;
}

DirectiveText::Next DirectiveText::decimal_mark(TextCursor cursor) {
    return read_decimal_mark(context_, cursor) ? Next::nothing : Next::refused;
}

bool read_decimal_mark(JournalContext& context, TextCursor cursor) {
    const std::string_view mark = before_comment(cursor.rest());
    if (mark != "." && mark != ",") {
        return context.fail(DiagnosticCode::directive_invalid, cursor.column(),
                            "`" + std::string{mark} + "` is no decimal mark",
                            "Write a point or a comma.");
    }
    context.scope.decimal_mark = mark.front();
    return true;
}

DirectiveText::Next DirectiveText::year(TextCursor cursor) {
    const std::string_view text = before_comment(cursor.rest());
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 1 || number > 9999) {
        return invalid(cursor, "`" + std::string{text} + "` is no year", "Write year 2018.");
    }
    context_.scope.default_year = number;
    return Next::nothing;
}

void DirectiveText::declare_name(NameDeclaration::What what, std::string_view name) {
    if (context_.surveying()) return;
    context_.mark(entry_);
    entry_.content = Declaration{NameDeclaration{what, context_.chart().word(name)}};
    pending_ = true;
}

DirectiveText::Next DirectiveText::payee(TextCursor cursor) {
    const std::string_view name = before_comment(cursor.rest());
    if (name.empty()) return invalid(cursor, "`payee` names nobody", "Write payee NAME.");
    declare_name(NameDeclaration::What::payee, name);
    return Next::lines;
}

DirectiveText::Next DirectiveText::tag(TextCursor cursor) {
    const std::string_view name = before_comment(cursor.rest());
    if (!is_tag_name(name)) {
        return invalid(cursor, "`" + std::string{name} + "` is no name of a tag",
                       "Write one word without comma, colon or quote.");
    }
    declare_name(NameDeclaration::What::tag, name);
    return Next::lines;
}

DirectiveText::Next DirectiveText::price(TextCursor cursor) {
    PriceDeclaration price;
    const std::uint32_t date_column = cursor.column();
    const std::string_view date = cursor.take_word();
    if (!context_.read_date(date, date_column, context_.scope.default_year, price.date)) {
        return Next::refused;
    }
    cursor.skip_blanks();
    TextCursor time = cursor;  // of the day, which ledger writes
    if (time.take_word().find(':') != std::string_view::npos && is_digit(cursor.peek())) {
        time.skip_blanks();
        cursor = time;
    }
    std::string_view symbol;
    Diagnostic why{};
    if (!take_symbol(cursor, symbol, why)) {
        context_.fail(std::move(why));
        return Next::refused;
    }
    if (symbol.empty()) {
        return invalid(cursor, "`P` names no commodity", "Write P 2018-03-01 USD 6.96 BOB.");
    }
    price.commodity = context_.commodity(symbol);
    cursor.skip_blanks();
    const TextCursor before = cursor;
    ReadAmount read;
    if (!context_.take_price(cursor, read)) return Next::refused;
    price.price = read.written;
    price.currency = read.amount.commodity;
    if (read.written.coefficient < 0 || price.currency == price.commodity) {
        return invalid(before, "a price must be positive and in another commodity",
                       "Write P 2018-03-01 USD 6.96 BOB.");
    }
    cursor.skip_blanks();
    if (!cursor.done() && cursor.peek() != ';') {
        return invalid(cursor, "`" + std::string{cursor.rest()} + "` stands behind the price",
                       "Put a semicolon before a comment.");
    }
    if (context_.surveying()) return Next::nothing;
    std::string left;
    context_.tags.clear();
    split_comment(cursor.rest().substr(cursor.done() ? 0 : 1), context_.tags, left);
    for (const TagText& one : context_.tags) {
        if (one.name == "source") price.source = context_.chart().word(value_of(one));
    }
    context_.mark(entry_);
    entry_.content = Declaration{price};
    pending_ = true;
    return Next::nothing;
}

DirectiveText::Next DirectiveText::account(TextCursor cursor) {
    const std::uint32_t column = cursor.column();
    std::string_view name = cursor.take_name();
    cursor.skip_blanks();
    if (!cursor.done() && cursor.peek() != ';') {
        return invalid(cursor, "`" + std::string{cursor.rest()} + "` stands behind the account",
                       "Put a semicolon before a comment.");
    }
    AccountDeclaration declaration;
    if (!context_.read_account(name, column, declaration.account)) return Next::refused;
    if (context_.surveying()) return Next::lines;
    const auto parts = split_account_name(context_.chart()[declaration.account].name);
    declaration.non_financial = parts && is_non_financial_by_name(*parts);
    context_.mark(entry_);
    entry_.content = Declaration{std::move(declaration)};
    pending_ = read_account_tags(context_, cursor, declared<AccountDeclaration>());
    return Next::lines;
}

DirectiveText::Next DirectiveText::commodity(TextCursor cursor) {
    CommodityDeclaration declaration;
    const std::string_view text = before_comment(cursor.rest());
    TextCursor symbol_alone = cursor;
    std::string_view symbol;
    Diagnostic why{};
    if (!take_symbol(symbol_alone, symbol, why)) {
        context_.fail(std::move(why));
        return Next::refused;
    }
    has_format_ = symbol.empty() || symbol_alone.at != cursor.at + text.size();
    if (!has_format_) {
        declaration.commodity = context_.commodity(symbol);
    } else if (!read_commodity_format(context_, cursor, declaration)) {
        return Next::refused;
    }
    context_.mark(entry_);
    entry_.content = Declaration{declaration};
    pending_ = read_commodity_tags(context_, at_comment(cursor), declared<CommodityDeclaration>());
    return Next::lines;
}

bool DirectiveText::add_line() {
    TextCursor cursor{context_.line};
    cursor.skip_blanks();
    if (!pending_ || cursor.done()) return true;
    const bool is_account = word_ == "account";
    const bool is_commodity = word_ == "commodity";
    if (cursor.peek() == ';') {
        if (is_account) {
            pending_ = read_account_tags(context_, cursor, declared<AccountDeclaration>());
        } else if (is_commodity) {
            pending_ = read_commodity_tags(context_, cursor, declared<CommodityDeclaration>());
        }
        return pending_;
    }
    const std::uint32_t column = cursor.column();
    const std::string_view keyword = cursor.take_word();
    cursor.skip_blanks();
    if (keyword == "note") return true;
    if (is_commodity && keyword == "format") {
        has_format_ = true;
        pending_ = read_commodity_format(context_, cursor, declared<CommodityDeclaration>());
        return pending_;
    }
    pending_ = false;
    return context_.fail(DiagnosticCode::syntax_unsupported, column,
                         "`" + std::string{keyword} + "` below `" + word_ + "` is not supported",
                         "Leave the line out.");
}

void DirectiveText::finish() {
    if (!pending_) return;
    pending_ = false;
    if (word_ == "commodity") {
        auto& commodity = declared<CommodityDeclaration>();
        if (!has_format_ && !context_.surveying()) {
            commodity.scale = context_.scale_of(commodity.commodity, 0);
        }
        context_.settle_decimal_mark(commodity.commodity, commodity.style.decimal_mark);
    }
    context_.accept(entry_);
}

}  // namespace cellbook
