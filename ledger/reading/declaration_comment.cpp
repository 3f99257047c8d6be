#include "ledger/reading/declaration_comment.hpp"

#include <array>
#include <charconv>
#include <set>

#include "ledger/reading/account_directive.hpp"
#include "ledger/reading/directive_text.hpp"
#include "ledger/reading/register_values.hpp"

namespace cellbook {

namespace {

/// A text to the end of the line, in quotes where it would not survive otherwise.
std::string text_of(std::string_view text) {
    const bool quoted = quoted_length(text) == text.size() && !text.empty();
    return value_of({.value = text, .quoted = quoted});
}

}  // namespace

void DeclarationComment::read() {
    using Reader = void (DeclarationComment::*)(TextCursor);
    struct Word {
        std::string_view name;
        Reader read;
    };
    static constexpr std::array words{
        Word{"party:", &DeclarationComment::party},
        Word{"source:", &DeclarationComment::source},
        Word{"convention:", &DeclarationComment::convention},
        Word{"kind:", &DeclarationComment::kind},
        Word{"lock:", &DeclarationComment::lock},
        Word{"scale:", &DeclarationComment::scale},
    };
    TextCursor cursor{context_.line, 1};
    cursor.skip_blanks();
    const std::string_view first = cursor.take_word();
    cursor.skip_blanks();
    if (first == "decimal-mark:") {
        read_decimal_mark(context_, cursor);
        return;
    }
    for (const Word& word : words) {
        if (first == word.name) return (this->*word.read)(cursor);
    }
    if (first.ends_with(':')) {
        const RegisterForm* const form = find_register(first.substr(0, first.size() - 1));
        if (form != nullptr) register_row(*form, cursor);
    }
}

bool DeclarationComment::invalid(std::uint32_t column, std::string explanation,
                                 std::string remedy) {
    return context_.fail(DiagnosticCode::declaration_invalid, column, std::move(explanation),
                         std::move(remedy));
}

void DeclarationComment::accept(Declaration declaration) {
    ReadEntry entry;
    context_.mark(entry);
    entry.content = std::move(declaration);
    context_.accept(entry);
}

void DeclarationComment::party(TextCursor cursor) {
    if (context_.surveying()) return;
    const std::uint32_t column = cursor.column();
    const std::string_view name = cursor.take_name();
    if (!is_party_name(name)) {
        invalid(column, "`" + std::string{name} + "` is no name of a party",
                "Write the name, two blanks and what is said of it, as in "
                "`; party: inmates:i0042  sector:households`.");
        return;
    }
    cursor.skip_blanks();
    PartyDeclaration declaration;
    declaration.party = context_.chart().party(name);
    const std::uint32_t base = cursor.column();
    std::string left;
    context_.tags.clear();
    split_comment(cursor.rest(), context_.tags, left);
    if (!left.empty()) {
        invalid(base, "`" + left + "` says nothing about a party",
                "Write tags between commas: sector, parent, opened, closed, quasi or your own.");
        return;
    }
    for (const TagText& tag : context_.tags) {
        if (!read_party_tag(tag, base, declaration)) return;
    }
    accept(std::move(declaration));
}

bool DeclarationComment::read_party_tag(const TagText& tag, std::uint32_t column_base,
                                        PartyDeclaration& declaration) {
    const std::uint32_t column = column_base + static_cast<std::uint32_t>(tag.value_at);
    bool known = false;
    if (!read_life_tag(context_, tag, column_base, declaration.life, known)) return false;
    if (known) return true;
    if (tag.name == "sector") {
        const auto sector = parse_sector(tag.value);
        if (!sector) {
            return context_.fail(
                DiagnosticCode::tag_value_invalid, column,
                "`" + std::string{tag.value} + "` is no sector",
                did_you_mean(tag.value, sector_names(),
                             "Sectors are households, businesses, sections, state, outside and "
                             "unclassified."));
        }
        declaration.sector = *sector;
        return true;
    }
    if (tag.name == "parent") {
        declaration.parent = context_.chart().party(value_of(tag));
        return (!tag.value.empty() && declaration.parent != declaration.party) ||
               invalid(column, "a party needs another party as its parent",
                       "Write the name of the party that it belongs to.");
    }
    if (tag.name == "quasi") {
        declaration.quasi_corporation = tag.value == "yes";
        return tag.value == "yes" || tag.value == "no" ||
               context_.fail(DiagnosticCode::tag_value_invalid, column,
                             "`" + std::string{tag.value} + "` is no value of the tag `quasi`",
                             "Write yes or no.");
    }
    declaration.tags.push_back({context_.chart().word(tag.name), value_of(tag)});
    return true;
}

void DeclarationComment::register_row(const RegisterForm& form, TextCursor cursor) {
    if (context_.surveying()) return;
    RegisterDeclaration row = empty_row(form);
    const auto take = [&](std::string_view name, const std::string& text, std::uint32_t column) {
        auto why = read_row_field(form, name, text, context_.chart(), row);
        if (!why) return true;
        why->position.column = column;
        return context_.fail(*std::move(why));
    };
    const std::uint32_t key_column = cursor.column();
    const std::string key = text_of(cursor.take_name());
    if (!take(form.fields.front().name, key, key_column)) return;
    cursor.skip_blanks();
    const std::uint32_t base = cursor.column();
    std::string left;
    context_.tags.clear();
    split_comment(cursor.rest(), context_.tags, left);
    if (!left.empty()) {
        invalid(base, "`" + left + "` says nothing about a " + std::string{form.name},
                "Write the key, two blanks and tags between commas.");
        return;
    }
    std::set<std::string_view> said;
    for (const TagText& tag : context_.tags) {
        const std::string value = value_of(tag);
        const bool own = is_row_field(form, tag.name);
        if (own && !said.insert(tag.name).second) {
            context_.fail(
                DiagnosticCode::tag_repeated, base + static_cast<std::uint32_t>(tag.name_at),
                "the tag `" + std::string{tag.name} + "` is given twice", "Keep one of them.");
            return;
        }
        if (!own || tag.name == form.fields.front().name) {
            row.tags.push_back({context_.chart().word(tag.name), value});
        } else if (!take(tag.name, value, base + static_cast<std::uint32_t>(tag.value_at))) {
            return;
        }
    }
    if (const auto missing = missing_field(row)) {
        context_.fail(DiagnosticCode::register_field_missing, base,
                      "the " + std::string{form.name} + " has no `" + std::string{*missing} + "`",
                      "Add the tag `" + std::string{*missing} + ":`.");
        return;
    }
    accept(std::move(row));
}

void DeclarationComment::source(TextCursor cursor) {
    if (context_.surveying()) return;
    const std::uint32_t column = cursor.column();
    const std::string_view name = cursor.take_name();
    cursor.skip_blanks();
    if (name.empty() || cursor.done()) {
        invalid(column, "a source needs a name and a citation",
                "Write the name, two blanks and the citation, as in "
                "`; source: S12  Canillita, derecho de piso`.");
        return;
    }
    accept(
        SourceDeclaration{context_.chart().word(text_of(name)), text_of(trimmed(cursor.rest()))});
}

void DeclarationComment::convention(TextCursor cursor) {
    if (context_.surveying()) return;
    const std::uint32_t column = cursor.column();
    const std::string_view name = cursor.take_word();
    cursor.skip_blanks();
    if (name.empty() || cursor.done()) {
        invalid(column, "a convention needs a name and a value",
                "Write `; convention: NAME VALUE`.");
        return;
    }
    accept(ConventionDeclaration{context_.chart().word(name), text_of(trimmed(cursor.rest()))});
}

void DeclarationComment::kind(TextCursor cursor) {
    if (context_.surveying()) return;
    const std::uint32_t column = cursor.column();
    const std::string_view name = cursor.take_word();
    cursor.skip_blanks();
    if (name.empty() || cursor.peek() != '{') {
        invalid(column, "a kind needs a name and a definition in JSON",
                "Write your own kinds in a file of kinds; to give the kind of a transaction, put "
                "`; kind:NAME` behind its description or indented below it.");
        return;
    }
    accept(KindDeclaration{context_.chart().word(name), std::string{trimmed(cursor.rest())}});
}

void DeclarationComment::lock(TextCursor cursor) {
    if (context_.surveying()) return;
    LockDeclaration lock;
    if (context_.read_date(trimmed(cursor.rest()), cursor.column(), context_.scope.default_year,
                           lock.until)) {
        accept(lock);
    }
}

void DeclarationComment::scale(TextCursor cursor) {
    const std::uint32_t column = cursor.column();
    std::string_view symbol;
    Diagnostic why{};
    if (!take_symbol(cursor, symbol, why)) {
        context_.fail(std::move(why));
        return;
    }
    cursor.skip_blanks();
    const std::string_view digits = trimmed(cursor.rest());
    unsigned scale = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), scale);
    if (error != std::errc{} || end != digits.data() + digits.size() || scale > max_scale) {
        invalid(column, "a scale needs a commodity and a number of decimals from 0 to 18",
                "Write `; scale: cigarettes 0`.");
        return;
    }
    context_.settle_scale(context_.commodity(symbol), static_cast<std::uint8_t>(scale), column);
}

}  // namespace cellbook
