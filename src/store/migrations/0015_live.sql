-- Where a conference is while it goes on, so that whoever comes late lands in the right place, whatever breaks.
CREATE TABLE conference_now (
    conference_id TEXT PRIMARY KEY REFERENCES conference (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    -- As the presenter's pages count, from 1; 0 when it has come to its end.
    place BIGINT NOT NULL,
    -- 1 while the screen is dark, so that everybody looks at one another.
    dark BIGINT NOT NULL,
    version BIGINT NOT NULL,
    began_at BIGINT NOT NULL,
    -- When this moment began.
    since BIGINT NOT NULL
);

-- What the one who leads noted while leading.
CREATE TABLE conference_note (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    conference_id TEXT NOT NULL REFERENCES conference (id),
    -- The moment's name as it was then: plans change, notes stay.
    moment TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX conference_note_by_conference ON conference_note (conference_id, made_at);

-- A way in for the phone that holds the cues: it opens the cues of one conference, and nothing else.
CREATE TABLE cue_pass (
    token_hash TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    conference_id TEXT NOT NULL REFERENCES conference (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    expires_at BIGINT NOT NULL
);
CREATE INDEX cue_pass_by_conference ON cue_pass (conference_id);

ALTER TABLE session ADD COLUMN cues_of TEXT REFERENCES conference (id);
