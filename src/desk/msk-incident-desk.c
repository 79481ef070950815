/* Incidents: what was registered as having gone wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incident-desk.h"

#include "msk-incident-store.h"
#include "msk-session-private.h"

GPtrArray *
msk_incident_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_incident_store_list (database, error);
}
