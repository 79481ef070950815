/* What is over the meetings, on paper: dossiers and their loans (F1), what is still out (F2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report-desk.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_ARCHIVE_SHEET_REGISTER,    /* of dossiers and of their loans */
  MSK_ARCHIVE_SHEET_CARD,        /* of one dossier, with its loans */
  MSK_ARCHIVE_SHEET_RECEIPT,     /* of one dossier that the archive took over, for signatures */
  MSK_ARCHIVE_SHEET_OUTSTANDING, /* the list of what is still out, by unit and person */
  MSK_ARCHIVE_SHEET_LETTERS,     /* 催办通知: a letter to each who owes something; PDF alone */
} MskArchiveSheet;

/* Writes it to a new private file (0600), never over another; path NULL: a neutral name in the
 * papers folder. meeting_id is that of the dossier, 0 for what is over all. That it was made stands
 * in the appliance’s ledger. Gives the path; the caller owns it. Fails with
 * MSK_RULE_ERROR_NOT_FILED, _NOT_HANDED_OVER, _NOTHING_OUTSTANDING (no letters), as
 * msk_outstanding_desk_list(), or as msk_report_desk_write() does. */
char *msk_archive_report_write (MskSession *session,
                                MskArchiveSheet sheet,
                                gint64 meeting_id,
                                MskReportFormat format,
                                const char *path,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
