/* The appliance's register: accounts, designated printers, the list of meetings, serials of tags.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-appliance.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-tag.h"

static gboolean
fail_not_found (GError **error, const char *message)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND, message);
  return FALSE;
}

static gboolean
store_tag_key (MskTransaction *transaction, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (transaction->database,
                                "INSERT INTO secret (name, content) VALUES ('tag-key', :content)",
                                error);
  g_autoptr(MskKey) key = msk_key_new_random ();
  g_autoptr(GBytes) content = g_bytes_new_static (key->bytes, MSK_KEY_SIZE);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_bytes (statement, ":content", content);
  return msk_statement_run (statement, error);
}

gboolean
msk_appliance_fill (MskDatabase *database, const MskActor *actor, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_transaction_begin (&transaction, database, actor, error) &&
         store_tag_key (&transaction, error) &&
         msk_appliance_add_user (&transaction, actor->user, actor->role, error) &&
         msk_ledger_append (&transaction, MSK_ACT_VAULT_CREATE, "vault", error, "user", actor->user,
                            NULL) &&
         msk_transaction_commit (&transaction, error);
}

MskKey *
msk_appliance_load_tag_key (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT content FROM secret WHERE name = 'tag-key'", error);
  g_autoptr(GBytes) content = NULL;
  gboolean row;

  if (statement == NULL || !msk_statement_step (statement, &row, error))
    return NULL;

  content = row ? msk_statement_dup_bytes (statement, 0) : g_bytes_new (NULL, 0);
  if (g_bytes_get_size (content) != MSK_KEY_SIZE)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_DAMAGED,
                           _ ("The vault has lost its key for tags: bring back the last backup."));
      return NULL;
    }

  return msk_key_new_from_bytes (g_bytes_get_data (content, NULL));
}

gboolean
msk_appliance_get_role (MskDatabase *database, const char *name, MskRole *role, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                "SELECT role FROM user WHERE name = :name AND removed_at IS NULL",
                                error);
  gboolean row;
  int value;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":name", name);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return fail_not_found (error,
                           _ ("There is no account of this name: look at the list of accounts."));
  if (!msk_statement_get_enum (statement, 0, MSK_TYPE_ROLE, &value, error))
    return FALSE;

  *role = (MskRole) value;
  return TRUE;
}

gboolean
msk_appliance_has_user (MskDatabase *database, const char *name, gboolean *has, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, "SELECT 1 FROM user WHERE name = :name", error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":name", name);
  return msk_statement_step (statement, has, error);
}

gboolean
msk_appliance_count_role (MskDatabase *database, MskRole role, guint *count, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database, "SELECT COUNT (*) FROM user WHERE role = :role AND removed_at IS NULL", error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":role", msk_enum_get_name (MSK_TYPE_ROLE, (int) role));
  return msk_statement_read_uint (statement, count, error);
}

gboolean
msk_appliance_add_user (MskTransaction *transaction, const char *name, MskRole role, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database, "INSERT INTO user (name, role, added_at) VALUES (:name, :role, :now)",
      error);
  const char *role_name = msk_enum_get_name (MSK_TYPE_ROLE, (int) role);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":name", name);
  msk_statement_bind_text (statement, ":role", role_name);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_USER_ADD, "user", error, "name", name, "role",
                            role_name, NULL);
}

gboolean
msk_appliance_remove_user (MskTransaction *transaction, const char *name, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "UPDATE user SET removed_at = :now WHERE name = :name AND removed_at IS NULL", error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":name", name);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  if (!msk_statement_run (statement, error))
    return FALSE;
  if (msk_database_get_changes (transaction->database) != 1)
    return fail_not_found (error,
                           _ ("There is no account of this name: look at the list of accounts."));

  return msk_ledger_append (transaction, MSK_ACT_USER_REMOVE, "user", error, "name", name, NULL);
}

gboolean
msk_appliance_foreach_user (MskDatabase *database,
                            MskUserFunc func,
                            gpointer user_data,
                            GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                "SELECT name, role, added_at, removed_at FROM user ORDER BY name",
                                error);
  gboolean row;
  int role;

  if (statement == NULL)
    return FALSE;

  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (!msk_statement_get_enum (statement, 1, MSK_TYPE_ROLE, &role, error))
        return FALSE;
      func (msk_statement_get_text (statement, 0), (MskRole) role,
            msk_statement_get_int64 (statement, 2), !msk_statement_is_null (statement, 3),
            user_data);
    }

  return FALSE;
}

gboolean
msk_appliance_add_printer (MskTransaction *transaction,
                           const char *name,
                           const char *kind,
                           const char *target,
                           const char *place,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO printer (name, kind, target, place) VALUES "
                                       "(:name, :kind, :target, :place)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":name", name);
  msk_statement_bind_text (statement, ":kind", kind);
  msk_statement_bind_text (statement, ":target", target);
  msk_statement_bind_text (statement, ":place", place);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_PRINTER_DESIGNATE, "printer", error, "name", name,
                            "kind", kind, "target", target, "place", place, NULL);
}

gboolean
msk_appliance_remove_printer (MskTransaction *transaction, const char *name, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "DELETE FROM printer WHERE name = :name", error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":name", name);
  if (!msk_statement_run (statement, error))
    return FALSE;
  if (msk_database_get_changes (transaction->database) != 1)
    return fail_not_found (error, _ ("No designated printer has this name: look at the list of "
                                     "printers."));

  return msk_ledger_append (transaction, MSK_ACT_PRINTER_WITHDRAW, "printer", error, "name", name,
                            NULL);
}

gboolean
msk_appliance_foreach_printer (MskDatabase *database,
                               MskPrinterFunc func,
                               gpointer user_data,
                               GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                "SELECT name, kind, target, place FROM printer ORDER BY name",
                                error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      func (msk_statement_get_text (statement, 0), msk_statement_get_text (statement, 1),
            msk_statement_get_text (statement, 2), msk_statement_get_text (statement, 3),
            user_data);
    }

  return FALSE;
}

gboolean
msk_appliance_add_meeting (MskTransaction *transaction,
                           const char *number,
                           const char *file,
                           GBytes *wrapped_key,
                           gint64 *id,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (transaction->database,
                                "INSERT INTO meeting (number, file, wrapped_key, state, created_at)"
                                " VALUES (:number, :file, :wrapped_key, 'open', :now) RETURNING id",
                                error);
  g_autofree char *subject = NULL;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":number", number);
  msk_statement_bind_text (statement, ":file", file);
  msk_statement_bind_bytes (statement, ":wrapped_key", wrapped_key);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  if (!msk_statement_read_int64 (statement, id, error))
    return FALSE;

  subject = g_strdup_printf ("meeting %" G_GINT64_FORMAT, *id);
  return msk_ledger_append (transaction, MSK_ACT_MEETING_CREATE, subject, error, "number", number,
                            NULL);
}

gboolean
msk_appliance_set_meeting (MskTransaction *transaction,
                           gint64 id,
                           const char *number,
                           MskMeetingState state,
                           GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (transaction->database,
                                                             "UPDATE meeting SET number = :number, "
                                                             "state = :state WHERE id = :id",
                                                             error);
  g_autofree char *subject = g_strdup_printf ("meeting %" G_GINT64_FORMAT, id);
  const char *state_name = msk_enum_get_name (MSK_TYPE_MEETING_STATE, (int) state);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_text (statement, ":number", number);
  msk_statement_bind_text (statement, ":state", state_name);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_MEETING_CHANGE, subject, error, "number", number,
                            "state", state_name, NULL);
}

gboolean
msk_appliance_find_meeting (MskDatabase *database,
                            gint64 id,
                            char **file,
                            GBytes **wrapped_key,
                            GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT file, wrapped_key FROM meeting WHERE id = :id",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return fail_not_found (error, _ ("There is no such meeting: look at the list of meetings."));
  if (msk_statement_is_null (statement, 1))
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MEETING_ERASED,
                           _ ("This meeting was erased here and can’t be opened any more: look at "
                              "its certificate, and ask the archive for its export."));
      return FALSE;
    }

  *file = msk_statement_dup_text (statement, 0);
  *wrapped_key = msk_statement_dup_bytes (statement, 1);
  return TRUE;
}

gboolean
msk_appliance_get_anchor (MskDatabase *database,
                          gint64 id,
                          gint64 *sequence,
                          GBytes **hash,
                          GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                "SELECT head_sequence, head_hash FROM meeting WHERE id = :id",
                                error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *sequence = row ? msk_statement_get_int64 (statement, 0) : 0;
  *hash = *sequence == 0 ? NULL : msk_statement_dup_bytes (statement, 1);
  return TRUE;
}

gboolean
msk_appliance_set_anchor (MskTransaction *transaction,
                          gint64 id,
                          gint64 sequence,
                          GBytes *hash,
                          GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "UPDATE meeting SET head_sequence = :sequence, head_hash = :hash WHERE id = :id", error);
  g_autofree char *subject = g_strdup_printf ("meeting %" G_GINT64_FORMAT, id);
  g_autofree char *sequence_text = g_strdup_printf ("%" G_GINT64_FORMAT, sequence);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_int64 (statement, ":sequence", sequence);
  msk_statement_bind_bytes (statement, ":hash", hash);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_MEETING_ANCHOR, subject, error, "sequence",
                            sequence_text, NULL);
}

gboolean
msk_appliance_find_meeting_number (MskDatabase *database,
                                   const char *number,
                                   gint64 *id,
                                   GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, "SELECT id FROM meeting WHERE number = :number",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":number", number);
  return msk_statement_read_int64 (statement, id, error);
}

static MskMeeting *
read_meeting (MskStatement *statement, GError **error)
{
  MskMeeting *meeting;
  int state;

  if (!msk_statement_get_enum (statement, 2, MSK_TYPE_MEETING_STATE, &state, error))
    return NULL;

  meeting = msk_meeting_new ();
  meeting->id = msk_statement_get_int64 (statement, 0);
  meeting->number = msk_statement_dup_text (statement, 1);
  meeting->state = (MskMeetingState) state;
  return meeting;
}

GPtrArray *
msk_appliance_list_meetings (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT id, number, state FROM meeting ORDER BY id DESC",
                                       error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_meeting, error);
}

static gboolean
get_next_serial (MskDatabase *database, gint64 *next, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT COALESCE (MAX (last), 0) + 1 FROM serial_block",
                                       error);

  return msk_statement_read_int64 (statement, next, error);
}

gboolean
msk_appliance_give_serials (MskTransaction *transaction,
                            gint64 meeting_id,
                            guint count,
                            gint64 *first,
                            GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO serial_block (first, last, meeting_id) VALUES (:first, :last, :meeting)", error);
  g_autofree char *subject = g_strdup_printf ("meeting %" G_GINT64_FORMAT, meeting_id);
  g_autofree char *count_text = g_strdup_printf ("%u", count);

  if (statement == NULL || !get_next_serial (transaction->database, first, error))
    return FALSE;
  if (*first + count - 1 > MSK_TAG_SERIAL_MAX)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DATABASE,
                           _ ("This appliance has used up its tags: set up a new vault for further "
                              "meetings."));
      return FALSE;
    }

  msk_statement_bind_int64 (statement, ":first", *first);
  msk_statement_bind_int64 (statement, ":last", *first + count - 1);
  msk_statement_bind_int64 (statement, ":meeting", meeting_id);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_SERIALS_GIVE, subject, error, "count", count_text,
                            NULL);
}

gboolean
msk_appliance_find_serial (MskDatabase *database, gint64 serial, gint64 *meeting_id, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database, "SELECT meeting_id FROM serial_block WHERE first <= :serial AND last >= :serial",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", serial);
  return msk_statement_read_int64 (statement, meeting_id, error);
}
