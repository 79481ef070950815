/* The meeting's own description, and the serials it was given.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-meeting-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-policy-store.h"

static void
bind_meeting (MskStatement *statement, MskMeeting *meeting)
{
  msk_statement_bind_text (statement, ":number", meeting->number);
  msk_statement_bind_text (statement, ":title", meeting->title);
  msk_statement_bind_text (statement, ":level",
                           msk_enum_get_name (MSK_TYPE_LEVEL, (int) meeting->level));
  msk_statement_bind_int64 (statement, ":starts_at", meeting->starts_at);
  msk_statement_bind_int64 (statement, ":ends_at", meeting->ends_at);
  msk_statement_bind_text (statement, ":venue", meeting->venue);
  msk_statement_bind_text (statement, ":organiser", meeting->organiser);
  msk_statement_bind_text (statement, ":leader", meeting->leader);
}

static gboolean
append_meeting (MskTransaction *transaction, MskAct act, MskMeeting *meeting, GError **error)
{
  g_autofree char *starts = g_strdup_printf ("%" G_GINT64_FORMAT, meeting->starts_at);
  g_autofree char *ends = g_strdup_printf ("%" G_GINT64_FORMAT, meeting->ends_at);

  return msk_ledger_append (transaction, act, "meeting", error, "number", meeting->number, "title",
                            meeting->title, "level",
                            msk_enum_get_name (MSK_TYPE_LEVEL, (int) meeting->level), "starts_at",
                            starts, "ends_at", ends, "venue", meeting->venue, "organiser",
                            meeting->organiser, "leader", meeting->leader, NULL);
}

gboolean
msk_meeting_store_insert (MskTransaction *transaction, MskMeeting *meeting, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO meeting (id, number, title, level, starts_at, "
                                       "ends_at, venue, organiser, leader, state, scheme)"
                                       " VALUES (:id, :number, :title, :level, :starts_at, "
                                       ":ends_at, :venue, :organiser, :leader, 'open', :scheme)",
                                       error);

  g_return_val_if_fail (MSK_IS_SCHEME (meeting->scheme), FALSE);

  if (statement == NULL)
    return FALSE;

  bind_meeting (statement, meeting);
  msk_statement_bind_int64 (statement, ":id", meeting->id);
  msk_statement_bind_text (statement, ":scheme", meeting->scheme->text);
  return msk_statement_run (statement, error) &&
         append_meeting (transaction, MSK_ACT_MEETING_CREATE, meeting, error) &&
         msk_policy_store_append_scheme (transaction, MSK_ACT_MEETING_CREATE, meeting->scheme,
                                         error);
}

gboolean
msk_meeting_store_update (MskTransaction *transaction, MskMeeting *meeting, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE meeting SET number = :number, title = :title, level "
                                       "= :level, starts_at = :starts_at, ends_at = :ends_at,"
                                       " venue = :venue, organiser = :organiser, leader = :leader",
                                       error);

  if (statement == NULL)
    return FALSE;

  bind_meeting (statement, meeting);
  return msk_statement_run (statement, error) &&
         append_meeting (transaction, MSK_ACT_MEETING_CHANGE, meeting, error);
}

gboolean
msk_meeting_store_set_state (MskTransaction *transaction, MskMeetingState state, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database, "UPDATE meeting SET state = :state",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":state",
                           msk_enum_get_name (MSK_TYPE_MEETING_STATE, (int) state));
  return msk_statement_run (statement, error);
}

gboolean
msk_meeting_store_set_level (MskTransaction *transaction, MskLevel level, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database, "UPDATE meeting SET level = :level",
                                       error);
  const char *name = msk_enum_get_name (MSK_TYPE_LEVEL, (int) level);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":level", name);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_MEETING_CHANGE, "meeting", error, "level", name,
                            NULL);
}

MskMeeting *
msk_meeting_store_load (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT id, number, title, level, starts_at, ends_at, "
                                       "venue, organiser, leader, state, scheme FROM meeting",
                                       error);
  g_autoptr(MskMeeting) meeting = NULL;
  gboolean row;
  int level, state;

  if (statement == NULL || !msk_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_DAMAGED,
                           _ ("This meeting was never finished being made: make it again under "
                              "another number."));
      return NULL;
    }
  if (!msk_statement_get_enum (statement, 3, MSK_TYPE_LEVEL, &level, error) ||
      !msk_statement_get_enum (statement, 9, MSK_TYPE_MEETING_STATE, &state, error))
    return NULL;

  meeting = msk_meeting_new ();
  meeting->id = msk_statement_get_int64 (statement, 0);
  meeting->number = msk_statement_dup_text (statement, 1);
  meeting->title = msk_statement_dup_text (statement, 2);
  meeting->level = (MskLevel) level;
  meeting->starts_at = msk_statement_get_int64 (statement, 4);
  meeting->ends_at = msk_statement_get_int64 (statement, 5);
  meeting->venue = msk_statement_dup_text (statement, 6);
  meeting->organiser = msk_statement_dup_text (statement, 7);
  meeting->leader = msk_statement_dup_text (statement, 8);
  meeting->state = (MskMeetingState) state;
  meeting->scheme = msk_scheme_parse (msk_statement_get_text (statement, 10), -1, error);
  if (meeting->scheme == NULL)
    return NULL;
  return g_steal_pointer (&meeting);
}

gboolean
msk_meeting_store_count_serials (MskDatabase *database, guint *left, GError **error)
{
  return msk_database_read_uint (database,
                                 "SELECT COALESCE (SUM (last + 1 - next), 0) FROM serial_block",
                                 left, error);
}

gboolean
msk_meeting_store_add_serials (MskTransaction *transaction,
                               gint64 first,
                               guint count,
                               GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO serial_block (first, last, next) VALUES (:first, :last, :first)", error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":first", first);
  msk_statement_bind_int64 (statement, ":last", first + count - 1);
  return msk_statement_run (statement, error);
}

gboolean
msk_meeting_store_take_serial (MskTransaction *transaction, gint64 *serial, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE serial_block SET next = next + 1"
                                       " WHERE first = (SELECT MIN (first) FROM serial_block WHERE "
                                       "next <= last) RETURNING next - 1",
                                       error);
  gboolean row;

  if (statement == NULL || !msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DATABASE,
                           _ ("The meeting has run out of tags: do it again, and tell the system "
                              "administrator if it stays."));
      return FALSE;
    }

  *serial = msk_statement_get_int64 (statement, 0);
  return TRUE;
}
