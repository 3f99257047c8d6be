#include "ledger/chain/chain_names.hpp"

namespace cellbook {

namespace {

constexpr std::int64_t max_names = 1U << 30U;

}  // namespace

template <class Id>
bool NameReader::introduce(ChainNumbers<Id>& numbers, std::int64_t number, std::optional<Id> id) {
    if (!id || number < 0 || number > std::int64_t{numbers.count()} || number >= max_names) {
        return false;
    }
    if (number < std::int64_t{numbers.count()}) {
        return numbers.at(static_cast<std::uint32_t>(number)) == *id;
    }
    if (numbers.number_of(*id) != Id::none) {
        return false;  // one name under two numbers
    }
    numbers.add(*id);
    return true;
}

bool NameReader::read_scale(json_text::Cursor& in, CommodityId id) {
    std::int64_t scale = 0;
    if (!in.read(scale) || scale < 0 || scale > max_scale) {
        return false;
    }
    Commodity& commodity = chart_[id];
    if (!commodity.scale_known) {
        commodity.scale = static_cast<std::uint8_t>(scale);
        commodity.scale_known = true;
    }
    names_.scale_told[names_.commodities.number_of(id)] = true;
    return commodity.scale == scale;
}

bool NameReader::read_commodity(json_text::Cursor& in, std::int64_t number,
                                const std::string& text) {
    const bool fresh = number == std::int64_t{names_.commodities.count()};
    const CommodityId id = chart_.commodity(text);
    if (!introduce(names_.commodities, number, std::optional{id})) {
        return false;
    }
    if (fresh) {
        names_.scale_told.push_back(false);
    }
    return !in.skip(',') || read_scale(in, id);
}

bool NameReader::introduce_named(char sort, std::int64_t number, const std::string& text) {
    if (sort == 'a') {
        const auto account = chart_.account(text);
        return introduce(names_.accounts, number, account ? std::optional{*account} : std::nullopt);
    }
    if (sort == 'p') {
        return introduce(names_.parties, number, std::optional{chart_.party(text)});
    }
    return sort == 'w' && introduce(names_.words, number, std::optional{chart_.word(text)});
}

bool NameReader::read_new(json_text::Cursor& in) {
    std::string_view sort;
    std::int64_t number = 0;
    if (!in.skip('[') || !in.read_plain(sort) || sort.size() != 1 || !in.skip(',') ||
        !in.read(number) || !in.skip(',')) {
        return false;
    }
    if (sort == "s") {
        return number >= 0 && number < std::int64_t{names_.commodities.count()} &&
               read_scale(in, names_.commodities.at(static_cast<std::uint32_t>(number))) &&
               in.skip(']');
    }
    std::string text;
    if (!in.read(text)) {
        return false;
    }
    const bool known =
        sort == "c" ? read_commodity(in, number, text) : introduce_named(sort[0], number, text);
    return known && in.skip(']');
}

}  // namespace cellbook
