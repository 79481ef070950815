/* The demonstration's end: the sweep when everybody has left, the close, the reports.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-carrier-desk.h"
#include "msk-demo-data.h"
#include "msk-demo-run.h"
#include "msk-left-item-desk.h"
#include "msk-paper-desk.h"
#include "msk-print-desk.h"
#include "msk-report-desk.h"
#include "msk-scan-desk.h"
#include "msk-sweep-count-desk.h"
#include "msk-sweep-desk.h"
#include "msk-sweep-zone-desk.h"

/* Whatever the desk says to a copy, finding it is what the sweep is for; only a register that fails
 * stops it. */
static gboolean
scan_copy (MskDemoRun *self, MskScanDesk *desk, guint number, GError **error)
{
  g_autofree char *code = msk_print_desk_dup_code (self->session, number, 1, error);
  g_autoptr(MskVerdict) verdict = code != NULL ? msk_scan_desk_scan (desk, code, error) : NULL;

  return verdict != NULL;
}

gboolean
msk_demo_run_walk (MskDemoRun *self, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (self->session, MSK_SCAN_SWEEP);
  g_autoptr(GPtrArray) copies = msk_print_desk_list_copies (self->session, 0, error);

  if (copies == NULL)
    return FALSE;

  for (guint i = 0; i < copies->len; i++)
    {
      const MskCopy *copy = g_ptr_array_index (copies, i);

      if (copy->number != self->missing_copy && !scan_copy (self, desk, copy->number, error))
        return FALSE;
    }

  if (!msk_demo_run_walk_carriers (self, error))
    return FALSE;

  msk_cli_say (self->cli, _ ("Desk clerk: everything in the room is scanned."));
  return TRUE;
}

/* What holds nothing secret opens no incident. */
static gboolean
find_umbrella (MskDemoRun *self, GError **error)
{
  const MskLeftDraft draft = { MSK_LEFT_OTHER, MSK_MEASURE_AREA_FLOOR, MSK_DEMO_UMBRELLA,
                               MSK_DEMO_FINDER };
  gint64 id;

  return msk_left_item_desk_add (self->session, &draft, &id, error) &&
         msk_left_item_desk_handle (self->session, id, MSK_DEMO_UMBRELLA_HANDLING, error);
}

/* So many of a paper, or of the carriers, lie there at the end. */
static guint
count_lying (GPtrArray *tallies, gint64 paper_id)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      const MskSweepTally *tally = g_ptr_array_index (tallies, i);

      if (tally->paper_id == paper_id)
        return tally->classes[MSK_SWEEP_RETURNED] + tally->classes[MSK_SWEEP_IN_STORE] +
               tally->classes[MSK_SWEEP_SPOILED];
    }

  return 0;
}

gboolean
msk_demo_run_count (MskDemoRun *self, GError **error)
{
  g_autoptr(GPtrArray) tallies = msk_sweep_zone_desk_list_papers (self->session, error);
  g_autoptr(GArray) figures =
                 tallies == NULL ? NULL : msk_sweep_count_desk_list_wanted (self->session, error);
  MskSweepCountStanding standing;

  if (figures == NULL)
    return FALSE;

  for (guint i = 0; i < figures->len; i++)
    {
      MskSweepFigure *figure = &g_array_index (figures, MskSweepFigure, i);

      if (figure->paper_id != MSK_SWEEP_FIGURE_SETS)
        figure->counted = count_lying (tallies, figure->paper_id);
    }
  return msk_sweep_count_desk_add (self->session, figures, &standing, error);
}

gboolean
msk_demo_run_explain (MskDemoRun *self, GError **error)
{
  g_autofree char *found = msk_copy_number_dup_text (self->found_copy);
  g_autofree char *missing = msk_copy_number_dup_text (self->missing_copy);
  MskSweepSummary summary = { 0 };

  if (!msk_demo_run_venue_check (self, error) ||
      !msk_sweep_desk_recover (self->session, MSK_SWEEP_COPY, self->found_copy,
                               MSK_DEMO_FOUND_REMARK, error) ||
      !msk_sweep_desk_report_missing (self->session, MSK_SWEEP_COPY, self->missing_copy,
                                      MSK_DEMO_MISSING_TOLD, MSK_DEMO_MISSING_REMARK, error) ||
      !find_umbrella (self, error) || !msk_sweep_desk_get_summary (self->session, &summary, error))
    return FALSE;

  msk_cli_say (self->cli,
               _ ("Security officer: of %u copies and carriers %u were seen in the sweep; number "
                  "%s "
                  "was found in the room, number %s is reported missing."),
               summary.expected, summary.seen, found, missing);
  return TRUE;
}

static gboolean
write_reports (MskDemoRun *self, GError **error)
{
  for (MskReportKind kind = MSK_REPORT_LIST; kind <= MSK_REPORT_SWEEP; kind++)
    {
      g_autofree char *path = msk_report_desk_write (self->session, kind, NULL, error);

      if (path == NULL)
        return FALSE;
    }

  return msk_demo_run_take_files (self, "report", error);
}

gboolean
msk_demo_run_close (MskDemoRun *self, GError **error)
{
  if (!msk_sweep_desk_close (self->session, error) ||
      !msk_paper_desk_get_balance (self->session, 0, &self->balance, error) ||
      !msk_carrier_desk_get_balance (self->session, &self->carrier_balance, error) ||
      !write_reports (self, error))
    return FALSE;

  msk_cli_say (self->cli, _ ("Security officer and responsible leader signed, and the meeting is "
                             "closed."));
  return TRUE;
}
