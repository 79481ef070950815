/* The register of badges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-badge-store.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

#define SELECT_BADGE                                                                               \
  "SELECT b.serial, b.attendee_id, a.name, a.unit, b.state, b.printer, b.place, b.reason, b.lost," \
  " b.printed_at, b.changed_at FROM badge AS b JOIN attendee AS a ON a.id = b.attendee_id"

static gboolean
record (MskTransaction *transaction,
        MskAct act,
        gint64 serial,
        MskBadgeState state,
        const char *reason,
        GError **error)
{
  g_autofree char *subject = g_strdup_printf ("badge %" G_GINT64_FORMAT, serial);
  const char *name = msk_enum_get_name (MSK_TYPE_BADGE_STATE, (int) state);

  if (*reason == '\0')
    return msk_ledger_append (transaction, act, subject, error, "badge", name, NULL);

  return msk_ledger_append (transaction, act, subject, error, "badge", name, "reason", reason,
                            NULL);
}

gboolean
msk_badge_store_put (MskTransaction *transaction,
                     gint64 attendee_id,
                     gint64 serial,
                     const char *printer,
                     const char *place,
                     GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO badge (serial, attendee_id, state, printer,"
                                       " place, reason, lost, printed_at, changed_at) VALUES "
                                       "(:serial, :attendee, 'sent', :printer, :place, '', 0, :now,"
                                       " :now)",
                                       error);
  g_autofree char *subject = g_strdup_printf ("badge %" G_GINT64_FORMAT, serial);
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, attendee_id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", serial);
  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_text (statement, ":printer", printer);
  msk_statement_bind_text (statement, ":place", place);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_BADGE_PRINT, subject, error, "attendee", person,
                            "badge", "sent", NULL);
}

gboolean
msk_badge_store_set_state (MskTransaction *transaction,
                           MskAct act,
                           gint64 serial,
                           MskBadgeState state,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE badge SET state = :state, changed_at = :now,"
                                       " reason = CASE :state WHEN 'void' THEN 'not sent' ELSE '' "
                                       "END WHERE serial = :serial",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":state",
                           msk_enum_get_name (MSK_TYPE_BADGE_STATE, (int) state));
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_int64 (statement, ":serial", serial);
  return msk_statement_run (statement, error) &&
         record (transaction, act, serial, state, "", error);
}

gboolean
msk_badge_store_void (MskTransaction *transaction,
                      MskAct act,
                      gint64 attendee_id,
                      const char *reason,
                      GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE badge SET state = 'void', reason = :reason,"
                                       " lost = :lost, changed_at = :now"
                                       " WHERE attendee_id = :attendee AND state <> 'void'"
                                       " RETURNING serial",
                                       error);
  gboolean row;
  gint64 serial;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":reason", reason);
  msk_statement_bind_int64 (statement, ":lost", act == MSK_ACT_BADGE_LOST);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  serial = msk_statement_get_int64 (statement, 0);
  return msk_statement_step (statement, &row, error) &&
         record (transaction, act, serial, MSK_BADGE_VOID, reason, error);
}

static MskBadgeEntry *
read_entry (MskStatement *statement, GError **error)
{
  g_autoptr(MskBadgeEntry) entry = msk_badge_entry_new ();
  int state;

  if (!msk_statement_get_enum (statement, 4, MSK_TYPE_BADGE_STATE, &state, error))
    return NULL;

  entry->serial = msk_statement_get_int64 (statement, 0);
  entry->attendee_id = msk_statement_get_int64 (statement, 1);
  entry->name = msk_statement_dup_text (statement, 2);
  entry->unit = msk_statement_dup_text (statement, 3);
  entry->state = (MskBadgeState) state;
  entry->printer = msk_statement_dup_text (statement, 5);
  entry->place = msk_statement_dup_text (statement, 6);
  entry->reason = msk_statement_dup_text (statement, 7);
  entry->lost = msk_statement_get_int64 (statement, 8) != 0;
  entry->printed_at = msk_statement_get_int64 (statement, 9);
  entry->changed_at = msk_statement_get_int64 (statement, 10);
  return g_steal_pointer (&entry);
}

static gboolean
find (MskDatabase *database, const char *sql, gint64 id, MskBadgeEntry **entry, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *entry = row ? read_entry (statement, error) : NULL;
  return !row || *entry != NULL;
}

gboolean
msk_badge_store_find (MskDatabase *database, gint64 serial, MskBadgeEntry **entry, GError **error)
{
  return find (database, SELECT_BADGE " WHERE b.serial = :id", serial, entry, error);
}

gboolean
msk_badge_store_find_live (MskDatabase *database,
                           gint64 attendee_id,
                           MskBadgeEntry **entry,
                           GError **error)
{
  return find (database, SELECT_BADGE " WHERE b.attendee_id = :id AND b.state <> 'void'",
               attendee_id, entry, error);
}

GPtrArray *
msk_badge_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_BADGE " ORDER BY b.serial", error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_entry, error);
}

gboolean
msk_badge_store_count_sent (MskDatabase *database, guint *number, GError **error)
{
  return msk_database_read_uint (database, "SELECT COUNT (*) FROM badge WHERE state = 'sent'",
                                 number, error);
}

gboolean
msk_badge_store_recover_sent (MskTransaction *transaction, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "SELECT serial FROM badge WHERE state = 'sent'", error);
  g_autoptr(GArray) serials = msk_statement_collect_int64 (statement, error);

  if (serials == NULL)
    return FALSE;

  for (guint i = 0; i < serials->len; i++)
    if (!msk_badge_store_set_state (transaction, MSK_ACT_PRINT_RECOVER,
                                    g_array_index (serials, gint64, i), MSK_BADGE_UNCERTAIN, error))
      return FALSE;

  return TRUE;
}
