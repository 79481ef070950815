/* Incidents on paper (I2, I3): the report of one, and the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* One incident: what is known of how it was opened, its clocks, who was told, the newest text under
 * every heading or that there is none yet, and lines for two signatures. Fails with
 * MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_incident_report_add_one (MskReport *report,
                                      MskSession *session,
                                      gint64 id,
                                      GError **error);

/* The register: a row for each incident, with its clocks. */
gboolean msk_incident_report_add_register (MskReport *report, MskSession *session, GError **error);

G_END_DECLS
