/* Incidents: what was registered as having gone wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-incident.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Of MskIncident, in the order in which they were opened. */
GPtrArray *msk_incident_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
