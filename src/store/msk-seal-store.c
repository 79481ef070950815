/* The register of seals: what of the ledger stands on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-seal-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"

G_STATIC_ASSERT (MSK_SEAL_HASH_SIZE == MSK_LEDGER_HASH_SIZE);

static gboolean
find_next_number (MskDatabase *database, guint *number, GError **error)
{
  return msk_database_read_uint (database, "SELECT COALESCE (MAX (number), 0) + 1 FROM seal",
                                 number, error);
}

static gboolean
insert_seal (MskTransaction *transaction,
             guint number,
             const char *occasion,
             gint64 sequence,
             GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO seal (number, occasion, sequence, at, user, "
                                       "station) VALUES (:number, :occasion, :sequence, :now, "
                                       ":user, :station)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_text (statement, ":occasion", occasion);
  msk_statement_bind_int64 (statement, ":sequence", sequence);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  return msk_statement_run (statement, error);
}

gboolean
msk_seal_store_add (MskTransaction *transaction,
                    MskSealOccasion occasion,
                    guint *number,
                    GError **error)
{
  const char *name = msk_enum_get_name (MSK_TYPE_SEAL_OCCASION, (int) occasion);
  g_autofree char *subject = NULL;
  gint64 sequence;
  guint next;

  if (!find_next_number (transaction->database, &next, error))
    return FALSE;

  subject = g_strdup_printf ("seal %u", next);
  if (!msk_ledger_append (transaction, MSK_ACT_LEDGER_SEAL, subject, error, "occasion", name,
                          NULL) ||
      !msk_ledger_get_last (transaction->database, &sequence, error) ||
      !insert_seal (transaction, next, name, sequence, error))
    return FALSE;

  *number = next;
  return TRUE;
}

/* bytes is NULL when there is no such entry. */
static gboolean
copy_hash (GBytes *bytes, guchar hash[MSK_SEAL_HASH_SIZE])
{
  if (bytes == NULL || g_bytes_get_size (bytes) != MSK_SEAL_HASH_SIZE)
    return FALSE;

  memcpy (hash, g_bytes_get_data (bytes, NULL), MSK_SEAL_HASH_SIZE);
  return TRUE;
}

gboolean
msk_seal_store_read_head (MskDatabase *database, MskSeal *seal, GError **error)
{
  g_autoptr(GError) trouble = NULL;
  g_autoptr(GBytes) hash = NULL;

  if (!msk_ledger_get_last (database, &seal->sequence, error))
    return FALSE;

  hash = msk_ledger_dup_hash (database, seal->sequence, &trouble);
  if (copy_hash (hash, seal->hash))
    return TRUE;

  if (trouble != NULL)
    g_propagate_error (error, g_steal_pointer (&trouble));
  else
    g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_LEDGER_BROKEN,
                         _ ("The ledger has no last entry, so there is nothing to seal: tell the "
                            "auditor."));
  return FALSE;
}

static gboolean
fail_older (GError **error, gint64 sequence)
{
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SEAL_NOT_CONTAINED,
               _ ("The ledger ends before entry %d, which was sealed: an older file was put back, "
                  "and what happened since is not in it. Leave everything as it is and tell the "
                  "security officer."),
               (int) sequence);
  return FALSE;
}

static gboolean
fail_changed (GError **error, gint64 sequence)
{
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SEAL_NOT_CONTAINED,
               _ ("Entry %d of the ledger is not the one that was sealed: the ledger was written "
                  "anew. Leave everything as it is and tell the security officer."),
               (int) sequence);
  return FALSE;
}

static gboolean
fail_broken (GError **error, gint64 wrong, const char *reason)
{
  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_LEDGER_BROKEN,
               _ ("Entry %d of the ledger is not as it was written (%s): leave everything as it is "
                  "and tell the security officer."),
               (int) wrong, _ (reason));
  return FALSE;
}

gboolean
msk_seal_store_check (MskDatabase *database, const MskSeal *seal, GError **error)
{
  guchar head[MSK_LEDGER_HASH_SIZE];
  guchar hash[MSK_SEAL_HASH_SIZE];
  g_autoptr(GBytes) bytes = NULL;
  const char *reason;
  guint64 entries;
  gint64 wrong;

  /* Every hash counts only as far as it is that of its entry. */
  if (!msk_ledger_verify (database, &entries, &wrong, &reason, head, error))
    return FALSE;
  if (reason != NULL)
    return fail_broken (error, wrong, reason);
  if (entries < (guint64) seal->sequence)
    return fail_older (error, seal->sequence);

  bytes = msk_ledger_dup_hash (database, seal->sequence, error);
  if (bytes == NULL)
    return FALSE;
  if (copy_hash (bytes, hash) && memcmp (hash, seal->hash, MSK_SEAL_HASH_SIZE) == 0)
    return TRUE;

  return fail_changed (error, seal->sequence);
}

static MskSealSheet *
read_sheet (MskStatement *statement, GError **error)
{
  g_autoptr(MskSealSheet) sheet = msk_seal_sheet_new ();
  int occasion;

  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_SEAL_OCCASION, &occasion, error))
    return NULL;

  sheet->number = (guint) msk_statement_get_int64 (statement, 0);
  sheet->occasion = (MskSealOccasion) occasion;
  sheet->sequence = msk_statement_get_int64 (statement, 2);
  sheet->at = msk_statement_get_int64 (statement, 3);
  sheet->user = msk_statement_dup_text (statement, 4);
  sheet->station = msk_statement_dup_text (statement, 5);
  return g_steal_pointer (&sheet);
}

GPtrArray *
msk_seal_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database, "SELECT number, occasion, sequence, at, user, station FROM seal ORDER BY number",
      error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_sheet, error);
}
