/* The print room on paper: packs, runs, spoiled sheets, who came and went.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Each adds what stands in the report below its head. They fail as the lists of the desk do. */
gboolean msk_room_report_add_packs (MskReport *report, MskSession *session, GError **error);
gboolean msk_room_report_add_runs (MskReport *report, MskSession *session, GError **error);
gboolean msk_room_report_add_spoiled (MskReport *report, MskSession *session, GError **error);
gboolean msk_room_report_add_visits (MskReport *report, MskSession *session, GError **error);

G_END_DECLS
