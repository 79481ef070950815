/* One run of the printer over reserved copies: one job a copy, at most one in
 * flight, each step in the register first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-store.h"
#include "msk-designated-printer.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-paper-store.h"
#include "msk-print-order.h"
#include "msk-print-run-store.h"
#include "msk-session-private.h"
#include "msk-spool-clearance.h"
#include "msk-stamper.h"
#include "msk-tag-key.h"

typedef struct _Sheet Sheet;

typedef struct
{
  MskSession *session;
  gint64 meeting_id; /* of the meeting that was open at the start: ids of papers are each meeting's
                        own */
  gint64 paper_id;   /* 0: of all papers, person by person */
  gint64 run_id;     /* 0 until the first copy is sent */
  MskDesignatedPrinter *designated;
  MskPrinter *printer;
  MskSpoolClearance *clearance; /* of what earlier runs may have left */
  MskPrintOrder *order;
  MskKey *tag_key; /* a copy, since the session may be locked while a thread stamps */
  MskPrintGate *gate;
  gulong opened_handler;
  GSource *cancel_source; /* wakes a run that waits at the gate */
  MskPrintProgress progress;
  MskPrintWaits waits;
  gpointer user_data; /* of both */
  guint total;
  MskPrintResult result;

  Sheet *ready;      /* the next copy, stamped while the one before prints */
  gboolean stamping; /* a thread is at it */
  gboolean printing; /* a copy is with the printer */
  gboolean over;
  MskSpool spool; /* what was found at the end */
  char *traces;
  GError *error; /* why the run ends before its last copy */
} Batch;

/* What one thread does to one copy. */
struct _Sheet
{
  Batch *batch;
  MskPrintItem item; /* empty when the job is about no copy */
  GBytes *document;
  MskPrintOutcome outcome;
  GError *error; /* that came with the outcome */
};

static void advance (GTask *task);

static void
free_sheet (gpointer data)
{
  Sheet *sheet = data;

  msk_print_item_clear (&sheet->item);
  g_clear_pointer (&sheet->document, g_bytes_unref);
  g_clear_error (&sheet->error);
  g_free (sheet);
}

static void
free_batch (gpointer data)
{
  Batch *batch = data;

  g_clear_object (&batch->gate);
  g_clear_pointer (&batch->ready, free_sheet);
  g_clear_object (&batch->session);
  g_clear_pointer (&batch->designated, msk_designated_printer_free);
  g_clear_object (&batch->printer);
  g_clear_pointer (&batch->clearance, msk_spool_clearance_free);
  g_clear_pointer (&batch->order, msk_print_order_free);
  g_clear_pointer (&batch->tag_key, msk_key_free);
  g_clear_pointer (&batch->traces, g_free);
  g_clear_error (&batch->error);
  g_free (batch);
}

static void
sign_tag (MskTag *tag, gpointer user_data)
{
  msk_tag_key_sign (user_data, tag);
}

/* The register of the batch's own meeting. The windows go on working while a copy prints, and may
 * have opened another. */
static MskDatabase *
require_register (Batch *batch, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (batch->session, MSK_ACT_COPY_PRINT, error);

  if (database == NULL || msk_session_get_meeting (batch->session)->id == batch->meeting_id)
    return database;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OTHER_MEETING,
                       _ ("Another meeting was opened while this one was being printed, so "
                          "printing stopped: open it again, look at its copies, and print the "
                          "rest."));
  return NULL;
}

/* The run begins with its first copy. Whose name the sheets carry is in the register before they
 * are. */
static gboolean
record_run (Batch *batch, MskTransaction *transaction, const MskPrintItem *item, GError **error)
{
  const MskPrintRunEntry entry = { .paper_id = batch->paper_id,
                                   .printer = batch->designated->name,
                                   .place = batch->designated->place,
                                   .on_paper = batch->designated->kind != MSK_PRINTER_FOLDER,
                                   .two_sided = msk_printer_is_two_sided (batch->printer) };

  return (batch->run_id != 0 ||
          msk_print_run_store_start (transaction, &entry, &batch->run_id, error)) &&
         msk_copy_store_set_named (transaction, item->copy->serial, item->named_id, error) &&
         msk_print_run_store_add_attempt (transaction, batch->run_id, item->copy->serial, error);
}

/* A step of an attempt in the register, with its ledger entry. */
static gboolean
record_attempt (Batch *batch, const MskPrintItem *item, MskAttempt attempt, GError **error)
{
  MskCopy *copy = item->copy;
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *subject = msk_copy_number_dup_subject (copy->number);
  g_autofree char *serial = g_strdup_printf ("%" G_GINT64_FORMAT, copy->serial);
  g_autofree char *named = g_strdup_printf ("%" G_GINT64_FORMAT, item->named_id);

  return require_register (batch, error) != NULL &&
         msk_session_begin (batch->session, MSK_ACT_COPY_PRINT, &transaction, error) &&
         (attempt != MSK_ATTEMPT_SENT || record_run (batch, &transaction, item, error)) &&
         msk_copy_store_set_attempt (&transaction, copy->serial, attempt, batch->designated->name,
                                     batch->designated->place, NULL, error) &&
         msk_ledger_append (&transaction, MSK_ACT_COPY_PRINT, subject, error, "attempt",
                            msk_enum_get_name (MSK_TYPE_ATTEMPT, (int) attempt), "serial", serial,
                            "printer", batch->designated->name, "place", batch->designated->place,
                            "name", named, NULL) &&
         msk_session_commit (batch->session, &transaction, error);
}

static MskAttempt
get_attempt (MskPrintOutcome outcome)
{
  switch (outcome)
    {
    case MSK_PRINT_OUTCOME_PRINTED:
      return MSK_ATTEMPT_PRINTED;
    case MSK_PRINT_OUTCOME_NOT_SENT:
      return MSK_ATTEMPT_RESERVED;
    case MSK_PRINT_OUTCOME_UNCERTAIN:
    default:
      return MSK_ATTEMPT_UNCERTAIN;
    }
}

/* The last thing of a run in the register. A run whose end can't be written there stays one of
 * which nobody knows what it left. */
static gboolean
record_end (Batch *batch, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return require_register (batch, error) != NULL &&
         msk_session_begin (batch->session, MSK_ACT_PRINT_RUN, &transaction, error) &&
         msk_print_run_store_end (&transaction, batch->run_id, batch->spool,
                                  batch->traces != NULL ? batch->traces : "", error) &&
         msk_session_commit (batch->session, &transaction, error);
}

/* The very end. Takes the batch's error, if there is one. */
static void
conclude (GTask *task)
{
  Batch *batch = g_task_get_task_data (task);

  msk_session_leave_printing (batch->session);
  if (batch->error != NULL)
    g_task_return_error (task, g_steal_pointer (&batch->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
proved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Batch *batch = g_task_get_task_data (task);
  Sheet *sheet = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = g_steal_pointer (&sheet->error);
  g_autoptr(GError) not_recorded = NULL;

  batch->spool = error == NULL           ? MSK_SPOOL_EMPTY
                 : batch->traces != NULL ? MSK_SPOOL_LEFT
                                         : MSK_SPOOL_UNKNOWN;
  batch->result.run_id = batch->run_id;
  batch->result.spool = batch->spool;
  if (!record_end (batch, &not_recorded) && batch->error == NULL)
    batch->error = g_steal_pointer (&not_recorded);
  if (batch->error == NULL && error != NULL)
    batch->error = g_steal_pointer (&error);

  conclude (task);
}

static void
prove_in_thread (GTask *job, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Sheet *sheet = task_data;

  /* Deaf to cancelling: what was left is to be known in any case. */
  msk_printer_prove_empty (sheet->batch->printer, NULL, &sheet->batch->traces, &sheet->error);
  g_task_return_boolean (job, TRUE);
}

static GTask *
make_job (GTask *task, Sheet *sheet, GAsyncReadyCallback callback)
{
  GTask *job = g_task_new (NULL, g_task_get_cancellable (task), callback, g_object_ref (task));

  g_task_set_check_cancellable (job, FALSE);
  g_task_set_task_data (job, sheet, free_sheet);
  return job;
}

static Sheet *
new_sheet (Batch *batch)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->batch = batch;
  return sheet;
}

/* No copy is begun any more. Takes the error, which is NULL when there is none left. */
static void
end_run (GTask *task, GError *error)
{
  Batch *batch = g_task_get_task_data (task);
  g_autoptr(GTask) job = NULL;

  batch->over = TRUE;
  batch->error = error;
  if (batch->opened_handler != 0)
    g_clear_signal_handler (&batch->opened_handler, batch->gate);
  if (batch->cancel_source != NULL)
    {
      g_source_destroy (batch->cancel_source);
      g_clear_pointer (&batch->cancel_source, g_source_unref);
    }

  if (batch->run_id == 0)
    {
      conclude (task);
      return;
    }

  job = make_job (task, new_sheet (batch), proved_cb);
  g_task_run_in_thread (job, prove_in_thread);
}

static void
finish_sheet (GTask *task, Sheet *sheet)
{
  Batch *batch = g_task_get_task_data (task);
  GError *error = NULL;

  /* An attempt that can't be recorded stays "sent", which becomes "uncertain" when the meeting is
   * opened again. */
  if (!record_attempt (batch, &sheet->item, get_attempt (sheet->outcome), &error))
    {
      end_run (task, error);
      return;
    }

  batch->result.printed += sheet->outcome == MSK_PRINT_OUTCOME_PRINTED;
  batch->result.uncertain += sheet->outcome == MSK_PRINT_OUTCOME_UNCERTAIN;
  batch->result.left -= sheet->outcome != MSK_PRINT_OUTCOME_NOT_SENT;
  if (batch->progress != NULL)
    batch->progress (sheet->item.copy->number, batch->total - batch->result.left, batch->total,
                     batch->user_data);

  if (sheet->error != NULL)
    end_run (task, g_steal_pointer (&sheet->error));
  else
    advance (task);
}

static void
print_in_thread (GTask *job, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Sheet *sheet = task_data;
  g_autofree char *reference = msk_printer_dup_reference (sheet->item.copy->serial);

  sheet->outcome = msk_printer_print (sheet->batch->printer, sheet->document, reference,
                                      cancellable, &sheet->error);
  g_task_return_boolean (job, TRUE);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Batch *batch = g_task_get_task_data (task);

  batch->printing = FALSE;
  finish_sheet (task, g_task_get_task_data (G_TASK (result)));
}

static void
stamp_in_thread (GTask *job, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Sheet *sheet = task_data;
  const MskCopy *copy = sheet->item.copy;
  const MskStampCopy marks = { .number = copy->number,
                               .ordinal = sheet->item.ordinal,
                               .serial = copy->serial,
                               .holder = sheet->item.named_id != 0 ? copy->planned : NULL };

  sheet->document = msk_stamper_stamp (sheet->item.stamper, &marks, sign_tag, sheet->batch->tag_key,
                                       &sheet->error);
  g_task_return_boolean (job, TRUE);
}

static void
stamped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Batch *batch = g_task_get_task_data (task);
  Sheet *stamped = g_task_get_task_data (G_TASK (result));

  batch->stamping = FALSE;
  if (batch->over)
    return;

  batch->ready = new_sheet (batch);
  batch->ready->item = stamped->item;
  stamped->item = (MskPrintItem){ 0 };
  batch->ready->document = g_steal_pointer (&stamped->document);
  batch->ready->error = g_steal_pointer (&stamped->error);
  advance (task);
}

/* Begins to stamp the next copy, if there is one. Fails with the errors of the register. */
static gboolean
stamp_next (GTask *task, GError **error)
{
  Batch *batch = g_task_get_task_data (task);
  MskDatabase *database = require_register (batch, error);
  g_autoptr(GTask) job = NULL;
  MskPrintItem item;
  Sheet *sheet;

  if (database == NULL || !msk_print_order_peek (batch->order, database, &item, error))
    return FALSE;
  if (item.copy == NULL)
    return TRUE;

  sheet = new_sheet (batch);
  sheet->item = item;
  batch->stamping = TRUE;
  job = make_job (task, sheet, stamped_cb);
  g_task_run_in_thread (job, stamp_in_thread);
  return TRUE;
}

static gboolean
is_still_current (Batch *batch, const Sheet *sheet)
{
  MskDatabase *database = require_register (batch, NULL);

  return database != NULL && msk_print_item_is_current (&sheet->item, database);
}

/* "Sent" is in the register before the printer hears of it: whatever happens now, the number is not
 * printed again unnoticed. While the printer is at it the next copy is made ready. */
static void
send_sheet (GTask *task, Sheet *sheet)
{
  Batch *batch = g_task_get_task_data (task);
  g_autoptr(GTask) job = NULL;
  g_autoptr(GError) unready = NULL;
  GError *error = g_steal_pointer (&sheet->error);

  if (error != NULL || !record_attempt (batch, &sheet->item, MSK_ATTEMPT_SENT, &error))
    {
      free_sheet (sheet);
      end_run (task, error);
      return;
    }

  batch->printing = TRUE;
  job = make_job (task, sheet, printed_cb);
  g_task_run_in_thread (job, print_in_thread);
  /* What goes wrong here is met again, and told, when the copy's turn has come. */
  stamp_next (task, &unready);
}

static GError *
new_cancelled (void)
{
  return g_error_new_literal (MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED,
                              _ ("Printing was stopped between two copies: print again for the "
                                 "rest."));
}

/* Whatever can be done next. */
static void
advance (GTask *task)
{
  Batch *batch = g_task_get_task_data (task);
  GError *error = NULL;

  if (batch->over || batch->printing)
    return;
  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      end_run (task, new_cancelled ());
      return;
    }
  if (batch->gate != NULL && !msk_print_gate_is_open (batch->gate))
    return;

  if (batch->ready != NULL && batch->ready->error == NULL &&
      !is_still_current (batch, batch->ready))
    g_clear_pointer (&batch->ready, free_sheet);

  if (batch->ready != NULL)
    send_sheet (task, g_steal_pointer (&batch->ready));
  else if (batch->stamping)
    return;
  else if (!stamp_next (task, &error) || !batch->stamping)
    end_run (task, error);
}

/* What earlier runs left must not come out between the sheets of this one. */
static void
check_in_thread (GTask *job, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Sheet *sheet = task_data;

  if (msk_printer_check (sheet->batch->printer, cancellable, &sheet->error))
    msk_spool_clearance_perform (sheet->batch->clearance, sheet->batch->printer, &sheet->error);
  g_task_return_boolean (job, TRUE);
}

static gboolean
record_clearance (Batch *batch, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return !msk_spool_clearance_has_answer (batch->clearance) ||
         (require_register (batch, error) != NULL &&
          msk_session_begin (batch->session, MSK_ACT_PRINT_RUN, &transaction, error) &&
          msk_spool_clearance_record (batch->clearance, &transaction, error) &&
          msk_session_commit (batch->session, &transaction, error));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Batch *batch = g_task_get_task_data (task);
  Sheet *sheet = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!record_clearance (batch, &error))
    end_run (task, error);
  else if (sheet->error != NULL)
    end_run (task, g_steal_pointer (&sheet->error));
  else
    advance (task);
}

/* Everything that can be refused before the printer is asked. */
static gboolean
prepare_batch (Batch *batch, const char *printer, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (batch->session, MSK_ACT_COPY_PRINT, error);
  g_autoptr(MskPaper) paper = NULL;

  if (database == NULL || !msk_meeting_check_open (msk_session_get_meeting (batch->session), error))
    return FALSE;

  batch->meeting_id = msk_session_get_meeting (batch->session)->id;
  paper = batch->paper_id == 0 ? NULL : msk_paper_store_get (database, batch->paper_id, error);
  if (paper == NULL && batch->paper_id != 0)
    return FALSE;
  batch->designated = msk_designated_printer_find (batch->session, printer, error);
  if (batch->designated == NULL)
    return FALSE;
  batch->clearance = msk_spool_clearance_new (database, batch->designated->name, 0, error);
  if (batch->clearance == NULL)
    return FALSE;
  batch->order = msk_print_order_new (batch->session, database, batch->paper_id,
                                      batch->designated->place, error);
  if (batch->order == NULL)
    return FALSE;

  batch->total = batch->result.left = msk_print_order_get_length (batch->order);
  batch->printer = msk_designated_printer_make (batch->designated);
  batch->tag_key = msk_key_new_from_bytes (
      msk_vault_get_tag_key (msk_session_get_vault (batch->session))->bytes);
  return TRUE;
}

/* What the printing thread was told, on its way to the main one. */
typedef struct
{
  GTask *task;
  char *reason;
} Waiting;

static void
free_waiting (gpointer data)
{
  Waiting *waiting = data;

  g_object_unref (waiting->task);
  g_free (waiting->reason);
  g_free (waiting);
}

static gboolean
tell_waiting (gpointer data)
{
  const Waiting *waiting = data;
  const Batch *batch = g_task_get_task_data (waiting->task);

  if (!batch->over)
    batch->waits (waiting->reason, batch->user_data);
  return G_SOURCE_REMOVE;
}

/* Runs in the thread that prints. */
static void
waits_cb (MskPrinter *printer, const char *reason, gpointer user_data)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->task = g_object_ref (user_data);
  waiting->reason = g_strdup (reason);
  g_main_context_invoke_full (g_task_get_context (waiting->task), G_PRIORITY_DEFAULT, tell_waiting,
                              waiting, free_waiting);
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  advance (G_TASK (user_data));

  return G_SOURCE_REMOVE;
}

static void
opened_cb (MskPrintGate *gate, gpointer user_data)
{
  advance (G_TASK (user_data));
}

static void
release_task (gpointer task, GClosure *closure)
{
  g_object_unref (task);
}

/* A run that waits at the gate is woken by its opening, and by being cancelled. */
static void
watch_gate (GTask *task, MskPrintGate *gate)
{
  Batch *batch = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (gate == NULL)
    return;

  batch->gate = g_object_ref (gate);
  batch->opened_handler =
      g_signal_connect_data (gate, "opened", G_CALLBACK (opened_cb), g_object_ref (task),
                             release_task, (GConnectFlags) 0);
  if (cancellable == NULL)
    return;

  batch->cancel_source = g_cancellable_source_new (cancellable);
  g_source_set_callback (batch->cancel_source, G_SOURCE_FUNC (cancelled_cb), g_object_ref (task),
                         g_object_unref);
  g_source_attach (batch->cancel_source, g_main_context_get_thread_default ());
}

void
msk_print_desk_print_async (MskSession *session,
                            gint64 paper_id,
                            const char *printer,
                            const MskPrintWatch *watch,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  g_autoptr(GTask) job = NULL;
  Batch *batch = g_new0 (Batch, 1);
  GError *error = NULL;

  g_return_if_fail (MSK_IS_SESSION (session) && printer != NULL);

  batch->session = g_object_ref (session);
  batch->paper_id = paper_id;
  batch->progress = watch != NULL ? watch->progress : NULL;
  batch->waits = watch != NULL ? watch->waits : NULL;
  batch->user_data = watch != NULL ? watch->user_data : NULL;
  /* A sheet that came out is recorded even if somebody cancels at that moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, msk_print_desk_print_async);
  g_task_set_task_data (task, batch, free_batch);
  if (!prepare_batch (batch, printer, &error) || !msk_session_take_printing (session, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  watch_gate (task, watch != NULL ? watch->gate : NULL);
  /* The printer is the batch's own, and goes with it. */
  if (batch->waits != NULL)
    g_signal_connect (batch->printer, "waits", G_CALLBACK (waits_cb), task);
  job = make_job (task, new_sheet (batch), checked_cb);
  g_task_run_in_thread (job, check_in_thread);
}

gboolean
msk_print_desk_print_finish (MskSession *session,
                             GAsyncResult *answer,
                             MskPrintResult *result,
                             GError **error)
{
  const Batch *batch;

  g_return_val_if_fail (g_task_is_valid (answer, session), FALSE);

  batch = g_task_get_task_data (G_TASK (answer));
  if (result != NULL)
    *result = batch->result;

  return g_task_propagate_boolean (G_TASK (answer), error);
}
