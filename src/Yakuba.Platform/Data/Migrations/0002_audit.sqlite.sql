-- The record: one row an entry, in order, never changed.
CREATE TABLE audit_entry (
    idx     INTEGER NOT NULL PRIMARY KEY,
    at      TEXT NOT NULL,
    actor   TEXT NOT NULL,
    action  TEXT NOT NULL,
    request TEXT NOT NULL,
    entry   BLOB NOT NULL
) STRICT;
