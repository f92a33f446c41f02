-- What is said beside agreed words or somebody's own: a view that differs, or talk.
CREATE TABLE remark (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    definition_id TEXT NOT NULL REFERENCES definition (id),
    -- Beside one of these two.
    statement_id TEXT REFERENCES statement (id),
    contribution_id TEXT REFERENCES contribution (id),
    kind TEXT NOT NULL,
    author_id TEXT NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    version BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    -- Talk that has come to its end; a view that its author has taken back.
    settled_at BIGINT
);
CREATE INDEX remark_by_definition ON remark (definition_id, made_at);
