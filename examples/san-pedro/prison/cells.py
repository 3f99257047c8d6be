"""Cells as they stand: places, area, floor, grade, improvements, and what each is worth (A45-A47).

Values are in hundredths of a boliviano. A dormitory belongs to its section and is not traded.
"""

from dataclasses import dataclass

from model import people as thirty
from prison.sections import SECTIONS


@dataclass
class Cell:
    name: str
    section: str
    grade: int
    area: int  # tenths of a square metre
    places: int
    floor: int
    improvements: str = ""
    dormitory: bool = False
    value: int = 0
    basis: str = ""
    source: str = ""
    standing: str = ""  # of the price: observed, estimated, or nothing where it is assumed


def value_bands(facts):
    """Section -> lowest and highest value in Bs, what they rest on. Dollars at the rate of O213."""
    rate = facts.central("O213")

    def dollars(low, high, basis, fact):
        return int(low * rate), int(high * rate), f"{basis} O213 A47", facts.source(fact)

    poor = dollars(facts.low("O098"), facts.high("O098"), "O098", "O098")
    good = dollars(facts.low("O102"), facts.low("O102") * 3 / 2, "O102", "O102")
    return {
        "posta": dollars(facts.low("O103"), facts.high("O103"), "O103", "O103"),
        "pinos": good,
        "alamos": good,
        "san-martin": (8000, 12000, "A07 A47", ""),
        "prefectura": (8000, 12000, "A07 A47", ""),
        "palmar": poor,
        "guanay": (int(facts.low("O104")), int(facts.high("O104")), "O104 A47",
                   facts.source("O104")),
        "cancha": poor,
    }


def make_cells(draw, facts):
    """Name -> cell, the cells of the thirty households among them."""
    bands = value_bands(facts)
    known = {cell.name for cell in thirty.CELLS}
    cells = {}
    for section in SECTIONS:
        low, high, basis, source = bands[section.name]
        for number in range(1, section.cells - section.dormitories + 1):
            cell = private_cell(draw, section, f"{section.name}-{number:02}")
            cell.basis, cell.source = basis, source
            cell.standing = "estimated" if source else ""
            cell.value = value(draw, section, cell, low, high)
            cells[cell.name] = cell
        for number in range(1, section.dormitories + 1):
            name = f"{section.name}-dormitorio-{number}"
            cells[name] = Cell(name, section.name, section.grade, 620 + 10 * draw.below(18),
                               20 + draw.below(5), 0, "electricity", True, basis="A46")
    assert known <= cells.keys(), known - cells.keys()
    return cells


def private_cell(draw, section, name):
    """A place to every three to four square metres; better cells are larger for each person."""
    spread = draw.below(10)
    grade = section.grade + (spread == 9) - (spread < 3)
    grade = min(5, max(1, grade))
    luck = draw.below(100)
    places = 1 + (luck >= 60) if grade >= 4 else 1 + (luck >= 35) + (luck >= 80)
    area = places * (28 + 4 * grade) + draw.below(20)
    improvements = []
    if grade >= 2 or draw.chance(0.6):
        improvements.append("electricity")
    if grade == 5 and draw.chance(0.62):
        improvements.append("bath")
    if grade >= 3 and draw.chance(0.2):
        improvements.append("hot-plate")
    return Cell(name, section.name, grade, area, places, draw.below(section.storeys),
                ", ".join(improvements))


def value(draw, section, cell, low, high):
    """Higher in the band with places, grade and a bath; the square of a draw keeps most below."""
    luck = draw.below(1000)
    luck = luck * luck // 1000
    better = 120 * (cell.places - 1) + 180 * (cell.grade - section.grade) + (
        250 if "bath" in cell.improvements else 0)
    height = min(1000, max(0, luck * 6 // 10 + better))
    return (low + (high - low) * height // 1000) // 10 * 10 * 100
