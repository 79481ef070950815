/* The list of attendees as a file for a spreadsheet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-session.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_ROSTER_CSV,
  MSK_ROSTER_XLSX,
} MskRosterFormat;

/* Writes a new file of mode 0600 with these people (of gint64), in this order, under headings in
 * the language of the session that the import knows again. path NULL: a neutral name in the folder
 * of papers. That the list was exported stands in the ledger first. The path; the caller owns it.
 * Fails with MSK_ACCESS_ERROR_ROLE, MSK_INPUT_ERROR_NOT_FOUND (nobody, or somebody who is not on
 * the lists), MSK_SYSTEM_ERROR_FILE or _DISK_FULL. */
char *msk_roster_export_write (MskSession *session,
                               GArray *ids,
                               MskRosterFormat format,
                               const char *path,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
