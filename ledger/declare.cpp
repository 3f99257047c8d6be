#include "ledger/declare.hpp"

namespace cellbook {

namespace {

struct Applier {
    Chart& chart;

    void operator()(const PartyDeclaration& declared) const {
        Party& party = chart[declared.party];
        party.declared = true;
        party.sector = declared.sector;
        party.quasi_corporation = declared.quasi_corporation;
        party.parent = declared.parent;
        party.life = declared.life;
    }
    void operator()(const AccountDeclaration& declared) const {
        Account& account = chart[declared.account];
        account.declared = true;
        account.non_financial = declared.non_financial;
        account.life = declared.life;
    }
    void operator()(const CommodityDeclaration& declared) const {
        Commodity& commodity = chart[declared.commodity];
        commodity.declared = true;
        commodity.scale = declared.scale;
        commodity.scale_known = true;
        commodity.style = declared.style;
    }
    /// A register's row makes known what it is about; what a party declaration says of it counts
    /// more.
    void operator()(const RegisterDeclaration& row) const {
        using namespace register_field;
        const PartyId* const key = row.get<PartyId>(0);
        if (key == nullptr || chart[*key].declared) return;
        Party& party = chart[*key];
        party.declared = true;
        const PartyId* above = nullptr;
        if (row.sort == Register::section) {
            party.sector = Sector::sections;
        } else if (row.sort == Register::business) {
            party.sector = Sector::businesses;
            above = row.get<PartyId>(business_owner);
        } else {
            party.sector = Sector::households;
            above = row.get<PartyId>(household_section);
        }
        if (above != nullptr) party.parent = *above;
    }
    template <class Other>
    void operator()(const Other& /*declared*/) const {}
};

}  // namespace

void apply(const Declaration& declaration, Chart& chart) {
    std::visit(Applier{chart}, declaration);
}

}  // namespace cellbook
