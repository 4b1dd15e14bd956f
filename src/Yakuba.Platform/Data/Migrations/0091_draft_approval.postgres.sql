-- The municipality's rules of documents (文書規程): who holds which post, by which route a draft is approved, how numbers are written. The newest counts.
CREATE TABLE draft_regulation (
    number        BIGINT NOT NULL PRIMARY KEY,
    made_at       TEXT NOT NULL,
    made_by       TEXT NOT NULL,
    posts         TEXT NOT NULL,
    routes        TEXT NOT NULL,
    numbers       TEXT NOT NULL,
    self_approval BIGINT NOT NULL
);

-- A step of a draft's way round. Steps of one place are asked at the same time.
CREATE TABLE draft_step (
    draft      TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE DEFERRABLE,
    round      BIGINT NOT NULL,
    place      BIGINT NOT NULL,          -- from 1
    person     TEXT NOT NULL,
    deputy     TEXT NOT NULL,             -- who may decide in the person's stead; '' for nobody
    post       TEXT NOT NULL,             -- 課長
    kind       TEXT NOT NULL CHECK (kind IN ('approve', 'consult', 'decide')),
    version    BIGINT NOT NULL,          -- of the text that is asked about
    due_on     TEXT NOT NULL,             -- '' for no day
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'returned', 'void')),
    decided_at TEXT NOT NULL DEFAULT '',
    decided_by TEXT NOT NULL DEFAULT '',
    remark     TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (draft, round, place, person)
);
CREATE INDEX draft_step_waiting ON draft_step (state, person);
CREATE INDEX draft_step_deputy ON draft_step (state, deputy);

-- The last number of each series in each year; counted in the transaction that gives the number, so that none is left out.
CREATE TABLE draft_series (
    series TEXT NOT NULL,
    year   BIGINT NOT NULL,
    last   BIGINT NOT NULL,
    PRIMARY KEY (series, year)
);

CREATE TABLE draft_issue (
    draft     TEXT NOT NULL PRIMARY KEY REFERENCES draft (id) ON DELETE CASCADE DEFERRABLE,
    series    TEXT NOT NULL,              -- the number as written, with {番号} in the place of the number; '' without a number
    year      BIGINT NOT NULL,
    number    BIGINT NOT NULL,           -- from 1; 0 without a number
    written   TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL
);
CREATE UNIQUE INDEX draft_issue_number ON draft_issue (series, year, number) WHERE number > 0;
