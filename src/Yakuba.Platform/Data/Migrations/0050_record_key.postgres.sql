-- The keys that signed the record, in order. A later key's row holds the checkpoint by which the key before it handed over; docs/formats/ledger.md.
CREATE TABLE audit_key (
    seq  bigint NOT NULL PRIMARY KEY,  -- from 0
    vkey text NOT NULL,                 -- public key, C2SP form
    size bigint NOT NULL,              -- entries under that checkpoint; 0 for the first key
    note bytea NOT NULL                  -- the checkpoint, signed by both; empty for the first key
);

-- Entries under the newest head that was signed: a head file that says less was exchanged for an older one.
ALTER TABLE audit_tree ADD COLUMN signed bigint NOT NULL DEFAULT 0;
