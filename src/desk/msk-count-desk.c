/* Runs of the printer, and the blind count of their sheets (C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-count-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-incident-private.h"
#include "msk-print-desk-private.h"
#include "msk-print-run-store.h"
#include "msk-session-private.h"

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

static void
blot_out (MskPrintRun *run)
{
  if (!msk_print_run_may_tell (run))
    run->expected = run->counted + 1; /* only that it differs */
}

GPtrArray *
msk_count_desk_list_runs (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) runs = database == NULL ? NULL : msk_print_run_store_list (database, error);

  if (runs == NULL)
    return NULL;

  for (guint i = 0; i < runs->len; i++)
    blot_out (g_ptr_array_index (runs, i));

  return g_steal_pointer (&runs);
}

static gboolean
check_countable (MskPrintRun *run, GError **error)
{
  switch (msk_print_run_get_standing (run))
    {
    case MSK_COUNT_NOT_NEEDED:
      return refuse (error, MSK_RULE_ERROR_ALREADY_DECIDED,
                     _ ("Nothing of this run is on paper: there is nothing to count."));
    case MSK_COUNT_AGREED:
    case MSK_COUNT_EXPLAINED:
      return refuse (error, MSK_RULE_ERROR_ALREADY_DECIDED,
                     _ ("The sheets of this run are settled: look at “msk copy runs”."));
    case MSK_COUNT_WAITING:
    case MSK_COUNT_AGAIN:
    case MSK_COUNT_OPEN:
    default:
      break;
    }

  return run->unsettled == 0 ||
         refuse (error, MSK_RULE_ERROR_PRINTING_NOT_SETTLED,
                 _ ("Of a copy of this run nobody knows whether it came out: look at the printer "
                    "and settle it, then count."));
}

MskPrintRun *
msk_count_desk_count (MskSession *session, gint64 id, guint sheets, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskPrintRun) run = NULL;
  g_autoptr(MskPrintRun) counted = NULL;
  guint expected;

  if (!msk_session_begin_moving (session, MSK_ACT_SHEET_COUNT, &transaction, error))
    return NULL;

  run = msk_print_run_store_get (transaction.database, id, error);
  if (run == NULL || !check_countable (run, error) ||
      !msk_print_run_store_count_expected (transaction.database, run, &expected, error) ||
      !msk_print_run_store_add_count (&transaction, id, sheets, expected, error))
    return NULL;

  counted = msk_print_run_store_get (transaction.database, id, error);
  if (counted == NULL ||
      (msk_print_run_get_standing (counted) == MSK_COUNT_OPEN &&
       !msk_incident_open_run (&transaction, counted, error)) ||
      !msk_session_commit (session, &transaction, error))
    return NULL;

  blot_out (counted);
  return g_steal_pointer (&counted);
}

gboolean
msk_count_desk_explain (MskSession *session, gint64 id, const char *explanation, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *clean = NULL;
  g_autoptr(MskPrintRun) run = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_COUNT_EXPLAIN, &transaction, error))
    return FALSE;

  run = msk_print_run_store_get (transaction.database, id, error);
  if (run == NULL)
    return FALSE;
  if (msk_print_run_is_settled (run))
    return refuse (error, MSK_RULE_ERROR_ALREADY_DECIDED,
                   _ ("The sheets of this run are settled: look at “msk copy runs”."));
  if (msk_print_run_get_standing (run) != MSK_COUNT_OPEN)
    return refuse (error, MSK_RULE_ERROR_SHEETS_NOT_COUNTED,
                   _ ("A difference is explained when the sheets were counted three times: have "
                      "them counted."));
  clean = msk_print_desk_dup_reason (explanation, error);
  return clean != NULL && msk_print_run_store_explain (&transaction, id, clean, error) &&
         msk_session_commit (session, &transaction, error);
}
