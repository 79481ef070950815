/* The register of batches for destruction (D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-destruction-store.h"

#include <glib/gi18n-lib.h>

#include "msk-carrier-store.h"
#include "msk-copy-store.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"
#include "msk-spoilage-store.h"

#define OF_ITEMS(what)                                                                             \
  " (SELECT " what " FROM destruction_item AS i" MSK_DESTRUCTION_STORE_JOINS                       \
  " WHERE i.destruction_id = d.id AND NOT EXISTS (SELECT 1 FROM destruction_removal AS x WHERE "   \
  "x.item_id = i.id))"

#define SELECT_BATCH                                                                               \
  "SELECT d.id, d.reason, d.started_at, d.started_by, COALESCE (o.at, 0), COALESCE (o.user, ''),"  \
  " COALESCE (v.at, 0), COALESCE (v.user, ''), COALESCE (a.at, 0), COALESCE (a.destroyer, ''),"    \
  " COALESCE (a.witness, ''), COALESCE (a.method, 'shred'), COALESCE (a.place, ''),"               \
  " COALESCE (e.outcome, ''), COALESCE (e.at, 0), COALESCE (e.user, ''), COALESCE (e.remark, "     \
  "'')," OF_ITEMS ("COUNT (*)") "," OF_ITEMS (                                                     \
      "COALESCE (SUM (CASE i.kind WHEN 'copy' THEN p.pages WHEN 'set' THEN s.sheets ELSE "         \
      "r.sheets END), 0)") ","                                                                     \
                           " (SELECT COUNT (*) FROM destruction_item AS i JOIN "                   \
                           "destruction_sighting AS w ON w.item_id = i.id WHERE "                  \
                           "i.destruction_id = d.id)"                                              \
                           " FROM destruction AS d"                                                \
                           " LEFT JOIN destruction_proposal AS o ON o.destruction_id = d.id"       \
                           " LEFT JOIN destruction_approval AS v ON v.destruction_id = d.id"       \
                           " LEFT JOIN destruction_attendance AS a ON a.id = (SELECT MAX (id) "    \
                           "FROM destruction_attendance WHERE destruction_id = d.id)"              \
                           " LEFT JOIN destruction_end AS e ON e.destruction_id = d.id"

#define SELECT_ITEM                                                                                \
  "SELECT i.id, i.destruction_id, i.at, i.user, i.by_hand, COALESCE (w.at, 0), COALESCE (w.user, " \
  "''), COALESCE (w.by_hand, 0)," MSK_DESTRUCTION_STORE_ITEM                                       \
  " FROM destruction_item AS i" MSK_DESTRUCTION_STORE_JOINS                                        \
  " LEFT JOIN destruction_sighting AS w ON w.item_id = i.id"

static char *
dup_subject (gint64 id)
{
  return g_strdup_printf ("destruction %" G_GINT64_FORMAT, id);
}

gboolean
msk_destruction_store_read_thing (MskStatement *statement,
                                  int column,
                                  MskDestructionItem *item,
                                  GError **error)
{
  int kind, carrier_kind, level, from, state;

  if (!msk_statement_get_enum (statement, column, MSK_TYPE_STOCK_KIND, &kind, error) ||
      !msk_statement_get_enum (statement, column + 5, MSK_TYPE_CARRIER_KIND, &carrier_kind,
                               error) ||
      !msk_statement_get_enum (statement, column + 6, MSK_TYPE_LEVEL, &level, error) ||
      !msk_statement_get_enum (statement, column + 8, MSK_TYPE_COPY_STATE, &from, error) ||
      !msk_statement_get_enum (statement, column + 9, MSK_TYPE_COPY_STATE, &state, error))
    return FALSE;

  item->kind = (MskStockKind) kind;
  item->number = msk_statement_get_int64 (statement, column + 1);
  item->copy = (guint) msk_statement_get_int64 (statement, column + 2);
  item->document_number = msk_statement_dup_text (statement, column + 3);
  item->what = msk_statement_dup_text (statement, column + 4);
  item->carrier_kind = (MskCarrierKind) carrier_kind;
  item->level = (MskLevel) level;
  item->sheets = (guint) msk_statement_get_int64 (statement, column + 7);
  item->from = (MskCopyState) from;
  item->state = (MskCopyState) state;
  item->serial = msk_statement_get_int64 (statement, column + 10);
  return TRUE;
}

static MskDestructionItem *
read_item (MskStatement *statement, GError **error)
{
  g_autoptr(MskDestructionItem) item = msk_destruction_item_new ();

  item->id = msk_statement_get_int64 (statement, 0);
  item->batch_id = msk_statement_get_int64 (statement, 1);
  item->added_at = msk_statement_get_int64 (statement, 2);
  item->added_by = msk_statement_dup_text (statement, 3);
  item->added_by_hand = msk_statement_get_int64 (statement, 4) != 0;
  item->scanned_at = msk_statement_get_int64 (statement, 5);
  item->scanned_by = msk_statement_dup_text (statement, 6);
  item->scanned_by_hand = msk_statement_get_int64 (statement, 7) != 0;
  return msk_destruction_store_read_thing (statement, 8, item, error) ? g_steal_pointer (&item)
                                                                      : NULL;
}

static gboolean
read_stage (MskStatement *statement, MskDestruction *batch, GError **error)
{
  int stage = MSK_DESTRUCTION_DRAFT;

  if (batch->begun_at != 0)
    stage = MSK_DESTRUCTION_UNDER_WAY;
  else if (batch->decided_at != 0)
    stage = MSK_DESTRUCTION_APPROVED;
  else if (batch->proposed_at != 0)
    stage = MSK_DESTRUCTION_PROPOSED;

  if (*msk_statement_get_text (statement, 13) != '\0' &&
      !msk_statement_get_enum (statement, 13, MSK_TYPE_DESTRUCTION_STAGE, &stage, error))
    return FALSE;

  batch->stage = (MskDestructionStage) stage;
  return TRUE;
}

static MskDestruction *
read_batch (MskStatement *statement, GError **error)
{
  g_autoptr(MskDestruction) batch = msk_destruction_new ();
  int method;

  if (!msk_statement_get_enum (statement, 11, MSK_TYPE_DESTRUCTION_METHOD, &method, error))
    return NULL;

  batch->id = msk_statement_get_int64 (statement, 0);
  batch->reason = msk_statement_dup_text (statement, 1);
  batch->started_at = msk_statement_get_int64 (statement, 2);
  batch->started_by = msk_statement_dup_text (statement, 3);
  batch->proposed_at = msk_statement_get_int64 (statement, 4);
  batch->proposed_by = msk_statement_dup_text (statement, 5);
  batch->decided_at = msk_statement_get_int64 (statement, 6);
  batch->decided_by = msk_statement_dup_text (statement, 7);
  batch->begun_at = msk_statement_get_int64 (statement, 8);
  batch->destroyer = msk_statement_dup_text (statement, 9);
  batch->witness = msk_statement_dup_text (statement, 10);
  batch->method = (MskDestructionMethod) method;
  batch->place = msk_statement_dup_text (statement, 12);
  batch->ended_at = msk_statement_get_int64 (statement, 14);
  batch->ended_by = msk_statement_dup_text (statement, 15);
  batch->remark = msk_statement_dup_text (statement, 16);
  batch->items = (guint) msk_statement_get_int64 (statement, 17);
  batch->sheets = (guint) msk_statement_get_int64 (statement, 18);
  batch->scanned = (guint) msk_statement_get_int64 (statement, 19);
  return read_stage (statement, batch, error) ? g_steal_pointer (&batch) : NULL;
}

GPtrArray *
msk_destruction_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_BATCH " ORDER BY d.id", error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_batch, error);
}

MskDestruction *
msk_destruction_store_get (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_BATCH " WHERE d.id = :id", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_batch,
                                 _ ("There is no such batch: look at the register of destruction."),
                                 error);
}

GPtrArray *
msk_destruction_store_list_items (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_ITEM
                                       " WHERE i.destruction_id = :id AND NOT EXISTS (SELECT 1 "
                                       "FROM destruction_removal AS x WHERE x.item_id = i.id)"
                                       " ORDER BY i.id",
                                       error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_item, error);
}

static gboolean
read_attendance (MskStatement *statement, GPtrArray *attendances, GError **error)
{
  MskDestructionAttendance *attendance;
  int method;

  if (!msk_statement_get_enum (statement, 3, MSK_TYPE_DESTRUCTION_METHOD, &method, error))
    return FALSE;

  attendance = g_new0 (MskDestructionAttendance, 1);
  attendance->at = msk_statement_get_int64 (statement, 0);
  attendance->destroyer = msk_statement_dup_text (statement, 1);
  attendance->witness = msk_statement_dup_text (statement, 2);
  attendance->method = (MskDestructionMethod) method;
  attendance->place = msk_statement_dup_text (statement, 4);
  attendance->items = (guint) msk_statement_get_int64 (statement, 5);
  g_ptr_array_add (attendances, attendance);
  return TRUE;
}

GPtrArray *
msk_destruction_store_list_attendances (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT a.at, a.destroyer, a.witness, a.method, a.place,"
                                       " (SELECT COUNT (*) FROM destruction_item AS i JOIN "
                                       "destruction_sighting AS w ON w.item_id = i.id"
                                       " WHERE i.destruction_id = a.destruction_id AND "
                                       "w.attendance_id = a.id)"
                                       " FROM destruction_attendance AS a WHERE a.destruction_id "
                                       "= :id ORDER BY a.id",
                                       error);
  g_autoptr(GPtrArray) attendances =
                 g_ptr_array_new_with_free_func ((GDestroyNotify) msk_destruction_attendance_free);
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&attendances);
      if (!read_attendance (statement, attendances, error))
        return NULL;
    }

  return NULL;
}

/* Runs a statement that knows the batch or the line by :id, with who acts and when. */
static gboolean
run (MskTransaction *transaction, MskStatement *statement, gint64 id, GError **error)
{
  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error);
}

gboolean
msk_destruction_store_start (MskTransaction *transaction,
                             const char *reason,
                             gint64 *id,
                             GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO destruction (reason, started_at, started_by, "
                                       "station) VALUES (:reason, :now, :user, :station)"
                                       " RETURNING id",
                                       error);
  g_autofree char *subject = NULL;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":reason", reason);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  if (!msk_statement_read_int64 (statement, id, error))
    return FALSE;

  subject = dup_subject (*id);
  return msk_ledger_append (transaction, MSK_ACT_DESTROY_START, subject, error, "reason", reason,
                            NULL);
}

gboolean
msk_destruction_store_add (MskTransaction *transaction,
                           gint64 id,
                           MskStockKind kind,
                           gint64 number,
                           MskCopyState from,
                           gboolean by_hand,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO destruction_item (destruction_id, kind, "
                                       "number, from_state, by_hand, at, user)"
                                       " VALUES (:id, :kind, :number, :from, :by_hand, :now, "
                                       ":user)",
                                       error);
  g_autofree char *subject = dup_subject (id);
  g_autofree char *thing = msk_stock_dup_subject (kind, number);
  const char *state = msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) from);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":kind", msk_enum_get_name (MSK_TYPE_STOCK_KIND, (int) kind));
  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_text (statement, ":from", state);
  msk_statement_bind_int64 (statement, ":by_hand", by_hand);
  return run (transaction, statement, id, error) &&
         msk_ledger_append (transaction, MSK_ACT_DESTROY_ADD, subject, error, "thing", thing,
                            "from", state, "remark", by_hand ? "by hand" : "", NULL);
}

gboolean
msk_destruction_store_take_out (MskTransaction *transaction,
                                MskDestructionItem *item,
                                GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO destruction_removal (item_id, at, user) VALUES "
                                       "(:id, :now, :user)",
                                       error);
  g_autofree char *subject = dup_subject (item->batch_id);
  g_autofree char *thing = msk_stock_dup_subject (item->kind, item->number);

  return run (transaction, statement, item->id, error) &&
         msk_ledger_append (transaction, MSK_ACT_DESTROY_TAKE_OUT, subject, error, "thing", thing,
                            NULL);
}

gboolean
msk_destruction_store_note_refusal (MskTransaction *transaction,
                                    MskAct act,
                                    gint64 id,
                                    const char *code,
                                    gint64 serial,
                                    GError **error)
{
  g_autofree char *subject = dup_subject (id);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, serial);

  return msk_ledger_append (transaction, act, subject, error, "refused", code, "serial", number,
                            NULL);
}

gboolean
msk_destruction_store_propose (MskTransaction *transaction, MskDestruction *batch, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO destruction_proposal (destruction_id, at, "
                                       "user) VALUES (:id, :now, :user)",
                                       error);
  g_autofree char *subject = dup_subject (batch->id);
  g_autofree char *items = g_strdup_printf ("%u", batch->items);

  return run (transaction, statement, batch->id, error) &&
         msk_ledger_append (transaction, MSK_ACT_DESTROY_PROPOSE, subject, error, "items", items,
                            NULL);
}

gboolean
msk_destruction_store_approve (MskTransaction *transaction, MskDestruction *batch, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO destruction_approval (destruction_id, at, "
                                       "user) VALUES (:id, :now, :user)",
                                       error);
  g_autofree char *subject = dup_subject (batch->id);
  g_autofree char *items = g_strdup_printf ("%u", batch->items);

  return run (transaction, statement, batch->id, error) &&
         msk_ledger_append (transaction, MSK_ACT_DESTROY_APPROVE, subject, error, "items", items,
                            NULL);
}

gboolean
msk_destruction_store_attend (MskTransaction *transaction,
                              gint64 id,
                              const char *witness,
                              MskDestructionMethod method,
                              const char *place,
                              GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO destruction_attendance (destruction_id, "
                                       "destroyer, witness, method, place, at)"
                                       " VALUES (:id, :user, :witness, :method, :place, :now)",
                                       error);
  const char *name = msk_enum_get_name (MSK_TYPE_DESTRUCTION_METHOD, (int) method);
  g_autofree char *subject = dup_subject (id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":witness", witness);
  msk_statement_bind_text (statement, ":method", name);
  msk_statement_bind_text (statement, ":place", place);
  return run (transaction, statement, id, error) &&
         msk_ledger_append (transaction, MSK_ACT_DESTROY_BEGIN, subject, error, "witness", witness,
                            "method", name, "place", place, NULL);
}

gboolean
msk_destruction_store_see (MskTransaction *transaction,
                           MskDestructionItem *item,
                           gboolean by_hand,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO destruction_sighting (item_id, attendance_id, "
                                       "by_hand, at, user)"
                                       " SELECT :id, MAX (id), :by_hand, :now, :user FROM "
                                       "destruction_attendance WHERE destruction_id = :batch",
                                       error);
  g_autofree char *subject = dup_subject (item->batch_id);
  g_autofree char *thing = msk_stock_dup_subject (item->kind, item->number);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":batch", item->batch_id);
  msk_statement_bind_int64 (statement, ":by_hand", by_hand);
  return run (transaction, statement, item->id, error) &&
         msk_ledger_append (transaction, MSK_ACT_DESTROY_SCAN, subject, error, "thing", thing,
                            "remark", by_hand ? "by hand" : "", NULL);
}

gboolean
msk_destruction_store_end (MskTransaction *transaction,
                           MskAct act,
                           MskDestruction *batch,
                           MskDestructionStage stage,
                           const char *witness,
                           const char *remark,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO destruction_end (destruction_id, outcome, at, "
                                       "user, witness, remark)"
                                       " VALUES (:id, :outcome, :now, :user, :witness, :remark)",
                                       error);
  g_autofree char *subject = dup_subject (batch->id);
  g_autofree char *items = g_strdup_printf ("%u", batch->items);
  g_autofree char *scanned = g_strdup_printf ("%u", batch->scanned);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":outcome",
                           msk_enum_get_name (MSK_TYPE_DESTRUCTION_STAGE, (int) stage));
  msk_statement_bind_text (statement, ":witness", witness);
  msk_statement_bind_text (statement, ":remark", remark);
  return run (transaction, statement, batch->id, error) &&
         msk_ledger_append (transaction, act, subject, error, "items", items, "scanned", scanned,
                            "witness", witness, "remark", remark, NULL);
}

gboolean
msk_destruction_store_count_begun (MskDatabase *database, guint *count, GError **error)
{
  return msk_database_read_uint (database,
                                 "SELECT COUNT (DISTINCT i.destruction_id) FROM "
                                 "destruction_open_item AS i JOIN destruction_sighting AS s ON "
                                 "s.item_id = i.id",
                                 count, error);
}

static gboolean
move_copy (MskTransaction *transaction,
           MskAct act,
           guint number,
           MskCopyState from,
           MskCopyState to,
           const char *remark,
           GError **error)
{
  MskMovement movement = { .number = number, .act = act, .from = from, .to = to, .remark = remark };

  return msk_copy_store_move (transaction, &movement, error);
}

/* The number itself is spoiled only while these are its newest sheets. */
static gboolean
remove_set (MskTransaction *transaction,
            MskAct act,
            MskDestructionItem *item,
            MskCopyState to,
            const char *remark,
            GError **error)
{
  g_autoptr(MskSpoilage) set = msk_spoilage_store_get (transaction->database, item->number, error);
  g_autoptr(MskCopy) copy = set == NULL
                                 ? NULL
                                 : msk_copy_store_get (transaction->database, set->number, error);
  g_autofree char *subject = msk_stock_dup_subject (MSK_STOCK_SET, item->number);

  if (copy == NULL || !msk_spoilage_store_go (transaction, set->id, to, error) ||
      !msk_ledger_append (transaction, act, subject, error, "to",
                          msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) to), "remark", remark,
                          NULL))
    return FALSE;

  return set->kind == MSK_SPOILAGE_SURPLUS || copy->state != MSK_COPY_SPOILED ||
         copy->serial != set->serial ||
         move_copy (transaction, act, copy->number, MSK_COPY_SPOILED, to, remark, error);
}

gboolean
msk_destruction_store_remove (MskTransaction *transaction,
                              MskAct act,
                              MskDestructionItem *item,
                              MskCopyState to,
                              const char *remark,
                              GError **error)
{
  MskMovement movement = { .number = (guint) item->number,
                           .act = act,
                           .from = item->from,
                           .to = to,
                           .remark = remark };

  switch (item->kind)
    {
    case MSK_STOCK_COPY:
      return msk_copy_store_move (transaction, &movement, error);
    case MSK_STOCK_CARRIER:
      return msk_carrier_store_move (transaction, &movement, error);
    case MSK_STOCK_SET:
      return remove_set (transaction, act, item, to, remark, error);
    case MSK_STOCK_DEVICE:
    default:
      g_return_val_if_reached (FALSE);
    }
}
