/* The count of a handover on standard input and output: one code a line, one answer a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-handover-scan.h"

G_BEGIN_DECLS

/* As msk_scan_loop_run(), for the count of a handover. */
gboolean msk_handover_loop_run (MskSession *session,
                                gint64 handover_id,
                                gboolean obey_commands,
                                int fd,
                                GError **error);

G_END_DECLS
