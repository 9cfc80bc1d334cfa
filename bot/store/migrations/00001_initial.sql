-- +goose Up
CREATE TABLE articles (
    seq       INTEGER PRIMARY KEY AUTOINCREMENT,
    owner     TEXT    NOT NULL,
    id        TEXT    NOT NULL,
    added     INTEGER NOT NULL, -- Unix milliseconds
    format    INTEGER NOT NULL, -- of sentences
    title     TEXT    NOT NULL,
    titled    INTEGER NOT NULL,
    date      TEXT    NOT NULL,
    language  TEXT    NOT NULL,
    source    TEXT    NOT NULL,
    agency    TEXT    NOT NULL,
    text      TEXT    NOT NULL,
    sentences BLOB    NOT NULL,
    UNIQUE (owner, id)
);
CREATE TABLE revision (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    value INTEGER NOT NULL
);
INSERT INTO revision VALUES (1, 1);
CREATE TABLE settings (
    scope TEXT NOT NULL, -- channel:ID, or an owner
    name  TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (scope, name)
) WITHOUT ROWID;
CREATE TABLE translations (
    key  BLOB PRIMARY KEY, -- SHA-256 of original, language, model and prompt
    text TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE vectors (
    key    BLOB PRIMARY KEY, -- SHA-256 of model and text
    vector BLOB NOT NULL     -- float32, little endian
) WITHOUT ROWID;
CREATE TABLE tokens (
    day        TEXT    NOT NULL, -- 2006-01-02, UTC
    owner      TEXT    NOT NULL,
    prompt     INTEGER NOT NULL,
    completion INTEGER NOT NULL,
    PRIMARY KEY (day, owner)
) WITHOUT ROWID;
CREATE TABLE counts (
    day  TEXT    NOT NULL,
    name TEXT    NOT NULL,
    n    INTEGER NOT NULL,
    PRIMARY KEY (day, name)
) WITHOUT ROWID;
CREATE TABLE gaps (
    seq      INTEGER PRIMARY KEY,
    owner    TEXT    NOT NULL,
    question TEXT    NOT NULL,
    article  TEXT    NOT NULL,
    at       INTEGER NOT NULL -- Unix milliseconds
);
CREATE TABLE health (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    connected INTEGER NOT NULL,
    at        INTEGER NOT NULL -- Unix milliseconds
);
PRAGMA user_version = 1;

-- +goose Down
DROP TABLE health;
DROP TABLE gaps;
DROP TABLE counts;
DROP TABLE tokens;
DROP TABLE vectors;
DROP TABLE translations;
DROP TABLE settings;
DROP TABLE revision;
DROP TABLE articles;
PRAGMA user_version = 0;
