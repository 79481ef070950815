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
  wrapped_key BLOB NOT NULL,    -- its key under the key "meetings"
  state TEXT NOT NULL CHECK (state IN ('open', 'sweeping', 'closed')),
  created_at INTEGER NOT NULL,
  head_sequence INTEGER NOT NULL DEFAULT 0,  -- of its ledger when it was last closed: an older file is not it
  head_hash BLOB,
  CHECK ((head_sequence = 0) = (head_hash IS NULL))
) STRICT;
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
