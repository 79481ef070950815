/* The agenda while the meeting is held: items, who is bound to them, where the room stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda-store.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

gboolean
msk_agenda_store_add (MskTransaction *transaction,
                      const char *title,
                      MskLevel level,
                      MskRecording recording,
                      guint capacities,
                      GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO agenda_item (position, title, level, recording, capacities)"
      " VALUES ((SELECT COALESCE (MAX (position), 0) + 1 FROM agenda_item), :title, :level, "
      ":recording, :capacities)",
      error);
  const char *level_name = msk_enum_get_name (MSK_TYPE_LEVEL, (int) level);
  const char *recording_name = msk_enum_get_name (MSK_TYPE_RECORDING, (int) recording);
  g_autofree char *who = msk_capacity_set_dup_names (capacities);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":title", title);
  msk_statement_bind_text (statement, ":level", level_name);
  msk_statement_bind_text (statement, ":recording", recording_name);
  msk_statement_bind_int64 (statement, ":capacities", capacities);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_AGENDA_ADD, "agenda", error, "title", title,
                            "level", level_name, "recording", recording_name, "capacities", who,
                            NULL);
}

gboolean
msk_agenda_store_change (MskTransaction *transaction,
                         guint position,
                         MskRecording recording,
                         guint capacities,
                         GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (transaction->database,
                                "UPDATE agenda_item SET recording = :recording, capacities = "
                                ":capacities WHERE position = :position",
                                error);
  const char *name = msk_enum_get_name (MSK_TYPE_RECORDING, (int) recording);
  g_autofree char *who = msk_capacity_set_dup_names (capacities);
  g_autofree char *subject = g_strdup_printf ("agenda %u", position);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":recording", name);
  msk_statement_bind_int64 (statement, ":capacities", capacities);
  msk_statement_bind_int64 (statement, ":position", position);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_AGENDA_CHANGE, subject, error, "recording", name,
                            "capacities", who, NULL);
}

static MskAgendaItem *
read_item (MskStatement *statement, GError **error)
{
  MskAgendaItem *item;
  int level, recording;

  if (!msk_statement_get_enum (statement, 2, MSK_TYPE_LEVEL, &level, error) ||
      !msk_statement_get_enum (statement, 3, MSK_TYPE_RECORDING, &recording, error))
    return NULL;

  item = msk_agenda_item_new ();
  item->position = (guint) msk_statement_get_int64 (statement, 0);
  item->title = msk_statement_dup_text (statement, 1);
  item->level = (MskLevel) level;
  item->recording = (MskRecording) recording;
  item->capacities = (guint) msk_statement_get_int64 (statement, 4);
  return item;
}

GPtrArray *
msk_agenda_store_list (MskDatabase *database, MskRoomState *room, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT position, title, level, recording, capacities FROM "
                                       "agenda_item ORDER BY position",
                                       error);
  g_autoptr(GPtrArray) items =
                 msk_statement_collect (statement, (MskStatementReadFunc) read_item, error);
  g_autoptr(GPtrArray) moves =
                 items == NULL ? NULL : msk_agenda_store_list_moves (database, error);
  MskRoomState now;

  if (moves == NULL)
    return NULL;

  now = msk_agenda_play (items, moves);
  if (room != NULL)
    *room = now;
  return g_steal_pointer (&items);
}

static MskAgendaMove *
read_move (MskStatement *statement, GError **error)
{
  MskAgendaMove *move;
  int phase;

  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_ROOM_PHASE, &phase, error))
    return NULL;

  move = msk_agenda_move_new ();
  move->id = msk_statement_get_int64 (statement, 0);
  move->phase = (MskRoomPhase) phase;
  move->position = (guint) msk_statement_get_int64 (statement, 2);
  move->at = msk_statement_get_int64 (statement, 3);
  move->user = msk_statement_dup_text (statement, 4);
  return move;
}

GPtrArray *
msk_agenda_store_list_moves (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database, "SELECT id, phase, COALESCE (position, 0), at, user FROM agenda_move ORDER BY id",
      error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_move, error);
}

gboolean
msk_agenda_store_move (MskTransaction *transaction,
                       MskRoomPhase phase,
                       guint position,
                       GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO agenda_move (phase, position, at, user)"
                                       " VALUES (:phase, CASE WHEN :position = 0 THEN NULL ELSE "
                                       ":position END, :now, :user)",
                                       error);
  const char *name = msk_enum_get_name (MSK_TYPE_ROOM_PHASE, (int) phase);
  g_autofree char *number = g_strdup_printf ("%u", position);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":phase", name);
  msk_statement_bind_int64 (statement, ":position", position);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_AGENDA_MOVE, "agenda", error, "phase", name,
                            "position", number, NULL);
}

gboolean
msk_agenda_store_get_current (MskDatabase *database, guint *position, GError **error)
{
  return msk_database_read_uint (database,
                                 "SELECT COALESCE (position, 0) FROM agenda_move ORDER BY id DESC "
                                 "LIMIT 1",
                                 position, error);
}

/* The positions that one person is bound to, sorted. */
static GArray *
load_bound_of (MskDatabase *database, gint64 attendee_id, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (database,
                                                             "SELECT position FROM agenda_person "
                                                             "WHERE attendee_id = :attendee AND "
                                                             "freed_at = 0 ORDER BY position",
                                                             error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  return msk_statement_collect_int64 (statement, error);
}

gboolean
msk_agenda_store_admits (MskDatabase *database,
                         guint position,
                         MskAttendee *attendee,
                         gboolean *admits,
                         GError **error)
{
  g_autoptr(GPtrArray) items = msk_agenda_store_list (database, NULL, error);
  g_autoptr(GArray) bound = items == NULL ? NULL : load_bound_of (database, attendee->id, error);

  if (bound == NULL)
    return FALSE;

  *admits = msk_agenda_admits (items, position, attendee, bound);
  return TRUE;
}

/* Runs what binds or frees a person; an entry when it changed anything. */
static gboolean
change_binding (MskTransaction *transaction,
                MskStatement *statement,
                MskAct act,
                guint position,
                gint64 attendee_id,
                GError **error)
{
  g_autofree char *subject = g_strdup_printf ("attendee %" G_GINT64_FORMAT, attendee_id);
  g_autofree char *number = g_strdup_printf ("%u", position);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":position", position);
  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  if (!msk_statement_run (statement, error))
    return FALSE;

  return msk_database_get_changes (transaction->database) == 0 ||
         msk_ledger_append (transaction, act, subject, error, "position", number, NULL);
}

gboolean
msk_agenda_store_bind (MskTransaction *transaction,
                       guint position,
                       gint64 attendee_id,
                       GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO agenda_person (position, attendee_id, bound_at, bound_by, freed_at, freed_by)"
      " SELECT :position, :attendee, :now, :user, 0, '' WHERE NOT EXISTS (SELECT 1 FROM "
      "agenda_person WHERE attendee_id = :attendee AND position = :position AND freed_at = 0)",
      error);

  return change_binding (transaction, statement, MSK_ACT_AGENDA_BIND, position, attendee_id, error);
}

gboolean
msk_agenda_store_free (MskTransaction *transaction,
                       guint position,
                       gint64 attendee_id,
                       GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (transaction->database,
                                "UPDATE agenda_person SET freed_at = :now, freed_by = :user WHERE "
                                "attendee_id = :attendee AND position = :position AND freed_at = 0",
                                error);

  return change_binding (transaction, statement, MSK_ACT_AGENDA_FREE, position, attendee_id, error);
}

static void
add_bound (GHashTable *all, gint64 attendee_id, gint64 position)
{
  GArray *bound = g_hash_table_lookup (all, &attendee_id);

  if (bound == NULL)
    {
      gint64 *key = g_new (gint64, 1);

      *key = attendee_id;
      bound = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (all, key, bound);
    }
  g_array_append_val (bound, position);
}

GHashTable *
msk_agenda_store_load_bound (MskDatabase *database, GError **error)
{
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                      (GDestroyNotify) g_array_unref);
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT attendee_id, position FROM agenda_person WHERE "
                                       "freed_at = 0 ORDER BY position",
                                       error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&all);
      add_bound (all, msk_statement_get_int64 (statement, 0),
                 msk_statement_get_int64 (statement, 1));
    }

  return NULL;
}
