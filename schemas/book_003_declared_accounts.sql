-- Accounts that a declaration says more of than their name does. Opening a book reads the names of
-- all accounts, and all else of these alone.
CREATE INDEX accounts_declared ON accounts (number) WHERE declared = 1;
