/* The clocks of an incident (I1): when what is due, and where each stands at a moment.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incident-clock.h"

#include <glib/gi18n-lib.h>

#define MINUTE G_GINT64_CONSTANT (60)
#define HOUR G_GINT64_CONSTANT (3600)
#define DAY G_GINT64_CONSTANT (86400)

/* Three months have never fewer days. */
#define RESULT_DAYS_LEAST 89

/* So long before its time a clock is soon due. */
static const gint64 soon_seconds[] = {
  [MSK_INCIDENT_CLOCK_REPORT] = 6 * HOUR,
  [MSK_INCIDENT_CLOCK_LEAK] = 5 * DAY,
  [MSK_INCIDENT_CLOCK_RESULT] = 5 * DAY,
};

static const char *const labels[] = {
  [MSK_INCIDENT_CLOCK_REPORT] = N_ ("report"),
  [MSK_INCIDENT_CLOCK_LEAK] = N_ ("counts as leaked"),
  [MSK_INCIDENT_CLOCK_RESULT] = N_ ("result"),
};

gint64
msk_incident_clock_get_report_due (gint64 found_at)
{
  return found_at + MSK_INCIDENT_REPORT_SECONDS;
}

gint64
msk_incident_clock_get_leak_due (MskIncidentKind kind, MskLevel level, gint64 found_at)
{
  if (!msk_incident_kind_is_loss (kind))
    return 0;

  return found_at + DAY * (level >= MSK_LEVEL_TOP_SECRET ? MSK_INCIDENT_LEAK_DAYS_TOP_SECRET
                                                         : MSK_INCIDENT_LEAK_DAYS);
}

gint64
msk_incident_clock_get_result_due (gint64 found_at, gint64 utc_offset)
{
  g_autoptr(GDateTime) found = g_date_time_new_from_unix_utc (found_at + utc_offset);
  g_autoptr(GDateTime) due =
                 found == NULL ? NULL : g_date_time_add_months (found, MSK_INCIDENT_RESULT_MONTHS);

  /* Beyond what a calendar knows. */
  if (due == NULL)
    return found_at + RESULT_DAYS_LEAST * DAY;

  return g_date_time_to_unix (due) - utc_offset;
}

gint64
msk_incident_clock_get_due (MskIncident *incident, MskIncidentClock clock)
{
  g_return_val_if_fail (MSK_IS_INCIDENT (incident), 0);

  switch (clock)
    {
    case MSK_INCIDENT_CLOCK_REPORT:
      return incident->report_due_at;
    case MSK_INCIDENT_CLOCK_LEAK:
      return incident->leak_due_at;
    case MSK_INCIDENT_CLOCK_RESULT:
    default:
      return incident->result_due_at;
    }
}

/* What stopped it, and when. A closing stops all. */
static gboolean
get_stop (MskIncident *incident, MskIncidentClock clock, gint64 *at)
{
  if (clock == MSK_INCIDENT_CLOCK_REPORT && incident->is_reported)
    {
      *at = incident->reported_at;
      return TRUE;
    }
  if (clock == MSK_INCIDENT_CLOCK_LEAK && (incident->written & (1u << MSK_HEADING_FOUND)) != 0)
    {
      *at = incident->recovered_at;
      return TRUE;
    }

  *at = incident->closed_at;
  return incident->is_closed;
}

MskIncidentStanding
msk_incident_clock_classify (MskIncident *incident, MskIncidentClock clock, gint64 now)
{
  const gint64 due_at = msk_incident_clock_get_due (incident, clock);
  gint64 at;

  g_return_val_if_fail (clock < MSK_INCIDENT_CLOCK_N, MSK_INCIDENT_STANDING_NONE);

  if (clock == MSK_INCIDENT_CLOCK_LEAK && due_at == 0)
    return MSK_INCIDENT_STANDING_NONE;
  if (get_stop (incident, clock, &at))
    return at > due_at ? MSK_INCIDENT_STANDING_LATE : MSK_INCIDENT_STANDING_STOPPED;
  if (now > due_at)
    return MSK_INCIDENT_STANDING_OVERDUE;

  return due_at - now <= soon_seconds[clock] ? MSK_INCIDENT_STANDING_SOON
                                             : MSK_INCIDENT_STANDING_RUNNING;
}

static gboolean
waits (MskIncident *incident, MskIncidentClock clock, gint64 now)
{
  const MskIncidentStanding standing = msk_incident_clock_classify (incident, clock, now);

  if (standing == MSK_INCIDENT_STANDING_OVERDUE)
    return clock != MSK_INCIDENT_CLOCK_LEAK;

  return standing == MSK_INCIDENT_STANDING_RUNNING || standing == MSK_INCIDENT_STANDING_SOON;
}

gboolean
msk_incident_clock_find_next (GPtrArray *incidents,
                              gint64 now,
                              MskIncident **incident,
                              MskIncidentClock *clock)
{
  gint64 earliest = G_MAXINT64;

  g_return_val_if_fail (incidents != NULL && incident != NULL && clock != NULL, FALSE);

  for (guint i = 0; i < incidents->len; i++)
    for (guint each = 0; each < MSK_INCIDENT_CLOCK_N; each++)
      {
        MskIncident *candidate = g_ptr_array_index (incidents, i);
        const gint64 due_at = msk_incident_clock_get_due (candidate, (MskIncidentClock) each);

        if (!waits (candidate, (MskIncidentClock) each, now) || due_at >= earliest)
          continue;
        earliest = due_at;
        *incident = candidate;
        *clock = (MskIncidentClock) each;
      }

  return earliest != G_MAXINT64;
}

/* Whole units of what is left, never more than there is. */
static char *
dup_span (gint64 seconds)
{
  if (seconds < HOUR)
    return g_strdup_printf (_ ("%u min"), (guint) (seconds / MINUTE));
  if (seconds < 2 * DAY)
    return g_strdup_printf (_ ("%u h"), (guint) (seconds / HOUR));

  return g_strdup_printf (_ ("%u days"), (guint) MIN (seconds / DAY, G_MAXUINT));
}

char *
msk_incident_clock_dup_text (MskIncidentClock clock, gint64 due_at, gint64 now)
{
  g_autofree char *span = dup_span (now > due_at ? now - due_at : due_at - now);

  switch (clock)
    {
    case MSK_INCIDENT_CLOCK_REPORT:
      return now > due_at
                 ? g_strdup_printf (_ ("an incident should have been reported %s ago"), span)
                 : g_strdup_printf (_ ("an incident is to be reported within %s"), span);
    case MSK_INCIDENT_CLOCK_LEAK:
      return now > due_at ? g_strdup_printf (_ ("something lost counts as leaked for %s"), span)
                          : g_strdup_printf (_ ("something lost counts as leaked in %s"), span);
    case MSK_INCIDENT_CLOCK_RESULT:
    default:
      return now > due_at
                 ? g_strdup_printf (_ ("the result of an incident was due %s ago"), span)
                 : g_strdup_printf (_ ("the result of an incident is due within %s"), span);
    }
}

char *
msk_incident_clock_dup_standing (MskIncident *incident, MskIncidentClock clock, gint64 now)
{
  const gint64 due_at = msk_incident_clock_get_due (incident, clock);
  g_autofree char *span = dup_span (now > due_at ? now - due_at : due_at - now);

  switch (msk_incident_clock_classify (incident, clock, now))
    {
    case MSK_INCIDENT_STANDING_RUNNING:
    case MSK_INCIDENT_STANDING_SOON:
      return g_strdup_printf (_ ("in %s"), span);
    case MSK_INCIDENT_STANDING_OVERDUE:
      return clock == MSK_INCIDENT_CLOCK_LEAK ? g_strdup_printf (_ ("for %s"), span)
                                              : g_strdup_printf (_ ("overdue for %s"), span);
    case MSK_INCIDENT_STANDING_STOPPED:
      return g_strdup (clock == MSK_INCIDENT_CLOCK_LEAK ? _ ("no") : _ ("in time"));
    case MSK_INCIDENT_STANDING_LATE:
      return g_strdup (clock == MSK_INCIDENT_CLOCK_LEAK ? _ ("yes") : _ ("late"));
    case MSK_INCIDENT_STANDING_NONE:
    default:
      return g_strdup ("");
    }
}

const char *
msk_incident_clock_get_label (MskIncidentClock clock)
{
  g_return_val_if_fail (clock < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[clock]);
}
