-- When a section last said that a version still holds, beside when it was confirmed; and each such review, so that the last can be taken back.
ALTER TABLE version ADD COLUMN reviewed_at TEXT NOT NULL DEFAULT '';
ALTER TABLE version ADD COLUMN reviewed_by TEXT NOT NULL DEFAULT '';
CREATE TABLE review (
    id        TEXT NOT NULL PRIMARY KEY,
    version   BIGINT NOT NULL REFERENCES version (number) ON DELETE CASCADE DEFERRABLE,
    made_at   TEXT NOT NULL,
    made_by   TEXT NOT NULL,
    next_on   TEXT NOT NULL,
    was_on    TEXT NOT NULL,              -- day of review, time and person before it: what taking it back restores
    was_at    TEXT NOT NULL,
    was_by    TEXT NOT NULL,
    undone_at TEXT NOT NULL DEFAULT '',
    undone_by TEXT NOT NULL DEFAULT ''
);
CREATE INDEX review_version ON review (version, made_at);
CREATE INDEX review_at ON review (made_at);
