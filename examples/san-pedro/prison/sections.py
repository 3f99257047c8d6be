"""The eight sections: what each holds at the middle of the year (A39-A42, A45, A46)."""

from dataclasses import dataclass

TIERS = ("high", "middle", "low")


@dataclass(frozen=True)
class Section:
    """One section. Inmates, spouses and children: present on 1 July, the thirty's among them."""

    name: str
    number: int
    inmates: int
    spouses: int
    children: int
    places: int  # planned
    grade: int  # stars
    cells: int  # private ones and dormitories, as they stand
    dormitories: int
    storeys: int
    means: tuple  # households of a hundred that are well off, middling, poor

    @property
    def people(self):
        return self.inmates + self.spouses + self.children

    @property
    def party(self):
        return "sections:" + self.name


SECTIONS = [
    Section("posta", 1, 108, 12, 10, 60, 5, 62, 0, 5, (85, 15, 0)),
    Section("pinos", 2, 246, 28, 26, 90, 5, 130, 0, 3, (32, 58, 10)),
    Section("alamos", 3, 272, 30, 28, 95, 4, 140, 0, 3, (28, 60, 12)),
    Section("san-martin", 4, 385, 27, 28, 120, 3, 170, 0, 2, (8, 60, 32)),
    Section("prefectura", 5, 264, 18, 18, 80, 3, 110, 0, 2, (6, 54, 40)),
    Section("palmar", 6, 343, 8, 9, 95, 1, 90, 3, 2, (2, 33, 65)),
    Section("guanay", 7, 294, 18, 18, 85, 3, 125, 0, 2, (6, 62, 32)),
    Section("cancha", 8, 298, 6, 6, 75, 1, 75, 3, 1, (0, 25, 75)),
]
BY_NAME = {section.name: section for section in SECTIONS}

# Who holds more than a cell, and who lives where, in the share of households (A47-A50).
OWNERS_PER_HUNDRED_CELLS = 62
INMATES_A_HOUSEHOLD = ((1, 730), (2, 200), (3, 55), (4, 15))  # of a thousand households
CHILDREN_A_COUPLE = ((0, 40), (1, 30), (2, 22), (3, 8))  # of a hundred couples
