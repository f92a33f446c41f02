-- A file of a work that is no picture: a sound, a video, a document, words.
CREATE TABLE work_file (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    work_id TEXT NOT NULL REFERENCES work (id),
    kind TEXT NOT NULL,
    -- What its bytes are, as found in them: video/mp4.
    content_type TEXT NOT NULL,
    -- What it was called where it came from.
    name TEXT NOT NULL,
    -- For those who do not see or hear it.
    description TEXT NOT NULL,
    size BIGINT NOT NULL,
    hash TEXT NOT NULL,
    added_at BIGINT NOT NULL
);
CREATE INDEX work_file_by_work ON work_file (work_id);
CREATE TABLE revision_file (
    school_id TEXT NOT NULL REFERENCES school (id),
    revision_id TEXT NOT NULL REFERENCES revision (id),
    file_id TEXT NOT NULL REFERENCES work_file (id),
    position BIGINT NOT NULL,
    PRIMARY KEY (revision_id, file_id)
);
CREATE INDEX revision_file_by_file ON revision_file (file_id);
-- A page of a document, drawn.
CREATE TABLE file_page (
    file_id TEXT NOT NULL REFERENCES work_file (id),
    number BIGINT NOT NULL,
    school_id TEXT NOT NULL REFERENCES school (id),
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    small_hash TEXT NOT NULL,
    medium_hash TEXT NOT NULL,
    large_hash TEXT NOT NULL,
    PRIMARY KEY (file_id, number)
);
-- What is said in a sound or a video, as WebVTT.
CREATE TABLE caption (
    file_id TEXT NOT NULL REFERENCES work_file (id),
    language TEXT NOT NULL,
    school_id TEXT NOT NULL REFERENCES school (id),
    text TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (file_id, language)
);
-- A file on its way to a work: coming, waiting to be made ready, or one that could not be. Its bytes stand under its id
-- until it has become a picture or a file of the work.
CREATE TABLE arrival (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    work_id TEXT NOT NULL REFERENCES work (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    state TEXT NOT NULL,
    -- Of one that is done: the id of the picture or the file. Of one that could not be made ready: why.
    outcome TEXT NOT NULL,
    -- Until when one that waits is being made ready by somebody; 0 while nobody does.
    taken_until BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX arrival_by_work ON arrival (work_id);
CREATE INDEX arrival_by_state ON arrival (state, changed_at);
-- The biggest file, and the most of all files of a student, in megabytes.
ALTER TABLE school ADD COLUMN file_mb BIGINT NOT NULL DEFAULT 2048;
ALTER TABLE school ADD COLUMN student_mb BIGINT NOT NULL DEFAULT 10240;
