/* Incidents on paper (I2, I3): the report of one, and the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incident-report.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-incident-desk.h"
#include "msk-ledger-words.h"
#include "msk-report-desk-private.h"
#include "msk-session-private.h"

/* Whom it is about, by name; "" for nobody. NULL when that can't be read. */
static char *
dup_person (MskSession *session, gint64 attendee_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskAttendee) attendee = NULL;

  if (database == NULL)
    return NULL;
  if (attendee_id == 0)
    return g_strdup ("");

  attendee = msk_attendee_store_get (database, attendee_id, error);
  return attendee == NULL ? NULL : g_strdup_printf ("%s, %s", attendee->name, attendee->unit);
}

static gboolean
add_facts (MskReport *report, MskSession *session, MskIncident *incident, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, incident->id);
  g_autofree char *found = msk_report_desk_dup_time (incident->found_at);
  g_autofree char *registered = msk_report_desk_dup_time (incident->at);
  g_autofree char *closed = msk_report_desk_dup_time (incident->closed_at);
  g_autofree char *subject = msk_ledger_words_dup_subject (incident->subject);
  g_autofree char *person = dup_person (session, incident->attendee_id, error);
  const MskReportFact facts[] = {
    { _ ("Incident"), number },
    { _ ("Kind"), msk_incident_kind_get_label (incident->kind) },
    { _ ("Level"), msk_level_get_label (incident->level) },
    { _ ("Found at"), found },
    { _ ("Registered at"), registered },
    { _ ("Registered by"), incident->user },
    { _ ("Of"), subject },
    { _ ("Person"), person },
    { _ ("What happened"), incident->text },
    { _ ("Closed at"), incident->is_closed ? closed : _ ("not closed") },
  };

  if (person == NULL)
    return FALSE;

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  return TRUE;
}

static void
add_clocks (MskReport *report, MskIncident *incident, gint64 now)
{
  const MskReportColumn columns[] = {
    { _ ("Clock"), 40, FALSE },
    { _ ("Time"), 30, FALSE },
    { _ ("Standing"), 30, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint clock = 0; clock < MSK_INCIDENT_CLOCK_N; clock++)
    {
      const gint64 due_at = msk_incident_clock_get_due (incident, (MskIncidentClock) clock);

      if (due_at == 0)
        continue;
      g_ptr_array_add (cells, g_strdup (msk_incident_clock_get_label ((MskIncidentClock) clock)));
      g_ptr_array_add (cells, msk_report_desk_dup_time (due_at));
      g_ptr_array_add (cells,
                       msk_incident_clock_dup_standing (incident, (MskIncidentClock) clock, now));
    }
  msk_report_add_heading (report, _ ("Clocks"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static gboolean
add_reports (MskReport *report, MskSession *session, gint64 id, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Department"), 24, FALSE },
    { _ ("Who was told"), 36, FALSE },
    { _ ("When"), 20, FALSE },
    { _ ("Entered by"), 20, FALSE },
  };
  g_autoptr(GPtrArray) reports = msk_incident_desk_list_reports (session, id, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (reports == NULL)
    return FALSE;

  for (guint i = 0; i < reports->len; i++)
    {
      MskIncidentReport *told = g_ptr_array_index (reports, i);

      g_ptr_array_add (cells, g_strdup (msk_department_get_label (told->department)));
      g_ptr_array_add (cells, g_strdup (told->whom));
      g_ptr_array_add (cells, msk_report_desk_dup_time (told->told_at));
      g_ptr_array_add (cells, g_strdup (told->user));
    }
  msk_report_add_heading (report, _ ("Reported to"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

/* The newest text of each heading. */
static gboolean
add_texts (MskReport *report, MskSession *session, gint64 id, GError **error)
{
  g_autoptr(GPtrArray) entries = msk_incident_desk_list_entries (session, id, error);
  MskIncidentEntry *newest[MSK_HEADING_N] = { NULL };

  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      MskIncidentEntry *entry = g_ptr_array_index (entries, i);

      newest[entry->heading] = entry;
    }

  for (guint heading = 0; heading < MSK_HEADING_N; heading++)
    {
      MskIncidentEntry *entry = newest[heading];
      g_autofree char *time = entry == NULL ? NULL : msk_report_desk_dup_time (entry->at);
      g_autofree char *origin = entry == NULL
                                    ? NULL
                                    : g_strdup_printf (_ ("Version %u, written by %s on %s."),
                                                       entry->version, entry->user, time);

      if (entry == NULL && heading == MSK_HEADING_FOUND)
        continue;
      msk_report_add_heading (report,
                              msk_incident_heading_get_label ((MskIncidentHeading) heading));
      msk_report_add_paragraph (report, entry == NULL ? _ ("Not on record yet.") : entry->text);
      if (origin != NULL)
        msk_report_add_paragraph (report, origin);
    }

  return TRUE;
}

gboolean
msk_incident_report_add_one (MskReport *report, MskSession *session, gint64 id, GError **error)
{
  g_autoptr(MskIncident) incident = msk_incident_desk_get (session, id, error);

  if (incident == NULL || !add_facts (report, session, incident, error))
    return FALSE;

  add_clocks (report, incident, msk_session_get_now (session));
  if (!add_reports (report, session, id, error) || !add_texts (report, session, id, error))
    return FALSE;

  {
    const MskReportSigner signers[] = {
      { _ ("Security officer"), incident->is_closed ? incident->closed_by : NULL },
      { _ ("Responsible leader"), incident->is_closed ? incident->leader : NULL },
    };

    msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  }
  return TRUE;
}

static void
add_register_row (GPtrArray *cells, MskIncident *incident, gint64 now)
{
  g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, incident->id));
  g_ptr_array_add (cells, msk_report_desk_dup_time (incident->found_at));
  g_ptr_array_add (cells, g_strdup (msk_incident_kind_get_label (incident->kind)));
  g_ptr_array_add (cells, msk_ledger_words_dup_subject (incident->subject));
  g_ptr_array_add (cells, g_strdup (msk_level_get_label (incident->level)));
  g_ptr_array_add (cells, g_strdup (incident->text));
  for (guint clock = 0; clock < MSK_INCIDENT_CLOCK_N; clock++)
    g_ptr_array_add (cells,
                     msk_incident_clock_dup_standing (incident, (MskIncidentClock) clock, now));
  g_ptr_array_add (cells, incident->is_closed ? msk_report_desk_dup_time (incident->closed_at)
                                              : g_strdup (_ ("open")));
}

gboolean
msk_incident_report_add_register (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("No."), 5, TRUE },     { _ ("Found at"), 11, FALSE }, { _ ("Kind"), 11, FALSE },
    { _ ("Of"), 11, FALSE },    { _ ("Level"), 9, FALSE },     { _ ("What happened"), 20, FALSE },
    { _ ("Report"), 8, FALSE }, { _ ("Leaked"), 8, FALSE },    { _ ("Result"), 8, FALSE },
    { _ ("Closed"), 9, FALSE },
  };
  g_autoptr(GPtrArray) incidents = msk_incident_desk_list (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (incidents == NULL)
    return FALSE;

  for (guint i = 0; i < incidents->len; i++)
    add_register_row (cells, g_ptr_array_index (incidents, i), msk_session_get_now (session));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}
