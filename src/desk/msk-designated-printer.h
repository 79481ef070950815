/* A designated printer by its name, and what prints on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-print-desk.h"
#include "msk-printer.h"

G_BEGIN_DECLS

/* The printer object for a designated printer. The caller owns it. */
MskPrinter *msk_designated_printer_make (const MskDesignatedPrinter *designated)
    G_GNUC_WARN_UNUSED_RESULT;

/* Finds a designated printer, or fails with MSK_RULE_ERROR_PRINTER_NOT_DESIGNATED. The caller owns
 * it. */
MskDesignatedPrinter *msk_designated_printer_find (MskSession *session,
                                                   const char *name,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
