/* What each person said about their devices (M5), and whether they may go in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-device-store.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

gboolean
msk_device_store_is_settled (MskDatabase *database,
                             gint64 attendee_id,
                             gboolean *settled,
                             GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT COALESCE ((SELECT answer IN ('none', 'declared') FROM device_answer"
      " WHERE attendee_id = :attendee ORDER BY id DESC LIMIT 1), 0)"
      " AND NOT EXISTS (SELECT 1 FROM device WHERE attendee_id = :attendee AND state = 'expected')",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *settled = row && msk_statement_get_int64 (statement, 0) != 0;
  return TRUE;
}

gboolean
msk_device_store_note_answer (MskTransaction *transaction,
                              gint64 attendee_id,
                              MskDeviceAnswer answer,
                              GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (transaction->database,
                                "INSERT INTO device_answer (attendee_id, at, answer, user, station)"
                                " VALUES (:attendee, :now, :answer, :user, :station)",
                                error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":answer",
                           msk_enum_get_name (MSK_TYPE_DEVICE_ANSWER, (int) answer));
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  return msk_statement_run (statement, error);
}

gboolean
msk_device_store_answer_none (MskTransaction *transaction, gint64 attendee_id, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("attendee %" G_GINT64_FORMAT, attendee_id);

  return msk_device_store_note_answer (transaction, attendee_id, MSK_DEVICE_ANSWER_NONE, error) &&
         msk_ledger_append (transaction, MSK_ACT_DEVICE_ANSWER, subject, error, "answer", "none",
                            NULL);
}

gboolean
msk_device_store_forget_answer (MskTransaction *transaction, gint64 attendee_id, GError **error)
{
  return msk_device_store_note_answer (transaction, attendee_id, MSK_DEVICE_ANSWER_LEFT, error);
}

gboolean
msk_device_store_recall_answer (MskTransaction *transaction, gint64 attendee_id, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (transaction->database,
                                "INSERT INTO device_answer (attendee_id, at, answer, user, station)"
                                " SELECT :attendee, :now, answer, :user, :station"
                                " FROM device_answer WHERE attendee_id = :attendee"
                                " AND (SELECT answer FROM device_answer WHERE attendee_id = "
                                ":attendee ORDER BY id DESC LIMIT 1) = 'left'"
                                " ORDER BY id DESC LIMIT 1 OFFSET 1",
                                error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  return msk_statement_run (statement, error);
}
