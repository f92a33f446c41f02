-- A chosen time that is off: given back by the family, or taken back by the advisor, who says why. So the family is told,
-- and calendars learn of it, though the time itself may be another family's by now.
CREATE TABLE ended_time (
    -- The choice's own id, by which calendars know it.
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    advisor_id TEXT NOT NULL REFERENCES person (id),
    student_id TEXT NOT NULL REFERENCES person (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    place TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    ended_by TEXT NOT NULL REFERENCES person (id),
    -- What the advisor tells the family; empty where the family gave it back.
    words TEXT NOT NULL,
    language TEXT NOT NULL,
    ended_at BIGINT NOT NULL
);
CREATE INDEX ended_time_by_student ON ended_time (student_id, ended_at);
CREATE INDEX ended_time_by_advisor ON ended_time (advisor_id, starts_at);
