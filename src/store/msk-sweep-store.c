/* The closing sweep: its frozen set, sightings and signatures.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-store.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-store.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"
#include "msk-spoilage-store.h"

/* The newest movement of a thing before the sweep dealt with it. */
#define LAST_MOVEMENT(table, number)                                                               \
  "(SELECT id FROM " table " WHERE " number " = s.number AND act NOT LIKE 'sweep-%' AND "          \
  "(to_state NOT IN ('destroyed', 'with-originator') OR to_state = s.expected)"                    \
  " ORDER BY id DESC LIMIT 1)"

/* What was missing when the sweep was closed, and turned up later (1). */
#define IS_LATE                                                                                    \
  "(EXISTS (SELECT 1 FROM movement WHERE s.kind = 'copy' AND copy_number = s.number AND act = "    \
  "'sweep-found-late') OR EXISTS (SELECT 1 FROM carrier_movement WHERE s.kind = 'carrier' AND "    \
  "carrier_number = s.number AND act = 'sweep-found-late'))"

/* A void or spoiled copy shows why, so that the report does. What was destroyed, or went back to
 * its originator, or turned up, after the sweep stands as it did when the sweep was closed. Copies
 * come first. */
#define SELECT_LINE                                                                                \
  "SELECT s.kind, s.number, COALESCE (c.paper_id, 0), COALESCE (p.document_number, ''),"           \
  " COALESCE (r.kind, 'other'), COALESCE (r.description, ''),"                                     \
  " s.expected, CASE WHEN " IS_LATE                                                                \
  " THEN 'missing' WHEN COALESCE (c.state, r.state) NOT IN ('destroyed', 'with-originator') OR "   \
  "s.expected = COALESCE (c.state, r.state) THEN COALESCE (c.state, r.state)"                      \
  " WHEN s.kind = 'copy' THEN (SELECT m.from_state FROM movement AS m WHERE m.copy_number = "      \
  "s.number AND m.to_state = c.state)"                                                             \
  " ELSE (SELECT m.from_state FROM carrier_movement AS m WHERE m.carrier_number = s.number AND "   \
  "m.to_state = r.state) END,"                                                                     \
  " COALESCE (a.name, ''), COALESCE (a.unit, ''), s.issued_at, s.first_seen_at, s.sightings,"      \
  " CASE WHEN s.remark = '' AND c.state IN ('void', 'spoiled') THEN t.reason ELSE s.remark END,"   \
  " COALESCE (p.pages, 0), CASE WHEN s.kind = 'copy' AND " IS_LATE " THEN COALESCE ((SELECT CASE " \
  "n.outcome WHEN 'part' THEN n.here + n.pages ELSE 0 END FROM return_count AS n WHERE "           \
  "n.copy_number = s.number ORDER BY n.id DESC LIMIT 1), 0) ELSE COALESCE (c.pages_back, 0) END,"  \
  " COALESCE (g.zone, ''),"                                                                        \
  " COALESCE (e.seat, ''), COALESCE (v.act, w.act, ''), COALESCE (v.at, w.at, 0)"                  \
  " FROM sweep_item AS s"                                                                          \
  " LEFT JOIN copy AS c ON s.kind = 'copy' AND c.number = s.number"                                \
  " LEFT JOIN paper AS p ON p.id = c.paper_id LEFT JOIN attempt AS t ON t.serial = c.serial"       \
  " LEFT JOIN carrier AS r ON s.kind = 'carrier' AND r.number = s.number"                          \
  " LEFT JOIN attendee AS a ON a.id = s.holder_id"                                                 \
  " LEFT JOIN seat AS e ON e.attendee_id = s.holder_id"                                            \
  " LEFT JOIN movement AS v ON s.kind = 'copy' AND v.id = " LAST_MOVEMENT (                        \
      "movement",                                                                                  \
      "copy_number") " LEFT JOIN carrier_movement AS w ON s.kind = 'carrier' AND "                 \
                     "w.id = " LAST_MOVEMENT ("carrier_movement",                                  \
                                              "carrier_number") " LEFT JOIN sweep_sighting AS g "  \
                                                                "ON g.kind = s.kind AND g.number " \
                                                                "= s.number AND g.is_first = 1"

static const char *
get_kind_name (MskSweepKind kind)
{
  return kind == MSK_SWEEP_CARRIER ? "carrier" : "copy";
}

static char *
dup_subject (MskSweepKind kind, guint number)
{
  return kind == MSK_SWEEP_CARRIER ? g_strdup_printf ("carrier %04u", number)
                                   : msk_copy_number_dup_subject (number);
}

static gboolean
run (MskTransaction *transaction, const char *sql, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (transaction->database, sql, error);

  return statement != NULL && msk_statement_run (statement, error);
}

gboolean
msk_sweep_store_bump (MskTransaction *transaction, GError **error)
{
  return run (transaction, "UPDATE sweep SET revision = revision + 1", error);
}

gboolean
msk_sweep_store_load (MskDatabase *database, MskSweepFacts *facts, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT started_at, revision, closed_at FROM sweep", error);
  gboolean row;

  *facts = (MskSweepFacts){ 0 };
  if (statement == NULL || !msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  facts->started_at = msk_statement_get_int64 (statement, 0);
  facts->revision = msk_statement_get_int64 (statement, 1);
  facts->closed_at = msk_statement_get_int64 (statement, 2);
  return TRUE;
}

static gboolean
insert_sweep (MskTransaction *transaction, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO sweep (id, started_at, started_by, revision, "
                                       "closed_at) VALUES (1, :now, :user, 0, 0)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error);
}

/* The set as it was frozen; triggers keep it from here on. */
static gboolean
tally (MskTransaction *transaction, GError **error)
{
  return run (transaction,
              "INSERT INTO sweep_tally (paper_id, expected, state, seen, in_part, items)"
              " SELECT paper_id, state, state, 0, pages_back > 0, COUNT (*) FROM copy"
              " GROUP BY paper_id, state, pages_back > 0",
              error) &&
         run (transaction,
              "INSERT INTO sweep_tally (paper_id, expected, state, seen, in_part, items)"
              " SELECT 0, state, state, 0, 0, COUNT (*) FROM carrier GROUP BY state",
              error);
}

gboolean
msk_sweep_store_start (MskTransaction *transaction, GError **error)
{
  g_autofree char *copies = NULL;
  g_autofree char *carriers = NULL;

  if (!insert_sweep (transaction, error) ||
      !run (transaction,
            "INSERT INTO sweep_item (kind, number, expected, holder_id, issued_at, first_seen_at, "
            "sightings, remark)"
            " SELECT 'copy', number, state, holder_id, issued_at, 0, 0, '' FROM copy",
            error))
    return FALSE;

  copies = g_strdup_printf ("%d", msk_database_get_changes (transaction->database));
  if (!run (transaction,
            "INSERT INTO sweep_item (kind, number, expected, holder_id, issued_at, first_seen_at, "
            "sightings, remark)"
            " SELECT 'carrier', number, state, holder_id, issued_at, 0, 0, '' FROM carrier",
            error))
    return FALSE;

  carriers = g_strdup_printf ("%d", msk_database_get_changes (transaction->database));
  return tally (transaction, error) && msk_spoilage_store_freeze (transaction, error) &&
         msk_ledger_append (transaction, MSK_ACT_SWEEP_START, "sweep", error, "copies", copies,
                            "carriers", carriers, NULL);
}

static gboolean
add_sighting (MskTransaction *transaction,
              const char *kind,
              gint64 number,
              guint page,
              MskMeasureArea zone,
              gboolean is_first,
              GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO sweep_sighting (at, user, zone, kind, number, "
                                       "is_first, page) VALUES (:now, :user, :zone, :kind, "
                                       ":number, :first, :page)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":zone",
                           msk_enum_get_name (MSK_TYPE_MEASURE_AREA, (int) zone));
  msk_statement_bind_text (statement, ":kind", kind);
  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":first", is_first);
  msk_statement_bind_int64 (statement, ":page", page);
  return msk_statement_run (statement, error);
}

gboolean
msk_sweep_store_note_set (MskTransaction *transaction,
                          gint64 id,
                          MskMeasureArea zone,
                          gboolean is_first,
                          GError **error)
{
  return add_sighting (transaction, "set", id, 0, zone, is_first, error);
}

static gboolean
count_sighting (MskTransaction *transaction,
                MskSweepKind kind,
                guint number,
                MskSighting *sighting,
                GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE sweep_item SET sightings = sightings + 1,"
                                       " first_seen_at = CASE WHEN first_seen_at = 0 THEN :now "
                                       "ELSE first_seen_at END"
                                       " WHERE kind = :kind AND number = :number RETURNING "
                                       "sightings, first_seen_at",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":kind", get_kind_name (kind));
  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  sighting->count = row ? (guint) msk_statement_get_int64 (statement, 0) : 0;
  sighting->first_at = row ? msk_statement_get_int64 (statement, 1) : 0;
  return TRUE;
}

static gboolean
read_first_zone (MskDatabase *database,
                 MskSweepKind kind,
                 guint number,
                 MskMeasureArea *zone,
                 GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT zone FROM sweep_sighting WHERE kind = :kind AND "
                                       "number = :number AND is_first = 1",
                                       error);
  gboolean row;
  int value;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":kind", get_kind_name (kind));
  msk_statement_bind_int64 (statement, ":number", number);
  if (!msk_statement_step (statement, &row, error) ||
      !msk_statement_get_enum (statement, 0, MSK_TYPE_MEASURE_AREA, &value, error))
    return FALSE;

  *zone = (MskMeasureArea) value;
  return TRUE;
}

/* One sheet is in one zone. Of a number that was typed nobody knows the sheet. */
static gboolean
find_elsewhere (MskDatabase *database,
                MskSweepKind kind,
                guint number,
                guint page,
                MskMeasureArea zone,
                MskSighting *sighting,
                GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT zone FROM sweep_sighting WHERE kind = :kind AND "
                                       "number = :number AND page = :page ORDER BY id LIMIT 1",
                                       error);
  gboolean row;
  int value;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":kind", get_kind_name (kind));
  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":page", page);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row || (kind == MSK_SWEEP_COPY && page == 0))
    return TRUE;
  if (!msk_statement_get_enum (statement, 0, MSK_TYPE_MEASURE_AREA, &value, error))
    return FALSE;

  sighting->page_zone = (MskMeasureArea) value;
  sighting->is_elsewhere = sighting->page_zone != zone;
  return TRUE;
}

gboolean
msk_sweep_store_see (MskTransaction *transaction,
                     MskSweepKind kind,
                     guint number,
                     guint page,
                     MskMeasureArea zone,
                     MskSighting *sighting,
                     GError **error)
{
  g_autofree char *subject = dup_subject (kind, number);
  g_autofree char *count = NULL;

  *sighting = (MskSighting){ 0 };
  if (!count_sighting (transaction, kind, number, sighting, error))
    return FALSE;
  if (sighting->count == 0)
    return TRUE;

  sighting->first_zone = zone;
  count = g_strdup_printf ("%u", sighting->count);
  return find_elsewhere (transaction->database, kind, number, page, zone, sighting, error) &&
         add_sighting (transaction, get_kind_name (kind), number, page, zone, sighting->count == 1,
                       error) &&
         (sighting->count == 1 ||
          read_first_zone (transaction->database, kind, number, &sighting->first_zone, error)) &&
         msk_sweep_store_bump (transaction, error) &&
         msk_ledger_append (transaction, MSK_ACT_SWEEP_SCAN, subject, error, "sightings", count,
                            "zone", msk_enum_get_name (MSK_TYPE_MEASURE_AREA, (int) zone), NULL);
}

static MskSweepZone *
read_zone (MskStatement *statement, GError **error)
{
  g_autoptr(MskSweepZone) zone = NULL;
  int area;

  if (!msk_statement_get_enum (statement, 0, MSK_TYPE_MEASURE_AREA, &area, error))
    return NULL;

  zone = msk_sweep_zone_new ((MskMeasureArea) area);
  zone->seen = (guint) msk_statement_get_int64 (statement, 1);
  zone->again = (guint) msk_statement_get_int64 (statement, 2);
  zone->strange = (guint) msk_statement_get_int64 (statement, 3);
  zone->left = (guint) msk_statement_get_int64 (statement, 4);
  zone->newest_at = msk_statement_get_int64 (statement, 5);
  return g_steal_pointer (&zone);
}

GPtrArray *
msk_sweep_store_list_zones (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT zone, SUM (seen), SUM (again), SUM (strange), SUM (left_behind), MAX (at) FROM ("
      "SELECT zone, newest_at AS at, seen, again, 0 AS strange, 0 AS left_behind"
      " FROM sweep_zone_tally"
      " UNION ALL SELECT zone, at, 0, 0, 1, 0 FROM sweep_strange"
      " UNION ALL SELECT zone, at, 0, 0, 0, 1 FROM left_item) GROUP BY zone",
      error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_zone, error);
}

gboolean
msk_sweep_store_add_strange (MskTransaction *transaction,
                             MskMeasureArea zone,
                             const char *verdict,
                             gint64 serial,
                             MskSweepKind kind,
                             guint number,
                             GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO sweep_strange (at, user, zone, verdict, "
                                       "serial, copy_number, carrier_number) VALUES (:now, :user, "
                                       ":zone, :verdict, :serial, :copy, :carrier)",
                                       error);
  g_autofree char *serial_text = g_strdup_printf ("%" G_GINT64_FORMAT, serial);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":zone",
                           msk_enum_get_name (MSK_TYPE_MEASURE_AREA, (int) zone));
  msk_statement_bind_text (statement, ":verdict", verdict);
  msk_statement_bind_int64 (statement, ":serial", serial);
  if (number != 0)
    msk_statement_bind_int64 (statement, kind == MSK_SWEEP_CARRIER ? ":carrier" : ":copy", number);
  return msk_statement_run (statement, error) && msk_sweep_store_bump (transaction, error) &&
         msk_ledger_append (transaction, MSK_ACT_SWEEP_SCAN, "strange code", error, "verdict",
                            verdict, "serial", serial_text, "zone",
                            msk_enum_get_name (MSK_TYPE_MEASURE_AREA, (int) zone), NULL);
}

gboolean
msk_sweep_store_count_strange (MskDatabase *database, guint *count, GError **error)
{
  return msk_database_read_uint (database, "SELECT COUNT (*) FROM sweep_strange", count, error);
}

gboolean
msk_sweep_store_set_remark (MskTransaction *transaction,
                            MskSweepKind kind,
                            guint number,
                            const char *remark,
                            GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE sweep_item SET remark = :remark WHERE kind = :kind "
                                       "AND number = :number",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":kind", get_kind_name (kind));
  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_text (statement, ":remark", remark);
  return msk_statement_run (statement, error) && msk_sweep_store_bump (transaction, error);
}

static MskSweepLine *
read_line (MskStatement *statement, GError **error)
{
  g_autoptr(MskSweepLine) line = msk_sweep_line_new ();
  int carrier_kind, expected, state, zone = 0;

  if (!msk_statement_get_enum (statement, 4, MSK_TYPE_CARRIER_KIND, &carrier_kind, error) ||
      !msk_statement_get_enum (statement, 6, MSK_TYPE_COPY_STATE, &expected, error) ||
      !msk_statement_get_enum (statement, 7, MSK_TYPE_COPY_STATE, &state, error) ||
      (msk_statement_get_int64 (statement, 12) > 0 &&
       !msk_statement_get_enum (statement, 16, MSK_TYPE_MEASURE_AREA, &zone, error)))
    return NULL;

  line->kind = g_str_equal (msk_statement_get_text (statement, 0), "carrier") ? MSK_SWEEP_CARRIER
                                                                              : MSK_SWEEP_COPY;
  line->number = (guint) msk_statement_get_int64 (statement, 1);
  line->paper_id = msk_statement_get_int64 (statement, 2);
  line->document_number = msk_statement_dup_text (statement, 3);
  line->carrier_kind = (MskCarrierKind) carrier_kind;
  line->description = msk_statement_dup_text (statement, 5);
  line->expected = (MskCopyState) expected;
  line->state = (MskCopyState) state;
  line->holder = msk_statement_dup_text (statement, 8);
  line->holder_unit = msk_statement_dup_text (statement, 9);
  line->issued_at = msk_statement_get_int64 (statement, 10);
  line->first_seen_at = msk_statement_get_int64 (statement, 11);
  line->sightings = (guint) msk_statement_get_int64 (statement, 12);
  line->remark = msk_statement_dup_text (statement, 13);
  line->pages = (guint) msk_statement_get_int64 (statement, 14);
  line->pages_back = (guint) msk_statement_get_int64 (statement, 15);
  line->zone = (MskMeasureArea) zone;
  line->seat = msk_statement_dup_text (statement, 17);
  line->last_act = msk_statement_dup_text (statement, 18);
  line->last_at = msk_statement_get_int64 (statement, 19);
  line->sweep_class = msk_sweep_classify (msk_sweep_get_found_state (line->expected, line->state),
                                          line->sightings > 0, line->pages_back > 0);
  return g_steal_pointer (&line);
}

GPtrArray *
msk_sweep_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                SELECT_LINE
                                " ORDER BY s.kind = 'carrier', " MSK_COPY_STORE_ORDER ("s.number"),
                                error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_line, error);
}

GPtrArray *
msk_sweep_store_list_changed (MskDatabase *database, gint64 since, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_LINE " WHERE s.changed > :since AND s.changed > 0",
                                       error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":since", since);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_line, error);
}

/* Adds a row to the newest tally, or begins the next. */
static gboolean
add_row (GPtrArray *tallies, MskStatement *statement, GError **error)
{
  const gint64 paper_id = msk_statement_get_int64 (statement, 0);
  MskSweepTally *tally = tallies->len == 0 ? NULL : g_ptr_array_index (tallies, tallies->len - 1);
  int expected, state;

  if (!msk_statement_get_enum (statement, 2, MSK_TYPE_COPY_STATE, &expected, error) ||
      !msk_statement_get_enum (statement, 3, MSK_TYPE_COPY_STATE, &state, error))
    return FALSE;

  if (tally == NULL || tally->paper_id != paper_id)
    {
      g_autofree char *document_number = msk_statement_dup_text (statement, 1);

      tally = msk_sweep_tally_new (paper_id, document_number);
      g_ptr_array_add (tallies, tally);
    }
  msk_sweep_tally_add (tally, (MskCopyState) expected, (MskCopyState) state,
                       msk_statement_get_int64 (statement, 4) != 0,
                       msk_statement_get_int64 (statement, 5) != 0,
                       (guint) msk_statement_get_int64 (statement, 6));
  return TRUE;
}

GPtrArray *
msk_sweep_store_list_tallies (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT t.paper_id, COALESCE (p.document_number, ''), "
                                       "t.expected, t.state, t.seen, t.in_part, t.items"
                                       " FROM sweep_tally AS t LEFT JOIN paper AS p ON p.id = "
                                       "t.paper_id WHERE t.items > 0"
                                       " ORDER BY t.paper_id = 0, t.paper_id",
                                       error);
  g_autoptr(GPtrArray) tallies = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&tallies);
      if (!add_row (tallies, statement, error))
        return NULL;
    }

  return NULL;
}

MskSweepLine *
msk_sweep_store_get (MskDatabase *database, MskSweepKind kind, guint number, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_LINE " WHERE s.kind = :kind AND s.number = :number",
                                       error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_text (statement, ":kind", get_kind_name (kind));
  msk_statement_bind_int64 (statement, ":number", number);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_line,
                                 _ ("This number is not in the set that the sweep expects: look at "
                                    "the list of the sweep."),
                                 error);
}

gboolean
msk_sweep_store_sign (MskTransaction *transaction, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO sweep_signature (user, role, at, revision) "
                                       "SELECT :user, :role, :now, revision FROM sweep",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":role",
                           msk_enum_get_name (MSK_TYPE_ROLE, (int) transaction->actor.role));
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_SWEEP_SIGN, "sweep", error, NULL);
}

gboolean
msk_sweep_store_foreach_signature (MskDatabase *database,
                                   MskSignatureFunc func,
                                   gpointer user_data,
                                   GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT g.user, g.role, g.at FROM sweep_signature AS g JOIN "
                                       "sweep AS s ON s.revision = g.revision ORDER BY g.id",
                                       error);
  gboolean row;
  int role;

  if (statement == NULL)
    return FALSE;

  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (!msk_statement_get_enum (statement, 1, MSK_TYPE_ROLE, &role, error))
        return FALSE;
      func (msk_statement_get_text (statement, 0), (MskRole) role,
            msk_statement_get_int64 (statement, 2), user_data);
    }

  return FALSE;
}

gboolean
msk_sweep_store_close (MskTransaction *transaction, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database, "UPDATE sweep SET closed_at = :now",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_SWEEP_CLOSE, "sweep", error, NULL);
}

gboolean
msk_sweep_store_count_states (MskDatabase *database, guint *counts, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT state FROM copy UNION ALL SELECT state FROM carrier"
                                       " UNION ALL SELECT COALESCE (g.state, CASE WHEN "
                                       "COALESCE (w.missing_at, 0) <> 0 THEN 'missing' ELSE "
                                       "'spoiled' END) FROM spoilage AS s LEFT JOIN spoilage_gone "
                                       "AS g ON g.spoilage_id = s.id LEFT JOIN sweep_spoilage AS w "
                                       "ON w.spoilage_id = s.id WHERE NOT "
                                       "(" MSK_SPOILAGE_STORE_IS_STOOD_FOR ")",
                                       error);
  guint found[MSK_COPY_N_STATES] = { 0 };
  gboolean row;
  int state;

  while (statement != NULL && msk_statement_step (statement, &row, error))
    {
      if (!row)
        {
          memcpy (counts, found, sizeof found);
          return TRUE;
        }
      if (!msk_statement_get_enum (statement, 0, MSK_TYPE_COPY_STATE, &state, error))
        return FALSE;
      found[state]++;
    }

  return FALSE;
}
