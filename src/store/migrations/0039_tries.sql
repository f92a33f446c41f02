-- Tries to get in, counted by account and address, code and address, known device. `who` and `address` are aliases under the
-- installation's key, so that nobody's name or address stands here. `wrong` is 1 once one was wrong; `address` is empty
-- where a row does not count towards the names tried from it. It carries no school: the try comes before we know one.
DROP TABLE entry_try;
CREATE TABLE entry_try (
    who TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    tries BIGINT NOT NULL,
    wrong BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    -- No try before this.
    next_at BIGINT NOT NULL
);
CREATE INDEX entry_try_by_age ON entry_try (last_at);
CREATE INDEX entry_try_by_address ON entry_try (address, wrong);

-- Devices on which somebody signed in before. What others do to their account does not keep them waiting there.
CREATE TABLE known_device (
    device TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    school_id TEXT NOT NULL REFERENCES school (id),
    last_at BIGINT NOT NULL,
    PRIMARY KEY (device, person_id)
);
CREATE INDEX known_device_by_person ON known_device (person_id, last_at);
