"""The registers as CSV: the first column names the register, every row is marked synthetic."""

import csv
import io

from prison.sections import SECTIONS

ENTRY = {  # section -> price of prices.py, units of money
    "posta": ("entry_posta_usd", "USD"), "pinos": ("entry", "BOB"), "alamos": ("entry", "BOB"),
    "san-martin": ("entry_low", "BOB"), "prefectura": ("entry_low", "BOB"),
    "palmar": ("entry_poor", "BOB"), "guanay": ("entry", "BOB"), "cancha": ("entry_low", "BOB"),
}
DUES = {"posta": "A02", "pinos": "A03", "alamos": "A03"}  # the others: A04
DUE_SINCE = "2018-01-05"


def money(minor):
    return f"{minor // 100}.{minor % 100:02}"


def iso(day):
    return day.isoformat() if day else ""


def table(columns, rows):
    """Rows of dictionaries; `standing` and `tag:synthetic` are the same in all."""
    columns = [*columns, "standing", "tag:synthetic", "tag:basis"]
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n", restval="")
    writer.writeheader()
    for row in rows:
        writer.writerow(row | {"standing": "assumed", "tag:synthetic": "yes"})
    return out.getvalue()


def sections():
    return table(["section", "grade", "places"], [
        {"section": s.party, "grade": s.grade, "places": s.places,
         "tag:basis": ("O085 " if s.name == "pinos" else "") + "A40 A45"} for s in SECTIONS])


def cells(all_cells):
    return table(["cell", "section", "grade", "area", "places", "floor", "improvements"], [
        {"cell": c.name, "section": "sections:" + c.section, "grade": c.grade,
         "area": f"{c.area // 10}.{c.area % 10}", "places": c.places, "floor": c.floor,
         "improvements": c.improvements, "tag:basis": "A46" if c.dormitory else "A45"}
        for c in all_cells.values()])


def titles(tenure, thirty_prices):
    rows = []
    for cell in tenure.cells.values():
        owner, since = tenure.titles[cell.name]
        row = {"cell": cell.name, "owner": owner, "since": iso(since), "tag:basis": "A46"}
        if not cell.dormitory:
            price = thirty_prices.get(cell.name)
            row |= {"price": money(int(price.value * 100) if price else cell.value),
                    "commodity": "BOB", "source": price.source if price else cell.source,
                    "tag:standing-price": (price.standing if price else cell.standing).replace(
                        "assumed", ""),
                    "tag:basis": (price.basis if price else cell.basis) + " A48"}
        rows.append(row)
    return table(["cell", "owner", "since", "price", "commodity", "source", "tag:standing-price"],
                 rows)


def businesses(all_businesses):
    return table(["business", "owner", "section", "cell", "sells"], [
        {"business": b.party, "owner": b.owner, "section": "sections:" + b.section, "cell": b.cell,
         "sells": b.sells, "tag:basis": b.basis} for b in all_businesses])


def households(homes):
    return table(["household", "section", "since"], [
        {"household": h.party, "section": "sections:" + h.section, "since": iso(h.since),
         "tag:basis": "A29" if h.detailed else "A41"} for h in homes])


def members(homes):
    return table(["member", "household", "role", "works", "arrived", "released"], [
        {"member": m.name, "household": h.party, "role": m.role, "works": m.works,
         "arrived": iso(m.arrived), "released": iso(m.released),
         "tag:basis": "A29" if h.detailed else "O073 A42" if m.role == "child" else "A41"}
        for h in homes for m in h.members])


def leases(all_leases):
    rows = []
    for lease in all_leases:
        if lease.by_deposit:
            continue  # begun by a transaction
        row = {"lease": lease.name, "cell": lease.cell, "form": lease.form,
               "landlord": lease.landlord, "tenant": lease.tenant, "places": lease.places or "",
               "from": iso(lease.first), "to": "" if lease.by_return else iso(lease.last),
               "source": lease.source, "tag:basis": lease.basis,
               "tag:standing-price": "estimated" if lease.source else ""}
        if lease.rate:
            row |= {"rate": money(lease.rate), "commodity": "BOB", "period": "month"}
        if lease.deposit:
            row |= {"deposit": money(lease.deposit), "commodity": "BOB"}
        rows.append(row)
    return table(["lease", "cell", "form", "landlord", "tenant", "places", "rate", "commodity",
                  "period", "deposit", "from", "to", "source", "tag:standing-price"], rows)


def tariffs(prices, book):
    rows = []
    for s in SECTIONS:
        key, commodity = ENTRY[s.name]
        price = prices[key]
        rows.append({"tariff": f"entry-{s.name}", "section": s.party, "kind": "section_entry",
                     "amount": price.value, "commodity": commodity, "per": "household",
                     "period": "once", "from": "2018-01-01", "source": price.source,
                     "tag:standing-price": price.standing, "tag:basis": price.basis + " A56"})
        dues = DUES.get(s.name, "A04")
        rows.append({"tariff": f"dues-{s.name}", "section": s.party, "kind": "section_dues",
                     "amount": book[dues], "commodity": "BOB", "per": "adult", "period": "month",
                     "from": DUE_SINCE, "tag:basis": dues})
    return table(["tariff", "section", "kind", "amount", "commodity", "per", "period", "from",
                  "source", "tag:standing-price"], rows)
