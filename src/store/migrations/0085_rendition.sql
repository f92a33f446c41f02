-- Words in another language, or read aloud: beside what somebody said, never instead of it. What it belongs to is named by its
-- kind ("statement", "work", "feedback", "moment", "target", "letter") and its id; whoever may see that may see this.
CREATE TABLE rendition (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    kind TEXT NOT NULL,
    thing_id TEXT NOT NULL,
    -- A fingerprint of the words it was made from: where they read differently by now, it says so.
    of_words TEXT NOT NULL,
    text TEXT NOT NULL,
    sound_id TEXT REFERENCES sound (id),
    language TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    -- Who said that it says what was meant.
    checked_by TEXT REFERENCES person (id),
    checked_at BIGINT,
    UNIQUE (thing_id, kind, language, made_by)
);
CREATE INDEX rendition_by_sound ON rendition (sound_id);
