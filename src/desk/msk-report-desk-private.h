/* What the reports share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-report-desk.h"
#include "msk-report.h"
#include "msk-seal-desk.h"

G_BEGIN_DECLS

/* A point in time as people write it, in the time zone of the venue; "" for 0. The caller owns it.
 */
char *msk_report_desk_dup_time (gint64 at) G_GNUC_WARN_UNUSED_RESULT;

/* The title of a report that is of the meeting or of one thing in it. Static text. */
const char *msk_report_desk_get_title (MskReportKind kind);

/* The title of the report of one incident, which has its number. The caller owns it. */
char *msk_report_desk_dup_incident_title (gint64 id) G_GNUC_WARN_UNUSED_RESULT;

/* A report of the whole meeting, or of what id names. seal: that which it shows where it shows one,
 * or NULL to take one. The caller owns it. */
MskReport *msk_report_desk_compose (MskSession *session,
                                    MskDatabase *database,
                                    MskReportKind kind,
                                    gint64 id,
                                    const MskSealPair *seal,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The caller owns it. */
char *msk_report_desk_dup_text (const char *format, ...)
    G_GNUC_PRINTF (1, 2) G_GNUC_WARN_UNUSED_RESULT;

/* The facts and the balance of every paper, and the balance of the carriers. */
gboolean msk_report_desk_add_balances (MskReport *report,
                                       MskSession *session,
                                       MskDatabase *database,
                                       GError **error);

/* Writes what was made (NULL: it could not be) to a new private file, never over another; path
 * NULL: in the papers folder, under a name that says what kind of sheet it is and nothing of what
 * is on it. Gives the path; the caller owns it. */
char *msk_report_desk_write_document (MskSession *session,
                                      const char *name,
                                      GBytes *document,
                                      const char *path,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A table, or that there is nothing. cells: of char *, row after row. */
void msk_report_desk_add_table (MskReport *report,
                                const MskReportColumn *columns,
                                guint count,
                                GPtrArray *cells);

/* A file in the folder of papers that is not there yet, "stem-1-001.ending", where 1 is the
 * id of the open meeting, or 0 for none. The caller owns it. */
char *msk_report_desk_dup_free_path (MskSession *session,
                                     const char *stem,
                                     const char *ending,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
