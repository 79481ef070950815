/* The door on paper: who passed, who was refused, who is inside.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Each fails as the door's lists do, with MSK_ACCESS_ERROR_ROLE among others. */
gboolean msk_door_report_add_register (MskReport *report, MskSession *session, GError **error);
gboolean msk_door_report_add_refusals (MskReport *report, MskSession *session, GError **error);
gboolean msk_door_report_add_inside (MskReport *report, MskSession *session, GError **error);

G_END_DECLS
