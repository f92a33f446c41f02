-- A video of a run-through: a work of its student's, which says who sees it.
ALTER TABLE rehearsal ADD COLUMN film_id TEXT REFERENCES work (id);
