/* Briefings, pledges, the notice and the agenda on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-notice-report.h"

#include <glib/gi18n-lib.h>

#include "msk-agenda-desk.h"
#include "msk-briefing-desk.h"
#include "msk-meeting-desk.h"
#include "msk-notice-desk.h"
#include "msk-report-desk-private.h"

static void
add_register (MskReport *report, GPtrArray *lines, guint kinds)
{
  const MskReportColumn columns[] = {
    { _ ("Time"), 19, FALSE },      { _ ("Name"), 12, FALSE },        { _ ("Unit"), 13, FALSE },
    { _ ("Text"), 10, FALSE },      { _ ("Version"), 8, TRUE },       { _ ("How"), 12, FALSE },
    { _ ("Reference"), 10, FALSE }, { _ ("Recorded by"), 13, FALSE }, { _ ("Annulled"), 9, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      const MskAcknowledgement *line = g_ptr_array_index (lines, i);

      if ((kinds & (1u << line->kind)) == 0)
        continue;
      g_ptr_array_add (cells, msk_report_desk_dup_time (line->at));
      g_ptr_array_add (cells, g_strdup (line->name));
      g_ptr_array_add (cells, g_strdup (line->unit));
      g_ptr_array_add (cells, g_strdup (msk_text_kind_get_label (line->kind)));
      g_ptr_array_add (cells, msk_report_desk_dup_text ("%u", line->number));
      g_ptr_array_add (cells, g_strdup (msk_manner_get_label (line->manner)));
      g_ptr_array_add (cells, g_strdup (line->reference));
      g_ptr_array_add (cells, g_strdup (line->recorded_by));
      g_ptr_array_add (cells, g_strdup (line->annulment));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

/* Whether somebody who may come in owes a text of these kinds and has not taken note of it. */
static gboolean
is_lacking (const MskPledgeLine *line, guint kinds)
{
  for (MskTextKind kind = MSK_TEXT_BRIEFING; kind < MSK_TEXT_DUTY; kind++)
    if ((kinds & (1u << kind)) != 0 && (line->kinds & (1u << kind)) == 0 &&
        msk_pledge_owes (line->attendee->capacity, kind) &&
        msk_pledge_check (line->attendee, kind, MSK_POST_NONE, line->posts, NULL))
      return TRUE;

  return FALSE;
}

static void
add_lacking (MskReport *report, GPtrArray *lines, guint kinds)
{
  const MskReportColumn columns[] = {
    { _ ("No."), 8, TRUE },
    { _ ("Name"), 24, FALSE },
    { _ ("Unit"), 40, FALSE },
    { _ ("Capacity"), 28, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      const MskPledgeLine *line = g_ptr_array_index (lines, i);

      if (!is_lacking (line, kinds))
        continue;
      g_ptr_array_add (cells, msk_report_desk_dup_text ("%" G_GINT64_FORMAT, line->attendee->id));
      g_ptr_array_add (cells, g_strdup (line->attendee->name));
      g_ptr_array_add (cells, g_strdup (line->attendee->unit));
      g_ptr_array_add (cells, g_strdup (msk_capacity_get_label (line->attendee->capacity)));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

gboolean
msk_notice_report_add_acknowledgements (MskReport *report,
                                        MskSession *session,
                                        guint kinds,
                                        GError **error)
{
  g_autoptr(GPtrArray) lines = msk_briefing_desk_list_register (session, 0, error);
  g_autoptr(GPtrArray) people = lines == NULL ? NULL : msk_briefing_desk_list (session, error);

  if (people == NULL)
    return FALSE;

  msk_report_add_heading (report, _ ("Not yet, of the version in force"));
  add_lacking (report, people, kinds);
  msk_report_add_heading (report, _ ("Register"));
  add_register (report, lines, kinds);
  return TRUE;
}

gboolean
msk_notice_report_add_exceptions (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Kind"), 12, FALSE },  { _ ("Item"), 6, TRUE },          { _ ("Name"), 14, FALSE },
    { _ ("Unit"), 18, FALSE },  { _ ("Approved by"), 12, FALSE }, { _ ("Reference"), 14, FALSE },
    { _ ("Since"), 19, FALSE }, { _ ("Withdrawn"), 19, FALSE },   { _ ("State"), 10, FALSE },
  };
  g_autoptr(GPtrArray) exceptions = msk_notice_desk_list_exceptions (session, FALSE, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (exceptions == NULL)
    return FALSE;

  for (guint i = 0; i < exceptions->len; i++)
    {
      const MskRecordingException *each = g_ptr_array_index (exceptions, i);

      g_ptr_array_add (cells, g_strdup (msk_exception_get_label (each->kind)));
      g_ptr_array_add (cells, msk_report_desk_dup_text ("%u", each->position));
      g_ptr_array_add (cells, g_strdup (each->name));
      g_ptr_array_add (cells, g_strdup (each->unit));
      g_ptr_array_add (cells, g_strdup (each->authority));
      g_ptr_array_add (cells, g_strdup (each->reference));
      g_ptr_array_add (cells, msk_report_desk_dup_time (each->granted_at));
      g_ptr_array_add (cells, msk_report_desk_dup_time (each->withdrawn_at));
      g_ptr_array_add (cells, g_strdup (msk_exception_state_get_label (each->state)));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

static void
add_move (GPtrArray *cells, GPtrArray *items, const MskAgendaMove *move, gint64 until)
{
  const MskAgendaItem *item = msk_agenda_get_item (items, move->position);

  g_ptr_array_add (cells, msk_report_desk_dup_time (move->at));
  g_ptr_array_add (cells, msk_report_desk_dup_time (until));
  g_ptr_array_add (cells, item == NULL
                              ? g_strdup (msk_room_phase_get_label (move->phase))
                              : msk_report_desk_dup_text ("%u. %s", item->position, item->title));
  g_ptr_array_add (cells, g_strdup (item == NULL ? "" : msk_recording_get_label (item->recording)));
  g_ptr_array_add (cells, g_strdup (move->user));
}

gboolean
msk_notice_report_add_agenda (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("From"), 19, FALSE },  { _ ("Until"), 19, FALSE }, { _ ("Item"), 30, FALSE },
    { _ ("Notes"), 18, FALSE }, { _ ("By"), 14, FALSE },
  };
  g_autoptr(GPtrArray) moves = msk_agenda_desk_list_moves (session, error);
  g_autoptr(GPtrArray) items =
                 moves == NULL ? NULL : msk_meeting_desk_list_agenda (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < moves->len; i++)
    {
      const MskAgendaMove *next = i + 1 < moves->len ? g_ptr_array_index (moves, i + 1) : NULL;

      add_move (cells, items, g_ptr_array_index (moves, i), next != NULL ? next->at : 0);
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}
