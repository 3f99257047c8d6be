-- The truth of a book: its chain of entries. docs/format.md describes bodies and hashes.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    body TEXT NOT NULL,
    hash BLOB NOT NULL
) STRICT;

-- The chain only grows at its end. The guard on insertion also stops INSERT OR REPLACE, which
-- would delete a row without firing triggers unless a connection asks for that (recursive_triggers).
CREATE TRIGGER journal_grows_at_its_end BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN
    SELECT RAISE(ABORT, 'the journal grows at its end only: entries are never replaced');
END;
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: reverse the entry instead of changing it');
END;
CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: reverse the entry instead of deleting it');
END;

-- What imports brought, outside the chain: where entries came from on this machine, on that day.
-- files: JSON list of {"name", "sha256"}; origins: packed (seq, file, line), see
-- ledger/book/origins.hpp.
CREATE TABLE imports (
    import INTEGER PRIMARY KEY,
    batch TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    transactions INTEGER NOT NULL,
    first_seq INTEGER NOT NULL REFERENCES journal (seq),
    last_seq INTEGER NOT NULL REFERENCES journal (seq),
    files TEXT NOT NULL,
    origins BLOB NOT NULL
) STRICT;
CREATE INDEX imports_by_batch ON imports (batch);
