-- How far a job that looks for personal data in documents of long ago has come: a run that was cut off goes on from there.
CREATE TABLE library_recheck (
    job     TEXT NOT NULL PRIMARY KEY,
    through bigint NOT NULL,   -- number of the last version looked at
    held    bigint NOT NULL
);
