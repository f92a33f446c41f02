-- 1 where a machine made the words and no person has checked them yet.
ALTER TABLE rendition ADD COLUMN is_draft BIGINT NOT NULL DEFAULT 0;
ALTER TABLE translation ADD COLUMN is_draft BIGINT NOT NULL DEFAULT 0;
