-- The appliance's own register, version 1. A released migration never changes.
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

-- Secrets and settings of the appliance that are made once.
CREATE TABLE secret (
  name TEXT PRIMARY KEY,  -- "tag-key"
  content BLOB NOT NULL
) STRICT;

-- Accounts. A removed one stays, so that its name in the ledger keeps its meaning and is never given again.
CREATE TABLE user (
  name TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('organiser', 'responsible-leader', 'desk-clerk', 'security-officer', 'system-administrator', 'auditor')),
  added_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE TRIGGER user_no_delete BEFORE DELETE ON user BEGIN SELECT RAISE (ABORT, 'accounts are removed, not deleted'); END;

-- What the security officer laid down; without the row what the program comes with holds.
CREATE TABLE policy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  scheme TEXT NOT NULL CHECK (scheme <> ''),  -- that new meetings take, as data/schemes/README.md describes one
  active_content TEXT NOT NULL CHECK (active_content IN ('remove', 'refuse'))  -- what is done with that of a PDF
) STRICT;
CREATE TRIGGER policy_no_delete BEFORE DELETE ON policy BEGIN SELECT RAISE (ABORT, 'a policy is changed, not deleted'); END;

-- The designated printers (M6).
CREATE TABLE printer (
  name TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('folder', 'cups')),
  target TEXT NOT NULL,  -- the CUPS queue, or the folder
  place TEXT NOT NULL
) STRICT;

-- What the appliance knows of a meeting without opening it.
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL UNIQUE,    -- random name of its file below meetings/
  wrapped_key BLOB,             -- its key under the key "meetings"; thrown away with the meeting
  state TEXT NOT NULL CHECK (state IN ('open', 'sweeping', 'closed', 'erased')),
  created_at INTEGER NOT NULL,
  head_sequence INTEGER NOT NULL DEFAULT 0,  -- of its ledger when it was last closed: an older file is not it
  head_hash BLOB,
  CHECK ((head_sequence = 0) = (head_hash IS NULL)),
  CHECK ((state = 'erased') = (wrapped_key IS NULL))
) STRICT;
CREATE TRIGGER meeting_no_delete BEFORE DELETE ON meeting BEGIN SELECT RAISE (ABORT, 'meetings are erased, not deleted'); END;
CREATE TRIGGER meeting_stays_erased BEFORE UPDATE ON meeting WHEN OLD.state = 'erased'
BEGIN SELECT RAISE (ABORT, 'an erased meeting does not come back'); END;
CREATE TRIGGER meeting_head_forward BEFORE UPDATE ON meeting WHEN NEW.head_sequence < OLD.head_sequence
BEGIN SELECT RAISE (ABORT, 'a ledger does not shrink'); END;

-- Serials of tags, given to meetings in blocks. They are unique on the appliance, so that a tag names its meeting.
CREATE TABLE serial_block (
  first INTEGER PRIMARY KEY CHECK (first > 0),
  last INTEGER NOT NULL CHECK (last >= first AND last <= 999999999),
  meeting_id INTEGER NOT NULL REFERENCES meeting (id)
) STRICT;
CREATE TRIGGER serial_block_no_update BEFORE UPDATE ON serial_block BEGIN SELECT RAISE (ABORT, 'serials are given once'); END;
CREATE TRIGGER serial_block_no_delete BEFORE DELETE ON serial_block BEGIN SELECT RAISE (ABORT, 'serials are given once'); END;

-- Sealed exports that were opened again on their medium and found whole (F1).
CREATE TABLE meeting_export (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  recipient TEXT NOT NULL CHECK (recipient <> ''),
  head_sequence INTEGER NOT NULL CHECK (head_sequence > 0),     -- of the meeting's ledger, as the export holds it
  head_hash BLOB NOT NULL CHECK (length (head_hash) = 32),
  size INTEGER NOT NULL CHECK (size > 0),                       -- of the file, in bytes
  digest BLOB NOT NULL CHECK (length (digest) = 32)             -- BLAKE2b-256 of the file
) STRICT;
CREATE TRIGGER meeting_export_no_update BEFORE UPDATE ON meeting_export BEGIN SELECT RAISE (ABORT, 'what was exported stands'); END;
CREATE TRIGGER meeting_export_no_delete BEFORE DELETE ON meeting_export BEGIN SELECT RAISE (ABORT, 'what was exported stands'); END;

-- Where the file was written to, which may say something of the meeting: it goes when that is erased.
CREATE TABLE meeting_export_place (
  export_id INTEGER PRIMARY KEY REFERENCES meeting_export (id),
  path TEXT NOT NULL CHECK (path <> '')
) STRICT;
CREATE TRIGGER meeting_export_place_no_update BEFORE UPDATE ON meeting_export_place BEGIN SELECT RAISE (ABORT, 'what was exported stands'); END;

-- Leave to erase a meeting of which an export is in safe keeping (D1).
CREATE TABLE erasure_approval (
  id INTEGER PRIMARY KEY,
  export_id INTEGER NOT NULL REFERENCES meeting_export (id),
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  reference TEXT NOT NULL CHECK (reference <> ''),
  kept TEXT NOT NULL                     -- where what still exists of the meeting is kept, '' when nothing does
) STRICT;
-- How the copies, carriers and spoiled sets of the meeting stood when its erasure was approved.
CREATE TABLE erasure_count (
  approval_id INTEGER NOT NULL REFERENCES erasure_approval (id),
  state TEXT NOT NULL CHECK (state IN ('printing', 'in-store', 'held', 'away', 'returned', 'spoiled', 'void', 'destroyed', 'missing', 'with-originator')),
  things INTEGER NOT NULL CHECK (things > 0),
  PRIMARY KEY (approval_id, state)
) STRICT, WITHOUT ROWID;
-- Since when each of them that was missing was: it is still looked for when the meeting is gone.
CREATE TABLE erasure_missing (
  approval_id INTEGER NOT NULL REFERENCES erasure_approval (id),
  nth INTEGER NOT NULL CHECK (nth >= 0),
  at INTEGER NOT NULL,
  PRIMARY KEY (approval_id, nth)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER erasure_missing_no_update BEFORE UPDATE ON erasure_missing BEGIN SELECT RAISE (ABORT, 'an approval stands'); END;
CREATE TRIGGER erasure_missing_no_delete BEFORE DELETE ON erasure_missing BEGIN SELECT RAISE (ABORT, 'an approval stands'); END;
CREATE TRIGGER erasure_count_kept BEFORE INSERT ON erasure_count
WHEN NEW.state NOT IN ('void', 'destroyed', 'missing', 'with-originator') AND (SELECT kept FROM erasure_approval WHERE id = NEW.approval_id) = ''
BEGIN SELECT RAISE (ABORT, 'what still exists is kept somewhere'); END;
CREATE TRIGGER erasure_count_no_update BEFORE UPDATE ON erasure_count BEGIN SELECT RAISE (ABORT, 'an approval stands'); END;
CREATE TRIGGER erasure_count_no_delete BEFORE DELETE ON erasure_count BEGIN SELECT RAISE (ABORT, 'an approval stands'); END;
CREATE TRIGGER erasure_approval_no_update BEFORE UPDATE ON erasure_approval BEGIN SELECT RAISE (ABORT, 'an approval stands'); END;
CREATE TRIGGER erasure_approval_no_delete BEFORE DELETE ON erasure_approval BEGIN SELECT RAISE (ABORT, 'an approval stands'); END;

-- Meetings that are gone: the row is written in the transaction that throws the key away. What is then still to be removed is
-- what nobody can open, and what lies in the clear in the folders of papers.
CREATE TABLE erasure (
  meeting_id INTEGER PRIMARY KEY REFERENCES meeting (id),
  approval_id INTEGER NOT NULL REFERENCES erasure_approval (id),
  at INTEGER NOT NULL,
  user TEXT NOT NULL,                    -- who erased it
  witness TEXT NOT NULL CHECK (witness <> user),
  finished_at INTEGER,                   -- NULL while something is still to be removed
  files INTEGER,                         -- of the vault that were removed
  papers INTEGER,                        -- prints and reports that were removed
  CHECK ((finished_at IS NULL) = (files IS NULL) AND (finished_at IS NULL) = (papers IS NULL))
) STRICT;
CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure BEGIN SELECT RAISE (ABORT, 'what is gone is gone'); END;
CREATE TRIGGER erasure_only_finished BEFORE UPDATE ON erasure
WHEN OLD.finished_at IS NOT NULL OR NEW.meeting_id <> OLD.meeting_id OR NEW.approval_id <> OLD.approval_id OR NEW.at <> OLD.at
  OR NEW.user <> OLD.user OR NEW.witness <> OLD.witness
BEGIN SELECT RAISE (ABORT, 'what is gone is gone'); END;
CREATE TRIGGER erasure_by_three BEFORE INSERT ON erasure
WHEN (SELECT user FROM erasure_approval WHERE id = NEW.approval_id) IN (NEW.user, NEW.witness)
  OR (SELECT meeting_export.meeting_id FROM erasure_approval JOIN meeting_export ON meeting_export.id = erasure_approval.export_id
      WHERE erasure_approval.id = NEW.approval_id) <> NEW.meeting_id
BEGIN SELECT RAISE (ABORT, 'who approves neither erases nor watches'); END;
CREATE TRIGGER meeting_key_thrown BEFORE UPDATE OF wrapped_key ON meeting
WHEN NEW.wrapped_key IS NULL AND NOT EXISTS (SELECT 1 FROM erasure WHERE meeting_id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'a key is thrown away by an erasure alone'); END;

-- Dossiers: the record of a closed meeting as it was filed, which outlives the meeting itself (F1).
CREATE TABLE filing (
  meeting_id INTEGER PRIMARY KEY REFERENCES meeting (id),
  export_id INTEGER NOT NULL REFERENCES meeting_export (id),   -- what was filed
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),            -- the archive number (档号)
  level TEXT NOT NULL CHECK (level IN ('confidential', 'secret', 'top-secret')),  -- of the meeting
  years INTEGER NOT NULL CHECK (years BETWEEN 0 AND 100),      -- that it is kept for (保管期限); 0: for good
  volumes INTEGER NOT NULL CHECK (volumes >= 0),               -- 0: not said
  pages INTEGER NOT NULL CHECK (pages > 0),                    -- whenever it is lent it has to come back with as many
  ordered_by TEXT NOT NULL CHECK (ordered_by <> ''),           -- who put it in order (立卷人)
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
CREATE TRIGGER filing_of_export BEFORE INSERT ON filing
WHEN (SELECT meeting_id FROM meeting_export WHERE id = NEW.export_id) <> NEW.meeting_id
BEGIN SELECT RAISE (ABORT, 'a dossier is of the meeting that was exported'); END;
CREATE TRIGGER filing_no_update BEFORE UPDATE ON filing BEGIN SELECT RAISE (ABORT, 'what was filed stands'); END;
CREATE TRIGGER filing_no_delete BEFORE DELETE ON filing BEGIN SELECT RAISE (ABORT, 'what was filed stands'); END;

-- The archive took a dossier over, against its receipt.
CREATE TABLE archive_receipt (
  meeting_id INTEGER PRIMARY KEY REFERENCES filing (meeting_id),
  receiver TEXT NOT NULL CHECK (receiver <> ''),      -- who of the archive took it
  organ TEXT NOT NULL CHECK (organ <> ''),            -- the archive
  reference TEXT NOT NULL CHECK (reference <> ''),    -- of the list of transfer
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  cosigner TEXT NOT NULL CHECK (cosigner <> user)
) STRICT;
CREATE TRIGGER archive_receipt_no_update BEFORE UPDATE ON archive_receipt BEGIN SELECT RAISE (ABORT, 'what was handed over stands'); END;
CREATE TRIGGER archive_receipt_no_delete BEFORE DELETE ON archive_receipt BEGIN SELECT RAISE (ABORT, 'what was handed over stands'); END;

-- Borrowing of a dossier (F1): asked for, approved, lent in the reading room, given back.
CREATE TABLE archive_loan (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES filing (meeting_id),
  reader TEXT NOT NULL CHECK (reader <> ''),
  unit TEXT NOT NULL CHECK (unit <> ''),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
CREATE TRIGGER archive_loan_no_update BEFORE UPDATE ON archive_loan BEGIN SELECT RAISE (ABORT, 'a request stands'); END;
CREATE TRIGGER archive_loan_no_delete BEFORE DELETE ON archive_loan BEGIN SELECT RAISE (ABORT, 'a request stands'); END;

CREATE TABLE archive_loan_approval (
  loan_id INTEGER PRIMARY KEY REFERENCES archive_loan (id),
  reference TEXT NOT NULL CHECK (reference <> ''),
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
CREATE TRIGGER archive_loan_approval_by_another BEFORE INSERT ON archive_loan_approval
WHEN NEW.user = (SELECT user FROM archive_loan WHERE id = NEW.loan_id)
BEGIN SELECT RAISE (ABORT, 'who asks does not approve'); END;
CREATE TRIGGER archive_loan_approval_no_update BEFORE UPDATE ON archive_loan_approval BEGIN SELECT RAISE (ABORT, 'an approval stands'); END;
CREATE TRIGGER archive_loan_approval_no_delete BEFORE DELETE ON archive_loan_approval BEGIN SELECT RAISE (ABORT, 'an approval stands'); END;

-- The leader decides once: with leave, or with a reason why not.
CREATE TABLE archive_loan_refusal (
  loan_id INTEGER PRIMARY KEY REFERENCES archive_loan (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
CREATE TRIGGER archive_loan_refusal_by_another BEFORE INSERT ON archive_loan_refusal
WHEN NEW.user = (SELECT user FROM archive_loan WHERE id = NEW.loan_id)
BEGIN SELECT RAISE (ABORT, 'who asks does not decide'); END;
CREATE TRIGGER archive_loan_refusal_alone BEFORE INSERT ON archive_loan_refusal
WHEN EXISTS (SELECT 1 FROM archive_loan_approval WHERE loan_id = NEW.loan_id)
BEGIN SELECT RAISE (ABORT, 'an approval stands'); END;
CREATE TRIGGER archive_loan_approval_alone BEFORE INSERT ON archive_loan_approval
WHEN EXISTS (SELECT 1 FROM archive_loan_refusal WHERE loan_id = NEW.loan_id)
BEGIN SELECT RAISE (ABORT, 'a refusal stands'); END;
CREATE TRIGGER archive_loan_refusal_no_update BEFORE UPDATE ON archive_loan_refusal BEGIN SELECT RAISE (ABORT, 'a refusal stands'); END;
CREATE TRIGGER archive_loan_refusal_no_delete BEFORE DELETE ON archive_loan_refusal BEGIN SELECT RAISE (ABORT, 'a refusal stands'); END;

CREATE TABLE archive_lending (
  loan_id INTEGER PRIMARY KEY REFERENCES archive_loan_approval (loan_id),
  acknowledged TEXT NOT NULL CHECK (acknowledged <> ''),  -- full name that the reader wrote: no excerpts, no copies
  due_at INTEGER NOT NULL,
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
-- It may come back in parts.
CREATE TABLE archive_return (
  id INTEGER PRIMARY KEY,
  loan_id INTEGER NOT NULL REFERENCES archive_lending (loan_id),
  pages INTEGER NOT NULL CHECK (pages >= 0),              -- as counted when it came back
  condition TEXT NOT NULL CHECK (condition <> ''),
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
-- Why another number of pages than was lent is looked for no more.
CREATE TABLE archive_settlement (
  loan_id INTEGER PRIMARY KEY REFERENCES archive_lending (loan_id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;
-- Lent, and neither back with all its pages nor settled.
CREATE VIEW archive_out AS
SELECT l.loan_id, o.meeting_id FROM archive_lending AS l JOIN archive_loan AS o ON o.id = l.loan_id JOIN filing AS f ON f.meeting_id = o.meeting_id
WHERE NOT EXISTS (SELECT 1 FROM archive_settlement WHERE loan_id = l.loan_id)
  AND COALESCE ((SELECT SUM (pages) FROM archive_return WHERE loan_id = l.loan_id), -1) <> f.pages;
CREATE TRIGGER archive_lending_by_another BEFORE INSERT ON archive_lending
WHEN NEW.user = (SELECT user FROM archive_loan WHERE id = NEW.loan_id)
BEGIN SELECT RAISE (ABORT, 'who asks does not lend'); END;
CREATE TRIGGER archive_return_by_another BEFORE INSERT ON archive_return
WHEN NEW.user = (SELECT user FROM archive_loan WHERE id = NEW.loan_id)
BEGIN SELECT RAISE (ABORT, 'who asks does not count'); END;
CREATE TRIGGER archive_return_of_what_is_out BEFORE INSERT ON archive_return
WHEN NEW.loan_id NOT IN (SELECT loan_id FROM archive_out)
BEGIN SELECT RAISE (ABORT, 'what is back is back'); END;
CREATE TRIGGER archive_settlement_of_a_difference BEFORE INSERT ON archive_settlement
WHEN NEW.loan_id NOT IN (SELECT loan_id FROM archive_out) OR NOT EXISTS (SELECT 1 FROM archive_return WHERE loan_id = NEW.loan_id)
BEGIN SELECT RAISE (ABORT, 'there is nothing to settle'); END;
CREATE TRIGGER archive_settlement_by_another BEFORE INSERT ON archive_settlement
WHEN NEW.user IN (SELECT user FROM archive_return WHERE loan_id = NEW.loan_id UNION SELECT user FROM archive_loan WHERE id = NEW.loan_id)
BEGIN SELECT RAISE (ABORT, 'who asks or counts does not settle'); END;
CREATE TRIGGER archive_settlement_no_update BEFORE UPDATE ON archive_settlement BEGIN SELECT RAISE (ABORT, 'what was settled stands'); END;
CREATE TRIGGER archive_settlement_no_delete BEFORE DELETE ON archive_settlement BEGIN SELECT RAISE (ABORT, 'what was settled stands'); END;
CREATE TRIGGER archive_lending_one BEFORE INSERT ON archive_lending
WHEN (SELECT meeting_id FROM archive_loan WHERE id = NEW.loan_id) IN (SELECT meeting_id FROM archive_out)
BEGIN SELECT RAISE (ABORT, 'a dossier is lent to one at a time'); END;
CREATE TRIGGER archive_lending_no_update BEFORE UPDATE ON archive_lending BEGIN SELECT RAISE (ABORT, 'what was lent stands'); END;
CREATE TRIGGER archive_lending_no_delete BEFORE DELETE ON archive_lending BEGIN SELECT RAISE (ABORT, 'what was lent stands'); END;
CREATE TRIGGER archive_return_no_update BEFORE UPDATE ON archive_return BEGIN SELECT RAISE (ABORT, 'what was given back stands'); END;
CREATE TRIGGER archive_return_no_delete BEFORE DELETE ON archive_return BEGIN SELECT RAISE (ABORT, 'what was given back stands'); END;
