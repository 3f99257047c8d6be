-- Views for R, Python and the sqlite3 shell; docs/book.md describes them.
CREATE VIEW v_days AS SELECT day FROM days;
