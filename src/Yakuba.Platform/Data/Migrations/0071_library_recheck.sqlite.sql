-- How far a job that looks for personal data in documents of long ago has come: a run that was cut off goes on from there.
CREATE TABLE library_recheck (
    job     TEXT NOT NULL PRIMARY KEY,
    through INTEGER NOT NULL,   -- number of the last version looked at
    held    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
