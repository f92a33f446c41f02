-- Who did what: a line for each time somebody of the school opened a student's things, or changed who may. Never a word of
-- anybody's, never a student's own reading. Lines are added and, after the school's time, deleted; never changed.
CREATE TABLE record_line (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    at BIGINT NOT NULL,
    -- A word of `Recorded`.
    what TEXT NOT NULL,
    -- Who did it; none where nobody knows.
    by_id TEXT REFERENCES person (id),
    -- Whom it is about, who may read it.
    about_id TEXT NOT NULL REFERENCES person (id),
    -- The student whose things it opens or opened, who may read it too.
    student_id TEXT REFERENCES person (id),
    -- What is written once a day only, with its day; none for what is written each time.
    once TEXT UNIQUE
);
CREATE INDEX record_line_about ON record_line (about_id, at);
CREATE INDEX record_line_student ON record_line (student_id, at);
CREATE INDEX record_line_by_school ON record_line (school_id, at);

-- How long a school keeps its record, in days.
ALTER TABLE school ADD COLUMN record_days BIGINT NOT NULL DEFAULT 730;
