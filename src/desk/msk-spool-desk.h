/* What the printing system still has of runs whose end nobody saw, or that left something (A2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-print-run.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Has the printing system end and remove every job that it still has of a run's copies, so that
 * none of them prints any more, and writes into the register what is left. A run of a printer does
 * that first for the earlier runs of the same printer. Fails with MSK_INPUT_ERROR_NOT_FOUND,
 * MSK_RULE_ERROR_ALREADY_DECIDED (nothing is left), _PRINTER_NOT_DESIGNATED, and as
 * msk_printer_clear(). */
void msk_spool_desk_clear_async (MskSession *session,
                                 gint64 run_id,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* The run as it stands now, which the caller owns. */
MskPrintRun *msk_spool_desk_clear_finish (MskSession *session,
                                          GAsyncResult *answer,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
