-- Where a conference was moved from, when and by whom, so that everybody hears of it.
ALTER TABLE conference ADD COLUMN moved_from BIGINT;
ALTER TABLE conference ADD COLUMN moved_at BIGINT;
ALTER TABLE conference ADD COLUMN moved_by TEXT REFERENCES person (id);
-- One that was called off is kept with all that was said about it, and can be brought back.
ALTER TABLE conference ADD COLUMN called_off_at BIGINT;
ALTER TABLE conference ADD COLUMN called_off_by TEXT REFERENCES person (id);
-- What those who were coming are told, and the tag of its language.
ALTER TABLE conference ADD COLUMN called_off_words TEXT NOT NULL DEFAULT '';
ALTER TABLE conference ADD COLUMN called_off_language TEXT NOT NULL DEFAULT 'en';
