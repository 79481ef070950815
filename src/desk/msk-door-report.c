/* The door on paper: who passed, who was refused, who is inside.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-door-report.h"

#include <glib/gi18n-lib.h>

#include "msk-door-desk.h"
#include "msk-report-desk-private.h"

static gboolean
add_count (MskReport *report, MskSession *session, GError **error)
{
  g_autofree char *text = NULL;
  MskHeadCount count;

  if (!msk_door_desk_count (session, &count, error))
    return FALSE;

  text = msk_head_count_dup_text (&count);
  msk_report_add_paragraph (report, text);
  return TRUE;
}

/* What they were known by on the way in, and on the way out why they left with papers. */
static char *
dup_how (const MskDoorLine *line)
{
  const char *how =
      line->direction == MSK_DIRECTION_IN ? msk_identity_get_label (line->identity) : line->reason;

  if (!line->by_hand)
    return g_strdup (how);

  return *how != '\0' ? g_strdup_printf ("%s; %s", how, _ ("by hand")) : g_strdup (_ ("by hand"));
}

gboolean
msk_door_report_add_register (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Entry"), 7, FALSE },    { _ ("When"), 14, FALSE },     { _ ("Name"), 14, FALSE },
    { _ ("Unit"), 17, FALSE },    { _ ("What"), 8, FALSE },      { _ ("Identity"), 14, FALSE },
    { _ ("Seen by"), 10, FALSE }, { _ ("Annulled"), 16, FALSE },
  };
  g_autoptr(GPtrArray) lines = msk_door_desk_list (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const MskDoorLine *line = g_ptr_array_index (lines, i);

      g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, line->id));
      g_ptr_array_add (cells, msk_report_desk_dup_time (line->at));
      g_ptr_array_add (cells, g_strdup (line->person));
      g_ptr_array_add (cells, g_strdup (line->unit));
      g_ptr_array_add (cells, g_strdup (msk_direction_get_label (line->direction)));
      g_ptr_array_add (cells, dup_how (line));
      g_ptr_array_add (cells, g_strdup (line->user));
      g_ptr_array_add (cells, line->annulled_at == 0 ? g_strdup ("")
                                                     : g_strdup_printf ("%s: %s", line->annulled_by,
                                                                        line->annulled_for));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return add_count (report, session, error);
}

gboolean
msk_door_report_add_refusals (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Entry"), 8, FALSE }, { _ ("When"), 16, FALSE }, { _ ("Name"), 16, FALSE },
    { _ ("Unit"), 20, FALSE }, { _ ("Way"), 8, FALSE },   { _ ("Verdict"), 18, FALSE },
    { _ ("Who"), 14, FALSE },
  };
  g_autoptr(GPtrArray) lines = msk_door_desk_list_refusals (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const MskDoorLine *line = g_ptr_array_index (lines, i);

      g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, line->id));
      g_ptr_array_add (cells, msk_report_desk_dup_time (line->at));
      g_ptr_array_add (cells, g_strdup (line->person));
      g_ptr_array_add (cells, g_strdup (line->unit));
      g_ptr_array_add (cells, g_strdup (msk_direction_get_label (line->direction)));
      g_ptr_array_add (cells, g_strdup (msk_door_verdict_get_word (line->verdict)));
      g_ptr_array_add (cells, g_strdup (line->user));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

gboolean
msk_door_report_add_inside (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Name"), 24, FALSE },
    { _ ("Unit"), 36, FALSE },
    { _ ("Capacity"), 18, FALSE },
    { _ ("Came in"), 22, FALSE },
  };
  g_autoptr(GPtrArray) lines = msk_door_desk_list_inside (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (lines == NULL || !add_count (report, session, error))
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const MskDoorLine *line = g_ptr_array_index (lines, i);

      g_ptr_array_add (cells, g_strdup (line->person));
      g_ptr_array_add (cells, g_strdup (line->unit));
      g_ptr_array_add (cells, g_strdup (msk_capacity_get_label (line->capacity)));
      g_ptr_array_add (cells, msk_report_desk_dup_time (line->at));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}
