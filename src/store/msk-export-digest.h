/* Whether an export that was verified is still there, as it was.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-export-file.h"

G_BEGIN_DECLS

/* Reads the file from its medium and compares size and digest (in hexadecimal). Fails with
 * MSK_SYSTEM_ERROR_EXPORT_NOT_VERIFIED also when it cannot be read. */
gboolean msk_export_digest_check (const char *path,
                                  gint64 size,
                                  const char *digest,
                                  const MskExportWatch *watch, /* or NULL */
                                  GError **error);

G_END_DECLS
