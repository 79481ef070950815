/* Where a report goes: into a file, or onto paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-archive-report.h"
#include "msk-cli.h"
#include "msk-report-desk.h"
#include "msk-sheet-desk.h"

G_BEGIN_DECLS

/* Prints a report on --printer, or writes it to --output or a neutral name, and says which. id is
 * that of what an approval sheet or a loan slip is of, 0 for other kinds. */
gboolean msk_report_output (MskCli *cli, MskReportKind kind, gint64 id, GError **error);

/* The same for what is over the meetings or of a dossier, and for the dossier of the open meeting.
 */
gboolean msk_report_output_archive (MskCli *cli,
                                    MskArchiveSheet sheet,
                                    gint64 meeting_id,
                                    GError **error);
gboolean msk_report_output_dossier (MskCli *cli, GError **error);

/* The same for sheets that people read or sign. */
gboolean msk_report_output_sheet (MskCli *cli, MskSheetOrder *order, GError **error);

G_END_DECLS
