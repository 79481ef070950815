/* A report as a workbook: the texts of the page, every cell a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report.h"

G_BEGIN_DECLS

/* Made in memory alone, as msk_list_writer_make_workbook(), with whose errors it fails. The level
 * and the page’s number are those of the printed sheet. */
GBytes *msk_report_workbook_make (MskReport *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
