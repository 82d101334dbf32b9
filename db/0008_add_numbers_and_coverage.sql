-- Numbers of treaties that another depositary keeps, and how far the record of a treaty is proved.

ALTER TABLE treaty ADD COLUMN number TEXT CHECK (number <> '');

-- Whose number it is: icao, iaea, cets. A number in MTDSG is in mtdsg and not repeated here.
ALTER TABLE treaty ADD COLUMN numbering TEXT CHECK ((numbering IS NULL) = (number IS NULL) AND numbering NOT GLOB '*[^a-z]*' AND numbering <> '');

-- proved: the number of parties in the newest table equals that of the record on the table's day, complete_through.
ALTER TABLE treaty ADD COLUMN coverage TEXT CHECK (coverage IN ('proved', 'newer-acts', 'older-table'));

-- What may be missing, in plain words.
ALTER TABLE treaty ADD COLUMN record_note TEXT CHECK (record_note <> '');
