-- What somebody said to or about a student, taken out of sight by that student, or by an advisor, with a reason. The words stay
-- where they are; feedback has a table of its own (feedback_hidden).
CREATE TABLE words_hidden (
    -- The contribution, remark, reply or testimony; a thing in the bin stays hidden when it comes back.
    thing_id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    kind TEXT NOT NULL,
    student_id TEXT NOT NULL REFERENCES person (id),
    author_id TEXT NOT NULL REFERENCES person (id),
    hidden_by TEXT NOT NULL REFERENCES person (id),
    -- Empty: silently.
    reason TEXT NOT NULL,
    hidden_at BIGINT NOT NULL
);
CREATE INDEX words_hidden_by_school ON words_hidden (school_id, hidden_at);
