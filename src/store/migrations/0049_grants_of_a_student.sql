-- Whether the family of a student has a link that opens is asked for many students at once.
CREATE INDEX family_grant_by_student ON family_grant (student_id, ended_at, expires_at);
CREATE INDEX conference_by_school ON conference (school_id, called_off_at, starts_at);
