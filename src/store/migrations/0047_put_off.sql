-- What an advisor has put off until a day, or put away as read (no day).
CREATE TABLE put_off (
    school_id TEXT NOT NULL REFERENCES school (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    -- Which step: its kind and what it is about.
    step TEXT NOT NULL,
    until_day TEXT,
    put_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, step)
);
