-- What a person asked of a job that has not ended: 'pause' holds it, also over a new start; 'cancel' ends it at its next report.
ALTER TABLE job ADD COLUMN wish TEXT NOT NULL DEFAULT '';

-- For the list of imports, and to tell how long the rest will take.
ALTER TABLE import_line ADD COLUMN outcome  TEXT NOT NULL DEFAULT '';
ALTER TABLE import_line ADD COLUMN taken_at TEXT NOT NULL DEFAULT '';
UPDATE import_line SET outcome = line::json ->> 'Outcome';

ALTER TABLE import_run ADD COLUMN section TEXT NOT NULL DEFAULT ''; -- codes of the owner sections, 'a,b'

-- Files on their way from a browser: announced first, then sent in pieces into uploads/FOLDER, then taken in by a job.
CREATE TABLE upload (
    id         TEXT NOT NULL PRIMARY KEY,
    started_by TEXT NOT NULL,
    folder     TEXT NOT NULL,                 -- within uploads/; how much of a file is there is the length of the file there
    section    TEXT NOT NULL,
    label      BIGINT NOT NULL,
    publish    BIGINT NOT NULL,
    created_at TEXT NOT NULL,
    job        TEXT NOT NULL DEFAULT ''       -- the import that took it over; '' while it is being sent
);

CREATE TABLE upload_file (
    upload   TEXT NOT NULL REFERENCES upload (id) ON DELETE CASCADE DEFERRABLE,
    idx      BIGINT NOT NULL,                -- from 0; the file in the folder is called by it
    path     TEXT NOT NULL,                   -- as the person's folder has it, with / between folders
    bytes    BIGINT NOT NULL,
    modified BIGINT NOT NULL,                -- as the browser says it, milliseconds since 1970: tells whether the same file is sent on
    PRIMARY KEY (upload, idx)
);
