/* A group of writes that happens as a whole, or not at all, and never without an entry in the
 * ledger. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-transaction.h"

#include "msk-error.h"

gboolean
msk_transaction_begin (MskTransaction *self,
                       MskDatabase *database,
                       const MskActor *actor,
                       GError **error)
{
  g_return_val_if_fail (self != NULL && self->database == NULL, FALSE);
  g_return_val_if_fail (database != NULL && actor != NULL, FALSE);

  if (!msk_database_execute (database, "BEGIN IMMEDIATE", error))
    return FALSE;

  self->database = database;
  self->actor = *actor;
  self->entries = 0;
  return TRUE;
}

gboolean
msk_transaction_commit (MskTransaction *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->database != NULL, FALSE);
  g_return_val_if_fail (self->entries > 0, FALSE);

  if (!msk_database_execute (self->database, "COMMIT", error))
    return FALSE;

  self->database = NULL;
  return TRUE;
}

gboolean
msk_transaction_check_one_changed (MskTransaction *self, const char *message, GError **error)
{
  g_return_val_if_fail (self != NULL && self->database != NULL, FALSE);

  if (msk_database_get_changes (self->database) == 1)
    return TRUE;

  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DATABASE, message);
  return FALSE;
}

void
msk_transaction_clear (MskTransaction *self)
{
  if (self->database == NULL)
    return;

  /* After some errors SQLite has rolled back already, and says so: then there is nothing left to
   * undo. */
  msk_database_execute (self->database, "ROLLBACK", NULL);
  self->database = NULL;
}
