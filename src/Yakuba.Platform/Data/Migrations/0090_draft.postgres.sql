-- A draft is what a clerk writes to be approved; its versions are what was saved one after another.
CREATE TABLE draft (
    id         TEXT NOT NULL PRIMARY KEY,
    template   TEXT NOT NULL,              -- key of the template it was made from
    kind       TEXT NOT NULL,              -- what the template was called then: 通知
    form       TEXT NOT NULL,              -- how it was laid out then: a template that changes later does not change what was sent
    section    TEXT NOT NULL,
    label      BIGINT NOT NULL,           -- 0 公開 … 3 機密性3; raised by what is put in from the library
    author     TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('writing', 'circulating', 'returned', 'approved', 'issued', 'dropped')),
    version    BIGINT NOT NULL,           -- the newest
    round      BIGINT NOT NULL DEFAULT 0, -- how often it was sent round for approval
    title      TEXT NOT NULL,              -- the subject of the newest version
    words      TEXT NOT NULL,              -- its text, for searching
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
);
CREATE INDEX draft_section ON draft (section, changed_at);
CREATE INDEX draft_author ON draft (author, changed_at);

CREATE TABLE draft_version (
    draft    TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE DEFERRABLE,
    number   BIGINT NOT NULL,
    made_at  TEXT NOT NULL,
    made_by  TEXT NOT NULL,
    content  TEXT NOT NULL,                -- parts and the origin of each piece, docs/formats/draft.md
    facts    TEXT NOT NULL,                -- what was filled in, by slot
    PRIMARY KEY (draft, number)
);

CREATE TABLE draft_source (
    draft    TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE DEFERRABLE,
    number   BIGINT NOT NULL,             -- how the text cites it, from 1
    version  BIGINT NOT NULL,             -- of the library, or 0 where it is a past draft
    ordinal  BIGINT NOT NULL,             -- passage of that version
    past     TEXT NOT NULL DEFAULT '',     -- the past draft
    title    TEXT NOT NULL,
    place    TEXT NOT NULL,                -- key of the locator
    quote    TEXT NOT NULL,                -- as it stood on that day
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (draft, number)
);

CREATE TABLE draft_template (
    key     TEXT NOT NULL,
    number  BIGINT NOT NULL,              -- from 1; 0 is what the program brings
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (key, number)
);

-- Whom the routes of a draft name: they may read it.
CREATE TABLE draft_person (
    draft  TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE DEFERRABLE,
    person TEXT NOT NULL,
    PRIMARY KEY (draft, person)
);
CREATE INDEX draft_person_person ON draft_person (person);
