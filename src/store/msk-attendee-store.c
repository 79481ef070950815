/* The lists of attendees and their badges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"

#define SELECT_ATTENDEE                                                                            \
  "SELECT a.id, a.list_number, a.name, a.unit, a.post, a.capacity, a.clearance, a.vetting, "       \
  "a.nominated_by, a.reason,"                                                                      \
  " a.decided_by, a.decided_at, l.sealed_at IS NOT NULL, COALESCE (s.seat, '')"                    \
  " FROM attendee AS a JOIN attendee_list AS l ON l.number = a.list_number"                        \
  " LEFT JOIN seat AS s ON s.attendee_id = a.id"

gboolean
msk_attendee_store_find_open_list (MskDatabase *database, guint *number, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database, "SELECT COALESCE (MAX (number), 0) FROM attendee_list WHERE sealed_at IS NULL",
      error);
  gboolean row;

  if (statement == NULL || !msk_statement_step (statement, &row, error))
    return FALSE;

  *number = (guint) msk_statement_get_int64 (statement, 0);
  return TRUE;
}

gboolean
msk_attendee_store_take_open_list (MskTransaction *transaction, guint *number, GError **error)
{
  g_autoptr(MskStatement) statement = NULL;
  gboolean row;

  if (!msk_attendee_store_find_open_list (transaction->database, number, error))
    return FALSE;
  if (*number != 0)
    return TRUE;

  statement = msk_database_prepare (transaction->database,
                                    "INSERT INTO attendee_list (number) SELECT COALESCE (MAX "
                                    "(number), 0) + 1 FROM attendee_list RETURNING number",
                                    error);
  if (statement == NULL || !msk_statement_step (statement, &row, error))
    return FALSE;

  *number = (guint) msk_statement_get_int64 (statement, 0);
  return TRUE;
}

gboolean
msk_attendee_store_insert (MskTransaction *transaction, MskAttendee *attendee, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (transaction->database,
                                "INSERT INTO attendee (list_number, name, unit, post, capacity, "
                                "clearance, vetting, nominated_by, reason, decided_by,"
                                " decided_at) VALUES (:list, :name, :unit, :post, :capacity, "
                                ":clearance, 'proposed', :user, '', '', 0) RETURNING id",
                                error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":list", attendee->list_number);
  msk_statement_bind_text (statement, ":name", attendee->name);
  msk_statement_bind_text (statement, ":unit", attendee->unit);
  msk_statement_bind_text (statement, ":post", attendee->post);
  msk_statement_bind_text (statement, ":capacity",
                           msk_enum_get_name (MSK_TYPE_CAPACITY, (int) attendee->capacity));
  msk_statement_bind_text (statement, ":clearance",
                           msk_enum_get_name (MSK_TYPE_LEVEL, (int) attendee->clearance));
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  attendee->id = msk_statement_get_int64 (statement, 0);
  return TRUE;
}

gboolean
msk_attendee_store_exists (MskDatabase *database,
                           const char *name,
                           const char *unit,
                           const char *post,
                           gboolean *exists,
                           GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database, "SELECT 1 FROM attendee WHERE name = :name AND unit = :unit AND post = :post",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":name", name);
  msk_statement_bind_text (statement, ":unit", unit);
  msk_statement_bind_text (statement, ":post", post);
  return msk_statement_step (statement, exists, error);
}

gboolean
msk_attendee_store_decide (MskTransaction *transaction,
                           gint64 id,
                           MskVetting vetting,
                           const char *reason,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE attendee SET vetting = :vetting, reason = :reason, "
                                       "decided_by = :user, decided_at = :now WHERE id = :id",
                                       error);
  g_autofree char *subject = g_strdup_printf ("attendee %" G_GINT64_FORMAT, id);
  MskAct act = vetting == MSK_VETTING_APPROVED ? MSK_ACT_ATTENDEE_APPROVE : MSK_ACT_ATTENDEE_REJECT;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":vetting",
                           msk_enum_get_name (MSK_TYPE_VETTING, (int) vetting));
  msk_statement_bind_text (statement, ":reason", reason);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, act, subject, error, "reason", reason, NULL);
}

gboolean
msk_attendee_store_seal (MskTransaction *transaction,
                         guint number,
                         const char *code,
                         GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE attendee_list SET sealed_at = :now, sealed_by = "
                                       ":user, code = :code WHERE number = :number",
                                       error);
  g_autofree char *subject = g_strdup_printf ("list %u", number);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":code", code);
  msk_statement_bind_int64 (statement, ":number", number);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_LIST_SEAL, subject, error, "code", code, NULL);
}

static MskAttendee *
read_attendee (MskStatement *statement, GError **error)
{
  g_autoptr(MskAttendee) attendee = msk_attendee_new ();
  int capacity, clearance, vetting;

  if (!msk_statement_get_enum (statement, 5, MSK_TYPE_CAPACITY, &capacity, error) ||
      !msk_statement_get_enum (statement, 6, MSK_TYPE_LEVEL, &clearance, error) ||
      !msk_statement_get_enum (statement, 7, MSK_TYPE_VETTING, &vetting, error))
    return NULL;

  attendee->id = msk_statement_get_int64 (statement, 0);
  attendee->list_number = (guint) msk_statement_get_int64 (statement, 1);
  attendee->name = msk_statement_dup_text (statement, 2);
  attendee->unit = msk_statement_dup_text (statement, 3);
  attendee->post = msk_statement_dup_text (statement, 4);
  attendee->capacity = (MskCapacity) capacity;
  attendee->clearance = (MskLevel) clearance;
  attendee->vetting = (MskVetting) vetting;
  attendee->nominated_by = msk_statement_dup_text (statement, 8);
  attendee->reason = msk_statement_dup_text (statement, 9);
  attendee->decided_by = msk_statement_dup_text (statement, 10);
  attendee->decided_at = msk_statement_get_int64 (statement, 11);
  attendee->sealed = msk_statement_get_int64 (statement, 12) != 0;
  attendee->seat = msk_statement_dup_text (statement, 13);
  return g_steal_pointer (&attendee);
}

GPtrArray *
msk_attendee_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_ATTENDEE " ORDER BY a.id", error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_attendee, error);
}

MskAttendee *
msk_attendee_store_get (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_ATTENDEE " WHERE a.id = :id", error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  if (!msk_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("There is no such person on the lists of this meeting: look them up "
                              "in the list."));
      return NULL;
    }

  return read_attendee (statement, error);
}

GPtrArray *
msk_attendee_store_list_seals (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT number, code FROM attendee_list WHERE sealed_at IS NOT NULL ORDER BY number", error);
  g_autoptr(GPtrArray) seals = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&seals);
      g_ptr_array_add (seals, g_strdup_printf ("%" G_GINT64_FORMAT " %s",
                                               msk_statement_get_int64 (statement, 0),
                                               msk_statement_get_text (statement, 1)));
    }

  return NULL;
}

static gboolean
void_badge (MskTransaction *transaction, gint64 attendee_id, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "UPDATE badge SET state = 'void' WHERE attendee_id = :attendee AND state = 'good'", error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  return msk_statement_run (statement, error);
}

gboolean
msk_attendee_store_put_badge (MskTransaction *transaction,
                              gint64 attendee_id,
                              gint64 serial,
                              GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO badge (serial, attendee_id, state, printed_at) "
                                       "VALUES (:serial, :attendee, 'good', :now)",
                                       error);
  g_autofree char *subject = g_strdup_printf ("attendee %" G_GINT64_FORMAT, attendee_id);
  g_autofree char *serial_text = g_strdup_printf ("%" G_GINT64_FORMAT, serial);

  if (statement == NULL || !void_badge (transaction, attendee_id, error))
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", serial);
  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_BADGE_PRINT, subject, error, "serial", serial_text,
                            NULL);
}

gboolean
msk_attendee_store_find_badge (MskDatabase *database,
                               gint64 serial,
                               gint64 *attendee_id,
                               gboolean *good,
                               GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database, "SELECT attendee_id, state = 'good' FROM badge WHERE serial = :serial", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", serial);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *attendee_id = row ? msk_statement_get_int64 (statement, 0) : 0;
  *good = row && msk_statement_get_int64 (statement, 1) != 0;
  return TRUE;
}

gboolean
msk_attendee_store_get_badge (MskDatabase *database,
                              gint64 attendee_id,
                              gint64 *serial,
                              GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database, "SELECT serial FROM badge WHERE attendee_id = :attendee AND state = 'good'", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *serial = row ? msk_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}
