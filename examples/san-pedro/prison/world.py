"""What stands of the prison before its year is booked: people, cells, tenure, trade."""

from dataclasses import dataclass

from model.draw import Draw
from model.prices import price_table
from prison.cells import make_cells
from prison.population import Population
from prison.rules import Rules
from prison.sections import SECTIONS
from prison.tenure import Tenure
from prison.thirty import thirty
from prison.trade import make_businesses

SEED = 2018


@dataclass
class World:
    facts: object
    book: object  # assumptions
    prices: dict
    homes: list
    cells: dict
    tenure: object
    businesses: list


def stream(number):
    """Draws of their own for each part, so that a change in one leaves the others as they were."""
    return Draw(SEED * 1000 + number)


def check_sections(book):
    """The table of sections adds up to what ASSUMPTIONS.md says of the whole."""
    said = {"A39": sum(s.people for s in SECTIONS), "A40": sum(s.places for s in SECTIONS),
            "A42": sum(s.spouses for s in SECTIONS),
            "A45": sum(s.cells - s.dormitories for s in SECTIONS),
            "A46": sum(s.dormitories for s in SECTIONS)}
    for key, value in said.items():
        if book[key] != value:
            raise SystemExit(f"{key} is {book[key]}, the sections add up to {value}")


def make_world(facts, book):
    prices = price_table(facts, book)
    children = int(facts.central("O073"))
    extra = children * int(facts.central("O071") - facts.central("O070")) // int(
        facts.central("O070"))
    check_sections(book)
    population = Population(stream(1), int(book["A43"]), int(book["A44"]), extra)
    cells = make_cells(stream(2), facts)
    tenure = Tenure(stream(3), population.homes, cells, Rules(facts, book),
                    thirty(population.homes, prices, book))
    businesses = make_businesses(stream(4), population.homes, tenure)
    works_inside = {b.owner for b in businesses} | {h.party for b in businesses for h in b.workers}
    for home in population.homes:
        for member in home.members:
            if member.role == "inmate" and home.party in works_inside:
                member.works = "inside"
    return World(facts, book, prices, population.homes, cells, tenure, businesses)
