/* Attendees on paper: the numbered lists for a signature by hand, the register of badges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-people-report.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-badge-store.h"
#include "msk-report-desk-private.h"

/* What was decided; empty where the leader writes it by hand. */
static char *
dup_decision (MskAttendee *attendee)
{
  return g_strdup (
      attendee->vetting == MSK_VETTING_SUBMITTED ? "" : msk_vetting_get_label (attendee->vetting));
}

static char *
dup_reason (MskAttendee *attendee)
{
  if (attendee->vetting == MSK_VETTING_WITHDRAWN)
    return g_strdup (attendee->withdrawn_reason);
  if (*attendee->authority == '\0')
    return g_strdup (attendee->reason);

  return g_strdup_printf (_ ("%s (%s, %s)"), attendee->reason, attendee->authority,
                          attendee->reference);
}

/* The entry that it replaces, or the start of the post. */
static char *
dup_remark (MskAttendee *attendee)
{
  g_autofree char *starts = msk_report_desk_dup_time (attendee->post_starts_at);

  if (attendee->replaces != 0)
    return g_strdup_printf (_ ("replaces no. %u"), (guint) attendee->replaces);

  return *starts != '\0' ? g_strdup_printf (_ ("post from %s"), starts) : g_strdup ("");
}

static void
add_people (MskReport *report, GPtrArray *attendees, guint list)
{
  const MskReportColumn columns[] = {
    { _ ("No."), 4, FALSE },           { _ ("Name"), 11, FALSE },
    { _ ("Unit"), 15, FALSE },         { _ ("Post"), 10, FALSE },
    { _ ("Capacity"), 11, FALSE },     { _ ("Clearance"), 12, FALSE },
    { _ ("Nominated by"), 14, FALSE }, { _ ("Decision"), 13, FALSE },
    { _ ("Reason"), 14, FALSE },       { _ ("Remark"), 10, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < attendees->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (attendees, i);

      if (attendee->list_number != list)
        continue;
      g_ptr_array_add (cells, msk_report_desk_dup_text ("%" G_GINT64_FORMAT, attendee->id));
      g_ptr_array_add (cells, g_strdup (attendee->name));
      g_ptr_array_add (cells, g_strdup (attendee->unit));
      g_ptr_array_add (cells, g_strdup (attendee->post));
      g_ptr_array_add (cells, g_strdup (msk_capacity_get_label (attendee->capacity)));
      g_ptr_array_add (cells, g_strdup (msk_level_get_label (attendee->clearance)));
      g_ptr_array_add (cells, g_strdup (attendee->nominating_unit));
      g_ptr_array_add (cells, dup_decision (attendee));
      g_ptr_array_add (cells, dup_reason (attendee));
      g_ptr_array_add (cells, dup_remark (attendee));
    }

  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static char *
dup_step (gint64 at, const char *by)
{
  g_autofree char *time = msk_report_desk_dup_time (at);

  return at == 0 ? g_strdup (_ ("not yet")) : g_strdup_printf (_ ("%s, by %s"), time, by);
}

static void
add_list (MskReport *report, GPtrArray *attendees, const MskNumberedList *list)
{
  const MskReportSigner signers[] = { { _ ("Responsible leader"), NULL },
                                      { _ ("Organiser"), NULL } };
  g_autofree char *heading =
      list->sealed_at == 0
          ? msk_report_desk_dup_text (_ ("List %u, not sealed"), list->number)
          : msk_report_desk_dup_text (_ ("List %u, sealed, code %s"), list->number, list->code);
  g_autofree char *submitted = dup_step (list->submitted_at, list->submitted_by);
  g_autofree char *sealed = dup_step (list->sealed_at, list->sealed_by);
  const MskReportFact facts[] = {
    { _ ("Submitted"), submitted },
    { _ ("Sealed"), sealed },
  };

  msk_report_add_heading (report, heading);
  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  add_people (report, attendees, list->number);
  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
}

gboolean
msk_people_report_add_lists (MskReport *report, MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) attendees = msk_attendee_store_list (database, error);
  g_autoptr(GPtrArray) lists =
                 attendees == NULL ? NULL : msk_attendee_store_list_lists (database, error);

  if (lists == NULL)
    return FALSE;

  for (guint i = 0; i < lists->len; i++)
    add_list (report, attendees, g_ptr_array_index (lists, i));

  return TRUE;
}

gboolean
msk_people_report_add_badges (MskReport *report, MskDatabase *database, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Badge"), 12, FALSE },   { _ ("No."), 6, FALSE },     { _ ("Name"), 14, FALSE },
    { _ ("Unit"), 18, FALSE },    { _ ("State"), 12, FALSE },  { _ ("Printed"), 16, FALSE },
    { _ ("Printer"), 12, FALSE }, { _ ("Reason"), 20, FALSE },
  };
  g_autoptr(GPtrArray) badges = msk_badge_store_list (database, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (badges == NULL)
    return FALSE;

  for (guint i = 0; i < badges->len; i++)
    {
      const MskBadgeEntry *entry = g_ptr_array_index (badges, i);

      g_ptr_array_add (cells, msk_report_desk_dup_text ("%09" G_GINT64_FORMAT, entry->serial));
      g_ptr_array_add (cells, msk_report_desk_dup_text ("%" G_GINT64_FORMAT, entry->attendee_id));
      g_ptr_array_add (cells, g_strdup (entry->name));
      g_ptr_array_add (cells, g_strdup (entry->unit));
      g_ptr_array_add (cells, g_strdup (entry->lost ? _ ("lost")
                                                    : msk_badge_state_get_label (entry->state)));
      g_ptr_array_add (cells, msk_report_desk_dup_time (entry->printed_at));
      g_ptr_array_add (cells, g_strdup (entry->printer));
      g_ptr_array_add (cells, g_strdup (entry->reason));
    }

  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}
