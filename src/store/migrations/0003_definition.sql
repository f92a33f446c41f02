CREATE TABLE definition (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    -- The school year: "2026–2027".
    period TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    UNIQUE (student_id, period)
);

-- Who may see a section. One without a row has the section's own beginning (see `Section::starts_with`).
CREATE TABLE section_audience (
    school_id TEXT NOT NULL REFERENCES school (id),
    definition_id TEXT NOT NULL REFERENCES definition (id),
    section TEXT NOT NULL,
    audience TEXT NOT NULL,
    PRIMARY KEY (definition_id, section)
);

CREATE TABLE contribution (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    definition_id TEXT NOT NULL REFERENCES definition (id),
    section TEXT NOT NULL,
    -- Who said it, and, when that was somebody else, who wrote it down.
    author_id TEXT NOT NULL REFERENCES person (id),
    written_by TEXT NOT NULL REFERENCES person (id),
    -- What it answers: the word of one of our prompts, a question of the writer's own, or nothing.
    prompt TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    -- Goes up when its author puts it in other words.
    version BIGINT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX contribution_by_definition ON contribution (definition_id, made_at);

CREATE TABLE statement (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    definition_id TEXT NOT NULL REFERENCES definition (id),
    section TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    written_by TEXT NOT NULL REFERENCES person (id),
    changed_at BIGINT NOT NULL,
    set_aside_at BIGINT
);
CREATE INDEX statement_by_definition ON statement (definition_id, position);

CREATE TABLE statement_contribution (
    school_id TEXT NOT NULL REFERENCES school (id),
    statement_id TEXT NOT NULL REFERENCES statement (id),
    contribution_id TEXT NOT NULL REFERENCES contribution (id),
    PRIMARY KEY (statement_id, contribution_id)
);

-- The wording as it stood when everybody was asked; `wording` is JSON and never changes.
CREATE TABLE definition_version (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    definition_id TEXT NOT NULL REFERENCES definition (id),
    number BIGINT NOT NULL,
    wording TEXT NOT NULL,
    asked_by TEXT NOT NULL REFERENCES person (id),
    asked_at BIGINT NOT NULL,
    -- Set once student, advisor and a family member have all affirmed it.
    affirmed_at BIGINT,
    UNIQUE (definition_id, number)
);

CREATE TABLE affirmation (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    version_id TEXT NOT NULL REFERENCES definition_version (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    answer TEXT NOT NULL,
    note TEXT NOT NULL,
    language TEXT NOT NULL,
    answered_at BIGINT NOT NULL,
    UNIQUE (version_id, person_id)
);
