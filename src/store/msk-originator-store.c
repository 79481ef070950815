/* What went back to the organs that issued it, against their receipts (D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-originator-store.h"

#include <glib/gi18n-lib.h>

#include "msk-destruction-store.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"

#define SELECT_RETURN                                                                              \
  "SELECT o.id, o.organ, o.receipt, o.bearer, o.second, o.at, o.user, (SELECT COUNT (*) FROM "     \
  "originator_return_item AS i WHERE i.return_id = o.id), o.witness FROM originator_return AS o"

static gboolean
check_receipt (MskTransaction *transaction, MskOriginatorReturn *self, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "SELECT 1 FROM originator_return WHERE organ = :organ AND "
                                       "receipt = :receipt",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":organ", self->organ);
  msk_statement_bind_text (statement, ":receipt", self->receipt);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                       _ ("A receipt of this number is entered for this organ already: look at the "
                          "receipt again."));
  return FALSE;
}

gboolean
msk_originator_store_add (MskTransaction *transaction, MskOriginatorReturn *self, GError **error)
{
  g_autoptr(MskStatement) statement = NULL;
  g_autofree char *subject = NULL;

  if (!check_receipt (transaction, self, error))
    return FALSE;

  statement = msk_database_prepare (transaction->database,
                                    "INSERT INTO originator_return (organ, receipt, bearer, "
                                    "second, at, user, witness, station) VALUES (:organ, "
                                    ":receipt, :bearer, :second, :now, :user, :witness, "
                                    ":station) RETURNING id",
                                    error);
  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":organ", self->organ);
  msk_statement_bind_text (statement, ":receipt", self->receipt);
  msk_statement_bind_text (statement, ":bearer", self->bearer);
  msk_statement_bind_text (statement, ":second", self->second);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":witness", self->witness);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  if (!msk_statement_read_int64 (statement, &self->id, error))
    return FALSE;

  subject = g_strdup_printf ("originator return %" G_GINT64_FORMAT, self->id);
  return msk_ledger_append (transaction, MSK_ACT_ORIGINATOR_RETURN, subject, error, "organ",
                            self->organ, "receipt", self->receipt, "bearer", self->bearer, "second",
                            self->second, "witness", self->witness, NULL);
}

gboolean
msk_originator_store_add_item (MskTransaction *transaction,
                               gint64 id,
                               MskDestructionItem *item,
                               GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO originator_return_item (return_id, kind, "
                                       "number, from_state, by_hand) VALUES (:id, :kind, "
                                       ":number, :from, :by_hand)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_text (statement, ":kind",
                           msk_enum_get_name (MSK_TYPE_STOCK_KIND, (int) item->kind));
  msk_statement_bind_int64 (statement, ":number", item->number);
  msk_statement_bind_text (statement, ":from",
                           msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) item->from));
  msk_statement_bind_int64 (statement, ":by_hand", item->scanned_by_hand);
  return msk_statement_run (statement, error);
}

static MskOriginatorReturn *
read_return (MskStatement *statement, GError **error)
{
  MskOriginatorReturn *self = msk_originator_return_new ();

  self->id = msk_statement_get_int64 (statement, 0);
  self->organ = msk_statement_dup_text (statement, 1);
  self->receipt = msk_statement_dup_text (statement, 2);
  self->bearer = msk_statement_dup_text (statement, 3);
  self->second = msk_statement_dup_text (statement, 4);
  self->at = msk_statement_get_int64 (statement, 5);
  self->user = msk_statement_dup_text (statement, 6);
  self->items = (guint) msk_statement_get_int64 (statement, 7);
  self->witness = msk_statement_dup_text (statement, 8);
  return self;
}

GPtrArray *
msk_originator_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_RETURN " ORDER BY o.id", error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_return, error);
}

MskOriginatorReturn *
msk_originator_store_get (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_RETURN " WHERE o.id = :id", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_return,
                                 _ ("There is no such return to an originator: look at their "
                                    "register."),
                                 error);
}

static MskDestructionItem *
read_item (MskStatement *statement, GError **error)
{
  g_autoptr(MskDestructionItem) item = msk_destruction_item_new ();

  item->batch_id = msk_statement_get_int64 (statement, 0);
  item->added_at = msk_statement_get_int64 (statement, 1);
  item->added_by = msk_statement_dup_text (statement, 2);
  item->scanned_at = item->added_at;
  item->scanned_by = g_strdup (item->added_by);
  item->scanned_by_hand = msk_statement_get_int64 (statement, 3) != 0;
  return msk_destruction_store_read_thing (statement, 4, item, error) ? g_steal_pointer (&item)
                                                                      : NULL;
}

GPtrArray *
msk_originator_store_list_items (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT i.return_id, o.at, o.user, "
                                       "i.by_hand," MSK_DESTRUCTION_STORE_ITEM
                                       " FROM originator_return_item AS i JOIN originator_return "
                                       "AS o ON o.id = i.return_id" MSK_DESTRUCTION_STORE_JOINS
                                       " WHERE i.return_id = :id ORDER BY i.kind, i.number",
                                       error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_item, error);
}
