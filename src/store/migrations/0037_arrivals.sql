-- Who makes a file ready that has arrived, and how it goes on. A clock may be wrong, and a program may end at any moment.
ALTER TABLE arrival DROP COLUMN taken_until;
-- Which line it waits in, '' until somebody has looked: documents wait apart.
ALTER TABLE arrival ADD COLUMN lane TEXT NOT NULL DEFAULT '';
-- The start of a program that makes it ready now; '' while none does.
ALTER TABLE arrival ADD COLUMN taken_by TEXT NOT NULL DEFAULT '';
-- Goes on as long as that program lives.
ALTER TABLE arrival ADD COLUMN beat BIGINT NOT NULL DEFAULT 0;
-- How often it was tried to make it ready; counted before.
ALTER TABLE arrival ADD COLUMN tries BIGINT NOT NULL DEFAULT 0;
-- How many hours it was seen to wait for by a program that ran, and when it was seen last.
ALTER TABLE arrival ADD COLUMN idle_hours BIGINT NOT NULL DEFAULT 0;
ALTER TABLE arrival ADD COLUMN seen_at BIGINT NOT NULL DEFAULT 0;
