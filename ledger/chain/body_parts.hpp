/// What the bodies of entries are made of: names by number or spelled out, and objects.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/chain/chain_names.hpp"
#include "ledger/chain/json_text.hpp"
#include "ledger/chart.hpp"

namespace cellbook::body_parts {

using json_text::append;

/// Names as the chain numbers them; first mentions are collected as new names.
class Numbered {
public:
    Numbered(const Chart& chart, ChainNames& names, std::string& fresh)
        : chart_(chart), names_(names), fresh_(fresh) {}

    void put(std::string& out, AccountId id) {
        put_name(out, id, names_.accounts, 'a', chart_[id].name);
    }
    void put(std::string& out, PartyId id) {
        put_name(out, id, names_.parties, 'p', chart_[id].name);
    }
    void put(std::string& out, WordId id) { put_name(out, id, names_.words, 'w', chart_[id]); }
    /// A commodity that an amount is of: the chain tells its scale here at the latest.
    void put(std::string& out, CommodityId id) {
        const Commodity& commodity = chart_[id];
        if (names_.commodities.number_of(id) == CommodityId::none) {
            names_.scale_told.push_back(commodity.scale_known);
            begin_fresh('c', names_.commodities.add(id));
            append(fresh_, std::string_view{commodity.symbol});
            if (commodity.scale_known) {
                fresh_ += ',';
                append(fresh_, std::int64_t{commodity.scale});
            }
            fresh_ += ']';
        }
        const std::uint32_t number = names_.commodities.number_of(id);
        if (!names_.scale_told[number] && commodity.scale_known) {
            names_.scale_told[number] = true;
            begin_fresh('s', number);
            append(fresh_, std::int64_t{commodity.scale});
            fresh_ += ']';
        }
        append(out, std::int64_t{number});
    }
    /// A commodity that is only named. Its scale may be known already or not, as texts are read
    /// in this order or that; the body must not depend on it.
    void put_name_only(std::string& out, CommodityId id) {
        if (names_.commodities.number_of(id) == CommodityId::none)
            names_.scale_told.push_back(false);
        put_name(out, id, names_.commodities, 'c', chart_[id].symbol);
    }

private:
    template <class Id>
    void put_name(std::string& out, Id id, ChainNumbers<Id>& numbers, char sort,
                  const std::string& text) {
        if (numbers.number_of(id) == Id::none) {
            begin_fresh(sort, numbers.add(id));
            append(fresh_, std::string_view{text});
            fresh_ += ']';
        }
        append(out, std::int64_t{numbers.number_of(id)});
    }

    void begin_fresh(char sort, std::uint32_t number) {
        fresh_ += fresh_.empty() ? "[\"" : ",[\"";
        fresh_ += sort;
        fresh_ += "\",";
        append(fresh_, std::int64_t{number});
        fresh_ += ',';
    }

    const Chart& chart_;
    ChainNames& names_;
    std::string& fresh_;
};

/// Names spelled out, so that nothing depends on what stood in the book before.
class Spelled {
public:
    explicit Spelled(const Chart& chart) : chart_(chart) {}

    void put(std::string& out, AccountId id) { append(out, std::string_view{chart_[id].name}); }
    void put(std::string& out, PartyId id) { append(out, std::string_view{chart_[id].name}); }
    void put(std::string& out, WordId id) { append(out, std::string_view{chart_[id]}); }
    void put(std::string& out, CommodityId id) { append(out, std::string_view{chart_[id].symbol}); }
    void put_name_only(std::string& out, CommodityId id) { put(out, id); }

private:
    const Chart& chart_;
};

/// An object whose members come and go: writes the commas and braces.
class Members {
public:
    explicit Members(std::string& out) : out_(out) { out_ += '{'; }
    std::string& member(std::string_view name) {
        if (!first_) out_ += ',';
        first_ = false;
        out_ += '"';
        out_ += name;
        out_ += '"';
        out_ += ':';
        return out_;
    }
    void close() { out_ += '}'; }

private:
    std::string& out_;
    bool first_ = true;
};

}  // namespace cellbook::body_parts
