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
  recording TEXT NOT NULL CHECK (recording IN ('none', 'notebook', 'free')),  -- what may be noted down (M5)
  capacities INTEGER NOT NULL CHECK (capacities BETWEEN 1 AND 31)  -- who may be inside (M4): a set of 1 << capacity
) STRICT;
CREATE TRIGGER agenda_item_stays BEFORE UPDATE OF position, title, level ON agenda_item
BEGIN SELECT RAISE (ABORT, 'an agenda item stays'); END;
CREATE TRIGGER agenda_item_no_delete BEFORE DELETE ON agenda_item BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- Where the room stood (M4, M5), in order; nothing before the first.
CREATE TABLE agenda_move (
  id INTEGER PRIMARY KEY,
  phase TEXT NOT NULL CHECK (phase IN ('item', 'break', 'ended')),
  position INTEGER REFERENCES agenda_item (position),  -- NULL for a break and the end
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  CHECK ((phase = 'item') = (position IS NOT NULL))
) STRICT;
CREATE TRIGGER agenda_move_not_when_closed BEFORE INSERT ON agenda_move WHEN (SELECT state FROM meeting) = 'closed'
BEGIN SELECT RAISE (ABORT, 'a closed meeting does not change'); END;
CREATE TRIGGER agenda_move_no_update BEFORE UPDATE ON agenda_move BEGIN SELECT RAISE (ABORT, 'the history of the agenda does not change'); END;
CREATE TRIGGER agenda_move_no_delete BEFORE DELETE ON agenda_move BEGIN SELECT RAISE (ABORT, 'the history of the agenda does not change'); END;

-- The numbered lists of attendees (M4). The one without a seal is open; there is at most one.
CREATE TABLE attendee_list (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  submitted_at INTEGER,   -- last, by the organiser
  submitted_by TEXT,
  sealed_at INTEGER,
  sealed_by TEXT,
  code TEXT,              -- short code on the printed list
  CHECK ((submitted_at IS NULL) = (submitted_by IS NULL)),
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
  vetting TEXT NOT NULL CHECK (vetting IN ('proposed', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn')),
  nominated_by TEXT NOT NULL,
  nominating_unit TEXT NOT NULL,
  post_starts_at INTEGER NOT NULL,  -- of staff and service (P1), else 0
  authority TEXT NOT NULL,   -- who decided that press may come (M8), else ''
  reference TEXT NOT NULL,   -- of that decision
  reason TEXT NOT NULL,      -- of the decision
  decided_by TEXT NOT NULL,  -- user, '' before the decision
  decided_at INTEGER NOT NULL,
  withdrawn_reason TEXT NOT NULL,
  withdrawn_by TEXT NOT NULL,  -- user, '' unless withdrawn
  withdrawn_at INTEGER NOT NULL,
  replaces INTEGER UNIQUE REFERENCES attendee (id),  -- the entry of the same person that a change withdrew
  CHECK ((capacity IN ('staff', 'service')) = (post_starts_at <> 0)),
  CHECK ((vetting = 'withdrawn') = (withdrawn_by <> '') AND (vetting = 'withdrawn') = (withdrawn_at <> 0)),
  CHECK (vetting NOT IN ('approved', 'rejected', 'returned') OR (decided_by <> '' AND decided_by <> nominated_by)),
  CHECK (vetting <> 'approved' OR capacity <> 'press' OR (authority <> '' AND reference <> '')),
  CHECK (vetting <> 'approved' OR post_starts_at = 0 OR decided_at < post_starts_at)
) STRICT;
CREATE UNIQUE INDEX attendee_once ON attendee (name, unit, post) WHERE vetting <> 'withdrawn';
CREATE TRIGGER attendee_no_late_insert BEFORE INSERT ON attendee
WHEN (SELECT sealed_at FROM attendee_list WHERE number = NEW.list_number) IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'a sealed list does not change'); END;
CREATE TRIGGER attendee_begins_proposed BEFORE INSERT ON attendee
WHEN NEW.vetting <> 'proposed' AND (SELECT sealed_at FROM attendee_list WHERE number = NEW.list_number) IS NULL
BEGIN SELECT RAISE (ABORT, 'whoever comes on a list is proposed first'); END;
CREATE TRIGGER attendee_replaces_withdrawn BEFORE INSERT ON attendee
WHEN NEW.replaces IS NOT NULL AND (SELECT vetting FROM attendee WHERE id = NEW.replaces) IS NOT 'withdrawn'
BEGIN SELECT RAISE (ABORT, 'a new entry replaces one that was withdrawn'); END;
-- After the seal an approved person may be withdrawn, and nothing else changes.
CREATE TRIGGER attendee_no_late_update BEFORE UPDATE ON attendee
WHEN ((SELECT sealed_at FROM attendee_list WHERE number = OLD.list_number) IS NOT NULL
      OR (SELECT sealed_at FROM attendee_list WHERE number = NEW.list_number) IS NOT NULL)
  AND NOT (OLD.vetting = 'approved' AND NEW.vetting = 'withdrawn'
    AND (NEW.id, NEW.list_number, NEW.name, NEW.unit, NEW.post, NEW.capacity, NEW.clearance, NEW.nominated_by, NEW.nominating_unit,
         NEW.post_starts_at, NEW.authority, NEW.reference, NEW.reason, NEW.decided_by, NEW.decided_at)
      = (OLD.id, OLD.list_number, OLD.name, OLD.unit, OLD.post, OLD.capacity, OLD.clearance, OLD.nominated_by, OLD.nominating_unit,
         OLD.post_starts_at, OLD.authority, OLD.reference, OLD.reason, OLD.decided_by, OLD.decided_at)
    AND NEW.replaces IS OLD.replaces)
BEGIN SELECT RAISE (ABORT, 'a sealed list does not change'); END;
CREATE TRIGGER attendee_no_delete BEFORE DELETE ON attendee BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
-- Proposed or returned, submitted, decided; a change begins anew; whoever is rejected or withdrawn stays so.
CREATE TRIGGER attendee_vetting_in_order BEFORE UPDATE OF vetting ON attendee
WHEN (SELECT sealed_at FROM attendee_list WHERE number = OLD.list_number) IS NULL AND NOT CASE NEW.vetting
  WHEN 'submitted' THEN OLD.vetting IN ('proposed', 'returned')
  WHEN 'proposed' THEN OLD.vetting IN ('proposed', 'submitted', 'returned', 'approved')
  WHEN 'withdrawn' THEN OLD.vetting IN ('proposed', 'submitted', 'returned', 'approved')
  ELSE OLD.vetting = 'submitted' END
BEGIN SELECT RAISE (ABORT, 'vetting goes its way: proposed, submitted, decided'); END;
CREATE TRIGGER attendee_change_reopens BEFORE UPDATE OF name, unit, post, capacity, clearance, nominating_unit, post_starts_at ON attendee
WHEN NEW.vetting <> 'proposed' AND (SELECT sealed_at FROM attendee_list WHERE number = OLD.list_number) IS NULL
BEGIN SELECT RAISE (ABORT, 'a change begins the vetting anew'); END;
CREATE TRIGGER attendee_stays BEFORE UPDATE OF id, list_number, nominated_by, replaces ON attendee
WHEN (SELECT sealed_at FROM attendee_list WHERE number = OLD.list_number) IS NULL
  AND (SELECT sealed_at FROM attendee_list WHERE number = NEW.list_number) IS NULL
BEGIN SELECT RAISE (ABORT, 'where a person stands, and who nominated them, does not change'); END;
CREATE TRIGGER attendee_list_decided BEFORE UPDATE OF sealed_at ON attendee_list
WHEN EXISTS (SELECT 1 FROM attendee WHERE list_number = NEW.number AND vetting NOT IN ('approved', 'rejected', 'withdrawn'))
BEGIN SELECT RAISE (ABORT, 'a list is sealed when everybody on it is decided'); END;

-- Where people sit. Not of the sealed list: it may change until the doors open.
CREATE TABLE seat (
  attendee_id INTEGER PRIMARY KEY REFERENCES attendee (id),
  seat TEXT NOT NULL UNIQUE CHECK (seat <> '')
) STRICT;

-- The items that a person is let in for (M4: observers). Who has no row here is bound to nothing.
CREATE TABLE agenda_person (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES agenda_item (position),
  attendee_id INTEGER NOT NULL REFERENCES attendee (id),
  bound_at INTEGER NOT NULL,
  bound_by TEXT NOT NULL,
  freed_at INTEGER NOT NULL,  -- 0 while it stands
  freed_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX agenda_person_once ON agenda_person (attendee_id, position) WHERE freed_at = 0;
CREATE TRIGGER agenda_person_stays BEFORE UPDATE ON agenda_person
WHEN OLD.freed_at <> 0 OR NEW.id <> OLD.id OR NEW.position <> OLD.position OR NEW.attendee_id <> OLD.attendee_id
  OR NEW.bound_at <> OLD.bound_at OR NEW.bound_by <> OLD.bound_by
BEGIN SELECT RAISE (ABORT, 'what was bound stays on record'); END;
CREATE TRIGGER agenda_person_no_delete BEFORE DELETE ON agenda_person BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- Recorders and note-takers who were approved, by item (M5).
CREATE TABLE recording_exception (
  id INTEGER PRIMARY KEY,
  attendee_id INTEGER NOT NULL REFERENCES attendee (id),
  kind TEXT NOT NULL CHECK (kind IN ('recorder', 'note-taker')),
  position INTEGER NOT NULL REFERENCES agenda_item (position),
  authority TEXT NOT NULL CHECK (authority <> ''),  -- full name of who approved it
  reference TEXT NOT NULL CHECK (reference <> ''),  -- of the written approval
  granted_at INTEGER NOT NULL,
  granted_by TEXT NOT NULL,
  withdrawn_at INTEGER NOT NULL,  -- 0 while it stands
  withdrawn_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX recording_exception_once ON recording_exception (attendee_id, kind, position) WHERE withdrawn_at = 0;
CREATE TRIGGER recording_exception_stays BEFORE UPDATE ON recording_exception
WHEN OLD.withdrawn_at <> 0 OR NEW.id <> OLD.id OR NEW.attendee_id <> OLD.attendee_id OR NEW.kind <> OLD.kind OR NEW.position <> OLD.position
  OR NEW.authority <> OLD.authority OR NEW.reference <> OLD.reference OR NEW.granted_at <> OLD.granted_at OR NEW.granted_by <> OLD.granted_by
BEGIN SELECT RAISE (ABORT, 'exceptions stay on record'); END;
CREATE TRIGGER recording_exception_no_delete BEFORE DELETE ON recording_exception
BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- The texts of briefing, pledge, notice and undertaking, and the duty cards (M1, M5, M8, P1). The newest number of each is in force.
CREATE TABLE text_version (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('briefing', 'pledge', 'notice', 'undertaking', 'duty')),
  post TEXT NOT NULL CHECK (post IN ('none', 'leader', 'secretary', 'staff', 'print-clerk', 'dispatch-clerk', 'computer-operator',
    'personnel-officer', 'driver', 'service')),  -- of a duty card
  number INTEGER NOT NULL CHECK (number > 0),
  chinese TEXT NOT NULL CHECK (chinese <> ''),
  english TEXT NOT NULL CHECK (english <> ''),
  in_force_at INTEGER NOT NULL,
  set_by TEXT NOT NULL,
  UNIQUE (kind, post, number),
  CHECK ((kind = 'duty') = (post <> 'none'))
) STRICT;
CREATE TRIGGER text_version_in_order BEFORE INSERT ON text_version
WHEN NEW.number <> (SELECT COALESCE (MAX (number), 0) + 1 FROM text_version WHERE kind = NEW.kind AND post = NEW.post)
BEGIN SELECT RAISE (ABORT, 'versions follow each other'); END;
CREATE TRIGGER text_version_no_update BEFORE UPDATE ON text_version BEGIN SELECT RAISE (ABORT, 'a version never changes'); END;
CREATE TRIGGER text_version_no_delete BEFORE DELETE ON text_version BEGIN SELECT RAISE (ABORT, 'a version never changes'); END;
CREATE VIEW text_in_force AS
SELECT t.id, t.kind, t.post, t.number FROM text_version AS t
WHERE t.number = (SELECT MAX (number) FROM text_version WHERE kind = t.kind AND post = t.post);

-- The posts of P1 that people have.
CREATE TABLE duty (
  id INTEGER PRIMARY KEY,
  attendee_id INTEGER NOT NULL REFERENCES attendee (id),
  post TEXT NOT NULL CHECK (post <> 'none'),
  assigned_at INTEGER NOT NULL,
  assigned_by TEXT NOT NULL,
  ended_at INTEGER NOT NULL,  -- 0 while they have it
  ended_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX duty_once ON duty (attendee_id, post) WHERE ended_at = 0;
CREATE TRIGGER duty_stays BEFORE UPDATE ON duty
WHEN OLD.ended_at <> 0 OR NEW.id <> OLD.id OR NEW.attendee_id <> OLD.attendee_id OR NEW.post <> OLD.post
  OR NEW.assigned_at <> OLD.assigned_at OR NEW.assigned_by <> OLD.assigned_by
BEGIN SELECT RAISE (ABORT, 'who had a post stays on record'); END;
CREATE TRIGGER duty_no_delete BEFORE DELETE ON duty BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- Who took note of which version, in order. What was recorded by mistake stays, and gets a row of acknowledgement_annulment.
CREATE TABLE acknowledgement (
  id INTEGER PRIMARY KEY,
  attendee_id INTEGER NOT NULL REFERENCES attendee (id),
  text_id INTEGER NOT NULL REFERENCES text_version (id),
  manner TEXT NOT NULL CHECK (manner IN ('on-paper', 'in-the-room')),
  reference TEXT NOT NULL,    -- of the signed sheet
  at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL,  -- user
  CHECK ((manner = 'on-paper') = (reference <> ''))
) STRICT;
CREATE INDEX acknowledgement_of_person ON acknowledgement (attendee_id, text_id);
CREATE INDEX acknowledgement_of_text ON acknowledgement (text_id);
CREATE TABLE acknowledgement_annulment (
  acknowledgement_id INTEGER PRIMARY KEY REFERENCES acknowledgement (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  at INTEGER NOT NULL,
  annulled_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER acknowledgement_of_what_is_in_force BEFORE INSERT ON acknowledgement
WHEN NOT EXISTS (SELECT 1 FROM text_in_force WHERE id = NEW.text_id)
BEGIN SELECT RAISE (ABORT, 'a newer version is in force'); END;
CREATE TRIGGER acknowledgement_once BEFORE INSERT ON acknowledgement
WHEN EXISTS (SELECT 1 FROM acknowledgement AS a WHERE a.attendee_id = NEW.attendee_id AND a.text_id = NEW.text_id
  AND NOT EXISTS (SELECT 1 FROM acknowledgement_annulment WHERE acknowledgement_id = a.id))
BEGIN SELECT RAISE (ABORT, 'this person took note of it already'); END;
CREATE TRIGGER acknowledgement_no_update BEFORE UPDATE ON acknowledgement BEGIN SELECT RAISE (ABORT, 'acknowledgements do not change'); END;
CREATE TRIGGER acknowledgement_no_delete BEFORE DELETE ON acknowledgement BEGIN SELECT RAISE (ABORT, 'acknowledgements do not change'); END;
CREATE TRIGGER acknowledgement_annulment_no_update BEFORE UPDATE ON acknowledgement_annulment
BEGIN SELECT RAISE (ABORT, 'acknowledgements do not change'); END;
CREATE TRIGGER acknowledgement_annulment_no_delete BEFORE DELETE ON acknowledgement_annulment
BEGIN SELECT RAISE (ABORT, 'acknowledgements do not change'); END;

-- Which column of an imported list says what, where somebody chose that by hand: remembered for the next list with that header.
CREATE TABLE import_columns (
  header TEXT PRIMARY KEY,                        -- its names, folded, with U+001F between them
  columns TEXT NOT NULL CHECK (columns <> '')     -- "name=2,unit=1"
) STRICT;

-- One badge, and the tag on it. At most one of a person is not void. It counts once it was scanned or looked at after printing.
CREATE TABLE badge (
  serial INTEGER PRIMARY KEY,  -- of its tag
  attendee_id INTEGER NOT NULL REFERENCES attendee (id),
  state TEXT NOT NULL CHECK (state IN ('sent', 'uncertain', 'printed', 'good', 'void')),
  printer TEXT NOT NULL,       -- name of the designated printer
  place TEXT NOT NULL,
  reason TEXT NOT NULL,        -- why it is void
  lost INTEGER NOT NULL CHECK (lost IN (0, 1)),
  printed_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  CHECK ((state = 'void') = (reason <> '')),
  CHECK (lost = 0 OR state = 'void')
) STRICT;
CREATE UNIQUE INDEX badge_one_live ON badge (attendee_id) WHERE state <> 'void';
CREATE TRIGGER badge_for_the_sealed BEFORE INSERT ON badge
WHEN NOT EXISTS (SELECT 1 FROM attendee AS a JOIN attendee_list AS l ON l.number = a.list_number
                 WHERE a.id = NEW.attendee_id AND a.vetting = 'approved' AND l.sealed_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'a badge is for somebody approved on a sealed list'); END;
CREATE TRIGGER badge_begins_sent BEFORE INSERT ON badge WHEN NEW.state <> 'sent'
BEGIN SELECT RAISE (ABORT, 'a badge is sent to the printer first'); END;
CREATE TRIGGER badge_in_order BEFORE UPDATE ON badge
WHEN NEW.serial <> OLD.serial OR NEW.attendee_id <> OLD.attendee_id OR NEW.state = 'sent' OR OLD.state = 'void'
  OR (OLD.state = 'good' AND NEW.state <> 'void') OR (OLD.state = 'sent' AND NEW.state = 'good')
BEGIN SELECT RAISE (ABORT, 'a badge goes its way: sent, printed, good, void'); END;
CREATE TRIGGER badge_no_delete BEFORE DELETE ON badge BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

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

-- Whether the pages of a paper's copies are counted when they come back; the newest row counts, and the scheme where there is none.
CREATE TABLE count_rule (
  id INTEGER PRIMARY KEY,
  paper_id INTEGER NOT NULL REFERENCES paper (id),
  rule TEXT NOT NULL CHECK (rule IN ('by-scheme', 'always')),  -- name of an MskCountRule
  set_at INTEGER NOT NULL,
  set_by TEXT NOT NULL
) STRICT;
CREATE INDEX count_rule_of_paper ON count_rule (paper_id, id);
CREATE TRIGGER count_rule_no_update BEFORE UPDATE ON count_rule BEGIN SELECT RAISE (ABORT, 'what was laid down stays on record'); END;
CREATE TRIGGER count_rule_no_delete BEFORE DELETE ON count_rule BEGIN SELECT RAISE (ABORT, 'what was laid down stays on record'); END;
-- What was laid down for a paper holds for its next revision.
CREATE TRIGGER count_rule_of_revision AFTER INSERT ON paper WHEN NEW.replaces IS NOT NULL BEGIN
  INSERT INTO count_rule (paper_id, rule, set_at, set_by)
  SELECT NEW.id, rule, set_at, set_by FROM count_rule WHERE paper_id = NEW.replaces ORDER BY id DESC LIMIT 1;
END;

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
  state TEXT NOT NULL CHECK (state IN ('printing', 'in-store', 'held', 'away', 'returned', 'spoiled', 'void', 'destroyed', 'missing', 'with-originator')),
  serial INTEGER NOT NULL,      -- of the newest attempt
  holder_id INTEGER REFERENCES attendee (id),  -- who holds it or held it last
  issued_at INTEGER NOT NULL,   -- last issue, 0 for never
  changed_at INTEGER NOT NULL,
  recall TEXT NOT NULL DEFAULT 'none' CHECK (recall IN ('none', 'revised', 'scope', 'ordered', 'parent')),  -- why it has to come back
  recalled_at INTEGER NOT NULL DEFAULT 0,
  pages_back INTEGER NOT NULL DEFAULT 0 CHECK (pages_back >= 0),  -- that came back while its holder answers for the rest
  UNIQUE (parent_number, ordinal),
  CHECK ((parent_number IS NULL) = (ordinal = 0)),
  CHECK (CASE WHEN parent_number IS NULL THEN number <= 999999
    WHEN parent_number <= 999999 THEN ordinal <= 255 AND number = parent_number + ordinal * 1000000
    WHEN parent_number <= 255999999 THEN ordinal <= 15 AND number = parent_number + ordinal * 256000000
    ELSE 0 END),
  CHECK (state <> 'held' OR holder_id IS NOT NULL),
  CHECK ((recall = 'none') = (recalled_at = 0)),
  CHECK (pages_back = 0 OR state IN ('held', 'away', 'missing'))
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
CREATE INDEX copy_in_part ON copy (paper_id) WHERE pages_back > 0;
-- Pages that are missing hide behind no return, and whoever had them answers for them.
CREATE TRIGGER copy_part_is_no_whole BEFORE UPDATE OF pages_back ON copy
WHEN NEW.pages_back > 0 AND NEW.pages_back >= (SELECT pages FROM paper WHERE id = NEW.paper_id)
BEGIN SELECT RAISE (ABORT, 'all pages are no part'); END;
CREATE TRIGGER copy_part_keeps_holder BEFORE UPDATE OF holder_id ON copy WHEN OLD.pages_back > 0 AND NEW.holder_id IS NOT OLD.holder_id
BEGIN SELECT RAISE (ABORT, 'who has the missing pages answers for them'); END;
CREATE TRIGGER copy_part_does_not_leave BEFORE UPDATE OF state ON copy WHEN OLD.pages_back > 0 AND OLD.state = 'held' AND NEW.state = 'away'
BEGIN SELECT RAISE (ABORT, 'a copy with missing pages does not leave'); END;
CREATE INDEX copy_spoiled ON copy (serial) WHERE state = 'spoiled';
CREATE INDEX copy_gone ON copy (paper_id) WHERE state IN ('destroyed', 'missing', 'with-originator');  -- the balance looks at these one by one
CREATE UNIQUE INDEX copy_one_each ON copy (holder_id, paper_id) WHERE state = 'held';  -- nobody holds a paper twice
CREATE TRIGGER copy_no_delete BEFORE DELETE ON copy BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER copy_keeps_number BEFORE UPDATE ON copy WHEN NEW.number <> OLD.number OR NEW.paper_id <> OLD.paper_id
  OR COALESCE (NEW.parent_number, 0) <> COALESCE (OLD.parent_number, 0) OR NEW.ordinal <> OLD.ordinal
BEGIN SELECT RAISE (ABORT, 'a number stays with its paper'); END;
CREATE TRIGGER copy_destroyed_stays BEFORE UPDATE ON copy WHEN OLD.state = 'destroyed'
BEGIN SELECT RAISE (ABORT, 'a destroyed copy stays destroyed'); END;
CREATE TRIGGER copy_with_originator_stays BEFORE UPDATE ON copy WHEN OLD.state = 'with-originator'
BEGIN SELECT RAISE (ABORT, 'a copy that went back to its originator stays there'); END;

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
CREATE INDEX attempt_spoiled ON attempt (serial) WHERE state = 'spoiled';
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
WHEN OLD.state = 'spoiled' AND NEW.state NOT IN ('spoiled', 'destroyed', 'missing', 'with-originator')
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
  AND NEW.to_state NOT IN ('destroyed', 'with-originator')  -- that comes after the sweep
  AND NOT (NEW.act = 'sweep-found-late' AND NEW.from_state = 'missing' AND NEW.to_state = 'returned')  -- and so does that
BEGIN SELECT RAISE (ABORT, 'a closed meeting does not change'); END;
CREATE TRIGGER movement_no_update BEFORE UPDATE ON movement BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;
CREATE TRIGGER movement_no_delete BEFORE DELETE ON movement BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;

-- Pages counted when a copy was brought back, in order: a row for each time. The number that is due is told to nobody before.
CREATE TABLE return_count (
  id INTEGER PRIMARY KEY,
  copy_number INTEGER NOT NULL REFERENCES copy (number),
  after_id INTEGER NOT NULL REFERENCES movement (id),   -- the newest of the copy when it was brought
  movement_id INTEGER UNIQUE REFERENCES movement (id),  -- by which it came back, in full or in part; NULL for a count that ended nothing
  pages INTEGER NOT NULL CHECK (pages > 0),             -- as counted
  here INTEGER NOT NULL CHECK (here >= 0),              -- that had come back already
  due INTEGER NOT NULL CHECK (due > 0),                 -- that were still to come
  condition TEXT NOT NULL CHECK (condition IN ('whole', 'damaged', 'torn', 'written-on', 'tag-unreadable')),  -- name of an MskCondition
  remark TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('again', 'surplus', 'part', 'whole')),  -- name of an MskCountOutcome
  incident_id INTEGER REFERENCES incident (id),         -- that the missing pages are
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  CHECK (condition = 'whole' OR remark <> ''),
  CHECK ((outcome IN ('part', 'whole')) = (movement_id IS NOT NULL)),
  CHECK ((outcome = 'part') = (incident_id IS NOT NULL)),
  CHECK (CASE outcome WHEN 'whole' THEN pages = due WHEN 'part' THEN pages < due WHEN 'surplus' THEN pages > due ELSE pages <> due END)
) STRICT;
CREATE INDEX return_count_of_copy ON return_count (copy_number, id);
CREATE TRIGGER return_count_no_update BEFORE UPDATE ON return_count BEGIN SELECT RAISE (ABORT, 'counts do not change'); END;
CREATE TRIGGER return_count_no_delete BEFORE DELETE ON return_count BEGIN SELECT RAISE (ABORT, 'counts do not change'); END;

-- Circulation (L1): one turn of one reader with one copy. While it lasts the copy is held by that reader.
CREATE TABLE turn (
  id INTEGER PRIMARY KEY,
  copy_number INTEGER NOT NULL REFERENCES copy (number),
  attendee_id INTEGER NOT NULL REFERENCES attendee (id),          -- the reader
  movement_id INTEGER NOT NULL UNIQUE REFERENCES movement (id),   -- by which they got it
  started_at INTEGER NOT NULL,
  started_by TEXT NOT NULL,   -- user, the custodian
  due_at INTEGER NOT NULL,    -- at most two days later, the same day for what is top secret or urgent (L2)
  CHECK (due_at BETWEEN started_at AND started_at + 172800)
) STRICT;
CREATE INDEX turn_of_copy ON turn (copy_number, id);
-- How a turn ended, once. A turn without a row here goes on.
CREATE TABLE turn_end (
  turn_id INTEGER PRIMARY KEY REFERENCES turn (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('read', 'undone', 'broken')),  -- name of an MskTurnOutcome
  ended_at INTEGER NOT NULL,
  ended_by TEXT NOT NULL,     -- user, the custodian
  pages INTEGER NOT NULL,     -- as counted, 0 unless it was read
  signature TEXT NOT NULL,    -- the full name that the reader signed with (L3), '' unless it was read
  CHECK ((outcome = 'read') = (pages > 0) AND (outcome = 'read') = (signature <> ''))
) STRICT;
CREATE TRIGGER turn_alone BEFORE INSERT ON turn
WHEN EXISTS (SELECT 1 FROM turn AS t WHERE t.copy_number = NEW.copy_number AND NOT EXISTS (SELECT 1 FROM turn_end WHERE turn_id = t.id))
BEGIN SELECT RAISE (ABORT, 'a copy has one reader at a time'); END;
CREATE TRIGGER turn_of_holder BEFORE INSERT ON turn
WHEN NOT EXISTS (SELECT 1 FROM copy WHERE number = NEW.copy_number AND state = 'held' AND holder_id = NEW.attendee_id)
BEGIN SELECT RAISE (ABORT, 'a turn is of who holds the copy'); END;
CREATE TRIGGER turn_no_update BEFORE UPDATE ON turn BEGIN SELECT RAISE (ABORT, 'turns do not change'); END;
CREATE TRIGGER turn_no_delete BEFORE DELETE ON turn BEGIN SELECT RAISE (ABORT, 'turns do not change'); END;
CREATE TRIGGER turn_end_counted BEFORE INSERT ON turn_end
WHEN NEW.outcome = 'read' AND NEW.pages <> (SELECT p.pages FROM turn AS t JOIN copy AS c ON c.number = t.copy_number
  JOIN paper AS p ON p.id = c.paper_id WHERE t.id = NEW.turn_id)
BEGIN SELECT RAISE (ABORT, 'a turn ends with all pages'); END;
CREATE TRIGGER turn_end_no_update BEFORE UPDATE ON turn_end BEGIN SELECT RAISE (ABORT, 'turns do not change'); END;
CREATE TRIGGER turn_end_no_delete BEFORE DELETE ON turn_end BEGIN SELECT RAISE (ABORT, 'turns do not change'); END;
-- No lateral passing (L1): the turn ends before its copy goes anywhere.
CREATE TRIGGER copy_in_turn_stays BEFORE UPDATE OF state, holder_id ON copy
WHEN OLD.state = 'held' AND (NEW.state <> 'held' OR NEW.holder_id IS NOT OLD.holder_id)
  AND EXISTS (SELECT 1 FROM turn AS t WHERE t.copy_number = OLD.number AND NOT EXISTS (SELECT 1 FROM turn_end WHERE turn_id = t.id))
BEGIN SELECT RAISE (ABORT, 'a turn ends before its copy moves on'); END;

-- Loan slips (L3): what was taken out of the folder in a turn, with the custodian's consent.
CREATE TABLE loan_slip (
  id INTEGER PRIMARY KEY,     -- the number on the slip
  turn_id INTEGER NOT NULL REFERENCES turn (id),
  what TEXT NOT NULL CHECK (what <> ''),        -- is taken out
  sheets INTEGER NOT NULL CHECK (sheets > 0),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  given_at INTEGER NOT NULL,
  given_by TEXT NOT NULL      -- user, the custodian who consented
) STRICT;
CREATE INDEX loan_slip_of_turn ON loan_slip (turn_id);
CREATE TABLE loan_return (
  slip_id INTEGER PRIMARY KEY REFERENCES loan_slip (id),
  sheets INTEGER NOT NULL,    -- as counted
  back_at INTEGER NOT NULL,
  back_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER loan_slip_in_turn BEFORE INSERT ON loan_slip
WHEN EXISTS (SELECT 1 FROM turn_end WHERE turn_id = NEW.turn_id)
BEGIN SELECT RAISE (ABORT, 'a loan is made within a turn'); END;
CREATE TRIGGER loan_slip_no_update BEFORE UPDATE ON loan_slip BEGIN SELECT RAISE (ABORT, 'loan slips do not change'); END;
CREATE TRIGGER loan_slip_no_delete BEFORE DELETE ON loan_slip BEGIN SELECT RAISE (ABORT, 'loan slips do not change'); END;
CREATE TRIGGER loan_return_counted BEFORE INSERT ON loan_return
WHEN NEW.sheets <> (SELECT sheets FROM loan_slip WHERE id = NEW.slip_id)
BEGIN SELECT RAISE (ABORT, 'a loan ends with all sheets'); END;
CREATE TRIGGER loan_return_no_update BEFORE UPDATE ON loan_return BEGIN SELECT RAISE (ABORT, 'loan slips do not change'); END;
CREATE TRIGGER loan_return_no_delete BEFORE DELETE ON loan_return BEGIN SELECT RAISE (ABORT, 'loan slips do not change'); END;
CREATE TRIGGER turn_end_after_loans BEFORE INSERT ON turn_end
WHEN NEW.outcome <> 'broken' AND EXISTS (SELECT 1 FROM loan_slip AS s WHERE s.turn_id = NEW.turn_id
  AND NOT EXISTS (SELECT 1 FROM loan_return WHERE slip_id = s.id))
BEGIN SELECT RAISE (ABORT, 'a turn ends when its loans are back'); END;

-- Permits to take a copy away (R3): granted by a leader, used once, open until the home registry's receipt or the copy is here.
CREATE TABLE permit (
  id INTEGER PRIMARY KEY,
  copy_number INTEGER NOT NULL REFERENCES copy (number),
  keeper_id INTEGER NOT NULL REFERENCES attendee (id),  -- who answers for it
  registry TEXT NOT NULL CHECK (registry <> ''),        -- the home registry
  authority TEXT NOT NULL CHECK (authority <> ''),      -- full name of the leader who permits
  reference TEXT NOT NULL CHECK (reference <> ''),      -- of the written permit
  deadline_at INTEGER NOT NULL,                         -- for the receipt or the copy to be here
  bearer TEXT NOT NULL CHECK (bearer <> ''),            -- full name of who is to carry it
  second TEXT NOT NULL,                                 -- and of who is to go with them (R2); '' for nobody
  granted_at INTEGER NOT NULL,
  granted_by TEXT NOT NULL,                             -- user
  CHECK (bearer <> second)
) STRICT;
CREATE TRIGGER permit_for_two BEFORE INSERT ON permit
WHEN NEW.second = '' AND (SELECT p.level FROM copy AS c JOIN paper AS p ON p.id = c.paper_id WHERE c.number = NEW.copy_number) = 'top-secret'
BEGIN SELECT RAISE (ABORT, 'two people carry what is top secret'); END;
CREATE INDEX permit_of_copy ON permit (copy_number, id);
CREATE TABLE permit_take (
  permit_id INTEGER PRIMARY KEY REFERENCES permit (id),
  bearer TEXT NOT NULL CHECK (bearer <> ''),  -- full name of who carries it
  second TEXT NOT NULL,                       -- and of who goes with them (R2); '' for nobody
  taken_at INTEGER NOT NULL,
  taken_by TEXT NOT NULL,                     -- user who handed it over
  CHECK (bearer <> second)
) STRICT;
-- How a permit was closed, once.
CREATE TABLE permit_end (
  permit_id INTEGER PRIMARY KEY REFERENCES permit (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('receipt', 'back', 'lost', 'withdrawn')),  -- name of an MskPermitOutcome
  receipt TEXT NOT NULL,      -- reference of the return receipt, '' for none, like the next
  received_by TEXT NOT NULL,  -- full name of who signed it in the home registry
  ended_at INTEGER NOT NULL,
  ended_by TEXT NOT NULL,     -- user
  CHECK ((outcome = 'receipt') = (receipt <> '') AND (outcome = 'receipt') = (received_by <> ''))
) STRICT;
CREATE TRIGGER permit_alone BEFORE INSERT ON permit
WHEN EXISTS (SELECT 1 FROM permit AS m WHERE m.copy_number = NEW.copy_number AND NOT EXISTS (SELECT 1 FROM permit_end WHERE permit_id = m.id))
BEGIN SELECT RAISE (ABORT, 'a copy has one open permit'); END;
CREATE TRIGGER permit_no_update BEFORE UPDATE ON permit BEGIN SELECT RAISE (ABORT, 'permits do not change'); END;
CREATE TRIGGER permit_no_delete BEFORE DELETE ON permit BEGIN SELECT RAISE (ABORT, 'permits do not change'); END;
CREATE TRIGGER permit_take_while_open BEFORE INSERT ON permit_take WHEN EXISTS (SELECT 1 FROM permit_end WHERE permit_id = NEW.permit_id)
BEGIN SELECT RAISE (ABORT, 'a closed permit is not used'); END;
CREATE TRIGGER permit_take_by_two BEFORE INSERT ON permit_take
WHEN NEW.second = '' AND (SELECT p.level FROM permit AS m JOIN copy AS c ON c.number = m.copy_number
  JOIN paper AS p ON p.id = c.paper_id WHERE m.id = NEW.permit_id) = 'top-secret'
BEGIN SELECT RAISE (ABORT, 'two people carry what is top secret'); END;
CREATE TRIGGER permit_take_no_update BEFORE UPDATE ON permit_take BEGIN SELECT RAISE (ABORT, 'permits do not change'); END;
CREATE TRIGGER permit_take_no_delete BEFORE DELETE ON permit_take BEGIN SELECT RAISE (ABORT, 'permits do not change'); END;
CREATE TRIGGER permit_end_as_used BEFORE INSERT ON permit_end
WHEN (NEW.outcome = 'withdrawn') = EXISTS (SELECT 1 FROM permit_take WHERE permit_id = NEW.permit_id)
BEGIN SELECT RAISE (ABORT, 'a permit that was used is not withdrawn, and one that was not has no receipt'); END;
CREATE TRIGGER permit_end_no_update BEFORE UPDATE ON permit_end BEGIN SELECT RAISE (ABORT, 'permits do not change'); END;
CREATE TRIGGER permit_end_no_delete BEFORE DELETE ON permit_end BEGIN SELECT RAISE (ABORT, 'permits do not change'); END;
CREATE TRIGGER copy_away_by_permit BEFORE UPDATE OF state ON copy
WHEN NEW.state = 'away' AND OLD.state <> 'away' AND NOT EXISTS (SELECT 1 FROM permit AS m JOIN permit_take AS t ON t.permit_id = m.id
  WHERE m.copy_number = NEW.number AND m.keeper_id = NEW.holder_id AND NOT EXISTS (SELECT 1 FROM permit_end WHERE permit_id = m.id))
BEGIN SELECT RAISE (ABORT, 'a copy leaves by permit alone'); END;
CREATE TRIGGER copy_back_closes_permit BEFORE UPDATE OF state ON copy
WHEN OLD.state = 'away' AND NEW.state <> 'away' AND EXISTS (SELECT 1 FROM permit AS m
  WHERE m.copy_number = NEW.number AND NOT EXISTS (SELECT 1 FROM permit_end WHERE permit_id = m.id))
BEGIN SELECT RAISE (ABORT, 'a permit is closed when its copy is back'); END;

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
  state TEXT NOT NULL CHECK (state IN ('in-store', 'held', 'away', 'returned', 'spoiled', 'void', 'destroyed', 'missing', 'with-originator')),
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
CREATE TRIGGER carrier_with_originator_stays BEFORE UPDATE ON carrier WHEN OLD.state = 'with-originator'
BEGIN SELECT RAISE (ABORT, 'a carrier that went back to its originator stays there'); END;

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
  AND NEW.to_state NOT IN ('destroyed', 'with-originator')  -- that comes after the sweep
  AND NOT (NEW.act = 'sweep-found-late' AND NEW.from_state = 'missing' AND NEW.to_state = 'returned')  -- and so does that
BEGIN SELECT RAISE (ABORT, 'a closed meeting does not change'); END;
CREATE TRIGGER carrier_movement_no_update BEFORE UPDATE ON carrier_movement BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;
CREATE TRIGGER carrier_movement_no_delete BEFORE DELETE ON carrier_movement BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;

-- What the desk refused and somebody decided otherwise about: one row for each refusal that an issue was let past.
CREATE TABLE issue_override (
  id INTEGER PRIMARY KEY,
  movement_id INTEGER REFERENCES movement (id),                  -- the issue of a copy
  carrier_movement_id INTEGER REFERENCES carrier_movement (id),  -- or that of a carrier
  code TEXT NOT NULL,        -- of the refusal, name of an MskRuleError
  decided_by TEXT NOT NULL,  -- user, who signed in beside the clerk
  role TEXT NOT NULL,        -- theirs: the only one that may decide about this code
  reason TEXT NOT NULL CHECK (trim (reason) <> ''),
  at INTEGER NOT NULL,
  station TEXT NOT NULL,
  CHECK ((movement_id IS NULL) <> (carrier_movement_id IS NULL)),
  CHECK ((code = 'not-admitted' AND role = 'security-officer')
    OR (code IN ('not-briefed', 'pledge-missing', 'notice-not-acknowledged') AND role = 'responsible-leader'))
) STRICT;
CREATE UNIQUE INDEX issue_override_once ON issue_override (movement_id, code) WHERE movement_id IS NOT NULL;
CREATE UNIQUE INDEX issue_override_once_of_carrier ON issue_override (carrier_movement_id, code) WHERE carrier_movement_id IS NOT NULL;
CREATE TRIGGER issue_override_no_update BEFORE UPDATE ON issue_override BEGIN SELECT RAISE (ABORT, 'decisions do not change'); END;
CREATE TRIGGER issue_override_no_delete BEFORE DELETE ON issue_override BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- Devices that were handed in before the room, or found in it (M5), with numbers of a series of their own.
-- How many numbers were given. One row.
CREATE TABLE device_series (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last INTEGER NOT NULL CHECK (last BETWEEN 0 AND 99999)
) STRICT;
INSERT INTO device_series (id, last) VALUES (1, 0);
CREATE TRIGGER device_series_forward BEFORE UPDATE ON device_series WHEN NEW.last < OLD.last
BEGIN SELECT RAISE (ABORT, 'numbers are given once'); END;
CREATE TRIGGER device_series_no_delete BEFORE DELETE ON device_series BEGIN SELECT RAISE (ABORT, 'numbers are given once'); END;

CREATE TABLE device (
  number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 99999),
  attendee_id INTEGER REFERENCES attendee (id),  -- whose it is; NULL while that is not known
  incident_id INTEGER REFERENCES device_finding (incident_id),  -- that it was found in, or NULL
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'watch', 'tablet', 'laptop', 'recorder', 'camera', 'usb', 'earphones', 'car-key', 'other')),
  description TEXT NOT NULL,
  shelf TEXT NOT NULL CHECK (shelf <> ''),  -- where it lies
  registered_at INTEGER NOT NULL,
  registered_by TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('expected', 'deposited', 'returned', 'void')),
  serial INTEGER,                -- of the newest tag, NULL before the first
  changed_at INTEGER NOT NULL,   -- when it came into its state
  CHECK (state <> 'returned' OR attendee_id IS NOT NULL),
  CHECK (attendee_id IS NOT NULL OR incident_id IS NOT NULL)
) STRICT;
CREATE INDEX device_of_attendee ON device (attendee_id, state);
CREATE INDEX device_here ON device (state) WHERE state IN ('expected', 'deposited');
CREATE TRIGGER device_in_order BEFORE INSERT ON device WHEN NEW.number <> (SELECT last FROM device_series) OR NEW.state <> 'expected'
BEGIN SELECT RAISE (ABORT, 'numbers are given in order, none twice and none left out'); END;
CREATE TRIGGER device_no_delete BEFORE DELETE ON device BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER device_stays BEFORE UPDATE OF number, incident_id, kind, description, shelf, registered_at, registered_by ON device
BEGIN SELECT RAISE (ABORT, 'what was registered does not change'); END;
CREATE TRIGGER device_keeps_owner BEFORE UPDATE OF attendee_id ON device
WHEN OLD.attendee_id IS NOT NULL AND NEW.attendee_id IS NOT OLD.attendee_id
BEGIN SELECT RAISE (ABORT, 'a device keeps its owner'); END;
CREATE TRIGGER device_stays_ended BEFORE UPDATE ON device WHEN OLD.state IN ('returned', 'void')
BEGIN SELECT RAISE (ABORT, 'what was given back or given up stays so'); END;
CREATE TRIGGER device_path BEFORE UPDATE OF state ON device
WHEN NOT (OLD.state = NEW.state OR (OLD.state = 'expected' AND NEW.state IN ('deposited', 'void')) OR (OLD.state = 'deposited' AND NEW.state = 'returned'))
BEGIN SELECT RAISE (ABORT, 'a device is declared, deposited, given back'); END;

-- A device that was found in the room: what belongs to its incident.
CREATE TABLE device_finding (
  incident_id INTEGER PRIMARY KEY REFERENCES incident (id),
  finder TEXT NOT NULL CHECK (finder <> ''),  -- full name
  zone TEXT NOT NULL CHECK (zone <> '')       -- where in the venue
) STRICT;
CREATE TRIGGER device_finding_no_update BEFORE UPDATE ON device_finding BEGIN SELECT RAISE (ABORT, 'incidents do not change'); END;
CREATE TRIGGER device_finding_no_delete BEFORE DELETE ON device_finding BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- One printing of a two-part tag, and the code on both parts. At most one of a device is not void.
CREATE TABLE device_tag (
  serial INTEGER PRIMARY KEY,
  device_number INTEGER NOT NULL REFERENCES device (number),
  state TEXT NOT NULL CHECK (state IN ('sent', 'uncertain', 'printed', 'good', 'void')),
  printer TEXT NOT NULL,     -- name of the designated printer
  place TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX device_tag_one_live ON device_tag (device_number) WHERE state <> 'void';
CREATE TRIGGER device_tag_no_delete BEFORE DELETE ON device_tag BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER device_tag_stays_void BEFORE UPDATE ON device_tag WHEN OLD.state = 'void'
BEGIN SELECT RAISE (ABORT, 'a void tag stays void'); END;
CREATE TRIGGER device_deposited_is_tagged BEFORE UPDATE OF state ON device
WHEN NEW.state = 'deposited' AND NOT EXISTS (SELECT 1 FROM device_tag WHERE serial = NEW.serial AND state = 'good')
BEGIN SELECT RAISE (ABORT, 'what lies in deposit has its tag'); END;

-- Everything that happened to a device, in order.
CREATE TABLE device_movement (
  id INTEGER PRIMARY KEY,
  device_number INTEGER NOT NULL REFERENCES device (number),
  at INTEGER NOT NULL,
  act TEXT NOT NULL,         -- name of an MskAct
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  attendee_id INTEGER REFERENCES attendee (id),  -- the owner, or who claims to be
  user TEXT NOT NULL,
  station TEXT NOT NULL,
  remark TEXT NOT NULL,      -- the reason, or how it was done
  witness TEXT NOT NULL      -- full name of the second person where two are needed, or ''
) STRICT;
CREATE INDEX movement_of_device ON device_movement (device_number, id);
CREATE TRIGGER device_movement_not_when_closed BEFORE INSERT ON device_movement WHEN (SELECT state FROM meeting) = 'closed'
BEGIN SELECT RAISE (ABORT, 'a closed meeting does not change'); END;
CREATE TRIGGER device_movement_no_update BEFORE UPDATE ON device_movement BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;
CREATE TRIGGER device_movement_no_delete BEFORE DELETE ON device_movement BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;
CREATE TRIGGER device_moves_with_movement BEFORE UPDATE OF state ON device
WHEN NEW.state <> OLD.state AND NOT EXISTS (SELECT 1 FROM device_movement WHERE device_number = NEW.number AND to_state = NEW.state)
BEGIN SELECT RAISE (ABORT, 'nothing moves without a movement'); END;

-- What each person last said or did about their devices, in order: the newest row counts. Who went out is asked again.
CREATE TABLE device_answer (
  id INTEGER PRIMARY KEY,
  attendee_id INTEGER NOT NULL REFERENCES attendee (id),
  at INTEGER NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('none', 'declared', 'left', 'returned', 'void', 'found')),
  user TEXT NOT NULL,
  station TEXT NOT NULL
) STRICT;
CREATE INDEX device_answer_of_attendee ON device_answer (attendee_id, id);
CREATE TRIGGER device_answer_no_update BEFORE UPDATE ON device_answer BEGIN SELECT RAISE (ABORT, 'answers do not change'); END;
CREATE TRIGGER device_answer_no_delete BEFORE DELETE ON device_answer BEGIN SELECT RAISE (ABORT, 'answers do not change'); END;

-- The measures before the meeting (M1) and after it (M9), as data/checklists/README.md describes them: word for word what was in force when it was made. One row of each phase.
CREATE TABLE checklist (
  phase TEXT PRIMARY KEY CHECK (phase IN ('before', 'after')),
  version INTEGER NOT NULL CHECK (version > 0),
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE TRIGGER checklist_no_update BEFORE UPDATE ON checklist BEGIN SELECT RAISE (ABORT, 'a meeting keeps its checklist'); END;
CREATE TRIGGER checklist_no_delete BEFORE DELETE ON checklist BEGIN SELECT RAISE (ABORT, 'a meeting keeps its checklist'); END;

-- What was recorded of each measure, in order: the newest row counts, and none goes away.
CREATE TABLE measure_record (
  id INTEGER PRIMARY KEY,
  measure TEXT NOT NULL CHECK (measure <> ''),  -- its name in the checklist
  outcome TEXT NOT NULL CHECK (outcome IN ('open', 'done', 'not-applicable')),  -- open: what was recorded before is taken back
  done_by TEXT NOT NULL CHECK (done_by <> ''),  -- full name of who did it, or decided
  done_at INTEGER NOT NULL,
  evidence TEXT NOT NULL CHECK (evidence <> ''),  -- what shows it, or the reason
  recorded_at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL     -- user
) STRICT;
CREATE INDEX measure_record_of_measure ON measure_record (measure, id);
CREATE TRIGGER measure_record_not_when_closed BEFORE INSERT ON measure_record WHEN (SELECT state FROM meeting) = 'closed'
BEGIN SELECT RAISE (ABORT, 'a closed meeting does not change'); END;
CREATE TRIGGER measure_record_no_update BEFORE UPDATE ON measure_record BEGIN SELECT RAISE (ABORT, 'records do not change'); END;
CREATE TRIGGER measure_record_no_delete BEFORE DELETE ON measure_record BEGIN SELECT RAISE (ABORT, 'records do not change'); END;

-- Contacts with the guard and secrecy departments (M1).
CREATE TABLE liaison (
  id INTEGER PRIMARY KEY,
  department TEXT NOT NULL CHECK (department IN ('guard', 'secrecy', 'other')),
  organ TEXT NOT NULL CHECK (organ <> ''),      -- its name
  contact TEXT NOT NULL CHECK (contact <> ''),  -- full name of the person there
  at INTEGER NOT NULL,
  agreed TEXT NOT NULL CHECK (agreed <> ''),
  reference TEXT NOT NULL,                      -- of the letter or note, or ''
  recorded_at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL     -- user
) STRICT;
CREATE TRIGGER liaison_no_update BEFORE UPDATE ON liaison BEGIN SELECT RAISE (ABORT, 'records do not change'); END;
CREATE TRIGGER liaison_no_delete BEFORE DELETE ON liaison BEGIN SELECT RAISE (ABORT, 'records do not change'); END;

-- The opening of the meeting (M1): one row, once the responsible leader opened it.
CREATE TABLE opening (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER opening_on_sealed_list BEFORE INSERT ON opening WHEN NOT EXISTS (SELECT 1 FROM attendee_list WHERE sealed_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'a meeting opens on a sealed list'); END;
CREATE TRIGGER opening_no_update BEFORE UPDATE ON opening BEGIN SELECT RAISE (ABORT, 'a meeting is opened once'); END;
CREATE TRIGGER opening_no_delete BEFORE DELETE ON opening BEGIN SELECT RAISE (ABORT, 'a meeting is opened once'); END;

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
  changed INTEGER NOT NULL DEFAULT 0,  -- the sweep's revision with its newest change, kept by the triggers below; 0 for as it was frozen
  PRIMARY KEY (kind, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX sweep_item_changed ON sweep_item (changed) WHERE changed > 0;
CREATE TRIGGER sweep_item_no_delete BEFORE DELETE ON sweep_item BEGIN SELECT RAISE (ABORT, 'the expected set is frozen'); END;
CREATE TRIGGER sweep_item_frozen BEFORE UPDATE OF kind, number, expected, holder_id, issued_at ON sweep_item
BEGIN SELECT RAISE (ABORT, 'the expected set is frozen'); END;

-- How many of the set stand alike, kept by the triggers below, so that what is shown after a scan costs the same however large the set is.
-- What is destroyed after the sweep stands as it was signed for. Signing and closing count anew.
CREATE TABLE sweep_tally (
  paper_id INTEGER NOT NULL CHECK (paper_id >= 0),  -- 0: carriers
  expected TEXT NOT NULL,
  state TEXT NOT NULL,
  seen INTEGER NOT NULL CHECK (seen IN (0, 1)),
  in_part INTEGER NOT NULL CHECK (in_part IN (0, 1)),  -- 1: pages of it are missing
  items INTEGER NOT NULL CHECK (items >= 0),
  PRIMARY KEY (paper_id, expected, state, seen, in_part)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER sweep_item_touched AFTER UPDATE OF sightings, remark ON sweep_item BEGIN
  UPDATE sweep_item SET changed = (SELECT revision + 1 FROM sweep) WHERE kind = NEW.kind AND number = NEW.number;
END;
CREATE TRIGGER sweep_tally_copy_seen AFTER UPDATE OF sightings ON sweep_item
WHEN NEW.kind = 'copy' AND (OLD.sightings > 0) <> (NEW.sightings > 0) BEGIN
  UPDATE sweep_tally SET items = items - 1 WHERE expected = OLD.expected AND seen = (OLD.sightings > 0)
    AND (paper_id, state, in_part) = (SELECT paper_id, state, pages_back > 0 FROM copy WHERE number = OLD.number);
  INSERT INTO sweep_tally (paper_id, expected, state, seen, in_part, items)
    SELECT paper_id, NEW.expected, state, NEW.sightings > 0, pages_back > 0, 1 FROM copy WHERE number = NEW.number
  ON CONFLICT (paper_id, expected, state, seen, in_part) DO UPDATE SET items = items + 1;
END;
CREATE TRIGGER sweep_tally_carrier_seen AFTER UPDATE OF sightings ON sweep_item
WHEN NEW.kind = 'carrier' AND (OLD.sightings > 0) <> (NEW.sightings > 0) BEGIN
  UPDATE sweep_tally SET items = items - 1 WHERE paper_id = 0 AND expected = OLD.expected AND seen = (OLD.sightings > 0)
    AND in_part = 0 AND state = (SELECT state FROM carrier WHERE number = OLD.number);
  INSERT INTO sweep_tally (paper_id, expected, state, seen, in_part, items)
    SELECT 0, NEW.expected, state, NEW.sightings > 0, 0, 1 FROM carrier WHERE number = NEW.number
  ON CONFLICT (paper_id, expected, state, seen, in_part) DO UPDATE SET items = items + 1;
END;
CREATE TRIGGER sweep_tally_copy_moved AFTER UPDATE OF state, pages_back ON copy
WHEN EXISTS (SELECT 1 FROM sweep WHERE closed_at = 0) BEGIN
  UPDATE sweep_tally SET items = items - 1 WHERE paper_id = OLD.paper_id AND state = OLD.state AND in_part = (OLD.pages_back > 0)
    AND (expected, seen) = (SELECT expected, sightings > 0 FROM sweep_item WHERE kind = 'copy' AND number = OLD.number);
  INSERT INTO sweep_tally (paper_id, expected, state, seen, in_part, items)
    SELECT NEW.paper_id, expected, NEW.state, sightings > 0, NEW.pages_back > 0, 1 FROM sweep_item WHERE kind = 'copy' AND number = NEW.number
  ON CONFLICT (paper_id, expected, state, seen, in_part) DO UPDATE SET items = items + 1;
  UPDATE sweep_item SET changed = (SELECT revision + 1 FROM sweep) WHERE kind = 'copy' AND number = NEW.number;
END;
CREATE TRIGGER sweep_tally_carrier_moved AFTER UPDATE OF state ON carrier
WHEN EXISTS (SELECT 1 FROM sweep WHERE closed_at = 0) BEGIN
  UPDATE sweep_tally SET items = items - 1 WHERE paper_id = 0 AND state = OLD.state AND in_part = 0
    AND (expected, seen) = (SELECT expected, sightings > 0 FROM sweep_item WHERE kind = 'carrier' AND number = OLD.number);
  INSERT INTO sweep_tally (paper_id, expected, state, seen, in_part, items)
    SELECT 0, expected, NEW.state, sightings > 0, 0, 1 FROM sweep_item WHERE kind = 'carrier' AND number = NEW.number
  ON CONFLICT (paper_id, expected, state, seen, in_part) DO UPDATE SET items = items + 1;
  UPDATE sweep_item SET changed = (SELECT revision + 1 FROM sweep) WHERE kind = 'carrier' AND number = NEW.number;
END;

-- Every sighting in the sweep, and the zone of the venue (name of an MskMeasureArea) where it was.
CREATE TABLE sweep_sighting (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  zone TEXT NOT NULL CHECK (zone <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('copy', 'carrier', 'set')),
  number INTEGER NOT NULL,
  is_first INTEGER NOT NULL CHECK (is_first IN (0, 1)),
  page INTEGER NOT NULL DEFAULT 0 CHECK (page >= 0 AND (page = 0 OR kind = 'copy'))  -- whose code it was; 0: a carrier, a set, or a number that was typed
) STRICT;
CREATE INDEX sweep_sighting_of_page ON sweep_sighting (kind, number, page, id);
CREATE UNIQUE INDEX sweep_sighting_first ON sweep_sighting (kind, number) WHERE is_first = 1;
-- The same by zone.
CREATE TABLE sweep_zone_tally (
  zone TEXT PRIMARY KEY,
  seen INTEGER NOT NULL,   -- for the first time
  again INTEGER NOT NULL,
  newest_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER sweep_zone_tally_kept AFTER INSERT ON sweep_sighting BEGIN
  INSERT INTO sweep_zone_tally (zone, seen, again, newest_at) VALUES (NEW.zone, NEW.is_first, 1 - NEW.is_first, NEW.at)
  ON CONFLICT (zone) DO UPDATE SET seen = seen + NEW.is_first, again = again + 1 - NEW.is_first, newest_at = MAX (newest_at, NEW.at);
END;
CREATE TRIGGER sweep_sighting_no_update BEFORE UPDATE ON sweep_sighting BEGIN SELECT RAISE (ABORT, 'what was seen stands'); END;
CREATE TRIGGER sweep_sighting_no_delete BEFORE DELETE ON sweep_sighting BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- What was scanned in the sweep and is nothing of the set.
CREATE TABLE sweep_strange (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  zone TEXT NOT NULL CHECK (zone <> ''),
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
  by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),  -- 1: seen by its number, for it shares the code of its copy
  remark TEXT NOT NULL,
  CHECK (first_seen_at = 0 OR missing_at = 0)
) STRICT;
CREATE TRIGGER sweep_spoilage_scanned BEFORE UPDATE ON sweep_spoilage
WHEN NEW.by_hand = 1 AND NOT EXISTS (SELECT 1 FROM spoilage WHERE id = NEW.spoilage_id AND kind = 'surplus')
BEGIN SELECT RAISE (ABORT, 'sheets with a code of their own are scanned'); END;
CREATE TRIGGER sweep_spoilage_no_delete BEFORE DELETE ON sweep_spoilage BEGIN SELECT RAISE (ABORT, 'the expected set is frozen'); END;

-- What lies there, as one person counted it without being told what is expected. The figures are one for each paper, and those of
-- the carriers and of the spoiled sets in place of a paper.
CREATE TABLE sweep_count (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
CREATE TRIGGER sweep_count_no_update BEFORE UPDATE ON sweep_count BEGIN SELECT RAISE (ABORT, 'a count stands'); END;
CREATE TRIGGER sweep_count_no_delete BEFORE DELETE ON sweep_count BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TABLE sweep_count_figure (
  count_id INTEGER NOT NULL REFERENCES sweep_count (id),
  paper_id INTEGER NOT NULL CHECK (paper_id >= -1),  -- 0 carriers, -1 spoiled sets
  counted INTEGER NOT NULL CHECK (counted >= 0),
  expected INTEGER NOT NULL CHECK (expected >= 0),   -- by the register at that moment
  PRIMARY KEY (count_id, paper_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER sweep_count_figure_no_update BEFORE UPDATE ON sweep_count_figure BEGIN SELECT RAISE (ABORT, 'a count stands'); END;
CREATE TRIGGER sweep_count_figure_no_delete BEFORE DELETE ON sweep_count_figure BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- What the sweep saw damaged. Of what is not whole there is an incident.
CREATE TABLE sweep_damage (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  number INTEGER NOT NULL,
  zone TEXT NOT NULL CHECK (zone <> ''),
  pages_missing INTEGER NOT NULL CHECK (pages_missing >= 0),  -- 0: it is whole
  reason TEXT NOT NULL CHECK (reason <> ''),
  incident_id INTEGER REFERENCES incident (id),
  at INTEGER NOT NULL,
  user TEXT NOT NULL,           -- who swept
  FOREIGN KEY (kind, number) REFERENCES sweep_item (kind, number),
  CHECK ((pages_missing = 0) = (incident_id IS NULL))
) STRICT;
CREATE TRIGGER sweep_damage_seen BEFORE INSERT ON sweep_damage
WHEN NOT EXISTS (SELECT 1 FROM sweep_item WHERE kind = NEW.kind AND number = NEW.number AND sightings > 0)
BEGIN SELECT RAISE (ABORT, 'what is damaged was seen'); END;
CREATE TRIGGER sweep_damage_no_update BEFORE UPDATE ON sweep_damage BEGIN SELECT RAISE (ABORT, 'what was seen stands'); END;
CREATE TRIGGER sweep_damage_no_delete BEFORE DELETE ON sweep_damage BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- Things without a code that were left at the venue. What was done with one is written once.
CREATE TABLE left_item (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('notebook', 'sheet', 'storage', 'recorder', 'telephone', 'other')),
  zone TEXT NOT NULL CHECK (zone <> ''),
  description TEXT NOT NULL CHECK (description <> ''),
  finder TEXT NOT NULL CHECK (finder <> ''),
  incident_id INTEGER REFERENCES incident (id),
  handling TEXT NOT NULL,
  handled_at INTEGER NOT NULL,  -- 0 for not yet
  handled_by TEXT NOT NULL,
  CHECK ((handled_at = 0) = (handling = '') AND (handled_at = 0) = (handled_by = '')),
  CHECK (kind = 'other' OR incident_id IS NOT NULL)
) STRICT;
CREATE TRIGGER left_item_frozen BEFORE UPDATE ON left_item
WHEN OLD.handled_at <> 0 OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.user <> OLD.user OR NEW.kind <> OLD.kind OR NEW.zone <> OLD.zone
  OR NEW.description <> OLD.description OR NEW.finder <> OLD.finder OR NEW.incident_id IS NOT OLD.incident_id
BEGIN SELECT RAISE (ABORT, 'what was found stands'); END;
CREATE TRIGGER left_item_no_delete BEFORE DELETE ON left_item BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

CREATE TABLE sweep_signature (
  id INTEGER PRIMARY KEY,
  user TEXT NOT NULL,
  role TEXT NOT NULL,
  at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  UNIQUE (user, revision)
) STRICT;

-- What went wrong: one row for each incident. The three times are those of I1, reckoned once and absolute, so that no clock that is
-- set back or forward moves them.
CREATE TABLE incident (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('lost-badge', 'device-inside', 'unauthorised-entry', 'forged-tag', 'stock-differs',
    'pages-missing', 'missing', 'second-sighting', 'other-meeting', 'sheets-differ', 'left-behind', 'other')),  -- name of an MskIncidentKind
  at INTEGER NOT NULL,        -- when it was registered
  found_at INTEGER NOT NULL,  -- when it was found
  attendee_id INTEGER REFERENCES attendee (id),  -- the person whom it is about
  subject TEXT NOT NULL,   -- the thing, as the ledger calls it, or ''
  serial INTEGER NOT NULL, -- of the code that brought it to light, or 0
  level TEXT NOT NULL CHECK (level IN ('confidential', 'secret', 'top-secret')),  -- of the thing, or of the meeting then
  text TEXT NOT NULL,      -- what happened
  user TEXT NOT NULL,
  station TEXT NOT NULL,
  report_due_at INTEGER NOT NULL,  -- to the secrecy department: 24 hours
  leak_due_at INTEGER NOT NULL,    -- counts as leaked: 10 days, or 60; 0 where nothing can leak by being lost
  result_due_at INTEGER NOT NULL,  -- three months by the calendar
  CHECK (report_due_at = found_at + 86400),
  CHECK (leak_due_at = 0 OR leak_due_at = found_at + CASE level WHEN 'top-secret' THEN 864000 ELSE 5184000 END),
  CHECK (result_due_at BETWEEN found_at + 7603200 AND found_at + 8035200)  -- 88 to 93 days
) STRICT;
CREATE INDEX incident_of_subject ON incident (subject, kind);
CREATE TRIGGER incident_no_update BEFORE UPDATE ON incident BEGIN SELECT RAISE (ABORT, 'incidents do not change'); END;
CREATE TRIGGER incident_no_delete BEFORE DELETE ON incident BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- The end of an incident (I3), once.
CREATE TABLE incident_closing (
  incident_id INTEGER PRIMARY KEY REFERENCES incident (id),
  at INTEGER NOT NULL,
  user TEXT NOT NULL,     -- the security officer
  leader TEXT NOT NULL,   -- the responsible leader, who signed in beside
  station TEXT NOT NULL,
  CHECK (user <> leader)
) STRICT;

-- What is on record about an incident (I2, I3): a row for each text under a heading; the newest of a heading stands.
CREATE TABLE incident_entry (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  heading TEXT NOT NULL CHECK (heading IN ('content', 'discovery', 'responsible', 'course', 'harm', 'handling', 'remedies',
    'cause', 'dealt', 'measures', 'taught', 'found')),  -- name of an MskIncidentHeading
  version INTEGER NOT NULL CHECK (version > 0),
  text TEXT NOT NULL CHECK (text <> ''),
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  station TEXT NOT NULL,
  UNIQUE (incident_id, heading, version)
) STRICT;
CREATE TRIGGER incident_entry_in_order BEFORE INSERT ON incident_entry WHEN NEW.version <> 1 +
  (SELECT COUNT (*) FROM incident_entry WHERE incident_id = NEW.incident_id AND heading = NEW.heading)
BEGIN SELECT RAISE (ABORT, 'versions run in order, none left out'); END;
CREATE TRIGGER incident_entry_while_open BEFORE INSERT ON incident_entry
  WHEN EXISTS (SELECT 1 FROM incident_closing WHERE incident_id = NEW.incident_id)
BEGIN SELECT RAISE (ABORT, 'a closed incident does not change'); END;
CREATE TRIGGER incident_entry_no_update BEFORE UPDATE ON incident_entry BEGIN SELECT RAISE (ABORT, 'incidents do not change'); END;
CREATE TRIGGER incident_entry_no_delete BEFORE DELETE ON incident_entry BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- Who outside was told of an incident (I1), the secrecy department first.
CREATE TABLE incident_report (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  department TEXT NOT NULL CHECK (department IN ('guard', 'secrecy', 'other')),  -- name of an MskDepartment
  whom TEXT NOT NULL CHECK (whom <> ''),
  told_at INTEGER NOT NULL,  -- as it was said
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  station TEXT NOT NULL
) STRICT;
CREATE INDEX incident_report_of ON incident_report (incident_id, id);
CREATE TRIGGER incident_report_secrecy_first BEFORE INSERT ON incident_report WHEN NEW.department <> 'secrecy'
  AND NOT EXISTS (SELECT 1 FROM incident_report WHERE incident_id = NEW.incident_id)
BEGIN SELECT RAISE (ABORT, 'the secrecy department is told first'); END;
CREATE TRIGGER incident_report_while_open BEFORE INSERT ON incident_report
  WHEN EXISTS (SELECT 1 FROM incident_closing WHERE incident_id = NEW.incident_id)
BEGIN SELECT RAISE (ABORT, 'a closed incident does not change'); END;
CREATE TRIGGER incident_report_no_update BEFORE UPDATE ON incident_report BEGIN SELECT RAISE (ABORT, 'incidents do not change'); END;
CREATE TRIGGER incident_report_no_delete BEFORE DELETE ON incident_report BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

CREATE TRIGGER incident_closing_when_whole BEFORE INSERT ON incident_closing
  WHEN (SELECT COUNT (DISTINCT heading) FROM incident_entry WHERE incident_id = NEW.incident_id AND heading <> 'found') < 11
    OR NOT EXISTS (SELECT 1 FROM incident_report WHERE incident_id = NEW.incident_id)
BEGIN SELECT RAISE (ABORT, 'an incident closes when everything is on record'); END;
CREATE TRIGGER incident_closing_no_update BEFORE UPDATE ON incident_closing BEGIN SELECT RAISE (ABORT, 'incidents do not change'); END;
CREATE TRIGGER incident_closing_no_delete BEFORE DELETE ON incident_closing BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- What of the ledger stands on paper: one row for each seal. See core/README.md for what the paper says.
CREATE TABLE seal (
  number INTEGER PRIMARY KEY CHECK (number > 0),  -- as on the paper
  occasion TEXT NOT NULL CHECK (occasion IN ('sheet', 'sweep', 'handover', 'certificate')),  -- what it stands on
  sequence INTEGER NOT NULL UNIQUE,  -- of the ledger's entry that it seals, which is that of its own making
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  station TEXT NOT NULL
) STRICT;
CREATE TRIGGER seal_in_order BEFORE INSERT ON seal WHEN NEW.number <> (SELECT COALESCE (MAX (number), 0) + 1 FROM seal)
BEGIN SELECT RAISE (ABORT, 'seals are numbered in order, none left out'); END;
CREATE TRIGGER seal_no_update BEFORE UPDATE ON seal BEGIN SELECT RAISE (ABORT, 'seals do not change'); END;
CREATE TRIGGER seal_no_delete BEFORE DELETE ON seal BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- Handovers of the desk, the print room, or what one person holds (K1, F3): one row for each that was begun.
CREATE TABLE handover (
  id INTEGER PRIMARY KEY,
  place TEXT NOT NULL CHECK (place IN ('desk', 'print-room', 'custody')),  -- name of an MskHandoverPlace
  attendee_id INTEGER REFERENCES attendee (id),   -- of a custody: whose
  successor_id INTEGER REFERENCES attendee (id),  -- and to whom
  started_at INTEGER NOT NULL,
  outgoing TEXT NOT NULL,    -- user who began it
  station TEXT NOT NULL,
  CHECK ((place = 'custody') = (attendee_id IS NOT NULL)),
  CHECK ((place = 'custody') = (successor_id IS NOT NULL)),
  CHECK (attendee_id IS NULL OR attendee_id <> successor_id)
) STRICT;

-- What was expected there when it began.
CREATE TABLE handover_item (
  handover_id INTEGER NOT NULL REFERENCES handover (id),
  kind TEXT NOT NULL CHECK (kind IN ('copy', 'set', 'carrier', 'device')),  -- name of an MskStockKind
  number INTEGER NOT NULL,       -- of the copy, the carrier or the device, or the id of the spoiled set
  paper_id INTEGER REFERENCES paper (id),
  certain INTEGER NOT NULL CHECK (certain IN (0, 1)),  -- 0: nobody knows whether it came out of the printer
  PRIMARY KEY (handover_id, kind, number)
) STRICT, WITHOUT ROWID;

-- What was scanned: each thing once. Changes no custody.
CREATE TABLE handover_sighting (
  id INTEGER PRIMARY KEY,
  handover_id INTEGER NOT NULL REFERENCES handover (id),
  kind TEXT CHECK (kind IN ('copy', 'set', 'carrier', 'device')),  -- NULL for a code that stands for nothing here
  number INTEGER,
  paper_id INTEGER REFERENCES paper (id),
  code TEXT NOT NULL,            -- name of the refusal of a strange code, or ''
  serial INTEGER NOT NULL,       -- of a strange code’s tag, 0 for none
  by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),  -- 1: the number was typed
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  CHECK ((kind IS NULL) = (number IS NULL)),
  CHECK ((kind IS NULL) = (code <> ''))
) STRICT;
CREATE UNIQUE INDEX handover_sighting_once ON handover_sighting (handover_id, kind, number);

-- How many were counted of a kind, of one paper where it has papers. The newest counts.
CREATE TABLE handover_figure (
  id INTEGER PRIMARY KEY,
  handover_id INTEGER NOT NULL REFERENCES handover (id),
  kind TEXT NOT NULL CHECK (kind IN ('copy', 'set', 'carrier', 'device')),
  paper_id INTEGER REFERENCES paper (id),
  count INTEGER NOT NULL CHECK (count >= 0),
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
CREATE INDEX handover_figure_of_handover ON handover_figure (handover_id);

-- The count is closed, and compared from then on.
CREATE TABLE handover_comparison (
  handover_id INTEGER PRIMARY KEY REFERENCES handover (id),
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;

-- What the comparison found, with the last that the registers knew of the thing.
CREATE TABLE handover_discrepancy (
  id INTEGER PRIMARY KEY,
  handover_id INTEGER NOT NULL REFERENCES handover_comparison (handover_id),
  kind TEXT NOT NULL CHECK (kind IN ('missing', 'surplus', 'figure', 'unknown', 'other-meeting')),  -- name of an MskDiscrepancyKind
  stock TEXT NOT NULL CHECK (stock IN ('copy', 'set', 'carrier', 'device')),
  number INTEGER NOT NULL,       -- 0 for a figure or a strange code
  paper_id INTEGER REFERENCES paper (id),
  serial INTEGER NOT NULL,       -- of a strange code’s tag, or 0
  expected INTEGER NOT NULL,     -- of a figure
  counted INTEGER NOT NULL,
  last_act TEXT NOT NULL,        -- name of an MskAct, or ''
  last_at INTEGER NOT NULL,
  last_user TEXT NOT NULL,
  last_person TEXT NOT NULL      -- the counterpart’s name, or ''
) STRICT;
CREATE INDEX handover_discrepancy_of_handover ON handover_discrepancy (handover_id);
CREATE TABLE handover_explanation (
  discrepancy_id INTEGER PRIMARY KEY REFERENCES handover_discrepancy (id),
  text TEXT NOT NULL CHECK (text <> ''),
  incident_id INTEGER REFERENCES incident (id),  -- that it became, or NULL
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;

-- How it ended: handed over, or cancelled.
CREATE TABLE handover_end (
  handover_id INTEGER PRIMARY KEY REFERENCES handover (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'cancelled')),
  at INTEGER NOT NULL,
  user TEXT NOT NULL,        -- who was signed in
  incoming TEXT NOT NULL,    -- user who took over with their own sign-in; '' of a custody or when it was cancelled
  reason TEXT NOT NULL,      -- why it was cancelled, or ''
  CHECK ((outcome = 'cancelled') = (reason <> '')),
  CHECK (incoming <> user)
) STRICT;

CREATE TRIGGER handover_alone BEFORE INSERT ON handover
WHEN EXISTS (SELECT 1 FROM handover AS h WHERE h.place = NEW.place AND h.attendee_id IS NEW.attendee_id
  AND NOT EXISTS (SELECT 1 FROM handover_end AS e WHERE e.handover_id = h.id))
BEGIN SELECT RAISE (ABORT, 'one handover of a place at a time'); END;
CREATE TRIGGER handover_no_update BEFORE UPDATE ON handover BEGIN SELECT RAISE (ABORT, 'handovers do not change'); END;
CREATE TRIGGER handover_no_delete BEFORE DELETE ON handover BEGIN SELECT RAISE (ABORT, 'handovers do not change'); END;
CREATE TRIGGER handover_item_frozen BEFORE INSERT ON handover_item
WHEN EXISTS (SELECT 1 FROM handover_sighting WHERE handover_id = NEW.handover_id)
  OR EXISTS (SELECT 1 FROM handover_figure WHERE handover_id = NEW.handover_id)
  OR EXISTS (SELECT 1 FROM handover_comparison WHERE handover_id = NEW.handover_id)
BEGIN SELECT RAISE (ABORT, 'the expected set is frozen'); END;
CREATE TRIGGER handover_item_no_update BEFORE UPDATE ON handover_item BEGIN SELECT RAISE (ABORT, 'the expected set is frozen'); END;
CREATE TRIGGER handover_item_no_delete BEFORE DELETE ON handover_item BEGIN SELECT RAISE (ABORT, 'the expected set is frozen'); END;
CREATE TRIGGER handover_sighting_while_counted BEFORE INSERT ON handover_sighting
WHEN EXISTS (SELECT 1 FROM handover_comparison WHERE handover_id = NEW.handover_id)
  OR EXISTS (SELECT 1 FROM handover_end WHERE handover_id = NEW.handover_id)
BEGIN SELECT RAISE (ABORT, 'the count is closed'); END;
CREATE TRIGGER handover_sighting_no_update BEFORE UPDATE ON handover_sighting BEGIN SELECT RAISE (ABORT, 'counts do not change'); END;
CREATE TRIGGER handover_sighting_no_delete BEFORE DELETE ON handover_sighting BEGIN SELECT RAISE (ABORT, 'counts do not change'); END;
CREATE TRIGGER handover_figure_while_counted BEFORE INSERT ON handover_figure
WHEN EXISTS (SELECT 1 FROM handover_comparison WHERE handover_id = NEW.handover_id)
  OR EXISTS (SELECT 1 FROM handover_end WHERE handover_id = NEW.handover_id)
BEGIN SELECT RAISE (ABORT, 'the count is closed'); END;
CREATE TRIGGER handover_figure_no_update BEFORE UPDATE ON handover_figure BEGIN SELECT RAISE (ABORT, 'counts do not change'); END;
CREATE TRIGGER handover_figure_no_delete BEFORE DELETE ON handover_figure BEGIN SELECT RAISE (ABORT, 'counts do not change'); END;
CREATE TRIGGER handover_comparison_no_update BEFORE UPDATE ON handover_comparison BEGIN SELECT RAISE (ABORT, 'counts do not change'); END;
CREATE TRIGGER handover_comparison_no_delete BEFORE DELETE ON handover_comparison BEGIN SELECT RAISE (ABORT, 'counts do not change'); END;
CREATE TRIGGER handover_discrepancy_no_update BEFORE UPDATE ON handover_discrepancy BEGIN SELECT RAISE (ABORT, 'discrepancies do not change'); END;
CREATE TRIGGER handover_discrepancy_no_delete BEFORE DELETE ON handover_discrepancy BEGIN SELECT RAISE (ABORT, 'discrepancies do not change'); END;
CREATE TRIGGER handover_explanation_no_update BEFORE UPDATE ON handover_explanation BEGIN SELECT RAISE (ABORT, 'explanations do not change'); END;
CREATE TRIGGER handover_explanation_no_delete BEFORE DELETE ON handover_explanation BEGIN SELECT RAISE (ABORT, 'explanations do not change'); END;
CREATE TRIGGER handover_end_explained BEFORE INSERT ON handover_end
WHEN NEW.outcome = 'done' AND (NOT EXISTS (SELECT 1 FROM handover_comparison WHERE handover_id = NEW.handover_id)
  OR EXISTS (SELECT 1 FROM handover_discrepancy AS d WHERE d.handover_id = NEW.handover_id
    AND NOT EXISTS (SELECT 1 FROM handover_explanation AS x WHERE x.discrepancy_id = d.id)))
BEGIN SELECT RAISE (ABORT, 'every discrepancy is explained before the end'); END;
CREATE TRIGGER handover_end_by_two BEFORE INSERT ON handover_end
WHEN NEW.outcome = 'done' AND ((SELECT place FROM handover WHERE id = NEW.handover_id) = 'custody') <> (NEW.incoming = '')
BEGIN SELECT RAISE (ABORT, 'a place is handed over by two'); END;
CREATE TRIGGER handover_end_no_update BEFORE UPDATE ON handover_end BEGIN SELECT RAISE (ABORT, 'handovers do not change'); END;
CREATE TRIGGER handover_end_no_delete BEFORE DELETE ON handover_end BEGIN SELECT RAISE (ABORT, 'handovers do not change'); END;

-- What is being handed over stays where it is.
CREATE TRIGGER movement_not_in_handover BEFORE INSERT ON movement
WHEN EXISTS (SELECT 1 FROM handover AS h WHERE h.place <> 'custody' AND NOT EXISTS (SELECT 1 FROM handover_end AS e WHERE e.handover_id = h.id)
  AND CASE h.place WHEN 'desk' THEN NEW.from_state IN ('in-store', 'returned') OR NEW.to_state IN ('in-store', 'returned') OR NEW.act = 'copy-return-part'
    ELSE NEW.from_state IN ('printing', 'spoiled') OR NEW.to_state IN ('printing', 'spoiled') END)
BEGIN SELECT RAISE (ABORT, 'the stock is being handed over'); END;
CREATE TRIGGER carrier_movement_not_in_handover BEFORE INSERT ON carrier_movement
WHEN EXISTS (SELECT 1 FROM handover AS h WHERE h.place = 'desk' AND NOT EXISTS (SELECT 1 FROM handover_end AS e WHERE e.handover_id = h.id))
BEGIN SELECT RAISE (ABORT, 'the stock is being handed over'); END;
CREATE TRIGGER device_movement_not_in_handover BEFORE INSERT ON device_movement
WHEN EXISTS (SELECT 1 FROM handover AS h WHERE h.place = 'desk' AND NOT EXISTS (SELECT 1 FROM handover_end AS e WHERE e.handover_id = h.id))
BEGIN SELECT RAISE (ABORT, 'the stock is being handed over'); END;

-- Destruction under supervision (D1): one row for each batch that was begun.
CREATE TABLE destruction (
  id INTEGER PRIMARY KEY,
  reason TEXT NOT NULL CHECK (reason <> ''),  -- why these things are destroyed
  started_at INTEGER NOT NULL,
  started_by TEXT NOT NULL,
  station TEXT NOT NULL
) STRICT;
CREATE TRIGGER destruction_no_update BEFORE UPDATE ON destruction BEGIN SELECT RAISE (ABORT, 'batches do not change'); END;
CREATE TRIGGER destruction_no_delete BEFORE DELETE ON destruction BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- What was scanned as a batch was made up.
CREATE TABLE destruction_item (
  id INTEGER PRIMARY KEY,
  destruction_id INTEGER NOT NULL REFERENCES destruction (id),
  kind TEXT NOT NULL CHECK (kind IN ('copy', 'set', 'carrier')),  -- name of an MskStockKind
  number INTEGER NOT NULL,       -- of the copy or the carrier, or the id of the spoiled set
  from_state TEXT NOT NULL CHECK (from_state IN ('in-store', 'returned', 'spoiled')),
  by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),  -- 1: the number was typed
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
CREATE INDEX destruction_item_of_batch ON destruction_item (destruction_id, id);
CREATE INDEX destruction_item_of_thing ON destruction_item (kind, number);
CREATE TRIGGER destruction_item_no_update BEFORE UPDATE ON destruction_item BEGIN SELECT RAISE (ABORT, 'batches do not change'); END;
CREATE TRIGGER destruction_item_no_delete BEFORE DELETE ON destruction_item BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- What was taken out again while the batch was being made up.
CREATE TABLE destruction_removal (
  item_id INTEGER PRIMARY KEY REFERENCES destruction_item (id),
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
CREATE TABLE destruction_proposal (
  destruction_id INTEGER PRIMARY KEY REFERENCES destruction (id),
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
-- A refusal is an end.
CREATE TABLE destruction_approval (
  destruction_id INTEGER PRIMARY KEY REFERENCES destruction_proposal (destruction_id),
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
-- Two people at the machine: when they begin, and whenever two go on there. The newest counts.
CREATE TABLE destruction_attendance (
  id INTEGER PRIMARY KEY,
  destruction_id INTEGER NOT NULL REFERENCES destruction_approval (destruction_id),
  destroyer TEXT NOT NULL,
  witness TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('shred', 'burn', 'pulp', 'degauss', 'crush')),  -- name of an MskDestructionMethod
  place TEXT NOT NULL CHECK (place <> ''),
  at INTEGER NOT NULL,
  CHECK (destroyer <> witness)
) STRICT;
CREATE INDEX destruction_attendance_of_batch ON destruction_attendance (destruction_id, id);
-- What was scanned at the machine, each thing once. It counts as destroyed when the batch is done.
CREATE TABLE destruction_sighting (
  item_id INTEGER PRIMARY KEY REFERENCES destruction_item (id),
  attendance_id INTEGER NOT NULL REFERENCES destruction_attendance (id),
  by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
CREATE TABLE destruction_end (
  destruction_id INTEGER PRIMARY KEY REFERENCES destruction (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'cancelled')),  -- name of an MskDestructionStage
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  witness TEXT NOT NULL,     -- who signed too; '' when it was refused or given up
  remark TEXT NOT NULL,      -- why, or about what was not there at the machine
  CHECK ((outcome = 'done') = (witness <> '')),
  CHECK (outcome = 'done' OR remark <> '')
) STRICT;

-- What is in a batch that is not over.
CREATE VIEW destruction_open_item AS
  SELECT i.id, i.destruction_id, i.kind, i.number FROM destruction_item AS i
  WHERE NOT EXISTS (SELECT 1 FROM destruction_removal AS r WHERE r.item_id = i.id)
    AND NOT EXISTS (SELECT 1 FROM destruction_end AS e WHERE e.destruction_id = i.destruction_id);

CREATE TRIGGER destruction_item_while_made_up BEFORE INSERT ON destruction_item
WHEN EXISTS (SELECT 1 FROM destruction_proposal WHERE destruction_id = NEW.destruction_id)
  OR EXISTS (SELECT 1 FROM destruction_end WHERE destruction_id = NEW.destruction_id)
BEGIN SELECT RAISE (ABORT, 'the batch was proposed'); END;
CREATE TRIGGER destruction_item_once BEFORE INSERT ON destruction_item
WHEN EXISTS (SELECT 1 FROM destruction_open_item WHERE kind = NEW.kind AND number = NEW.number)
BEGIN SELECT RAISE (ABORT, 'a thing is in one batch at a time'); END;
-- What is top secret goes back to its originator.
CREATE TRIGGER destruction_item_not_top_secret BEFORE INSERT ON destruction_item
WHEN 'top-secret' = CASE NEW.kind
  WHEN 'copy' THEN (SELECT p.level FROM copy AS c JOIN paper AS p ON p.id = c.paper_id WHERE c.number = NEW.number)
  WHEN 'set' THEN (SELECT p.level FROM spoilage AS s JOIN copy AS c ON c.number = s.copy_number JOIN paper AS p ON p.id = c.paper_id WHERE s.id = NEW.number)
  ELSE (SELECT level FROM carrier WHERE number = NEW.number) END
BEGIN SELECT RAISE (ABORT, 'what is top secret goes back to its originator'); END;
CREATE TRIGGER destruction_removal_while_made_up BEFORE INSERT ON destruction_removal
WHEN EXISTS (SELECT 1 FROM destruction_item AS i JOIN destruction_proposal AS p ON p.destruction_id = i.destruction_id WHERE i.id = NEW.item_id)
  OR EXISTS (SELECT 1 FROM destruction_item AS i JOIN destruction_end AS e ON e.destruction_id = i.destruction_id WHERE i.id = NEW.item_id)
BEGIN SELECT RAISE (ABORT, 'the batch was proposed'); END;
CREATE TRIGGER destruction_removal_no_update BEFORE UPDATE ON destruction_removal BEGIN SELECT RAISE (ABORT, 'batches do not change'); END;
CREATE TRIGGER destruction_removal_no_delete BEFORE DELETE ON destruction_removal BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER destruction_proposal_no_update BEFORE UPDATE ON destruction_proposal BEGIN SELECT RAISE (ABORT, 'batches do not change'); END;
CREATE TRIGGER destruction_proposal_no_delete BEFORE DELETE ON destruction_proposal BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER destruction_proposal_open BEFORE INSERT ON destruction_proposal
WHEN EXISTS (SELECT 1 FROM destruction_end WHERE destruction_id = NEW.destruction_id)
BEGIN SELECT RAISE (ABORT, 'the batch is over'); END;
CREATE TRIGGER destruction_approval_by_another BEFORE INSERT ON destruction_approval
WHEN EXISTS (SELECT 1 FROM destruction_end WHERE destruction_id = NEW.destruction_id)
  OR EXISTS (SELECT 1 FROM destruction_proposal WHERE destruction_id = NEW.destruction_id AND user = NEW.user)
BEGIN SELECT RAISE (ABORT, 'nobody approves what they proposed'); END;
CREATE TRIGGER destruction_approval_no_update BEFORE UPDATE ON destruction_approval BEGIN SELECT RAISE (ABORT, 'batches do not change'); END;
CREATE TRIGGER destruction_approval_no_delete BEFORE DELETE ON destruction_approval BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
-- Four people: who proposed, who approved, who destroys, who watches.
CREATE TRIGGER destruction_attendance_by_others BEFORE INSERT ON destruction_attendance
WHEN EXISTS (SELECT 1 FROM destruction_end WHERE destruction_id = NEW.destruction_id)
  OR EXISTS (SELECT 1 FROM destruction_proposal WHERE destruction_id = NEW.destruction_id AND user IN (NEW.destroyer, NEW.witness))
  OR EXISTS (SELECT 1 FROM destruction_approval WHERE destruction_id = NEW.destruction_id AND user IN (NEW.destroyer, NEW.witness))
BEGIN SELECT RAISE (ABORT, 'four people take part in a destruction'); END;
CREATE TRIGGER destruction_attendance_no_update BEFORE UPDATE ON destruction_attendance BEGIN SELECT RAISE (ABORT, 'batches do not change'); END;
CREATE TRIGGER destruction_attendance_no_delete BEFORE DELETE ON destruction_attendance BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER destruction_sighting_of_batch BEFORE INSERT ON destruction_sighting
WHEN NOT EXISTS (SELECT 1 FROM destruction_open_item AS i JOIN destruction_attendance AS a ON a.destruction_id = i.destruction_id
  WHERE i.id = NEW.item_id AND a.id = NEW.attendance_id)
BEGIN SELECT RAISE (ABORT, 'only what is in the batch goes into the machine'); END;
CREATE TRIGGER destruction_sighting_no_update BEFORE UPDATE ON destruction_sighting BEGIN SELECT RAISE (ABORT, 'batches do not change'); END;
CREATE TRIGGER destruction_sighting_no_delete BEFORE DELETE ON destruction_sighting BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER destruction_end_by_those_present BEFORE INSERT ON destruction_end
WHEN NEW.outcome = 'done' AND NOT EXISTS (SELECT 1 FROM destruction_attendance AS a WHERE a.destruction_id = NEW.destruction_id
  AND a.destroyer = NEW.user AND a.witness = NEW.witness
  AND a.id = (SELECT MAX (id) FROM destruction_attendance WHERE destruction_id = NEW.destruction_id))
BEGIN SELECT RAISE (ABORT, 'those who were at the machine end it'); END;
CREATE TRIGGER destruction_end_not_once_begun BEFORE INSERT ON destruction_end
WHEN NEW.outcome <> 'done' AND EXISTS (SELECT 1 FROM destruction_item AS i JOIN destruction_sighting AS s ON s.item_id = i.id WHERE i.destruction_id = NEW.destruction_id)
BEGIN SELECT RAISE (ABORT, 'what went through the machine is destroyed'); END;
CREATE TRIGGER destruction_end_no_update BEFORE UPDATE ON destruction_end BEGIN SELECT RAISE (ABORT, 'batches do not change'); END;
CREATE TRIGGER destruction_end_no_delete BEFORE DELETE ON destruction_end BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- What went back to the organ that issued it (D1): one row for each receipt.
CREATE TABLE originator_return (
  id INTEGER PRIMARY KEY,
  organ TEXT NOT NULL CHECK (organ <> ''),
  receipt TEXT NOT NULL CHECK (receipt <> ''),  -- the organ's number of it
  bearer TEXT NOT NULL CHECK (bearer <> ''),    -- who took it there
  second TEXT NOT NULL,      -- and with whom (R2), or ''
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  witness TEXT NOT NULL CHECK (witness <> ''),  -- who signed beside them that it left
  station TEXT NOT NULL,
  CHECK (witness <> user),
  UNIQUE (organ, receipt)
) STRICT;
CREATE TABLE originator_return_item (
  return_id INTEGER NOT NULL REFERENCES originator_return (id),
  kind TEXT NOT NULL CHECK (kind IN ('copy', 'set', 'carrier')),
  number INTEGER NOT NULL,
  from_state TEXT NOT NULL CHECK (from_state IN ('in-store', 'returned', 'spoiled')),
  by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),  -- 1: its number was typed, for it has no code of its own
  CHECK (by_hand = 0 OR kind = 'set'),
  PRIMARY KEY (kind, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX originator_return_item_of_return ON originator_return_item (return_id);
CREATE TRIGGER originator_return_no_update BEFORE UPDATE ON originator_return BEGIN SELECT RAISE (ABORT, 'returns do not change'); END;
CREATE TRIGGER originator_return_no_delete BEFORE DELETE ON originator_return BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER originator_return_item_not_in_batch BEFORE INSERT ON originator_return_item
WHEN EXISTS (SELECT 1 FROM destruction_open_item WHERE kind = NEW.kind AND number = NEW.number)
BEGIN SELECT RAISE (ABORT, 'this is in a batch for destruction'); END;
CREATE TRIGGER originator_return_item_scanned BEFORE INSERT ON originator_return_item
WHEN NEW.by_hand = 1 AND NOT EXISTS (SELECT 1 FROM spoilage WHERE id = NEW.number AND kind = 'surplus')
BEGIN SELECT RAISE (ABORT, 'what has a code is scanned before it leaves'); END;
CREATE TRIGGER originator_return_item_no_update BEFORE UPDATE ON originator_return_item BEGIN SELECT RAISE (ABORT, 'returns do not change'); END;
CREATE TRIGGER originator_return_item_no_delete BEFORE DELETE ON originator_return_item BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- Spoiled sets that are there no more, since a set has no state of its own.
CREATE TABLE spoilage_gone (
  spoilage_id INTEGER PRIMARY KEY REFERENCES spoilage (id),
  state TEXT NOT NULL CHECK (state IN ('destroyed', 'with-originator')),
  at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER spoilage_gone_no_update BEFORE UPDATE ON spoilage_gone BEGIN SELECT RAISE (ABORT, 'what is gone stays gone'); END;
CREATE TRIGGER spoilage_gone_no_delete BEFORE DELETE ON spoilage_gone BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER spoilage_gone_by_register BEFORE INSERT ON spoilage_gone
WHEN CASE NEW.state WHEN 'with-originator' THEN NOT EXISTS (SELECT 1 FROM originator_return_item WHERE kind = 'set' AND number = NEW.spoilage_id)
  ELSE NOT EXISTS (SELECT 1 FROM destruction_item AS i JOIN destruction_sighting AS s ON s.item_id = i.id JOIN destruction_end AS e ON e.destruction_id = i.destruction_id
    WHERE i.kind = 'set' AND i.number = NEW.spoilage_id AND e.outcome = 'done') END
BEGIN SELECT RAISE (ABORT, 'sheets are destroyed in a batch, or go back against a receipt'); END;

-- Nothing is destroyed but in a batch that was done, nor goes back but against a receipt; what waits in a batch is given to nobody.
CREATE TRIGGER movement_destroyed_by_batch BEFORE INSERT ON movement
WHEN NEW.to_state = 'destroyed' AND NOT EXISTS (SELECT 1 FROM destruction_item AS i JOIN destruction_sighting AS s ON s.item_id = i.id
  JOIN destruction_end AS e ON e.destruction_id = i.destruction_id
  WHERE e.outcome = 'done' AND ((i.kind = 'copy' AND i.number = NEW.copy_number)
    OR (i.kind = 'set' AND i.number IN (SELECT id FROM spoilage WHERE copy_number = NEW.copy_number AND kind <> 'surplus'))))
BEGIN SELECT RAISE (ABORT, 'a copy is destroyed in a batch'); END;
CREATE TRIGGER movement_returned_to_originator BEFORE INSERT ON movement
WHEN NEW.to_state = 'with-originator' AND NOT EXISTS (SELECT 1 FROM originator_return_item
  WHERE (kind = 'copy' AND number = NEW.copy_number)
    OR (kind = 'set' AND number IN (SELECT id FROM spoilage WHERE copy_number = NEW.copy_number AND kind <> 'surplus')))
BEGIN SELECT RAISE (ABORT, 'a copy goes back against a receipt'); END;
CREATE TRIGGER movement_not_out_of_batch BEFORE INSERT ON movement
WHEN NEW.to_state IN ('held', 'away') AND EXISTS (SELECT 1 FROM destruction_open_item WHERE kind = 'copy' AND number = NEW.copy_number)
BEGIN SELECT RAISE (ABORT, 'what waits for destruction is given to nobody'); END;
CREATE TRIGGER carrier_movement_destroyed_by_batch BEFORE INSERT ON carrier_movement
WHEN NEW.to_state = 'destroyed' AND NOT EXISTS (SELECT 1 FROM destruction_item AS i JOIN destruction_sighting AS s ON s.item_id = i.id
  JOIN destruction_end AS e ON e.destruction_id = i.destruction_id
  WHERE e.outcome = 'done' AND i.kind = 'carrier' AND i.number = NEW.carrier_number)
BEGIN SELECT RAISE (ABORT, 'a carrier is destroyed in a batch'); END;
CREATE TRIGGER carrier_movement_returned_to_originator BEFORE INSERT ON carrier_movement
WHEN NEW.to_state = 'with-originator' AND NOT EXISTS (SELECT 1 FROM originator_return_item WHERE kind = 'carrier' AND number = NEW.carrier_number)
BEGIN SELECT RAISE (ABORT, 'a carrier goes back against a receipt'); END;
CREATE TRIGGER carrier_movement_not_out_of_batch BEFORE INSERT ON carrier_movement
WHEN NEW.to_state IN ('held', 'away') AND EXISTS (SELECT 1 FROM destruction_open_item WHERE kind = 'carrier' AND number = NEW.carrier_number)
BEGIN SELECT RAISE (ABORT, 'what waits for destruction is given to nobody'); END;

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
CREATE TRIGGER room_visit_not_when_closed BEFORE INSERT ON room_visit WHEN (SELECT state FROM meeting) = 'closed'
BEGIN SELECT RAISE (ABORT, 'a closed meeting does not change'); END;
CREATE TRIGGER room_visit_stays BEFORE UPDATE ON room_visit
WHEN OLD.left_at <> 0 OR NEW.id <> OLD.id OR NEW.place <> OLD.place OR NEW.name <> OLD.name OR NEW.unit <> OLD.unit
  OR NEW.reason <> OLD.reason OR NEW.leave <> OLD.leave OR NEW.entered_at <> OLD.entered_at OR NEW.entered_by <> OLD.entered_by
BEGIN SELECT RAISE (ABORT, 'the entry log does not change'); END;
CREATE TRIGGER room_visit_no_delete BEFORE DELETE ON room_visit BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;

-- The door (M4): every passing in or out of the room, in order.
CREATE TABLE door_movement (
  id INTEGER PRIMARY KEY,
  attendee_id INTEGER NOT NULL REFERENCES attendee (id),
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  at INTEGER NOT NULL,
  identity TEXT NOT NULL CHECK (identity IN ('none', 'id-card', 'service-card', 'other-document', 'known')),  -- what the clerk saw, on the way in
  by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),  -- 1: the person was chosen, not scanned
  user TEXT NOT NULL,
  station TEXT NOT NULL,
  reason TEXT NOT NULL,  -- why the security officer let them out with papers; '' otherwise
  CHECK ((direction = 'in') = (identity <> 'none')),
  CHECK (direction = 'out' OR reason = '')
) STRICT;
CREATE INDEX door_movement_of_attendee ON door_movement (attendee_id, id);
CREATE TRIGGER door_movement_not_when_closed BEFORE INSERT ON door_movement WHEN (SELECT state FROM meeting) = 'closed'
BEGIN SELECT RAISE (ABORT, 'a closed meeting does not change'); END;
CREATE TRIGGER door_movement_of_sealed_list BEFORE INSERT ON door_movement
WHEN NEW.direction = 'in' AND NOT EXISTS (SELECT 1 FROM attendee AS a JOIN attendee_list AS l ON l.number = a.list_number
  WHERE a.id = NEW.attendee_id AND a.vetting = 'approved' AND l.sealed_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'only who is on a sealed list comes in'); END;
CREATE TRIGGER door_movement_alternates BEFORE INSERT ON door_movement
WHEN (NEW.direction = 'in') = EXISTS (SELECT 1 FROM presence WHERE attendee_id = NEW.attendee_id AND inside = 1)
BEGIN SELECT RAISE (ABORT, 'nobody comes in twice or leaves without having come'); END;
CREATE TRIGGER door_movement_no_update BEFORE UPDATE ON door_movement BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;
CREATE TRIGGER door_movement_no_delete BEFORE DELETE ON door_movement BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;

-- Movements that were a mistake: the original stays, and counts no more.
CREATE TABLE door_annulment (
  movement_id INTEGER PRIMARY KEY REFERENCES door_movement (id),
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  station TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE TRIGGER door_annulment_of_newest BEFORE INSERT ON door_annulment
WHEN NOT EXISTS (SELECT 1 FROM presence WHERE movement_id = NEW.movement_id)
BEGIN SELECT RAISE (ABORT, 'only the newest movement of a person is annulled'); END;
CREATE TRIGGER door_annulment_not_when_closed BEFORE INSERT ON door_annulment WHEN (SELECT state FROM meeting) = 'closed'
BEGIN SELECT RAISE (ABORT, 'a closed meeting does not change'); END;
CREATE TRIGGER door_annulment_no_update BEFORE UPDATE ON door_annulment BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;
CREATE TRIGGER door_annulment_no_delete BEFORE DELETE ON door_annulment BEGIN SELECT RAISE (ABORT, 'movements do not change'); END;

-- Who is inside now: one row for everybody who ever passed, kept by the triggers below.
CREATE TABLE presence (
  attendee_id INTEGER PRIMARY KEY REFERENCES attendee (id),
  inside INTEGER NOT NULL CHECK (inside IN (0, 1)),
  since INTEGER NOT NULL,  -- when they came in or went out; 0 when every movement of theirs was annulled
  movement_id INTEGER UNIQUE REFERENCES door_movement (id)  -- the newest that counts
) STRICT;
CREATE INDEX presence_inside ON presence (since, attendee_id) WHERE inside = 1;
CREATE TRIGGER presence_no_delete BEFORE DELETE ON presence BEGIN SELECT RAISE (ABORT, 'registers are not deleted'); END;
CREATE TRIGGER presence_moves AFTER INSERT ON door_movement BEGIN
  INSERT INTO presence (attendee_id, inside, since, movement_id)
  VALUES (NEW.attendee_id, CASE NEW.direction WHEN 'in' THEN 1 ELSE 0 END, NEW.at, NEW.id)
  ON CONFLICT (attendee_id) DO UPDATE SET inside = excluded.inside, since = excluded.since, movement_id = excluded.movement_id;
END;
CREATE TRIGGER presence_moves_back AFTER INSERT ON door_annulment BEGIN
  UPDATE presence SET (inside, since, movement_id) = (
    SELECT COALESCE (MAX (CASE m.direction WHEN 'in' THEN 1 ELSE 0 END), 0), COALESCE (MAX (m.at), 0), MAX (m.id) FROM door_movement AS m
    WHERE m.id = (SELECT MAX (o.id) FROM door_movement AS o WHERE o.attendee_id = presence.attendee_id
      AND NOT EXISTS (SELECT 1 FROM door_annulment AS a WHERE a.movement_id = o.id)))
  WHERE movement_id = NEW.movement_id;
END;

-- The head count by capacity, kept by triggers: it is in sight at every moment.
CREATE TABLE head_count (
  capacity TEXT PRIMARY KEY,
  people INTEGER NOT NULL CHECK (people >= 0)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER head_count_first AFTER INSERT ON presence WHEN NEW.inside = 1 BEGIN
  INSERT INTO head_count (capacity, people) VALUES ((SELECT capacity FROM attendee WHERE id = NEW.attendee_id), 1)
  ON CONFLICT (capacity) DO UPDATE SET people = people + 1;
END;
CREATE TRIGGER head_count_changes AFTER UPDATE OF inside ON presence WHEN NEW.inside <> OLD.inside BEGIN
  UPDATE head_count SET people = people + NEW.inside - OLD.inside
  WHERE capacity = (SELECT capacity FROM attendee WHERE id = NEW.attendee_id);
END;

-- Whoever was not let pass, with the verdict.
CREATE TABLE door_refusal (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  attendee_id INTEGER REFERENCES attendee (id),  -- NULL when nobody is known behind the code
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  verdict TEXT NOT NULL CHECK (verdict NOT IN ('', 'admitted', 'let-out')),  -- name of an MskDoorVerdict
  serial INTEGER NOT NULL,  -- of the tag, 0 for none: a code that is none of the kit's, or was cut short
  by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
  user TEXT NOT NULL,
  station TEXT NOT NULL,
  CHECK (attendee_id IS NOT NULL OR serial <> 0 OR verdict IN ('foreign-code', 'cut-code'))
) STRICT;
CREATE INDEX door_refusal_of_attendee ON door_refusal (attendee_id, id);
CREATE TRIGGER door_refusal_no_update BEFORE UPDATE ON door_refusal BEGIN SELECT RAISE (ABORT, 'refusals do not change'); END;
CREATE TRIGGER door_refusal_no_delete BEFORE DELETE ON door_refusal BEGIN SELECT RAISE (ABORT, 'refusals do not change'); END;

-- What somebody still holds is told at the exit.
CREATE INDEX copy_of_holder ON copy (holder_id, state);
CREATE INDEX carrier_of_holder ON carrier (holder_id, state);

-- How receipts are asked for; the newest row counts, and printed receipts where there is none.
CREATE TABLE receipt_policy (
  id INTEGER PRIMARY KEY,
  signing TEXT NOT NULL CHECK (signing IN ('none', 'screen', 'printed')),  -- name of an MskSigning
  set_at INTEGER NOT NULL,
  set_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER receipt_policy_no_update BEFORE UPDATE ON receipt_policy BEGIN SELECT RAISE (ABORT, 'what was laid down stays on record'); END;
CREATE TRIGGER receipt_policy_no_delete BEFORE DELETE ON receipt_policy BEGIN SELECT RAISE (ABORT, 'what was laid down stays on record'); END;

-- Who was designated by the responsible leader to sign and collect for somebody (R1).
CREATE TABLE designation (
  id INTEGER PRIMARY KEY,
  attendee_id INTEGER NOT NULL REFERENCES attendee (id),   -- the addressee
  collector_id INTEGER NOT NULL REFERENCES attendee (id),
  reference TEXT NOT NULL CHECK (reference <> ''),         -- of the leader's decision
  granted_at INTEGER NOT NULL,
  granted_by TEXT NOT NULL,                                -- user
  CHECK (attendee_id <> collector_id)
) STRICT;
CREATE INDEX designation_of_attendee ON designation (attendee_id, collector_id);
-- A designation without a row here stands.
CREATE TABLE designation_end (
  designation_id INTEGER PRIMARY KEY REFERENCES designation (id),
  ended_at INTEGER NOT NULL,
  ended_by TEXT NOT NULL      -- user
) STRICT;
CREATE TRIGGER designation_no_update BEFORE UPDATE ON designation BEGIN SELECT RAISE (ABORT, 'designations stay on record'); END;
CREATE TRIGGER designation_no_delete BEFORE DELETE ON designation BEGIN SELECT RAISE (ABORT, 'designations stay on record'); END;
CREATE TRIGGER designation_end_no_update BEFORE UPDATE ON designation_end BEGIN SELECT RAISE (ABORT, 'designations stay on record'); END;
CREATE TRIGGER designation_end_no_delete BEFORE DELETE ON designation_end BEGIN SELECT RAISE (ABORT, 'designations stay on record'); END;

-- A receipt of one person: printed to be signed, or made by signing on the screen.
CREATE TABLE receipt (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('issue', 'return')),  -- name of an MskReceiptKind
  attendee_id INTEGER NOT NULL REFERENCES attendee (id),   -- the addressee
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL                                    -- user
) STRICT;
-- What a receipt lists: one change of custody a row.
CREATE TABLE receipt_line (
  id INTEGER PRIMARY KEY,
  receipt_number INTEGER NOT NULL REFERENCES receipt (number),
  movement_id INTEGER REFERENCES movement (id),                  -- of a copy, …
  carrier_movement_id INTEGER REFERENCES carrier_movement (id),  -- … or of a carrier
  CHECK ((movement_id IS NULL) <> (carrier_movement_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX receipt_line_of_copy ON receipt_line (movement_id, receipt_number) WHERE movement_id IS NOT NULL;
CREATE UNIQUE INDEX receipt_line_of_carrier ON receipt_line (carrier_movement_id, receipt_number) WHERE carrier_movement_id IS NOT NULL;
CREATE INDEX receipt_line_of_receipt ON receipt_line (receipt_number);
-- How a receipt was signed, once. A receipt without a row here is not signed.
CREATE TABLE receipt_signature (
  receipt_number INTEGER PRIMARY KEY REFERENCES receipt (number),
  way TEXT NOT NULL CHECK (way IN ('screen', 'paper')),          -- name of an MskReceiptWay
  signer_id INTEGER NOT NULL REFERENCES attendee (id),           -- who signed
  designation_id INTEGER REFERENCES designation (id),            -- by which they sign for the addressee; NULL for the addressee
  strokes TEXT NOT NULL CHECK (length (strokes) <= 131072),      -- as core/README.md has them; '' for paper
  signed_at INTEGER NOT NULL,
  entered_by TEXT NOT NULL,                                      -- user who gave out or took back
  CHECK ((way = 'screen') = (strokes <> ''))
) STRICT;
CREATE TRIGGER receipt_not_when_closed BEFORE INSERT ON receipt WHEN (SELECT state FROM meeting) = 'closed'
BEGIN SELECT RAISE (ABORT, 'a closed meeting does not change'); END;
CREATE TRIGGER receipt_no_update BEFORE UPDATE ON receipt BEGIN SELECT RAISE (ABORT, 'receipts do not change'); END;
CREATE TRIGGER receipt_no_delete BEFORE DELETE ON receipt BEGIN SELECT RAISE (ABORT, 'receipts do not change'); END;
CREATE TRIGGER receipt_line_before_signature BEFORE INSERT ON receipt_line
WHEN EXISTS (SELECT 1 FROM receipt_signature WHERE receipt_number = NEW.receipt_number)
BEGIN SELECT RAISE (ABORT, 'nothing is added to what was signed'); END;
CREATE TRIGGER receipt_line_of_its_person BEFORE INSERT ON receipt_line
WHEN (SELECT attendee_id FROM receipt WHERE number = NEW.receipt_number) IS NOT COALESCE (
  (SELECT attendee_id FROM movement WHERE id = NEW.movement_id), (SELECT attendee_id FROM carrier_movement WHERE id = NEW.carrier_movement_id))
BEGIN SELECT RAISE (ABORT, 'a receipt is of one person'); END;
CREATE TRIGGER receipt_line_no_update BEFORE UPDATE ON receipt_line BEGIN SELECT RAISE (ABORT, 'receipts do not change'); END;
CREATE TRIGGER receipt_line_no_delete BEFORE DELETE ON receipt_line BEGIN SELECT RAISE (ABORT, 'receipts do not change'); END;
-- R1: the addressee, or who is designated for them.
CREATE TRIGGER receipt_signature_by_addressee BEFORE INSERT ON receipt_signature
WHEN NEW.designation_id IS NULL AND NEW.signer_id IS NOT (SELECT attendee_id FROM receipt WHERE number = NEW.receipt_number)
BEGIN SELECT RAISE (ABORT, 'nobody signs for another'); END;
CREATE TRIGGER receipt_signature_by_designation BEFORE INSERT ON receipt_signature
WHEN NEW.designation_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM designation AS d WHERE d.id = NEW.designation_id AND d.collector_id = NEW.signer_id
  AND NOT EXISTS (SELECT 1 FROM designation_end WHERE designation_id = d.id))
BEGIN SELECT RAISE (ABORT, 'nobody signs for another'); END;
CREATE TRIGGER receipt_signature_once BEFORE INSERT ON receipt_signature
WHEN EXISTS (SELECT 1 FROM receipt_line AS l JOIN receipt_line AS o
    ON o.movement_id = l.movement_id OR o.carrier_movement_id = l.carrier_movement_id
  JOIN receipt_signature AS s ON s.receipt_number = o.receipt_number WHERE l.receipt_number = NEW.receipt_number)
BEGIN SELECT RAISE (ABORT, 'what was signed for is signed once'); END;
CREATE TRIGGER receipt_signature_of_something BEFORE INSERT ON receipt_signature
WHEN NOT EXISTS (SELECT 1 FROM receipt_line WHERE receipt_number = NEW.receipt_number)
BEGIN SELECT RAISE (ABORT, 'a receipt without lines is not signed'); END;
CREATE TRIGGER receipt_signature_no_update BEFORE UPDATE ON receipt_signature BEGIN SELECT RAISE (ABORT, 'receipts do not change'); END;
CREATE TRIGGER receipt_signature_no_delete BEFORE DELETE ON receipt_signature BEGIN SELECT RAISE (ABORT, 'receipts do not change'); END;
CREATE INDEX movement_of_attendee ON movement (attendee_id, id) WHERE act IN ('copy-issue', 'copy-return');
CREATE INDEX carrier_movement_of_carrier ON carrier_movement (carrier_number, id);
CREATE INDEX carrier_movement_of_attendee ON carrier_movement (attendee_id, id) WHERE act IN ('carrier-issue', 'carrier-return');
