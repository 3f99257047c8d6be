-- Views of a book for R, Python and the sqlite3 shell, in plain SQL on the canonical form that
-- docs/format.md describes; docs/book.md says what their columns mean. Amounts come twice: as
-- decimal text, exact at any size, and as an integer number of minor units.
--
-- In this file `decimal_text(MINOR, COMMODITY)` stands for the expression that writes minor units
-- with a commodity's decimals; ledger/book/migration.cpp spells it out, so that a book's views
-- need no function that SQLite lacks.

CREATE VIEW v_transactions AS
SELECT t.seq,
    t.body ->> '$[4]' AS id,
    date((t.body ->> '$[3]') * 86400, 'unixepoch') AS date,
    date(coalesce(t.body ->> '$[7].r', t.body ->> '$[3]') * 86400, 'unixepoch') AS recorded,
    CASE t.body ->> '$[7].s'
        WHEN 1 THEN 'pending' WHEN 2 THEN 'cleared' ELSE 'unmarked' END AS status,
    t.body ->> '$[7].c' AS code,
    t.body ->> '$[5]' AS description,
    t.body ->> '$[7].m' AS comment,
    kind.text AS kind,
    CASE (SELECT coalesce(max(value), 0) FROM json_each(t.body, '$[7].g'))
        WHEN 0 THEN 'observed' WHEN 1 THEN 'estimated' WHEN 2 THEN 'assumed'
        ELSE 'simulated' END AS standing,
    source.text AS source,
    t.body ->> '$[7].l[0]' AS low,
    t.body ->> '$[7].l[1]' AS high,
    coalesce(t.body ->> '$[7].n', 0) AS nonobserved,
    t.body ->> '$[7].v[0]' AS reverses,
    t.body ->> '$[7].v[1]' AS reason,
    reversals.reversal AS reversed_by_seq
FROM journal AS t
LEFT JOIN words AS kind ON kind.number = t.body ->> '$[7].k'
LEFT JOIN words AS source ON source.number = t.body ->> '$[7].q'
LEFT JOIN reversals ON reversals.reversed = t.seq
WHERE t.body ->> '$[1]' = 't';

CREATE VIEW v_postings AS
SELECT t.seq,
    p.key + 1 AS posting,
    t.body ->> '$[4]' AS id,
    date((t.body ->> '$[3]') * 86400, 'unixepoch') AS date,
    account.name AS account,
    account.party,
    account.class,
    account.detail,
    commodity.symbol AS commodity,
    decimal_text(p.value ->> '$[2]', commodity) AS amount,
    p.value ->> '$[2]' AS amount_minor,
    cost.symbol AS cost_commodity,
    decimal_text(p.value ->> '$[3].c[1]', cost) AS cost,
    p.value ->> '$[3].c[1]' AS cost_minor,
    p.value ->> '$[3].c[2]' AS unit_cost,
    party.name AS with_party,
    CASE p.value ->> '$[3].s'
        WHEN 1 THEN 'pending' WHEN 2 THEN 'cleared' ELSE 'unmarked' END AS status,
    p.value ->> '$[3].m' AS comment
FROM journal AS t, json_each(t.body, '$[6]') AS p
JOIN accounts AS account ON account.number = p.value ->> '$[0]'
JOIN commodities AS commodity ON commodity.number = p.value ->> '$[1]'
LEFT JOIN commodities AS cost ON cost.number = p.value ->> '$[3].c[0]'
LEFT JOIN parties AS party ON party.number = p.value ->> '$[3].w'
WHERE t.body ->> '$[1]' = 't';

-- A reversal has a negative amount and quantity, so that sums net out.
CREATE VIEW v_flows AS
SELECT t.seq,
    t.body ->> '$[4]' AS id,
    date((t.body ->> '$[3]') * 86400, 'unixepoch') AS date,
    kind.text AS kind,
    payer.name AS payer,
    payee.name AS payee,
    product.text AS product,
    cell.text AS cell,
    t.body ->> '$[7].f[5]' AS quantity,
    t.body ->> '$[7].f[6]' AS unit_price,
    commodity.symbol AS commodity,
    decimal_text(t.body ->> '$[7].f[3]', commodity) AS amount,
    t.body ->> '$[7].f[3]' AS amount_minor
FROM journal AS t
LEFT JOIN words AS kind ON kind.number = t.body ->> '$[7].k'
LEFT JOIN parties AS payer ON payer.number = t.body ->> '$[7].f[0]'
LEFT JOIN parties AS payee ON payee.number = t.body ->> '$[7].f[1]'
LEFT JOIN commodities AS commodity ON commodity.number = t.body ->> '$[7].f[2]'
LEFT JOIN words AS product ON product.number = t.body ->> '$[7].f[4]'
LEFT JOIN words AS cell ON cell.number = t.body ->> '$[7].f[7]'
WHERE t.body ->> '$[1]' = 't' AND json_type(t.body, '$[7].f') IS NOT NULL;

CREATE VIEW v_tags AS
SELECT t.seq, NULL AS posting, word.text AS tag, tag.value ->> '$[1]' AS value
FROM journal AS t, json_each(t.body, '$[7].t') AS tag
JOIN words AS word ON word.number = tag.value ->> '$[0]'
WHERE t.body ->> '$[1]' = 't'
UNION ALL
SELECT t.seq, p.key + 1, word.text, tag.value ->> '$[1]'
FROM journal AS t, json_each(t.body, '$[6]') AS p, json_each(p.value, '$[3].t') AS tag
JOIN words AS word ON word.number = tag.value ->> '$[0]'
WHERE t.body ->> '$[1]' = 't';

CREATE VIEW v_balances AS
SELECT account.name AS account,
    account.party,
    party.sector,
    account.class,
    commodity.symbol AS commodity,
    CASE WHEN typeof(b.sum) = 'integer' THEN decimal_text(b.sum, commodity)
        WHEN commodity.scale = 0 THEN b.sum
        ELSE substr(b.sum, 1, length(b.sum) - commodity.scale) || '.'
            || substr(b.sum, -commodity.scale) END AS balance,
    b.sum AS balance_minor
FROM totals AS b
JOIN accounts AS account ON account.number = b.account
JOIN parties AS party ON party.name = account.party
JOIN commodities AS commodity ON commodity.number = b.commodity
WHERE b.sum <> 0;

-- What parties owe and are owed, by counterparty: financial assets but cash, and liabilities. The
-- counterparty is the one given with the posting, else the other of exactly two parties, else NULL.
CREATE VIEW v_claims AS
WITH legs AS (
    SELECT t.body, account.name AS account, account.party, p.value ->> '$[1]' AS commodity,
        p.value ->> '$[2]' AS minor, given.name AS given
    FROM journal AS t, json_each(t.body, '$[6]') AS p
    JOIN accounts AS account ON account.number = p.value ->> '$[0]'
    LEFT JOIN parties AS given ON given.number = p.value ->> '$[3].w'
    WHERE t.body ->> '$[1]' = 't'
        AND (account.class = 'liabilities'
            OR (account.class = 'assets' AND NOT account.non_financial
                AND lower(account.detail) NOT IN ('cash', 'bank')
                AND lower(account.detail) NOT LIKE 'cash:%'
                AND lower(account.detail) NOT LIKE 'bank:%'))),
sided AS (
    SELECT account, party, commodity, minor,
        coalesce(given, (
            SELECT iif(count(DISTINCT a.party) = 1, min(a.party), NULL)
            FROM json_each(legs.body, '$[6]') AS other
            JOIN accounts AS a ON a.number = other.value ->> '$[0]'
            WHERE a.party <> legs.party)) AS counterparty
    FROM legs),
-- Sums in two parts, of which each fits 64 bits when the whole does.
sums AS (
    SELECT account, party, counterparty, commodity,
        sum(minor / 1000000000) AS high, sum(minor % 1000000000) AS low
    FROM sided
    GROUP BY account, party, counterparty, commodity)
SELECT s.party,
    s.account,
    s.counterparty,
    commodity.symbol AS commodity,
    decimal_text(s.high * 1000000000 + s.low, commodity) AS outstanding,
    s.high * 1000000000 + s.low AS outstanding_minor
FROM sums AS s
JOIN commodities AS commodity ON commodity.number = s.commodity
WHERE s.high * 1000000000 + s.low <> 0;

CREATE VIEW v_month_balances AS
SELECT account.name AS account,
    account.party,
    account.class,
    printf('%04d-%02d', b.month / 12, b.month % 12 + 1) AS month,
    commodity.symbol AS commodity,
    CASE WHEN typeof(b.sum) = 'integer' THEN decimal_text(b.sum, commodity)
        WHEN commodity.scale = 0 THEN b.sum
        ELSE substr(b.sum, 1, length(b.sum) - commodity.scale) || '.'
            || substr(b.sum, -commodity.scale) END AS change,
    b.sum AS change_minor
FROM month_balances AS b
JOIN accounts AS account ON account.number = b.account
JOIN commodities AS commodity ON commodity.number = b.commodity;

CREATE VIEW v_accounts AS
SELECT name AS account, party, class, detail, non_financial, declared,
    date(opened * 86400, 'unixepoch') AS opened,
    date((ended - 1) * 86400, 'unixepoch') AS closed
FROM accounts;

CREATE VIEW v_parties AS
SELECT name AS party, sector, declared, quasi_corporation, parent,
    date(opened * 86400, 'unixepoch') AS opened,
    date((ended - 1) * 86400, 'unixepoch') AS closed
FROM parties;

CREATE VIEW v_commodities AS
SELECT symbol AS commodity, scale AS decimals, declared FROM commodities;

CREATE VIEW v_declarations AS
SELECT seq, body ->> '$[1]' AS type,
    CASE body ->> '$[1]'
        WHEN 'party' THEN (SELECT name FROM parties WHERE number = body ->> '$[3]')
        WHEN 'account' THEN (SELECT name FROM accounts WHERE number = body ->> '$[3]')
        WHEN 'commodity' THEN (SELECT symbol FROM commodities WHERE number = body ->> '$[3]')
        WHEN 'price' THEN (SELECT symbol FROM commodities WHERE number = body ->> '$[3]')
        ELSE (SELECT text FROM words WHERE number = body ->> '$[3]') END AS subject,
    body -> '$[4]' AS members
FROM journal
WHERE body ->> '$[1]' <> 't';

CREATE VIEW v_prices AS
SELECT p.seq,
    date((p.body ->> '$[4].date') * 86400, 'unixepoch') AS date,
    commodity.symbol AS commodity,
    p.body ->> '$[4].price' AS price,
    currency.symbol AS currency,
    source.text AS source
FROM journal AS p
JOIN commodities AS commodity ON commodity.number = p.body ->> '$[3]'
JOIN commodities AS currency ON currency.number = p.body ->> '$[4].currency'
LEFT JOIN words AS source ON source.number = p.body ->> '$[4].source'
WHERE p.body ->> '$[1]' = 'price';

CREATE VIEW v_sources AS
SELECT s.seq, word.text AS source, s.body ->> '$[4].citation' AS citation
FROM journal AS s
JOIN words AS word ON word.number = s.body ->> '$[3]'
WHERE s.body ->> '$[1]' = 'source';

CREATE VIEW v_imports AS
SELECT i.import, i.batch, i.imported_at, i.transactions, i.first_seq, i.last_seq,
    f.value ->> '$.name' AS file, f.value ->> '$.sha256' AS sha256
FROM imports AS i, json_each(i.files) AS f;
