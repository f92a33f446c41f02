-- What somebody took back: its rows as they stood, as JSON, in no table that anybody reads. It is its owner's alone.
CREATE TABLE binned (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    owner_id TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    thing_id TEXT NOT NULL,
    -- What the bin calls it: a title, or its first words.
    name TEXT NOT NULL,
    rows_kept TEXT NOT NULL,
    binned_at BIGINT NOT NULL
);
CREATE INDEX binned_by_owner ON binned (owner_id, binned_at);
CREATE INDEX binned_by_age ON binned (binned_at);

-- The recordings and photos that lie in the bin with it.
CREATE TABLE binned_recording (
    binned_id TEXT NOT NULL REFERENCES binned (id),
    held_id TEXT NOT NULL,
    PRIMARY KEY (binned_id, held_id)
);
CREATE INDEX binned_recording_by_held ON binned_recording (held_id);

-- What somebody just did and others see: what came and what went, so that it can be undone for ten minutes.
CREATE TABLE undoable (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    act TEXT NOT NULL,
    thing_id TEXT NOT NULL,
    -- Where it was done: whoever undoes it comes back there.
    path TEXT NOT NULL,
    -- The rows that came, and the rows that went, as JSON.
    change_kept TEXT NOT NULL,
    done_at BIGINT NOT NULL
);
CREATE INDEX undoable_by_person ON undoable (person_id, done_at);
CREATE INDEX undoable_by_age ON undoable (done_at);

-- Since when words are taken back that somebody had answered: the answer stays, and stands beside a mark.
ALTER TABLE feedback ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE contribution ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE rehearsal ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE mastery_check ADD COLUMN withdrawn_at BIGINT;
-- A target that is in use is not offered any more; it stays where it was chosen.
ALTER TABLE learning_target ADD COLUMN withdrawn_at BIGINT;

-- Feedback is corrected by its author; how it read before is kept.
ALTER TABLE feedback ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE feedback ADD COLUMN changed_at BIGINT;
CREATE TABLE feedback_wording (
    school_id TEXT NOT NULL REFERENCES school (id),
    feedback_id TEXT NOT NULL REFERENCES feedback (id),
    version BIGINT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    -- When it was put in these words.
    worded_at BIGINT NOT NULL,
    PRIMARY KEY (feedback_id, version)
);

-- So is the answer to a check: what was answered before, as JSON, target by target.
ALTER TABLE mastery_check ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
CREATE TABLE check_earlier (
    school_id TEXT NOT NULL REFERENCES school (id),
    check_id TEXT NOT NULL REFERENCES mastery_check (id),
    version BIGINT NOT NULL,
    answers TEXT NOT NULL,
    answered_by TEXT NOT NULL REFERENCES person (id),
    answered_at BIGINT NOT NULL,
    PRIMARY KEY (check_id, version)
);
