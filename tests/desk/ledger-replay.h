/* The ledger played from empty: what it says became of each copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-test.h"

G_BEGIN_DECLS

/* What the entries say of one copy. */
typedef struct
{
  guint number;
  gint64 paper_id;
  MskCopyState state;
  gint64 holder_id; /* while it is held, or 0 */
  guint back;       /* pages that are here while it is still held, away or missing */
  guint before;     /* that were, before its newest movement */
} ReplayedCopy;

/* Every entry of the open meeting's ledger, newest first, of MskLedgerLine; the caller owns it.
 * Needs somebody who may read it. */
GPtrArray *ledger_replay_list (DeskTest *test) G_GNUC_WARN_UNUSED_RESULT;

/* Plays the open meeting's ledger from its first entry, with nothing but the words of the entries.
 * Each entry has to begin where the one before it of the same copy ended. Of ReplayedCopy, by
 * number (GUINT_TO_POINTER); the caller owns it. Signs in as the auditor. */
GHashTable *ledger_replay (DeskTest *test) G_GNUC_WARN_UNUSED_RESULT;

/* The register has the same copies, in the same states and the same hands. */
void ledger_replay_compare (DeskTest *test);

G_END_DECLS
