-- What somebody of the family tells about a student, or brings from home. The words are the teller's; where they stand is
-- the student's.
CREATE TABLE testimony (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    author_id TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    -- When and where it was, in the teller's words; may be empty.
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    transcript TEXT NOT NULL,
    language TEXT NOT NULL,
    sound_id TEXT REFERENCES sound (id),
    photo_id TEXT REFERENCES photo (id),
    photo_words TEXT NOT NULL,
    -- Goes up when the teller puts it in other words.
    version BIGINT NOT NULL,
    told_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    -- The student's answer. It stands on the portfolio as long as the version they accepted is the one there is.
    accepted_version BIGINT,
    left_off_at BIGINT,
    shelf_id TEXT REFERENCES shelf (id),
    audience TEXT NOT NULL,
    thanks TEXT NOT NULL,
    thanks_language TEXT NOT NULL,
    -- Goes up with every answer.
    answers BIGINT NOT NULL
);
CREATE INDEX testimony_by_student ON testimony (student_id, told_at);
CREATE INDEX testimony_by_sound ON testimony (sound_id);
CREATE INDEX testimony_by_photo ON testimony (photo_id);
CREATE INDEX testimony_by_shelf ON testimony (shelf_id);

-- What a portfolio looks like from outside.
CREATE TABLE cover (
    student_id TEXT PRIMARY KEY REFERENCES person (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    picture_id TEXT REFERENCES picture (id),
    accent TEXT NOT NULL,
    version BIGINT NOT NULL
);

-- A shelf that is a statement of the definition: its name and who may see it follow the statement.
ALTER TABLE shelf ADD COLUMN statement_id TEXT REFERENCES statement (id);
