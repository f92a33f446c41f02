-- A revision's text as HTML, and which way of rendering made it; 0 while it has not been rendered.
ALTER TABLE revision ADD COLUMN html TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN html_version BIGINT NOT NULL DEFAULT 0;
CREATE INDEX revision_by_html_version ON revision (html_version);
