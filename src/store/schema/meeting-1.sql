-- The register of one meeting, version 1. A released migration never changes.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Every change, in order. See msk-ledger.h for how an entry is hashed.
CREATE TABLE ledger (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0), -- the order; never the clock
  at INTEGER NOT NULL,                               -- UTC seconds
  actor TEXT NOT NULL,                               -- user name
  role TEXT NOT NULL,                                -- the role they acted in
  station TEXT NOT NULL,                             -- the place of work
  act TEXT NOT NULL,                                 -- name of an MskAct
  subject TEXT NOT NULL,                             -- what was acted on: "copy 000014"
  details TEXT NOT NULL,                             -- one JSON object
  previous BLOB NOT NULL CHECK (length (previous) = 32), -- hash of the entry before
  hash BLOB NOT NULL CHECK (length (hash) = 32)
) STRICT;
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE (ABORT, 'the ledger does not change'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE (ABORT, 'the ledger does not change'); END;

-- The meeting itself: one row.
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,          -- its id in the appliance's register
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('confidential', 'secret', 'top-secret')),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
  venue TEXT NOT NULL,
  organiser TEXT NOT NULL,
  leader TEXT NOT NULL,            -- the responsible leader
  state TEXT NOT NULL CHECK (state IN ('open', 'sweeping', 'closed')),
  scheme TEXT NOT NULL CHECK (scheme <> '')  -- of its marks, as data/schemes/README.md describes one, with the security officer's adjustments
) STRICT;
CREATE TRIGGER meeting_keeps_scheme BEFORE UPDATE ON meeting WHEN NEW.scheme <> OLD.scheme
BEGIN SELECT RAISE (ABORT, 'a meeting keeps the scheme that it was made with'); END;
CREATE TRIGGER meeting_no_delete BEFORE DELETE ON meeting BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER meeting_stays_closed BEFORE UPDATE ON meeting WHEN OLD.state = 'closed'
BEGIN SELECT RAISE (ABORT, 'a closed meeting does not change'); END;

CREATE TABLE agenda_item (
  position INTEGER PRIMARY KEY CHECK (position > 0),
  title TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('confidential', 'secret', 'top-secret')),
  recording TEXT NOT NULL CHECK (recording IN ('none', 'notebook', 'free'))  -- what may be noted down (M5)
) STRICT;

-- The numbered lists of attendees (M4). The one without a seal is open; there is at most one.
CREATE TABLE attendee_list (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  sealed_at INTEGER,
  sealed_by TEXT,
  code TEXT,              -- short code on the printed list
  CHECK ((sealed_at IS NULL) = (sealed_by IS NULL) AND (sealed_at IS NULL) = (code IS NULL))
) STRICT;
CREATE TRIGGER attendee_list_stays_sealed BEFORE UPDATE ON attendee_list WHEN OLD.sealed_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'a sealed list does not change'); END;
CREATE TRIGGER attendee_list_no_delete BEFORE DELETE ON attendee_list BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

CREATE TABLE attendee (
  id INTEGER PRIMARY KEY,
  list_number INTEGER NOT NULL REFERENCES attendee_list (number),
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT NOT NULL,
  post TEXT NOT NULL,
  capacity TEXT NOT NULL CHECK (capacity IN ('delegate', 'observer', 'staff', 'service', 'press')),
  clearance TEXT NOT NULL CHECK (clearance IN ('confidential', 'secret', 'top-secret')),
  vetting TEXT NOT NULL CHECK (vetting IN ('proposed', 'approved', 'rejected')),
  nominated_by TEXT NOT NULL,
  reason TEXT NOT NULL,      -- of the decision
  decided_by TEXT NOT NULL,  -- user, '' before the decision
  decided_at INTEGER NOT NULL,
  UNIQUE (name, unit, post)
) STRICT;
CREATE TRIGGER attendee_no_late_insert BEFORE INSERT ON attendee
WHEN (SELECT sealed_at FROM attendee_list WHERE number = NEW.list_number) IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'a sealed list does not change'); END;
CREATE TRIGGER attendee_no_late_update BEFORE UPDATE ON attendee
WHEN (SELECT sealed_at FROM attendee_list WHERE number = OLD.list_number) IS NOT NULL
  OR (SELECT sealed_at FROM attendee_list WHERE number = NEW.list_number) IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'a sealed list does not change'); END;
CREATE TRIGGER attendee_no_delete BEFORE DELETE ON attendee BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- Where people sit. Not of the sealed list: it may change until the doors open.
CREATE TABLE seat (
  attendee_id INTEGER PRIMARY KEY REFERENCES attendee (id),
  seat TEXT NOT NULL UNIQUE CHECK (seat <> '')
) STRICT;

CREATE TABLE badge (
  serial INTEGER PRIMARY KEY,  -- of its tag
  attendee_id INTEGER NOT NULL REFERENCES attendee (id),
  state TEXT NOT NULL CHECK (state IN ('good', 'void')),
  printed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX badge_one_good ON badge (attendee_id) WHERE state = 'good';

CREATE TABLE paper (
  id INTEGER PRIMARY KEY,
  document_number TEXT NOT NULL,
  title TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('confidential', 'secret', 'top-secret')),
  period TEXT NOT NULL,       -- canonical; '' is the ceiling of the level
  originator TEXT NOT NULL,
  scope INTEGER NOT NULL CHECK (scope BETWEEN 1 AND 31),  -- set of 1 << capacity (M3)
  clearance TEXT NOT NULL CHECK (clearance IN ('confidential', 'secret', 'top-secret')),  -- the least that a reader has (M3)
  by_name INTEGER NOT NULL CHECK (by_name IN (0, 1)),     -- 1: only those in paper_reader may get it (M3)
  urgency TEXT NOT NULL CHECK (urgency IN ('none', 'urgent', 'extra-urgent')),
  revision INTEGER NOT NULL CHECK (revision > 0),         -- of the document
  replaces INTEGER UNIQUE REFERENCES paper (id),          -- the revision before
  parent_id INTEGER REFERENCES paper (id),                -- the paper that it is an attachment of
  attachment INTEGER NOT NULL CHECK (attachment >= 0),    -- its number there, 0 for none
  pages INTEGER NOT NULL CHECK (pages > 0),
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64),      -- of the file as handed in
  added_at INTEGER NOT NULL,
  UNIQUE (document_number, revision),
  UNIQUE (parent_id, attachment, revision),
  CHECK ((revision > 1) = (replaces IS NOT NULL)),
  CHECK ((parent_id IS NOT NULL) = (attachment > 0)),
  CHECK (CASE clearance WHEN 'confidential' THEN 1 WHEN 'secret' THEN 2 ELSE 3 END
         >= CASE level WHEN 'confidential' THEN 1 WHEN 'secret' THEN 2 ELSE 3 END)
) STRICT;
-- Only the scope changes, and only so that it becomes narrower (M3).
CREATE TRIGGER paper_no_update BEFORE UPDATE OF id, document_number, title, level, period, originator, urgency, revision, replaces,
  parent_id, attachment, pages, sha256, added_at ON paper
BEGIN SELECT RAISE (ABORT, 'papers do not change'); END;
CREATE TRIGGER paper_not_wider BEFORE UPDATE ON paper
WHEN (NEW.scope & ~OLD.scope) <> 0 OR NEW.by_name < OLD.by_name
  OR CASE NEW.clearance WHEN 'confidential' THEN 1 WHEN 'secret' THEN 2 ELSE 3 END
     < CASE OLD.clearance WHEN 'confidential' THEN 1 WHEN 'secret' THEN 2 ELSE 3 END
BEGIN SELECT RAISE (ABORT, 'a scope is never widened'); END;
CREATE TRIGGER paper_no_delete BEFORE DELETE ON paper BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- The named people that a paper is for (M3). Once a paper is by name, nobody is added.
CREATE TABLE paper_reader (
  paper_id INTEGER NOT NULL REFERENCES paper (id),
  attendee_id INTEGER NOT NULL REFERENCES attendee (id),
  withdrawn_at INTEGER NOT NULL,  -- when a narrower scope left this person out, 0 while in it
  PRIMARY KEY (paper_id, attendee_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER paper_reader_no_insert BEFORE INSERT ON paper_reader
WHEN NEW.withdrawn_at <> 0 OR (SELECT by_name FROM paper WHERE id = NEW.paper_id) = 1
BEGIN SELECT RAISE (ABORT, 'a scope is never widened'); END;
CREATE TRIGGER paper_reader_no_return BEFORE UPDATE ON paper_reader
WHEN OLD.withdrawn_at <> 0 OR NEW.withdrawn_at = 0 OR NEW.paper_id <> OLD.paper_id OR NEW.attendee_id <> OLD.attendee_id
BEGIN SELECT RAISE (ABORT, 'a scope is never widened'); END;
CREATE TRIGGER paper_reader_no_delete BEFORE DELETE ON paper_reader BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- The papers that a compilation is made of (C4).
CREATE TABLE paper_part (
  paper_id INTEGER NOT NULL REFERENCES paper (id),  -- the compilation
  part_id INTEGER NOT NULL REFERENCES paper (id),
  PRIMARY KEY (paper_id, part_id),
  CHECK (part_id <> paper_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER paper_part_no_update BEFORE UPDATE ON paper_part BEGIN SELECT RAISE (ABORT, 'papers do not change'); END;
CREATE TRIGGER paper_part_no_delete BEFORE DELETE ON paper_part BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- Files, in pieces. They are written before what they belong to is entered, since a large one takes longer than a window may stand still;
-- what then comes to belong to nothing is removed.
CREATE TABLE file_piece (
  file INTEGER NOT NULL CHECK (file > 0),  -- random
  number INTEGER NOT NULL CHECK (number >= 0),  -- of the piece in its file
  data BLOB NOT NULL,
  code BLOB NOT NULL CHECK (LENGTH (code) = 16),  -- BLAKE2b of the data
  PRIMARY KEY (file, number)
) STRICT;
CREATE TRIGGER file_piece_no_update BEFORE UPDATE ON file_piece BEGIN SELECT RAISE (ABORT, 'files do not change'); END;

CREATE TABLE paper_file (
  paper_id INTEGER PRIMARY KEY REFERENCES paper (id),
  original INTEGER NOT NULL UNIQUE,   -- the file as handed in
  prepared INTEGER NOT NULL UNIQUE,   -- the file ready for stamping
  layout BLOB NOT NULL      -- where its stamps go: a serialised MSK_PREPARED_PDF_LAYOUT_TYPE, little endian
) STRICT;
CREATE TRIGGER paper_file_is_there BEFORE INSERT ON paper_file
WHEN NOT EXISTS (SELECT 1 FROM file_piece WHERE file = NEW.original) OR NOT EXISTS (SELECT 1 FROM file_piece WHERE file = NEW.prepared)
BEGIN SELECT RAISE (ABORT, 'a paper has its files'); END;
CREATE TRIGGER paper_file_no_update BEFORE UPDATE ON paper_file BEGIN SELECT RAISE (ABORT, 'papers do not change'); END;
CREATE TRIGGER paper_file_no_delete BEFORE DELETE ON paper_file BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER file_piece_no_delete BEFORE DELETE ON file_piece
WHEN EXISTS (SELECT 1 FROM paper_file WHERE original = OLD.file OR prepared = OLD.file)
BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- What a file did besides showing its pages, and what did not print: it is not in the prepared file.
CREATE TABLE paper_removal (
  paper_id INTEGER NOT NULL REFERENCES paper (id),
  kind TEXT NOT NULL CHECK (kind IN ('javascript', 'open-action', 'additional-actions', 'launch-action', 'submit-action', 'import-action',
    'embedded-files', 'external-link', 'media', 'xfa-form', 'postscript', 'form', 'annotations')),  -- name of an MskRemoval
  PRIMARY KEY (paper_id, kind)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER paper_removal_no_update BEFORE UPDATE ON paper_removal BEGIN SELECT RAISE (ABORT, 'papers do not change'); END;
CREATE TRIGGER paper_removal_no_delete BEFORE DELETE ON paper_removal BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- What was mended in a paper's file, or removed from it, when it came: someone should look at its pages.
CREATE TABLE paper_warning (
  id INTEGER PRIMARY KEY,
  paper_id INTEGER NOT NULL REFERENCES paper (id),
  text TEXT NOT NULL  -- the worker's words
) STRICT;
CREATE TRIGGER paper_warning_no_update BEFORE UPDATE ON paper_warning BEGIN SELECT RAISE (ABORT, 'papers do not change'); END;
CREATE TRIGGER paper_warning_no_delete BEFORE DELETE ON paper_warning BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- Requests to copy a paper (M6): how many, what for, where. Who asks never decides.
CREATE TABLE copy_request (
  id INTEGER PRIMARY KEY,
  paper_id INTEGER NOT NULL REFERENCES paper (id),
  parent_number INTEGER REFERENCES copy (number),   -- the copy that is to be copied (C2); NULL for the paper itself
  copier TEXT NOT NULL,        -- the copying organ, which stands on such copies; '' for the paper itself
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 999999),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  applicant TEXT NOT NULL CHECK (applicant <> ''),  -- full name of the person who asks
  place TEXT NOT NULL,         -- where they are to be made; '' is any designated place
  requested_by TEXT NOT NULL,  -- user
  requested_at INTEGER NOT NULL,
  CHECK ((parent_number IS NULL) = (copier = ''))
) STRICT;
CREATE INDEX copy_request_of_paper ON copy_request (paper_id, id);
CREATE TRIGGER copy_request_of_its_paper BEFORE INSERT ON copy_request
WHEN NEW.parent_number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM copy WHERE number = NEW.parent_number AND paper_id = NEW.paper_id)
BEGIN SELECT RAISE (ABORT, 'a copy is one of its paper'); END;
CREATE TRIGGER copy_request_no_update BEFORE UPDATE ON copy_request BEGIN SELECT RAISE (ABORT, 'requests do not change'); END;
CREATE TRIGGER copy_request_no_delete BEFORE DELETE ON copy_request BEGIN SELECT RAISE (ABORT, 'requests do not change'); END;

-- What was decided on a request (C1), once. The limits of a paper's approvals add up.
CREATE TABLE copy_decision (
  request_id INTEGER PRIMARY KEY REFERENCES copy_request (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('approved', 'refused')),
  copies INTEGER NOT NULL,     -- the limit; 0 when refused
  place TEXT NOT NULL,         -- where alone they may be made; '' is any designated place
  authority TEXT NOT NULL,     -- full name of who decided; '' when refused, like the next three
  post TEXT NOT NULL,
  organ TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('unstated', 'unit', 'county', 'superior')),  -- of the organ
  reference TEXT NOT NULL,     -- of the written decision
  reason TEXT NOT NULL,        -- of a refusal
  decided_at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL,   -- user
  CHECK ((outcome = 'approved') = (copies > 0)),
  CHECK (outcome = 'refused' OR (authority <> '' AND post <> '' AND organ <> '' AND reference <> '')),
  CHECK (outcome = 'approved' OR reason <> '')
) STRICT;
CREATE TRIGGER copy_decision_by_another BEFORE INSERT ON copy_decision
WHEN EXISTS (SELECT 1 FROM copy_request AS r WHERE r.id = NEW.request_id AND (r.requested_by = NEW.recorded_by OR r.applicant = NEW.authority))
BEGIN SELECT RAISE (ABORT, 'nobody decides on their own request'); END;
CREATE TRIGGER copy_decision_within_request BEFORE INSERT ON copy_decision
WHEN EXISTS (SELECT 1 FROM copy_request AS r WHERE r.id = NEW.request_id AND r.copies < NEW.copies)
BEGIN SELECT RAISE (ABORT, 'no more is approved than was asked for'); END;
CREATE TRIGGER copy_decision_no_update BEFORE UPDATE ON copy_decision BEGIN SELECT RAISE (ABORT, 'decisions do not change'); END;
CREATE TRIGGER copy_decision_no_delete BEFORE DELETE ON copy_decision BEGIN SELECT RAISE (ABORT, 'decisions do not change'); END;

-- Blocks of copy numbers, in the order in which they were reserved. The left side of the balance is counted from here.
-- A number of a copy of a copy (C2) is a block by itself; msk-copy-number.h says how it holds its parent's.
CREATE TABLE number_block (
  first INTEGER PRIMARY KEY CHECK (first > 0),
  last INTEGER NOT NULL CHECK (last >= first),
  paper_id INTEGER NOT NULL REFERENCES paper (id),
  request_id INTEGER NOT NULL REFERENCES copy_decision (request_id),  -- the approval that they are made under
  parent_number INTEGER REFERENCES copy (number),   -- the copy that they are made from (C2); NULL for the paper itself
  reserved_at INTEGER NOT NULL,
  CHECK (CASE WHEN parent_number IS NULL THEN last <= 999999 ELSE last = first END)
) STRICT;
CREATE INDEX number_block_of_parent ON number_block (parent_number);
CREATE INDEX number_block_of_request ON number_block (request_id, first);
CREATE TRIGGER number_block_approved BEFORE INSERT ON number_block
WHEN NOT EXISTS (SELECT 1 FROM copy_decision AS d JOIN copy_request AS r ON r.id = d.request_id
  WHERE d.request_id = NEW.request_id AND d.outcome = 'approved' AND r.paper_id = NEW.paper_id
  AND COALESCE (r.parent_number, 0) = COALESCE (NEW.parent_number, 0))
BEGIN SELECT RAISE (ABORT, 'numbers are reserved under an approval of their paper, or of their parent'); END;
CREATE TRIGGER number_block_in_order BEFORE INSERT ON number_block
WHEN NEW.first <> CASE WHEN NEW.parent_number IS NULL
  THEN COALESCE ((SELECT MAX (last) FROM number_block WHERE parent_number IS NULL), 0) + 1
  ELSE NEW.parent_number + (CASE WHEN NEW.parent_number <= 999999 THEN 1000000 ELSE 256000000 END)
    * (1 + (SELECT COUNT (*) FROM number_block WHERE parent_number = NEW.parent_number)) END
BEGIN SELECT RAISE (ABORT, 'numbers are given in order, none twice and none left out'); END;
CREATE TRIGGER number_block_no_update BEFORE UPDATE ON number_block BEGIN SELECT RAISE (ABORT, 'numbers are given once'); END;
CREATE TRIGGER number_block_no_delete BEFORE DELETE ON number_block BEGIN SELECT RAISE (ABORT, 'numbers are given once'); END;

-- Serials of tags that the appliance gave to this meeting; next runs through each block once.
CREATE TABLE serial_block (
  first INTEGER PRIMARY KEY CHECK (first > 0),
  last INTEGER NOT NULL CHECK (last >= first),
  next INTEGER NOT NULL CHECK (next BETWEEN first AND last + 1)
) STRICT;
CREATE TRIGGER serial_block_forward BEFORE UPDATE ON serial_block WHEN NEW.next < OLD.next OR NEW.first <> OLD.first OR NEW.last <> OLD.last
BEGIN SELECT RAISE (ABORT, 'serials are used once'); END;

-- One numbered copy. Every number is in exactly one state: the terms of the balance.
CREATE TABLE copy (
  number INTEGER PRIMARY KEY CHECK (number > 0 AND number % 1000000 > 0),  -- holds the next two, see msk-copy-number.h
  parent_number INTEGER REFERENCES copy (number),   -- the copy that it was made from (C2); NULL for a copy of the paper itself
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),    -- among the copies of its parent; 0 without one
  paper_id INTEGER NOT NULL REFERENCES paper (id),
  state TEXT NOT NULL CHECK (state IN ('printing', 'in-store', 'held', 'away', 'returned', 'spoiled', 'void', 'destroyed', 'missing')),
  serial INTEGER NOT NULL,      -- of the newest attempt
  holder_id INTEGER REFERENCES attendee (id),  -- who holds it or held it last
  issued_at INTEGER NOT NULL,   -- last issue, 0 for never
  changed_at INTEGER NOT NULL,
  recall TEXT NOT NULL DEFAULT 'none' CHECK (recall IN ('none', 'revised', 'scope', 'ordered', 'parent')),  -- why it has to come back
  recalled_at INTEGER NOT NULL DEFAULT 0,
  UNIQUE (parent_number, ordinal),
  CHECK ((parent_number IS NULL) = (ordinal = 0)),
  CHECK (CASE WHEN parent_number IS NULL THEN number <= 999999
    WHEN parent_number <= 999999 THEN ordinal <= 255 AND number = parent_number + ordinal * 1000000
    WHEN parent_number <= 255999999 THEN ordinal <= 15 AND number = parent_number + ordinal * 256000000
    ELSE 0 END),
  CHECK (state <> 'held' OR holder_id IS NOT NULL),
  CHECK ((recall = 'none') = (recalled_at = 0))
) STRICT;
CREATE TRIGGER copy_stays_recalled BEFORE UPDATE OF recall ON copy WHEN NEW.recall = 'none' AND OLD.recall <> 'none'
BEGIN SELECT RAISE (ABORT, 'a recall is not taken back'); END;
CREATE TRIGGER copy_recalled_stays BEFORE UPDATE OF state ON copy
WHEN OLD.recall IN ('revised', 'ordered', 'parent') AND NEW.state = 'held' AND OLD.state = 'in-store'
BEGIN SELECT RAISE (ABORT, 'a recalled copy is given to nobody'); END;
CREATE TRIGGER copy_of_its_parent BEFORE INSERT ON copy
WHEN NEW.parent_number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM copy AS c WHERE c.number = NEW.parent_number
  AND c.paper_id = NEW.paper_id AND c.recall = 'none' AND c.state IN ('in-store', 'held', 'away', 'returned'))
BEGIN SELECT RAISE (ABORT, 'a copy is made of a genuine copy of the same paper'); END;
-- A recall reaches every copy that was made from the recalled one and is, or may still come, in somebody's hands (C2).
CREATE TRIGGER copy_of_recalled_is_not_printed BEFORE UPDATE OF state ON copy
WHEN NEW.parent_number IS NOT NULL AND NEW.state = 'printing' AND OLD.state <> 'printing'
  AND (SELECT recall FROM copy WHERE number = NEW.parent_number) <> 'none'
BEGIN SELECT RAISE (ABORT, 'a recalled copy is not copied'); END;
CREATE INDEX copy_of_paper ON copy (paper_id, number);
CREATE UNIQUE INDEX copy_one_each ON copy (holder_id, paper_id) WHERE state = 'held';  -- nobody holds a paper twice
CREATE TRIGGER copy_no_delete BEFORE DELETE ON copy BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER copy_keeps_number BEFORE UPDATE ON copy WHEN NEW.number <> OLD.number OR NEW.paper_id <> OLD.paper_id
  OR COALESCE (NEW.parent_number, 0) <> COALESCE (OLD.parent_number, 0) OR NEW.ordinal <> OLD.ordinal
BEGIN SELECT RAISE (ABORT, 'a number stays with its paper'); END;
CREATE TRIGGER copy_destroyed_stays BEFORE UPDATE ON copy WHEN OLD.state = 'destroyed'
BEGIN SELECT RAISE (ABORT, 'a destroyed copy stays destroyed'); END;

-- The issue plan (M7): who is to get which copy. It changes until the copy is issued; the ledger keeps what it was.
CREATE TABLE plan (
  copy_number INTEGER PRIMARY KEY REFERENCES copy (number),
  paper_id INTEGER NOT NULL REFERENCES paper (id),
  attendee_id INTEGER NOT NULL REFERENCES attendee (id)
) STRICT;
CREATE INDEX plan_of_attendee ON plan (attendee_id, paper_id);
CREATE TRIGGER plan_of_issued_stays BEFORE DELETE ON plan WHEN (SELECT issued_at FROM copy WHERE number = OLD.copy_number) <> 0
BEGIN SELECT RAISE (ABORT, 'the plan of an issued copy stays'); END;
CREATE TRIGGER plan_no_update BEFORE UPDATE ON plan BEGIN SELECT RAISE (ABORT, 'a plan is made anew'); END;
-- Papers whose copies are printed with the name of whom they are planned for across each page.
CREATE TABLE named_paper (
  paper_id INTEGER PRIMARY KEY REFERENCES paper (id)
) STRICT;
-- One run of a printer over numbers that were reserved (C3, M6).
CREATE TABLE print_run (
  id INTEGER PRIMARY KEY,
  paper_id INTEGER REFERENCES paper (id),  -- NULL: of all papers, person by person
  printer TEXT NOT NULL,      -- name of the designated printer
  place TEXT NOT NULL,        -- where it stands
  on_paper INTEGER NOT NULL CHECK (on_paper IN (0, 1)),  -- 0: into a folder, so that there is nothing to count
  two_sided INTEGER NOT NULL CHECK (two_sided IN (0, 1)),
  started_at INTEGER NOT NULL,
  started_by TEXT NOT NULL,
  ended_at INTEGER NOT NULL,  -- 0 while it runs, and for good when the program was killed
  spool TEXT NOT NULL CHECK (spool IN ('unknown', 'empty', 'left', 'no-job')),  -- what was found in the printing system at the end
  traces TEXT NOT NULL,       -- what is to be run to remove what was left
  explained_at INTEGER NOT NULL,  -- when a difference of the count was explained, 0 for never
  explained_by TEXT NOT NULL,
  explanation TEXT NOT NULL,
  CHECK ((explained_at = 0) = (explanation = ''))
) STRICT;
CREATE TRIGGER print_run_no_delete BEFORE DELETE ON print_run BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER print_run_stays_explained BEFORE UPDATE OF explained_at, explained_by, explanation ON print_run WHEN OLD.explained_at <> 0
BEGIN SELECT RAISE (ABORT, 'what was explained stays so'); END;

-- The sheets of a run as somebody counted them who had not been told how many there should be.
CREATE TABLE sheet_count (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES print_run (id),
  sheets INTEGER NOT NULL CHECK (sheets >= 0),
  expected INTEGER NOT NULL CHECK (expected >= 0),  -- by the register at that moment
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
CREATE INDEX sheet_count_of_run ON sheet_count (run_id, id);
CREATE TRIGGER sheet_count_no_update BEFORE UPDATE ON sheet_count BEGIN SELECT RAISE (ABORT, 'counts do not change'); END;
CREATE TRIGGER sheet_count_no_delete BEFORE DELETE ON sheet_count BEGIN SELECT RAISE (ABORT, 'counts do not change'); END;

-- One attempt to print a copy, and the tag that it carries.
CREATE TABLE attempt (
  serial INTEGER PRIMARY KEY,
  copy_number INTEGER NOT NULL REFERENCES copy (number),
  run_id INTEGER REFERENCES print_run (id),  -- of the printer, once it was sent
  state TEXT NOT NULL CHECK (state IN ('reserved', 'sent', 'uncertain', 'printed', 'absent', 'good', 'spoiled', 'void')),
  printer TEXT NOT NULL,     -- name of the designated printer, '' before it was sent
  place TEXT NOT NULL,
  reason TEXT NOT NULL,      -- why it is spoiled or void
  named_id INTEGER REFERENCES attendee (id),  -- whose name the sheets carry, NULL for nobody's; of no weight while reserved
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX attempt_of_copy ON attempt (copy_number);
CREATE INDEX attempt_of_run ON attempt (run_id);
CREATE INDEX attempt_unsettled ON attempt (state) WHERE state IN ('reserved', 'sent');
CREATE TRIGGER attempt_no_delete BEFORE DELETE ON attempt BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER attempt_stays_ended BEFORE UPDATE ON attempt WHEN OLD.state = 'void'
BEGIN SELECT RAISE (ABORT, 'a void attempt stays void'); END;
CREATE TRIGGER attempt_stays_spoiled BEFORE UPDATE ON attempt WHEN OLD.state = 'spoiled'
BEGIN SELECT RAISE (ABORT, 'a spoiled attempt stays spoiled'); END;
CREATE TRIGGER attempt_keeps_name BEFORE UPDATE OF named_id ON attempt WHEN OLD.state <> 'reserved' AND NEW.named_id IS NOT OLD.named_id
BEGIN SELECT RAISE (ABORT, 'a name on a sheet stays there'); END;
-- A name on a sheet never lies (M7): the copy is planned for, and given to, nobody else.
CREATE TRIGGER plan_keeps_name BEFORE INSERT ON plan
WHEN EXISTS (SELECT 1 FROM copy AS c JOIN attempt AS t ON t.serial = c.serial WHERE c.number = NEW.copy_number
  AND t.state NOT IN ('reserved', 'void', 'spoiled') AND t.named_id <> NEW.attendee_id)
BEGIN SELECT RAISE (ABORT, 'the sheets carry the name of somebody else'); END;
CREATE TRIGGER copy_keeps_name BEFORE UPDATE ON copy
WHEN NEW.state = 'held' AND EXISTS (SELECT 1 FROM attempt WHERE serial = NEW.serial AND named_id <> NEW.holder_id)
BEGIN SELECT RAISE (ABORT, 'the sheets carry the name of somebody else'); END;

-- The register of spoiled sheets (C3): one row for each set that waits for destruction. It outlives the state of its copy, whose
-- number may be printed anew.
CREATE TABLE spoilage (
  id INTEGER PRIMARY KEY,   -- the number that staff write on the set
  serial INTEGER NOT NULL REFERENCES attempt (serial),  -- of the tag on the sheets
  copy_number INTEGER NOT NULL REFERENCES copy (number),
  kind TEXT NOT NULL CHECK (kind IN ('spoiled', 'surplus', 'void')),  -- came out wrong; came a second time; turned up though given up
  sheets INTEGER NOT NULL CHECK (sheets > 0),
  reason TEXT NOT NULL CHECK (reason <> ''),
  place TEXT NOT NULL,      -- where they came out; '' when that is not known
  registered_at INTEGER NOT NULL,
  registered_by TEXT NOT NULL
) STRICT;
CREATE INDEX spoilage_of_serial ON spoilage (serial);
CREATE UNIQUE INDEX spoilage_once ON spoilage (serial) WHERE kind <> 'surplus';
CREATE TRIGGER spoilage_of_its_copy BEFORE INSERT ON spoilage
WHEN NOT EXISTS (SELECT 1 FROM attempt WHERE serial = NEW.serial AND copy_number = NEW.copy_number AND state NOT IN ('reserved', 'sent'))
BEGIN SELECT RAISE (ABORT, 'spoiled sheets are those of an attempt that was printed'); END;
CREATE TRIGGER spoilage_no_update BEFORE UPDATE ON spoilage BEGIN SELECT RAISE (ABORT, 'the register of spoiled sheets does not change'); END;
CREATE TRIGGER spoilage_no_delete BEFORE DELETE ON spoilage BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER copy_spoiled_is_registered BEFORE UPDATE OF state ON copy
WHEN NEW.state = 'spoiled' AND NOT EXISTS (SELECT 1 FROM spoilage WHERE serial = NEW.serial AND kind <> 'surplus')
BEGIN SELECT RAISE (ABORT, 'spoiled sheets are registered first'); END;
CREATE TRIGGER attempt_spoiled_is_registered BEFORE UPDATE OF state ON attempt
WHEN NEW.state = 'spoiled' AND NOT EXISTS (SELECT 1 FROM spoilage WHERE serial = NEW.serial AND kind = 'spoiled')
BEGIN SELECT RAISE (ABORT, 'spoiled sheets are registered first'); END;
-- A spoiled number leaves its state only for a new attempt; nothing else would leave a trace of where its sheets are.
CREATE TRIGGER copy_spoiled_is_printed_anew BEFORE UPDATE OF state ON copy
WHEN OLD.state = 'spoiled' AND NEW.state NOT IN ('spoiled', 'destroyed', 'missing')
  AND NOT (NEW.state = 'printing' AND EXISTS (SELECT 1 FROM attempt WHERE serial = NEW.serial AND state = 'reserved'))
BEGIN SELECT RAISE (ABORT, 'spoiled sheets stay spoiled'); END;

-- Copies by paper and state, kept by the triggers below, so that the balance after a scan costs the same however large the register is.
CREATE TABLE copy_count (
  paper_id INTEGER NOT NULL REFERENCES paper (id),
  of_copy INTEGER NOT NULL CHECK (of_copy IN (0, 1)),  -- 1: copies of copies (C2)
  state TEXT NOT NULL,
  copies INTEGER NOT NULL CHECK (copies >= 0),
  PRIMARY KEY (paper_id, of_copy, state)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER copy_count_insert AFTER INSERT ON copy BEGIN
  INSERT INTO copy_count (paper_id, of_copy, state, copies) VALUES (NEW.paper_id, NEW.number > 999999, NEW.state, 1)
  ON CONFLICT (paper_id, of_copy, state) DO UPDATE SET copies = copies + 1;
END;
CREATE TRIGGER copy_count_update AFTER UPDATE OF state ON copy WHEN NEW.state <> OLD.state BEGIN
  UPDATE copy_count SET copies = copies - 1 WHERE paper_id = OLD.paper_id AND of_copy = (OLD.number > 999999) AND state = OLD.state;
  INSERT INTO copy_count (paper_id, of_copy, state, copies) VALUES (NEW.paper_id, NEW.number > 999999, NEW.state, 1)
  ON CONFLICT (paper_id, of_copy, state) DO UPDATE SET copies = copies + 1;
END;

-- Every change of custody, in order.
CREATE TABLE movement (
  id INTEGER PRIMARY KEY,
  copy_number INTEGER NOT NULL REFERENCES copy (number),
  at INTEGER NOT NULL,
  act TEXT NOT NULL,         -- name of an MskAct
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  attendee_id INTEGER REFERENCES attendee (id),  -- the counterpart
  issued_at INTEGER NOT NULL,  -- the copy's before, for an undo
  user TEXT NOT NULL,
  station TEXT NOT NULL,
  remark TEXT NOT NULL
) STRICT;
CREATE INDEX movement_of_copy ON movement (copy_number, id);
CREATE TRIGGER movement_not_when_closed BEFORE INSERT ON movement WHEN (SELECT state FROM meeting) = 'closed'
BEGIN SELECT RAISE (ABORT, 'a closed meeting does not change'); END;
CREATE TRIGGER movement_no_update BEFORE UPDATE ON movement BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;
CREATE TRIGGER movement_no_delete BEFORE DELETE ON movement BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;

-- Carriers that are no copy of a paper (C4): notebooks, drafts, minutes, disks, … with numbers of a series of their own.
-- How many numbers were given: the left side of the carriers' balance. One row.
CREATE TABLE carrier_series (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last INTEGER NOT NULL CHECK (last BETWEEN 0 AND 9999)
) STRICT;
INSERT INTO carrier_series (id, last) VALUES (1, 0);
CREATE TRIGGER carrier_series_forward BEFORE UPDATE ON carrier_series WHEN NEW.last < OLD.last
BEGIN SELECT RAISE (ABORT, 'numbers are given once'); END;
CREATE TRIGGER carrier_series_no_delete BEFORE DELETE ON carrier_series BEGIN SELECT RAISE (ABORT, 'numbers are given once'); END;

CREATE TABLE carrier (
  number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 9999),
  kind TEXT NOT NULL CHECK (kind IN ('notebook', 'draft', 'minutes', 'disk', 'flip-chart', 'photo', 'recording', 'other')),
  level TEXT NOT NULL CHECK (level IN ('confidential', 'secret', 'top-secret')),
  description TEXT NOT NULL,     -- what it is
  sheets INTEGER NOT NULL CHECK (sheets >= 0),  -- or pages; 0 for what has none
  source TEXT NOT NULL CHECK (source <> ''),    -- who made or brought it
  registered_at INTEGER NOT NULL,
  registered_by TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('in-store', 'held', 'away', 'returned', 'spoiled', 'void', 'destroyed', 'missing')),
  serial INTEGER,                -- of the newest label, NULL before the first
  holder_id INTEGER REFERENCES attendee (id),   -- who holds it or held it last
  issued_at INTEGER NOT NULL,    -- last issue, 0 for never
  changed_at INTEGER NOT NULL,
  CHECK (state <> 'held' OR holder_id IS NOT NULL)
) STRICT;
CREATE TRIGGER carrier_in_order BEFORE INSERT ON carrier WHEN NEW.number <> (SELECT last FROM carrier_series)
BEGIN SELECT RAISE (ABORT, 'numbers are given in order, none twice and none left out'); END;
CREATE TRIGGER carrier_no_delete BEFORE DELETE ON carrier BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER carrier_stays BEFORE UPDATE OF number, kind, level, description, sheets, source, registered_at, registered_by ON carrier
BEGIN SELECT RAISE (ABORT, 'what was registered does not change'); END;
CREATE TRIGGER carrier_destroyed_stays BEFORE UPDATE ON carrier WHEN OLD.state = 'destroyed'
BEGIN SELECT RAISE (ABORT, 'a destroyed carrier stays destroyed'); END;

-- One label, and the tag on it. At most one of a carrier is not void.
CREATE TABLE carrier_label (
  serial INTEGER PRIMARY KEY,
  carrier_number INTEGER NOT NULL REFERENCES carrier (number),
  state TEXT NOT NULL CHECK (state IN ('sent', 'uncertain', 'printed', 'good', 'void')),
  printer TEXT NOT NULL,     -- name of the designated printer
  place TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX carrier_label_one_live ON carrier_label (carrier_number) WHERE state <> 'void';
CREATE TRIGGER carrier_label_no_delete BEFORE DELETE ON carrier_label BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER carrier_label_stays_void BEFORE UPDATE ON carrier_label WHEN OLD.state = 'void'
BEGIN SELECT RAISE (ABORT, 'a void label stays void'); END;

-- Every change of custody of a carrier, in order; as movement is for copies.
CREATE TABLE carrier_movement (
  id INTEGER PRIMARY KEY,
  carrier_number INTEGER NOT NULL REFERENCES carrier (number),
  at INTEGER NOT NULL,
  act TEXT NOT NULL,         -- name of an MskAct
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  attendee_id INTEGER REFERENCES attendee (id),  -- the counterpart
  holder_id INTEGER REFERENCES attendee (id),    -- the carrier's before, for an undo
  issued_at INTEGER NOT NULL,                    -- likewise
  user TEXT NOT NULL,
  station TEXT NOT NULL,
  remark TEXT NOT NULL
) STRICT;
CREATE INDEX movement_of_carrier ON carrier_movement (carrier_number, id);
CREATE TRIGGER carrier_movement_not_when_closed BEFORE INSERT ON carrier_movement WHEN (SELECT state FROM meeting) = 'closed'
BEGIN SELECT RAISE (ABORT, 'a closed meeting does not change'); END;
CREATE TRIGGER carrier_movement_no_update BEFORE UPDATE ON carrier_movement BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;
CREATE TRIGGER carrier_movement_no_delete BEFORE DELETE ON carrier_movement BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;

-- The closing sweep (M9): one row once it has begun.
CREATE TABLE sweep (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  started_at INTEGER NOT NULL,
  started_by TEXT NOT NULL,
  revision INTEGER NOT NULL,  -- grows with every scan and remark; a signature counts for one revision
  closed_at INTEGER NOT NULL  -- 0 while open
) STRICT;

-- The expected set as frozen at the start: every copy and every carrier.
CREATE TABLE sweep_item (
  kind TEXT NOT NULL CHECK (kind IN ('copy', 'carrier')),
  number INTEGER NOT NULL,         -- of the copy or the carrier
  expected TEXT NOT NULL,
  holder_id INTEGER REFERENCES attendee (id),
  issued_at INTEGER NOT NULL,
  first_seen_at INTEGER NOT NULL,  -- 0 for not seen
  sightings INTEGER NOT NULL,
  remark TEXT NOT NULL,
  PRIMARY KEY (kind, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER sweep_item_no_delete BEFORE DELETE ON sweep_item BEGIN SELECT RAISE (ABORT, 'the expected set is frozen'); END;
CREATE TRIGGER sweep_item_frozen BEFORE UPDATE OF kind, number, expected, holder_id, issued_at ON sweep_item
BEGIN SELECT RAISE (ABORT, 'the expected set is frozen'); END;

-- What was scanned in the sweep and is nothing of the set.
CREATE TABLE sweep_strange (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  verdict TEXT NOT NULL,      -- name of the refusal
  serial INTEGER NOT NULL,    -- of the tag, 0 when it has none of ours
  copy_number INTEGER,        -- when the tag was once a copy's
  carrier_number INTEGER      -- or a carrier's
) STRICT;

-- Sets of the register of spoiled sheets that no copy of the expected set stands for, as frozen at the start: those of numbers that
-- were printed anew, and surplus ones.
CREATE TABLE sweep_spoilage (
  spoilage_id INTEGER PRIMARY KEY REFERENCES spoilage (id),
  first_seen_at INTEGER NOT NULL,  -- 0 for not seen
  sightings INTEGER NOT NULL,
  missing_at INTEGER NOT NULL,     -- when it was reported missing, 0 for never
  remark TEXT NOT NULL,
  CHECK (first_seen_at = 0 OR missing_at = 0)
) STRICT;
CREATE TRIGGER sweep_spoilage_no_delete BEFORE DELETE ON sweep_spoilage BEGIN SELECT RAISE (ABORT, 'the expected set is frozen'); END;

CREATE TABLE sweep_signature (
  id INTEGER PRIMARY KEY,
  user TEXT NOT NULL,
  role TEXT NOT NULL,
  at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  UNIQUE (user, revision)
) STRICT;

-- Who was in the print room (K1, C3): one row for each visit.
CREATE TABLE room_visit (
  id INTEGER PRIMARY KEY,
  place TEXT NOT NULL CHECK (place <> ''),  -- the designated place of a printer
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  leave TEXT NOT NULL CHECK (leave <> ''),  -- who let them in
  entered_at INTEGER NOT NULL,
  entered_by TEXT NOT NULL,   -- the account that wrote it down
  left_at INTEGER NOT NULL,   -- 0 while they are inside
  left_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX room_visit_once ON room_visit (place, name, unit) WHERE left_at = 0;  -- nobody is inside twice
CREATE TRIGGER room_visit_stays BEFORE UPDATE ON room_visit
WHEN OLD.left_at <> 0 OR NEW.id <> OLD.id OR NEW.place <> OLD.place OR NEW.name <> OLD.name OR NEW.unit <> OLD.unit
  OR NEW.reason <> OLD.reason OR NEW.leave <> OLD.leave OR NEW.entered_at <> OLD.entered_at OR NEW.entered_by <> OLD.entered_by
BEGIN SELECT RAISE (ABORT, 'the entry log does not change'); END;
CREATE TRIGGER room_visit_no_delete BEFORE DELETE ON room_visit BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
