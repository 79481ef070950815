/* Measures, liaison and devices on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Each adds what stands in the report below its head. They fail as the lists of the desk do. */
gboolean msk_measure_report_add_measures (MskReport *report, MskSession *session, GError **error);
gboolean msk_measure_report_add_venue_check (MskReport *report,
                                             MskSession *session,
                                             GError **error);
gboolean msk_measure_report_add_liaison (MskReport *report, MskSession *session, GError **error);
gboolean msk_measure_report_add_devices (MskReport *report,
                                         MskSession *session,
                                         gboolean only_unclaimed,
                                         GError **error);

G_END_DECLS
