/* Destruction on standard input and output: one code a line, one answer a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-destruction-scan.h"

G_BEGIN_DECLS

/* As msk_scan_loop_run(), for a batch that is made up, or for what goes into the machine. */
gboolean msk_destroy_loop_run (MskSession *session,
                               gint64 batch_id,
                               gboolean at_machine,
                               gboolean obey_commands,
                               int fd,
                               GError **error);

G_END_DECLS
