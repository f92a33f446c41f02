-- What somebody was worried about: a copy of the words as they stood then, for the people whom the school names and nobody else.
-- What the words were copied from may be changed, taken back and deleted; nothing here refers to it.
CREATE TABLE worry (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    -- The words: what kind, which, on whose pages, whose.
    kind TEXT NOT NULL,
    thing_id TEXT NOT NULL,
    student_id TEXT NOT NULL REFERENCES person (id),
    author_id TEXT NOT NULL REFERENCES person (id),
    author_role TEXT NOT NULL,
    -- As they were called then.
    author_name TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    had_sound BIGINT NOT NULL,
    had_photo BIGINT NOT NULL,
    -- Why they worry; may be empty.
    why TEXT NOT NULL,
    reported_by TEXT NOT NULL REFERENCES person (id),
    reported_at BIGINT NOT NULL,
    -- One asks for its release, another agrees: then the words are blank.
    release_asked_by TEXT REFERENCES person (id),
    release_asked_at BIGINT,
    released_by TEXT REFERENCES person (id),
    released_at BIGINT
);
CREATE INDEX worry_by_school ON worry (school_id, reported_at);

-- Whom the school names to hear of worries, from when to when.
CREATE TABLE worry_hearer (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    named_by TEXT NOT NULL REFERENCES person (id),
    named_at BIGINT NOT NULL,
    ended_by TEXT REFERENCES person (id),
    ended_at BIGINT
);
CREATE INDEX worry_hearer_by_school ON worry_hearer (school_id, ended_at);
CREATE INDEX worry_hearer_by_person ON worry_hearer (person_id, ended_at);

-- What was done about it since.
CREATE TABLE worry_note (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    worry_id TEXT NOT NULL REFERENCES worry (id),
    author_id TEXT NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX worry_note_of ON worry_note (worry_id, made_at);

-- Who opened it, and when.
CREATE TABLE worry_opening (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    worry_id TEXT NOT NULL REFERENCES worry (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    opened_at BIGINT NOT NULL
);
CREATE INDEX worry_opening_of ON worry_opening (worry_id, person_id, opened_at);
