-- Whose pen wrote which letters of a statement.
CREATE TABLE statement_pen (
    school_id TEXT NOT NULL REFERENCES school (id),
    statement_id TEXT NOT NULL REFERENCES statement (id),
    pen BIGINT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (statement_id, pen)
);

-- Every edit of a statement's words, from the first letter on, in base64. `version` is what the statement's became by it.
CREATE TABLE statement_edit (
    school_id TEXT NOT NULL REFERENCES school (id),
    statement_id TEXT NOT NULL REFERENCES statement (id),
    version BIGINT NOT NULL,
    edit TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (statement_id, version)
);

-- The words in pieces, each with who wrote it, as JSON: so that reading a page costs nothing more.
ALTER TABLE statement ADD COLUMN pieces TEXT NOT NULL DEFAULT '[]';
