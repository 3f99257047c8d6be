#include "ledger/reading/commodity_directive.hpp"

namespace cellbook {

bool read_commodity_format(JournalContext& context, TextCursor cursor,
                           CommodityDeclaration& declaration) {
    cursor.line = cursor.line.substr(0, cursor.line.find(';', cursor.at));
    const TextCursor begin = cursor;
    AmountText text;
    Number number;
    if (!context.take_format(cursor, text, number)) return false;
    cursor.skip_blanks();
    const CommodityId commodity = context.commodity(text.symbol);
    const bool other = declaration.commodity.valid() && declaration.commodity != commodity;
    if (!cursor.done() || text.negative || other || number.value.scale > max_scale) {
        return context.fail(DiagnosticCode::directive_invalid, begin.column(),
                            "`" + std::string{begin.rest()} + "` is no format of a commodity",
                            "Write a number with at most 18 decimals, as in 1,000.00 BOB.");
    }
    declaration.commodity = commodity;
    declaration.scale = number.value.scale;
    declaration.style.symbol_left = text.symbol_left;
    declaration.style.spaced = text.spaced;
    declaration.style.group_mark = number.group_mark;
    declaration.style.decimal_mark = number.decimal_mark != 0   ? number.decimal_mark
                                     : number.group_mark == '.' ? ','
                                                                : '.';
    return context.settle_scale(commodity, declaration.scale, begin.column());
}

bool read_commodity_tags(JournalContext& context, TextCursor cursor,
                         CommodityDeclaration& declaration) {
    if (!cursor.take(';')) return true;
    const std::uint32_t base = cursor.column();
    std::string left;
    context.tags.clear();
    split_comment(cursor.rest(), context.tags, left);
    for (const TagText& one : context.tags) {
        if (one.name != "style") continue;
        const std::string format = value_of(one);
        const char settled = context.scope.decimal_mark;
        context.scope.decimal_mark = 0;
        const TextCursor place{format, 0};
        const std::uint8_t scale = declaration.scale;
        const bool read =
            read_commodity_format(context, place, declaration) && declaration.scale == scale;
        context.scope.decimal_mark = settled;
        if (!read) {
            return context.fail(DiagnosticCode::tag_value_invalid,
                                base + static_cast<std::uint32_t>(one.value_at),
                                "`" + format + "` is no style of this commodity",
                                "Write an amount with as many decimals, as in 1.000,00 BOB.");
        }
    }
    return true;
}

}  // namespace cellbook
