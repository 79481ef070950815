/* Erasing a meeting whose export is in safe keeping (D1): its key is thrown away, then what is left
 * of it is removed. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-erasure-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-appliance.h"
#include "msk-erasure-papers.h"
#include "msk-erasure-private.h"
#include "msk-erasure-store.h"
#include "msk-error.h"
#include "msk-export-digest.h"
#include "msk-export-private.h"
#include "msk-filing-desk.h"
#include "msk-incident-store.h"
#include "msk-ledger.h"
#include "msk-meeting-private.h"
#include "msk-movement-store.h"
#include "msk-session-private.h"
#include "msk-sweep-store.h"

#define LOOK_MS 100
#define WHOLE 1000

static MskDatabase *
get_appliance (MskSession *session)
{
  return msk_vault_get_appliance (msk_session_get_vault (session));
}

static MskMeetingExport *
fail_not_exported (GError **error)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_EXPORTED,
                       _ ("There is no verified export of the meeting as it stands now: have the "
                          "organiser export it, and write nothing in it after that."));
  return NULL;
}

MskMeetingExport *
msk_erasure_desk_find_export (MskSession *session, MskDatabase *database, GError **error)
{
  g_autoptr(MskMeetingExport) found = NULL;
  g_autoptr(GBytes) hash = NULL;
  g_autofree char *hex = NULL;
  gint64 last;

  if (!msk_meeting_check_closed (msk_session_get_meeting (session), error) ||
      !msk_erasure_store_find_export (get_appliance (session),
                                      msk_session_get_meeting (session)->id, &found, error) ||
      !msk_ledger_get_last (database, &last, error))
    return NULL;
  if (found == NULL || found->head_sequence != last)
    return fail_not_exported (error);

  hash = msk_ledger_dup_hash (database, last, error);
  if (hash == NULL)
    return NULL;

  hex = msk_ledger_dup_hex (g_bytes_get_data (hash, NULL));
  return g_str_equal (hex, found->head_hash) ? g_steal_pointer (&found) : fail_not_exported (error);
}

gboolean
msk_erasure_desk_check_incidents (MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) open = msk_incident_store_list (database, TRUE, error);

  if (open == NULL || open->len == 0)
    return open != NULL;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_INCIDENT_OPEN,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u incident of the meeting is open: close it, and export the meeting "
                            "anew, before it is filed or erased.",
                            "%u incidents of the meeting are open: close each, and export the "
                            "meeting anew, before it is filed or erased.",
                            open->len),
               open->len);
  return FALSE;
}

/* F1: afterwards it could be filed no more, and would stand in the list of what is out for ever. */
static gboolean
check_filed (MskSession *session, GError **error)
{
  g_autoptr(MskFiling) filing =
                 msk_filing_desk_get (session, msk_session_get_meeting (session)->id, error);

  return filing != NULL;
}

/* The counts of what there is, when it is said where what still exists of it is kept. */
static gboolean
check_kept (MskDatabase *database, const char *kept, guint *counts, GError **error)
{
  return msk_sweep_store_count_states (database, counts, error) &&
         msk_erasure_check_kept (counts, kept, error);
}

gboolean
msk_erasure_desk_approve (MskSession *session,
                          const char *reference,
                          const char *kept,
                          GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_ERASURE_APPROVE, error);
  g_autoptr(MskMeetingExport) sealed = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *place = NULL;
  g_autoptr(GPtrArray) missing = NULL;
  guint counts[MSK_COPY_N_STATES];
  g_auto(MskTransaction) transaction = { NULL };

  g_return_val_if_fail (reference != NULL && kept != NULL, FALSE);

  if (database == NULL)
    return FALSE;

  sealed = msk_erasure_desk_find_export (session, database, error);
  clean = sealed == NULL
              ? NULL
              : msk_meeting_dup_named (reference, _ ("Reference of the decision"), TRUE, error);
  place = clean == NULL
              ? NULL
              : msk_meeting_dup_named (kept, _ ("Where what still exists is kept"), FALSE, error);
  missing = place == NULL ? NULL : msk_movement_store_list_missing (database, error);
  return missing != NULL && msk_erasure_desk_check_incidents (database, error) &&
         check_filed (session, error) && check_kept (database, place, counts, error) &&
         msk_session_begin_appliance (session, MSK_ACT_ERASURE_APPROVE, &transaction, error) &&
         msk_erasure_store_approve (&transaction, sealed, clean, place, counts, missing, error) &&
         msk_session_commit (session, &transaction, error);
}

/* Who approves, who erases and who watches are three people (D1). */
static gboolean
check_three (MskSession *session, const char *approver, const MskCosigner *witness, GError **error)
{
  if (!msk_cosigner_check_other (witness, session, error))
    return FALSE;
  if (!g_str_equal (approver, msk_session_get_user (session)) &&
      !g_str_equal (approver, witness->user))
    return TRUE;

  g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON,
                       _ ("Who approved the erasure neither erases nor watches: a third person has "
                          "to sign in with their own name and passphrase."));
  return FALSE;
}

static gboolean
find_approval (MskSession *session,
               MskDatabase *database,
               const MskMeetingExport *sealed,
               const MskCosigner *witness,
               gint64 *id,
               GError **error)
{
  g_autofree char *approver = NULL;
  g_autofree char *kept = NULL;
  guint counts[MSK_COPY_N_STATES];

  if (!msk_erasure_store_find_approval (get_appliance (session), sealed->id, id, &approver, &kept,
                                        error))
    return FALSE;
  if (*id != 0)
    return check_three (session, approver, witness, error) &&
           check_kept (database, kept, counts, error);

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ERASURE_NOT_APPROVED,
                       _ ("Nobody has approved that this meeting is erased: have the responsible "
                          "leader approve it over its export."));
  return FALSE;
}

/* From the commit on it is gone. */
static gboolean
throw_key_away (MskSession *session,
                const MskMeetingExport *sealed,
                gint64 approval_id,
                const char *witness,
                GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_session_begin_appliance (session, MSK_ACT_MEETING_ERASE, &transaction, error) &&
         msk_erasure_store_erase (&transaction, sealed, approval_id, witness, error) &&
         msk_transaction_commit (&transaction, error);
}

/* What there is to erase, when all is as it must be. */
static MskMeetingExport *
find_leave (MskSession *session, const MskCosigner *witness, gint64 *approval_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_ERASE, error);
  g_autoptr(MskMeetingExport) sealed = NULL;

  if (database == NULL || !msk_role_check (witness->role, MSK_ACT_ERASURE_WITNESS, error))
    return NULL;

  sealed = msk_erasure_desk_find_export (session, database, error);
  return sealed != NULL && msk_erasure_desk_check_incidents (database, error) &&
                 check_filed (session, error) &&
                 find_approval (session, database, sealed, witness, approval_id, error)
             ? g_steal_pointer (&sealed)
             : NULL;
}

/* One meeting whose rest is being removed. */
typedef struct
{
  gint64 meeting_id; /* 0: there is none */
  guint files;
  GPtrArray *papers; /* paths (of char *) */
} Rest;

static void
clear_rest (Rest *rest)
{
  g_clear_pointer (&rest->papers, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rest, clear_rest)

/* Its files go at once, and what else is to go is found. */
static gboolean
begin_rest (MskSession *session, Rest *rest, GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_ERASURE_FINISH, error);
  g_autofree char *file = NULL;

  clear_rest (rest);
  if (appliance == NULL ||
      !msk_erasure_store_find_unfinished (appliance, &rest->meeting_id, &file, error))
    return FALSE;
  if (rest->meeting_id == 0)
    return TRUE;

  if (!msk_database_empty_log (appliance, error) ||
      !msk_vault_remove_meeting (msk_session_get_vault (session), file, &rest->files, error))
    return FALSE;

  rest->papers = msk_erasure_papers_list (session, rest->meeting_id, error);
  return rest->papers != NULL;
}

static gboolean
end_rest (MskSession *session, const Rest *rest, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_session_begin_appliance (session, MSK_ACT_ERASURE_FINISH, &transaction, error) &&
         msk_erasure_store_finish (&transaction, rest->meeting_id, rest->files, rest->papers->len,
                                   error) &&
         msk_transaction_commit (&transaction, error);
}

gboolean
msk_erasure_desk_finish (MskSession *session, GError **error)
{
  g_auto(Rest) rest = { 0 };

  if (msk_session_is_reading (session))
    return TRUE;

  for (;;)
    {
      if (!begin_rest (session, &rest, error))
        return FALSE;
      if (rest.meeting_id == 0)
        return TRUE;
      for (guint i = 0; i < rest.papers->len; i++)
        if (!msk_erasure_papers_remove (g_ptr_array_index (rest.papers, i), error))
          return FALSE;
      if (!end_rest (session, &rest, error))
        return FALSE;
    }
}

typedef struct
{
  MskMeetingExport *sealed; /* that was found before it was read */
  char *path;
  char *user; /* who erases */
  MskCosigner witness;
  gint share; /* of the export that was read, in thousandths; atomic */
  guint look_id;
  gint64 meeting_id;
  Rest rest;
  guint next; /* of the papers */
  MskErasureProgress progress;
  gpointer progress_data;
} Erasing;

static void
free_erasing (gpointer data)
{
  Erasing *erasing = data;

  g_clear_handle_id (&erasing->look_id, g_source_remove);
  clear_rest (&erasing->rest);
  g_clear_object (&erasing->sealed);
  g_free (erasing->path);
  g_free (erasing->user);
  g_free (erasing->witness.user);
  g_free (erasing);
}

static void go_on (GTask *task);

static void
remove_in_thread (GTask *part, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Erasing *erasing = task_data;
  GError *error = NULL;

  if (msk_erasure_papers_remove (g_ptr_array_index (erasing->rest.papers, erasing->next), &error))
    g_task_return_boolean (part, TRUE);
  else
    g_task_return_error (part, error);
}

/* Also what failed is told to all: the meeting is gone. */
static void
return_erased (GTask *task, GError *error)
{
  MskSession *session = g_task_get_source_object (task);

  if (!msk_session_is_locked (session))
    g_signal_emit_by_name (session, "changed");
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Takes the task. */
static void
removed_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Erasing *erasing = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (answer), &error))
    {
      return_erased (task, error);
      return;
    }

  erasing->next++;
  if (erasing->progress != NULL)
    erasing->progress (MSK_ERASURE_REMOVING, (double) erasing->next / erasing->rest.papers->len,
                       erasing->progress_data);
  go_on (task);
}

/* The registers are written in the main loop; overwriting takes its time, in a thread. */
static void
go_on (GTask *task)
{
  MskSession *session = g_task_get_source_object (task);
  Erasing *erasing = g_task_get_task_data (task);
  Rest *rest = &erasing->rest;
  g_autoptr(GTask) part = NULL;
  GError *error = NULL;

  while (rest->papers == NULL || erasing->next == rest->papers->len)
    {
      erasing->next = 0;
      if ((rest->papers != NULL && !end_rest (session, rest, &error)) ||
          !begin_rest (session, rest, &error) || rest->meeting_id == 0)
        {
          return_erased (task, error);
          return;
        }
    }

  part = g_task_new (NULL, NULL, removed_cb, g_object_ref (task));
  g_task_set_task_data (part, erasing, NULL);
  g_task_run_in_thread (part, remove_in_thread);
}

/* While the export was read anything may have happened, but for printing: all is asked again, and
 * it has to be the same export, and the same person at the desk. */
static gboolean
end_meeting (MskSession *session, Erasing *erasing, GError **error)
{
  gint64 approval_id;
  g_autoptr(MskMeetingExport) sealed =
                 find_leave (session, &erasing->witness, &approval_id, error);

  if (sealed == NULL)
    return FALSE;
  if (sealed->id != erasing->sealed->id ||
      !g_str_equal (msk_session_get_user (session), erasing->user))
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_RECORD_CHANGED,
                           _ ("It is not the same record, or not the same person at the desk, as "
                              "when the export was read, and nothing was erased: begin anew."));
      return FALSE;
    }

  /* How far its ledger had come is noted while it is still closed in an orderly way. */
  msk_session_leave_meeting (session);
  if (throw_key_away (session, sealed, approval_id, erasing->witness.user, error))
    return TRUE;

  msk_session_open_meeting (session, sealed->meeting_id, NULL);
  return FALSE;
}

static void
note_bytes (gint64 done, gint64 size, gpointer data)
{
  g_atomic_int_set (&((Erasing *) data)->share, (int) (WHOLE * done / size));
}

static gboolean
look_cb (gpointer data)
{
  Erasing *erasing = data;

  erasing->progress (MSK_ERASURE_READING, (double) g_atomic_int_get (&erasing->share) / WHOLE,
                     erasing->progress_data);
  return G_SOURCE_CONTINUE;
}

static void
read_in_thread (GTask *part, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Erasing *erasing = task_data;
  const MskExportWatch watch = { cancellable, note_bytes, erasing };
  GError *error = NULL;

  if (msk_export_digest_check (erasing->path, erasing->sealed->size, erasing->sealed->digest,
                               &watch, &error))
    g_task_return_boolean (part, TRUE);
  else
    g_task_return_error (part, error);
}

/* Takes the task. In the main loop, after which nobody stops it any more. */
static void
read_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  MskSession *session = g_task_get_source_object (task);
  Erasing *erasing = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done;

  g_clear_handle_id (&erasing->look_id, g_source_remove);
  done = g_task_propagate_boolean (G_TASK (answer), &error) &&
         !g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error) &&
         end_meeting (session, erasing, &error);
  msk_session_leave_printing (session);
  if (!done)
    {
      g_task_return_error (task, error);
      return;
    }

  if (erasing->progress != NULL)
    erasing->progress (MSK_ERASURE_REMOVING, 0, erasing->progress_data);
  go_on (task);
}

static gboolean
prepare (MskSession *session, Erasing *erasing, const MskCosigner *witness, GError **error)
{
  g_autoptr(GError) trouble = NULL;
  gint64 approval_id;

  erasing->sealed = find_leave (session, witness, &approval_id, error);
  if (erasing->sealed == NULL)
    return FALSE;
  /* Whose folder is not there is not there itself, which reading it says. */
  if (!msk_export_desk_check_place (session, erasing->path, &trouble) &&
      !g_error_matches (trouble, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  if (!msk_session_take_printing (session, error))
    return FALSE;

  erasing->meeting_id = erasing->sealed->meeting_id;
  erasing->user = g_strdup (msk_session_get_user (session));
  erasing->witness = (MskCosigner){ g_strdup (witness->user), witness->role };
  return TRUE;
}

void
msk_erasure_desk_erase_async (MskSession *session,
                              const char *path,
                              const MskCosigner *witness,
                              MskErasureProgress progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Erasing *erasing = g_new0 (Erasing, 1);
  g_autoptr(GTask) part = NULL;
  GError *error = NULL;

  g_return_if_fail (MSK_IS_SESSION (session) && path != NULL && witness != NULL);

  erasing->path = g_canonicalize_filename (path, NULL);
  erasing->progress = progress;
  erasing->progress_data = progress_data;
  g_task_set_source_tag (task, msk_erasure_desk_erase_async);
  /* What is gone is, even if somebody cancels at that moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, erasing, free_erasing);
  if (!prepare (session, erasing, witness, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (progress != NULL)
    erasing->look_id = g_timeout_add (LOOK_MS, look_cb, erasing);
  part = g_task_new (NULL, cancellable, read_cb, g_object_ref (task));
  g_task_set_check_cancellable (part, FALSE);
  g_task_set_task_data (part, erasing, NULL);
  g_task_run_in_thread (part, read_in_thread);
}

gboolean
msk_erasure_desk_erase_finish (MskSession *session,
                               GAsyncResult *answer,
                               gint64 *meeting_id,
                               GError **error)
{
  g_autoptr(GError) trouble = NULL;
  const Erasing *erasing;

  g_return_val_if_fail (g_task_is_valid (answer, session), FALSE);

  erasing = g_task_get_task_data (G_TASK (answer));
  if (meeting_id != NULL)
    *meeting_id = erasing->meeting_id;
  if (g_task_propagate_boolean (G_TASK (answer), &trouble))
    return TRUE;

  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED,
                         _ ("The reading of the export was stopped, and nothing was erased: erase "
                            "again when it is wanted."));
  else
    g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

MskErasure *
msk_erasure_desk_get (MskSession *session, gint64 meeting_id, GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error);

  return appliance == NULL ? NULL : msk_erasure_store_get (appliance, meeting_id, error);
}
