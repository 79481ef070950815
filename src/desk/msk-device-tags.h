/* Two-part tags of devices: one part on the device, one for its owner, with one code.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-print-desk.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Prints a tag for each device, several on a sheet, one job a sheet; stops at the first trouble. An
 * earlier tag of theirs is void before the new one is sent, and a tag counts only when somebody saw
 * it: scanned it (MSK_DEVICE_SCAN_DEPOSIT) or msk_device_tags_confirm(). Blocks. result counts
 * tags, also on failure. Fails as msk_printer_check() and msk_printer_print() do, or with
 * MSK_RULE_ERROR_PRINTER_NOT_DESIGNATED, _ALREADY_RETURNED or _DEVICE_VOID. */
gboolean msk_device_tags_print (MskSession *session,
                                GArray *numbers, /* of guint, none twice */
                                const char *printer,
                                MskPrintResult *result,
                                GCancellable *cancellable,
                                GError **error);

/* The clerk's word that both parts came out well, for a code that can't be read: the device is in
 * deposit. */
gboolean msk_device_tags_confirm (MskSession *session, guint number, GError **error);

/* The code on the newest tag. For the demonstration and the tests, which have no scanner. Fails
 * with MSK_INPUT_ERROR_NOT_FOUND while there is no tag. */
char *msk_device_tags_dup_code (MskSession *session,
                                guint number,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
