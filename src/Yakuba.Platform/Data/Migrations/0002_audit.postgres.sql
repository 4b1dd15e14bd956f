-- The record: one row an entry, in order, never changed.
CREATE TABLE audit_entry (
    idx     BIGINT NOT NULL PRIMARY KEY,
    at      TEXT NOT NULL,
    actor   TEXT NOT NULL,
    action  TEXT NOT NULL,
    request TEXT NOT NULL,
    entry   BYTEA NOT NULL,   -- canonical JSON, the bytes that are hashed
    leaf    BYTEA NOT NULL    -- RFC 6962 leaf hash of it
);
CREATE INDEX audit_entry_request ON audit_entry (request);
CREATE INDEX audit_entry_action ON audit_entry (action, idx);

-- Hashes of full tiles, so that proofs read few rows; docs/formats/ledger.md.
CREATE TABLE audit_hash (
    level BIGINT NOT NULL,
    idx   BIGINT NOT NULL,
    hash  BYTEA NOT NULL,
    PRIMARY KEY (level, idx)
);

-- The right edge of the tree: all that the next append needs.
CREATE TABLE audit_tree (
    id   BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    edge BYTEA NOT NULL
);

-- Text that an entry vouches for, sealed by a key of its own: deleting the keys erases it, and the record still verifies.
CREATE TABLE audit_body (
    idx        BIGINT NOT NULL,  -- the entry
    part       TEXT NOT NULL,     -- question, answer
    bytes      BYTEA NOT NULL,
    seal_key   BYTEA NOT NULL,     -- empty once erased
    commit_key BYTEA NOT NULL,     -- empty once erased
    PRIMARY KEY (idx, part)
);
