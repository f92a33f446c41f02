CREATE TABLE work (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    title TEXT NOT NULL,
    form TEXT NOT NULL,
    language TEXT NOT NULL,
    audience TEXT NOT NULL,
    -- Drafts have none yet.
    kept_at BIGINT,
    version BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX work_by_student ON work (student_id, changed_at);

CREATE TABLE work_target (
    school_id TEXT NOT NULL REFERENCES school (id),
    work_id TEXT NOT NULL REFERENCES work (id),
    target_id TEXT NOT NULL REFERENCES learning_target (id),
    PRIMARY KEY (work_id, target_id)
);

-- Never edited once another exists, or once somebody answered it.
CREATE TABLE revision (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    work_id TEXT NOT NULL REFERENCES work (id),
    number BIGINT NOT NULL,
    text TEXT NOT NULL,
    reflection_prompt TEXT NOT NULL,
    reflection TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    UNIQUE (work_id, number)
);

-- A picture as it is served: three widths, re-encoded, without any metadata. The hashes name the bytes.
CREATE TABLE picture (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    work_id TEXT NOT NULL REFERENCES work (id),
    description TEXT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    small_hash TEXT NOT NULL,
    medium_hash TEXT NOT NULL,
    large_hash TEXT NOT NULL,
    added_at BIGINT NOT NULL
);
CREATE INDEX picture_by_work ON picture (work_id);

CREATE TABLE revision_picture (
    school_id TEXT NOT NULL REFERENCES school (id),
    revision_id TEXT NOT NULL REFERENCES revision (id),
    picture_id TEXT NOT NULL REFERENCES picture (id),
    position BIGINT NOT NULL,
    PRIMARY KEY (revision_id, picture_id)
);
CREATE INDEX revision_picture_by_picture ON revision_picture (picture_id);
CREATE INDEX revision_picture_by_place ON revision_picture (revision_id, position, picture_id);

CREATE TABLE feedback (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    revision_id TEXT NOT NULL REFERENCES revision (id),
    author_id TEXT NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX feedback_by_revision ON feedback (revision_id);

CREATE TABLE mastery_check (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    work_id TEXT NOT NULL REFERENCES work (id),
    revision_id TEXT NOT NULL REFERENCES revision (id),
    asked_at BIGINT NOT NULL,
    answered_by TEXT REFERENCES person (id),
    answered_at BIGINT
);
CREATE INDEX mastery_check_by_work ON mastery_check (work_id);
CREATE INDEX mastery_check_by_revision ON mastery_check (revision_id);

CREATE TABLE check_answer (
    school_id TEXT NOT NULL REFERENCES school (id),
    check_id TEXT NOT NULL REFERENCES mastery_check (id),
    target_id TEXT NOT NULL REFERENCES learning_target (id),
    -- Empty until the advisor answers: mastered or not_yet.
    answer TEXT,
    next_step TEXT NOT NULL,
    PRIMARY KEY (check_id, target_id)
);

CREATE TABLE portfolio (
    student_id TEXT PRIMARY KEY REFERENCES person (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    welcome TEXT NOT NULL,
    language TEXT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE shelf (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX shelf_by_student ON shelf (student_id, position);

CREATE TABLE shelf_work (
    school_id TEXT NOT NULL REFERENCES school (id),
    shelf_id TEXT NOT NULL REFERENCES shelf (id),
    work_id TEXT NOT NULL REFERENCES work (id),
    position BIGINT NOT NULL,
    PRIMARY KEY (shelf_id, work_id)
);
CREATE INDEX shelf_work_by_work ON shelf_work (work_id);
