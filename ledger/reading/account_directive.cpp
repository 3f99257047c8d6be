#include "ledger/reading/account_directive.hpp"

namespace cellbook {

bool read_life_tag(JournalContext& context, const TagText& tag, std::uint32_t column_base,
                   DateRange& life, bool& known) {
    const bool opens = tag.name == "opened";
    known = opens || tag.name == "closed";
    if (!known) return true;
    const std::uint32_t column = column_base + static_cast<std::uint32_t>(tag.value_at);
    Date day;
    if (!context.read_date(tag.value, column, {}, day)) return false;
    if (opens) {
        life.begin = day;
    } else {
        life.end = Date{day.days + 1};  // open on its last day
    }
    if (life.begin && life.end && *life.end <= *life.begin) {
        return context.fail(DiagnosticCode::range_reversed, column,
                            "it is closed before it is opened",
                            "Give the first day as `opened`, the last as `closed`.");
    }
    return true;
}

bool read_account_tags(JournalContext& context, TextCursor cursor,
                       AccountDeclaration& declaration) {
    if (context.surveying() || !cursor.take(';')) return true;
    const std::uint32_t base = cursor.column();
    std::string left;
    context.tags.clear();
    split_comment(cursor.rest(), context.tags, left);
    for (const TagText& one : context.tags) {
        const std::uint32_t column = base + static_cast<std::uint32_t>(one.value_at);
        bool known = false;
        if (!read_life_tag(context, one, base, declaration.life, known)) return false;
        if (known) continue;
        if (one.name == "financial") {
            const bool is_asset =
                context.chart()[declaration.account].account_class == AccountClass::assets;
            if (one.value != "yes" && (one.value != "no" || !is_asset)) {
                return context.fail(
                    DiagnosticCode::tag_value_invalid, column,
                    "`" + std::string{one.value} + "` is no value of the tag `financial` here",
                    "Write yes, or for an account of assets no.");
            }
            declaration.non_financial = one.value == "no";
        } else if (one.name == "type" && one.value.find("inancial") != std::string_view::npos) {
            return context.fail(
                DiagnosticCode::tag_value_invalid, column,
                "`" + std::string{one.value} + "` is no type of account that hledger knows",
                "Write `financial:no` for non-financial assets, `financial:yes` for others.");
        } else {
            declaration.tags.push_back({context.chart().word(one.name), value_of(one)});
        }
    }
    return true;
}

}  // namespace cellbook
