/* A run of the printer that the terminal waits for and may stop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"
#include "msk-print-desk.h"

G_BEGIN_DECLS

/* Prints every reserved copy of a paper, saying each, and ends when the printer has. SIGINT and
 * SIGTERM stop it cleanly between two copies; it then fails with MSK_SYSTEM_ERROR_CANCELLED. result
 * counts what came out also on failure; fails as msk_print_desk_print_finish(). */
gboolean msk_printing_run (MskCli *cli,
                           MskSession *session,
                           gint64 paper_id,
                           const char *printer,
                           MskPrintResult *result,
                           GError **error);

G_END_DECLS
