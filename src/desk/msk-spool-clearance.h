/* Clearing the printing system of what earlier runs left in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-print-run.h"
#include "msk-printer.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

typedef struct _MskSpoolClearance MskSpoolClearance;

/* Everything that may still print of one printer's runs, or of one run alone (run_id; 0 for all).
 * NULL when the register can't be read. */
MskSpoolClearance *msk_spool_clearance_new (MskDatabase *database,
                                            const char *printer,
                                            gint64 run_id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_spool_clearance_free (MskSpoolClearance *self);

/* Asks the printer, run by run, and stops at the first trouble. Blocks; call it in a thread. Fails
 * as msk_printer_clear(). */
gboolean msk_spool_clearance_perform (MskSpoolClearance *self, MskPrinter *printer, GError **error);

/* Reports alone, which have no run and may have been left nevertheless. Blocks; call it in a
 * thread. Fails as msk_printer_clear(). */
gboolean msk_spool_clearance_clear_reports (MskPrinter *printer, GError **error);

/* Whether there is anything to write: whether the printer has answered for a run. */
gboolean msk_spool_clearance_has_answer (MskSpoolClearance *self);

/* Writes what was found, also after perform failed. */
gboolean msk_spool_clearance_record (MskSpoolClearance *self,
                                     MskTransaction *transaction,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskSpoolClearance, msk_spool_clearance_free)

G_END_DECLS
