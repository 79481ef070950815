/* Asks how many sheets lie at the printer after a run, and why a count differs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"
#include "msk-print-run.h"

G_BEGIN_DECLS

/* The oldest run whose sheets wait to be counted (C3), or with explain the oldest whose difference
 * waits to be explained. NULL when there is none, or the runs can't be read: then the desk says so
 * when the sweep is to start. The caller owns it. */
MskPrintRun *msk_count_ask_dup_due (MskSession *session,
                                    gboolean explain) G_GNUC_WARN_UNUSED_RESULT;

/* Opens the form for a run over the page's window. */
void msk_count_ask_open (MskPage *page, MskPrintRun *run, gboolean explain);

G_END_DECLS
