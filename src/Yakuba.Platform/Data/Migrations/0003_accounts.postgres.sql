-- Sections (課・係) as they are called now; what they were called before stands beside them.
CREATE TABLE section (
    code       TEXT NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    kana       TEXT NOT NULL DEFAULT '',
    parent     TEXT NOT NULL DEFAULT '',
    valid_from TEXT NOT NULL DEFAULT '',
    valid_to   TEXT NOT NULL DEFAULT '',
    contact    TEXT NOT NULL DEFAULT ''
);
CREATE TABLE section_old_name (
    code TEXT NOT NULL REFERENCES section (code) DEFERRABLE,
    name TEXT NOT NULL,
    PRIMARY KEY (code, name)
);

-- People with an account. Nobody is deleted: the record names them by id.
CREATE TABLE account (
    id                   TEXT NOT NULL PRIMARY KEY,
    user_name            TEXT NOT NULL UNIQUE,
    display_name         TEXT NOT NULL,
    email                TEXT NOT NULL DEFAULT '',
    clearance            BIGINT NOT NULL,
    state                TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
    origin               TEXT NOT NULL CHECK (origin IN ('local', 'directory')),
    password_hash        TEXT NOT NULL DEFAULT '',
    must_change_password BIGINT NOT NULL DEFAULT 0,
    created_at           TEXT NOT NULL,
    signed_in_at         TEXT NOT NULL DEFAULT ''
);
CREATE TABLE account_role (
    account_id TEXT NOT NULL REFERENCES account (id) DEFERRABLE,
    role       TEXT NOT NULL,
    PRIMARY KEY (account_id, role)
);
CREATE TABLE account_section (
    account_id TEXT NOT NULL REFERENCES account (id) DEFERRABLE,
    section    TEXT NOT NULL REFERENCES section (code) DEFERRABLE,
    PRIMARY KEY (account_id, section)
);

-- Wrong passwords, counted for a typed name whether or not such an account exists. The key is a hash: people type passwords into the wrong field.
CREATE TABLE sign_in_failure (
    name_hash    TEXT NOT NULL PRIMARY KEY,
    failures     BIGINT NOT NULL,
    last_at      TEXT NOT NULL,
    locked_until TEXT NOT NULL DEFAULT ''
);

-- Signed-in browsers. The cookie holds a random token, this table its hash.
CREATE TABLE account_session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id) DEFERRABLE,
    method     TEXT NOT NULL CHECK (method IN ('password', 'directory', 'passkey')),
    created_at TEXT NOT NULL,
    seen_at    TEXT NOT NULL
);
CREATE INDEX account_session_account ON account_session (account_id);

-- Tokens for programs; rights is a comma-separated list of right keys.
CREATE TABLE api_token (
    id         TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id) DEFERRABLE,
    name       TEXT NOT NULL,
    rights     TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at    TEXT NOT NULL DEFAULT '',
    revoked_at TEXT NOT NULL DEFAULT ''
);
CREATE INDEX api_token_account ON api_token (account_id);

-- Passkeys (WebAuthn credentials) and the ceremonies that have begun.
CREATE TABLE passkey (
    credential_id   TEXT NOT NULL PRIMARY KEY,
    account_id      TEXT NOT NULL REFERENCES account (id) DEFERRABLE,
    name            TEXT NOT NULL,
    public_key      BYTEA NOT NULL,
    sign_count      BIGINT NOT NULL,
    transports      TEXT NOT NULL,
    user_verified   BIGINT NOT NULL,
    backup_eligible BIGINT NOT NULL,
    backed_up       BIGINT NOT NULL,
    attestation     BYTEA NOT NULL,
    client_data     BYTEA NOT NULL,
    created_at      TEXT NOT NULL,
    used_at         TEXT NOT NULL DEFAULT ''
);
CREATE INDEX passkey_account ON passkey (account_id);
CREATE TABLE passkey_ceremony (
    token_hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL DEFAULT '',
    state      TEXT NOT NULL,
    expires_at TEXT NOT NULL
);

-- Keys that protect forms; shared by all nodes.
CREATE TABLE protection_key (
    name TEXT NOT NULL PRIMARY KEY,
    xml  TEXT NOT NULL
);
