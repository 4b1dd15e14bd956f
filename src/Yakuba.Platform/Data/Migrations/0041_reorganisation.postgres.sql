-- 機構改革: which section took over from one that was closed, and every reorganisation with what it changed, so that it can be taken back.
ALTER TABLE section ADD COLUMN successor TEXT NOT NULL DEFAULT '';
CREATE TABLE reorganisation (
    number    BIGINT NOT NULL PRIMARY KEY,
    state     TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'undone', 'cancelled', 'refused')),
    day       TEXT NOT NULL,
    request   TEXT NOT NULL,              -- JSON
    made_at   TEXT NOT NULL,
    made_by   TEXT NOT NULL,
    done_at   TEXT NOT NULL DEFAULT '',
    ended_at  TEXT NOT NULL DEFAULT '',   -- when it was taken back, cancelled or refused
    ended_by  TEXT NOT NULL DEFAULT '',
    problem   TEXT NOT NULL DEFAULT ''    -- why a planned one could not be done on its day
);
CREATE TABLE reorganisation_item (
    reorganisation BIGINT NOT NULL REFERENCES reorganisation (number) ON DELETE CASCADE DEFERRABLE,
    kind           TEXT NOT NULL CHECK (kind IN ('section', 'person', 'document')),
    id             TEXT NOT NULL,
    was            TEXT NOT NULL,         -- '' for a section that was not there
    becomes        TEXT NOT NULL,
    PRIMARY KEY (reorganisation, kind, id)
);
CREATE INDEX reorganisation_item_id ON reorganisation_item (kind, id);
