"""Unit prices of 2018 and where each comes from."""

from decimal import Decimal

from model.facts import Price, cents, deflator_2024_to_2018


def observed(facts, fact, low=None, high=None):
    return Price(facts.central(fact), fact, "observed", facts.source(fact), low, high)


def low_end(facts, fact):
    """The low end of a published range, booked as an estimate with that range."""
    return Price(facts.low(fact), fact, "estimated", facts.source(fact), facts.low(fact),
                 facts.high(fact))


def carried(facts, fact):
    """A price published for another year or place, carried over unchanged."""
    return Price(facts.central(fact), fact, "estimated", facts.source(fact))


def assumed(book, key):
    return Price(book[key], key, "assumed")


def price_table(facts, book):
    rate = facts.central("O213")  # official rate of 2018
    deflator = deflator_2024_to_2018(facts)

    def deflated(fact):
        return Price(cents(facts.central(fact) / deflator), f"{fact} O245-O250", "estimated",
                     facts.source(fact))

    def in_bob(value, basis, standing, source, low, high):
        return Price(cents(value * rate), f"{basis} O213", standing, source, cents(low * rate),
                     cents(high * rate))

    def dollars(fact, low=None):
        low = facts.low(fact) if low is None else low
        high = facts.rows[fact]["high"]
        return in_bob(low, fact, "estimated", facts.source(fact), low,
                      Decimal(high) if high else low)

    return {
        "rate": rate,
        "dish": low_end(facts, "O335"),
        "soup": low_end(facts, "O336"),
        "pool": carried(facts, "O337"),
        "sauna": assumed(book, "A09"),
        "laundry": assumed(book, "A10"),
        "haircut": assumed(book, "A11"),
        "call": carried(facts, "O137"),
        "night": low_end(facts, "O138"),
        "certificate": carried(facts, "O133"),
        "hearing": Price(facts.high("O135"), "O135", "estimated", facts.source("O135"),
                         Decimal(0), facts.high("O135")),
        "allowance": observed(facts, "O167"),
        "day": Price(facts.high("O151"), "O151", "estimated", facts.source("O151"), Decimal(0),
                     facts.high("O151")),
        "chicken": deflated("O318"),
        "rice": deflated("O314"),
        "potato": deflated("O330"),
        "entry_posta_usd": observed(facts, "O119"),
        "entry": low_end(facts, "O115"),
        "entry_poor": carried(facts, "O116"),
        "entry_low": carried(facts, "O111"),
        "arrival": carried(facts, "O117"),
        "grulla": carried(facts, "O127"),
        "grant_usd": carried(facts, "O175"),
        "cell": {
            "posta": dollars("O103"),
            "pinos": dollars("O102"),
            "alamos": dollars("O102"),
            "san-martin": assumed(book, "A07"),
            "prefectura": assumed(book, "A07"),
            "palmar": dollars("O098"),
            "guanay": low_end(facts, "O104"),
            "cancha": dollars("O098"),
        },
        "cell_guanay_high": Price(facts.high("O104"), "O104", "estimated", facts.source("O104"),
                                  facts.low("O104"), facts.high("O104")),
        "rent_guanay": carried(facts, "O108"),
    }
