#include "ledger/kinds/charge.hpp"

#include <algorithm>

namespace cellbook {

namespace {

Diagnostic not_chargeable(const Kind& outer, const Kind& inner, std::string why) {
    return {.code = DiagnosticCode::kind_not_chargeable,
            .explanation = "`" + inner.name + "` cannot be put off with `" + outer.name +
                           "`: " + std::move(why),
            .remedy = "Name a kind that is paid in cash, such as section_dues or cell_rent."};
}

/// Books a leg on its other account, and says whether it did.
bool replace(KindLeg& leg, const Kind& outer, const Kind& inner) {
    const KindParameter* const parameter = inner.find_parameter(placeholder_of(leg.account));
    const std::string& account = parameter == nullptr ? leg.account : parameter->default_value;
    const auto direction =
        leg.is_credit() ? KindReplacement::Direction::paid : KindReplacement::Direction::received;
    const auto found =
        std::find_if(outer.replacements.begin(), outer.replacements.end(),
                     [&](const auto& r) { return r.direction == direction && r.from == account; });
    if (found == outer.replacements.end()) {
        return false;
    }
    leg.account = found->to;
    return true;
}

/// Whether all that some role books stands on one account, so that nothing would come of it.
bool books_nothing(const Kind& kind) {
    const auto roles = kind.roles();
    return std::any_of(roles.begin(), roles.end(), [&](const auto& role) {
        const KindLeg* first = nullptr;
        return std::all_of(kind.legs.begin(), kind.legs.end(), [&](const KindLeg& leg) {
            if (leg.role != role) {
                return true;
            }
            first = first == nullptr ? &leg : first;
            return leg.account == first->account;
        });
    });
}

void append_new(std::vector<std::string>& names, const std::vector<std::string>& more) {
    for (const auto& name : more) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
}

}  // namespace

Result<Kind> put_off(const Kind& outer, const Kind& inner) {
    if (!inner.of.empty()) {
        return not_chargeable(outer, inner, "it puts off another kind itself");
    }
    Kind kind = inner;
    kind.name = outer.name;
    kind.title = outer.title;
    kind.sna = outer.sna;
    bool any = false;
    for (auto& leg : kind.legs) {
        any = replace(leg, outer, inner) || any;
    }
    if (!any) {
        return not_chargeable(outer, inner, "it pays nothing in cash");
    }
    if (books_nothing(kind)) {
        return not_chargeable(outer, inner, "what is due would only be due again");
    }
    std::erase_if(kind.parameters, [&](const KindParameter& parameter) {
        return parameter.sort == KindParameter::Sort::account &&
               std::none_of(kind.legs.begin(), kind.legs.end(), [&](const KindLeg& leg) {
                   return placeholder_of(leg.account) == parameter.name;
               });
    });
    append_new(kind.needs, outer.needs);
    append_new(kind.takes, outer.takes);
    kind.parameters.insert(kind.parameters.end(), outer.parameters.begin(), outer.parameters.end());
    return kind;
}

}  // namespace cellbook
