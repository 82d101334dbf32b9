-- An instant that the calendar does not have cannot be read again, and a recording is never changed.

CREATE TRIGGER treaty_event_recorded_at_exists BEFORE INSERT ON treaty_event
WHEN date(substr(NEW.recorded_at, 1, 10), '+0 days') IS NOT substr(NEW.recorded_at, 1, 10) OR substr(NEW.recorded_at, 12, 2) > '23'
BEGIN
    SELECT RAISE(ABORT, 'recorded_at is not an instant of the calendar');
END;

CREATE TRIGGER treaty_recorded_at_exists BEFORE INSERT ON treaty
WHEN date(substr(NEW.recorded_at, 1, 10), '+0 days') IS NOT substr(NEW.recorded_at, 1, 10) OR substr(NEW.recorded_at, 12, 2) > '23'
BEGIN
    SELECT RAISE(ABORT, 'recorded_at is not an instant of the calendar');
END;

CREATE TRIGGER treaty_recorded_at_stays_an_instant BEFORE UPDATE OF recorded_at ON treaty
WHEN date(substr(NEW.recorded_at, 1, 10), '+0 days') IS NOT substr(NEW.recorded_at, 1, 10) OR substr(NEW.recorded_at, 12, 2) > '23'
BEGIN
    SELECT RAISE(ABORT, 'recorded_at is not an instant of the calendar');
END;

-- The form that names have when they are inserted (0004) holds for changes too.

CREATE TRIGGER treaty_id_stays_well_formed BEFORE UPDATE OF id ON treaty
WHEN NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR NEW.id GLOB '*-' OR NEW.id GLOB '*--*'
BEGIN
    SELECT RAISE(ABORT, 'a treaty id must be lower-case letters and digits in groups, joined by single hyphens');
END;

CREATE TRIGGER source_id_stays_well_formed BEFORE UPDATE OF id ON source
WHEN NEW.id NOT GLOB '[A-Za-z0-9]*' OR NEW.id GLOB '*[^A-Za-z0-9._-]*'
BEGIN
    SELECT RAISE(ABORT, 'a source id must be letters, digits, dots, underscores and hyphens, the first a letter or digit');
END;
