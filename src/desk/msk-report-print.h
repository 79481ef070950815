/* Reports and other sheets on a designated printer, for signatures by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

/* Ends either. */
gboolean msk_report_print_finish (MskSession *session, GAsyncResult *answer, GError **error);

G_END_DECLS
