-- The second step of signing in: what an app on a phone and we both know. Sealed under the installation's key.
CREATE TABLE second_step (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    secret TEXT NOT NULL,
    -- The time step of the last number that was taken: each is taken once.
    last_step BIGINT NOT NULL,
    set_up_at BIGINT NOT NULL
);

-- Codes for when the phone is not there. Each works once, and is gone then.
CREATE TABLE spare_code (
    person_id TEXT NOT NULL REFERENCES person (id),
    code_hash TEXT NOT NULL,
    school_id TEXT NOT NULL REFERENCES school (id),
    PRIMARY KEY (person_id, code_hash)
);

-- Since when a school asks its staff for one; who signs in from then on has to set it up first.
ALTER TABLE school ADD COLUMN second_step_since BIGINT;
