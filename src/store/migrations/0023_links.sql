-- Pages elsewhere that belong to a version: an address on each line, and words behind it.
ALTER TABLE revision ADD COLUMN links TEXT NOT NULL DEFAULT '';
