"""Sees that cellbook, ledger and hledger agree on every balance of a journal."""
import csv
import io
import shutil
import sys
from decimal import Decimal

from measure import output


def of_cellbook(cellbook, journal):
    rows = csv.DictReader(io.StringIO(output([cellbook, "-f", journal, "balance", "-O", "csv"])))
    return {row["account"]: Decimal(row["amount"]) for row in rows if Decimal(row["amount"])}


def of_hledger(journal):
    rows = csv.DictReader(io.StringIO(output(
        ["hledger", "-f", journal, "balance", "--flat", "--no-total", "-O", "csv"])))
    return {row["account"]: Decimal(row["balance"].split()[0]) for row in rows}


def of_ledger(journal):
    text = output(["ledger", "-f", journal, "balance", "--flat", "--no-total", "--balance-format",
                   "%(account)\\t%(quantity(scrub(display_total)))\\n"])
    return {account: Decimal(amount)
            for account, amount in (line.split("\t") for line in text.splitlines())}


def require_agreement(cellbook, journal):
    """How many balances were compared, and with whom. Ends the harness where they differ."""
    own = of_cellbook(cellbook, journal)
    peers = []
    for name, of in (("ledger", of_ledger), ("hledger", of_hledger)):
        if not shutil.which(name):
            continue
        if of(journal) != own:
            sys.exit(f"cellbook and {name} disagree on the balances: times would mean nothing")
        peers.append(name)
    return len(own), peers
