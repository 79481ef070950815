/* The desk on standard input and output: one code or command a line, one answer a line, after the
 * commit. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-scan-desk.h"

G_BEGIN_DECLS

/* Reads the name of a mode. Fails with MSK_INPUT_ERROR_USAGE. */
gboolean msk_scan_mode_parse (const char *name, MskScanMode *mode, GError **error);

/* Answers every line of fd until its end, each on standard output at once. A line that is refused
 * or can't be understood gets its answer and the next line is read; without obey_commands every
 * line is a code. Fails after the last line with the first error of the register, or at once with
 * MSK_SYSTEM_ERROR_FILE when the answers reach nobody. zone: where a sweep begins. */
gboolean msk_scan_loop_run (MskSession *session,
                            MskScanMode mode,
                            MskMeasureArea zone,
                            gboolean obey_commands,
                            int fd,
                            GError **error);

G_END_DECLS
