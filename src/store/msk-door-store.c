/* The door's register (M4): who passed, who was refused, who is inside.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-door-store.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-entries.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

#define SELECT_MOVEMENT                                                                            \
  "SELECT m.id, m.at, m.direction, CASE m.direction WHEN 'in' THEN 'admitted' ELSE 'let-out' "     \
  "END, m.attendee_id, a.name, a.unit, a.capacity, m.identity, m.by_hand, m.user, m.reason,"       \
  " COALESCE (n.at, 0), COALESCE (n.user, ''), COALESCE (n.reason, '')"                            \
  " FROM door_movement AS m JOIN attendee AS a ON a.id = m.attendee_id"                            \
  " LEFT JOIN door_annulment AS n ON n.movement_id = m.id"

gboolean
msk_door_store_get_presence (MskDatabase *database,
                             gint64 attendee_id,
                             MskPresence *presence,
                             GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT inside, since, COALESCE (movement_id, 0) FROM "
                                       "presence WHERE attendee_id = :attendee",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *presence = (MskPresence){ 0 };
  if (row)
    *presence = (MskPresence){ .inside = msk_statement_get_int64 (statement, 0) != 0,
                               .since = msk_statement_get_int64 (statement, 1),
                               .movement_id = msk_statement_get_int64 (statement, 2) };
  return TRUE;
}

gboolean
msk_door_store_find_inside (MskDatabase *database,
                            const GArray *entries,
                            gint64 *entry,
                            GError **error)
{
  *entry = 0;
  for (guint i = 0; i < entries->len; i++)
    {
      const gint64 id = g_array_index (entries, gint64, i);
      MskPresence presence;

      if (!msk_door_store_get_presence (database, id, &presence, error))
        return FALSE;
      if (presence.inside)
        *entry = id;
    }

  return TRUE;
}

gboolean
msk_door_store_went_out (MskDatabase *database,
                         gint64 attendee_id,
                         gint64 since,
                         gboolean *went_out,
                         GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                MSK_WITH_ENTRIES
                                "SELECT 1 FROM door_movement WHERE attendee_id IN (SELECT id "
                                "FROM entry) AND direction = 'out' AND at >= :since LIMIT 1",
                                error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_int64 (statement, ":since", since);
  return msk_statement_step (statement, went_out, error);
}

gboolean
msk_door_store_count (MskDatabase *database, MskHeadCount *count, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, "SELECT capacity, people FROM head_count", error);
  MskHeadCount found = { { 0 }, 0 };
  gboolean row;
  int capacity;

  if (statement == NULL)
    return FALSE;

  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        {
          *count = found;
          return TRUE;
        }
      if (!msk_statement_get_enum (statement, 0, MSK_TYPE_CAPACITY, &capacity, error))
        return FALSE;
      found.people[capacity] = (guint) msk_statement_get_int64 (statement, 1);
      found.total += found.people[capacity];
    }

  return FALSE;
}

static gboolean
insert_movement (MskTransaction *transaction,
                 const MskDoorPassing *passing,
                 gint64 *id,
                 GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO door_movement (attendee_id, direction, at, "
                                       "identity, by_hand, user, station, reason)"
                                       " VALUES (:attendee, :direction, :now, :identity, :by_hand, "
                                       ":user, :station, :reason) RETURNING id",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", passing->attendee_id);
  msk_statement_bind_text (statement, ":direction",
                           msk_enum_get_name (MSK_TYPE_DIRECTION, (int) passing->direction));
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":identity",
                           msk_enum_get_name (MSK_TYPE_IDENTITY, (int) passing->identity));
  msk_statement_bind_int64 (statement, ":by_hand", passing->by_hand);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  msk_statement_bind_text (statement, ":reason", passing->reason);
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_door_store_pass (MskTransaction *transaction,
                     const MskDoorPassing *passing,
                     gint64 *movement_id,
                     GError **error)
{
  g_autofree char *subject = g_strdup_printf ("attendee %" G_GINT64_FORMAT, passing->attendee_id);
  g_autofree char *movement = NULL;
  MskAct act = passing->direction == MSK_DIRECTION_IN ? MSK_ACT_DOOR_IN : MSK_ACT_DOOR_OUT;
  gint64 id;

  if (*passing->reason != '\0')
    act = MSK_ACT_DOOR_OUT_HOLDING;
  if (!insert_movement (transaction, passing, &id, error))
    return FALSE;

  movement = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  if (!msk_ledger_append (transaction, act, subject, error, "movement", movement, "identity",
                          msk_enum_get_name (MSK_TYPE_IDENTITY, (int) passing->identity), "by hand",
                          passing->by_hand ? "yes" : "no", "reason", passing->reason, NULL))
    return FALSE;

  *movement_id = id;
  return TRUE;
}

static gboolean
insert_refusal (MskTransaction *transaction, const MskDoorRefusal *refusal, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO door_refusal (at, attendee_id, direction, "
                                       "verdict, serial, by_hand, user, station)"
                                       " VALUES (:now, :attendee, :direction, :verdict, :serial, "
                                       ":by_hand, :user, :station)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  if (refusal->attendee_id != 0)
    msk_statement_bind_int64 (statement, ":attendee", refusal->attendee_id);
  else
    msk_statement_bind_null (statement, ":attendee");
  msk_statement_bind_text (statement, ":direction",
                           msk_enum_get_name (MSK_TYPE_DIRECTION, (int) refusal->direction));
  msk_statement_bind_text (statement, ":verdict",
                           msk_enum_get_name (MSK_TYPE_DOOR_VERDICT, (int) refusal->verdict));
  msk_statement_bind_int64 (statement, ":serial", refusal->serial);
  msk_statement_bind_int64 (statement, ":by_hand", refusal->by_hand);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  return msk_statement_run (statement, error);
}

gboolean
msk_door_store_refuse (MskTransaction *transaction, const MskDoorRefusal *refusal, GError **error)
{
  g_autofree char *subject =
      refusal->attendee_id != 0
          ? g_strdup_printf ("attendee %" G_GINT64_FORMAT, refusal->attendee_id)
          : g_strdup ("code");
  g_autofree char *serial = g_strdup_printf ("%" G_GINT64_FORMAT, refusal->serial);

  return insert_refusal (transaction, refusal, error) &&
         msk_ledger_append (transaction, MSK_ACT_DOOR_REFUSE, subject, error, "direction",
                            msk_enum_get_name (MSK_TYPE_DIRECTION, (int) refusal->direction),
                            "verdict",
                            msk_enum_get_name (MSK_TYPE_DOOR_VERDICT, (int) refusal->verdict),
                            "serial", serial, "by hand", refusal->by_hand ? "yes" : "no", NULL);
}

static MskDoorLine *
read_line (MskStatement *statement, GError **error)
{
  g_autoptr(MskDoorLine) line = msk_door_line_new ();
  int direction, verdict, capacity, identity;

  if (!msk_statement_get_enum (statement, 2, MSK_TYPE_DIRECTION, &direction, error) ||
      !msk_statement_get_enum (statement, 3, MSK_TYPE_DOOR_VERDICT, &verdict, error) ||
      !msk_statement_get_enum (statement, 7, MSK_TYPE_CAPACITY, &capacity, error) ||
      !msk_statement_get_enum (statement, 8, MSK_TYPE_IDENTITY, &identity, error))
    return NULL;

  line->id = msk_statement_get_int64 (statement, 0);
  line->at = msk_statement_get_int64 (statement, 1);
  line->direction = (MskDirection) direction;
  line->verdict = (MskDoorVerdict) verdict;
  line->attendee_id = msk_statement_get_int64 (statement, 4);
  line->person = msk_statement_dup_text (statement, 5);
  line->unit = msk_statement_dup_text (statement, 6);
  line->capacity = (MskCapacity) capacity;
  line->identity = (MskIdentity) identity;
  line->by_hand = msk_statement_get_int64 (statement, 9) != 0;
  line->user = msk_statement_dup_text (statement, 10);
  line->reason = msk_statement_dup_text (statement, 11);
  line->annulled_at = msk_statement_get_int64 (statement, 12);
  line->annulled_by = msk_statement_dup_text (statement, 13);
  line->annulled_for = msk_statement_dup_text (statement, 14);
  return g_steal_pointer (&line);
}

MskDoorLine *
msk_door_store_get (MskDatabase *database, gint64 movement_id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_MOVEMENT " WHERE m.id = :id", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", movement_id);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_line,
                                 _ ("The door’s register has no such passing: look it up in the "
                                    "register."),
                                 error);
}

gboolean
msk_door_store_annul (MskTransaction *transaction,
                      gint64 movement_id,
                      MskAct act,
                      const char *reason,
                      GError **error)
{
  g_autoptr(MskDoorLine) line = msk_door_store_get (transaction->database, movement_id, error);
  g_autoptr(MskStatement) statement = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *movement = g_strdup_printf ("%" G_GINT64_FORMAT, movement_id);

  if (line == NULL)
    return FALSE;

  statement = msk_database_prepare (transaction->database,
                                    "INSERT INTO door_annulment (movement_id, at, user, station, "
                                    "reason) VALUES (:movement, :now, :user, :station, :reason)",
                                    error);
  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":movement", movement_id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  msk_statement_bind_text (statement, ":reason", reason);
  subject = g_strdup_printf ("attendee %" G_GINT64_FORMAT, line->attendee_id);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, act, subject, error, "movement", movement, "reason",
                            reason, NULL);
}

GPtrArray *
msk_door_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_MOVEMENT " ORDER BY m.id", error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_line, error);
}

GPtrArray *
msk_door_store_list_inside (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_MOVEMENT
                                       " JOIN presence AS p ON p.movement_id = m.id WHERE "
                                       "p.inside = 1 ORDER BY p.since, m.id",
                                       error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_line, error);
}

GPtrArray *
msk_door_store_list_refusals (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT r.id, r.at, r.direction, r.verdict, COALESCE "
                                       "(r.attendee_id, 0), COALESCE (a.name, ''), COALESCE "
                                       "(a.unit, ''), COALESCE (a.capacity, 'delegate'), 'none', "
                                       "r.by_hand, r.user, '', 0, '', ''"
                                       " FROM door_refusal AS r LEFT JOIN attendee AS a ON a.id = "
                                       "r.attendee_id ORDER BY r.id",
                                       error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_line, error);
}

GArray *
msk_door_store_dup_inside (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database, "SELECT attendee_id FROM presence WHERE inside = 1 ORDER BY attendee_id", error);

  if (statement == NULL)
    return NULL;

  return msk_statement_collect_int64 (statement, error);
}
