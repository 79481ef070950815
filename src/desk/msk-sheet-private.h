/* Sheets that are printed, in the ledger.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-print-desk.h"
#include "msk-printer.h"
#include "msk-sheet-desk.h"

G_BEGIN_DECLS

/* Writes that they were made, or, with a printer, what it said of them; reference is the name of
 * its job, else NULL. */
gboolean msk_sheet_desk_record (MskSession *session,
                                const MskSheetOrder *order,
                                const char *reference,
                                const MskDesignatedPrinter *designated,
                                MskPrintOutcome outcome,
                                GError **error);

G_END_DECLS
