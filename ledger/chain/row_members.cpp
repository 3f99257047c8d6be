#include "ledger/chain/row_members.hpp"

#include <algorithm>
#include <array>

namespace cellbook {

namespace {

std::vector<RowMember> members_of(const RegisterForm& form) {
    std::vector<RowMember> members{{"note"}, {"source"}, {"standing"}, {"t"}};
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        members.push_back({form.fields[i].name, i});
    }
    std::ranges::sort(members, {}, &RowMember::name);
    return members;
}

}  // namespace

const std::vector<RowMember>& sorted_members(Register sort) {
    static const auto all = [] {
        std::array<std::vector<RowMember>, register_count> members;
        for (const RegisterForm& form : register_forms()) {
            members[static_cast<std::size_t>(form.sort)] = members_of(form);
        }
        return members;
    }();
    return all[static_cast<std::size_t>(sort)];
}

}  // namespace cellbook
