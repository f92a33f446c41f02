-- Whether others see the road or only the result.
ALTER TABLE work ADD COLUMN shows TEXT NOT NULL DEFAULT 'road';

-- Where in the revision feedback points: words quoted from it, a place in one of its pictures, a second of a sound or a
-- video.
ALTER TABLE feedback ADD COLUMN passage TEXT NOT NULL DEFAULT '';
ALTER TABLE feedback ADD COLUMN picture_id TEXT;
ALTER TABLE feedback ADD COLUMN spot TEXT;
ALTER TABLE feedback ADD COLUMN file_id TEXT;
ALTER TABLE feedback ADD COLUMN at_second BIGINT;
-- A fellow student's beginning of the sentence.
ALTER TABLE feedback ADD COLUMN starter TEXT;

CREATE TABLE feedback_answer (
    feedback_id TEXT PRIMARY KEY REFERENCES feedback (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    -- used or differently.
    use_made TEXT NOT NULL,
    reason TEXT NOT NULL,
    language TEXT NOT NULL,
    version BIGINT NOT NULL,
    answered_at BIGINT NOT NULL
);

-- A fellow student's words that an advisor took out of sight. They are kept, and so is the reason.
CREATE TABLE feedback_hidden (
    feedback_id TEXT PRIMARY KEY REFERENCES feedback (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    hidden_by TEXT NOT NULL REFERENCES person (id),
    reason TEXT NOT NULL,
    hidden_at BIGINT NOT NULL
);

-- The student asks the advisory about a work. The row is there as long as they ask.
CREATE TABLE peer_ask (
    work_id TEXT PRIMARY KEY REFERENCES work (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    asked_at BIGINT NOT NULL
);

-- What was said about each criterion, with the criterion as it was worded then.
CREATE TABLE check_criterion (
    school_id TEXT NOT NULL REFERENCES school (id),
    check_id TEXT NOT NULL REFERENCES mastery_check (id),
    target_id TEXT NOT NULL REFERENCES learning_target (id),
    position BIGINT NOT NULL,
    criterion TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (check_id, target_id, position)
);

-- A target was mastered before one it builds on: why that was fine.
CREATE TABLE waved_through (
    school_id TEXT NOT NULL REFERENCES school (id),
    check_id TEXT NOT NULL REFERENCES mastery_check (id),
    target_id TEXT NOT NULL REFERENCES learning_target (id),
    below_id TEXT NOT NULL REFERENCES learning_target (id),
    reason TEXT NOT NULL,
    PRIMARY KEY (check_id, target_id, below_id)
);

-- How the student would rather show it, and what was said to that.
CREATE TABLE check_wish (
    check_id TEXT PRIMARY KEY REFERENCES mastery_check (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    words TEXT NOT NULL,
    language TEXT NOT NULL
);
CREATE TABLE wish_answer (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    check_id TEXT NOT NULL REFERENCES mastery_check (id),
    author_id TEXT NOT NULL REFERENCES person (id),
    -- agreed or talk.
    answer TEXT NOT NULL,
    words TEXT NOT NULL,
    answered_at BIGINT NOT NULL
);
CREATE INDEX wish_answer_by_check ON wish_answer (check_id, answered_at);

-- What a student does next, by a day they set themselves.
CREATE TABLE aim (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    target_id TEXT REFERENCES learning_target (id),
    what TEXT NOT NULL,
    by_day TEXT,
    done_at BIGINT,
    version BIGINT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX aim_by_student ON aim (student_id, made_at);
