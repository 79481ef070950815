/* The dossier of a meeting, which the terminal waits for and may stop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"

G_BEGIN_DECLS

/* What of the options the dossier takes. */
#define MSK_OPTIONS_DOSSIER (MSK_OPTION_ARCHIVE_NUMBER | MSK_OPTION_RETENTION)

/* Writes that of the session's meeting and says where it lies; answer gets its path and pages. path
 * may be NULL. */
gboolean msk_dossier_output (MskCli *cli,
                             MskSession *session,
                             const char *path,
                             JsonObject *answer,
                             GError **error);

/* Made in memory, for a printer; the answer has the number of pages. The caller owns it. */
GBytes *msk_dossier_output_make (MskCli *cli, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
