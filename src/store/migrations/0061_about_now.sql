-- What an advisory is about for some weeks: help for students, never a measure.
CREATE TABLE unit (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    -- The advisor who says so, for the students they accompany.
    made_by TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    -- The Monday of its first week.
    first_day TEXT NOT NULL,
    weeks BIGINT NOT NULL,
    version BIGINT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX unit_by_maker ON unit (made_by, first_day);

CREATE TABLE unit_target (
    unit_id TEXT NOT NULL REFERENCES unit (id),
    target_id TEXT NOT NULL REFERENCES learning_target (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    PRIMARY KEY (unit_id, target_id)
);

-- Some students, gathered around a target on a day; after its last day it is gone.
CREATE TABLE gathering (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    target_id TEXT NOT NULL REFERENCES learning_target (id),
    made_by TEXT NOT NULL REFERENCES person (id),
    day TEXT NOT NULL,
    until_day TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX gathering_by_maker ON gathering (made_by, until_day);
CREATE INDEX gathering_by_end ON gathering (until_day);

CREATE TABLE gathering_student (
    gathering_id TEXT NOT NULL REFERENCES gathering (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    PRIMARY KEY (gathering_id, student_id)
);
CREATE INDEX gathering_by_student ON gathering_student (student_id);
