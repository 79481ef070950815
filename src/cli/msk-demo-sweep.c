/* The demonstration's end: the sweep when everybody has left, the close, the reports.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-carrier-desk.h"
#include "msk-demo-data.h"
#include "msk-demo-run.h"
#include "msk-paper-desk.h"
#include "msk-print-desk.h"
#include "msk-report-desk.h"
#include "msk-scan-desk.h"
#include "msk-sweep-desk.h"

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
      !msk_sweep_desk_sign (self->session, error) ||
      !msk_sweep_desk_get_summary (self->session, &summary, error))
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
