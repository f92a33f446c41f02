-- Somebody of the staff stands in for an advisor: to that advisory as its advisor, from the first day to the last and no longer.
CREATE TABLE stand_in (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES school (id),
    advisory_id TEXT NOT NULL REFERENCES advisory (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    -- Days on the school's wall; the instants are what is asked.
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    named_by TEXT NOT NULL REFERENCES person (id),
    named_at BIGINT NOT NULL,
    ended_by TEXT REFERENCES person (id),
    ended_at BIGINT
);
CREATE INDEX stand_in_of_person ON stand_in (person_id, until_at);
CREATE INDEX stand_in_of_advisory ON stand_in (advisory_id, until_at);
