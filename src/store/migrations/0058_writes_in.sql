-- The language in which somebody wrote last, for the next words of theirs; empty until they have written.
ALTER TABLE person ADD COLUMN writes_in TEXT NOT NULL DEFAULT '';
