#include "ledger/chain/chain_names.hpp"

namespace cellbook {

namespace {

constexpr std::int64_t max_names = 1U << 30U;

const std::string& name_in(const Account& account) {
    return account.name;
}
const std::string& name_in(const Party& party) {
    return party.name;
}
const std::string& name_in(const Commodity& commodity) {
    return commodity.symbol;
}
const std::string& name_in(const std::string& word) {
    return word;
}

}  // namespace

template <class Id, class Find>
bool NameReader::introduce(ChainNumbers<Id>& numbers, std::int64_t number, const std::string& text,
                           const Find& find) {
    if (number < 0 || number > std::int64_t{numbers.count()} || number >= max_names) {
        return false;
    }
    if (number < std::int64_t{numbers.count()}) {
        return name_in(chart_[numbers.at(static_cast<std::uint32_t>(number))]) == text;
    }
    const Result<Id> id = find(text);
    if (!id || numbers.number_of(*id) != Id::none) {
        return false;  // no name, or one name under two numbers
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
    if (!introduce(names_.commodities, number, text,
                   [&](const std::string& name) { return Result{chart_.commodity(name)}; })) {
        return false;
    }
    if (fresh) {
        names_.scale_told.push_back(false);
    }
    return !in.skip(',') ||
           read_scale(in, names_.commodities.at(static_cast<std::uint32_t>(number)));
}

bool NameReader::introduce_named(char sort, std::int64_t number, const std::string& text) {
    if (sort == 'a') {
        return introduce(names_.accounts, number, text,
                         [&](const std::string& name) { return chart_.account(name); });
    }
    if (sort == 'p') {
        return introduce(names_.parties, number, text,
                         [&](const std::string& name) { return Result{chart_.party(name)}; });
    }
    return sort == 'w' && introduce(names_.words, number, text, [&](const std::string& name) {
               return Result{chart_.word(name)};
           });
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
