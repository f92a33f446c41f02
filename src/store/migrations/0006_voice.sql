-- A recording. Whatever holds it (a contribution, an earlier wording of one) says who may hear it; until something does,
-- only whoever brought it.
CREATE TABLE sound (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    brought_by TEXT NOT NULL REFERENCES person (id),
    -- What it is, by what is in it: "webm", "ogg", "mp4", "mp3", "wav".
    kind TEXT NOT NULL,
    size BIGINT NOT NULL,
    hash TEXT NOT NULL,
    brought_at BIGINT NOT NULL
);

-- A picture of something on paper, held like a sound.
CREATE TABLE photo (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    brought_by TEXT NOT NULL REFERENCES person (id),
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    small_hash TEXT NOT NULL,
    medium_hash TEXT NOT NULL,
    large_hash TEXT NOT NULL,
    brought_at BIGINT NOT NULL
);

-- What is said in the recording, in words.
ALTER TABLE contribution ADD COLUMN transcript TEXT NOT NULL DEFAULT '';
ALTER TABLE contribution ADD COLUMN sound_id TEXT REFERENCES sound (id);
ALTER TABLE contribution ADD COLUMN photo_id TEXT REFERENCES photo (id);
-- What the picture shows, for those who do not see it.
ALTER TABLE contribution ADD COLUMN photo_words TEXT NOT NULL DEFAULT '';
-- When its author last put it in other words.
ALTER TABLE contribution ADD COLUMN changed_at BIGINT;
CREATE INDEX contribution_by_sound ON contribution (sound_id);
CREATE INDEX contribution_by_photo ON contribution (photo_id);

-- A contribution as it was before its author put it in other words. Nothing here ever changes.
CREATE TABLE contribution_wording (
    school_id TEXT NOT NULL REFERENCES school (id),
    contribution_id TEXT NOT NULL REFERENCES contribution (id),
    version BIGINT NOT NULL,
    text TEXT NOT NULL,
    transcript TEXT NOT NULL,
    language TEXT NOT NULL,
    sound_id TEXT REFERENCES sound (id),
    photo_id TEXT REFERENCES photo (id),
    photo_words TEXT NOT NULL,
    written_by TEXT NOT NULL REFERENCES person (id),
    -- When it was put in these words.
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (contribution_id, version)
);
CREATE INDEX contribution_wording_by_sound ON contribution_wording (sound_id);
CREATE INDEX contribution_wording_by_photo ON contribution_wording (photo_id);

-- A contribution in another language, beside it and never instead of it.
CREATE TABLE translation (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    contribution_id TEXT NOT NULL REFERENCES contribution (id),
    -- The version of the words it was made from.
    of_version BIGINT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    translated_by TEXT NOT NULL REFERENCES person (id),
    translated_at BIGINT NOT NULL,
    -- Who of the family said that it is right.
    checked_by TEXT REFERENCES person (id),
    checked_at BIGINT,
    -- One person has one translation into a language, and can mend it.
    UNIQUE (contribution_id, language, translated_by)
);
