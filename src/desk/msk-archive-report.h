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
  MSK_ARCHIVE_SHEET_ERASURE,     /* the certificate of an erased meeting; PDF alone */
} MskArchiveSheet;

/* Makes it, and that it was made stands in the appliance’s ledger. meeting_id is that of the
 * dossier or of the erased meeting, 0 for what is over all. Fails with MSK_RULE_ERROR_NOT_FILED,
 * _NOT_HANDED_OVER, _NOTHING_OUTSTANDING (no letters), as msk_outstanding_desk_list(), or as
 * msk_report_desk_make() does. */
GBytes *msk_archive_report_make (MskSession *session,
                                 MskArchiveSheet sheet,
                                 gint64 meeting_id,
                                 MskReportFormat format,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same, written to a new private file (0600), never over another; path NULL: a neutral name in
 * the papers folder. Gives the path; the caller owns it. Fails as msk_report_desk_write() does too.
 */
char *msk_archive_report_write (MskSession *session,
                                MskArchiveSheet sheet,
                                gint64 meeting_id,
                                MskReportFormat format,
                                const char *path,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How the names of its files and prints begin. Static text. */
const char *msk_archive_sheet_get_stem (MskArchiveSheet sheet);

/* What the ledger calls it. The caller owns it. */
char *msk_archive_sheet_dup_kind (MskArchiveSheet sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
