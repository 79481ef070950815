/* Recorders and note-takers who were approved (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"

static gboolean
insert_exception (MskTransaction *transaction, MskRecordingException *exception, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO recording_exception (attendee_id, kind, position, authority, reference, "
      "granted_at, granted_by, withdrawn_at, withdrawn_by)"
      " VALUES (:attendee, :kind, :position, :authority, :reference, :now, :user, 0, '')"
      " ON CONFLICT DO NOTHING RETURNING id",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", exception->attendee_id);
  msk_statement_bind_text (statement, ":kind",
                           msk_enum_get_name (MSK_TYPE_EXCEPTION, (int) exception->kind));
  msk_statement_bind_int64 (statement, ":position", exception->position);
  msk_statement_bind_text (statement, ":authority", exception->authority);
  msk_statement_bind_text (statement, ":reference", exception->reference);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                           _ ("This person is approved for this item already: look at the list of "
                              "recorders and note-takers."));
      return FALSE;
    }

  exception->id = msk_statement_get_int64 (statement, 0);
  return TRUE;
}

gboolean
msk_agenda_store_grant (MskTransaction *transaction,
                        MskRecordingException *exception,
                        GError **error)
{
  g_autofree char *subject = NULL;
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, exception->attendee_id);
  g_autofree char *position = g_strdup_printf ("%u", exception->position);

  if (!insert_exception (transaction, exception, error))
    return FALSE;

  subject = g_strdup_printf ("exception %" G_GINT64_FORMAT, exception->id);
  return msk_ledger_append (transaction, MSK_ACT_EXCEPTION_GRANT, subject, error, "attendee",
                            person, "kind",
                            msk_enum_get_name (MSK_TYPE_EXCEPTION, (int) exception->kind),
                            "position", position, "authority", exception->authority, "reference",
                            exception->reference, NULL);
}

gboolean
msk_agenda_store_withdraw (MskTransaction *transaction, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE recording_exception SET withdrawn_at = :now, "
                                       "withdrawn_by = "
                                       ":user WHERE id = :id AND withdrawn_at = 0",
                                       error);
  g_autofree char *subject = g_strdup_printf ("exception %" G_GINT64_FORMAT, id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_int64 (statement, ":id", id);
  if (!msk_statement_run (statement, error))
    return FALSE;
  if (msk_database_get_changes (transaction->database) != 1)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("There is no such recorder or note-taker whose approval still "
                              "stands: look at their list."));
      return FALSE;
    }

  return msk_ledger_append (transaction, MSK_ACT_EXCEPTION_WITHDRAW, subject, error, NULL);
}

static MskRecordingException *
read_exception (MskStatement *statement, GError **error)
{
  MskRecordingException *exception;
  int kind;

  if (!msk_statement_get_enum (statement, 4, MSK_TYPE_EXCEPTION, &kind, error))
    return NULL;

  exception = msk_recording_exception_new ();
  exception->id = msk_statement_get_int64 (statement, 0);
  exception->attendee_id = msk_statement_get_int64 (statement, 1);
  exception->name = msk_statement_dup_text (statement, 2);
  exception->unit = msk_statement_dup_text (statement, 3);
  exception->kind = (MskException) kind;
  exception->position = (guint) msk_statement_get_int64 (statement, 5);
  exception->authority = msk_statement_dup_text (statement, 6);
  exception->reference = msk_statement_dup_text (statement, 7);
  exception->granted_at = msk_statement_get_int64 (statement, 8);
  exception->granted_by = msk_statement_dup_text (statement, 9);
  exception->withdrawn_at = msk_statement_get_int64 (statement, 10);
  exception->withdrawn_by = msk_statement_dup_text (statement, 11);
  return exception;
}

GPtrArray *
msk_agenda_store_list_exceptions (MskDatabase *database, gboolean only_not_ended, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT e.id, e.attendee_id, p.name, p.unit, e.kind, e.position, e.authority, e.reference,"
      " e.granted_at, e.granted_by, e.withdrawn_at, e.withdrawn_by"
      " FROM recording_exception AS e JOIN attendee AS p ON p.id = e.attendee_id"
      " WHERE :all OR e.withdrawn_at = 0 ORDER BY e.id",
      error);

  if (statement != NULL)
    msk_statement_bind_int64 (statement, ":all", !only_not_ended);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_exception, error);
}
