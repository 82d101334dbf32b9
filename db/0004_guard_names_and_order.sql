-- Names that addresses, files and spreadsheets can carry, and one meaning for each of them. All of it holds for new rows: a register that
-- broke a rule before can still be opened.

-- A treaty's id is lower-case letters and digits in groups, joined by single hyphens: it names files and addresses.
CREATE TRIGGER treaty_id_is_well_formed BEFORE INSERT ON treaty
WHEN NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR NEW.id GLOB '*-' OR NEW.id GLOB '*--*'
BEGIN
    SELECT RAISE(ABORT, 'a treaty id must be lower-case letters and digits in groups, joined by single hyphens');
END;

-- Ids and MTDSG numbers are looked up as one set of names, without regard to case.
CREATE INDEX treaty_by_id_in_any_case ON treaty (id COLLATE NOCASE);

CREATE INDEX treaty_by_mtdsg_in_any_case ON treaty (mtdsg COLLATE NOCASE);

CREATE TRIGGER treaty_name_is_its_own BEFORE INSERT ON treaty
WHEN EXISTS (
    SELECT 1 FROM treaty
    WHERE id <> NEW.id AND (id COLLATE NOCASE IN (NEW.id, NEW.mtdsg) OR mtdsg COLLATE NOCASE IN (NEW.id, NEW.mtdsg)))
BEGIN
    SELECT RAISE(ABORT, 'another treaty has this id or MTDSG number, in some letter case');
END;

CREATE TRIGGER treaty_name_stays_its_own BEFORE UPDATE OF id, mtdsg ON treaty
WHEN EXISTS (
    SELECT 1 FROM treaty
    WHERE id <> OLD.id AND (id COLLATE NOCASE IN (NEW.id, NEW.mtdsg) OR mtdsg COLLATE NOCASE IN (NEW.id, NEW.mtdsg)))
BEGIN
    SELECT RAISE(ABORT, 'another treaty has this id or MTDSG number, in some letter case');
END;

-- Codes are capital letters: no two differ in case alone.
CREATE TRIGGER participant_code_is_well_formed BEFORE INSERT ON participant
WHEN NEW.code GLOB '*[^A-Z]*' OR NEW.iso2 GLOB '*[^A-Z]*'
BEGIN
    SELECT RAISE(ABORT, 'codes of participants must be capital letters A to Z');
END;

CREATE TRIGGER participant_code_stays_well_formed BEFORE UPDATE OF code, iso2 ON participant
WHEN NEW.code GLOB '*[^A-Z]*' OR NEW.iso2 GLOB '*[^A-Z]*'
BEGIN
    SELECT RAISE(ABORT, 'codes of participants must be capital letters A to Z');
END;

-- A source's id goes into lists separated by '|' and into addresses.
CREATE TRIGGER source_id_is_well_formed BEFORE INSERT ON source
WHEN NEW.id NOT GLOB '[A-Za-z0-9]*' OR NEW.id GLOB '*[^A-Za-z0-9._-]*'
BEGIN
    SELECT RAISE(ABORT, 'a source id must be letters, digits, dots, underscores and hyphens, the first a letter or digit');
END;

CREATE INDEX source_by_id_in_any_case ON source (id COLLATE NOCASE);

CREATE TRIGGER source_id_is_its_own BEFORE INSERT ON source
WHEN EXISTS (SELECT 1 FROM source WHERE id <> NEW.id AND id COLLATE NOCASE = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'another source has this id in another letter case');
END;

-- An event's id is made of its treaty, participant, kind and date.
CREATE TRIGGER treaty_event_id_is_well_formed BEFORE INSERT ON treaty_event
WHEN NEW.id NOT GLOB '[A-Za-z0-9]*' OR NEW.id GLOB '*[^A-Za-z0-9-]*'
BEGIN
    SELECT RAISE(ABORT, 'an event id must be letters, digits and hyphens');
END;

-- Instants are compared as text, so that they must all have one form.
CREATE TRIGGER treaty_event_recorded_at_has_milliseconds BEFORE INSERT ON treaty_event
WHEN NEW.recorded_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'
BEGIN
    SELECT RAISE(ABORT, 'recorded_at must be written as 2026-11-23T00:00:00.000Z');
END;

-- Nothing is recorded before what is there already: an answer for an instant of the past never changes.
CREATE INDEX treaty_event_by_recording ON treaty_event (recorded_at);

CREATE TRIGGER treaty_event_is_never_backdated BEFORE INSERT ON treaty_event
WHEN NEW.recorded_at < (SELECT max(recorded_at) FROM treaty_event)
BEGIN
    SELECT RAISE(ABORT, 'recorded_at must not be earlier than that of the newest event: record it as of now');
END;
