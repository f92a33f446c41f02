-- Times that advisors offer to families, and who has chosen which.
CREATE TABLE offered_time (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    advisor_id TEXT NOT NULL REFERENCES person (id),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    -- "Room 204"; may be empty.
    place TEXT NOT NULL,
    -- Who holds it, where that is not the advisor: rooms side by side.
    host TEXT NOT NULL,
    -- Words of `Way`, with a space between them.
    ways TEXT NOT NULL,
    -- The language an interpreter is there for; empty where there is none.
    interpreter TEXT NOT NULL,
    offered_at BIGINT NOT NULL
);
CREATE INDEX offered_time_by_advisor ON offered_time (advisor_id, starts_at);

-- A time is one family's: that `time_id` is there once is what two who choose at once run into.
CREATE TABLE chosen_time (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    time_id TEXT NOT NULL UNIQUE REFERENCES offered_time (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    -- Who comes.
    person_id TEXT NOT NULL REFERENCES person (id),
    way TEXT NOT NULL,
    -- The language they ask an interpreter for; empty where they need none.
    interpreter TEXT NOT NULL,
    note TEXT NOT NULL,
    -- Who entered it: the family, or the advisor who was told on the phone or on paper.
    entered_by TEXT NOT NULL REFERENCES person (id),
    chosen_at BIGINT NOT NULL,
    -- Raised each time it moves, for calendars (RFC 5545, 3.8.7.4).
    sequence BIGINT NOT NULL
);
CREATE INDEX chosen_time_by_student ON chosen_time (student_id);
CREATE INDEX chosen_time_by_person ON chosen_time (person_id);

-- An address that a calendar reads by itself: whoever has the token sees when, where and first names, and nothing else.
CREATE TABLE calendar_feed (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    token_hash TEXT NOT NULL UNIQUE,
    made_at BIGINT NOT NULL
);
