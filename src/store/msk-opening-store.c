/* The opening of the meeting (M1): recorded once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-opening-store.h"

#include "msk-ledger.h"

gboolean
msk_opening_store_load (MskDatabase *database, gint64 *opened_at, char **opened_by, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, "SELECT opened_at, opened_by FROM opening", error);
  gboolean row;

  if (statement == NULL || !msk_statement_step (statement, &row, error))
    return FALSE;

  *opened_at = row ? msk_statement_get_int64 (statement, 0) : 0;
  *opened_by = row ? msk_statement_dup_text (statement, 1) : g_strdup ("");
  return TRUE;
}

gboolean
msk_opening_store_is_open (MskDatabase *database, gboolean *open, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, "SELECT 1 FROM opening", error);

  return statement != NULL && msk_statement_step (statement, open, error);
}

gboolean
msk_opening_store_open (MskTransaction *transaction, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (transaction->database,
                                                             "INSERT INTO opening (id, opened_at, "
                                                             "opened_by) VALUES (1, :now, :user)",
                                                             error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_MEETING_OPEN, "meeting", error, NULL);
}

gboolean
msk_opening_store_has_sealed_list (MskDatabase *database, gboolean *sealed, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                "SELECT 1 FROM attendee_list WHERE sealed_at IS NOT NULL LIMIT 1",
                                error);

  return statement != NULL && msk_statement_step (statement, sealed, error);
}
