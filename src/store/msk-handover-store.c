/* The register of handovers (K1, F3): expected sets, blind counts, what they left open.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-handover-store-private.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-entries.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

#define SELECT_HANDOVER                                                                            \
  "SELECT h.id, h.place, COALESCE (h.attendee_id, 0), COALESCE (a.name, ''), COALESCE "            \
  "(h.successor_id, 0), COALESCE (b.name, ''), h.started_at, h.outgoing, h.station,"               \
  " COALESCE (c.at, 0), COALESCE (e.outcome, ''), COALESCE (e.at, 0), COALESCE (e.user, ''),"      \
  " COALESCE (e.incoming, ''), COALESCE (e.reason, ''),"                                           \
  " (SELECT COUNT (*) FROM handover_sighting AS s WHERE s.handover_id = h.id),"                    \
  " (SELECT COUNT (*) FROM handover_discrepancy AS d WHERE d.handover_id = h.id),"                 \
  " (SELECT COUNT (*) FROM handover_discrepancy AS d WHERE d.handover_id = h.id AND NOT EXISTS "   \
  "(SELECT 1 FROM handover_explanation AS x WHERE x.discrepancy_id = d.id))"                       \
  " FROM handover AS h LEFT JOIN attendee AS a ON a.id = h.attendee_id LEFT JOIN attendee AS b "   \
  "ON b.id = h.successor_id"                                                                       \
  " LEFT JOIN handover_comparison AS c ON c.handover_id = h.id LEFT JOIN handover_end AS e ON "    \
  "e.handover_id = h.id"

char *
msk_handover_store_dup_subject (gint64 id)
{
  return g_strdup_printf ("handover %" G_GINT64_FORMAT, id);
}

static const char *
get_kind_name (MskStockKind kind)
{
  return msk_enum_get_name (MSK_TYPE_STOCK_KIND, (int) kind);
}

void
msk_handover_store_bind_id (MskStatement *statement, const char *name, gint64 id)
{
  if (id != 0)
    msk_statement_bind_int64 (statement, name, id);
  else
    msk_statement_bind_null (statement, name);
}

gboolean
msk_handover_store_get_open (MskDatabase *database, guint *places, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT h.place FROM handover AS h WHERE h.place <> "
                                       "'custody' AND NOT EXISTS (SELECT 1 FROM handover_end AS e "
                                       "WHERE e.handover_id = h.id)",
                                       error);
  gboolean row;
  guint open = 0;
  int place;

  if (statement == NULL)
    return FALSE;

  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        {
          *places = open;
          return TRUE;
        }
      if (!msk_statement_get_enum (statement, 0, MSK_TYPE_HANDOVER_PLACE, &place, error))
        return FALSE;
      open |= 1u << place;
    }

  return FALSE;
}

static gboolean
insert_handover (MskTransaction *transaction,
                 const char *place,
                 gint64 attendee_id,
                 gint64 successor_id,
                 gint64 *id,
                 GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO handover (place, attendee_id, successor_id, "
                                       "started_at, outgoing, station)"
                                       " VALUES (:place, :attendee, :successor, :now, :user, "
                                       ":station) RETURNING id",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":place", place);
  msk_handover_store_bind_id (statement, ":attendee", attendee_id);
  msk_handover_store_bind_id (statement, ":successor", successor_id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  return msk_statement_read_int64 (statement, id, error);
}

static gboolean
freeze (MskTransaction *transaction, gint64 id, const char *sql, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (transaction->database, sql, error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_run (statement, error);
}

static gboolean
freeze_desk (MskTransaction *transaction, gint64 id, GError **error)
{
  return freeze (transaction, id,
                 "INSERT INTO handover_item (handover_id, kind, number, paper_id, certain)"
                 " SELECT :id, 'copy', number, paper_id, 1 FROM copy WHERE pages_back > 0 OR "
                 "state IN ('in-store', 'returned')",
                 error) &&
         freeze (transaction, id,
                 "INSERT INTO handover_item (handover_id, kind, number, certain)"
                 " SELECT :id, 'carrier', number, 1 FROM carrier WHERE state IN ('in-store', "
                 "'returned', 'spoiled')",
                 error) &&
         freeze (transaction, id,
                 "INSERT INTO handover_item (handover_id, kind, number, certain)"
                 " SELECT :id, 'device', number, 1 FROM device WHERE state = 'deposited'",
                 error);
}

/* Sets that were destroyed lie there no more. What the printer said nothing certain of may be
 * there, or not. */
static gboolean
freeze_room (MskTransaction *transaction, gint64 id, GError **error)
{
  return freeze (transaction, id,
                 "INSERT INTO handover_item (handover_id, kind, number, paper_id, certain)"
                 " SELECT :id, 'set', s.id, c.paper_id, 1 FROM spoilage AS s JOIN copy AS c ON "
                 "c.number = s.copy_number"
                 " WHERE NOT (c.serial = s.serial AND c.state = 'missing') AND s.id NOT IN (SELECT "
                 "spoilage_id FROM spoilage_gone)",
                 error) &&
         freeze (transaction, id,
                 "INSERT INTO handover_item (handover_id, kind, number, paper_id, certain)"
                 " SELECT :id, 'copy', c.number, c.paper_id, t.state = 'printed' FROM copy AS c "
                 "JOIN attempt AS t ON t.serial = c.serial"
                 " WHERE c.state = 'printing' AND t.state IN ('printed', 'uncertain', 'absent')",
                 error);
}

/* What they hold under any entry of theirs. Of what came back in part they hold missing pages, for
 * which nobody else answers. */
static gboolean
freeze_custody (MskTransaction *transaction, gint64 id, gint64 attendee_id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       MSK_WITH_ENTRIES
                                       "INSERT INTO handover_item (handover_id, kind, number, "
                                       "paper_id, certain)"
                                       " SELECT :id, 'copy', number, paper_id, 1 FROM copy WHERE "
                                       "state = 'held' AND pages_back = 0 AND holder_id IN "
                                       "(SELECT id FROM entry)"
                                       " UNION ALL SELECT :id, 'carrier', number, NULL, 1 FROM "
                                       "carrier WHERE state = 'held' AND holder_id IN (SELECT id "
                                       "FROM entry)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  return msk_statement_run (statement, error);
}

gboolean
msk_handover_store_count_new (MskDatabase *database,
                              MskHandover *handover,
                              guint *count,
                              GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       MSK_WITH_ENTRIES
                                       "SELECT (SELECT COUNT (*) FROM copy AS c WHERE c.state = "
                                       "'held' AND c.pages_back = 0 AND c.holder_id IN (SELECT "
                                       "id FROM entry) AND NOT "
                                       "EXISTS (SELECT 1 FROM handover_item AS i WHERE "
                                       "i.handover_id = :id AND i.kind = 'copy' AND i.number = "
                                       "c.number))"
                                       " + (SELECT COUNT (*) FROM carrier AS c WHERE c.state = "
                                       "'held' AND c.holder_id IN (SELECT id FROM entry) AND NOT "
                                       "EXISTS (SELECT 1 FROM handover_item AS i WHERE "
                                       "i.handover_id = :id AND i.kind = 'carrier' AND i.number = "
                                       "c.number))",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", handover->attendee_id);
  msk_statement_bind_int64 (statement, ":id", handover->id);
  return msk_statement_read_uint (statement, count, error);
}

static gboolean
freeze_place (MskTransaction *transaction,
              MskHandoverPlace place,
              gint64 id,
              gint64 attendee_id,
              GError **error)
{
  if (place == MSK_HANDOVER_CUSTODY)
    return freeze_custody (transaction, id, attendee_id, error);

  return place == MSK_HANDOVER_DESK ? freeze_desk (transaction, id, error)
                                    : freeze_room (transaction, id, error);
}

gboolean
msk_handover_store_start (MskTransaction *transaction,
                          MskHandoverPlace place,
                          gint64 attendee_id,
                          gint64 successor_id,
                          gint64 *id,
                          GError **error)
{
  const char *name = msk_enum_get_name (MSK_TYPE_HANDOVER_PLACE, (int) place);
  g_autofree char *attendee = g_strdup_printf ("%" G_GINT64_FORMAT, attendee_id);
  g_autofree char *successor = g_strdup_printf ("%" G_GINT64_FORMAT, successor_id);
  g_autofree char *subject = NULL;

  if (!insert_handover (transaction, name, attendee_id, successor_id, id, error) ||
      !freeze_place (transaction, place, *id, attendee_id, error))
    return FALSE;

  /* How many are expected stands in no entry: the count is blind. */
  subject = msk_handover_store_dup_subject (*id);
  return msk_ledger_append (transaction, MSK_ACT_HANDOVER_START, subject, error, "place", name,
                            "attendee", attendee, "successor", successor, NULL);
}

static MskHandoverStage
get_stage (const char *outcome, gint64 compared_at)
{
  if (g_str_equal (outcome, "done"))
    return MSK_HANDOVER_DONE;
  if (g_str_equal (outcome, "cancelled"))
    return MSK_HANDOVER_CANCELLED;

  return compared_at != 0 ? MSK_HANDOVER_COMPARED : MSK_HANDOVER_COUNTING;
}

static MskHandover *
read_handover (MskStatement *statement, GError **error)
{
  g_autoptr(MskHandover) handover = msk_handover_new ();
  int place;

  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_HANDOVER_PLACE, &place, error))
    return NULL;

  handover->id = msk_statement_get_int64 (statement, 0);
  handover->place = (MskHandoverPlace) place;
  handover->attendee_id = msk_statement_get_int64 (statement, 2);
  handover->attendee = msk_statement_dup_text (statement, 3);
  handover->successor_id = msk_statement_get_int64 (statement, 4);
  handover->successor = msk_statement_dup_text (statement, 5);
  handover->started_at = msk_statement_get_int64 (statement, 6);
  handover->outgoing = msk_statement_dup_text (statement, 7);
  handover->station = msk_statement_dup_text (statement, 8);
  handover->compared_at = msk_statement_get_int64 (statement, 9);
  handover->stage = get_stage (msk_statement_get_text (statement, 10), handover->compared_at);
  handover->ended_at = msk_statement_get_int64 (statement, 11);
  handover->ended_by = msk_statement_dup_text (statement, 12);
  handover->incoming = msk_statement_dup_text (statement, 13);
  handover->reason = msk_statement_dup_text (statement, 14);
  handover->counted = (guint) msk_statement_get_int64 (statement, 15);
  handover->discrepancies = (guint) msk_statement_get_int64 (statement, 16);
  handover->unexplained = (guint) msk_statement_get_int64 (statement, 17);
  return g_steal_pointer (&handover);
}

GPtrArray *
msk_handover_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_HANDOVER " ORDER BY h.id", error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_handover, error);
}

MskHandover *
msk_handover_store_get (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_HANDOVER " WHERE h.id = :id", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_handover,
                                 _ ("There is no such handover: look at the register of "
                                    "handovers."),
                                 error);
}

static gboolean
was_seen (MskDatabase *database,
          gint64 id,
          const MskStockItem *item,
          gboolean *again,
          GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT 1 FROM handover_sighting WHERE handover_id = :id "
                                       "AND kind = :kind AND number = :number",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_text (statement, ":kind", get_kind_name (item->kind));
  msk_statement_bind_int64 (statement, ":number", item->number);
  return msk_statement_step (statement, again, error);
}

static gboolean
insert_sighting (MskTransaction *transaction,
                 gint64 id,
                 const MskStockItem *item,
                 const char *code,
                 gboolean by_hand,
                 GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO handover_sighting (handover_id, kind, number, "
                                       "paper_id, code, serial, by_hand, at, user)"
                                       " VALUES (:id, :kind, :number, :paper, :code, :serial, "
                                       ":by_hand, :now, :user)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  if (item->strange)
    {
      msk_statement_bind_null (statement, ":kind");
      msk_statement_bind_null (statement, ":number");
    }
  else
    {
      msk_statement_bind_text (statement, ":kind", get_kind_name (item->kind));
      msk_statement_bind_int64 (statement, ":number", item->number);
    }
  msk_handover_store_bind_id (statement, ":paper", item->paper_id);
  msk_statement_bind_text (statement, ":code", code);
  msk_statement_bind_int64 (statement, ":serial", item->serial);
  msk_statement_bind_int64 (statement, ":by_hand", by_hand);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error);
}

gboolean
msk_handover_store_see (MskTransaction *transaction,
                        gint64 id,
                        const MskStockItem *item,
                        const char *code,
                        gboolean by_hand,
                        gboolean *again,
                        GError **error)
{
  g_autofree char *subject = msk_handover_store_dup_subject (id);
  g_autofree char *thing = NULL;
  g_autofree char *serial = g_strdup_printf ("%" G_GINT64_FORMAT, item->serial);

  *again = FALSE;
  if (!item->strange && !was_seen (transaction->database, id, item, again, error))
    return FALSE;

  thing =
      item->strange ? g_strdup ("strange code") : msk_stock_dup_subject (item->kind, item->number);
  return (*again || insert_sighting (transaction, id, item, code, by_hand, error)) &&
         msk_ledger_append (transaction, MSK_ACT_HANDOVER_COUNT, subject, error, "seen", thing,
                            "code", code, "serial", serial, "remark", by_hand ? "by hand" : "",
                            NULL);
}

gboolean
msk_handover_store_add_figure (MskTransaction *transaction,
                               gint64 id,
                               const MskStockFigure *figure,
                               GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO handover_figure (handover_id, kind, paper_id, "
                                       "count, at, user)"
                                       " VALUES (:id, :kind, :paper, :count, :now, :user)",
                                       error);
  g_autofree char *subject = msk_handover_store_dup_subject (id);
  g_autofree char *paper = g_strdup_printf ("%" G_GINT64_FORMAT, figure->paper_id);
  g_autofree char *count = g_strdup_printf ("%u", figure->count);
  const char *kind = get_kind_name (figure->kind);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_text (statement, ":kind", kind);
  msk_handover_store_bind_id (statement, ":paper", figure->paper_id);
  msk_statement_bind_int64 (statement, ":count", figure->count);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_HANDOVER_COUNT, subject, error, "kind", kind,
                            "paper", paper, "count", count, NULL);
}

/* Reads rows of kind, number, paper, then a flag that is certain, then the code of a strange one
 * and its serial. */
static GArray *
collect_items (MskStatement *statement, gint64 id, GError **error)
{
  g_autoptr(GArray) items = g_array_new (FALSE, FALSE, sizeof (MskStockItem));
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  while (msk_statement_step (statement, &row, error))
    {
      MskStockItem item = { 0 };
      int kind = 0;

      if (!row)
        return g_steal_pointer (&items);

      item.strange = msk_statement_is_null (statement, 0);
      if (!item.strange &&
          !msk_statement_get_enum (statement, 0, MSK_TYPE_STOCK_KIND, &kind, error))
        return NULL;
      item.kind = (MskStockKind) kind;
      item.number = msk_statement_get_int64 (statement, 1);
      item.paper_id = msk_statement_get_int64 (statement, 2);
      item.certain = msk_statement_get_int64 (statement, 3) != 0;
      item.other_meeting = g_str_equal (msk_statement_get_text (statement, 4), "other-meeting");
      item.serial = msk_statement_get_int64 (statement, 5);
      g_array_append_val (items, item);
    }

  return NULL;
}

GArray *
msk_handover_store_list_expected (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT kind, number, COALESCE (paper_id, 0), certain, '', "
                                       "0 FROM handover_item WHERE handover_id = :id ORDER BY "
                                       "kind, number",
                                       error);

  return collect_items (statement, id, error);
}

GArray *
msk_handover_store_list_seen (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT kind, COALESCE (number, 0), COALESCE (paper_id, "
                                       "0), 1, code, serial FROM handover_sighting WHERE "
                                       "handover_id = :id ORDER BY id",
                                       error);

  return collect_items (statement, id, error);
}

GArray *
msk_handover_store_list_figures (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT kind, COALESCE (paper_id, 0), count FROM "
                                       "handover_figure WHERE handover_id = :id ORDER BY id",
                                       error);
  g_autoptr(GArray) figures = g_array_new (FALSE, FALSE, sizeof (MskStockFigure));
  gboolean row;
  int kind;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  while (msk_statement_step (statement, &row, error))
    {
      MskStockFigure figure = { 0 };

      if (!row)
        return g_steal_pointer (&figures);
      if (!msk_statement_get_enum (statement, 0, MSK_TYPE_STOCK_KIND, &kind, error))
        return NULL;
      figure.kind = (MskStockKind) kind;
      figure.paper_id = msk_statement_get_int64 (statement, 1);
      figure.count = (guint) msk_statement_get_int64 (statement, 2);
      g_array_append_val (figures, figure);
    }

  return NULL;
}

gboolean
msk_handover_store_end (MskTransaction *transaction,
                        gint64 id,
                        MskAct act,
                        const char *incoming,
                        const char *reason,
                        GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO handover_end (handover_id, outcome, at, user, "
                                       "incoming, reason)"
                                       " VALUES (:id, :outcome, :now, :user, :incoming, :reason)",
                                       error);
  g_autofree char *subject = msk_handover_store_dup_subject (id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_text (statement, ":outcome", reason == NULL ? "done" : "cancelled");
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":incoming", incoming);
  msk_statement_bind_text (statement, ":reason", reason != NULL ? reason : "");
  if (!msk_statement_run (statement, error))
    return FALSE;

  return reason == NULL
             ? msk_ledger_append (transaction, act, subject, error, "incoming", incoming, NULL)
             : msk_ledger_append (transaction, act, subject, error, "reason", reason, NULL);
}
