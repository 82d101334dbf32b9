-- The terms on which a source can be used.

-- An SPDX identifier such as CC-BY-4.0, or words; NULL where the terms are not known.
ALTER TABLE source ADD COLUMN licence TEXT CHECK (licence <> '');

-- Who must be named with it; NULL where nobody must.
ALTER TABLE source ADD COLUMN attribution TEXT CHECK (attribution <> '');
