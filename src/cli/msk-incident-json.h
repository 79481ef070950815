/* Incidents as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "msk-incident.h"

G_BEGIN_DECLS

/* With the three clocks and where each stands at now, in UTC seconds. */
JsonObject *msk_json_from_incident_at (MskIncident *incident, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_incident_entry (MskIncidentEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_incident_report (MskIncidentReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
