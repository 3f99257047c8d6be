#include "ledger/price.hpp"

#include <algorithm>
#include <deque>
#include <set>

namespace cellbook {

namespace {

using Integer = boost::multiprecision::cpp_int;

Rate rate_of(const Decimal& price) {
    return Rate{Integer{price.coefficient}} /
           Rate{boost::multiprecision::pow(Integer{10}, price.scale)};
}

void insert_sorted(std::vector<CommodityId>& commodities, CommodityId commodity) {
    const auto at = std::lower_bound(commodities.begin(), commodities.end(), commodity);
    if (at == commodities.end() || *at != commodity) {
        commodities.insert(at, commodity);
    }
}

}  // namespace

PriceDatabase::PriceDatabase(const EntrySource& source) {
    source.for_each_declaration([this](std::int64_t, const Declaration& declaration) {
        if (const auto* price = std::get_if<PriceDeclaration>(&declaration)) {
            add(*price);
        }
        return true;
    });
}

void PriceDatabase::add(const PriceDeclaration& price) {
    quotes_[{price.commodity, price.currency}][price.date] = rate_of(price.price);
    insert_sorted(neighbours_[price.commodity], price.currency);
    insert_sorted(neighbours_[price.currency], price.commodity);
    currencies_[price.commodity][price.date] = price.currency;
}

std::optional<CommodityId> PriceDatabase::currency_of(CommodityId commodity, Date day) const {
    const auto known = currencies_.find(commodity);
    if (known == currencies_.end()) {
        return {};
    }
    const auto after = known->second.upper_bound(day);
    if (after == known->second.begin()) {
        return {};
    }
    return std::prev(after)->second;
}

std::vector<Date> PriceDatabase::days() const {
    std::set<Date> days;
    for (const auto& [pair, rates] : quotes_) {
        for (const auto& [date, rate] : rates) {
            days.insert(date);
        }
    }
    return {days.begin(), days.end()};
}

std::optional<PriceDatabase::Quote> PriceDatabase::declared(const Pair& pair, Date day) const {
    const auto known = quotes_.find(pair);
    if (known == quotes_.end()) {
        return {};
    }
    const auto after = known->second.upper_bound(day);
    if (after == known->second.begin()) {
        return {};
    }
    const auto& [date, rate] = *std::prev(after);
    return Quote{date, rate};
}

std::optional<PriceDatabase::Quote> PriceDatabase::quote(CommodityId commodity,
                                                         CommodityId currency, Date day) const {
    const auto direct = declared({commodity, currency}, day);
    auto inverse = declared({currency, commodity}, day);
    if (!inverse || inverse->rate == 0 || (direct && direct->date >= inverse->date)) {
        return direct;
    }
    inverse->rate = 1 / inverse->rate;
    return inverse;
}

std::vector<CommodityId> PriceDatabase::shortest_path(CommodityId from, CommodityId to,
                                                      Date day) const {
    std::map<CommodityId, CommodityId> came_from{{from, from}};
    std::deque<CommodityId> next{from};
    while (!next.empty() && !came_from.contains(to)) {
        const CommodityId at = next.front();
        next.pop_front();
        const auto neighbours = neighbours_.find(at);
        if (neighbours == neighbours_.end()) {
            continue;
        }
        for (const CommodityId neighbour : neighbours->second) {
            if (!came_from.contains(neighbour) && quote(at, neighbour, day)) {
                came_from.emplace(neighbour, at);
                next.push_back(neighbour);
            }
        }
    }
    std::vector<CommodityId> path;
    if (came_from.contains(to)) {
        for (CommodityId at = to; at != from; at = came_from.at(at)) {
            path.push_back(at);
        }
        path.push_back(from);
        std::reverse(path.begin(), path.end());
    }
    return path;
}

std::optional<PriceDatabase::Found> PriceDatabase::find(CommodityId commodity, CommodityId currency,
                                                        Date day) const {
    if (commodity == currency) {
        return Found{.rate = 1, .date = day, .path = {commodity}};
    }
    Found found{.rate = 1, .date = day, .path = shortest_path(commodity, currency, day)};
    if (found.path.empty()) {
        return {};
    }
    for (std::size_t i = 1; i < found.path.size(); ++i) {
        const auto step = quote(found.path[i - 1], found.path[i], day);
        found.rate *= step->rate;
        found.date = std::min(found.date, step->date);
    }
    return found;
}

}  // namespace cellbook
