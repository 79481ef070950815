/* The register of things without a code that were left at the venue (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-left-item-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-sweep-store.h"

static gboolean
insert (MskTransaction *transaction,
        const MskLeftDraft *draft,
        gint64 incident,
        gint64 *id,
        GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO left_item (at, user, kind, zone, description, finder, incident_id, handling, "
      "handled_at, handled_by) VALUES (:now, :user, :kind, :zone, :description, :finder, "
      "NULLIF (:incident, 0), '', 0, '') RETURNING id",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":kind",
                           msk_enum_get_name (MSK_TYPE_LEFT_KIND, (int) draft->kind));
  msk_statement_bind_text (statement, ":zone",
                           msk_enum_get_name (MSK_TYPE_MEASURE_AREA, (int) draft->zone));
  msk_statement_bind_text (statement, ":description", draft->description);
  msk_statement_bind_text (statement, ":finder", draft->finder);
  msk_statement_bind_int64 (statement, ":incident", incident);
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_left_item_store_add (MskTransaction *transaction,
                         const MskLeftDraft *draft,
                         gint64 incident,
                         gint64 *id,
                         GError **error)
{
  g_autofree char *subject = NULL;

  if (!insert (transaction, draft, incident, id, error))
    return FALSE;

  subject = msk_left_item_dup_subject (*id);
  return msk_sweep_store_bump (transaction, error) &&
         msk_ledger_append (transaction, MSK_ACT_LEFT_ITEM_ADD, subject, error, "kind",
                            msk_enum_get_name (MSK_TYPE_LEFT_KIND, (int) draft->kind), "zone",
                            msk_enum_get_name (MSK_TYPE_MEASURE_AREA, (int) draft->zone), NULL);
}

gboolean
msk_left_item_store_get_next (MskDatabase *database, gint64 *id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, "SELECT COALESCE (MAX (id), 0) + 1 FROM left_item",
                                       error);

  return msk_statement_read_int64 (statement, id, error);
}

/* Which of the two it was that nothing changed. */
static gboolean
refuse_handling (MskDatabase *database, gint64 id, GError **error)
{
  gint64 next;

  if (!msk_left_item_store_get_next (database, &next, error))
    return FALSE;
  if (id >= 1 && id < next)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED,
                         _ ("What was done with this thing is on record already: read it in the "
                            "list."));
  else
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                         _ ("No thing with this number was left behind: look at the list."));
  return FALSE;
}

gboolean
msk_left_item_store_handle (MskTransaction *transaction,
                            gint64 id,
                            const char *handling,
                            GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE left_item SET handling = :handling, handled_at = "
                                       ":now, handled_by = :user WHERE id = :id AND handled_at = 0",
                                       error);
  g_autofree char *subject = msk_left_item_dup_subject (id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_text (statement, ":handling", handling);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  if (!msk_statement_run (statement, error))
    return FALSE;
  if (msk_database_get_changes (transaction->database) != 1)
    return refuse_handling (transaction->database, id, error);

  return msk_sweep_store_bump (transaction, error) &&
         msk_ledger_append (transaction, MSK_ACT_LEFT_ITEM_HANDLE, subject, error, NULL);
}

static MskLeftItem *
read_item (MskStatement *statement, GError **error)
{
  g_autoptr(MskLeftItem) item = msk_left_item_new ();
  int kind, zone;

  if (!msk_statement_get_enum (statement, 3, MSK_TYPE_LEFT_KIND, &kind, error) ||
      !msk_statement_get_enum (statement, 4, MSK_TYPE_MEASURE_AREA, &zone, error))
    return NULL;

  item->id = msk_statement_get_int64 (statement, 0);
  item->at = msk_statement_get_int64 (statement, 1);
  item->user = msk_statement_dup_text (statement, 2);
  item->kind = (MskLeftKind) kind;
  item->zone = (MskMeasureArea) zone;
  item->description = msk_statement_dup_text (statement, 5);
  item->finder = msk_statement_dup_text (statement, 6);
  item->incident = msk_statement_get_int64 (statement, 7);
  item->handling = msk_statement_dup_text (statement, 8);
  item->handled_at = msk_statement_get_int64 (statement, 9);
  item->handled_by = msk_statement_dup_text (statement, 10);
  return g_steal_pointer (&item);
}

GPtrArray *
msk_left_item_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                "SELECT id, at, user, kind, zone, description, finder, "
                                "COALESCE (incident_id, 0), handling, handled_at, handled_by "
                                "FROM left_item ORDER BY id",
                                error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_item, error);
}
