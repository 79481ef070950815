/* What the page of incidents shows and offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-incident-clock.h"
#include "msk-look.h"
#include "msk-role.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean can_open;
  gboolean can_tell;
  gboolean can_write;
  gboolean can_close;
  gboolean can_report; /* make its report */
} MskIncidentState;

/* incident is the one that is selected, or NULL. */
MskIncidentState msk_incident_state_make (MskRole role, MskIncident *incident);

/* What has to be done next about it. The caller owns it. */
char *msk_incident_state_dup_next_step (MskIncident *incident) G_GNUC_WARN_UNUSED_RESULT;

/* How urgent it is at now, by the clock that is worst. */
MskLook msk_incident_state_look_of (MskIncident *incident, gint64 now);

/* All that is on record of one, as text: entries of MskIncidentEntry, reports of MskIncidentReport.
 * The caller owns it. */
char *msk_incident_state_dup_record (MskIncident *incident,
                                     GPtrArray *entries,
                                     GPtrArray *reports) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
