"""Households and their members: who is there on the first of July, who comes and who goes.

The count at the middle of the year is exact by section and role; arrivals and releases of the year
are exact for the prison. The thirty households of model/people.py are part of every count.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from model import people as thirty
from prison.sections import CHILDREN_A_COUPLE, INMATES_A_HOUSEHOLD, SECTIONS, TIERS

YEAR = 2018
START, MIDDLE, END = date(YEAR, 1, 1), date(YEAR, 7, 1), date(YEAR, 12, 31)
SINGLE_RELEASES = 4  # every fourth release is of one member of a household that goes on (A44)
SPOUSES_MOVING = 20  # arrive, and leave, in each half of the year (A42)


@dataclass
class Member:
    name: str
    role: str  # inmate, spouse, child
    arrived: date
    released: date | None = None
    works: str = "no"  # inside, outside; a child never

    def there(self, day):
        return self.arrived <= day and (self.released is None or day < self.released)


@dataclass
class Household:
    name: str
    section: str
    tier: str
    since: date
    leaves: date | None = None
    detailed: bool = False  # one of the thirty, whose days are in events-2018-q*.csv
    members: list = field(default_factory=list)

    @property
    def party(self):
        return "inmates:" + self.name

    def stays(self):
        return self.leaves is None

    def present(self, day):
        return self.since <= day and (self.leaves is None or day < self.leaves)

    def count(self, day, *roles):
        return sum(m.there(day) for m in self.members if not roles or m.role in roles)

    def adults(self, day):
        return self.count(day, "inmate", "spouse", "adult")

    def join(self, role, arrived, released=None, works="no"):
        assert role != "child" or works == "no"
        number = len(self.members) + 1
        self.members.append(Member(f"{self.name}-{number}", role, arrived, released or self.leaves,
                                   works))


def shares(total, weights):
    """Parts of a whole in proportion to weights, the largest remainders rounded up."""
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in order[:total - sum(parts)]:
        parts[i] += 1
    return parts


def the_thirty():
    """Their members and dates; those who were there before the year came at different times."""
    homes = []
    for index, home in enumerate(thirty.HOUSEHOLDS):
        since = date.fromisoformat(home.arrives) if home.arrives else date(
            2013 + index % 4, 1 + index * 5 % 12, 5)
        leaves = date.fromisoformat(home.leaves) if home.leaves else None
        made = Household(home.name, home.section, home.tier, since, leaves, True)
        for _ in range(home.inmates):
            made.join("inmate", since, works="inside")
        for _ in range(home.spouses):
            made.join("spouse", since, works="outside" if home.earned_outside else "no")
        for _ in range(home.children):
            made.join("child", since)
        homes.append(made)
    return homes


class Population:
    """Draws the households beyond the thirty, section by section."""

    def __init__(self, draw, arrivals, releases, christmas_children):
        self.draw = draw
        self.homes = the_thirty()
        inmates = [s.inmates for s in SECTIONS]
        came = sum(m.arrived >= START for h in self.homes for m in h.members if m.role == "inmate")
        went = sum(m.released is not None for h in self.homes for m in h.members
                   if m.role == "inmate")
        for section, come, go in zip(SECTIONS, shares(arrivals - came, inmates),
                                     shares(releases - went, inmates)):
            self.fill(section, come, go)
        self.bring_children_for_christmas(christmas_children)

    # -- draws
    def weighted(self, table):
        left = self.draw.below(sum(weight for _, weight in table))
        for value, weight in table:
            if left < weight:
                return value
            left -= weight
        raise AssertionError

    def day_between(self, first, last):
        return first + timedelta(days=self.draw.below((last - first).days + 1))

    def since_before(self):
        """Some time from 2012 to 2017, later years more often, on the fifth of a month."""
        months = min(self.draw.below(71), self.draw.below(71))  # back from December 2017
        return date(2017 - months // 12, 12 - months % 12, 5)

    # -- a section
    def fill(self, section, arrivals, releases):
        mine = [h for h in self.homes if h.section == section.name]
        self.serial = 100
        self.made = []
        first, second = arrivals // 2, arrivals - arrivals // 2
        out_first, out_second = releases // 2, releases - releases // 2
        there = section.inmates - sum(h.count(MIDDLE, "inmate") for h in mine)
        came = [self.household(section, self.day_between(date(2018, 1, 4), date(2018, 6, 30)), 1)
                for _ in range(first)]
        settled = self.households(section, there - len(came))
        self.couples(section, settled, mine)
        self.leave_in_second_half(settled, out_second)
        self.left_in_first_half(section, settled, out_first)
        for _ in range(second):
            self.household(section, self.day_between(MIDDLE + timedelta(1), date(2018, 12, 15)), 1)
        self.move_spouses(section, settled)
        self.homes += self.made

    def household(self, section, since, inmates, leaves=None):
        self.serial += 1
        tier = self.weighted(list(zip(TIERS, section.means)))
        home = Household(f"i{section.number:02}{self.serial}", section.name, tier, since, leaves)
        for _ in range(inmates):
            home.join("inmate", since)
        self.made.append(home)
        return home

    def households(self, section, inmates, **dates):
        """As many as hold so many inmates, there since before the year."""
        made = []
        while inmates:
            size = min(inmates, self.weighted(INMATES_A_HOUSEHOLD))
            made.append(self.household(section, self.since_before(), size, **dates))
            inmates -= size
        return made

    def couples(self, section, settled, mine):
        spouses = section.spouses - sum(h.count(MIDDLE, "spouse") for h in mine)
        children = section.children - sum(h.count(MIDDLE, "child") for h in mine)
        homes = [h for h in settled if h.count(MIDDLE) <= 2 and h.tier != "low"] + [
            h for h in settled if h.tier == "low" and h.count(MIDDLE) == 1]
        homes = homes[:spouses * 2]
        with_spouse = [homes[i] for i in range(0, len(homes), 2)][:spouses]
        assert len(with_spouse) == spouses, (section.name, len(with_spouse), spouses)
        for home in with_spouse:
            works = self.weighted((("outside", 55), ("inside", 20), ("no", 25)))
            home.join("spouse", home.since, works=works)
        left, at = children, 0
        while left:
            home = with_spouse[at % len(with_spouse)]
            for _ in range(min(left, self.weighted(CHILDREN_A_COUPLE))):
                home.join("child", home.since)
                left -= 1
            at += 1

    def leave_in_second_half(self, settled, releases):
        """Whole households without family first drawn, and single members of larger ones."""
        self.release(settled, releases, MIDDLE + timedelta(2), date(2018, 12, 28))

    def release(self, homes, releases, first, last):
        while releases:
            home = self.draw.pick(homes)
            inmates = [m for m in home.members if m.role == "inmate" and m.released is None]
            if home.leaves or len(inmates) > releases or home.count(MIDDLE, "child"):
                continue
            day = self.day_between(first, last)
            if len(inmates) > 1 and self.draw.below(SINGLE_RELEASES):
                inmates[-1].released = day
                releases -= 1
                continue
            home.leaves = day
            for member in home.members:
                member.released = min(member.released or day, day)
            releases -= len(inmates)

    def left_in_first_half(self, section, settled, releases):
        """Households that are gone by July, and members who had left households that are not."""
        single = releases // SINGLE_RELEASES
        homes = [h for h in settled if not h.leaves]
        for _ in range(single):
            home = self.draw.pick(homes)
            home.join("inmate", home.since,
                      released=self.day_between(date(2018, 1, 20), date(2018, 6, 30)))
        for home in self.households(section, releases - single):
            home.leaves = self.day_between(date(2018, 1, 20), date(2018, 6, 30))
            for member in home.members:
                member.released = home.leaves

    def move_spouses(self, section, settled):
        """Spouses who came in the first half, left in it, and the same in the second."""
        staying = [h for h in settled if h.stays()]
        for _ in range(SPOUSES_MOVING // len(SECTIONS) + (section.number <= 4)):
            spouses = [m for h in staying for m in h.members if m.role == "spouse"
                       and m.arrived < START and m.released is None]
            if len(spouses) > 2:
                self.draw.pick(spouses).arrived = self.day_between(START, date(2018, 6, 20))
                self.draw.pick(spouses).released = self.day_between(MIDDLE + timedelta(5), END)
            home = self.draw.pick(staying)
            home.join("spouse", home.since,
                      released=self.day_between(date(2018, 2, 1), date(2018, 6, 30)))
            home = self.draw.pick(staying)
            home.join("spouse", self.day_between(MIDDLE + timedelta(5), END))

    def bring_children_for_christmas(self, count):
        homes = [h for h in self.homes if h.stays() and not h.detailed and h.tier != "low"
                 and h.since < MIDDLE]
        for _ in range(count):
            self.draw.pick(homes).join("child", self.day_between(date(2018, 12, 14),
                                                                 date(2018, 12, 23)),
                                       released=self.day_between(date(2019, 1, 7),
                                                                 date(2019, 1, 25)))


def present(homes, day, *roles):
    return sum(home.count(day, *roles) for home in homes)
