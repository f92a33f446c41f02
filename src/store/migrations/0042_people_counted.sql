-- A school's people are counted, and taken a page at a time, without reading all of them.
CREATE INDEX person_here_by_role ON person (school_id, role, id) WHERE left_at IS NULL;
-- Who of them has no password yet: read for how many cannot sign in.
CREATE INDEX person_without_password ON person (school_id, role, id)
    WHERE left_at IS NULL AND password_hash IS NULL AND username IS NOT NULL;
-- Who belongs with whom is asked by nearly every page: it is read off the index alone.
CREATE INDEX advisory_member_pairs ON advisory_member (person_id, advisory_id);
DROP INDEX advisory_member_by_person;
