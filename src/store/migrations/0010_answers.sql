-- An answer is said like everything else: typed, spoken, on paper. `note` is what was typed.
ALTER TABLE affirmation ADD COLUMN transcript TEXT NOT NULL DEFAULT '';
ALTER TABLE affirmation ADD COLUMN sound_id TEXT REFERENCES sound (id);
ALTER TABLE affirmation ADD COLUMN photo_id TEXT REFERENCES photo (id);
ALTER TABLE affirmation ADD COLUMN photo_words TEXT NOT NULL DEFAULT '';
-- The advisor who wrote it down from paper; none when the person answered here.
ALTER TABLE affirmation ADD COLUMN recorded_by TEXT REFERENCES person (id);
CREATE INDEX affirmation_by_sound ON affirmation (sound_id);
CREATE INDEX affirmation_by_photo ON affirmation (photo_id);

-- The day on which everybody reads the definition again, as "2027-01-15".
ALTER TABLE definition ADD COLUMN review_on TEXT;
