-- What people like to be called. Which word of a name that is, nobody can tell from its place.
ALTER TABLE person ADD COLUMN called TEXT;
