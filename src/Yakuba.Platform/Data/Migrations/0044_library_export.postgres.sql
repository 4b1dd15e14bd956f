-- People of another store whom versions name that came in by an export: the ids stay, and so do the names to show for them.
CREATE TABLE library_person (
    id   TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
);
