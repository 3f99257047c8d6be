#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "ledger/property/property_register.hpp"
#include "tests/ledger/book/temporary_book.hpp"
#include "tests/ledger/property/property_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

constexpr int days = 40;
constexpr int cells = 3;
constexpr int parties = 4;
constexpr int forever = 1'000'000;

/// What may happen to cells. `places` 0: the whole cell; `to`: last day of a lease.
struct Deed {
    enum class What { sale, lease, deposit, giving_back };
    What what = What::sale;
    int day = 0;
    int cell = 0;
    int from = 0;  ///< seller, landlord, owner
    int to = 0;    ///< buyer, tenant
    int sum = 0;
    int places = 0;
    int last = forever;
    int name = 0;  ///< of a lease: the later deed of one name replaces the earlier
};

struct Letting {
    int cell, landlord, tenant, begin, end, places, held;
    /// All that the register tells of it too.
    [[nodiscard]] std::tuple<int, int, int, int, int, int> told() const {
        return {cell, landlord, tenant, begin, end, held};
    }
    [[nodiscard]] bool on(int day) const { return begin <= day && day < end; }
};

int places_of(int cell) {
    return cell + 1;
}

/// The register as anybody would keep it on squared paper: a column a day.
class Paper {
public:
    explicit Paper(const std::vector<Deed>& deeds) {
        write_leases(deeds);
        std::vector<int> holder(cells);
        for (int cell = 0; cell < cells; ++cell) holder[static_cast<std::size_t>(cell)] = cell;
        for (int day = 0; day < days; ++day) {
            for (const Deed& deed : deeds) {
                if (deed.day == day && deed.what != Deed::What::lease) happen(deed, holder);
            }
            holders.push_back(holder);
        }
        for (const Letting& letting : lettings) {
            if (letting.begin < letting.end) judge(letting);
        }
    }

    std::vector<std::vector<int>> holders{};  ///< by day and cell
    std::vector<Letting> lettings{};
    bool sound = true;

private:
    void write_leases(const std::vector<Deed>& deeds) {
        std::map<int, Deed> latest;
        for (const Deed& deed : deeds) {
            if (deed.what == Deed::What::lease) latest[deed.name] = deed;
        }
        for (const auto& [name, deed] : latest) {
            const int end = deed.last == forever ? forever : deed.last + 1;
            const int places = deed.places == 0 ? places_of(deed.cell) : deed.places;
            lettings.push_back({deed.cell, deed.from, deed.to, deed.day, end, places, -1});
        }
    }

    void happen(const Deed& deed, std::vector<int>& holder) {
        int& held_by = holder[static_cast<std::size_t>(deed.cell)];
        if (deed.what == Deed::What::sale) {
            sound = sound && held_by == deed.from;
            held_by = deed.to;
        } else if (deed.what == Deed::What::deposit) {
            lettings.push_back(
                {deed.cell, deed.from, deed.to, deed.day, forever, places_of(deed.cell), deed.sum});
        } else {
            const auto open = std::ranges::find_if(lettings, [&](const Letting& letting) {
                return letting.cell == deed.cell && letting.landlord == deed.from &&
                       letting.tenant == deed.to && letting.held > 0;
            });
            if (open == lettings.end() || open->held < deed.sum) {
                sound = false;
                return;
            }
            open->held -= deed.sum;
            if (open->held == 0) open->end = deed.day;
        }
    }

    [[nodiscard]] bool by_owner(const Letting& letting) const {
        return holders[static_cast<std::size_t>(letting.begin)]
                      [static_cast<std::size_t>(letting.cell)] == letting.landlord;
    }

    /// On its first day: whose it is to let, and how many places are let by then.
    void judge(const Letting& letting) {
        int available = by_owner(letting) ? places_of(letting.cell) : -1;
        int let = 0;
        for (const Letting& other : lettings) {
            if (other.cell != letting.cell || !other.on(letting.begin)) continue;
            if (!by_owner(letting) && other.tenant == letting.landlord) {
                available = std::max(available, 0) + other.places;
            }
            const bool same_pool = by_owner(letting)
                                       ? by_owner(other)
                                       : !by_owner(other) && other.landlord == letting.landlord;
            if (same_pool) let += other.places;
        }
        sound = sound && let <= available;
    }
};

std::string date_of(int day) {
    return to_string(Date{parse_date("2018-01-01")->days + day});
}
std::string party_of(int party) {
    return "inmates:i" + std::to_string(party);
}
std::string cell_of(int cell) {
    return "posta-" + std::to_string(cell);
}

std::string beginning() {
    std::string text = "; section: sections:posta\ncommodity 1000.00 BOB\n";
    for (int cell = 0; cell < cells; ++cell) {
        text += "; cell: " + cell_of(cell) +
                "  section:sections:posta, places:" + std::to_string(places_of(cell)) + "\n";
        text += "; title: " + cell_of(cell) + "  owner:" + party_of(cell) + ", since:2018-01-01\n";
    }
    return text;
}

std::string text_of(const Deed& deed) {
    const std::string from = party_of(deed.from);
    const std::string to = party_of(deed.to);
    const std::string cell = cell_of(deed.cell);
    switch (deed.what) {
        case Deed::What::sale:
            return sold(date_of(deed.day), cell, from, to, deed.sum);
        case Deed::What::deposit:
            return deposited(date_of(deed.day), cell, to, from, deed.sum);
        case Deed::What::giving_back:
            return returned(date_of(deed.day), cell, to, from, deed.sum);
        case Deed::What::lease:
            break;
    }
    std::string more;
    if (deed.places != 0) more += ", places:" + std::to_string(deed.places);
    if (deed.last != forever) more += ", to:" + date_of(deed.last);
    return lease("L" + std::to_string(deed.name), cell, "rent", from, to, date_of(deed.day), more);
}

/// Deeds at random days, most of them by somebody who may.
class Fate {
public:
    explicit Fate(unsigned seed) : random_(seed) {}

    Deed next(const std::vector<Deed>& deeds) {
        const Paper paper{deeds};
        Deed deed;
        deed.what = static_cast<Deed::What>(below(4));
        deed.day = below(days);
        deed.cell = below(cells);
        deed.from = below(4) == 0 ? below(parties)
                                  : paper.holders[static_cast<std::size_t>(deed.day)]
                                                 [static_cast<std::size_t>(deed.cell)];
        deed.to = (deed.from + 1 + below(parties - 1)) % parties;
        deed.sum = 100 * (1 + below(3));
        if (deed.what == Deed::What::lease) {
            deed.name = below(8);
            deed.places = below(places_of(deed.cell) + 1);
            if (below(3) != 0) deed.last = deed.day + below(10);
        } else if (deed.what == Deed::What::giving_back && !paper.lettings.empty()) {
            const Letting& letting = paper.lettings[static_cast<std::size_t>(
                below(static_cast<int>(paper.lettings.size())))];
            deed.cell = letting.cell;
            deed.from = letting.landlord;
            deed.to = letting.tenant;
            if (letting.held > 0 && below(2) == 0) deed.sum = letting.held;
        }
        return deed;
    }

private:
    int below(int end) { return std::uniform_int_distribution<int>{0, end - 1}(random_); }
    std::mt19937 random_;
};

/// The book's register says what stands on paper, day by day and lease by lease.
void compare(const EntrySource& book, const Paper& paper) {
    const PropertyRegister property = read_property(book);
    const Chart& chart = book.chart();
    const auto number_of = [&](PartyId id) { return chart[id].name.back() - '0'; };
    const auto day_of = [&](Date date) { return date.days - parse_date("2018-01-01")->days; };
    for (int day = 0; day < days; ++day) {
        for (int cell = 0; cell < cells; ++cell) {
            const Title* const title =
                property.title_on(chart.find_word(cell_of(cell)), *parse_date(date_of(day)));
            REQUIRE(title != nullptr);
            CHECK(number_of(title->owner) ==
                  paper.holders[static_cast<std::size_t>(day)][static_cast<std::size_t>(cell)]);
        }
    }
    std::multiset<std::tuple<int, int, int, int, int, int>> lettings;
    for (const Lease& lease : property.leases()) {
        const auto held = lease.held_on(day("9999-12-31"));
        lettings.insert({chart[lease.cell].back() - '0', number_of(lease.landlord),
                         number_of(lease.tenant), day_of(*lease.term.begin),
                         lease.term.end ? day_of(*lease.term.end) : forever,
                         held ? static_cast<int>(held->minor / 100) : -1});
    }
    std::multiset<std::tuple<int, int, int, int, int, int>> expected;
    for (const Letting& letting : paper.lettings) expected.insert(letting.told());
    CHECK(lettings == expected);
}

}  // namespace

TEST_CASE("a book takes and refuses what a register on paper does, deed by deed, in any order") {
    int taken = 0;
    int refused = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        Fate fate{seed};
        std::vector<Deed> deeds;
        std::string text = beginning();
        for (int i = 0; i < 40; ++i) {
            const Deed deed = fate.next(deeds);
            deeds.push_back(deed);
            const Paper paper{deeds};
            const Prison prison{text + text_of(deed)};
            INFO("seed " << seed << ", deed " << i << '\n' << text << text_of(deed));
            for (const auto& line : prison.told()) UNSCOPED_INFO(line);
            REQUIRE(prison.report.ok() == paper.sound);
            if (paper.sound) {
                text += text_of(deed);
                compare(prison.book, paper);
            } else {
                deeds.pop_back();
            }
            ++(paper.sound ? taken : refused);
        }
    }
    CHECK(taken > 300);
    CHECK(refused > 300);
}

TEST_CASE("a book on disk takes and refuses the same, an import a deed") {
    for (unsigned seed = 101; seed <= 106; ++seed) {
        Fate fate{seed};
        std::vector<Deed> deeds;
        TemporaryBook book;
        book.must_import("beginning.journal", beginning());
        for (int i = 0; i < 25; ++i) {
            const Deed deed = fate.next(deeds);
            deeds.push_back(deed);
            const Paper paper{deeds};
            const auto report = book.import(std::to_string(i) + ".journal", text_of(deed));
            INFO("seed " << seed << ", deed " << i << '\n' << text_of(deed));
            REQUIRE(report.ok() == paper.sound);
            if (!paper.sound) deeds.pop_back();
        }
        compare(*book, Paper{deeds});
        for (const CheckFailure& failure : book->check()) FAIL_CHECK(failure.explanation);
    }
}
