/* Somebody who has signed in: the unlocked vault, who they are, and the meeting they work on. Every
 * act of the desk starts here. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-session.h"

#include <glib/gi18n-lib.h>

#include "msk-appliance.h"
#include "msk-badge-store.h"
#include "msk-carrier-store.h"
#include "msk-copy-store.h"
#include "msk-device-store.h"
#include "msk-erasure-private.h"
#include "msk-error.h"
#include "msk-file-store.h"
#include "msk-handover-store.h"
#include "msk-ledger.h"
#include "msk-meeting-store.h"
#include "msk-session-private.h"
#include "msk-tag-key.h"

#define SERIALS_AT_A_TIME 1000

struct _MskSession
{
  GObject parent_instance;

  char *directory;
  char *user;
  char *station;
  MskRole role;
  MskClock clock;
  MskVault *vault; /* NULL when locked */
  MskDatabase *meeting_database;
  MskMeeting *meeting;
  gboolean printing; /* a run of a printer, or the clearing of one, is under way */
  gboolean reading;  /* a sealed export: nothing is written */
};

enum
{
  CHANGED,
  LOCKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MskSession, msk_session, G_TYPE_OBJECT)

static gint64
read_system_clock (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Notes in the appliance's register how far the meeting's ledger has come. What can't be noted
 * leaves the older note, which still holds: so an error here stops nobody from closing. */
static void
anchor_meeting (MskSession *self)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GBytes) known_hash = NULL;
  g_autoptr(GBytes) hash = NULL;
  MskDatabase *appliance = msk_vault_get_appliance (self->vault);
  MskActor actor = msk_session_make_actor (self);
  gint64 known, last;

  if (!msk_appliance_get_anchor (appliance, self->meeting->id, &known, &known_hash, NULL) ||
      !msk_ledger_get_last (self->meeting_database, &last, NULL) || last <= known)
    return;

  hash = msk_ledger_dup_hash (self->meeting_database, last, NULL);
  if (hash != NULL && msk_transaction_begin (&transaction, appliance, &actor, NULL) &&
      msk_appliance_set_anchor (&transaction, self->meeting->id, last, hash, NULL))
    msk_transaction_commit (&transaction, NULL);
}

gboolean
msk_session_check_anchor (MskSession *self,
                          MskDatabase *database,
                          gint64 meeting_id,
                          GError **error)
{
  g_autoptr(GBytes) known_hash = NULL;
  gint64 known, last;

  if (!msk_appliance_get_anchor (msk_vault_get_appliance (self->vault), meeting_id, &known,
                                 &known_hash, error) ||
      !msk_ledger_get_last (database, &last, error))
    return FALSE;
  if (last >= known)
    return TRUE;

  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_LEDGER_BROKEN,
                       _ ("An older file of this meeting was put back, and what happened since is "
                          "not in it: bring back the newest file, and tell the security officer."));
  return FALSE;
}

static void
close_meeting (MskSession *self)
{
  if (self->meeting != NULL && self->vault != NULL && !self->reading)
    anchor_meeting (self);
  g_clear_object (&self->meeting);
  g_clear_pointer (&self->meeting_database, msk_database_close);
}

static void
msk_session_dispose (GObject *object)
{
  msk_session_lock (MSK_SESSION (object));

  G_OBJECT_CLASS (msk_session_parent_class)->dispose (object);
}

static void
msk_session_finalize (GObject *object)
{
  MskSession *self = MSK_SESSION (object);

  g_free (self->directory);
  g_free (self->user);
  g_free (self->station);

  G_OBJECT_CLASS (msk_session_parent_class)->finalize (object);
}

static void
msk_session_class_init (MskSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = msk_session_dispose;
  object_class->finalize = msk_session_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[LOCKED] = g_signal_new ("locked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
msk_session_init (MskSession *self)
{
  self->clock = read_system_clock;
}

/* The second half of signing in, on the main thread: the register says whether this account still
 * exists and what it may do. */
static MskSession *
begin_session (MskVault *vault, const char *directory, const char *station, GError **error)
{
  g_autoptr(MskSession) self = g_object_new (MSK_TYPE_SESSION, NULL);

  self->vault = vault;
  self->directory = g_canonicalize_filename (directory, NULL);
  self->station = g_strdup (station == NULL ? "desk" : station);
  if (!msk_vault_open (vault, error))
    return NULL;

  self->user = g_strdup (msk_vault_get_user (vault));
  if (!msk_appliance_get_role (msk_vault_get_appliance (vault), self->user, &self->role, error))
    return NULL;

  /* What can’t be removed now keeps nobody out, and is tried again the next time. */
  msk_erasure_desk_finish (self, NULL);
  return g_steal_pointer (&self);
}

MskSession *
msk_session_new_reading (MskVault *vault,
                         MskDatabase *meeting,
                         const MskActor *actor,
                         GError **error)
{
  g_autoptr(MskSession) self = g_object_new (MSK_TYPE_SESSION, NULL);

  self->vault = vault;
  self->directory = g_strdup ("");
  self->station = g_strdup (actor->station);
  self->user = g_strdup (actor->user);
  self->role = actor->role;
  self->reading = TRUE;
  return msk_session_adopt_meeting (self, meeting, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
msk_session_is_reading (MskSession *self)
{
  return self->reading;
}

void
msk_session_leave_meeting (MskSession *self)
{
  close_meeting (self);
}

static gboolean
check_writable (MskSession *self, GError **error)
{
  if (!self->reading)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MEETING_CLOSED,
                       _ ("This is a sealed export, which is read and never changed."));
  return FALSE;
}

MskSession *
msk_session_unlock (const char *directory,
                    const char *user,
                    const char *passphrase,
                    const char *station,
                    GError **error)
{
  MskVault *vault;

  g_return_val_if_fail (directory != NULL && user != NULL && passphrase != NULL, NULL);

  vault = msk_vault_unlock (directory, user, passphrase, error);
  return vault == NULL ? NULL : begin_session (vault, directory, station, error);
}

typedef struct
{
  char *directory;
  char *user;
  char *passphrase;
  char *station;
} UnlockRequest;

static void
free_unlock_request (gpointer data)
{
  UnlockRequest *request = data;

  explicit_bzero (request->passphrase, strlen (request->passphrase));
  g_free (request->passphrase);
  g_free (request->directory);
  g_free (request->user);
  g_free (request->station);
  g_free (request);
}

static void
close_vault (gpointer vault)
{
  msk_vault_close (vault);
}

static void
unlock_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const UnlockRequest *request = task_data;
  GError *error = NULL;
  MskVault *vault =
      msk_vault_unlock (request->directory, request->user, request->passphrase, &error);

  if (vault == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, vault, close_vault);
}

void
msk_session_unlock_async (const char *directory,
                          const char *user,
                          const char *passphrase,
                          const char *station,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  UnlockRequest *request = g_new0 (UnlockRequest, 1);

  g_return_if_fail (directory != NULL && user != NULL && passphrase != NULL);

  request->directory = g_strdup (directory);
  request->user = g_strdup (user);
  request->passphrase = g_strdup (passphrase);
  request->station = g_strdup (station);
  g_task_set_source_tag (task, msk_session_unlock_async);
  g_task_set_task_data (task, request, free_unlock_request);
  g_task_run_in_thread (task, unlock_in_thread);
}

MskSession *
msk_session_unlock_finish (GAsyncResult *result, GError **error)
{
  const UnlockRequest *request;
  MskVault *vault;

  g_return_val_if_fail (g_async_result_is_tagged (result, msk_session_unlock_async), NULL);

  request = g_task_get_task_data (G_TASK (result));
  vault = g_task_propagate_pointer (G_TASK (result), error);
  return vault == NULL ? NULL : begin_session (vault, request->directory, request->station, error);
}

void
msk_session_lock (MskSession *self)
{
  g_return_if_fail (MSK_IS_SESSION (self));

  if (self->vault == NULL)
    return;

  close_meeting (self);
  g_clear_pointer (&self->vault, msk_vault_close);
  g_signal_emit (self, signals[LOCKED], 0);
}

gboolean
msk_session_is_locked (MskSession *self)
{
  g_return_val_if_fail (MSK_IS_SESSION (self), TRUE);

  return self->vault == NULL;
}

const char *
msk_session_get_directory (MskSession *self)
{
  g_return_val_if_fail (MSK_IS_SESSION (self), "");

  return self->directory;
}

const char *
msk_session_get_user (MskSession *self)
{
  g_return_val_if_fail (MSK_IS_SESSION (self), "");

  return self->user;
}

MskRole
msk_session_get_role (MskSession *self)
{
  g_return_val_if_fail (MSK_IS_SESSION (self), MSK_ROLE_AUDITOR);

  return self->role;
}

gboolean
msk_session_may (MskSession *self, MskAct act)
{
  g_return_val_if_fail (MSK_IS_SESSION (self), FALSE);

  return msk_role_may (self->role, act);
}

char *
msk_session_dup_papers_directory (MskSession *self)
{
  g_return_val_if_fail (MSK_IS_SESSION (self), NULL);

  return g_strconcat (self->directory, "-papers", NULL);
}

void
msk_session_set_clock (MskSession *self, MskClock clock)
{
  g_return_if_fail (MSK_IS_SESSION (self));

  self->clock = clock == NULL ? read_system_clock : clock;
}

gint64
msk_session_get_now (MskSession *self)
{
  g_return_val_if_fail (MSK_IS_SESSION (self), 0);

  return self->clock ();
}

/* A job that was under way when the program last stopped: nobody knows whether its paper came. */
static gboolean
recover_prints (MskSession *self, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  MskActor actor = msk_session_make_actor (self);
  guint count, labels, tags, badges;

  if (!msk_copy_store_count_sent (self->meeting_database, &count, error) ||
      !msk_carrier_store_count_sent (self->meeting_database, &labels, error) ||
      !msk_device_store_count_sent (self->meeting_database, &tags, error) ||
      !msk_badge_store_count_sent (self->meeting_database, &badges, error))
    return FALSE;
  if (count == 0 && labels == 0 && tags == 0 && badges == 0)
    return TRUE;

  return msk_transaction_begin (&transaction, self->meeting_database, &actor, error) &&
         msk_copy_store_recover_sent (&transaction, &count, error) &&
         msk_carrier_store_recover_sent (&transaction, error) &&
         msk_device_store_recover_sent (&transaction, error) &&
         msk_badge_store_recover_sent (&transaction, error) &&
         msk_transaction_commit (&transaction, error);
}

gboolean
msk_session_open_meeting (MskSession *self, gint64 meeting_id, GError **error)
{
  g_autofree char *file = NULL;
  g_autoptr(GBytes) wrapped = NULL;
  MskDatabase *appliance;
  MskDatabase *database;

  g_return_val_if_fail (MSK_IS_SESSION (self), FALSE);

  appliance = msk_session_require_appliance (self, MSK_ACT_MEETING_READ, error);
  if (appliance == NULL ||
      !msk_appliance_find_meeting (appliance, meeting_id, &file, &wrapped, error))
    return FALSE;

  database = msk_vault_open_meeting (self->vault, file, wrapped, error);
  if (database == NULL)
    return FALSE;
  if (!msk_session_check_anchor (self, database, meeting_id, error))
    {
      msk_database_close (database);
      return FALSE;
    }
  if (!msk_session_adopt_meeting (self, database, error))
    return FALSE;

  if (recover_prints (self, error) &&
      msk_file_store_remove_strays (self->meeting_database, error) &&
      msk_session_publish_meeting (self, error))
    return TRUE;

  close_meeting (self);
  return FALSE;
}

MskMeeting *
msk_session_get_meeting (MskSession *self)
{
  g_return_val_if_fail (MSK_IS_SESSION (self), NULL);

  return self->meeting;
}

MskVault *
msk_session_get_vault (MskSession *self)
{
  return self->vault;
}

MskActor
msk_session_make_actor (MskSession *self)
{
  return (MskActor){ self->user, self->role, self->station, self->clock () };
}

MskDatabase *
msk_session_require_appliance (MskSession *self, MskAct act, GError **error)
{
  g_return_val_if_fail (MSK_IS_SESSION (self), NULL);

  if (self->vault == NULL)
    {
      g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_LOCKED,
                           _ ("The vault is locked: sign in again."));
      return NULL;
    }

  return msk_role_check (self->role, act, error) ? msk_vault_get_appliance (self->vault) : NULL;
}

MskDatabase *
msk_session_require_meeting (MskSession *self, MskAct act, GError **error)
{
  if (msk_session_require_appliance (self, act, error) == NULL)
    return NULL;

  if (self->meeting_database == NULL)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MEETING_NOT_OPEN,
                         _ ("No meeting is open: choose one, or make one."));
  return self->meeting_database;
}

/* What is counted for a handover stays where it is (K1). */
static gboolean
check_no_handover (MskTransaction *transaction, MskAct act, GError **error)
{
  guint open;

  return msk_handover_get_places (act) == 0 ||
         (msk_handover_store_get_open (transaction->database, &open, error) &&
          msk_handover_check_may_move (open, act, error));
}

gboolean
msk_session_begin (MskSession *self, MskAct act, MskTransaction *transaction, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (self, act, error);
  MskActor actor;

  if (database == NULL || !check_writable (self, error))
    return FALSE;

  actor = msk_session_make_actor (self);
  return msk_transaction_begin (transaction, database, &actor, error) &&
         check_no_handover (transaction, act, error);
}

gboolean
msk_session_begin_moving (MskSession *self, MskAct act, MskTransaction *transaction, GError **error)
{
  return msk_session_require_meeting (self, act, error) != NULL &&
         msk_meeting_check_open (self->meeting, error) &&
         msk_session_begin (self, act, transaction, error);
}

gboolean
msk_session_begin_present (MskSession *self,
                           MskAct act,
                           MskTransaction *transaction,
                           GError **error)
{
  return msk_session_require_meeting (self, act, error) != NULL &&
         msk_meeting_check_not_closed (self->meeting, error) &&
         msk_session_begin (self, act, transaction, error);
}

gboolean
msk_session_begin_appliance (MskSession *self,
                             MskAct act,
                             MskTransaction *transaction,
                             GError **error)
{
  MskDatabase *database = msk_session_require_appliance (self, act, error);
  MskActor actor;

  if (database == NULL || !check_writable (self, error))
    return FALSE;

  actor = msk_session_make_actor (self);
  return msk_transaction_begin (transaction, database, &actor, error);
}

gboolean
msk_session_commit (MskSession *self, MskTransaction *transaction, GError **error)
{
  if (!msk_transaction_commit (transaction, error))
    return FALSE;

  /* What was committed stands, whatever reading it back may say. */
  if (self->meeting_database != NULL)
    {
      g_autoptr(MskMeeting) meeting = msk_meeting_store_load (self->meeting_database, NULL);

      if (meeting != NULL)
        g_set_object (&self->meeting, meeting);
    }

  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

static gboolean
give_serials (MskSession *self, guint count, gint64 *first, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  MskActor actor = msk_session_make_actor (self);

  return msk_transaction_begin (&transaction, msk_vault_get_appliance (self->vault), &actor,
                                error) &&
         msk_appliance_give_serials (&transaction, self->meeting->id, count, first, error) &&
         msk_transaction_commit (&transaction, error);
}

gboolean
msk_session_ensure_serials (MskSession *self,
                            MskTransaction *transaction,
                            guint count,
                            GError **error)
{
  guint left, block;
  gint64 first;

  if (!msk_meeting_store_count_serials (transaction->database, &left, error))
    return FALSE;
  if (left >= count)
    return TRUE;

  /* The appliance gives first, so that a crash in between loses serials but never gives one twice.
   */
  block = MAX (count - left, SERIALS_AT_A_TIME);
  return give_serials (self, block, &first, error) &&
         msk_meeting_store_add_serials (transaction, first, block, error);
}

gboolean
msk_session_adopt_meeting (MskSession *self, MskDatabase *database, GError **error)
{
  MskMeeting *meeting = msk_meeting_store_load (database, error);

  if (meeting == NULL)
    {
      msk_database_close (database);
      return FALSE;
    }

  close_meeting (self);
  self->meeting_database = database;
  self->meeting = meeting;
  return TRUE;
}

gboolean
msk_session_publish_meeting (MskSession *self, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GPtrArray) meetings = NULL;
  MskDatabase *appliance = msk_vault_get_appliance (self->vault);
  MskActor actor = msk_session_make_actor (self);

  meetings = msk_appliance_list_meetings (appliance, error);
  if (meetings == NULL)
    return FALSE;

  for (guint i = 0; i < meetings->len; i++)
    {
      MskMeeting *known = g_ptr_array_index (meetings, i);

      if (known->id == self->meeting->id && known->state == self->meeting->state &&
          g_str_equal (known->number, self->meeting->number))
        return TRUE;
    }

  return msk_transaction_begin (&transaction, appliance, &actor, error) &&
         msk_appliance_set_meeting (&transaction, self->meeting->id, self->meeting->number,
                                    self->meeting->state, error) &&
         msk_transaction_commit (&transaction, error);
}

gboolean
msk_session_take_printing (MskSession *self, GError **error)
{
  if (!self->printing)
    {
      self->printing = TRUE;
      return TRUE;
    }

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTING_NOT_SETTLED,
                       _ ("A run of a printer is under way: wait for its end."));
  return FALSE;
}

void
msk_session_leave_printing (MskSession *self)
{
  self->printing = FALSE;
}

char *
msk_session_dup_code (MskSession *self, MskTagKind kind, gint64 serial, guint page)
{
  MskTag tag = { kind, serial, page, 0 };
  char *code = g_new0 (char, MSK_TAG_LENGTH + 1);

  msk_tag_key_sign (msk_vault_get_tag_key (self->vault), &tag);
  msk_tag_write (&tag, code);
  return code;
}
