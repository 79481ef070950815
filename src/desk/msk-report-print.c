/* Reports and other sheets on a designated printer, for signatures by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report-print.h"

#include "msk-designated-printer.h"
#include "msk-desk-enum-types.h"
#include "msk-dossier-desk.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"
#include "msk-session-private.h"
#include "msk-sheet-private.h"
#include "msk-spool-clearance.h"

typedef enum
{
  WORK_REPORT,
  WORK_SHEET,   /* as ordered */
  WORK_ARCHIVE, /* of the appliance, whatever meeting is open */
  WORK_DOSSIER, /* that was made already */
} Work;

typedef struct
{
  Work work;
  MskReportKind kind;
  gint64 request_id;
  MskSheetOrder order;
  MskArchiveSheet sheet;
  gint64 meeting_id;
  MskDesignatedPrinter *designated;
  MskPrinter *printer;
  GBytes *document;
  char *reference;
  gboolean begun;
  MskPrintOutcome outcome;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->designated, msk_designated_printer_free);
  g_clear_object (&job->printer);
  g_clear_pointer (&job->document, g_bytes_unref);
  g_clear_pointer (&job->order.people, g_array_unref);
  g_free (job->reference);
  g_free (job);
}

static MskAct
get_act (const Job *job)
{
  switch (job->work)
    {
    case WORK_SHEET:
      return msk_sheet_desk_get_act (&job->order);
    case WORK_REPORT:
      return msk_report_desk_get_act (job->kind);
    case WORK_ARCHIVE:
    case WORK_DOSSIER:
    default:
      return MSK_ACT_REPORT_MAKE;
    }
}

/* The database whose ledger says what became of it. */
static MskDatabase *
require_database (const Job *job, MskSession *session, GError **error)
{
  return job->work == WORK_ARCHIVE ? msk_session_require_appliance (session, get_act (job), error)
                                   : msk_session_require_meeting (session, get_act (job), error);
}

static GBytes *
make_document (Job *job, MskSession *session, GError **error)
{
  switch (job->work)
    {
    case WORK_SHEET:
      return msk_sheet_desk_make (session, &job->order, error);
    case WORK_ARCHIVE:
      return msk_archive_report_make (session, job->sheet, job->request_id, MSK_REPORT_PDF, error);
    case WORK_DOSSIER:
      return g_steal_pointer (&job->document);
    case WORK_REPORT:
    default:
      return msk_report_desk_make_as (session, job->kind, job->request_id, MSK_REPORT_PDF, error);
    }
}

/* By this name the job and its print are found again: what is over the meetings goes with any of
 * them, and what is of a meeting with that. */
static char *
dup_reference (const Job *job, gint64 entry)
{
  if (job->work != WORK_ARCHIVE)
    return g_strdup_printf (MSK_PRINTER_REPORT_PREFIX "%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT,
                            job->meeting_id, entry);

  return g_strdup_printf (MSK_PRINTER_REPORT_PREFIX "%s%" G_GINT64_FORMAT,
                          msk_archive_sheet_get_stem (job->sheet), entry);
}

/* Nothing is made when the printer is not one for secret papers. */
static gboolean
prepare (Job *job, MskSession *session, const char *printer, GError **error)
{
  MskDatabase *database = require_database (job, session, error);
  gint64 entry;

  job->designated = database == NULL ? NULL : msk_designated_printer_find (session, printer, error);
  if (job->designated == NULL)
    return FALSE;

  job->document = make_document (job, session, error);
  if (job->document == NULL || !msk_ledger_get_last (database, &entry, error))
    return FALSE;

  if (job->work != WORK_ARCHIVE)
    job->meeting_id = msk_session_get_meeting (session)->id;
  job->reference = dup_reference (job, entry);
  job->printer = msk_designated_printer_make (job->designated);
  if (job->work == WORK_SHEET)
    msk_printer_set_media (job->printer, job->order.media);
  return TRUE;
}

static void
print_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autofree char *traces = NULL;
  GError *error = NULL;

  /* A report that an earlier run left behind goes with this. */
  if (msk_printer_check (job->printer, cancellable, &error) &&
      msk_spool_clearance_clear_reports (job->printer, &error))
    job->outcome =
        msk_printer_print (job->printer, job->document, job->reference, cancellable, &error);
  if (error == NULL)
    msk_printer_prove_empty (job->printer, NULL, &traces, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Takes the job. */
static void
start (MskSession *session, Job *job, const char *printer, GTask *task)
{
  GError *error = NULL;

  job->outcome = MSK_PRINT_OUTCOME_NOT_SENT;
  /* What came out is recorded even if somebody cancels at that moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, free_job);
  if (!prepare (job, session, printer, &error) || !msk_session_take_printing (session, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  job->begun = TRUE;
  g_task_run_in_thread (task, print_in_thread);
}

void
msk_report_print_async (MskSession *session,
                        MskReportKind kind,
                        gint64 request_id,
                        const char *printer,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (MSK_IS_SESSION (session) && printer != NULL);

  job->kind = kind;
  job->request_id = request_id;
  g_task_set_source_tag (task, msk_report_print_async);
  start (session, job, printer, task);
}

void
msk_report_print_sheet_async (MskSession *session,
                              const MskSheetOrder *order,
                              const char *printer,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (MSK_IS_SESSION (session) && order != NULL && printer != NULL);

  job->work = WORK_SHEET;
  job->order = *order;
  if (order->people != NULL)
    g_array_ref (order->people);
  g_task_set_source_tag (task, msk_report_print_sheet_async);
  start (session, job, printer, task);
}

void
msk_report_print_archive_async (MskSession *session,
                                MskArchiveSheet sheet,
                                gint64 meeting_id,
                                const char *printer,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (MSK_IS_SESSION (session) && printer != NULL);

  job->work = WORK_ARCHIVE;
  job->sheet = sheet;
  job->request_id = meeting_id;
  g_task_set_source_tag (task, msk_report_print_archive_async);
  start (session, job, printer, task);
}

void
msk_report_print_dossier_async (MskSession *session,
                                GBytes *document,
                                const char *printer,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (MSK_IS_SESSION (session) && document != NULL && printer != NULL);

  job->work = WORK_DOSSIER;
  job->document = g_bytes_ref (document);
  g_task_set_source_tag (task, msk_report_print_dossier_async);
  start (session, job, printer, task);
}

/* What the ledger calls it. The caller owns it. */
static char *
dup_kind (const Job *job)
{
  switch (job->work)
    {
    case WORK_ARCHIVE:
      return msk_archive_sheet_dup_kind (job->sheet);
    case WORK_DOSSIER:
      return g_strdup (MSK_DOSSIER_KIND);
    case WORK_REPORT:
    case WORK_SHEET:
    default:
      return g_strdup (msk_enum_get_name (MSK_TYPE_REPORT_KIND, (int) job->kind));
    }
}

/* Whether the ledger that it belongs to is still within reach. */
static gboolean
is_there (MskSession *session, const Job *job)
{
  const MskMeeting *meeting = msk_session_get_meeting (session);

  if (job->work == WORK_ARCHIVE)
    return msk_session_require_appliance (session, get_act (job), NULL) != NULL;

  return meeting != NULL && meeting->id == job->meeting_id;
}

/* The session may have been locked, or another meeting opened, meanwhile; then the ledger has no
 * more than that the report was made. */
static gboolean
record (MskSession *session, Job *job, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *kind = dup_kind (job);

  if (!is_there (session, job))
    return TRUE;
  if (job->work == WORK_SHEET)
    return msk_sheet_desk_record (session, &job->order, job->reference, job->designated,
                                  job->outcome, error);

  return (job->work == WORK_ARCHIVE
              ? msk_session_begin_appliance (session, get_act (job), &transaction, error)
              : msk_session_begin (session, get_act (job), &transaction, error)) &&
         msk_ledger_append (&transaction, MSK_ACT_REPORT_MAKE, job->reference, error, "kind", kind,
                            "printer", job->designated->name, "place", job->designated->place,
                            "outcome",
                            msk_enum_get_name (MSK_TYPE_PRINT_OUTCOME, (int) job->outcome), NULL) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_report_print_finish (MskSession *session, GAsyncResult *answer, GError **error)
{
  Job *job;
  g_autoptr(GError) trouble = NULL;

  g_return_val_if_fail (g_task_is_valid (answer, session), FALSE);

  job = g_task_get_task_data (G_TASK (answer));
  g_task_propagate_boolean (G_TASK (answer), &trouble);
  if (job->begun)
    {
      msk_session_leave_printing (session);
      if (!record (session, job, error))
        return FALSE;
    }
  if (trouble == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}
