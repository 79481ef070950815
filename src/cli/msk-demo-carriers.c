/* The demonstration's notebooks: registered, labelled, given out and taken back, all with the codes
 * of their labels. SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-carrier-desk.h"
#include "msk-demo-data.h"
#include "msk-demo-run.h"
#include "msk-scan-desk.h"
#include "msk-verdict-error.h"
#include "msk-vetting-desk.h"

#define NOTEBOOKS 4
#define SPARE_NOTEBOOKS 1

/* One code under the scanner, which must be taken. */
static gboolean
scan (MskScanDesk *desk, const char *code, GError **error)
{
  g_autoptr(MskVerdict) verdict = code != NULL ? msk_scan_desk_scan (desk, code, error) : NULL;

  return verdict != NULL && msk_verdict_check (verdict, error);
}

static gboolean
scan_label (MskDemoRun *self, MskScanDesk *desk, guint number, GError **error)
{
  g_autofree char *code = msk_carrier_desk_dup_code (self->session, number, error);

  return scan (desk, code, error);
}

static gboolean
print_labels (MskDemoRun *self, GError **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  MskPrintResult result;

  for (guint number = 1; number <= NOTEBOOKS; number++)
    g_array_append_val (numbers, number);

  return msk_carrier_desk_print_labels (self->session, numbers, MSK_DEMO_PRINTER, &result, NULL,
                                        error) &&
         msk_demo_run_take_files (self, "label", error);
}

static gboolean
register_notebooks (MskDemoRun *self, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (self->session, MSK_SCAN_CHECK);
  const MskCarrierDraft draft = { MSK_CARRIER_NOTEBOOK, MSK_LEVEL_CONFIDENTIAL, MSK_DEMO_NOTEBOOK,
                                  MSK_DEMO_NOTEBOOK_SHEETS, MSK_DEMO_NOTEBOOK_SOURCE };

  if (msk_carrier_desk_add (self->session, &draft, NOTEBOOKS, error) == 0 ||
      !print_labels (self, error))
    return FALSE;

  for (guint number = 1; number <= NOTEBOOKS; number++)
    if (!scan_label (self, desk, number, error))
      return FALSE;

  self->carriers = NOTEBOOKS;
  return TRUE;
}

static gboolean
issue_notebooks (MskDemoRun *self, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (self->session, MSK_SCAN_ISSUE);
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (self->session, error);

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len && self->carriers_issued < NOTEBOOKS - SPARE_NOTEBOOKS; i++)
    {
      MskAttendee *person = g_ptr_array_index (people, i);
      g_autofree char *badge = NULL;

      if (!msk_attendee_check_admissible (person, NULL))
        continue;
      badge = msk_vetting_desk_dup_badge_code (self->session, person->id, error);
      if (!scan (desk, badge, error) || !scan_label (self, desk, self->carriers_issued + 1, error))
        return FALSE;
      self->carriers_issued++;
    }

  return TRUE;
}

gboolean
msk_demo_run_issue_carriers (MskDemoRun *self, GError **error)
{
  if (!register_notebooks (self, error) || !issue_notebooks (self, error))
    return FALSE;

  msk_cli_say (self->cli, _ ("Desk clerk: %u notebooks registered and labelled, %u issued."),
               self->carriers, self->carriers_issued);
  return TRUE;
}

gboolean
msk_demo_run_return_carriers (MskDemoRun *self, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (self->session, MSK_SCAN_RETURN);

  for (guint number = 1; number <= self->carriers_issued; number++)
    if (!scan_label (self, desk, number, error))
      return FALSE;

  return TRUE;
}

gboolean
msk_demo_run_walk_carriers (MskDemoRun *self, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (self->session, MSK_SCAN_SWEEP);

  for (guint number = 1; number <= NOTEBOOKS; number++)
    if (!scan_label (self, desk, number, error))
      return FALSE;

  return TRUE;
}
