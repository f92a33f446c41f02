-- What somebody of the staff teaches, as the lead says: checks they answer are of targets of these subjects.
CREATE TABLE teaches (
    person_id TEXT NOT NULL REFERENCES person (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    -- As learning targets have it.
    subject TEXT NOT NULL,
    PRIMARY KEY (person_id, subject)
);
CREATE INDEX teaches_by_school ON teaches (school_id);

-- Somebody of the staff is let in to one work, by its student. What has ended stays: who was let in is part of the record.
CREATE TABLE permit (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    holder_id TEXT NOT NULL REFERENCES person (id),
    work_id TEXT NOT NULL REFERENCES work (id),
    -- A word of `PermitAsk`.
    asks TEXT NOT NULL,
    -- What the student would like to hear about; may be empty.
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    ended_by TEXT REFERENCES person (id),
    ended_at BIGINT
);
CREATE INDEX permit_of_work ON permit (work_id, holder_id, ended_at);
CREATE INDEX permit_of_holder ON permit (holder_id, ended_at);
CREATE INDEX permit_of_student ON permit (student_id, ended_at);
