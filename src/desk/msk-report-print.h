/* Reports and other sheets on a designated printer, for signatures by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-archive-report.h"
#include "msk-report-desk.h"
#include "msk-sheet-desk.h"

G_BEGIN_DECLS

/* Makes a report (or the approval sheet of a request, or a loan slip, by its number in request_id;
 * 0 for none) and prints it, with the checks and the distrust that a copy gets. A report is no
 * numbered copy: that it was made, and what the printer said of it, stands in the ledger. Its job
 * is named by the ledger's entry. Fails as msk_report_desk_make(), msk_printer_check(),
 * msk_printer_print() and msk_printer_prove_empty(), or with MSK_RULE_ERROR_PRINTER_NOT_DESIGNATED,
 * _PRINTING_NOT_SETTLED. */
void msk_report_print_async (MskSession *session,
                             MskReportKind kind,
                             gint64 request_id,
                             const char *printer,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* The same for sheets; fails as msk_sheet_desk_make() too, and with
 * MSK_RULE_ERROR_MEDIA_NOT_OFFERED. */
void msk_report_print_sheet_async (MskSession *session,
                                   const MskSheetOrder *order,
                                   const char *printer,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/* The same for what is over the meetings or of a dossier (0: of none), whichever meeting is open:
 * it stands in the appliance's ledger. Fails as msk_archive_report_make() too. */
void msk_report_print_archive_async (MskSession *session,
                                     MskArchiveSheet sheet,
                                     gint64 meeting_id,
                                     const char *printer,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/* The dossier of the open meeting, as msk_dossier_desk_make_finish() gave it. */
void msk_report_print_dossier_async (MskSession *session,
                                     GBytes *document,
                                     const char *printer,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/* Ends each. */
gboolean msk_report_print_finish (MskSession *session, GAsyncResult *answer, GError **error);

G_END_DECLS
