/* The demonstration's desk clerk: printing, checking each copy, issue and return, all with the
 * codes of the tags. SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-demo-data.h"
#include "msk-demo-run.h"
#include "msk-paper-desk.h"
#include "msk-plan-desk.h"
#include "msk-print-desk.h"
#include "msk-printing.h"
#include "msk-scan-desk.h"
#include "msk-verdict-error.h"
#include "msk-vetting-desk.h"

static gboolean
scan (MskScanDesk *desk, const char *code, GError **error)
{
  g_autoptr(MskVerdict) verdict = code != NULL ? msk_scan_desk_scan (desk, code, error) : NULL;

  return verdict != NULL && msk_verdict_check (verdict, error);
}

/* The first page of a copy under the scanner. */
static gboolean
scan_copy (MskDemoRun *self, MskScanDesk *desk, guint number, GError **error)
{
  g_autofree char *code = msk_print_desk_dup_code (self->session, number, 1, error);

  return scan (desk, code, error);
}

static gboolean
scan_badge (MskDemoRun *self, MskScanDesk *desk, gint64 person, GError **error)
{
  g_autofree char *code = msk_vetting_desk_dup_badge_code (self->session, person, error);

  return scan (desk, code, error);
}

/* One pack a person, in the order of the plan. */
static gboolean
print_papers (MskDemoRun *self, GPtrArray *papers, GError **error)
{
  MskPrintResult result = { 0 };
  guint planned, without;

  for (guint i = 0; i < papers->len; i++)
    {
      const MskPaper *paper = g_ptr_array_index (papers, i);

      if (msk_print_desk_reserve (self->session, paper->id, paper->approved, error) == 0)
        return FALSE;
    }

  if (!msk_plan_desk_make (self->session, 0, &planned, &without, error))
    return FALSE;
  msk_cli_say (self->cli, _ ("Desk clerk: %u copies planned, each for a person by name."), planned);
  if (!msk_printing_run (self->cli, self->session, 0, MSK_DEMO_PRINTER, &result, error))
    return FALSE;

  msk_cli_say (self->cli, _ ("Desk clerk: %u copies printed, each under its own number."),
               result.printed);
  return msk_demo_run_take_files (self, "copy", error);
}

static gboolean
check_copies (MskDemoRun *self, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (self->session, MSK_SCAN_CHECK);
  g_autoptr(GPtrArray) copies = msk_print_desk_list_copies (self->session, 0, error);

  if (copies == NULL)
    return FALSE;

  for (guint i = 0; i < copies->len; i++)
    if (!scan_copy (self, desk, ((const MskCopy *) g_ptr_array_index (copies, i))->number, error))
      return FALSE;

  msk_cli_say (self->cli, _ ("Desk clerk: %u copies checked at the printer and in store."),
               copies->len);
  return TRUE;
}

static gboolean
print_badges (MskDemoRun *self, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (self->session, MSK_SCAN_CHECK);
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (self->session, error);
  guint printed = 0;

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      MskAttendee *person = g_ptr_array_index (people, i);

      if (!msk_attendee_check_admissible (person, NULL))
        continue;
      if (!msk_vetting_desk_print_badge (self->session, person->id, MSK_DEMO_PRINTER, NULL,
                                         error) ||
          !scan_badge (self, desk, person->id, error))
        return FALSE;
      printed++;
    }

  msk_cli_say (self->cli, _ ("Desk clerk: %u badges printed, each scanned."), printed);
  return msk_demo_run_take_files (self, "badge", error);
}

gboolean
msk_demo_run_print (MskDemoRun *self, GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_desk_list (self->session, error);

  return papers != NULL && print_papers (self, papers, error) && check_copies (self, error) &&
         print_badges (self, error);
}

gboolean
msk_demo_run_issue (MskDemoRun *self, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (self->session, MSK_SCAN_ISSUE);
  g_autoptr(GPtrArray) lines = msk_plan_desk_list (self->session, 0, error);

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const MskPlanLine *line = g_ptr_array_index (lines, i);

      if (line->planned_id == 0)
        continue;
      if (!scan_badge (self, desk, line->planned_id, error) ||
          !scan_copy (self, desk, line->number, error))
        return FALSE;
      self->issued++;
    }

  msk_cli_say (self->cli, _ ("Desk clerk: %u copies issued, each to the person of the plan."),
               self->issued);
  return TRUE;
}

/* The last copy that was issued of the first paper goes missing, and that of the second is left
 * behind. */
static void
choose_strays (MskDemoRun *self, GPtrArray *copies, GPtrArray *papers)
{
  const MskPaper *first = g_ptr_array_index (papers, 0);
  const MskPaper *second = g_ptr_array_index (papers, 1);

  for (guint i = 0; i < copies->len; i++)
    {
      const MskCopy *copy = g_ptr_array_index (copies, i);

      if (copy->state == MSK_COPY_HELD && copy->paper_id == first->id)
        self->missing_copy = copy->number;
      if (copy->state == MSK_COPY_HELD && copy->paper_id == second->id)
        self->found_copy = copy->number;
    }
}

/* Where the paper asks for it. */
static gboolean
count_copy (MskScanDesk *desk, const MskCopy *copy, GError **error)
{
  const MskPageCount count = { copy->pages, MSK_CONDITION_WHOLE, "" };
  g_autoptr(MskVerdict) verdict = NULL;

  if (msk_scan_desk_get_waiting_copy (desk) != copy->number)
    return TRUE;

  verdict = msk_scan_desk_count (desk, copy->number, &count, error);
  return verdict != NULL && msk_verdict_check (verdict, error);
}

gboolean
msk_demo_run_return (MskDemoRun *self, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (self->session, MSK_SCAN_RETURN);
  g_autoptr(GPtrArray) papers = msk_paper_desk_list (self->session, error);
  g_autoptr(GPtrArray) copies =
                 papers != NULL ? msk_print_desk_list_copies (self->session, 0, error) : NULL;

  if (copies == NULL)
    return FALSE;

  choose_strays (self, copies, papers);
  for (guint i = 0; i < copies->len; i++)
    {
      const MskCopy *copy = g_ptr_array_index (copies, i);

      if (copy->state != MSK_COPY_HELD || copy->number == self->missing_copy ||
          copy->number == self->found_copy)
        continue;
      if (!scan_copy (self, desk, copy->number, error) || !count_copy (desk, copy, error))
        return FALSE;
      self->returned++;
    }

  msk_cli_say (self->cli, _ ("Desk clerk: %u copies returned, %u not."), self->returned,
               self->issued - self->returned);
  return TRUE;
}
