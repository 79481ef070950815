/* The appliance's registers of exports and of erasures (F1, D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-erasure-store.h"

#include <glib/gi18n-lib.h>

#include "msk-custody-line.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"

static char *
dup_hex_column (MskStatement *statement, int column)
{
  g_autoptr(GBytes) bytes = msk_statement_dup_bytes (statement, column);

  return g_bytes_get_size (bytes) == MSK_LEDGER_HASH_SIZE
             ? msk_ledger_dup_hex (g_bytes_get_data (bytes, NULL))
             : g_strdup ("");
}

static char *
dup_subject (gint64 meeting_id)
{
  return g_strdup_printf ("meeting %" G_GINT64_FORMAT, meeting_id);
}

static gboolean
append_export (MskTransaction *transaction,
               gint64 meeting_id,
               const char *recipient,
               const MskExportContents *contents,
               GError **error)
{
  g_autofree char *subject = dup_subject (meeting_id);
  g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, contents->sequence);
  g_autofree char *hash = msk_ledger_dup_hex (contents->hash);
  g_autofree char *size = g_strdup_printf ("%" G_GINT64_FORMAT, contents->size);
  g_autofree char *digest = msk_ledger_dup_hex (contents->digest);

  return msk_ledger_append (transaction, MSK_ACT_MEETING_EXPORT, subject, error, "recipient",
                            recipient, "sequence", sequence, "hash", hash, "size", size, "digest",
                            digest, NULL);
}

static gboolean
insert_place (MskTransaction *transaction, gint64 export_id, const char *path, GError **error)
{
  g_autoptr(MskStatement) statement = NULL;

  /* A name that nobody could be shown is not kept. */
  if (*path == '\0' || !g_utf8_validate (path, -1, NULL))
    return TRUE;

  statement = msk_database_prepare (transaction->database,
                                    "INSERT INTO meeting_export_place (export_id, path) VALUES "
                                    "(:export, :path)",
                                    error);
  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":export", export_id);
  msk_statement_bind_text (statement, ":path", path);
  return msk_statement_run (statement, error);
}

gboolean
msk_erasure_store_add_export (MskTransaction *transaction,
                              gint64 meeting_id,
                              const char *recipient,
                              const char *path,
                              const MskExportContents *contents,
                              gint64 *id,
                              GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO meeting_export (meeting_id, at, user, "
                                       "recipient, head_sequence, head_hash, size, digest)"
                                       " VALUES (:meeting, :now, :user, :recipient, :sequence, "
                                       ":hash, :size, :digest) RETURNING id",
                                       error);
  g_autoptr(GBytes) hash = g_bytes_new (contents->hash, sizeof contents->hash);
  g_autoptr(GBytes) digest = g_bytes_new (contents->digest, sizeof contents->digest);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":meeting", meeting_id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":recipient", recipient);
  msk_statement_bind_int64 (statement, ":sequence", contents->sequence);
  msk_statement_bind_bytes (statement, ":hash", hash);
  msk_statement_bind_int64 (statement, ":size", contents->size);
  msk_statement_bind_bytes (statement, ":digest", digest);
  if (!msk_statement_read_int64 (statement, id, error))
    return FALSE;

  return insert_place (transaction, *id, path, error) &&
         append_export (transaction, meeting_id, recipient, contents, error);
}

/* The columns of an export from the first. */
static MskMeetingExport *
read_export (MskStatement *statement)
{
  MskMeetingExport *found = msk_meeting_export_new ();

  found->id = msk_statement_get_int64 (statement, 0);
  found->meeting_id = msk_statement_get_int64 (statement, 1);
  found->at = msk_statement_get_int64 (statement, 2);
  found->user = msk_statement_dup_text (statement, 3);
  found->recipient = msk_statement_dup_text (statement, 4);
  found->head_sequence = msk_statement_get_int64 (statement, 5);
  found->head_hash = dup_hex_column (statement, 6);
  found->size = msk_statement_get_int64 (statement, 7);
  found->digest = dup_hex_column (statement, 8);
  found->path = g_strdup ("");
  return found;
}

gboolean
msk_erasure_store_find_export (MskDatabase *database,
                               gint64 meeting_id,
                               MskMeetingExport **found,
                               GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT id, meeting_id, at, user, recipient, head_sequence, head_hash, size, digest, "
      "COALESCE ((SELECT path FROM meeting_export_place WHERE export_id = id), '')"
      " FROM meeting_export WHERE meeting_id = :meeting ORDER BY id DESC LIMIT 1",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":meeting", meeting_id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  if (!row)
    {
      *found = NULL;
      return TRUE;
    }

  *found = read_export (statement);
  g_free ((*found)->path);
  (*found)->path = msk_statement_dup_text (statement, 9);
  return TRUE;
}

static gboolean
add_counts (MskTransaction *transaction, gint64 approval_id, const guint *counts, GError **error)
{
  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    {
      g_autoptr(MskStatement) statement = NULL;

      if (counts[state] == 0)
        continue;
      statement = msk_database_prepare (transaction->database,
                                        "INSERT INTO erasure_count (approval_id, state, things) "
                                        "VALUES (:approval, :state, :things)",
                                        error);
      if (statement == NULL)
        return FALSE;

      msk_statement_bind_int64 (statement, ":approval", approval_id);
      msk_statement_bind_text (statement, ":state",
                               msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) state));
      msk_statement_bind_int64 (statement, ":things", counts[state]);
      if (!msk_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_missing (MskTransaction *transaction, gint64 approval_id, GPtrArray *missing, GError **error)
{
  for (guint i = 0; i < missing->len; i++)
    {
      const MskCustodyLine *line = g_ptr_array_index (missing, i);
      g_autoptr(MskStatement) statement =
                     msk_database_prepare (transaction->database,
                                           "INSERT INTO erasure_missing (approval_id, at, nth) "
                                           "VALUES (:approval, :at, :nth)",
                                           error);

      if (statement == NULL)
        return FALSE;

      msk_statement_bind_int64 (statement, ":approval", approval_id);
      msk_statement_bind_int64 (statement, ":at", line->at);
      msk_statement_bind_int64 (statement, ":nth", i);
      if (!msk_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

GArray *
msk_erasure_store_list_missing (MskDatabase *database, gint64 meeting_id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT m.at FROM erasure AS e JOIN erasure_missing AS m ON "
                                       "m.approval_id = e.approval_id WHERE e.meeting_id = "
                                       ":meeting ORDER BY m.at, m.nth",
                                       error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":meeting", meeting_id);
  return msk_statement_collect_int64 (statement, error);
}

gboolean
msk_erasure_store_approve (MskTransaction *transaction,
                           const MskMeetingExport *sealed,
                           const char *reference,
                           const char *kept,
                           const guint *counts,
                           GPtrArray *missing,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO erasure_approval (export_id, at, user, "
                                       "reference, kept) VALUES (:export, :now, :user, "
                                       ":reference, :kept) RETURNING id",
                                       error);
  g_autofree char *subject = dup_subject (sealed->meeting_id);
  g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, sealed->head_sequence);
  gint64 id;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":export", sealed->id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":reference", reference);
  msk_statement_bind_text (statement, ":kept", kept);
  if (!msk_statement_read_int64 (statement, &id, error))
    return FALSE;

  return add_counts (transaction, id, counts, error) &&
         add_missing (transaction, id, missing, error) &&
         msk_ledger_append (transaction, MSK_ACT_ERASURE_APPROVE, subject, error, "reference",
                            reference, "kept", kept, "sequence", sequence, "hash",
                            sealed->head_hash, NULL);
}

gboolean
msk_erasure_store_find_approval (MskDatabase *database,
                                 gint64 export_id,
                                 gint64 *id,
                                 char **approver,
                                 char **kept,
                                 GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                "SELECT id, user, kept FROM erasure_approval WHERE export_id = "
                                ":export ORDER BY id DESC LIMIT 1",
                                error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":export", export_id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *id = row ? msk_statement_get_int64 (statement, 0) : 0;
  *approver = row ? msk_statement_dup_text (statement, 1) : NULL;
  *kept = row ? msk_statement_dup_text (statement, 2) : NULL;
  return TRUE;
}

static gboolean
insert_erasure (MskTransaction *transaction,
                gint64 meeting_id,
                gint64 approval_id,
                const char *witness,
                GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO erasure (meeting_id, approval_id, at, user, "
                                       "witness) VALUES (:meeting, :approval, :now, :user, "
                                       ":witness)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":meeting", meeting_id);
  msk_statement_bind_int64 (statement, ":approval", approval_id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":witness", witness);
  return msk_statement_run (statement, error);
}

/* What secure_delete overwrites is the key; the log is emptied after the commit. */
static gboolean
throw_key_away (MskTransaction *transaction, gint64 meeting_id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE meeting SET wrapped_key = NULL, state = 'erased' "
                                       "WHERE id = :id AND wrapped_key IS NOT NULL",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", meeting_id);
  return msk_statement_run (statement, error) &&
         msk_transaction_check_one_changed (transaction,
                                            _ ("The key of this meeting is not there, and nothing "
                                               "was changed: tell the system administrator."),
                                            error);
}

static gboolean
forget_places (MskTransaction *transaction, gint64 meeting_id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "DELETE FROM meeting_export_place WHERE export_id IN "
                                       "(SELECT id FROM meeting_export WHERE meeting_id = "
                                       ":meeting)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":meeting", meeting_id);
  return msk_statement_run (statement, error);
}

gboolean
msk_erasure_store_erase (MskTransaction *transaction,
                         const MskMeetingExport *sealed,
                         gint64 approval_id,
                         const char *witness,
                         GError **error)
{
  g_autofree char *subject = dup_subject (sealed->meeting_id);
  g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, sealed->head_sequence);

  return insert_erasure (transaction, sealed->meeting_id, approval_id, witness, error) &&
         throw_key_away (transaction, sealed->meeting_id, error) &&
         forget_places (transaction, sealed->meeting_id, error) &&
         msk_ledger_append (transaction, MSK_ACT_MEETING_ERASE, subject, error, "witness", witness,
                            "sequence", sequence, "hash", sealed->head_hash, "digest",
                            sealed->digest, NULL);
}

gboolean
msk_erasure_store_finish (MskTransaction *transaction,
                          gint64 meeting_id,
                          guint files,
                          guint papers,
                          GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE erasure SET finished_at = :now, files = :files, "
                                       "papers = :papers WHERE meeting_id = :meeting",
                                       error);
  g_autofree char *subject = dup_subject (meeting_id);
  g_autofree char *files_text = g_strdup_printf ("%u", files);
  g_autofree char *papers_text = g_strdup_printf ("%u", papers);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":meeting", meeting_id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_int64 (statement, ":files", files);
  msk_statement_bind_int64 (statement, ":papers", papers);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_ERASURE_FINISH, subject, error, "files",
                            files_text, "papers", papers_text, NULL);
}

gboolean
msk_erasure_store_find_unfinished (MskDatabase *database,
                                   gint64 *meeting_id,
                                   char **file,
                                   GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT erasure.meeting_id, meeting.file FROM erasure JOIN "
                                       "meeting ON meeting.id = erasure.meeting_id"
                                       " WHERE erasure.finished_at IS NULL ORDER BY "
                                       "erasure.meeting_id LIMIT 1",
                                       error);
  gboolean row;

  if (statement == NULL || !msk_statement_step (statement, &row, error))
    return FALSE;

  *meeting_id = row ? msk_statement_get_int64 (statement, 0) : 0;
  *file = row ? msk_statement_dup_text (statement, 1) : NULL;
  return TRUE;
}

static gboolean
read_counts (MskDatabase *database, gint64 approval_id, MskErasure *erasure, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT state, things FROM erasure_count WHERE approval_id "
                                       "= :approval",
                                       error);
  gboolean row = TRUE;
  int state;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":approval", approval_id);
  while (msk_statement_step (statement, &row, error) && row)
    {
      if (!msk_statement_get_enum (statement, 0, MSK_TYPE_COPY_STATE, &state, error))
        return FALSE;
      erasure->counts[state] = (guint) msk_statement_get_int64 (statement, 1);
    }

  return !row;
}

static MskErasure *
read_erasure (MskStatement *statement)
{
  MskErasure *erasure = msk_erasure_new (read_export (statement));

  erasure->approved_at = msk_statement_get_int64 (statement, 9);
  erasure->approver = msk_statement_dup_text (statement, 10);
  erasure->reference = msk_statement_dup_text (statement, 11);
  erasure->at = msk_statement_get_int64 (statement, 12);
  erasure->user = msk_statement_dup_text (statement, 13);
  erasure->witness = msk_statement_dup_text (statement, 14);
  erasure->finished_at = msk_statement_get_int64 (statement, 15);
  erasure->files = (guint) msk_statement_get_int64 (statement, 16);
  erasure->papers = (guint) msk_statement_get_int64 (statement, 17);
  erasure->kept = msk_statement_dup_text (statement, 18);
  return erasure;
}

MskErasure *
msk_erasure_store_get (MskDatabase *database, gint64 meeting_id, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT meeting_export.id, meeting_export.meeting_id, meeting_export.at, "
      "meeting_export.user, meeting_export.recipient, meeting_export.head_sequence, "
      "meeting_export.head_hash, meeting_export.size, meeting_export.digest, erasure_approval.at, "
      "erasure_approval.user, erasure_approval.reference, erasure.at, erasure.user, "
      "erasure.witness, erasure.finished_at, erasure.files, erasure.papers, "
      "erasure_approval.kept, erasure_approval.id"
      " FROM erasure JOIN erasure_approval ON erasure_approval.id = erasure.approval_id"
      " JOIN meeting_export ON meeting_export.id = erasure_approval.export_id"
      " WHERE erasure.meeting_id = :meeting",
      error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":meeting", meeting_id);
  if (!msk_statement_step (statement, &row, error))
    return NULL;
  if (row)
    {
      g_autoptr(MskErasure) erasure = read_erasure (statement);

      return read_counts (database, msk_statement_get_int64 (statement, 19), erasure, error)
                 ? g_steal_pointer (&erasure)
                 : NULL;
    }

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                       _ ("No meeting of this id was erased: it is whole, or was never made. Look "
                          "at the list of meetings."));
  return NULL;
}
