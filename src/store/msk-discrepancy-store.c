/* What the counts of handovers left open, and how it was explained (K1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-handover-store-private.h"
#include "msk-ledger.h"

/* The last that the registers know of a thing: act, time, user, counterpart. */
static const char *
get_last_sql (MskStockKind kind)
{
  switch (kind)
    {
    case MSK_STOCK_SET:
      return "SELECT 'copy-spoil', registered_at, registered_by, '' FROM spoilage WHERE id = "
             ":number";
    case MSK_STOCK_CARRIER:
      return "SELECT m.act, m.at, m.user, COALESCE (a.name, '') FROM carrier_movement AS m LEFT "
             "JOIN attendee AS a ON a.id = m.attendee_id WHERE m.carrier_number = :number ORDER BY "
             "m.id DESC LIMIT 1";
    case MSK_STOCK_DEVICE:
      return "SELECT m.act, m.at, m.user, COALESCE (a.name, '') FROM device_movement AS m LEFT "
             "JOIN attendee AS a ON a.id = m.attendee_id WHERE m.device_number = :number ORDER BY "
             "m.id DESC LIMIT 1";
    case MSK_STOCK_COPY:
    default:
      return "SELECT m.act, m.at, m.user, COALESCE (a.name, '') FROM movement AS m LEFT JOIN "
             "attendee AS a ON a.id = m.attendee_id WHERE m.copy_number = :number ORDER BY m.id "
             "DESC LIMIT 1";
    }
}

static gboolean
bind_last (MskStatement *statement, MskDatabase *database, const MskStockItem *item, GError **error)
{
  g_autoptr(MskStatement) last = msk_database_prepare (database, get_last_sql (item->kind), error);
  gboolean row = FALSE;

  if (last == NULL)
    return FALSE;

  msk_statement_bind_int64 (last, ":number", item->number);
  if (!msk_statement_step (last, &row, error))
    return FALSE;

  msk_statement_bind_text (statement, ":last_act", row ? msk_statement_get_text (last, 0) : "");
  msk_statement_bind_int64 (statement, ":last_at", row ? msk_statement_get_int64 (last, 1) : 0);
  msk_statement_bind_text (statement, ":last_user", row ? msk_statement_get_text (last, 2) : "");
  msk_statement_bind_text (statement, ":last_person", row ? msk_statement_get_text (last, 3) : "");
  return TRUE;
}

static gboolean
insert_discrepancy (MskTransaction *transaction,
                    gint64 id,
                    const MskStockDifference *found,
                    GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO handover_discrepancy (handover_id, kind, "
                                       "stock, number, paper_id, serial, expected, counted, "
                                       "last_act, last_at, last_user, last_person)"
                                       " VALUES (:id, :kind, :stock, :number, :paper, :serial, "
                                       ":expected, :counted, :last_act, :last_at, :last_user, "
                                       ":last_person)",
                                       error);

  if (statement == NULL || !bind_last (statement, transaction->database, &found->item, error))
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_text (statement, ":kind",
                           msk_enum_get_name (MSK_TYPE_DISCREPANCY_KIND, (int) found->kind));
  msk_statement_bind_text (statement, ":stock",
                           msk_enum_get_name (MSK_TYPE_STOCK_KIND, (int) found->item.kind));
  msk_statement_bind_int64 (statement, ":number", found->item.number);
  msk_handover_store_bind_id (statement, ":paper", found->item.paper_id);
  msk_statement_bind_int64 (statement, ":serial", found->item.serial);
  msk_statement_bind_int64 (statement, ":expected", found->expected);
  msk_statement_bind_int64 (statement, ":counted", found->counted);
  return msk_statement_run (statement, error);
}

static gboolean
insert_comparison (MskTransaction *transaction, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO handover_comparison (handover_id, at, user) "
                                       "VALUES (:id, :now, :user)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error);
}

gboolean
msk_handover_store_compare (MskTransaction *transaction,
                            gint64 id,
                            const GArray *found,
                            GError **error)
{
  g_autofree char *subject = msk_handover_store_dup_subject (id);
  g_autofree char *count = g_strdup_printf ("%u", found->len);

  if (!insert_comparison (transaction, id, error))
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    if (!insert_discrepancy (transaction, id, &g_array_index (found, MskStockDifference, i), error))
      return FALSE;

  return msk_ledger_append (transaction, MSK_ACT_HANDOVER_COMPARE, subject, error, "discrepancies",
                            count, NULL);
}

static MskDiscrepancy *
read_discrepancy (MskStatement *statement, GError **error)
{
  g_autoptr(MskDiscrepancy) discrepancy = msk_discrepancy_new ();
  int kind, stock;

  if (!msk_statement_get_enum (statement, 2, MSK_TYPE_DISCREPANCY_KIND, &kind, error) ||
      !msk_statement_get_enum (statement, 3, MSK_TYPE_STOCK_KIND, &stock, error))
    return NULL;

  discrepancy->id = msk_statement_get_int64 (statement, 0);
  discrepancy->handover_id = msk_statement_get_int64 (statement, 1);
  discrepancy->kind = (MskDiscrepancyKind) kind;
  discrepancy->stock = (MskStockKind) stock;
  discrepancy->number = msk_statement_get_int64 (statement, 4);
  discrepancy->paper_id = msk_statement_get_int64 (statement, 5);
  discrepancy->document_number = msk_statement_dup_text (statement, 6);
  discrepancy->expected = (guint) msk_statement_get_int64 (statement, 7);
  discrepancy->counted = (guint) msk_statement_get_int64 (statement, 8);
  discrepancy->last_act = msk_statement_dup_text (statement, 9);
  discrepancy->last_at = msk_statement_get_int64 (statement, 10);
  discrepancy->last_user = msk_statement_dup_text (statement, 11);
  discrepancy->last_person = msk_statement_dup_text (statement, 12);
  discrepancy->explained_at = msk_statement_get_int64 (statement, 13);
  discrepancy->explained_by = msk_statement_dup_text (statement, 14);
  discrepancy->explanation = msk_statement_dup_text (statement, 15);
  discrepancy->incident_id = msk_statement_get_int64 (statement, 16);
  discrepancy->serial = msk_statement_get_int64 (statement, 17);
  return g_steal_pointer (&discrepancy);
}

GPtrArray *
msk_handover_store_list_discrepancies (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                "SELECT d.id, d.handover_id, d.kind, d.stock, d.number, COALESCE "
                                "(d.paper_id, 0), COALESCE (p.document_number, ''), d.expected, "
                                "d.counted, d.last_act, d.last_at, d.last_user, d.last_person,"
                                " COALESCE (x.at, 0), COALESCE (x.user, ''), COALESCE (x.text, "
                                "''), COALESCE (x.incident_id, 0), d.serial"
                                " FROM handover_discrepancy AS d LEFT JOIN paper AS p ON p.id = "
                                "d.paper_id LEFT JOIN handover_explanation AS x ON "
                                "x.discrepancy_id = d.id"
                                " WHERE d.handover_id = :id ORDER BY d.id",
                                error);

  if (statement != NULL)
    msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_discrepancy, error);
}

gboolean
msk_handover_store_explain (MskTransaction *transaction,
                            gint64 discrepancy_id,
                            const char *text,
                            gint64 incident_id,
                            GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO handover_explanation (discrepancy_id, text, "
                                       "incident_id, at, user)"
                                       " VALUES (:discrepancy, :text, :incident, :now, :user)",
                                       error);
  g_autofree char *subject = g_strdup_printf ("discrepancy %" G_GINT64_FORMAT, discrepancy_id);
  g_autofree char *incident = g_strdup_printf ("%" G_GINT64_FORMAT, incident_id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":discrepancy", discrepancy_id);
  msk_statement_bind_text (statement, ":text", text);
  msk_handover_store_bind_id (statement, ":incident", incident_id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_HANDOVER_EXPLAIN, subject, error, "text", text,
                            "incident", incident, NULL);
}
