/* What a closed meeting came to, counted from the words of its ledger alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-replay.h"

G_BEGIN_DECLS

/* Counts over the whole ledger of the open meeting. */
typedef struct
{
  guint copies[PAPER_CONFIDENTIAL + 1][MSK_COPY_N_STATES]; /* by paper and state */
  guint carriers[MSK_COPY_N_STATES];
  guint recovered;
  guint strange;
  guint incidents;
  guint incidents_told;
  guint batches;
  guint destroyed; /* things, in them */
  guint people;    /* who came in */
  guint in, out;
  guint inside;
  guint refused;
  guint devices;
  guint devices_returned;
  guint permits_open;
  guint permits_away;
  guint venue_lines;
} LedgerRecount;

/* Signs in as the auditor. */
void ledger_recount (DeskTest *test, LedgerRecount *count);

G_END_DECLS
