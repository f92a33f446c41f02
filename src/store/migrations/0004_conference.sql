CREATE TABLE conference (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    form TEXT NOT NULL,
    -- A wall-clock start in the school's time zone, kept as an instant.
    starts_at BIGINT NOT NULL,
    place TEXT NOT NULL,
    language TEXT NOT NULL,
    version BIGINT NOT NULL,
    planned_at BIGINT NOT NULL
);
CREATE INDEX conference_by_student ON conference (student_id, starts_at);

CREATE TABLE moment (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    conference_id TEXT NOT NULL REFERENCES conference (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    language TEXT NOT NULL,
    cue_notes TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX moment_by_conference ON moment (conference_id, position);

CREATE TABLE moment_statement (
    school_id TEXT NOT NULL REFERENCES school (id),
    moment_id TEXT NOT NULL REFERENCES moment (id),
    statement_id TEXT NOT NULL REFERENCES statement (id),
    PRIMARY KEY (moment_id, statement_id)
);

CREATE TABLE moment_work (
    school_id TEXT NOT NULL REFERENCES school (id),
    moment_id TEXT NOT NULL REFERENCES moment (id),
    work_id TEXT NOT NULL REFERENCES work (id),
    PRIMARY KEY (moment_id, work_id)
);

CREATE TABLE reply (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    conference_id TEXT NOT NULL REFERENCES conference (id),
    author_id TEXT NOT NULL REFERENCES person (id),
    starter TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX reply_by_conference ON reply (conference_id, made_at);
