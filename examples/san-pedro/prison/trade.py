"""Businesses: the thirteen of model/people.py and those beyond them (A53, A54)."""

from dataclasses import dataclass, field
from datetime import date

from model import people as thirty
from prison.sections import SECTIONS

# trade -> Spanish name, people in a section for each such business, what it sells.
TRADES = {
    "restaurant": ("comedor", 55, "meal|soup"),
    "shop": ("tienda", 45, "groceries"),
    "laundry": ("lavanderia", 125, "laundry"),
    "barber": ("peluqueria", 160, "haircut"),
    "carpentry": ("carpinteria", 310, "repairs|improvement"),
    "workshop": ("taller", 130, "crafts"),
    "telephone": ("telefono", 150, "call"),
}
# What is published of Pinos (O090-O094), the saunas, the gym and the billiards (S35, S38, S82).
NAMED = [
    ("comedor-pinos-2", "pinos", "restaurant", "meal|soup", "O090"),
    ("bar-pinos-1", "pinos", "bar", "drinks", "O091"),
    ("bar-pinos-2", "pinos", "bar", "drinks", "O091"),
    ("campo-pinos", "pinos", "pitch", "football_pitch", "O092"),
    ("billar-pinos", "pinos", "billiards", "billiards", "O093"),
    ("copias-pinos", "pinos", "copy shop", "copies", "O094"),
    ("sauna-pinos", "pinos", "sauna", "sauna", "A53"),
    ("gimnasio-alamos", "alamos", "gym", "gym", "A53"),
    ("billar-alamos", "alamos", "billiards", "billiards", "A53"),
    ("billar-guanay", "guanay", "billiards", "billiards", "A53"),
]
SELLS = {trade: sells for trade, (_, _, sells) in TRADES.items()} | {"sauna": "sauna",
                                                                     "pool": "pool"}
# opening till, stock and equipment, Bs (A54)
START_WITH = {"restaurant": (1100, 900, 1200), "shop": (900, 1100, 480), "laundry": (80, 0, 720),
              "barber": (40, 0, 192), "carpentry": (300, 500, 1440), "workshop": (300, 400, 720),
              "telephone": (60, 0, 240), "bar": (200, 300, 480), "pitch": (0, 0, 0),
              "billiards": (50, 0, 960), "copy shop": (60, 0, 1440), "sauna": (150, 0, 3840),
              "gym": (60, 0, 1920)}
WORKERS = {"restaurant": 2, "shop": 1, "laundry": 1, "carpentry": 1, "workshop": 2, "sauna": 1,
           "bar": 1}


@dataclass
class Business:
    name: str
    section: str
    trade: str
    owner: str  # a party
    sells: str
    basis: str
    detailed: bool = False
    quasi: bool = False
    cell: str = ""
    workers: list = field(default_factory=list)  # households
    opened: date | None = None

    @property
    def party(self):
        return "businesses:" + self.name


def make_businesses(draw, homes, tenure):
    """Owners come from households that stay all year, the better off first."""
    made = [Business(b.name, b.section, b.trade, "inmates:" + b.owner, SELLS[b.trade], "A30", True,
                     b.quasi) for b in thirty.BUSINESSES]
    for section in SECTIONS:
        able = [h for h in homes if h.section == section.name and h.stays() and not h.detailed
                and h.since < date(2018, 1, 1)]
        key = {h.name: {"high": 0, "middle": 200, "low": 900}[h.tier] + draw.below(1000)
               for h in able}
        able.sort(key=lambda h: (key[h.name], h.name))
        for name, trade, sells, basis in wanted(section, made):
            owner = section.party if trade == "pitch" else able.pop(0).party
            made.append(Business(name, section.name, trade, owner, sells, basis))
        hire(draw, [b for b in made if b.section == section.name and not b.detailed], able)
    for business in made:
        if business.owner in tenure.cells_of and business.trade in ("restaurant", "shop"):
            business.cell = premises(tenure, business)
    return made


def wanted(section, made):
    """Names of those that the section has beyond the thirteen."""
    rows = [(name, trade, sells, basis) for name, where, trade, sells, basis in NAMED
            if where == section.name]
    for trade, (spanish, people, sells) in TRADES.items():
        if trade == "restaurant" and section.name == "pinos":
            continue  # two, as published
        have = sum(b.section == section.name and b.trade == trade for b in made)
        for number in range(have + 1, max(1, round(section.people / people)) + 1):
            rows.append((f"{spanish}-{section.name}-{number}", trade, sells, "A53"))
    return rows


def hire(draw, businesses, able):
    """Helpers from the households without a business, the poorer ones as a rule (A55)."""
    idle = [h for h in able if h.tier != "high"]
    idle.sort(key=lambda h: ({"low": 0, "middle": 400}[h.tier] + draw.below(600), h.name))
    for business in businesses:
        for _ in range(WORKERS.get(business.trade, 0)):
            if idle:
                business.workers.append(idle.pop(0))


def premises(tenure, business):
    """The owner's own cell where a kitchen or a shop is run from it."""
    return min(tenure.cells_of[business.owner], key=lambda cell: (tenure.bought[cell], cell))
