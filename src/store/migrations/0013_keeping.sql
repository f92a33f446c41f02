-- What a family says back can be spoken, put in other words by its author, and answered by the student with a letter.
ALTER TABLE reply ADD COLUMN sound_id TEXT REFERENCES sound (id);
ALTER TABLE reply ADD COLUMN transcript TEXT NOT NULL DEFAULT '';
ALTER TABLE reply ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE reply ADD COLUMN letter TEXT NOT NULL DEFAULT '';
ALTER TABLE reply ADD COLUMN letter_language TEXT NOT NULL DEFAULT '';
ALTER TABLE reply ADD COLUMN letter_at BIGINT;
CREATE INDEX reply_by_sound ON reply (sound_id);

-- The last day on which families say something back; NULL: two weeks after.
ALTER TABLE conference ADD COLUMN replies_until TEXT;

-- A promise, by the person who makes it.
CREATE TABLE commitment (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    conference_id TEXT NOT NULL REFERENCES conference (id),
    author_id TEXT NOT NULL REFERENCES person (id),
    what TEXT NOT NULL,
    -- How we'll know; may be empty.
    sign TEXT NOT NULL,
    -- By when; NULL where no day was named.
    by_day TEXT,
    language TEXT NOT NULL,
    version BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    -- How it went, once they were asked.
    outcome TEXT,
    outcome_words TEXT NOT NULL DEFAULT '',
    answered_by TEXT REFERENCES person (id),
    answered_at BIGINT
);
CREATE INDEX commitment_by_conference ON commitment (conference_id, made_at);
CREATE INDEX commitment_by_author ON commitment (author_id);

-- A mail that asks how it went: the row is there before the mail is sent, so that of several servers one sends it.
CREATE TABLE follow_up_mail (
    commitment_id TEXT PRIMARY KEY REFERENCES commitment (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    sent_at BIGINT NOT NULL
);

-- Looking back on a conference: the student's reflection, an advisor's note. One a person.
CREATE TABLE afterword (
    conference_id TEXT NOT NULL REFERENCES conference (id),
    author_id TEXT NOT NULL REFERENCES person (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    version BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (conference_id, author_id)
);
