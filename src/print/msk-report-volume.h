/* Several reports as one document, with pages numbered through: each is counted first and drawn
 * later, and goes to the sink as it is drawn, so that no more than one has to be in memory. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "msk-print-sink.h"
#include "msk-report.h"

G_BEGIN_DECLS

typedef struct _MskReportVolume MskReportVolume;

/* Calls may be made from different threads, one after the other. cancellable may be NULL; it is
 * looked at on every page. Fails with MSK_SYSTEM_ERROR_FILE when the template is damaged. The
 * caller owns it. */
MskReportVolume *msk_report_volume_new (MskPrintSink sink,
                                        gpointer user_data,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_report_volume_free (MskReportVolume *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskReportVolume, msk_report_volume_free)

/* Counts the pages of the next report. Fails as msk_report_finish(), or with G_IO_ERROR_CANCELLED.
 */
gboolean msk_report_volume_count (MskReportVolume *self, MskReport *report, GError **error);

/* Pages of all that were counted; the first and the last page of the nth of them, from 0. */
guint msk_report_volume_get_pages (MskReportVolume *self);
void msk_report_volume_get_span (MskReportVolume *self,
                                 guint nth,
                                 guint *first_page,
                                 guint *last_page);

/* Draws the next report, with its title as a bookmark: once all were counted, in the same order.
 * Fails as msk_report_finish() and the sink do, with G_IO_ERROR_CANCELLED, or with
 * MSK_RULE_ERROR_RECORD_CHANGED when it has not as many pages as were counted. */
gboolean msk_report_volume_draw (MskReportVolume *self, MskReport *report, GError **error);

/* Ends the document. Fails as the sink does, or with MSK_SYSTEM_ERROR_MEMORY. */
gboolean msk_report_volume_finish (MskReportVolume *self, GError **error);

G_END_DECLS
