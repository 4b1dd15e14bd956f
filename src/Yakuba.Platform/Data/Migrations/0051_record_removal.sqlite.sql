-- Texts of answers that were to go: asked for by one person, decided by another.
CREATE TABLE audit_removal (
    number     INTEGER NOT NULL PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('erasure', 'disposal')),
    entries    TEXT NOT NULL,               -- erasure: the entries, '5,6'; '' for a disposal
    through    INTEGER NOT NULL,            -- disposal: the last entry; -1 for an erasure
    last_day   TEXT NOT NULL DEFAULT '',    -- disposal: the last day of which answers go
    reason     TEXT NOT NULL,
    asked_at   TEXT NOT NULL,
    asked_by   TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'refused')),
    decided_at TEXT NOT NULL DEFAULT '',
    decided_by TEXT NOT NULL DEFAULT '',
    bodies     INTEGER NOT NULL DEFAULT 0,  -- texts that are gone
    entry      INTEGER NOT NULL DEFAULT -1  -- index of the entry that says so
) STRICT;

-- By which removal a text went; 0 while it is there. The list of a removal is read from here.
ALTER TABLE audit_body ADD COLUMN removal INTEGER NOT NULL DEFAULT 0;
CREATE INDEX audit_entry_at ON audit_entry (at);
CREATE INDEX audit_body_there ON audit_body (idx) WHERE removal = 0;
