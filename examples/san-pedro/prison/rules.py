"""What a cell costs to rent, to take in anticretico and to buy. Hundredths of a boliviano."""

from decimal import Decimal


class Rules:
    def __init__(self, facts, book):
        self.share = book["A05"]
        self.part = book["A08"]
        self.floor_rent = int(book["A06"] * 100)
        self.guanay_rent = int(facts.central("O108") * 100)
        self.guanay_source = facts.source("O108")
        self.haggle = int(book["A52"] * 100)  # percent

    def rent(self, cell):
        """A05 of the value in tens of Bs; in Guanay the published rent."""
        if cell.section == "guanay":
            return self.guanay_rent
        return max(1000, int(Decimal(cell.value) * self.share / 1000 + Decimal("0.5")) * 1000)

    def rent_basis(self, cell):
        return "O108" if cell.section == "guanay" else "A05"

    def rent_source(self, cell):
        return self.guanay_source if cell.section == "guanay" else ""

    def deposit(self, cell):
        return int(cell.value * self.part / 1000) * 1000

    def price(self, draw, cell):
        """Up to A52 above or below the value in the books, in tens of Bs, and within the range."""
        percent = 100 + draw.between(-self.haggle, self.haggle)
        return cell.value * percent // 100 // 1000 * 1000
