-- "GNGW": tells a vault from any other SQLite file.
PRAGMA application_id = 1196312407;
-- The format's version; a program refuses what is newer than itself.
PRAGMA user_version = 1;

-- How the data key is wrapped. The only row that can be read without it.
CREATE TABLE header (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    memory_kib  INTEGER NOT NULL,
    passes      INTEGER NOT NULL,
    lanes       INTEGER NOT NULL,
    salt        BLOB NOT NULL,
    wrapped_key BLOB NOT NULL,
    checksum    BLOB NOT NULL
);

-- What is true of all rows together, sealed.
CREATE TABLE state (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    sealed BLOB NOT NULL
);

CREATE TABLE item (
    number   INTEGER PRIMARY KEY, -- in the order of first putting
    shelf    BLOB NOT NULL,       -- keyed hash of the kind
    id       BLOB NOT NULL,       -- keyed hash of kind and id
    revision INTEGER NOT NULL,
    sealed   BLOB NOT NULL,
    UNIQUE (shelf, id)
);
CREATE INDEX item_order ON item (shelf, number);

CREATE TABLE lookup (
    value BLOB NOT NULL,          -- keyed hash of kind, name of the key, and value
    item  INTEGER NOT NULL REFERENCES item (number),
    PRIMARY KEY (value, item)
) WITHOUT ROWID;
CREATE INDEX lookup_item ON lookup (item);

CREATE TABLE audit (
    number  INTEGER PRIMARY KEY,  -- from 1, without gaps
    subject BLOB NOT NULL,        -- keyed hash
    sealed  BLOB NOT NULL,
    chain   BLOB NOT NULL         -- keyed hash of the entry and of the chain before it
);
CREATE INDEX audit_subject ON audit (subject, number);
