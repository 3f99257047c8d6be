"""A figure of the book that answers published ones: a function, the facts it answers, and how."""

from dataclasses import dataclass

FIGURES = {}  # fact -> Figure
NO_COUNTERPART = {}  # fact -> why the book has none


@dataclass(frozen=True)
class Figure:
    of: object  # Source -> Decimal or None
    how: str
    put_in: bool


def figure(*facts, put_in=False):
    """Registers a function of the source. `put_in`: the script was given the figure, so that it
    agrees by construction; otherwise it comes out."""

    def register(function):
        for fact in facts:
            assert fact not in FIGURES, fact
            FIGURES[fact] = Figure(function, function.__doc__, put_in)
        return function

    return register


def none(why, *facts):
    """These published figures have no counterpart in the book."""
    for fact in facts:
        assert fact not in NO_COUNTERPART and fact not in FIGURES, fact
        NO_COUNTERPART[fact] = why
