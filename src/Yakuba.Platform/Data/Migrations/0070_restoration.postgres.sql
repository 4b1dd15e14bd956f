-- Restorations of this data from a backup: what was taken away again, and what nobody could know.
CREATE TABLE restoration (
    made_at      TEXT NOT NULL,
    restored_at  TEXT NOT NULL PRIMARY KEY,
    unknown_from TEXT NOT NULL DEFAULT '',   -- from then to restored_at nobody knows what was taken away; '' when all was known
    entries      bigint NOT NULL,
    versions     bigint NOT NULL,
    accounts     bigint NOT NULL,
    texts        bigint NOT NULL,
    to_look_at   TEXT NOT NULL DEFAULT '',
    looked_at    TEXT NOT NULL DEFAULT '',
    looked_by    TEXT NOT NULL DEFAULT ''
);
