/* What volumes of reports need of a report.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report-pen.h"

G_BEGIN_DECLS

/* Of reports on sheets of their own. */
#define MSK_REPORT_PAGE_TEMPLATE "report/page.ini"

/* Draws the whole report behind what the pen has written; before and pages as for
 * msk_report_pen_begin(). */
gboolean msk_report_draw (MskReport *self,
                          MskReportPen *pen,
                          guint before,
                          guint pages,
                          GError **error);

/* Lent. */
const char *msk_report_get_title (MskReport *self);

G_END_DECLS
