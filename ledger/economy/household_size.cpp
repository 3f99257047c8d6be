#include "ledger/economy/household_size.hpp"

#include <charconv>
#include <string>

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
                                                                  Date /*day*/) {
    const Chart& chart = source.chart();
    std::vector<std::optional<HouseholdSize>> sizes(chart.party_count());
    std::optional<Diagnostic> problem;
    source.for_each_declaration([&](std::int64_t seq, const Declaration& declaration) {
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
    return sizes;
}

}  // namespace cellbook
