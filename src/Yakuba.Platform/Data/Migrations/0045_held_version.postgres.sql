-- Versions that wait for a decision because of personal data: stored whole (version.indexed = 2), found by nobody. The row goes with the decision, which the record keeps.
CREATE TABLE held_version (
    version  BIGINT NOT NULL PRIMARY KEY,
    held_at  TEXT   NOT NULL,
    kinds    TEXT   NOT NULL, -- what was found: MY_NUMBER,NAME
    ordinals TEXT   NOT NULL  -- passages it stands in, from 0, with commas between; -1 for the title
);
