-- What follows from the journal. `rebuild` makes all of it anew and `check` proves it row by row.
-- Numbers of accounts, parties, commodities and words are the chain's own. Months count from year
-- 0 (year * 12 + month - 1), days from 1970-01-01.

CREATE TABLE state (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    entries INTEGER NOT NULL,
    transactions INTEGER NOT NULL,
    first_day INTEGER,
    last_day INTEGER,
    in_date_order INTEGER NOT NULL,
    locked_until INTEGER
) STRICT;

-- A party has a number only where an entry names it by itself, not just within an account's name.
CREATE TABLE parties (
    name TEXT PRIMARY KEY,
    number INTEGER UNIQUE,
    sector TEXT NOT NULL,
    declared INTEGER NOT NULL,
    quasi_corporation INTEGER NOT NULL,
    parent TEXT REFERENCES parties (name) DEFERRABLE INITIALLY DEFERRED,
    opened INTEGER,
    ended INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    party TEXT NOT NULL REFERENCES parties (name) DEFERRABLE INITIALLY DEFERRED,
    class TEXT NOT NULL,
    detail TEXT NOT NULL,
    non_financial INTEGER NOT NULL,
    declared INTEGER NOT NULL,
    opened INTEGER,
    ended INTEGER
) STRICT;

CREATE TABLE commodities (
    number INTEGER PRIMARY KEY,
    symbol TEXT NOT NULL,
    scale INTEGER NOT NULL,
    scale_known INTEGER NOT NULL,
    declared INTEGER NOT NULL,
    style TEXT NOT NULL,
    unit INTEGER NOT NULL AS (CAST('1' || substr('000000000000000000', 1, scale) AS INTEGER))
) STRICT;

CREATE TABLE words (
    number INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

-- key: the first 64 bits of an entry's content hash, with the how-manieth entry of that content it
-- is; or, with occurrence 0, of the hash of an id that is not derived from content.
CREATE TABLE ids (
    key INTEGER NOT NULL,
    occurrence INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (key, occurrence, seq)
) STRICT, WITHOUT ROWID;

-- Sums in minor units: INTEGER where they fit 64 bits, else decimal TEXT.
CREATE TABLE month_balances (
    account INTEGER NOT NULL REFERENCES accounts (number),
    commodity INTEGER NOT NULL REFERENCES commodities (number),
    month INTEGER NOT NULL,
    sum ANY NOT NULL,
    PRIMARY KEY (account, commodity, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE totals (
    account INTEGER NOT NULL REFERENCES accounts (number),
    commodity INTEGER NOT NULL REFERENCES commodities (number),
    sum ANY NOT NULL,
    PRIMARY KEY (account, commodity)
) STRICT, WITHOUT ROWID;

-- places: packed ascending list of seq * 32 + day of month, see ledger/book/packed_list.hpp.
CREATE TABLE account_months (
    account INTEGER NOT NULL REFERENCES accounts (number),
    month INTEGER NOT NULL,
    places BLOB NOT NULL,
    PRIMARY KEY (account, month)
) STRICT, WITHOUT ROWID;

-- seqs: packed ascending list.
CREATE TABLE days (
    day INTEGER PRIMARY KEY,
    seqs BLOB NOT NULL
) STRICT;

CREATE TABLE declarations (
    seq INTEGER PRIMARY KEY REFERENCES journal (seq),
    type TEXT NOT NULL,
    subject INTEGER NOT NULL
) STRICT;
CREATE INDEX declarations_by_subject ON declarations (subject, seq);
CREATE INDEX declarations_of_kinds ON declarations (seq) WHERE type = 'kind';

CREATE TABLE assertions (
    account INTEGER NOT NULL REFERENCES accounts (number),
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL REFERENCES journal (seq),
    posting INTEGER NOT NULL,
    PRIMARY KEY (account, day, seq, posting)
) STRICT, WITHOUT ROWID;

CREATE TABLE reversals (
    reversed INTEGER PRIMARY KEY REFERENCES journal (seq),
    reversal INTEGER NOT NULL REFERENCES journal (seq)
) STRICT;
