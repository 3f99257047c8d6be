"""The table: each published figure of San Pedro beside what the book gives."""

from collections import Counter
from decimal import ROUND_HALF_EVEN, Decimal
from textwrap import fill

from fit import money  # noqa: F401  (it registers its figures)
from fit.figure import FIGURES, NO_COUNTERPART
from fit.people import people, planned

# Facts that are used for prices outside, exchange and inflation: no figures of San Pedro.
NOT_OF_THE_PRISON = ("La Paz prices", "meal price", "bath price", "exchange rate", "inflation")


def number(value):
    """At most two decimals, none where it is whole; thousands apart."""
    value = value.quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN)
    if value == value.to_integral_value():
        return f"{value.to_integral_value():,}"
    return f"{value:,}"


def published(fact):
    low, high, central = (fact[name] and number(Decimal(fact[name]))
                          for name in ("low", "high", "central"))
    if central:
        return central
    if low and high:
        return f"{low} to {high}"
    return f"{low} or more" if low else f"up to {high}"


def ratio(fact, value):
    """Book over published; of a range, over the end that it lies beyond, or `within`."""
    if fact["central"]:
        given = Decimal(fact["central"])
        return number(value / given) if given else number(value)
    if fact["low"] and value < Decimal(fact["low"]):
        return number(value / Decimal(fact["low"]))
    if fact["high"] and value > Decimal(fact["high"]):
        return number(value / Decimal(fact["high"]))
    return "within"


def agrees(shown):
    return shown == "within" or Decimal("0.9") <= Decimal(shown.replace(",", "")) <= Decimal("1.1")


def citation(fact):
    code, _, title = fact["source"].partition(" ")
    return f"[{code}]({fact['url']})" if fact["url"] else f"{code} {title}"


def line(fact, source, tally):
    made = FIGURES[fact["id"]]
    value = made.of(source)
    if value is None:
        raise SystemExit(f"{fact['id']}: the book gives nothing")
    shown = ratio(fact, value)
    origin = "put in" if made.put_in else "comes out"
    tally[origin, agrees(shown)] += 1
    what = f"{fact['quantity']}, {fact['unit']}"
    where = fact["section"].replace("San Pedro whole prison", "")
    place = ", ".join(part for part in (where, fact["year"]) if part)
    return (f"| {fact['id']} | {what}{f' ({place})' if place else ''} | {published(fact)} | "
            f"{number(value)} | {shown} | {origin} | {made.how} | {citation(fact)} |")


def tables(facts, source, tally):
    lines, topic = [], ""
    for fact in facts:
        if fact["id"] not in FIGURES:
            continue
        if fact["topic"] != topic:
            topic = fact["topic"]
            lines += ["", f"## {topic[0].upper()}{topic[1:]}", "",
                      "| id | published figure | published | book | ratio | how | what the book "
                      "counts | source |", "| --- | --- | ---: | ---: | ---: | --- | --- | --- |"]
        lines.append(line(fact, source, tally))
    return lines


def without(facts):
    lines = ["", "## Without a counterpart in the book", "",
             "| facts | published figure | why the book has none |", "| --- | --- | --- |"]
    groups = {}
    for fact in facts:
        if fact["id"] in NO_COUNTERPART:
            groups.setdefault(NO_COUNTERPART[fact["id"]], []).append(fact)
    for why, rows in groups.items():
        names = list(dict.fromkeys(row["quantity"] for row in rows))
        lines.append(f"| {', '.join(row['id'] for row in rows)} | {'; '.join(names)} | {why} |")
    return lines


def as_markdown(facts, source):
    """The whole of fit.md. Every figure of the prison stands in it once."""
    facts = [fact for fact in facts if fact["topic"] not in NOT_OF_THE_PRISON]
    missing = [f["id"] for f in facts if f["id"] not in FIGURES and f["id"] not in NO_COUNTERPART]
    if missing:
        raise SystemExit(f"published figures that the fit leaves out: {missing}")
    tally = Counter()
    body = tables(facts, source, tally)
    inside, outside = tally["comes out", True], tally["comes out", False]
    given = tally["put in", True], tally["put in", False]
    counted = sum(tally.values())
    head = [
        "The year is synthetic. This table shows where it agrees with what has been published and"
        " where not. `./fit.py` makes it from the book of the whole prison, and the tests make it"
        " again and compare every byte. Published figures contradict each other; those of other"
        " years than 2018 are not carried over here.",
        "**how**: `put in` figures were given to the script, so that agreement shows only that the"
        " book holds them; `comes out` figures were not, or not for this section or year."
        " **ratio**: book over published; for a range over the end that the book lies beyond, else"
        " `within`.",
        f"{counted} figures have a counterpart. Of the {inside + outside} that come out, {inside}"
        f" lie within the range or within 10 percent; of the {sum(given)} put in, {given[0]} do."
        f" {len(facts) - counted} have none and stand at the end with the reason.",
        f"The two figures that the year is built around: {number(people(source))} people on 1 July,"
        f" inmates, resident spouses and children, in {number(planned(source))} places planned"
        " (A39, A40: assumed, beside the published ones below)."]
    return "\n".join(["# What is published of San Pedro, and what the book gives",
                      *(f"\n{fill(text, 96)}" for text in head), *body, *without(facts), ""])
