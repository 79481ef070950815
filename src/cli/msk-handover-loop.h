/* The count of a handover on standard input and output: one code a line, one answer a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-handover-scan.h"

G_BEGIN_DECLS

/* Reads the name of a kind of things: “copies”, “sets”, “carriers” or “devices”. Fails with
 * MSK_INPUT_ERROR_USAGE. */
gboolean msk_stock_kind_parse (const char *word, MskStockKind *kind, GError **error);

/* As msk_scan_loop_run(), for the count of a handover. */
gboolean msk_handover_loop_run (MskSession *session,
                                gint64 handover_id,
                                gboolean obey_commands,
                                int fd,
                                GError **error);

G_END_DECLS
