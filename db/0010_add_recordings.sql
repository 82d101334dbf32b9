-- Every write is one recording: an instant, by whom, its events and its versions of reference data, sealed by a hash.

-- The events of a recording are those recorded after the instant of the one before and up to its own, inclusive.
CREATE TABLE recording (
    -- 1, 2, 3 and so on, without a gap.
    number       INTEGER PRIMARY KEY CHECK (number >= 1),
    instant      TEXT NOT NULL CHECK (instant GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'
                     AND date(substr(instant, 1, 10), '+0 days') IS substr(instant, 1, 10) AND substr(instant, 12, 2) <= '23'),
    -- The name of a key, or 'import' or 'restore'.
    recorded_by  TEXT NOT NULL CHECK (recorded_by <> ''),
    note         TEXT CHECK (note <> ''),
    -- The data version after it.
    data_version TEXT NOT NULL CHECK (data_version <> ''),
    -- How many events it has.
    events       INTEGER NOT NULL CHECK (events >= 0),
    -- SHA-256 of all of it and of the hash before it, in hexadecimal.
    hash         TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*')
) STRICT;

-- What a recording made of an entry of the reference data, as JSON; NULL where it removed the entry. The other tables hold the current state.
-- Not a rowid table: the key is what is looked up. The recording comes last in the transaction, and closes it.
CREATE TABLE reference_version (
    recording INTEGER NOT NULL REFERENCES recording (number) DEFERRABLE INITIALLY DEFERRED,
    kind      TEXT NOT NULL CHECK (kind IN ('source', 'participant', 'treaty', 'published-count', 'waiver')),
    key       TEXT NOT NULL CHECK (key <> ''),
    value     TEXT CHECK (json_valid(value)),
    PRIMARY KEY (recording, kind, key)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER recording_is_never_updated BEFORE UPDATE ON recording
BEGIN
    SELECT RAISE(ABORT, 'recordings are append-only: record again instead of an update');
END;

CREATE TRIGGER recording_is_never_deleted BEFORE DELETE ON recording
BEGIN
    SELECT RAISE(ABORT, 'recordings are append-only: nothing recorded is deleted');
END;

CREATE TRIGGER recording_follows_the_newest BEFORE INSERT ON recording
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM recording) OR NEW.instant <= (SELECT max(instant) FROM recording)
BEGIN
    SELECT RAISE(ABORT, 'a recording must have the next number and a later instant than the newest one');
END;

CREATE TRIGGER reference_version_is_never_updated BEFORE UPDATE ON reference_version
BEGIN
    SELECT RAISE(ABORT, 'versions of reference data are append-only: record another version instead of an update');
END;

CREATE TRIGGER reference_version_is_never_deleted BEFORE DELETE ON reference_version
BEGIN
    SELECT RAISE(ABORT, 'versions of reference data are append-only: nothing recorded is deleted');
END;

CREATE TRIGGER reference_version_is_of_an_open_recording BEFORE INSERT ON reference_version
WHEN NEW.recording <= (SELECT max(number) FROM recording)
BEGIN
    SELECT RAISE(ABORT, 'a recording is closed: record another version of the reference data in a new one');
END;

CREATE TRIGGER treaty_event_is_of_an_open_recording BEFORE INSERT ON treaty_event
WHEN NEW.recorded_at <= (SELECT max(instant) FROM recording) AND NOT EXISTS (SELECT 1 FROM treaty_event WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'recorded_at must be later than the newest recording: a recording is closed');
END;

CREATE TRIGGER treaty_event_source_is_of_an_open_recording BEFORE INSERT ON treaty_event_source
WHEN (SELECT recorded_at FROM treaty_event WHERE id = NEW.event) <= (SELECT max(instant) FROM recording)
    AND NOT EXISTS (SELECT 1 FROM treaty_event_source WHERE event = NEW.event AND position = NEW.position)
BEGIN
    SELECT RAISE(ABORT, 'a recording is closed: record a correction to add a source');
END;
