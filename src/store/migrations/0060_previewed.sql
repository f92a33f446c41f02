-- A form that was looked at before it was sent, where nothing runs that could show it: JSON, its fields. One for each form of a
-- person, and for an hour.
CREATE TABLE previewed (
    school_id TEXT NOT NULL REFERENCES school (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    -- The form's own address.
    form TEXT NOT NULL,
    fields TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person_id, form)
);
CREATE INDEX previewed_by_time ON previewed (at);
