/* The print room's entry log (K1, C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-room-store.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-ledger.h"

static gboolean
check_outside (MskDatabase *database, const MskRoomEntry *entry, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT id FROM room_visit WHERE place = :place AND name = "
                                       ":name AND unit = :unit AND left_at = 0",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":place", entry->place);
  msk_statement_bind_text (statement, ":name", entry->name);
  msk_statement_bind_text (statement, ":unit", entry->unit);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_INSIDE,
               _ ("This person is inside already by entry %u: write down first that they left."),
               (guint) msk_statement_get_int64 (statement, 0));
  return FALSE;
}

static gboolean
insert_visit (MskTransaction *transaction, const MskRoomEntry *entry, gint64 *id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO room_visit (place, name, unit, reason, leave, "
                                       "entered_at, entered_by, left_at, left_by)"
                                       " VALUES (:place, :name, :unit, :reason, :leave, :now, "
                                       ":user, 0, '') RETURNING id",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":place", entry->place);
  msk_statement_bind_text (statement, ":name", entry->name);
  msk_statement_bind_text (statement, ":unit", entry->unit);
  msk_statement_bind_text (statement, ":reason", entry->reason);
  msk_statement_bind_text (statement, ":leave", entry->leave);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_room_store_enter (MskTransaction *transaction,
                      const MskRoomEntry *entry,
                      gint64 *id,
                      GError **error)
{
  g_autofree char *subject = NULL;

  if (!check_outside (transaction->database, entry, error) ||
      !insert_visit (transaction, entry, id, error))
    return FALSE;

  subject = g_strdup_printf ("visit %" G_GINT64_FORMAT, *id);
  return msk_ledger_append (transaction, MSK_ACT_ROOM_ENTER, subject, error, "place", entry->place,
                            "name", entry->name, "unit", entry->unit, "reason", entry->reason,
                            "leave", entry->leave, NULL);
}

static gboolean
fail_not_inside (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, "SELECT id FROM room_visit WHERE id = :id", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  if (row)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_INSIDE,
                         _ ("This person has left already: look at the entry log."));
  else
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                         _ ("The entry log has no such entry: look at “msk room log”."));
  return FALSE;
}

gboolean
msk_room_store_leave (MskTransaction *transaction, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE room_visit SET left_at = :now, left_by = :user "
                                       "WHERE id = :id AND left_at = 0",
                                       error);
  g_autofree char *subject = g_strdup_printf ("visit %" G_GINT64_FORMAT, id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  if (!msk_statement_run (statement, error))
    return FALSE;
  if (msk_database_get_changes (transaction->database) != 1)
    return fail_not_inside (transaction->database, id, error);

  return msk_ledger_append (transaction, MSK_ACT_ROOM_LEAVE, subject, error, NULL);
}

static MskRoomVisit *
read_visit (MskStatement *statement)
{
  MskRoomVisit *visit = msk_room_visit_new ();

  visit->id = msk_statement_get_int64 (statement, 0);
  visit->place = msk_statement_dup_text (statement, 1);
  visit->name = msk_statement_dup_text (statement, 2);
  visit->unit = msk_statement_dup_text (statement, 3);
  visit->reason = msk_statement_dup_text (statement, 4);
  visit->leave = msk_statement_dup_text (statement, 5);
  visit->entered_at = msk_statement_get_int64 (statement, 6);
  visit->entered_by = msk_statement_dup_text (statement, 7);
  visit->left_at = msk_statement_get_int64 (statement, 8);
  visit->left_by = msk_statement_dup_text (statement, 9);
  return visit;
}

GPtrArray *
msk_room_store_list (MskDatabase *database, gboolean only_inside, const char *place, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT id, place, name, unit, reason, leave, entered_at, "
                                       "entered_by, left_at, left_by FROM room_visit"
                                       " WHERE (:all OR left_at = 0) AND (:place = '' OR place = "
                                       ":place) ORDER BY id",
                                       error);
  g_autoptr(GPtrArray) visits = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":all", !only_inside);
  msk_statement_bind_text (statement, ":place", place != NULL ? place : "");
  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&visits);
      g_ptr_array_add (visits, read_visit (statement));
    }

  return NULL;
}
