-- The same text runs on SQLite and PostgreSQL. Ids are UUIDv7 text, times are milliseconds since 1970 in UTC.
CREATE TABLE school (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    languages TEXT NOT NULL,
    founded_at BIGINT NOT NULL
);

-- The school this installation was set up with. There is one such row, so that of two people who set up at once only
-- one does.
CREATE TABLE set_up (
    once BIGINT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    set_up_at BIGINT NOT NULL
);

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    -- What a person types to sign in, folded to lower case: a username or an e-mail. Families need none.
    username TEXT,
    languages TEXT NOT NULL,
    password_hash TEXT,
    joined_at BIGINT NOT NULL,
    left_at BIGINT,
    UNIQUE (school_id, username)
);
CREATE INDEX person_by_username ON person (username);

CREATE TABLE advisory (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    name TEXT NOT NULL,
    UNIQUE (school_id, name)
);

-- Students and the advisors who accompany them.
CREATE TABLE advisory_member (
    school_id TEXT NOT NULL REFERENCES school (id),
    advisory_id TEXT NOT NULL REFERENCES advisory (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (advisory_id, person_id)
);
CREATE INDEX advisory_member_by_person ON advisory_member (person_id);

CREATE TABLE kinship (
    school_id TEXT NOT NULL REFERENCES school (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    -- In the family's own words: "tía", "big cousin who raised me".
    words TEXT NOT NULL,
    PRIMARY KEY (student_id, person_id)
);
CREATE INDEX kinship_by_person ON kinship (person_id);

-- A printed sheet of codes. The codes grow out of the sheet's own secret, so that showing the same sheet again (a page
-- loaded twice) makes the same codes and locks nobody out.
CREATE TABLE code_sheet (
    token_hash TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    made_by TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL
);

CREATE TABLE sign_in_code (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    sheet_hash TEXT NOT NULL REFERENCES code_sheet (token_hash),
    code_hash TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

-- A way in for one person, ended at the next request once `ended_at` is set. ("grant" is a reserved word.)
CREATE TABLE family_grant (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    token_hash TEXT NOT NULL UNIQUE,
    code_hash TEXT NOT NULL UNIQUE,
    made_by TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT,
    ended_by TEXT REFERENCES person (id)
);
CREATE INDEX family_grant_by_person ON family_grant (person_id);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    grant_id TEXT REFERENCES family_grant (id),
    started_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_by_person ON session (person_id);

-- A family member reading: from `at` until `last_at`. One who signed in some other way came through no grant.
CREATE TABLE visit (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    grant_id TEXT REFERENCES family_grant (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);
CREATE INDEX visit_by_student ON visit (student_id, person_id, last_at);

-- Tries to get in, per account or grant, since the first of the last few. It carries no school: the try comes before we
-- know one.
CREATE TABLE entry_try (
    who TEXT PRIMARY KEY,
    tries BIGINT NOT NULL,
    since BIGINT NOT NULL
);
CREATE INDEX entry_try_by_age ON entry_try (since);

CREATE TABLE learning_target (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    subject TEXT NOT NULL,
    statement TEXT NOT NULL,
    -- One criterion a line: what it looks like when it is mastered.
    criteria TEXT NOT NULL,
    version BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    UNIQUE (school_id, statement)
);

CREATE TABLE target_builds_on (
    school_id TEXT NOT NULL REFERENCES school (id),
    target_id TEXT NOT NULL REFERENCES learning_target (id),
    builds_on_id TEXT NOT NULL REFERENCES learning_target (id),
    PRIMARY KEY (target_id, builds_on_id)
);
