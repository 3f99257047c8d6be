#include "ledger/distribution/household_size.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "ledger/property/property_rows.hpp"

namespace cellbook {

namespace {

/// Nobody's household; a bound so that sums of people never overflow.
constexpr unsigned most_people = 1'000'000;

std::optional<unsigned> people_in(const std::string& text) {
    unsigned people = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), people);
    const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    if (!whole || people > most_people) return std::nullopt;
    return people;
}

/// What a party's tags say of its people.
struct SizeTags {
    std::optional<unsigned> members{};
    std::optional<unsigned> adults{};
    std::optional<unsigned> children{};

    [[nodiscard]] bool any() const { return members || adults || children; }
    /// Absent when the numbers do not go together.
    [[nodiscard]] std::optional<HouseholdSize> size() const {
        const unsigned young = children.value_or(0);
        if (members && young > *members) return std::nullopt;
        const HouseholdSize size{.adults = adults.value_or(members ? *members - young : 0),
                                 .children = young};
        if (members && size.persons() != *members) return std::nullopt;
        if (size.persons() == 0) return std::nullopt;
        return size;
    }
};

/// The people that the register knows, household by household.
class RegisteredPeople {
public:
    void add(const RegisterDeclaration& row, std::int64_t seq) {
        if (row.sort != Register::member) return;
        const Member member = member_of(row, seq);
        members_.insert_or_assign(member.name, member);  // the later word counts
    }
    void count(Date day, std::vector<std::optional<HouseholdSize>>& sizes) const {
        std::map<PartyId, std::vector<const Member*>> households;
        for (const auto& [name, member] : members_) households[member.household].push_back(&member);
        for (const auto& [household, members] : households) {
            sizes[household.value] = count_on(day_of_some(members, day), members);
        }
    }

private:
    static HouseholdSize count_on(Date day, const std::vector<const Member*>& members) {
        HouseholdSize size;
        for (const Member* member : members) {
            if (!member->inside.contains(day)) continue;
            ++(member->role == MemberRole::child ? size.children : size.adults);
        }
        return size;
    }
    /// The day itself when somebody is inside, else the nearest before it, else after it.
    static Date day_of_some(const std::vector<const Member*>& members, Date day) {
        std::optional<Date> before;
        std::optional<Date> after;
        for (const Member* member : members) {
            const Date arrived = *member->inside.begin;
            if (member->inside.contains(day)) return day;
            if (arrived > day) {
                after = after ? std::min(*after, arrived) : arrived;
            } else if (member->inside.end && arrived < *member->inside.end) {
                const Date last{member->inside.end->days - 1};
                before = before ? std::max(*before, last) : last;
            }
        }
        return before ? *before : after.value_or(day);
    }

    std::map<WordId, Member> members_{};
};

Diagnostic invalid(const EntrySource& source, std::int64_t seq, PartyId party,
                   std::string explanation) {
    const Provenance from = source.provenance(seq);
    return {.code = DiagnosticCode::tag_value_invalid,
            .explanation = source.chart()[party].name + ": " + std::move(explanation),
            .remedy =
                "Say how many live there by the tags `adults` and `children`, or `members` "
                "for both together.",
            .position = {.file = from.file, .line = from.line}};
}

}  // namespace

Result<std::vector<std::optional<HouseholdSize>>> household_sizes(const EntrySource& source,
                                                                  Date day) {
    const Chart& chart = source.chart();
    std::vector<std::optional<HouseholdSize>> sizes(chart.party_count());
    std::optional<Diagnostic> problem;
    RegisteredPeople people;
    source.for_each_declaration([&](std::int64_t seq, const Declaration& declaration) {
        if (const auto* row = std::get_if<RegisterDeclaration>(&declaration)) people.add(*row, seq);
        const auto* party = std::get_if<PartyDeclaration>(&declaration);
        if (party == nullptr) return true;
        SizeTags tags;
        for (const Tag& tag : party->tags) {
            const std::string& name = chart[tag.name];
            auto* const into = name == "members"    ? &tags.members
                               : name == "adults"   ? &tags.adults
                               : name == "children" ? &tags.children
                                                    : nullptr;
            if (into == nullptr) continue;
            *into = people_in(tag.value);
            if (!*into) {
                problem = invalid(source, seq, party->party,
                                  "`" + tag.value + "` is no number of people for `" + name + "`");
                return false;
            }
        }
        if (!tags.any()) return true;
        const auto size = tags.size();
        if (!size) {
            problem = invalid(source, seq, party->party,
                              "its adults, children and members do not make one household");
            return false;
        }
        sizes[party->party.value] = size;
        return true;
    });
    if (problem) return *std::move(problem);
    people.count(day, sizes);
    return sizes;
}

}  // namespace cellbook
