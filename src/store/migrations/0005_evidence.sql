-- A work, or a short story, that speaks for a statement.
CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    statement_id TEXT NOT NULL REFERENCES statement (id),
    -- None when it is a story.
    work_id TEXT REFERENCES work (id),
    -- Empty when it is a work.
    story TEXT NOT NULL,
    why TEXT NOT NULL,
    -- Of the student's words in it.
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- Goes up with every change.
    version BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    UNIQUE (statement_id, work_id)
);
CREATE INDEX evidence_by_work ON evidence (work_id);

-- The statement of an earlier school year that this one was brought along from.
ALTER TABLE statement ADD COLUMN copied_from TEXT REFERENCES statement (id);

-- What became of a statement of the school year before, in the student's words. It stands in the definition that followed.
CREATE TABLE look_back (
    school_id TEXT NOT NULL REFERENCES school (id),
    definition_id TEXT NOT NULL REFERENCES definition (id),
    statement_id TEXT NOT NULL REFERENCES statement (id),
    became TEXT NOT NULL,
    why TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (definition_id, statement_id)
);
