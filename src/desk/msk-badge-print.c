/* Printing badges: each in the register before it is sent, and what became of it afterwards.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-badge-desk.h"
#include "msk-badge-private.h"
#include "msk-badge-store.h"
#include "msk-badge.h"
#include "msk-designated-printer.h"
#include "msk-error.h"
#include "msk-meeting-store.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

/* Dark enough for white letters; the word stands beside the colour. */
static const guint32 colours[] = {
  [MSK_CAPACITY_DELEGATE] = 0xa51d2d, [MSK_CAPACITY_OBSERVER] = 0x1a5fb4,
  [MSK_CAPACITY_STAFF] = 0x26704a,    [MSK_CAPACITY_SERVICE] = 0x63452c,
  [MSK_CAPACITY_PRESS] = 0x613583,
};

/* One run over the badges of several people. */
typedef struct
{
  MskSession *session;
  gint64 meeting_id;
  MskDesignatedPrinter *designated;
  MskPrinter *printer;
  GArray *ids; /* of gint64 */
  guint next;  /* of them */
  char *reason;
  gboolean taken; /* the printing of the session */
  MskPrintResult result;
  MskBadgeProgress progress;
  gpointer progress_data;

  /* The badge that is in the printer: written by the thread that prints, read when it has ended. */
  gint64 serial;
  char *name; /* whose it is */
  GBytes *document;
  MskPrintOutcome outcome;
  GError *trouble;
} Run;

static void
free_run (gpointer data)
{
  Run *run = data;

  if (run->taken)
    msk_session_leave_printing (run->session);
  g_clear_object (&run->printer);
  g_clear_pointer (&run->designated, msk_designated_printer_free);
  g_clear_pointer (&run->ids, g_array_unref);
  g_clear_pointer (&run->document, g_bytes_unref);
  g_clear_error (&run->trouble);
  g_free (run->reason);
  g_free (run->name);
  g_object_unref (run->session);
  g_free (run);
}

static GBytes *
draw_badge (MskSession *session, MskAttendee *attendee, gint64 serial, GError **error)
{
  g_autofree char *word = msk_capacity_dup_words (attendee->capacity);
  g_autofree char *code = msk_session_dup_code (session, MSK_TAG_KIND_BADGE, serial, 1);
  MskBadge badge = {
    .name = attendee->name,
    .unit = attendee->unit,
    .capacity = word,
    .colour = colours[attendee->capacity],
    .number = (guint) attendee->id,
    .code = code,
  };

  return msk_badge_draw (&badge, error);
}

/* Whoever has a badge gets another only for a reason. */
static gboolean
void_earlier (Run *run, MskTransaction *transaction, MskAttendee *attendee, GError **error)
{
  if (attendee->badge == MSK_BADGE_NONE)
    return TRUE;
  if (*run->reason != '\0')
    return msk_badge_store_void (transaction, MSK_ACT_BADGE_VOID, attendee->id, run->reason, error);

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                       _ ("This person has a badge: say why they are to have another, and the old "
                          "one becomes void."));
  return FALSE;
}

/* The badge is in the register before it is on paper: a badge that nobody registered can't come
 * out. */
static gboolean
register_badge (Run *run, gint64 attendee_id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskAttendee) attendee = NULL;

  if (!msk_session_begin_moving (run->session, MSK_ACT_BADGE_PRINT, &transaction, error))
    return FALSE;

  attendee = msk_attendee_store_get (transaction.database, attendee_id, error);
  if (attendee == NULL)
    return FALSE;
  if (!msk_attendee_check_admissible (attendee, error) ||
      !void_earlier (run, &transaction, attendee, error))
    {
      if (run->ids->len > 1)
        msk_vetting_name_person (attendee, error);
      return FALSE;
    }

  g_free (run->name);
  run->name = g_strdup (attendee->name);
  if (!msk_session_ensure_serials (run->session, &transaction, 1, error) ||
      !msk_meeting_store_take_serial (&transaction, &run->serial, error))
    return FALSE;

  g_clear_pointer (&run->document, g_bytes_unref);
  run->document = draw_badge (run->session, attendee, run->serial, error);
  return run->document != NULL &&
         msk_badge_store_put (&transaction, attendee_id, run->serial, run->designated->name,
                              run->designated->place, error) &&
         msk_session_commit (run->session, &transaction, error);
}

/* A badge that was certainly not printed is void: a new one has another tag. */
static MskBadgeState
get_state (MskPrintOutcome outcome)
{
  switch (outcome)
    {
    case MSK_PRINT_OUTCOME_PRINTED:
      return MSK_BADGE_PRINTED;
    case MSK_PRINT_OUTCOME_NOT_SENT:
      return MSK_BADGE_VOID;
    case MSK_PRINT_OUTCOME_UNCERTAIN:
    default:
      return MSK_BADGE_UNCERTAIN;
    }
}

/* What was withdrawn or given up while it was in the printer stays void. */
static gboolean
record_badge (Run *run, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskBadgeEntry) entry = NULL;

  if (!msk_session_begin (run->session, MSK_ACT_BADGE_PRINT, &transaction, error) ||
      !msk_badge_store_find (transaction.database, run->serial, &entry, error))
    return FALSE;

  run->result.printed += run->outcome == MSK_PRINT_OUTCOME_PRINTED;
  run->result.uncertain += run->outcome == MSK_PRINT_OUTCOME_UNCERTAIN;
  run->result.left -= run->outcome != MSK_PRINT_OUTCOME_NOT_SENT;
  if (entry == NULL || entry->state == MSK_BADGE_VOID)
    return TRUE;

  return msk_badge_store_set_state (&transaction, MSK_ACT_BADGE_PRINT, run->serial,
                                    get_state (run->outcome), error) &&
         msk_session_commit (run->session, &transaction, error);
}

static void
print_document (Run *run, GCancellable *cancellable)
{
  g_autofree char *reference = g_strdup_printf ("%09" G_GINT64_FORMAT, run->serial);

  g_clear_error (&run->trouble);
  run->outcome =
      msk_printer_print (run->printer, run->document, reference, cancellable, &run->trouble);
}

/* The session is still the one that began, with the same meeting open. */
static gboolean
is_same_meeting (Run *run, GError **error)
{
  return msk_session_require_meeting (run->session, MSK_ACT_BADGE_PRINT, error) != NULL &&
         msk_session_get_meeting (run->session)->id == run->meeting_id;
}

/* Everything that can be refused before the printer is asked. */
static gboolean
prepare (Run *run, const char *printer, GError **error)
{
  if (msk_session_require_meeting (run->session, MSK_ACT_BADGE_PRINT, error) == NULL ||
      !msk_meeting_check_open (msk_session_get_meeting (run->session), error))
    return FALSE;

  run->meeting_id = msk_session_get_meeting (run->session)->id;
  run->designated = msk_designated_printer_find (run->session, printer, error);
  if (run->designated == NULL)
    return FALSE;

  run->printer = msk_designated_printer_make (run->designated);
  run->taken = msk_session_take_printing (run->session, error);
  return run->taken;
}

static Run *
new_run (MskSession *session, GArray *ids, const char *reason)
{
  Run *run = g_new0 (Run, 1);

  run->session = g_object_ref (session);
  run->ids = g_array_ref (ids);
  run->reason = msk_vetting_dup_field (reason);
  if (run->reason == NULL)
    run->reason = g_strdup ("");
  run->result.left = ids->len;
  return run;
}

static void go_on (GTask *task);

static void
print_in_thread (GTask *job, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  print_document (task_data, cancellable);
  g_task_return_boolean (job, TRUE);
}

static void
check_in_thread (GTask *job, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Run *run = task_data;

  msk_printer_check (run->printer, cancellable, &run->trouble);
  g_task_return_boolean (job, TRUE);
}

static void
run_in_thread (GTask *task, GTaskThreadFunc func, GAsyncReadyCallback ended)
{
  g_autoptr(GTask) job =
                 g_task_new (NULL, g_task_get_cancellable (task), ended, g_object_ref (task));

  g_task_set_check_cancellable (job, FALSE);
  g_task_set_task_data (job, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (job, func);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (!is_same_meeting (run, &error) || !record_badge (run, &error))
    {
      g_task_return_error (task, error != NULL ? error : g_steal_pointer (&run->trouble));
      return;
    }
  if (run->progress != NULL)
    run->progress (run->next, run->ids->len, run->progress_data);
  if (run->trouble != NULL)
    {
      g_prefix_error (&run->trouble, _ ("The badge of %s: "), run->name);
      g_task_return_error (task, g_steal_pointer (&run->trouble));
    }
  else
    go_on (task);
}

static void
go_on (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (run->next == run->ids->len)
    g_task_return_boolean (task, TRUE);
  else if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    g_task_return_new_error (task, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED,
                             _ ("Printing was stopped between two badges: print again for the "
                                "rest."));
  else if (!register_badge (run, g_array_index (run->ids, gint64, run->next++), &error))
    g_task_return_error (task, error);
  else
    run_in_thread (task, print_in_thread, printed_cb);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Run *run = g_task_get_task_data (task);

  if (run->trouble != NULL)
    g_task_return_error (task, g_steal_pointer (&run->trouble));
  else
    go_on (task);
}

void
msk_badge_desk_print_async (MskSession *session,
                            GArray *ids,
                            const char *printer,
                            const char *reason,
                            MskBadgeProgress progress,
                            gpointer progress_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Run *run;
  GError *error = NULL;

  g_return_if_fail (MSK_IS_SESSION (session) && ids != NULL && printer != NULL);

  run = new_run (session, ids, reason);
  run->progress = progress;
  run->progress_data = progress_data;
  /* A badge that came out is recorded even if somebody cancels at that moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, msk_badge_desk_print_async);
  g_task_set_task_data (task, run, free_run);
  if (!prepare (run, printer, &error))
    g_task_return_error (task, error);
  else
    run_in_thread (task, check_in_thread, checked_cb);
}

gboolean
msk_badge_desk_print_finish (MskSession *session,
                             GAsyncResult *answer,
                             MskPrintResult *result,
                             GError **error)
{
  Run *run;

  g_return_val_if_fail (g_task_is_valid (answer, session), FALSE);

  run = g_task_get_task_data (G_TASK (answer));
  if (run->taken)
    msk_session_leave_printing (run->session);
  run->taken = FALSE;
  if (result != NULL)
    *result = run->result;

  return g_task_propagate_boolean (G_TASK (answer), error);
}

gboolean
msk_vetting_desk_print_badge (MskSession *session,
                              gint64 attendee_id,
                              const char *printer,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Run *run;
  gboolean done;

  g_return_val_if_fail (MSK_IS_SESSION (session) && printer != NULL, FALSE);

  g_array_append_val (ids, attendee_id);
  run = new_run (session, ids, "");
  done = prepare (run, printer, error) && msk_printer_check (run->printer, cancellable, error) &&
         register_badge (run, attendee_id, error);
  if (done)
    {
      print_document (run, cancellable);
      done = record_badge (run, error) && run->trouble == NULL;
      if (run->trouble != NULL && (error == NULL || *error == NULL))
        g_propagate_error (error, g_steal_pointer (&run->trouble));
    }

  free_run (run);
  return done;
}
