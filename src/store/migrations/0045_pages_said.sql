-- How many pages a document has, drawn or not; 0 where all of them are drawn, as of those that came earlier.
ALTER TABLE work_file ADD COLUMN all_pages BIGINT NOT NULL DEFAULT 0;
-- 1 where something on the page could not be drawn: letters of a font that is not in the document, fields, comments.
ALTER TABLE file_page ADD COLUMN lacks BIGINT NOT NULL DEFAULT 0;
