-- A document is what a section keeps under one name; its versions are the files that came one after another.
CREATE TABLE document (
    id         TEXT NOT NULL PRIMARY KEY,
    source_key TEXT NOT NULL UNIQUE,          -- section and relative path it was first imported from: a new file there is a new version
    section    TEXT NOT NULL,
    label      INTEGER NOT NULL,              -- 0 公開 … 3 機密性3
    readers    TEXT NOT NULL DEFAULT '',      -- codes of further sections that may read it, ',a,b,'
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE version (
    number         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- the search index knows versions by this number; never used twice
    document_id    TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    ordinal        INTEGER NOT NULL,          -- 1 for the first file of the document
    title          TEXT NOT NULL,
    file_name      TEXT NOT NULL,
    kind           TEXT NOT NULL,
    sha256         TEXT NOT NULL,
    bytes          INTEGER NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('draft', 'confirmed', 'published', 'retired')),
    valid_from     TEXT NOT NULL DEFAULT '',  -- first day as the text or the section states it; '' from the beginning
    valid_to       TEXT NOT NULL DEFAULT '',  -- last day as stated; '' without end
    effective_from TEXT NOT NULL DEFAULT '',  -- the same two days narrowed by the document's other versions and by a retirement to come: what answers go by
    effective_to   TEXT NOT NULL DEFAULT '',
    review_on      TEXT NOT NULL DEFAULT '',
    import_job     TEXT NOT NULL,             -- the job that took it in: what a dead job left unfinished is found by it
    imported_at    TEXT NOT NULL,
    imported_by    TEXT NOT NULL,
    confirmed_at   TEXT NOT NULL DEFAULT '',
    confirmed_by   TEXT NOT NULL DEFAULT '',
    published_at   TEXT NOT NULL DEFAULT '',
    published_by   TEXT NOT NULL DEFAULT '',
    retired_from   TEXT NOT NULL DEFAULT '',  -- first day on which answers leave it out; may lie ahead while it is still published
    retired_at     TEXT NOT NULL DEFAULT '',
    retired_by     TEXT NOT NULL DEFAULT '',
    retired_reason TEXT NOT NULL DEFAULT '',
    report         TEXT NOT NULL,             -- the reading report as JSON
    passages       INTEGER NOT NULL,
    faq_entries    INTEGER NOT NULL,
    articles       INTEGER NOT NULL DEFAULT 0, -- distinct articles; a text with articles is a rule
    doubts         INTEGER NOT NULL DEFAULT 0, -- places that someone should compare with the original
    changed_at     TEXT NOT NULL,
    indexed        INTEGER NOT NULL DEFAULT 0, -- 1 once its passages are in a published segment; before that nobody finds it; 2 while it is held for personal data (held_version)
    UNIQUE (document_id, ordinal)
) STRICT;
CREATE INDEX version_document ON version (document_id);
CREATE INDEX version_indexed ON version (indexed);

CREATE TABLE passage (
    version      INTEGER NOT NULL REFERENCES version (number) ON DELETE CASCADE,
    ordinal      INTEGER NOT NULL,
    heading_path TEXT NOT NULL,               -- JSON array
    text         TEXT NOT NULL,
    question     TEXT NOT NULL DEFAULT '',    -- of a FAQ entry
    from_key     TEXT NOT NULL,               -- locators, docs/formats/locators.md
    to_key       TEXT NOT NULL,
    valid_from   TEXT NOT NULL DEFAULT '',    -- where the text bounds this passage itself
    valid_to     TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (version, ordinal)
) STRICT, WITHOUT ROWID;

-- What the viewer shows, in reading order.
CREATE TABLE block (
    version INTEGER NOT NULL REFERENCES version (number) ON DELETE CASCADE,
    idx     INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    level   INTEGER NOT NULL DEFAULT 0,
    marker  TEXT NOT NULL DEFAULT '',
    text    TEXT NOT NULL,
    at_key  TEXT NOT NULL,
    extra   TEXT NOT NULL DEFAULT '',         -- JSON: cells of a table row, article of a provision, question of an entry
    PRIMARY KEY (version, idx)
) STRICT, WITHOUT ROWID;

-- Who asked for an import, and what became of each of its files so far: a run that is taken up again goes on after them.
CREATE TABLE import_run (
    job        TEXT NOT NULL PRIMARY KEY,
    started_by TEXT NOT NULL,
    folder     TEXT NOT NULL DEFAULT ''       -- of uploaded files, within uploads/; '' for files that lie elsewhere
) STRICT, WITHOUT ROWID;

CREATE TABLE import_line (
    job     TEXT NOT NULL,
    idx     INTEGER NOT NULL,
    version INTEGER NOT NULL,                  -- 0 when the file made no new version
    line    TEXT NOT NULL,                    -- JSON
    PRIMARY KEY (job, idx)
) STRICT, WITHOUT ROWID;

-- Counts every change of what may be read, so that caches of rights know when to look again.
CREATE TABLE library_state (
    id         INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    generation INTEGER NOT NULL
) STRICT;
INSERT INTO library_state (id, generation) VALUES (1, 1);
