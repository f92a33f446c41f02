-- A way in that ran out, and whoever had it asks for a new one. It is answered as soon as they are given one.
CREATE TABLE link_asked (
    grant_id TEXT PRIMARY KEY REFERENCES family_grant (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    asked_at BIGINT NOT NULL
);
CREATE INDEX link_asked_by_person ON link_asked (person_id);
