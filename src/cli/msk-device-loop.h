/* The deposit of devices on standard input and output: one code a line, one answer a line, after
 * the commit. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-device-scan.h"

G_BEGIN_DECLS

/* Answers every line of fd until its end, each on standard output at once. Fails after the last
 * line with the first error of the register, or with MSK_SYSTEM_ERROR_FILE when the answers reach
 * nobody. */
gboolean msk_device_loop_run (MskSession *session, MskDeviceScanMode mode, int fd, GError **error);

/* The first line of fd as a code, taken as a badge: whose the device is. Fails as the verdict
 * does. */
gboolean msk_device_loop_read_person (MskSession *session,
                                      int fd,
                                      gint64 *attendee_id,
                                      GError **error);

G_END_DECLS
