/* The append-only ledger of one register: a chain of hashes in which every change stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-ledger.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <sodium.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"

typedef struct
{
  gint64 sequence;
  gint64 at;
  guchar hash[MSK_LEDGER_HASH_SIZE];
} Head;

static void
hash_number (crypto_generichash_state *state, gint64 number)
{
  guint64 little_endian = GUINT64_TO_LE ((guint64) number);

  crypto_generichash_update (state, (const guchar *) &little_endian, sizeof little_endian);
}

static void
hash_text (crypto_generichash_state *state, const char *text)
{
  gsize length = strlen (text);

  hash_number (state, (gint64) length);
  crypto_generichash_update (state, (const guchar *) text, length);
}

static void
hash_entry (const MskLedgerEntry *entry,
            const guchar previous[MSK_LEDGER_HASH_SIZE],
            guchar hash[MSK_LEDGER_HASH_SIZE])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, MSK_LEDGER_HASH_SIZE);
  crypto_generichash_update (&state, previous, MSK_LEDGER_HASH_SIZE);
  hash_number (&state, entry->sequence);
  hash_number (&state, entry->at);
  hash_text (&state, entry->actor);
  hash_text (&state, entry->role);
  hash_text (&state, entry->station);
  hash_text (&state, entry->act);
  hash_text (&state, entry->subject);
  hash_text (&state, entry->details);
  crypto_generichash_final (&state, hash, MSK_LEDGER_HASH_SIZE);
}

static gboolean
fail_broken (GError **error)
{
  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_LEDGER_BROKEN,
                       _ ("The ledger does not fit together, so nothing more is written: tell the "
                          "auditor."));
  return FALSE;
}

static gboolean
read_head (MskDatabase *database, Head *head, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database, "SELECT sequence, at, hash FROM ledger ORDER BY sequence DESC LIMIT 1", error);
  g_autoptr(GBytes) hash = NULL;
  gboolean row;

  *head = (Head){ 0 };
  if (statement == NULL || !msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  hash = msk_statement_dup_bytes (statement, 2);
  if (g_bytes_get_size (hash) != MSK_LEDGER_HASH_SIZE)
    return fail_broken (error);

  head->sequence = msk_statement_get_int64 (statement, 0);
  head->at = msk_statement_get_int64 (statement, 1);
  memcpy (head->hash, g_bytes_get_data (hash, NULL), MSK_LEDGER_HASH_SIZE);
  return TRUE;
}

static gboolean
insert_entry (MskDatabase *database, const MskLedgerEntry *entry, Head *head, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "INSERT INTO ledger (sequence, at, actor, role, station, "
                                       "act, subject, details, previous, hash)"
                                       " VALUES (:sequence, :at, :actor, :role, :station, :act, "
                                       ":subject, :details, :previous, :hash)",
                                       error);
  g_autoptr(GBytes) previous = g_bytes_new (head->hash, MSK_LEDGER_HASH_SIZE);
  g_autoptr(GBytes) hash = NULL;

  if (statement == NULL)
    return FALSE;

  hash_entry (entry, g_bytes_get_data (previous, NULL), head->hash);
  hash = g_bytes_new (head->hash, MSK_LEDGER_HASH_SIZE);
  head->sequence = entry->sequence;
  head->at = entry->at;

  msk_statement_bind_int64 (statement, ":sequence", entry->sequence);
  msk_statement_bind_int64 (statement, ":at", entry->at);
  msk_statement_bind_text (statement, ":actor", entry->actor);
  msk_statement_bind_text (statement, ":role", entry->role);
  msk_statement_bind_text (statement, ":station", entry->station);
  msk_statement_bind_text (statement, ":act", entry->act);
  msk_statement_bind_text (statement, ":subject", entry->subject);
  msk_statement_bind_text (statement, ":details", entry->details);
  msk_statement_bind_bytes (statement, ":previous", previous);
  msk_statement_bind_bytes (statement, ":hash", hash);
  return msk_statement_run (statement, error);
}

static char *
dup_json (va_list pairs)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  const char *key;

  json_builder_begin_object (builder);
  while ((key = va_arg (pairs, const char *)) != NULL)
    {
      json_builder_set_member_name (builder, key);
      json_builder_add_string_value (builder, va_arg (pairs, const char *));
    }
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
append (MskTransaction *transaction,
        Head *head,
        MskAct act,
        const char *subject,
        const char *details,
        GError **error)
{
  const MskActor *actor = &transaction->actor;
  MskLedgerEntry entry = {
    .sequence = head->sequence + 1,
    .at = actor->now,
    .actor = actor->user,
    .role = msk_enum_get_name (MSK_TYPE_ROLE, (int) actor->role),
    .station = actor->station,
    .act = msk_enum_get_name (MSK_TYPE_ACT, (int) act),
    .subject = subject,
    .details = details,
  };

  if (!insert_entry (transaction->database, &entry, head, error))
    return FALSE;

  transaction->entries++;
  return TRUE;
}

static gboolean
append_clock_back (MskTransaction *transaction, Head *head, GError **error)
{
  g_autofree char *details =
      g_strdup_printf ("{\"seconds\":\"%" G_GINT64_FORMAT "\"}", head->at - transaction->actor.now);

  return append (transaction, head, MSK_ACT_CLOCK_BACK, "clock", details, error);
}

gboolean
msk_ledger_append (MskTransaction *transaction,
                   MskAct act,
                   const char *subject,
                   GError **error,
                   ...)
{
  g_autofree char *details = NULL;
  va_list pairs;
  Head head;

  g_return_val_if_fail (transaction != NULL && transaction->database != NULL && subject != NULL,
                        FALSE);

  va_start (pairs, error);
  details = dup_json (pairs);
  va_end (pairs);

  if (!read_head (transaction->database, &head, error))
    return FALSE;
  if (transaction->actor.now < head.at && !append_clock_back (transaction, &head, error))
    return FALSE;

  return append (transaction, &head, act, subject, details, error);
}

/* Reads the columns that every query of this file selects first, in this order. */
static void
read_entry (MskStatement *statement, MskLedgerEntry *entry)
{
  *entry = (MskLedgerEntry){
    .sequence = msk_statement_get_int64 (statement, 0),
    .at = msk_statement_get_int64 (statement, 1),
    .actor = msk_statement_get_text (statement, 2),
    .role = msk_statement_get_text (statement, 3),
    .station = msk_statement_get_text (statement, 4),
    .act = msk_statement_get_text (statement, 5),
    .subject = msk_statement_get_text (statement, 6),
    .details = msk_statement_get_text (statement, 7),
  };
}

/* The hash takes texts up to their first NUL, so nothing may stand behind one. */
static gboolean
has_whole_texts (MskStatement *statement)
{
  for (int column = 2; column <= 7; column++)
    if (!msk_statement_is_whole_text (statement, column))
      return FALSE;

  return TRUE;
}

static const char *
check_entry (const MskLedgerEntry *entry,
             gint64 expected,
             GBytes *previous,
             GBytes *hash,
             guchar head[MSK_LEDGER_HASH_SIZE])
{
  guchar computed[MSK_LEDGER_HASH_SIZE];

  if (entry->sequence != expected)
    return N_ ("an entry before it is gone");
  if (g_bytes_get_size (previous) != MSK_LEDGER_HASH_SIZE ||
      memcmp (g_bytes_get_data (previous, NULL), head, MSK_LEDGER_HASH_SIZE) != 0)
    return N_ ("it does not follow the entry before it");

  hash_entry (entry, head, computed);
  if (g_bytes_get_size (hash) != MSK_LEDGER_HASH_SIZE ||
      memcmp (g_bytes_get_data (hash, NULL), computed, MSK_LEDGER_HASH_SIZE) != 0)
    return N_ ("its contents were changed after it was written");

  memcpy (head, computed, MSK_LEDGER_HASH_SIZE);
  return NULL;
}

gboolean
msk_ledger_verify (MskDatabase *database,
                   guint64 *entries,
                   gint64 *wrong,
                   const char **reason,
                   guchar head[MSK_LEDGER_HASH_SIZE],
                   GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT sequence, at, actor, role, station, act, subject, "
                                       "details, previous, hash FROM ledger ORDER BY sequence",
                                       error);
  gboolean row;

  *entries = 0;
  *wrong = 0;
  *reason = NULL;
  memset (head, 0, MSK_LEDGER_HASH_SIZE);
  if (statement == NULL)
    return FALSE;

  while (msk_statement_step (statement, &row, error))
    {
      g_autoptr(GBytes) previous = NULL;
      g_autoptr(GBytes) hash = NULL;
      MskLedgerEntry entry;

      if (!row)
        return TRUE;

      read_entry (statement, &entry);
      previous = msk_statement_dup_bytes (statement, 8);
      hash = msk_statement_dup_bytes (statement, 9);
      (*entries)++;
      *reason = has_whole_texts (statement)
                    ? check_entry (&entry, (gint64) *entries, previous, hash, head)
                    : N_ ("its contents were changed after it was written");
      if (*reason != NULL)
        {
          *wrong = entry.sequence;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
msk_ledger_get_last (MskDatabase *database, gint64 *sequence, GError **error)
{
  Head head;

  if (!read_head (database, &head, error))
    return FALSE;

  *sequence = head.sequence;
  return TRUE;
}

GBytes *
msk_ledger_dup_hash (MskDatabase *database, gint64 sequence, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT hash FROM ledger WHERE sequence = :sequence", error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":sequence", sequence);
  return msk_statement_step (statement, &row, error) && row ? msk_statement_dup_bytes (statement, 0)
                                                            : NULL;
}

gboolean
msk_ledger_foreach (MskDatabase *database,
                    gint64 before,
                    guint max,
                    MskLedgerFunc func,
                    gpointer user_data,
                    GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT sequence, at, actor, role, station, act, subject, details FROM ledger"
      " WHERE sequence < :before ORDER BY sequence DESC LIMIT :max",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":before", before == 0 ? G_MAXINT64 : before);
  msk_statement_bind_int64 (statement, ":max", max);
  while (msk_statement_step (statement, &row, error))
    {
      MskLedgerEntry entry;

      if (!row)
        return TRUE;

      read_entry (statement, &entry);
      func (&entry, user_data);
    }

  return FALSE;
}

char *
msk_ledger_dup_hex (const guchar hash[MSK_LEDGER_HASH_SIZE])
{
  char *hex = g_malloc (2 * MSK_LEDGER_HASH_SIZE + 1);

  return sodium_bin2hex (hex, 2 * MSK_LEDGER_HASH_SIZE + 1, hash, MSK_LEDGER_HASH_SIZE);
}
