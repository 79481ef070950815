/* What each role may call of incidents, for test-roles.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incident-desk.h"

#include "role-rows.h"

static const MskCosigner nobody = { (char *) "nobody", MSK_ROLE_DESK_CLERK };

static void
unref_array (GPtrArray *array)
{
  g_clear_pointer (&array, g_ptr_array_unref);
}

static void
call_list (MskSession *session, GError **error)
{
  unref_array (msk_incident_desk_list (session, error));
}

static void
call_get (MskSession *session, GError **error)
{
  g_autoptr(MskIncident) incident = msk_incident_desk_get (session, 99, error);
}

static void
call_entries (MskSession *session, GError **error)
{
  unref_array (msk_incident_desk_list_entries (session, 99, error));
}

static void
call_reports (MskSession *session, GError **error)
{
  unref_array (msk_incident_desk_list_reports (session, 99, error));
}

static void
call_summary (MskSession *session, GError **error)
{
  MskIncidentSummary summary;

  msk_incident_desk_get_summary (session, &summary, error);
}

static void
call_open (MskSession *session, GError **error)
{
  const MskIncidentDraft draft = { .kind = MSK_INCIDENT_OTHER, .text = "" };

  msk_incident_desk_open (session, &draft, error);
}

static void
call_write (MskSession *session, GError **error)
{
  msk_incident_desk_write (session, 99, MSK_HEADING_CAUSE, "x", error);
}

static void
call_report (MskSession *session, GError **error)
{
  msk_incident_desk_report (session, 99, MSK_DEPARTMENT_SECRECY, "x", 0, error);
}

static void
call_close (MskSession *session, GError **error)
{
  msk_incident_desk_close (session, 99, &nobody, error);
}

const RoleRow role_rows_incidents[] = {
  { "incident-list", call_list, READERS },       { "incident-get", call_get, READERS },
  { "incident-entries", call_entries, READERS }, { "incident-reports", call_reports, READERS },
  { "incident-summary", call_summary, READERS }, { "incident-open", call_open, L | C | S },
  { "incident-write", call_write, L | S },       { "incident-report", call_report, L | S },
  { "incident-close", call_close, S },           { NULL },
};
