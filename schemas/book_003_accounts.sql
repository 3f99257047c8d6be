-- Opening a book reads the names of all accounts, and all else of those alone that a declaration says
-- more of than their name does. No two have one name, whoever writes.
--
-- A migration is followed by a rebuild, which makes these rows anew: whatever an older file holds of
-- them does not stand in the way.
DELETE FROM month_balances;
DELETE FROM totals;
DELETE FROM account_months;
DELETE FROM assertions;
DELETE FROM accounts;
CREATE INDEX accounts_declared ON accounts (number) WHERE declared = 1;
CREATE UNIQUE INDEX accounts_by_name ON accounts (name);
