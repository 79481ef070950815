/* One run of the printer over the reserved copies of a paper: one job a copy, at most one in
 * flight, each step in the register first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-print-desk.h"
#include "msk-printer.h"

G_BEGIN_DECLS

/* The printer object for a designated printer. The caller owns it. */
MskPrinter *msk_print_batch_make_printer (const MskDesignatedPrinter *designated)
    G_GNUC_WARN_UNUSED_RESULT;

/* Finds a designated printer, or fails with MSK_RULE_ERROR_PRINTER_NOT_DESIGNATED. The caller owns
 * it. */
MskDesignatedPrinter *msk_print_batch_find_printer (MskSession *session,
                                                    const char *name,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
