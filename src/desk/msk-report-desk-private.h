/* What the reports share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-report-desk.h"
#include "msk-report.h"

G_BEGIN_DECLS

/* A point in time as people write it, in the time zone of the venue; "" for 0. The caller owns it.
 */
char *msk_report_desk_dup_time (gint64 at) G_GNUC_WARN_UNUSED_RESULT;

/* The caller owns it. */
char *msk_report_desk_dup_text (const char *format, ...)
    G_GNUC_PRINTF (1, 2) G_GNUC_WARN_UNUSED_RESULT;

/* The facts and the balance of every paper, and the balance of the carriers. */
gboolean msk_report_desk_add_balances (MskReport *report,
                                       MskSession *session,
                                       MskDatabase *database,
                                       GError **error);

/* A table, or that there is nothing. cells: of char *, row after row. */
void msk_report_desk_add_table (MskReport *report,
                                const MskReportColumn *columns,
                                guint count,
                                GPtrArray *cells);

G_END_DECLS
