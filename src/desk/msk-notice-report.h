/* Briefings, pledges, the notice and the agenda on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Each adds what stands in the report below its head. They fail as the desk's lists do. kinds: a
 * set of 1 << MskTextKind; who took note of such a text, and who owes one and has not. */
gboolean msk_notice_report_add_acknowledgements (MskReport *report,
                                                 MskSession *session,
                                                 guint kinds,
                                                 GError **error);
gboolean msk_notice_report_add_exceptions (MskReport *report, MskSession *session, GError **error);
gboolean msk_notice_report_add_agenda (MskReport *report, MskSession *session, GError **error);

G_END_DECLS
