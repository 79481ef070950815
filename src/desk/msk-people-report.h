/* Attendees on paper: the numbered lists for a signature by hand, the register of badges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-report.h"

G_BEGIN_DECLS

/* Each adds what stands in the report below its head. They fail with the errors of the register. */
gboolean msk_people_report_add_lists (MskReport *report, MskDatabase *database, GError **error);
gboolean msk_people_report_add_badges (MskReport *report, MskDatabase *database, GError **error);

G_END_DECLS
