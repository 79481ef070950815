/* The record of a meeting leaves the laptop (F1): exported for a recipient.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-export-desk.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

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
static gboolean
check_place (MskSession *session, const char *path, GError **error)
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
                               guint64 *entries,
                               GError **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MskDatabase) database =
                 msk_database_open (path, contents->key, MSK_DATABASE_MEETING, FALSE, &local_error);
  MskExportContents found = { NULL };

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

/* The register as it will leave, in a file in the making. */
static gboolean
make_snapshot (MskDatabase *database,
               const char *part,
               const char *recipient,
               const MskActor *actor,
               MskExportContents *contents,
               GError **error)
{
  g_autoptr(MskDatabase) snapshot = NULL;
  g_auto(MskTransaction) transaction = { NULL };

  if (!msk_database_write_snapshot (database, part, error))
    return FALSE;

  contents->key = msk_key_new_from_bytes (msk_database_get_key (database)->bytes);
  snapshot = msk_database_open (part, contents->key, MSK_DATABASE_MEETING, FALSE, error);
  return snapshot != NULL && msk_transaction_begin (&transaction, snapshot, actor, error) &&
         append_entry (&transaction, recipient, error) &&
         msk_transaction_commit (&transaction, error) &&
         msk_export_desk_read_head (snapshot, contents, error) &&
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

/* Reads it back as the recipient will. */
static gboolean
verify (MskVault *vault,
        const char *path,
        const char *passphrase,
        const MskExportContents *contents,
        GError **error)
{
  g_autofree char *part = msk_vault_dup_part (vault);
  g_auto(MskExportContents) found = { NULL };
  g_autoptr(MskDatabase) database = NULL;
  gboolean done;

  done = msk_export_file_read (path, passphrase, part, &found, error) &&
         (is_same (&found, contents) || fail_unverified (error));
  if (done)
    database = msk_export_desk_open_register (part, &found, NULL, error);
  done = database != NULL;
  g_clear_pointer (&database, msk_database_close);
  msk_vault_remove_part (part);
  return done;
}

/* Both registers: the meeting’s entry first, which alone says nothing of an export that counts. */
static gboolean
enter (MskSession *session,
       const char *recipient,
       const MskActor *actor,
       const MskExportContents *contents,
       GError **error)
{
  g_auto(MskTransaction) own = { NULL };
  g_auto(MskTransaction) appliance = { NULL };
  g_autoptr(GBytes) hash = NULL;
  gint64 id;

  if (!msk_session_begin (session, MSK_ACT_MEETING_EXPORT, &own, error))
    return FALSE;

  own.actor = *actor;
  if (!append_entry (&own, recipient, error))
    return FALSE;

  hash = msk_ledger_dup_hash (own.database, contents->sequence, error);
  if (hash == NULL)
    return error != NULL && *error != NULL ? FALSE : fail_unverified (error);
  if (memcmp (g_bytes_get_data (hash, NULL), contents->hash, sizeof contents->hash) != 0)
    return fail_unverified (error);

  return msk_session_begin_appliance (session, MSK_ACT_MEETING_EXPORT, &appliance, error) &&
         msk_erasure_store_add_export (&appliance, msk_session_get_meeting (session)->id, recipient,
                                       contents, &id, error) &&
         msk_transaction_commit (&own, error) && msk_transaction_commit (&appliance, error);
}

static gboolean
export_as (MskSession *session,
           MskDatabase *database,
           const char *path,
           const char *recipient,
           const char *passphrase,
           GError **error)
{
  MskVault *vault = msk_session_get_vault (session);
  const MskActor actor = msk_session_make_actor (session);
  g_auto(MskExportContents) contents = { NULL };
  g_autofree char *part = msk_vault_dup_part (vault);
  gboolean written;

  written =
      make_snapshot (database, part, recipient, &actor, &contents, error) &&
      msk_export_file_write (path, part, passphrase, &msk_key_work_moderate, &contents, error);
  msk_vault_remove_part (part);
  if (!written)
    return FALSE;
  if (verify (vault, path, passphrase, &contents, error) &&
      enter (session, recipient, &actor, &contents, error))
    return TRUE;

  g_unlink (path);
  return FALSE;
}

MskMeetingExport *
msk_export_desk_export (MskSession *session,
                        const char *path,
                        const char *recipient,
                        const char *passphrase,
                        GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_EXPORT, error);
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;
  MskMeetingExport *entered = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL && recipient != NULL && passphrase != NULL, NULL);

  if (database == NULL)
    return NULL;

  place = g_canonicalize_filename (path, NULL);
  name = msk_meeting_dup_text (recipient, TRUE, error);
  if (name == NULL || !msk_key_work_check_passphrase (passphrase, error) ||
      !check_place (session, place, error) || !check_settled (session, database, error) ||
      !msk_session_take_printing (session, error))
    return NULL;

  done = export_as (session, database, place, name, passphrase, error);
  msk_session_leave_printing (session);
  if (!done ||
      !msk_erasure_store_find_export (msk_vault_get_appliance (msk_session_get_vault (session)),
                                      msk_session_get_meeting (session)->id, &entered, error))
    return NULL;

  g_signal_emit_by_name (session, "changed");
  return entered;
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
