#include "ledger/reading/journal_context.hpp"

#include <algorithm>
#include <array>

namespace cellbook {

namespace {

constexpr std::array<std::int64_t, 19> powers_of_ten = [] {
    std::array<std::int64_t, 19> powers{};
    std::int64_t power = 1;
    for (std::size_t i = 0; i < powers.size(); ++i) {
        powers[i] = power;
        power = i + 1 < powers.size() ? power * 10 : power;
    }
    return powers;
}();

/// Minor units of `written`, in the common case of few digits.
bool to_minor_quickly(const Decimal& written, std::uint8_t scale, std::int64_t& out) {
    constexpr std::int64_t most = 1'000'000'000'000'000'000;
    if (written.scale > scale || written.coefficient > most || written.coefficient < -most) {
        return false;
    }
    return !__builtin_mul_overflow(static_cast<std::int64_t>(written.coefficient),
                                   powers_of_ten[static_cast<std::size_t>(scale - written.scale)],
                                   &out);
}

/// A line as it is shown below a diagnostic: not whole pages of it.
std::string_view excerpt_of(std::string_view line) {
    constexpr std::size_t most = 400;
    if (line.size() <= most) return line;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    return line.substr(0, end);
}

}  // namespace

std::string did_you_mean(std::string_view wanted, std::span<const std::string> known,
                         std::string_view otherwise) {
    std::string remedy;
    for (const std::string& name : nearest_names(wanted, known)) {
        remedy += remedy.empty() ? "Did you mean `" : ", `";
        remedy += name + '`';
    }
    if (!remedy.empty()) remedy += "? ";
    return remedy + std::string{otherwise};
}

bool JournalContext::fail(Diagnostic diagnostic) {
    if (stopped_ || surveying()) return false;
    diagnostic.position.file = file;
    diagnostic.position.line = line_number;
    diagnostic.excerpt = excerpt_of(line);
    stopped_ = !sink_.report(std::move(diagnostic));
    return false;
}

void JournalContext::fail_entry(const ReadEntry& entry, Diagnostic diagnostic) {
    if (stopped_ || surveying()) return;
    diagnostic.position = entry.position;
    diagnostic.excerpt = entry.excerpt;
    stopped_ = !sink_.report(std::move(diagnostic));
}

void JournalContext::mark(ReadEntry& entry) const {
    // Assigned member by member, to keep the memory of an entry that is used again.
    entry.position.file = file;
    entry.position.line = line_number;
    entry.position.column = 1;
    entry.excerpt = excerpt_of(line);
    entry.posting_lines.clear();
    entry.from_journal_text = true;
}

bool JournalContext::fail(DiagnosticCode code, std::uint32_t column, std::string explanation,
                          std::string remedy) {
    return fail(Diagnostic{.code = code,
                           .explanation = std::move(explanation),
                           .remedy = std::move(remedy),
                           .position = {.column = column}});
}

void JournalContext::accept(ReadEntry& entry) {
    if (stopped_ || surveying()) return;
    stopped_ = !sink_.accept(entry);
}

bool JournalContext::read_date(std::string_view text, std::uint32_t column,
                               std::optional<int> default_year, Date& out) {
    if (text == last_date_text_ && !last_date_text_.empty()) {
        out = last_date_;
        return true;
    }
    auto date = parse_date(text, default_year);
    if (!date) {
        Diagnostic why = std::move(date).error();
        why.position.column = column;
        return fail(std::move(why));
    }
    out = *date;
    constexpr std::size_t whole_date = 8;  // shorter ones depend on the default year
    if (text.size() >= whole_date) {
        last_date_text_ = text;
        last_date_ = out;
    }
    return true;
}

std::string JournalContext::full_account_name(std::string_view name) const {
    std::string full;
    for (const std::string& prefix : scope.account_prefixes) full += prefix + ':';
    full += name;
    // The alias declared last is tried first, and each may change what the ones before it made.
    for (auto alias = scope.aliases.rbegin(); alias != scope.aliases.rend(); ++alias) {
        const auto& [old_name, new_name] = *alias;
        if (full.starts_with(old_name) &&
            (full.size() == old_name.size() || full[old_name.size()] == ':')) {
            full = new_name + full.substr(old_name.size());
        }
    }
    return full;
}

bool JournalContext::read_new_account(std::string_view name, std::uint32_t column, AccountId& out) {
    std::string full;
    if (renames_accounts()) {
        full = full_account_name(name);
        name = full;
    }
    auto account = chart_.account(name);
    if (!account) {
        Diagnostic why = std::move(account).error();
        why.position.column = column;
        return fail(std::move(why));
    }
    out = *account;
    return true;
}

JournalContext::KnownCommodity& JournalContext::known(std::string_view symbol) {
    if (last_known_ < known_.size() && known_[last_known_].symbol == symbol) {
        return known_[last_known_];
    }
    const auto found = std::find_if(known_.begin(), known_.end(), [&](const KnownCommodity& one) {
        return one.symbol == symbol;
    });
    last_known_ = static_cast<std::size_t>(found - known_.begin());
    if (found == known_.end()) {
        const CommodityId id = chart_.commodity(symbol);
        const Commodity& commodity = chart_[id];
        known_.push_back(
            {.symbol = std::string{symbol},
             .id = id,
             .decimal_mark = commodity.declared ? commodity.style.decimal_mark : '\0'});
    }
    return known_[last_known_];
}

void JournalContext::settle_decimal_mark(CommodityId commodity, char mark) {
    known(chart_[commodity].symbol).decimal_mark = mark;
}

bool JournalContext::settle_scale(CommodityId id, std::uint8_t scale, std::uint32_t column) {
    Commodity& commodity = chart_[id];
    if (surveying()) {
        survey_->saw(commodity.symbol, scale);
        return true;
    }
    if (commodity.scale_known && commodity.scale != scale) {
        return fail(DiagnosticCode::commodity_scale_changed, column,
                    "`" + commodity.symbol + "` has " + std::to_string(commodity.scale) +
                        " decimals already and is declared with " + std::to_string(scale),
                    "Declare a commodity before its first amount, and with the same decimals ever "
                    "after.");
    }
    if (!commodity.scale_known) {  // what is settled may be looked at by another thread
        commodity.scale = scale;
        commodity.scale_known = true;
    }
    return true;
}

bool JournalContext::read_written(const AmountText& text, char settled, Number& number) {
    auto read = read_number(text.digits, settled);
    if (!read) {
        Diagnostic why = std::move(read).error();
        why.position.column = static_cast<std::uint32_t>(text.number_begin + 1);
        return fail(std::move(why));
    }
    number = *read;
    return true;
}

bool JournalContext::take_format(TextCursor& cursor, AmountText& text, Number& number) {
    Diagnostic why{};
    if (!cellbook::take_amount(cursor, text, why)) return fail(std::move(why));
    return read_written(text, scope.decimal_mark, number);
}

bool JournalContext::take(TextCursor& cursor, ReadAmount& out) {
    AmountText& text = amount_text_;
    Diagnostic why{};
    if (!cellbook::take_amount(cursor, text, why)) return fail(std::move(why));
    const KnownCommodity& commodity = known(text.symbol);
    const char settled = scope.decimal_mark != 0 ? scope.decimal_mark : commodity.decimal_mark;
    if (!read_plain_number(text.digits, settled, out.written)) {
        Number number;
        if (!read_written(text, settled, number)) return false;
        out.written = number.value;
    }
    if (text.negative) out.written.coefficient = -out.written.coefficient;
    out.amount = {.minor = 0, .commodity = commodity.id};
    if (surveying()) survey_->saw(text.symbol, std::min(out.written.scale, max_scale));
    return true;
}

bool JournalContext::to_minor(ReadAmount& out) {
    if (surveying()) return true;
    const std::uint8_t scale =
        scale_of(out.amount.commodity, std::min(out.written.scale, max_scale));
    if (to_minor_quickly(out.written, scale, out.amount.minor)) return true;
    auto minor = to_minor_exact(out.written, scale);
    if (!minor) {
        Diagnostic why = std::move(minor).error();
        why.position.column = static_cast<std::uint32_t>(amount_text_.begin + 1);
        return fail(std::move(why));
    }
    out.amount.minor = *minor;
    return true;
}

}  // namespace cellbook
