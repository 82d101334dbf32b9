-- What the law needs beside days and kinds: days known only as periods, places of deposit, counterparts of objections, suspensions,
-- signatures taken back, organizations that are not regional, days of statehood, and the lists to which final clauses refer.
-- SQLite cannot change a CHECK: two tables are made anew with all their rows. Views name them, and are made anew as well.

DROP VIEW party;

DROP VIEW leaving;

DROP VIEW current_event;

CREATE TABLE participant_wider (
    code                TEXT PRIMARY KEY CHECK (length(code) IN (3, 4) AND code = upper(code)),
    iso2                TEXT CHECK (length(iso2) = 2),
    m49                 TEXT CHECK (m49 GLOB '[0-9][0-9][0-9]'),
    kind                TEXT NOT NULL CHECK (kind IN ('un-member', 'un-observer', 'other-state', 'regional-organization',
                            'international-organization', 'former-state')),
    un_member_since     TEXT CHECK (un_member_since IS date(un_member_since, '+0 days')),
    un_member_until     TEXT CHECK (un_member_until IS date(un_member_until, '+0 days')),
    region              TEXT,
    sub_region          TEXT,
    intermediate_region TEXT,
    un_regional_group   TEXT,
    official_name       TEXT NOT NULL,
    note                TEXT,
    -- First day of observer status at the United Nations.
    un_observer_since   TEXT CHECK (un_observer_since IS date(un_observer_since, '+0 days')),
    -- The day of succession of the State: a succession without a stated effect is in force from it (VCSS 23(1)).
    statehood_since     TEXT CHECK (statehood_since IS date(statehood_since, '+0 days')),
    -- What that day rests on.
    statehood_basis     TEXT CHECK (statehood_basis IS NULL OR statehood_since IS NOT NULL),
    -- Last day of a former State that did not end as a Member of the United Nations.
    statehood_until     TEXT CHECK (statehood_until IS date(statehood_until, '+0 days'))
) STRICT, WITHOUT ROWID;

INSERT INTO participant_wider (code, iso2, m49, kind, un_member_since, un_member_until, region, sub_region, intermediate_region,
    un_regional_group, official_name, note)
SELECT code, iso2, m49, kind, un_member_since, un_member_until, region, sub_region, intermediate_region, un_regional_group, official_name, note
FROM participant;

DROP TABLE participant;

ALTER TABLE participant_wider RENAME TO participant;

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

CREATE TABLE treaty_event_wider (
    id                       TEXT PRIMARY KEY CHECK (id <> ''),
    treaty                   TEXT NOT NULL REFERENCES treaty (id),
    participant              TEXT REFERENCES participant (code),
    kind                     TEXT NOT NULL CHECK (kind IN (
                                 'signature', 'succession-to-signature', 'signature-withdrawn', 'definitive-signature', 'ratification',
                                 'acceptance', 'approval', 'accession', 'succession', 'formal-confirmation', 'participation', 'withdrawal',
                                 'withdrawal-revoked', 'consent-withdrawn', 'cessation', 'suspension', 'suspension-ended',
                                 'provisional-application', 'provisional-application-ended', 'reservation', 'reservation-withdrawn',
                                 'objection', 'objection-withdrawn', 'declaration', 'territorial-extension', 'territorial-exclusion',
                                 'terminated', 'correction')),
    -- Of a day known only as a period, the last one; where only the effect is known, the day of effect.
    date                     TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
    effective_on             TEXT CHECK (effective_on IS date(effective_on, '+0 days')),
    recorded_at              TEXT NOT NULL CHECK (datetime(recorded_at) IS NOT NULL AND recorded_at GLOB '*Z'),
    verification             TEXT NOT NULL CHECK (verification IN ('table', 'corroborated', 'unverified')),
    note                     TEXT,
    corrects                 TEXT REFERENCES treaty_event (id),
    corrected_kind           TEXT CHECK (corrected_kind <> 'correction'),
    -- Of a day known only as a period, the first one.
    earliest                 TEXT CHECK (earliest IS date(earliest, '+0 days') AND earliest < date),
    -- 1 where only the day of effect is known, and date repeats it.
    effect_only              INTEGER NOT NULL DEFAULT 0 CHECK (effect_only IN (0, 1)),
    -- The place of deposit, where the treaty has several.
    depositary               TEXT CHECK (depositary <> ''),
    -- The participant towards which the act is done: the one objected to.
    counterpart              TEXT REFERENCES participant (code),
    -- 1 for an objection that opposes entry into force between the two (VCLT 20(4)(b)).
    opposes_entry_into_force INTEGER NOT NULL DEFAULT 0 CHECK (opposes_entry_into_force IN (0, 1)),
    -- Only the treaty's own end, and a correction of it, names no participant.
    CHECK (participant IS NOT NULL OR kind = 'terminated' OR kind = 'correction'),
    -- A correction names the event that it corrects; nothing else does.
    CHECK ((kind = 'correction') = (corrects IS NOT NULL)),
    CHECK (corrected_kind IS NULL OR kind = 'correction'),
    -- A day that is not known is not verified.
    CHECK (earliest IS NULL OR verification = 'unverified'),
    CHECK (effect_only = 0 OR (earliest IS NULL AND effective_on IS date)),
    CHECK (counterpart <> participant),
    CHECK (opposes_entry_into_force = 0 OR kind IN ('objection', 'correction'))
) STRICT, WITHOUT ROWID;

INSERT INTO treaty_event_wider (id, treaty, participant, kind, date, effective_on, recorded_at, verification, note, corrects, corrected_kind)
SELECT id, treaty, participant, kind, date, effective_on, recorded_at, verification, note, corrects, corrected_kind
FROM treaty_event;

DROP TABLE treaty_event;

ALTER TABLE treaty_event_wider RENAME TO treaty_event;

CREATE INDEX treaty_event_by_treaty ON treaty_event (treaty, participant, date);

-- The newest correction of an act.
CREATE INDEX treaty_event_by_corrected ON treaty_event (corrects, recorded_at, id) WHERE corrects IS NOT NULL;

CREATE INDEX treaty_event_by_recording ON treaty_event (recorded_at);

-- A recorded act is never changed.
CREATE TRIGGER treaty_event_is_never_updated BEFORE UPDATE ON treaty_event
BEGIN
    SELECT RAISE(ABORT, 'events are append-only: record a correction instead of an update');
END;

-- A recorded act is never deleted.
CREATE TRIGGER treaty_event_is_never_deleted BEFORE DELETE ON treaty_event
BEGIN
    SELECT RAISE(ABORT, 'events are append-only: record a correction instead of deleting');
END;

-- INSERT OR REPLACE deletes without firing the trigger above unless recursive_triggers is on: stop it before it starts.
CREATE TRIGGER treaty_event_is_never_replaced BEFORE INSERT ON treaty_event
WHEN EXISTS (SELECT 1 FROM treaty_event WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'events are append-only: an event with this id is recorded already');
END;

-- A correction speaks of an act of the same treaty.
CREATE TRIGGER correction_stays_within_its_treaty BEFORE INSERT ON treaty_event
WHEN NEW.corrects IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty_event WHERE id = NEW.corrects AND treaty = NEW.treaty)
BEGIN
    SELECT RAISE(ABORT, 'a correction must name an earlier event of the same treaty');
END;

-- The newest correction of an act applies, so that a correction of a correction says nothing that a new one of the act could not.
CREATE TRIGGER correction_names_an_act BEFORE INSERT ON treaty_event
WHEN NEW.corrects IS NOT NULL AND EXISTS (SELECT 1 FROM treaty_event WHERE id = NEW.corrects AND kind = 'correction')
BEGIN
    SELECT RAISE(ABORT, 'a correction must name an act, not a correction: correct the act again');
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
CREATE TRIGGER treaty_event_is_never_backdated BEFORE INSERT ON treaty_event
WHEN NEW.recorded_at < (SELECT max(recorded_at) FROM treaty_event)
BEGIN
    SELECT RAISE(ABORT, 'recorded_at must not be earlier than that of the newest event: record it as of now');
END;

-- The custodians of a treaty that has several, in the order given; the first is treaty.depositary.
CREATE TABLE treaty_depositary (
    treaty     TEXT NOT NULL REFERENCES treaty (id) DEFERRABLE INITIALLY DEFERRED,
    position   INTEGER NOT NULL,
    depositary TEXT NOT NULL CHECK (depositary <> ''),
    PRIMARY KEY (treaty, position),
    UNIQUE (treaty, depositary)
) STRICT, WITHOUT ROWID;

-- A deposit is made with a depositary of the treaty.
CREATE TRIGGER treaty_event_depositary_is_the_treaty_s BEFORE INSERT ON treaty_event
WHEN NEW.depositary IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM treaty WHERE id = NEW.treaty AND depositary = NEW.depositary)
    AND NOT EXISTS (SELECT 1 FROM treaty_depositary WHERE treaty = NEW.treaty AND depositary = NEW.depositary)
BEGIN
    SELECT RAISE(ABORT, 'the depositary of an event must be one of the depositaries of its treaty');
END;

-- The lists and weights to which final clauses refer. A weight is a decimal number as text, so that none of its digits is lost.
CREATE TABLE treaty_list (
    treaty      TEXT NOT NULL REFERENCES treaty (id) DEFERRABLE INITIALLY DEFERRED,
    list        TEXT NOT NULL CHECK (list <> '' AND list NOT GLOB '*[^a-z0-9-]*'),
    participant TEXT NOT NULL REFERENCES participant (code) DEFERRABLE INITIALLY DEFERRED,
    weight      TEXT CHECK (weight GLOB '[0-9]*' AND weight NOT GLOB '*[^0-9.]*' AND weight NOT GLOB '*.*.*' AND weight NOT GLOB '*.'),
    source      TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (treaty, list, participant)
) STRICT, WITHOUT ROWID;

-- For people who take the file and not the API: each act with the values of its newest correction, without those retracted.
CREATE VIEW current_event AS
SELECT act.id, act.treaty, stands.participant, coalesce(stands.corrected_kind, act.kind) AS kind, stands.date,
       -- The days on which it may have been done, as short as they can be written; NULL where the day is known.
       CASE WHEN stands.earliest IS NULL THEN NULL
            WHEN stands.earliest = date(stands.date, 'start of year') AND stands.date = date(stands.date, 'start of year', '+1 year', '-1 day')
                THEN substr(stands.date, 1, 4)
            WHEN stands.earliest = date(stands.date, 'start of month') AND stands.date = date(stands.date, 'start of month', '+1 month', '-1 day')
                THEN substr(stands.date, 1, 7)
            ELSE stands.earliest || '/' || stands.date END AS date_period,
       CASE WHEN stands.effect_only THEN 'effect-only' WHEN stands.earliest IS NULL THEN 'day' ELSE 'period' END AS date_known,
       stands.earliest, stands.effective_on, stands.depositary, stands.counterpart, stands.opposes_entry_into_force, stands.verification,
       stands.note
FROM treaty_event AS act
JOIN treaty_event AS stands ON stands.id = coalesce(
    (SELECT id FROM treaty_event WHERE corrects = act.id ORDER BY recorded_at DESC, id DESC LIMIT 1), act.id)
WHERE act.kind <> 'correction' AND (stands.id = act.id OR stands.corrected_kind IS NOT NULL);

-- Every act that ends a consent to be bound, with bound_until: the first day on which the participant is no longer bound. A notice of
-- withdrawal that states no day takes effect as the final clauses say, in their silence after twelve months (VCLT 56(2)). A notice
-- revoked in time is not here (VCLT 68); one under a parent treaty is here under its protocols too where the clause says so. The end of
-- the treaty itself names no participant. An organization that leaves with its members needs the law and is left to the service.
CREATE VIEW leaving AS
WITH clause AS (
    SELECT id AS treaty, parent,
           CASE WHEN json_extract(final_clauses, '$.withdrawal.reason') IS NULL THEN json_extract(final_clauses, '$.withdrawal.receivedBy') END AS received_by,
           CASE WHEN json_extract(final_clauses, '$.withdrawal.reason') IS NULL AND json_extract(final_clauses, '$.withdrawal.effectAfterReceipt') IS NOT NULL
                THEN coalesce(json_extract(final_clauses, '$.withdrawal.effectAfterReceipt.months'), 0) ELSE 12 END AS months,
           CASE WHEN json_extract(final_clauses, '$.withdrawal.reason') IS NULL
                THEN coalesce(json_extract(final_clauses, '$.withdrawal.effectAfterReceipt.days'), 0) ELSE 0 END AS days,
           coalesce(json_extract(final_clauses, '$.withdrawal.effectAfterReceipt.thenFirstOfFollowingMonth'), 0) AS then_first,
           coalesce(json_extract(final_clauses, '$.withdrawal.entailsProtocols'), 0) AS entails_protocols
    FROM treaty
),
by_clause AS (
    SELECT act.id, act.treaty, act.participant, act.kind, act.date, act.effective_on, clause.entails_protocols, clause.then_first,
           CASE WHEN clause.received_by IS NULL
                -- date() runs over the end of a short month into the next: the last day of the month meant is the limit.
                THEN date(min(date(act.date, '+' || clause.months || ' months'),
                              date(act.date, 'start of month', '+' || (clause.months + 1) || ' months', '-1 day')), '+' || clause.days || ' days')
                ELSE date(act.date, 'start of year', CASE WHEN substr(act.date, 6) <= clause.received_by THEN '+1 year' ELSE '+2 years' END) END AS due
    FROM current_event AS act JOIN clause ON clause.treaty = act.treaty
    WHERE act.kind IN ('withdrawal', 'consent-withdrawn', 'cessation', 'terminated')
),
ending AS (
    SELECT id, treaty, participant, kind, date, entails_protocols,
           CASE WHEN kind <> 'withdrawal' THEN coalesce(effective_on, date)
                ELSE max(date, coalesce(effective_on, CASE WHEN then_first THEN date(due, 'start of month', '+1 month') ELSE due END)) END AS bound_until
    FROM by_clause
),
standing AS (
    SELECT * FROM ending
    WHERE kind <> 'withdrawal' OR NOT EXISTS (
        SELECT 1 FROM current_event AS revocation
        WHERE revocation.treaty = ending.treaty AND revocation.participant = ending.participant AND revocation.kind = 'withdrawal-revoked'
          AND revocation.date >= ending.date AND revocation.date < ending.bound_until)
)
SELECT id, treaty, participant, kind, date, bound_until FROM standing
UNION ALL
SELECT standing.id, protocol.id, standing.participant, standing.kind, standing.date, standing.bound_until
FROM standing JOIN treaty AS protocol ON protocol.parent = standing.treaty
WHERE standing.kind = 'withdrawal' AND standing.entails_protocols;

-- Who holds consent to be bound today (UTC), by date of deposit: what the status tables list as parties, and the API as "parties".
-- The first consent since the participant last left is the one that binds it; a second on top of it changes nothing.
CREATE VIEW party AS
SELECT treaty, participant, kind AS consent, min(date) AS since, verification
FROM current_event AS consent
WHERE kind IN ('definitive-signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal-confirmation', 'participation')
  AND date <= date('now')
  AND NOT EXISTS (
      SELECT 1 FROM leaving
      WHERE leaving.treaty = consent.treaty AND (leaving.participant = consent.participant OR leaving.kind = 'terminated')
        AND leaving.date >= consent.date AND leaving.bound_until >= consent.date AND leaving.bound_until <= date('now'))
GROUP BY treaty, participant;
