/* The print room on paper: packs, runs, spoiled sheets, who came and went.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-room-report.h"

#include <glib/gi18n-lib.h>

#include "msk-count-desk.h"
#include "msk-plan-desk.h"
#include "msk-print-desk.h"
#include "msk-report-desk-private.h"
#include "msk-room-desk.h"

/* What is still to be handed over, or was: a pack that was given up is none. */
static gboolean
is_in_pack (const MskPlanLine *line)
{
  return line->standing == MSK_PLAN_WAITING || line->standing == MSK_PLAN_AS_PLANNED;
}

static void
add_pack (MskReport *report, const MskPlanLine *person, GPtrArray *cells)
{
  const MskReportColumn columns[] = {
    { _ ("Copy"), 14, FALSE },
    { _ ("Paper"), 40, FALSE },
    { _ ("Standing"), 26, FALSE },
    { _ ("Checked"), 20, FALSE },
  };
  const guint count = cells->len / G_N_ELEMENTS (columns);
  g_autofree char *size = NULL;
  g_autofree char *heading = NULL;

  if (count == 0)
    return;

  size = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u copy", "%u copies", count), count);
  heading = g_strdup_printf ("%s%s%s · %s · %s", person->seat, *person->seat != '\0' ? " · " : "",
                             person->planned, person->unit, size);
  msk_report_add_heading (report, heading);
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  g_ptr_array_set_size (cells, 0);
}

/* In the order in which “print by person” prints them, to check each pack by. */
gboolean
msk_room_report_add_packs (MskReport *report, MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) lines = msk_plan_desk_list (session, 0, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const MskPlanLine *person = NULL;
  gboolean any = FALSE;

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const MskPlanLine *line = g_ptr_array_index (lines, i);

      if (!is_in_pack (line))
        continue;
      if (person != NULL && person->planned_id != line->planned_id)
        add_pack (report, person, cells);
      person = line;
      any = TRUE;
      g_ptr_array_add (cells, msk_copy_number_dup_text (line->number));
      g_ptr_array_add (cells, g_strdup (line->document_number));
      g_ptr_array_add (cells, g_strdup (msk_plan_standing_get_label (line->standing)));
      g_ptr_array_add (cells, g_strdup (""));
    }

  if (any)
    add_pack (report, person, cells);
  else
    msk_report_add_paragraph (report, _ ("None."));
  return TRUE;
}

static void
add_run_row (GPtrArray *cells, MskPrintRun *run)
{
  const gboolean counted = run->counts > 0;
  const char *standing = msk_count_standing_get_label (msk_print_run_get_standing (run));

  g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, run->id));
  g_ptr_array_add (cells, g_strdup (run->paper_id != 0 ? run->document_number : _ ("all papers")));
  g_ptr_array_add (cells, g_strdup (run->place));
  g_ptr_array_add (cells, msk_report_desk_dup_time (run->started_at));
  g_ptr_array_add (cells, g_strdup (run->started_by));
  g_ptr_array_add (cells, g_strdup_printf ("%u", run->sent));
  g_ptr_array_add (cells, counted ? g_strdup_printf ("%u", run->counted) : g_strdup (""));
  /* A count that is still to be made is blind on paper too. */
  g_ptr_array_add (cells, counted && msk_print_run_may_tell (run)
                              ? g_strdup_printf ("%u", run->expected)
                              : g_strdup (""));
  g_ptr_array_add (cells, *run->explanation == '\0'
                              ? g_strdup (standing)
                              : g_strdup_printf ("%s (%s): %s", standing, run->explained_by,
                                                 run->explanation));
}

gboolean
msk_room_report_add_runs (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Run"), 6, FALSE },    { _ ("Paper"), 18, FALSE },  { _ ("Place"), 12, FALSE },
    { _ ("Begun"), 13, FALSE }, { _ ("Who"), 10, FALSE },    { _ ("Copies"), 8, TRUE },
    { _ ("Counted"), 9, TRUE }, { _ ("Expected"), 9, TRUE }, { _ ("Count"), 15, FALSE },
  };
  g_autoptr(GPtrArray) runs = msk_count_desk_list_runs (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (runs == NULL)
    return FALSE;

  for (guint i = 0; i < runs->len; i++)
    add_run_row (cells, g_ptr_array_index (runs, i));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

gboolean
msk_room_report_add_spoiled (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Set"), 5, FALSE },    { _ ("Copy"), 9, FALSE },  { _ ("Paper"), 15, FALSE },
    { _ ("Kind"), 11, FALSE },  { _ ("Sheets"), 7, TRUE }, { _ ("Reason"), 15, FALSE },
    { _ ("Place"), 10, FALSE }, { _ ("When"), 11, FALSE }, { _ ("Who"), 8, FALSE },
    { _ ("Gone"), 9, FALSE },
  };
  g_autoptr(GPtrArray) sets = msk_print_desk_list_spoiled (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const MskReportSigner signers[] = { { _ ("Desk clerk"), NULL },
                                      { _ ("Security officer"), NULL } };

  if (sets == NULL)
    return FALSE;

  for (guint i = 0; i < sets->len; i++)
    {
      const MskSpoilage *set = g_ptr_array_index (sets, i);

      g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, set->id));
      g_ptr_array_add (cells, msk_copy_number_dup_text (set->number));
      g_ptr_array_add (cells, g_strdup (set->document_number));
      g_ptr_array_add (cells, g_strdup (msk_spoilage_kind_get_label (set->kind)));
      g_ptr_array_add (cells, g_strdup_printf ("%u", set->sheets));
      g_ptr_array_add (cells, g_strdup (set->reason));
      g_ptr_array_add (cells, g_strdup (set->place));
      g_ptr_array_add (cells, msk_report_desk_dup_time (set->registered_at));
      g_ptr_array_add (cells, g_strdup (set->registered_by));
      g_ptr_array_add (cells,
                       g_strdup (set->gone_at == 0 ? "" : msk_copy_state_get_label (set->state)));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return TRUE;
}

gboolean
msk_room_report_add_visits (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Entry"), 7, FALSE },    { _ ("Place"), 13, FALSE },  { _ ("Name"), 14, FALSE },
    { _ ("Unit"), 18, FALSE },    { _ ("Reason"), 14, FALSE }, { _ ("By leave of"), 12, FALSE },
    { _ ("Came in"), 11, FALSE }, { _ ("Left"), 11, FALSE },
  };
  g_autoptr(GPtrArray) visits = msk_room_desk_list (session, FALSE, NULL, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (visits == NULL)
    return FALSE;

  for (guint i = 0; i < visits->len; i++)
    {
      const MskRoomVisit *visit = g_ptr_array_index (visits, i);

      g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, visit->id));
      g_ptr_array_add (cells, g_strdup (visit->place));
      g_ptr_array_add (cells, g_strdup (visit->name));
      g_ptr_array_add (cells, g_strdup (visit->unit));
      g_ptr_array_add (cells, g_strdup (visit->reason));
      g_ptr_array_add (cells, g_strdup (visit->leave));
      g_ptr_array_add (cells, msk_report_desk_dup_time (visit->entered_at));
      g_ptr_array_add (cells, msk_report_desk_dup_time (visit->left_at));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}
