#!/usr/bin/env python3
"""The registers of the whole prison agree with its events, by a reading of their own.

usage: registers_agree.py EXAMPLE MADE_FOLDER

Titles and uses are followed through sales, deposits and returns without cellbook: every seller
holds what he sells, every landlord what he lets, no place is let twice, nobody lives in two
cells, a child works nowhere, who has left holds nothing, and the people on 1 July are those
that the README counts.
"""
import csv
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

MOVES = ("cell_sale", "anticretico_deposit", "anticretico_return")
ALWAYS = "9999-12-31"


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def eve(day):
    return (date.fromisoformat(day) - timedelta(1)).isoformat()


class Registers:
    def __init__(self, example, made):
        read = {path.stem: rows(path) for path in sorted((example / "register").glob("*.csv"))}
        self.cells = {row["cell"]: row for row in read["cells"]}
        self.since = {row["household"]: row["since"] for row in read["households"]}
        self.members = defaultdict(list)
        for row in read["members"]:
            self.members[row["household"]].append(row)
        self.holders = {row["cell"]: [(row["since"], row["owner"])] for row in read["titles"]}
        self.leases = [row | {"to": row["to"] or ALWAYS} for row in read["leases"]]
        self.faults = []
        events = [row for path in [*sorted(example.glob("events-*.csv")),
                                   *sorted(made.glob("prison-*.csv"))] for row in rows(path)]
        for row in sorted((row for row in events if row["kind"] in MOVES), key=lambda r: r["date"]):
            self.move(row)

    def expect(self, holds, *what):
        if not holds:
            self.faults.append(" ".join(str(part) for part in what))

    def move(self, row):
        cell, day = row["cell"], row["date"]
        if row["kind"] == "anticretico_return":
            lease = self.anticretico(cell, row["payee"], day)
            self.expect(lease is not None, "nothing to return", row)
            if lease is not None:
                self.expect((lease["landlord"], lease["deposit"]) == (row["payer"], row["amount"]),
                            "another deposit was taken", row)
                lease["to"] = eve(day)
            return
        self.expect(self.holders[cell][-1][1] == row["payee"], "does not hold what he gives", row)
        if row["kind"] == "cell_sale":
            self.holders[cell].append((day, row["payer"]))
        else:
            self.leases.append({"cell": cell, "form": "anticretico", "landlord": row["payee"],
                                "tenant": row["payer"], "places": "", "deposit": row["amount"],
                                "from": day, "to": ALWAYS})

    def anticretico(self, cell, tenant, day):
        return next((lease for lease in self.leases if lease["form"] == "anticretico"
                     and (lease["cell"], lease["tenant"]) == (cell, tenant)
                     and lease["from"] <= day <= lease["to"]), None)

    def holder(self, cell, day):
        return next((owner for since, owner in reversed(self.holders[cell]) if since <= day), None)

    def left(self, household):
        """The day from which nobody of it is inside, or the end of all days."""
        return max((row["released"] or ALWAYS for row in self.members[household]), default=ALWAYS)

    # -- what must hold
    def check_leases(self):
        by_cell, by_tenant = defaultdict(list), defaultdict(list)
        for lease in self.leases:
            first, last = lease["from"], lease["to"]
            self.expect(first <= last, "ends before it begins", lease)
            self.expect(self.holder(lease["cell"], first) == lease["landlord"],
                        "is not the landlord's to let", lease)
            self.expect(self.since[lease["tenant"]] <= first, "tenant is not there yet", lease)
            for party in ("landlord", "tenant"):
                gone = self.left(lease[party]) if lease[party] in self.since else ALWAYS
                self.expect(gone == ALWAYS or last < gone, f"{party} has left", lease)
            by_tenant[lease["tenant"]].append(lease)
            if lease["form"] in ("rent", "anticretico"):
                by_cell[lease["cell"]].append(lease)
        for tenant, leases in by_tenant.items():
            leases.sort(key=lambda lease: lease["from"])
            for one, other in zip(leases, leases[1:]):
                self.expect(one["to"] < other["from"], tenant, "has two leases", one, other)
        for cell, leases in by_cell.items():
            places = int(self.cells[cell]["places"])
            for lease in leases:
                taken = sum(int(other["places"] or places) for other in leases
                            if other["from"] <= lease["from"] <= other["to"])
                self.expect(taken <= places, "is let twice", lease)

    def check_people(self):
        for household, members in self.members.items():
            for row in members:
                self.expect(row["role"] != "child" or row["works"] == "no", "works", row)
                self.expect(self.since[household] <= row["arrived"] < (row["released"] or ALWAYS),
                            "comes and goes at odd times", row)
        for cell, holders in self.holders.items():
            owner = holders[-1][1]
            self.expect(owner not in self.since or self.left(owner) == ALWAYS,
                        owner, "has left and holds", cell)

    def people(self, day):
        return Counter(row["role"] for members in self.members.values() for row in members
                       if row["arrived"] <= day < (row["released"] or ALWAYS))


def main():
    registers = Registers(Path(sys.argv[1]), Path(sys.argv[2]))
    registers.check_leases()
    registers.check_people()
    people = registers.people("2018-07-01")
    registers.expect(people == {"inmate": 2210, "spouse": 147, "child": 143}, "people", people)
    for fault in registers.faults[:20]:
        print(fault)
    sales = sum(len(holders) - 1 for holders in registers.holders.values())
    print(f"{len(registers.cells)} cells, {len(registers.leases)} leases, {sales} sales, "
          f"{sum(people.values())} people on 1 July: {len(registers.faults)} faults")
    sys.exit(1 if registers.faults or not sales else 0)


if __name__ == "__main__":
    main()
