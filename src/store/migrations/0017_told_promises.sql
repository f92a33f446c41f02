-- Who wrote a promise down, where a family member said it to the school; NULL: whoever made it.
ALTER TABLE commitment ADD COLUMN written_by TEXT REFERENCES person (id);
