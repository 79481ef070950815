/* What the page of incidents shows and offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incident-state.h"

#include <glib/gi18n-lib.h>

#include "msk-time-text.h"

MskIncidentState
msk_incident_state_make (MskRole role, MskIncident *incident)
{
  const gboolean is_open = incident != NULL && !incident->is_closed;

  return (MskIncidentState){
    .can_open = msk_role_may (role, MSK_ACT_INCIDENT_OPEN),
    .can_tell = is_open && msk_role_may (role, MSK_ACT_INCIDENT_REPORT),
    .can_write = is_open && msk_role_may (role, MSK_ACT_INCIDENT_WRITE),
    .can_close = is_open && msk_role_may (role, MSK_ACT_INCIDENT_CLOSE),
    .can_report = incident != NULL && msk_role_may (role, MSK_ACT_REPORT_MAKE),
  };
}

char *
msk_incident_state_dup_next_step (MskIncident *incident)
{
  g_autofree char *missing = NULL;

  if (incident == NULL)
    return g_strdup (_ ("Choose an incident to see what is on record about it."));
  if (incident->is_closed)
    return g_strdup (_ ("This incident is closed."));
  if (!incident->is_reported)
    return g_strdup (_ ("Report it to the secrecy department, and write down who was told."));

  missing = msk_incident_dup_missing (incident);
  return *missing == '\0'
             ? g_strdup (_ ("Everything is on record: the security officer closes it, with the "
                            "responsible leader beside."))
             : g_strdup_printf (_ ("Not on record yet: %s."), missing);
}

MskLook
msk_incident_state_look_of (MskIncident *incident, gint64 now)
{
  MskIncidentStanding worst = MSK_INCIDENT_STANDING_NONE;

  if (incident->is_closed)
    return (MskLook){ "emblem-ok-symbolic", "success", NULL };

  for (guint clock = 0; clock < MSK_INCIDENT_CLOCK_N; clock++)
    {
      const MskIncidentStanding standing =
          msk_incident_clock_classify (incident, (MskIncidentClock) clock, now);

      if (standing <= MSK_INCIDENT_STANDING_OVERDUE)
        worst = MAX (worst, standing);
    }

  if (worst == MSK_INCIDENT_STANDING_OVERDUE)
    return (MskLook){ "dialog-warning-symbolic", "error", NULL };

  return worst == MSK_INCIDENT_STANDING_SOON
             ? (MskLook){ "alarm-symbolic", "warning", NULL }
             : (MskLook){ "content-loading-symbolic", "accent", NULL };
}

static void
append_reports (GString *text, GPtrArray *reports)
{
  for (guint i = 0; i < reports->len; i++)
    {
      MskIncidentReport *report = g_ptr_array_index (reports, i);
      g_autofree char *time = msk_time_text_format (report->told_at);

      g_string_append_printf (text, _ ("Told on %s: %s, %s"), time,
                              msk_department_get_label (report->department), report->whom);
      g_string_append_c (text, '\n');
    }
}

static void
append_heading (GString *text, MskIncidentHeading heading, GPtrArray *entries)
{
  MskIncidentEntry *newest = NULL;

  for (guint i = 0; i < entries->len; i++)
    if (((MskIncidentEntry *) g_ptr_array_index (entries, i))->heading == heading)
      newest = g_ptr_array_index (entries, i);

  if (newest == NULL && heading == MSK_HEADING_FOUND)
    return;
  g_string_append_printf (text, "\n%s\n", msk_incident_heading_get_label (heading));
  g_string_append_printf (text, "%s\n", newest == NULL ? _ ("Not on record yet.") : newest->text);
}

char *
msk_incident_state_dup_record (MskIncident *incident, GPtrArray *entries, GPtrArray *reports)
{
  GString *text = g_string_new (incident->text);

  g_string_append_c (text, '\n');
  append_reports (text, reports);
  for (guint heading = 0; heading < MSK_HEADING_N; heading++)
    append_heading (text, (MskIncidentHeading) heading, entries);
  return g_string_free (text, FALSE);
}
