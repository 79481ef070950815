/* What the printing system still has of runs whose end nobody saw, or that left something (A2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-spool-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-designated-printer.h"
#include "msk-error.h"
#include "msk-print-run-store.h"
#include "msk-session-private.h"
#include "msk-spool-clearance.h"

typedef struct
{
  gint64 meeting_id;
  gint64 run_id;
  MskSpoolClearance *clearance;
  MskPrinter *printer;
  gboolean begun;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->clearance, msk_spool_clearance_free);
  g_clear_object (&job->printer);
  g_free (job);
}

static gboolean
prepare (Job *job, MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_PRINT_RUN, error);
  g_autoptr(MskDesignatedPrinter) designated = NULL;
  g_autoptr(MskPrintRun) run = NULL;

  if (database == NULL || !msk_meeting_check_open (msk_session_get_meeting (session), error))
    return FALSE;

  job->meeting_id = msk_session_get_meeting (session)->id;
  run = msk_print_run_store_get (database, job->run_id, error);
  if (run == NULL)
    return FALSE;
  if (!msk_print_run_may_still_print (run))
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED,
                           _ ("Nothing of this run can print any more: look at “msk copy runs”."));
      return FALSE;
    }

  job->clearance = msk_spool_clearance_new (database, run->printer, run->id, error);
  designated =
      job->clearance == NULL ? NULL : msk_designated_printer_find (session, run->printer, error);
  if (designated == NULL)
    return FALSE;

  job->printer = msk_designated_printer_make (designated);
  return TRUE;
}

static void
clear_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (msk_spool_clearance_perform (job->clearance, job->printer, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
msk_spool_desk_clear_async (MskSession *session,
                            gint64 run_id,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);
  GError *error = NULL;

  g_return_if_fail (MSK_IS_SESSION (session));

  job->run_id = run_id;
  g_task_set_source_tag (task, msk_spool_desk_clear_async);
  g_task_set_task_data (task, job, free_job);
  if (prepare (job, session, &error) && msk_session_take_printing (session, &error))
    {
      job->begun = TRUE;
      g_task_run_in_thread (task, clear_in_thread);
    }
  else
    {
      g_task_return_error (task, error);
    }
}

/* Whatever was found is in the register, also when it is trouble. */
static gboolean
record (MskSession *session, Job *job, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  if (!msk_spool_clearance_has_answer (job->clearance))
    return TRUE;
  if (msk_session_require_meeting (session, MSK_ACT_PRINT_RUN, error) == NULL)
    return FALSE;
  if (msk_session_get_meeting (session)->id != job->meeting_id)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OTHER_MEETING,
                           _ ("Another meeting was opened meanwhile: open the first one again and "
                              "clear the run once more."));
      return FALSE;
    }

  return msk_session_begin (session, MSK_ACT_PRINT_RUN, &transaction, error) &&
         msk_spool_clearance_record (job->clearance, &transaction, error) &&
         msk_session_commit (session, &transaction, error);
}

MskPrintRun *
msk_spool_desk_clear_finish (MskSession *session, GAsyncResult *answer, GError **error)
{
  Job *job;
  g_autoptr(GError) trouble = NULL;

  g_return_val_if_fail (g_task_is_valid (answer, session), NULL);

  job = g_task_get_task_data (G_TASK (answer));
  g_task_propagate_boolean (G_TASK (answer), &trouble);
  if (job->begun)
    {
      msk_session_leave_printing (session);
      if (!record (session, job, error))
        return NULL;
    }
  if (trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }

  return msk_print_run_store_get (msk_session_require_meeting (session, MSK_ACT_PRINT_RUN, NULL),
                                  job->run_id, error);
}
