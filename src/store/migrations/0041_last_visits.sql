-- When a grant was last used: asked for each grant of a student's list.
CREATE INDEX visit_by_grant ON visit (grant_id, last_at);
