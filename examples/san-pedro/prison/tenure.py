"""Who holds and who occupies each cell: titles, leases, and how both move through the year.

The eve of the year is laid out section by section; then departures, arrivals and lettings are taken
in the order of their dates. What moves by a transaction (a sale, a deposit and its return) is a
`Move`, which the year books; everything else is a row of the lease register.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from prison.population import START, YEAR
from prison.sections import BY_NAME, OWNERS_PER_HUNDRED_CELLS, SECTIONS

DAY = timedelta(1)
LETS = ("rent", "anticretico")
LATE = date(2017, 11, 1)  # who came to a cell later than this does not let another at the eve
DORMITORY_HOLDS = 34  # people; O089 says thirty and more share a room
PEOPLE_IN_A_CELL = 5  # O088: up to five share a cell in the poorer sections
RECEPTION = timedelta(7)  # O029: a week in reception before a section is paid for


@dataclass
class Lease:
    cell: str
    form: str  # rent, anticretico, floor_space, free
    landlord: str
    tenant: str
    first: date
    last: date | None = None
    places: int = 0  # 0: as the register takes it, the whole cell of rent and anticretico
    rate: int = 0  # hundredths of a boliviano a month
    deposit: int = 0
    by_deposit: bool = False  # begun by a transaction of the year: no row of the register
    by_return: bool = False  # ended by one
    basis: str = ""
    source: str = ""
    name: str = ""

    def active(self, day):
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass
class Move:
    """A sale (payer buys), a deposit (payer takes the cell) or its return (payer gives back)."""

    day: date
    what: str
    cell: str
    payer: str
    payee: str
    amount: int


class Tenure:
    def __init__(self, draw, homes, cells, rules, thirty):
        """`rules`: what a cell costs (prison/rules.py). `thirty`: their titles and leases."""
        self.draw, self.cells, self.rules = draw, cells, rules
        self.homes = {h.party: h for h in homes}
        self.thirty_cells = set(thirty.titles)
        self.titles = dict(thirty.titles)  # cell -> (owner, since) at the eve
        self.leases = list(thirty.leases)
        self.moves = []
        self.owner, self.bought = {}, {}  # cell -> party, day
        self.cells_of = {}  # party -> its cells
        self.lease_of = {}  # tenant -> the lease he lives under
        self.letting = {}  # cell -> leases of rent and anticretico that run
        self.guests = {}  # cell -> people on its floor
        for section in SECTIONS:
            mine = [h for h in homes if h.section == section.name and not h.detailed]
            self.lay_out(section, mine, thirty.titles)
        self.run_year([h for h in homes if not h.detailed])
        self.leases.sort(key=lambda lease: (lease.first, lease.cell, lease.tenant, lease.form))
        for number, lease in enumerate((x for x in self.leases if not x.by_deposit), 1):
            lease.name = f"l{number:04}"

    # -- the eve of the year
    def lay_out(self, section, homes, taken):
        there = [h for h in homes if h.since < START]
        free = [c for c in self.cells.values()
                if c.section == section.name and not c.dormitory and c.name not in taken]
        for cell in self.cells.values():
            if cell.section == section.name and cell.dormitory:
                self.give(cell.name, section.party, date(2005, 1, 5))
        ranked = self.by_means(there, high=0, middle=300, low=900)
        owners = ranked[:min(len(ranked), len(free) * OWNERS_PER_HUNDRED_CELLS // 100)]
        homes_first = sorted(free, key=lambda c: (-c.value - 100 * self.draw.below(200000), c.name))
        for home, cell in zip(owners, homes_first):
            self.give(cell.name, home.party, self.after(home.since))
        tenants = self.by_means([h for h in there if h not in owners], high=0, middle=400, low=800)
        surplus = homes_first[len(owners):]
        for cell in surplus:
            self.let_out(cell, self.landlord(owners), tenants)
        hosts = [h for h in owners if h.stays()]
        for home in tenants:
            self.lodge(home, hosts, min(forward(home.since, self.draw.below(14)),
                                        date(2017, 12, 5)))

    def by_means(self, homes, **handicap):
        keys = {h.name: handicap[h.tier] + self.draw.below(1000) for h in homes}
        return sorted(homes, key=lambda h: (keys[h.name], h.name))

    def after(self, since):
        """A later day before the year, the fifth of a month: dues and rents fall together."""
        months = (2017 - since.year) * 12 + 12 - since.month
        return forward(since, self.draw.below(months // 2 + 1))

    def give(self, cell, owner, since):
        self.titles[cell] = (owner, since)
        self.hold(cell, owner, since)

    def hold(self, cell, owner, since):
        if cell in self.owner:
            self.cells_of[self.owner[cell]].remove(cell)
        self.owner[cell], self.bought[cell] = owner, since
        self.cells_of.setdefault(owner, []).append(cell)

    def landlord(self, owners):
        """Well-off owners more often; no more than five cells each."""
        while True:
            home = self.draw.pick(owners)
            weight = {"high": 4, "middle": 2, "low": 1}[home.tier]
            held = self.held(home.party)
            if self.draw.below(4) < weight and len(held) < 5 and self.bought[held[0]] < LATE:
                return home

    def held(self, party):
        return self.cells_of.get(party, [])

    def let_out(self, cell, landlord, tenants):
        """A cell beyond the owner's own: let whole, by the place, in anticretico, empty (A49)."""
        own = min(self.bought[c] for c in self.held(landlord.party))
        self.give(cell.name, landlord.party, max(forward(own, 1), self.after(landlord.since)))
        how = self.draw.below(100)
        if not tenants or how >= 96:
            return
        if how < 16 and cell.places > 1:
            for _ in range(min(cell.places, len(tenants))):
                alone = [i for i, h in enumerate(tenants) if len(h.members) == 1]
                self.rent(cell, landlord.party, tenants.pop(alone[0] if alone else 0), places=1)
        elif how < 34 and landlord.stays():
            self.take(cell, landlord.party, tenants)
        else:
            self.rent(cell, landlord.party, tenants.pop(0))

    def first_day(self, cell, home):
        first = max(self.bought[cell.name], home.since)
        return first if first.day == 5 and first == home.since else forward(first, self.draw.below(
            1 + max(0, (2017 - first.year) * 12 + 11 - first.month) // 2))

    def rent(self, cell, landlord, home, first=None, places=0):
        rate = self.rules.rent(cell)
        if places:
            rate = max(1000, rate * places // cell.places // 1000 * 1000)  # in tens of Bs
        self.begin(Lease(cell.name, "rent", landlord, home.party,
                         first or self.first_day(cell, home), places=places, rate=rate,
                         basis=self.rules.rent_basis(cell),
                         source=self.rules.rent_source(cell)))

    def take(self, cell, landlord, tenants):
        """In anticretico since before the year; the deposit returns if the tenant leaves."""
        home = tenants.pop(0)
        self.begin(Lease(cell.name, "anticretico", landlord, home.party, self.first_day(cell, home),
                         deposit=self.rules.deposit(cell), basis="A08"))

    def begin(self, lease):
        self.leases.append(lease)
        self.lease_of[lease.tenant] = lease
        if lease.form in LETS:
            self.letting.setdefault(lease.cell, []).append(lease)

    # -- those without a cell of their own
    def lodge(self, home, hosts, first):
        """On somebody's floor, in a dormitory, with relatives, or nowhere (A50)."""
        first = max(first, home.since)
        luck = self.draw.below(100)
        if home.tier == "low" and self.bed_in_dormitory(home, first):
            return
        floor, relatives = {"high": (92, 97), "middle": (86, 96), "low": (52, 80)}[home.tier]
        form = "floor_space" if luck < floor else "free" if luck < relatives else ""
        cell = self.place(home, hosts) if form else None
        if cell is None:
            return
        first = max(first, self.bought[cell])
        lease = Lease(cell, form, self.owner[cell], home.party, first, basis="A50")
        if form == "floor_space":
            lease.rate, lease.basis = self.rules.floor_rent, "A06 A50"
        self.begin(lease)
        self.guests[cell] = self.guests.get(cell, 0) + len(home.members)

    def bed_in_dormitory(self, home, first):
        for cell in self.cells.values():
            if cell.section == home.section and cell.dormitory and self.guests.get(
                    cell.name, 0) + len(home.members) <= DORMITORY_HOLDS:
                self.begin(Lease(cell.name, "free", BY_NAME[home.section].party, home.party, first,
                                 basis="A46 A50"))
                self.guests[cell.name] = self.guests.get(cell.name, 0) + len(home.members)
                return True
        return False

    def place(self, home, hosts):
        """An owner's cell with room on the floor; the better a section, the less is shared."""
        room = min(PEOPLE_IN_A_CELL, 8 - BY_NAME[home.section].grade)
        for _ in range(40):
            host = self.draw.pick(hosts)
            cell = self.home_of(host)
            if cell and len(host.members) + self.guests.get(cell, 0) + len(home.members) <= room:
                return cell
        return None

    def home_of(self, host):
        """Of an owner's cells the one held longest that is not let."""
        own = [c for c in self.held(host.party) if not self.letting.get(c)]
        return min(own, key=lambda c: (self.bought[c], c)) if own else None

    # -- the year
    def run_year(self, homes):
        agenda = []
        for home in homes:
            if home.since >= START:
                agenda.append((home.since + RECEPTION, 1, home.name, self.settle, home))
            if home.leaves:
                agenda.append((home.leaves, 0, home.name, self.depart, home))
                for cell in self.held(home.party):
                    day = max(date(YEAR, 1, 8), home.leaves - timedelta(3 + self.draw.below(9)))
                    agenda.append((day, 2, cell, self.sell, cell))
        for month in range(1, 13):
            agenda.append((date(YEAR, month, 5), 3, "", self.let_vacant, homes))
            agenda.append((date(YEAR, month, 5), 4, "", self.turn_into_anticretico, homes))
        for day, _, _, act, what in sorted(agenda, key=lambda entry: entry[:3]):
            act(day, what)

    def end(self, lease, last):
        lease.last = last
        if last < lease.first:
            self.leases.remove(lease)  # it never began
        if self.lease_of.get(lease.tenant) is lease:
            del self.lease_of[lease.tenant]
        if lease.form in LETS:
            self.letting[lease.cell].remove(lease)
        else:
            self.guests[lease.cell] -= len(self.homes[lease.tenant].members)

    def depart(self, day, home):
        lease = self.lease_of.get(home.party)
        if lease is None:
            return
        if lease.form == "anticretico":
            self.moves.append(Move(day - DAY, "return", lease.cell, lease.landlord, home.party,
                                   lease.deposit))
            lease.by_return = True
        self.end(lease, day - DAY)

    def settle(self, day, home):
        """After a week in reception: a cell that stands empty, somebody's floor, or nothing."""
        empty = self.vacant(home.section)
        if home.tier != "low" and empty and self.draw.chance(0.5):
            cell = self.draw.pick(empty)
            self.rent(cell, self.owner[cell.name], home, first=whole_month(day))
            return
        hosts = sorted({self.owner[c.name] for c in self.cells.values()
                        if c.section == home.section and c.name in self.owner and not c.dormitory})
        hosts = [self.homes[h] for h in hosts if h not in self.lease_of
                 and self.homes[h].stays() and not self.homes[h].detailed]
        self.lodge(home, hosts, whole_month(day))

    def vacant(self, section):
        """Cells that their owner neither lives in nor lets."""
        found = []
        for cell in self.cells.values():
            if cell.section != section or cell.dormitory or cell.name not in self.owner:
                continue
            owner = self.homes[self.owner[cell.name]]
            lived_in = owner.party not in self.lease_of and self.home_of(owner) == cell.name
            if not (self.letting.get(cell.name) or self.guests.get(cell.name) or lived_in
                    or not owner.stays()):
                found.append(cell)
        return found

    def let_vacant(self, day, homes):
        """On the fifth of each month most empty cells find a tenant among those without one."""
        for section in SECTIONS:
            for cell in self.vacant(section.name):
                seekers = [h for h in homes if h.section == section.name and h.tier != "low"
                           and h.stays() and h.since + RECEPTION < day and not self.has_cell(h)]
                if not seekers or not self.draw.chance(0.7):
                    continue
                home, landlord = self.draw.pick(seekers), self.owner[cell.name]
                if home.party in self.lease_of:
                    self.end(self.lease_of[home.party], day - DAY)
                if self.draw.chance(0.25):
                    self.lend(day, cell, landlord, home.party)
                else:
                    self.rent(cell, landlord, home, first=day)

    def turn_into_anticretico(self, day, homes):
        """Two tenants a month put down a deposit for the cell they rent (A49)."""
        whole = [lease for lease in self.lease_of.values()
                 if lease.form == "rent" and not lease.places and lease.landlord in self.homes
                 and not any(self.homes[party].detailed or not self.homes[party].stays()
                             for party in (lease.landlord, lease.tenant))
                 and self.homes[lease.tenant].tier != "low"]
        for _ in range(2):
            old = whole.pop(self.draw.below(len(whole)))
            self.end(old, day - DAY)
            self.lend(day, self.cells[old.cell], old.landlord, old.tenant)

    def lend(self, day, cell, landlord, tenant):
        deposit = self.rules.deposit(cell)
        self.begin(Lease(cell.name, "anticretico", landlord, tenant, day, deposit=deposit,
                         by_deposit=True, basis="A08"))
        self.moves.append(Move(day, "deposit", cell.name, tenant, landlord, deposit))

    def has_cell(self, home):
        lease = self.lease_of.get(home.party)
        return bool(self.held(home.party)) or (
            lease is not None and lease.form in ("rent", "anticretico"))

    def sell(self, day, cell):
        """Whoever leaves sells first, and stays as a guest until the day (A51)."""
        seller = self.homes[self.owner[cell]]
        own = self.home_of(seller) == cell and seller.party not in self.lease_of
        tenants = list(self.letting.get(cell, ()))
        buyer = self.buyer(seller, cell, tenants, day)
        self.moves.append(Move(day, "sale", cell, buyer.party, seller.party,
                               self.rules.price(self.draw, self.cells[cell])))
        mine = self.lease_of.get(buyer.party)
        if mine is not None and (mine.cell == cell or mine.form != "anticretico"):
            self.end(mine, day - DAY)
        for lease in tenants:
            if lease.tenant != buyer.party:
                self.end(lease, day - DAY)
                self.begin(Lease(cell, "rent", buyer.party, lease.tenant, day, places=lease.places,
                                 rate=lease.rate, basis=lease.basis, source=lease.source))
        self.hold(cell, buyer.party, day)
        if own:
            self.begin(Lease(cell, "free", buyer.party, seller.party, day, basis="A51"))
            self.guests[cell] = self.guests.get(cell, 0) + len(seller.members)

    def buyer(self, seller, cell, tenants, day):
        """The tenant if he stays, else somebody without a cell, now and then an owner (A51)."""
        for lease in tenants:
            if lease.form == "rent" and not lease.places and self.homes[lease.tenant].stays():
                return self.homes[lease.tenant]
        near = [h for h in self.homes.values() if h.section == seller.section and h.stays()
                and not h.detailed and h.since + RECEPTION < day and h is not seller]
        if not tenants and not self.draw.chance(0.2):
            poor = [h for h in near if not self.has_cell(h)]
            ready = [h for h in poor if h.tier != "low"] or poor
            if ready:
                return self.draw.pick(ready)
        rich = [h for h in near if self.held(h.party) and h.tier != "low"
                and len(self.held(h.party)) < 5] or near
        return self.draw.pick(rich)


def forward(day, months):
    """The fifth of the month so many months later."""
    month = day.year * 12 + day.month - 1 + months
    return date(month // 12, month % 12 + 1, 5)


def whole_month(day):
    """The day, or the first of the next month where some months lack it."""
    return day if day.day <= 28 else forward(day, 1).replace(day=1)
