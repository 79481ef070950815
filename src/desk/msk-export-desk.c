/* The record of a meeting leaves the laptop (F1): exported for a recipient.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-export-desk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "msk-appliance.h"
#include "msk-circulation-store.h"
#include "msk-destruction-store.h"
#include "msk-erasure-store.h"
#include "msk-error.h"
#include "msk-export-private.h"
#include "msk-handover-store.h"
#include "msk-loan-store.h"
#include "msk-meeting-private.h"
#include "msk-permit-store.h"
#include "msk-session-private.h"
#include "msk-sweep-private.h"

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
check_handovers (MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) handovers = msk_handover_store_list (database, error);

  if (handovers == NULL)
    return FALSE;

  for (guint i = 0; i < handovers->len; i++)
    {
      const MskHandover *handover = g_ptr_array_index (handovers, i);

      if (handover->stage != MSK_HANDOVER_DONE && handover->stage != MSK_HANDOVER_CANCELLED)
        return refuse (error, MSK_RULE_ERROR_HANDOVER_OPEN,
                       _ ("A handover is still under way: end it, or have it cancelled, before the "
                          "record leaves."));
    }

  return TRUE;
}

/* A batch that was begun stands in the record as it will end (D1). */
static gboolean
check_destructions (MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) batches = msk_destruction_store_list (database, error);

  if (batches == NULL)
    return FALSE;

  for (guint i = 0; i < batches->len; i++)
    {
      const MskDestruction *batch = g_ptr_array_index (batches, i);

      if (batch->stage < MSK_DESTRUCTION_DONE)
        return refuse (error, MSK_RULE_ERROR_IN_DESTRUCTION,
                       _ ("A batch for destruction is not done: have it destroyed or cancelled "
                          "before the record leaves."));
    }

  return TRUE;
}

typedef GPtrArray *(*ListOpen) (MskDatabase *database, gboolean only_open, GError **error);

static gboolean
check_none (MskDatabase *database,
            ListOpen list,
            MskRuleError code,
            const char *message,
            GError **error)
{
  g_autoptr(GPtrArray) open = list (database, TRUE, error);

  return open != NULL && (open->len == 0 || refuse (error, code, message));
}

/* A record that is handed over has nothing in it that somebody would still have to do (F1). */
static gboolean
check_settled (MskSession *session, MskDatabase *database, GError **error)
{
  return msk_meeting_check_closed (msk_session_get_meeting (session), error) &&
         check_handovers (database, error) && check_destructions (database, error) &&
         check_none (database, msk_circulation_store_list, MSK_RULE_ERROR_COPY_IN_TURN,
                     _ ("A turn of a reader is still open: end it before the record leaves."),
                     error) &&
         check_none (database, msk_loan_store_list, MSK_RULE_ERROR_SLIP_OPEN,
                     _ ("A loan slip is still open: take back what it stands for before the record "
                        "leaves."),
                     error) &&
         check_none (database, msk_permit_store_list, MSK_RULE_ERROR_PERMIT_OPEN,
                     _ ("A permit is still open: enter the receipt of the home registry, or "
                        "withdraw it, before the record leaves."),
                     error) &&
         msk_sweep_desk_check_balance (database, MSK_SWEEP_ANEW, error);
}

/* Beside the register that it is a copy of it would be erased with it, and protect nothing. */
gboolean
msk_export_desk_check_place (MskSession *session, const char *path, GError **error)
{
  g_autofree char *vault = realpath (msk_session_get_directory (session), NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *real = realpath (folder, NULL);
  g_autofree char *papers = msk_session_dup_papers_directory (session);

  if (real == NULL)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("There is no such folder: check its name and that the medium is "
                              "in."));
      return FALSE;
    }
  if (vault == NULL ||
      !(g_str_equal (real, vault) ||
        (g_str_has_prefix (real, vault) && real[strlen (vault)] == G_DIR_SEPARATOR) ||
        g_str_equal (real, papers)))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("An export lies neither in the vault nor in the folder of papers: give a "
                          "file on the medium that goes to the archive."));
  return FALSE;
}

gboolean
msk_export_desk_read_head (MskDatabase *database, MskExportContents *contents, GError **error)
{
  guint64 entries;
  gint64 wrong;
  const char *reason;

  if (!msk_ledger_verify (database, &entries, &wrong, &reason, contents->hash, error) ||
      !msk_ledger_get_last (database, &contents->sequence, error))
    return FALSE;
  if (reason == NULL)
    return TRUE;

  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_LEDGER_BROKEN,
               _ ("Entry %d of the ledger is not what was written: leave everything as it is and "
                  "tell the security officer."),
               (int) wrong);
  return FALSE;
}

static MskDatabase *
fail_damaged (GError **error)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_EXPORT_DAMAGED,
                       _ ("The register in this export is damaged, and nothing of it is used: take "
                          "another copy of it, or have it exported again."));
  return NULL;
}

MskDatabase *
msk_export_desk_open_register (const char *path,
                               const MskExportContents *contents,
                               GCancellable *cancellable,
                               guint64 *entries,
                               GError **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MskDatabase) database =
                 msk_database_open (path, contents->key, MSK_DATABASE_MEETING, FALSE, &local_error);
  MskExportContents found = { NULL };

  if (database != NULL)
    msk_database_let_cancel (database, cancellable);
  if (database == NULL || !msk_database_check_whole (database, &local_error))
    {
      if (!g_error_matches (local_error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_DAMAGED))
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        fail_damaged (error);
      return NULL;
    }
  if (!msk_export_desk_read_head (database, &found, error))
    return NULL;
  if (found.sequence == 0 || found.sequence != contents->sequence ||
      memcmp (found.hash, contents->hash, sizeof found.hash) != 0)
    return fail_damaged (error);

  /* Sequences are without a gap, or it would not have been verified. */
  if (entries != NULL)
    *entries = (guint64) found.sequence;
  return g_steal_pointer (&database);
}

/* The export's own entry. It is the newest in what leaves, and the same is written here once that
 * is safe: so nothing is in the ledger of an export that failed. */
static gboolean
append_entry (MskTransaction *transaction, const char *recipient, GError **error)
{
  return msk_ledger_append (transaction, MSK_ACT_MEETING_EXPORT, "meeting", error, "recipient",
                            recipient, NULL);
}

/* What goes on beside the main loop: it has what it needs for itself, and nothing of the session.
 */
typedef struct
{
  gint64 meeting_id;
  gint64 entry; /* the newest of the ledger: nothing may be written until the end */
  char *path;
  char *recipient;
  char *passphrase;
  char *user;
  char *station;
  MskActor actor;
  MskDatabase *database; /* a connection of its own */
  char *snapshot;        /* in the vault, of the register as it leaves */
  char *again;           /* and as it was read back */
  MskExportContents contents;
  MskExportDraft *draft;
  gint stage; /* atomic, like share */
  gint share; /* of this stage, in thousandths */
  guint look_id;
  MskExportProgress progress;
  gpointer progress_data;
} Work;

/* Each takes about the same time. */
typedef enum
{
  STAGE_COPY,
  STAGE_SEAL,
  STAGE_READ_BACK,
  STAGE_CHECK,
  N_STAGES
} Stage;

#define LOOK_MS 100
#define WHOLE 1000

static void
free_work (gpointer data)
{
  Work *work = data;

  g_clear_handle_id (&work->look_id, g_source_remove);
  g_clear_pointer (&work->draft, msk_export_draft_free);
  g_clear_pointer (&work->database, msk_database_close);
  msk_vault_remove_part (work->snapshot);
  msk_vault_remove_part (work->again);
  msk_export_contents_clear (&work->contents);
  explicit_bzero (work->passphrase, strlen (work->passphrase));
  g_free (work->passphrase);
  g_free (work->snapshot);
  g_free (work->again);
  g_free (work->path);
  g_free (work->recipient);
  g_free (work->user);
  g_free (work->station);
  g_free (work);
}

static void
begin_stage (Work *work, Stage stage)
{
  g_atomic_int_set (&work->share, 0);
  g_atomic_int_set (&work->stage, (int) stage);
}

static void
note_bytes (gint64 done, gint64 size, gpointer data)
{
  g_atomic_int_set (&((Work *) data)->share, (int) (WHOLE * done / size));
}

static gboolean
look_cb (gpointer data)
{
  Work *work = data;
  const int stage = g_atomic_int_get (&work->stage);

  work->progress ((stage + (double) g_atomic_int_get (&work->share) / WHOLE) / N_STAGES,
                  work->progress_data);
  return G_SOURCE_CONTINUE;
}

/* The register as it will leave, in a file in the making. */
static gboolean
make_snapshot (Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr(MskDatabase) snapshot = NULL;
  g_auto(MskTransaction) transaction = { NULL };

  begin_stage (work, STAGE_COPY);
  if (!msk_database_write_snapshot (work->database, work->snapshot, error))
    return FALSE;

  work->contents.key = msk_key_new_from_bytes (msk_database_get_key (work->database)->bytes);
  snapshot =
      msk_database_open (work->snapshot, work->contents.key, MSK_DATABASE_MEETING, FALSE, error);
  if (snapshot == NULL)
    return FALSE;

  msk_database_let_cancel (snapshot, cancellable);
  return msk_transaction_begin (&transaction, snapshot, &work->actor, error) &&
         append_entry (&transaction, work->recipient, error) &&
         msk_transaction_commit (&transaction, error) &&
         msk_export_desk_read_head (snapshot, &work->contents, error) &&
         msk_database_empty_log (snapshot, error);
}

static gboolean
is_same (const MskExportContents *one, const MskExportContents *other)
{
  return one->sequence == other->sequence && one->size == other->size &&
         memcmp (one->hash, other->hash, sizeof one->hash) == 0 &&
         memcmp (one->digest, other->digest, sizeof one->digest) == 0 &&
         memcmp (one->key->bytes, other->key->bytes, MSK_KEY_SIZE) == 0;
}

static gboolean
fail_unverified (GError **error)
{
  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_EXPORT_NOT_VERIFIED,
                       _ ("What was read back is not what was exported, and the file was removed: "
                          "take another medium and export again."));
  return FALSE;
}

/* Reads it back from the medium as the recipient will, before it has a name: so whatever bears the
 * name was verified. */
static gboolean
verify (Work *work, const MskExportWatch *watch, GError **error)
{
  g_auto(MskExportContents) found = { NULL };
  g_autoptr(MskDatabase) database = NULL;

  begin_stage (work, STAGE_READ_BACK);
  if (!msk_export_file_read (msk_export_draft_get_part (work->draft), work->passphrase, work->again,
                             &found, watch, error) ||
      !(is_same (&found, &work->contents) || fail_unverified (error)))
    return FALSE;

  begin_stage (work, STAGE_CHECK);
  database = msk_export_desk_open_register (work->again, &found, watch->cancellable, NULL, error);
  return database != NULL;
}

static void
write_in_thread (GTask *part, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  const MskExportWatch watch = { cancellable, note_bytes, work };
  GError *error = NULL;
  gboolean done;

  if (make_snapshot (work, cancellable, &error))
    {
      begin_stage (work, STAGE_SEAL);
      work->draft = msk_export_draft_new (work->path, work->snapshot, work->passphrase,
                                          &msk_key_work_moderate, &work->contents, &watch, &error);
    }
  /* Before the other copy needs the room. */
  msk_vault_remove_part (work->snapshot);
  done = work->draft != NULL && verify (work, &watch, &error);
  msk_vault_remove_part (work->again);
  if (!done)
    g_clear_pointer (&work->draft, msk_export_draft_free);
  if (done)
    g_task_return_boolean (part, TRUE);
  else
    g_task_return_error (part, error);
}

/* Both registers: the meeting’s entry first, which alone says nothing of an export that counts. */
static gboolean
enter (MskSession *session, const Work *work, GError **error)
{
  const MskExportContents *contents = &work->contents;
  g_auto(MskTransaction) own = { NULL };
  g_auto(MskTransaction) appliance = { NULL };
  g_autoptr(GBytes) hash = NULL;
  gint64 id;

  if (!msk_session_begin (session, MSK_ACT_MEETING_EXPORT, &own, error))
    return FALSE;

  own.actor = work->actor;
  if (!append_entry (&own, work->recipient, error))
    return FALSE;

  hash = msk_ledger_dup_hash (own.database, contents->sequence, error);
  if (hash == NULL)
    return error != NULL && *error != NULL ? FALSE : fail_unverified (error);
  if (memcmp (g_bytes_get_data (hash, NULL), contents->hash, sizeof contents->hash) != 0)
    return fail_unverified (error);

  return msk_session_begin_appliance (session, MSK_ACT_MEETING_EXPORT, &appliance, error) &&
         msk_erasure_store_add_export (&appliance, work->meeting_id, work->recipient, work->path,
                                       contents, &id, error) &&
         msk_transaction_commit (&own, error) && msk_transaction_commit (&appliance, error);
}

/* The same meeting as at the beginning, and nothing written in it since. */
static gboolean
check_unchanged (MskSession *session, const Work *work, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_EXPORT, error);
  gint64 entry;

  if (database == NULL || !msk_ledger_get_last (database, &entry, error))
    return FALSE;
  if (entry == work->entry && msk_session_get_meeting (session)->id == work->meeting_id)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_RECORD_CHANGED,
                       _ ("Something was written in the record while it was exported, and nothing "
                          "was entered: export it again."));
  return FALSE;
}

/* In the main loop, after which nobody stops it any more. */
static gboolean
complete (MskSession *session, Work *work, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !check_unchanged (session, work, error) || !msk_export_draft_take_name (work->draft, error))
    {
      /* Whoever hears of it finds nothing there any more. */
      g_clear_pointer (&work->draft, msk_export_draft_free);
      return FALSE;
    }
  if (enter (session, work, error))
    return TRUE;

  msk_export_draft_withdraw (work->draft, error);
  return FALSE;
}

static void
written_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  MskSession *session = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  MskMeetingExport *entered = NULL;
  gboolean done;

  g_clear_handle_id (&work->look_id, g_source_remove);
  done = g_task_propagate_boolean (G_TASK (answer), &error) &&
         complete (session, work, g_task_get_cancellable (task), &error);
  msk_session_leave_printing (session);
  if (!done ||
      !msk_erasure_store_find_export (msk_vault_get_appliance (msk_session_get_vault (session)),
                                      work->meeting_id, &entered, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_signal_emit_by_name (session, "changed");
  g_task_return_pointer (task, entered, g_object_unref);
}

static gboolean
prepare (MskSession *session, Work *work, GCancellable *cancellable, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_EXPORT, error);
  MskVault *vault = msk_session_get_vault (session);
  char *name;

  if (database == NULL)
    return FALSE;

  name = msk_meeting_dup_named (work->recipient, _ ("Recipient"), TRUE, error);
  if (name == NULL)
    return FALSE;

  g_free (work->recipient);
  work->recipient = name;
  if (!msk_key_work_check_passphrase (work->passphrase, error) ||
      !msk_export_desk_check_place (session, work->path, error) ||
      !check_settled (session, database, error) ||
      !msk_ledger_get_last (database, &work->entry, error))
    return FALSE;

  work->database = msk_database_open_beside (database, error);
  if (work->database == NULL)
    return FALSE;

  msk_database_let_cancel (work->database, cancellable);
  work->meeting_id = msk_session_get_meeting (session)->id;
  work->actor = msk_session_make_actor (session);
  work->actor.user = work->user = g_strdup (work->actor.user);
  work->actor.station = work->station = g_strdup (work->actor.station);
  work->snapshot = msk_vault_dup_part (vault);
  work->again = msk_vault_dup_part (vault);
  return msk_session_take_printing (session, error);
}

void
msk_export_desk_export_async (MskSession *session,
                              const char *path,
                              const char *recipient,
                              const char *passphrase,
                              MskExportProgress progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);
  g_autoptr(GTask) part = NULL;
  GError *error = NULL;

  g_return_if_fail (MSK_IS_SESSION (session));
  g_return_if_fail (path != NULL && recipient != NULL && passphrase != NULL);

  work->path = g_canonicalize_filename (path, NULL);
  work->recipient = g_strdup (recipient);
  work->passphrase = g_strdup (passphrase);
  work->progress = progress;
  work->progress_data = progress_data;
  g_task_set_source_tag (task, msk_export_desk_export_async);
  /* What was entered is, even if somebody cancels at that moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, free_work);
  if (!prepare (session, work, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (progress != NULL)
    work->look_id = g_timeout_add (LOOK_MS, look_cb, work);
  part = g_task_new (NULL, cancellable, written_cb, g_object_ref (task));
  /* The thread ends first: the files that it writes are removed after it. */
  g_task_set_check_cancellable (part, FALSE);
  g_task_set_task_data (part, work, NULL);
  g_task_run_in_thread (part, write_in_thread);
}

MskMeetingExport *
msk_export_desk_export_finish (MskSession *session, GAsyncResult *answer, GError **error)
{
  g_autoptr(GError) trouble = NULL;
  MskMeetingExport *entered;

  g_return_val_if_fail (g_task_is_valid (answer, session), NULL);

  entered = g_task_propagate_pointer (G_TASK (answer), &trouble);
  if (entered != NULL)
    return entered;

  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED,
                         _ ("The export was stopped: there is no file, and nothing was entered. "
                            "Export again when it is wanted."));
  else
    g_propagate_error (error, g_steal_pointer (&trouble));
  return NULL;
}

gboolean
msk_export_desk_find (MskSession *session,
                      MskMeetingExport **found,
                      gboolean *current,
                      GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  MskMeetingExport *newest = NULL;
  gint64 last;

  if (database == NULL || !msk_ledger_get_last (database, &last, error) ||
      !msk_erasure_store_find_export (msk_vault_get_appliance (msk_session_get_vault (session)),
                                      msk_session_get_meeting (session)->id, &newest, error))
    return FALSE;

  *current = newest != NULL && newest->head_sequence == last;
  *found = newest;
  return TRUE;
}
