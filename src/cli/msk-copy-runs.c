/* The verbs of msk copy about runs of the printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-runs.h"

#include <glib/gi18n-lib.h>

#include "msk-count-desk.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-spool-desk.h"
#include "msk-table.h"
#include "msk-waiting.h"

static void
add_run (MskTable *table, MskPrintRun *run)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, run->id);
  g_autofree char *sent = g_strdup_printf ("%u", run->sent);
  g_autofree char *counted = run->counts > 0 ? g_strdup_printf ("%u", run->counted) : g_strdup ("");
  g_autofree char *expected = run->counts > 0 && msk_print_run_may_tell (run)
                                  ? g_strdup_printf ("%u", run->expected)
                                  : g_strdup ("");
  g_autofree char *at = msk_table_dup_time (run->started_at);

  msk_table_add (table, id, run->paper_id != 0 ? run->document_number : _ ("all papers"),
                 run->printer, at, sent, msk_spool_get_label (run->spool), counted, expected,
                 msk_count_standing_get_label (msk_print_run_get_standing (run)), NULL);
}

gboolean
msk_copy_runs_list (MskCli *cli, GError **error)
{
  g_autoptr(MskTable) table = msk_table_new (_ ("Run"), _ ("Document number"), _ ("Printer"),
                                              _ ("Begun"), _ ("Copies"), _ ("Spool"), _ ("Counted"),
                                              _ ("Expected"), _ ("Count"), NULL);
  g_autoptr(GPtrArray) runs = msk_count_desk_list_runs (cli->session, error);
  g_autofree char *text = NULL;

  if (runs == NULL)
    return FALSE;

  for (guint i = 0; i < runs->len; i++)
    add_run (table, g_ptr_array_index (runs, i));
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "runs", runs, (MskJsonMake) msk_json_from_print_run);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

gboolean
msk_copy_runs_clear (MskCli *cli, GError **error)
{
  g_autoptr(GAsyncResult) answer = NULL;
  g_autoptr(MskPrintRun) run = NULL;
  MskWaiting *waiting;
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error))
    return FALSE;

  waiting = msk_waiting_new ();
  msk_spool_desk_clear_async (cli->session, id, msk_waiting_cb, waiting);
  answer = msk_waiting_end (waiting);
  run = msk_spool_desk_clear_finish (cli->session, answer, error);
  if (run == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "run", msk_json_from_print_run (run));
  msk_cli_say (cli, _ ("Run %u, printing system: %s."), (guint) id,
               msk_spool_get_label (run->spool));
  return TRUE;
}

/* A difference that is told is a refusal: the count does not do. */
static gboolean
judge_count (MskCli *cli, MskPrintRun *run, GError **error)
{
  switch (msk_print_run_get_standing (run))
    {
    case MSK_COUNT_AGAIN:
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SHEETS_DIFFER,
                           _ ("This is not what the register says: count all sheets again."));
      return FALSE;
    case MSK_COUNT_OPEN:
      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SHEETS_DIFFER,
                   _ ("%u sheets were counted and the register has %u: look for the difference, "
                      "count again, or have the security officer explain it."),
                   run->counted, run->expected);
      return FALSE;
    case MSK_COUNT_NOT_NEEDED:
    case MSK_COUNT_WAITING:
    case MSK_COUNT_AGREED:
    case MSK_COUNT_EXPLAINED:
    default:
      msk_cli_say (cli, _ ("The count agrees with the register: %u sheets."), run->counted);
      return TRUE;
    }
}

gboolean
msk_copy_runs_count (MskCli *cli, GError **error)
{
  g_autoptr(MskPrintRun) run = NULL;
  gint64 id;
  guint sheets;

  if (!msk_cli_get_id (cli, 0, &id, error) || !msk_cli_get_count (cli, 1, &sheets, error))
    return FALSE;

  run = msk_count_desk_count (cli->session, id, sheets, error);
  if (run == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "run", msk_json_from_print_run (run));
  return judge_count (cli, run, error);
}

gboolean
msk_copy_runs_explain (MskCli *cli, GError **error)
{
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) ||
      !msk_count_desk_explain (cli->session, id, msk_draft_get_text (cli->draft, "reason", ""),
                               error))
    return FALSE;

  json_object_set_int_member (cli->answer, "explained", id);
  msk_cli_say (cli, _ ("The difference of run %u is explained."), (guint) id);
  return TRUE;
}
