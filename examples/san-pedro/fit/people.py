"""Figures of people, sections, cells as places, and shops."""

from datetime import date
from decimal import Decimal

from fit.figure import figure, none
from fit.source import MIDDLE, middle

WEEKS = Decimal(365) / 7
POOR = ("sections:palmar", "sections:cancha")


@figure("O001", "O002", "O003", "O004", "O005", "O006", "O007")
def planned(source):
    """places planned, all sections"""
    return sum(Decimal(row["places"]) for row in source.sections)


@figure("O008", "O009", "O010", "O011", "O012", "O013", "O015", "O016", "O017", "O018", "O019",
        "O020", "O021", "O171")
def inmates(source):
    """inmates present on 1 July"""
    return Decimal(len(source.inmates()))


def counted(source, what, section=None, day=MIDDLE):
    """A column of `occupancy`, of one section or of all."""
    return sum(Decimal(row[what]) for name, row in source.occupancy(day).items()
               if section in (None, name))


def people(source):
    """people present on 1 July"""
    return counted(source, "persons")


@figure("O014")
def crowding(source):
    """people present on 1 July, percent of places planned"""
    return 100 * people(source) / planned(source)


@figure("O022", put_in=True)
def posta(source):
    """people of Posta on 1 July"""
    return counted(source, "persons", "sections:posta")


@figure("O027")
def arrivals(source):
    """inmates who arrived in the year, a week"""
    return sum(row["role"] == "inmate" and row["arrived"] >= "2018-01-01"
               for row in source.members) / WEEKS


@figure("O028")
def releases(source):
    """inmates released in the year, a week"""
    return sum(row["role"] == "inmate" and "" < row["released"] < "2019-01-01"
               for row in source.members) / WEEKS


@figure("O029", put_in=True)
def reception(source):
    """days from arrival to the first lease, median of those who arrived and found one"""
    first = {}
    for row in source.register("leases"):
        first[row["tenant"]] = min(first.get(row["tenant"], "9"), row["from"])
    return middle((date.fromisoformat(first[row["household"]])
                   - date.fromisoformat(row["since"])).days
                  for row in source.register("households")
                  if row["since"] >= "2018-01-01" and row["household"] in first)


@figure("O066", "O067", "O069", "O070", "O074")
def children(source):
    """children present on 1 July"""
    return counted(source, "children")


@figure("O073", put_in=True)
def children_of_2018(source):
    """children present on 1 July"""
    return children(source)


@figure("O071")
def children_at_christmas(source):
    """children present on 25 December; the ratio to ordinary time is put in"""
    return counted(source, "children", day=date(2018, 12, 25))


@figure("O079", "O080", "O081", "O082", "O083", "O084", put_in=True)
def sections(source):
    """sections"""
    return Decimal(len(source.sections))


@figure("O085", put_in=True)
def stars_of_pinos(source):
    """stars of Pinos"""
    return next(Decimal(row["grade"]) for row in source.sections
                if row["section"] == "sections:pinos")


@figure("O086", put_in=True)
def baths_in_posta(source):
    """cells of Posta with a bath"""
    return Decimal(sum(row["section"] == "sections:posta" and "bath" in row["improvements"]
                       for row in source.cells.values()))


@figure("O087", put_in=True)
def storeys_of_posta(source):
    """floors of Posta"""
    return 1 + max(Decimal(row["floor"]) for row in source.cells.values()
                   if row["section"] == "sections:posta")


@figure("O088")
def people_in_a_cell(source):
    """people in a private cell of Palmar and Cancha on 1 July, median of those lived in"""
    return middle(count for cell, count in source.people_in_cells.items()
                  if source.cells[cell]["section"] in POOR and "dormitorio" not in cell)


@figure("O089", put_in=True)
def people_in_a_room(source):
    """people in the fullest dormitory on 1 July"""
    return Decimal(max(count for cell, count in source.people_in_cells.items()
                       if "dormitorio" in cell))


def in_pinos(source, sells):
    return Decimal(sum(row["section"] == "sections:pinos" and sells in row["sells"].split("|")
                       for row in source.register("businesses")))


@figure("O090", put_in=True)
def restaurants(source):
    """businesses of Pinos that sell meals"""
    return in_pinos(source, "meal")


@figure("O091", put_in=True)
def bars(source):
    """businesses of Pinos that sell drinks"""
    return in_pinos(source, "drinks")


@figure("O092", put_in=True)
def pitches(source):
    """football pitches of Pinos"""
    return in_pinos(source, "football_pitch")


@figure("O093", put_in=True)
def billiards(source):
    """businesses of Pinos with billiards"""
    return in_pinos(source, "billiards")


@figure("O094", put_in=True)
def copies(source):
    """businesses of Pinos that copy"""
    return in_pinos(source, "copies")


@figure("O152", put_in=True)
def crafters(source):
    """inmates of households that sold crafts on 24 January, the Alasita fair"""
    sold = {row["payee"] for row in source.flows("sale_outside", "crafts")
            if row["date"] == "2018-01-24" and row["payer"] == "outside:city"}
    there = source.inmates(date(2018, 1, 24))
    return Decimal(sum(row["household"] in sold for row in there))


@figure("O153")
def crafters_of_2025(source):
    """inmates of households that sold crafts at the fair of 2018"""
    return crafters(source)


none("The register has no showers and no hot-plates.", "O023", "O095", "O096")
none("Nothing is kept about cases and sentences.", "O024", "O025", "O026", "O078")
none("All prisons of the department; their growth set arrivals and releases (A43).",
     "O030", "O031", "O034", "O035", "O036", "O037")
none("Schooling, and what happened in other years, is not in the book.", "O068", "O072", "O075")
none("Workshops are not told apart by material.", "O154")
