#!/usr/bin/env python3
"""Makes the synthetic data of this example: with --check, says whether they are what is committed.

Everything here is invented. Elasticities and prices of attributes are written below, so that what
is estimated can be held against what made it.
"""
import math
import random
import sys
from pathlib import Path

HERE = Path(__file__).parent
SECTIONS = ["posta", "pinos", "prefectura", "palmar", "guanay", "cancha", "alamos", "muralla"]


def meals():
    """Weeks of a kitchen in each section: price answers to demand, and to the cost of potatoes."""
    draw = random.Random(1)
    lines = ["# Synthetic: demand for meals with elasticity -1.2 to price and 0.5 to income.",
             "week,section,meals,price,income,potato,gas"]
    for number, section in enumerate(SECTIONS):
        level = draw.gauss(0, 0.3)
        for week in range(1, 27):
            potato, gas, shock = (draw.gauss(0, 1) for _ in range(3))
            income = math.exp(6.5 + 0.2 * number + 0.1 * draw.gauss(0, 1))
            price = math.exp(2 + 0.12 * potato + 0.05 * gas + 0.08 * shock + 0.05 * draw.gauss(0, 1))
            sold = math.exp(5 + level - 1.2 * math.log(price) + 0.5 * math.log(income) + 0.2 * shock)
            lines.append(f"{week},{section},{sold:.1f},{price:.2f},{income:.2f},"
                         f"{4 + 0.4 * potato:.2f},{22 + 2 * gas:.2f}")
    return lines


def kiosk():
    """Events of a kiosk's only customer over 48 months: rice -0.8, soap -1.5 and 0.2 to rice."""
    draw = random.Random(4)
    lines = ["# Synthetic: no row of these four years happened; elasticities are rice -0.8, soap -1.5.",
             "date,kind,payer,payee,amount,commodity,product,quantity,standing"]
    for month in range(48):
        day = f"{2014 + month // 12}-{month % 12 + 1:02}"
        income = 900 * math.exp(0.3 * draw.gauss(0, 1))
        rice = 6 * math.exp(0.2 * draw.gauss(0, 1))
        soap = 3 * math.exp(0.2 * draw.gauss(0, 1))
        lines.append(f"{day}-01,family_income,outside:city,inmates:i0001,{income:.2f},BOB,labour,,"
                     "simulated")
        of_rice = 400 * rice ** -0.8 * (income / 900) ** 0.4 * math.exp(0.05 * draw.gauss(0, 1))
        of_soap = 60 * soap ** -1.5 * rice ** 0.2 * math.exp(0.05 * draw.gauss(0, 1))
        for product, quantity, price in (("rice", of_rice, rice), ("soap", of_soap, soap)):
            quantity = round(quantity, 1)
            lines.append(f"{day}-10,shop_sale,inmates:i0001,businesses:kiosk,"
                         f"{quantity * price:.2f},BOB,{product},{quantity},simulated")
    return lines


def cells():
    """Cells, their leases from 2017 on and new ones from 2018 on, a tenth dearer."""
    draw = random.Random(3)
    rooms = ["# Synthetic: log rent is 4.5 + 0.06 area + 0.1 places + 0.5 of posta + 0.2 of pinos.",
             "cell,section,grade,area,places,floor,improved,standing"]
    leases = ["# Synthetic: rents of invented cells.",
              "lease,cell,form,landlord,tenant,rate,commodity,period,from,to,standing"]
    titles = ["# Synthetic: owners of invented cells.", "cell,owner,since,standing"]
    premium = {"posta": 0.5, "pinos": 0.2, "palmar": 0}
    for number in range(60):
        section = list(premium)[number % 3]
        name = f"{section}-{number:02}"
        area = round(draw.uniform(4, 14), 1)
        places = draw.randint(1, 3)
        improved = f"{draw.randint(2005, 2016)}-06-01" if number % 4 else ""
        rooms.append(f"{name},sections:{section},,{area},{places},{draw.randint(0, 3)},{improved},"
                     "simulated")
        titles.append(f"{name},inmates:i{number + 100:04},2016-01-01,simulated")
        if number % 5 == 4:
            continue
        rent = math.exp(4.5 + 0.06 * area + 0.1 * places + premium[section] + 0.1 * draw.gauss(0, 1))
        for lease, rate, begin, end in (("a", rent, "2017-01-01", "2017-12-31"),
                                        ("b", rent * 1.1, "2018-01-01", "")):
            leases.append(f"L{number:02}{lease},{name},rent,inmates:i{number + 100:04},"
                          f"inmates:i{number + 200:04},{rate:.0f},BOB,month,{begin},{end},simulated")
    return rooms, titles, leases


def main():
    rooms, titles, leases = cells()
    files = {"meals.csv": meals(), "events.csv": kiosk(), "cells.csv": rooms, "leases.csv": leases,
             "titles.csv": titles}
    differ = 0
    for name, lines in files.items():
        text = "\n".join(lines) + "\n"
        if "--check" in sys.argv:
            differ += (HERE / name).read_text(encoding="utf-8") != text
        else:
            (HERE / name).write_text(text, encoding="utf-8")
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
