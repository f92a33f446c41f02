-- A school's people are counted off an index, and taken a page at a time: nobody reads all of them for that.
CREATE INDEX person_here_by_role ON person (school_id, left_at, role, id);
-- Who of them has no password yet, for how many cannot sign in. What is always empty here takes no room.
CREATE INDEX person_without_password ON person (school_id, left_at, role, username, password_hash, id)
    WHERE password_hash IS NULL;
CREATE INDEX sign_in_code_open ON sign_in_code (school_id, used_at, expires_at, person_id);
-- Who belongs with whom is asked by nearly every page: it is read off the index alone.
CREATE INDEX advisory_member_pairs ON advisory_member (person_id, advisory_id);
DROP INDEX advisory_member_by_person;
