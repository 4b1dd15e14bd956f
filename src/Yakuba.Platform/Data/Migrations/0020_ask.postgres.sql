-- What was asked and how it ended. The record's entries point here; bodies lie beside the record, never in it.
CREATE TABLE answer (
    id          TEXT NOT NULL PRIMARY KEY,
    asked_at    TEXT NOT NULL,
    asked_by    TEXT NOT NULL,              -- user id, or '' for a resident
    channel     TEXT NOT NULL,
    status      TEXT NOT NULL DEFAULT '',   -- '' while it is being made
    as_of       TEXT NOT NULL DEFAULT '',
    composer    TEXT NOT NULL DEFAULT '',
    intent      BIGINT NOT NULL,           -- index of the entry written before composing
    result      BIGINT NOT NULL DEFAULT -1,
    elapsed_ms  BIGINT NOT NULL DEFAULT 0,
    question    TEXT NOT NULL,
    body        TEXT NOT NULL DEFAULT ''
);
CREATE INDEX answer_asked ON answer (asked_by, asked_at);
CREATE INDEX answer_open ON answer (status, asked_at);

CREATE TABLE feedback (
    answer_id TEXT NOT NULL REFERENCES answer (id) ON DELETE CASCADE DEFERRABLE,
    given_at  TEXT NOT NULL,
    given_by  TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('helped', 'wrong', 'outdated')),
    note      TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (answer_id, given_at)
);
