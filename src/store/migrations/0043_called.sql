-- What people like to be called. Which word of a name that is, nobody can tell from its place.
ALTER TABLE person ADD COLUMN called TEXT;
-- When they said so themselves: from then on no table changes it.
ALTER TABLE person ADD COLUMN called_at BIGINT;
