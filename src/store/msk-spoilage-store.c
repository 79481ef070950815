/* The register of spoiled and surplus sheets (C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-spoilage-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-incident-store.h"
#include "msk-ledger.h"
#include "msk-print-run.h"
#include "msk-sweep-store.h"

#define SELECT_SPOILAGE                                                                            \
  "SELECT s.id, s.serial, s.copy_number, c.paper_id, p.document_number, s.kind, s.sheets,"         \
  " s.reason, s.place, s.registered_at, s.registered_by, w.spoilage_id IS NOT NULL,"               \
  " COALESCE (w.first_seen_at, 0), COALESCE (w.sightings, 0), COALESCE (w.missing_at, 0),"         \
  " COALESCE (w.remark, ''), COALESCE (g.state, 'spoiled'), COALESCE (g.at, 0),"                   \
  " COALESCE ((SELECT o.destruction_id FROM destruction_open_item AS o WHERE o.kind = 'set' AND "  \
  "o.number = s.id), 0), COALESCE (w.by_hand, 0)"                                                  \
  " FROM spoilage AS s JOIN copy AS c ON c.number = s.copy_number"                                 \
  " JOIN paper AS p ON p.id = c.paper_id LEFT JOIN sweep_spoilage AS w ON w.spoilage_id = s.id"    \
  " LEFT JOIN spoilage_gone AS g ON g.spoilage_id = s.id"

gboolean
msk_spoilage_store_add (MskTransaction *transaction,
                        const MskSpoilageEntry *entry,
                        gint64 *id,
                        GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO spoilage (serial, copy_number, kind, sheets, reason, place, registered_at,"
      " registered_by) SELECT :serial, :number, :kind, :sheets, :reason, COALESCE (:place, place),"
      " :now, :user FROM attempt WHERE serial = :serial RETURNING id",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", entry->serial);
  msk_statement_bind_int64 (statement, ":number", entry->number);
  msk_statement_bind_text (statement, ":kind",
                           msk_enum_get_name (MSK_TYPE_SPOILAGE_KIND, (int) entry->kind));
  msk_statement_bind_int64 (statement, ":sheets", entry->sheets);
  msk_statement_bind_text (statement, ":reason", entry->reason);
  if (entry->place != NULL)
    msk_statement_bind_text (statement, ":place", entry->place);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  g_return_val_if_fail (row, FALSE);
  if (id != NULL)
    *id = msk_statement_get_int64 (statement, 0);
  return TRUE;
}

gboolean
msk_spoilage_store_count_whole (MskDatabase *database, gint64 serial, guint *sheets, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT p.pages, COALESCE (r.two_sided, 0) FROM attempt AS t JOIN copy AS c ON c.number = "
      "t.copy_number JOIN paper AS p ON p.id = c.paper_id LEFT JOIN print_run AS r ON r.id = "
      "t.run_id WHERE t.serial = :serial",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", serial);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *sheets = row ? msk_print_run_count_sheets ((guint) msk_statement_get_int64 (statement, 0),
                                              msk_statement_get_int64 (statement, 1) != 0)
                : 0;
  return TRUE;
}

static MskSpoilage *
read_spoilage (MskStatement *statement, GError **error)
{
  g_autoptr(MskSpoilage) spoilage = msk_spoilage_new ();
  int kind, state;

  if (!msk_statement_get_enum (statement, 5, MSK_TYPE_SPOILAGE_KIND, &kind, error) ||
      !msk_statement_get_enum (statement, 16, MSK_TYPE_COPY_STATE, &state, error))
    return NULL;

  spoilage->id = msk_statement_get_int64 (statement, 0);
  spoilage->serial = msk_statement_get_int64 (statement, 1);
  spoilage->number = (guint) msk_statement_get_int64 (statement, 2);
  spoilage->paper_id = msk_statement_get_int64 (statement, 3);
  spoilage->document_number = msk_statement_dup_text (statement, 4);
  spoilage->kind = (MskSpoilageKind) kind;
  spoilage->sheets = (guint) msk_statement_get_int64 (statement, 6);
  spoilage->reason = msk_statement_dup_text (statement, 7);
  spoilage->place = msk_statement_dup_text (statement, 8);
  spoilage->registered_at = msk_statement_get_int64 (statement, 9);
  spoilage->registered_by = msk_statement_dup_text (statement, 10);
  spoilage->expected = msk_statement_get_int64 (statement, 11) != 0;
  spoilage->first_seen_at = msk_statement_get_int64 (statement, 12);
  spoilage->sightings = (guint) msk_statement_get_int64 (statement, 13);
  spoilage->missing_at = msk_statement_get_int64 (statement, 14);
  spoilage->remark = msk_statement_dup_text (statement, 15);
  spoilage->state = (MskCopyState) state;
  spoilage->gone_at = msk_statement_get_int64 (statement, 17);
  spoilage->destruction_id = msk_statement_get_int64 (statement, 18);
  spoilage->by_hand = msk_statement_get_int64 (statement, 19) != 0;
  return g_steal_pointer (&spoilage);
}

GPtrArray *
msk_spoilage_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_SPOILAGE " ORDER BY s.id", error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_spoilage, error);
}

MskSpoilage *
msk_spoilage_store_get (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_SPOILAGE " WHERE s.id = :id", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_spoilage,
                                 _ ("The register of spoiled sheets has no set with this number: "
                                    "look at “msk copy spoiled”."),
                                 error);
}

gboolean
msk_spoilage_store_count (MskDatabase *database, guint *number, GError **error)
{
  return msk_database_read_uint (database,
                                 "SELECT COUNT (*) FROM spoilage WHERE id NOT IN (SELECT "
                                 "spoilage_id FROM spoilage_gone)",
                                 number, error);
}

gboolean
msk_spoilage_store_is_whole (MskDatabase *database, gboolean *whole, GError **error)
{
  guint lost;

  if (!msk_database_read_uint (
          database,
          "SELECT (SELECT COUNT (*) FROM attempt AS t WHERE t.state = 'spoiled' AND NOT EXISTS"
          " (SELECT 1 FROM spoilage AS s WHERE s.serial = t.serial AND s.kind = 'spoiled'))"
          " + (SELECT COUNT (*) FROM copy AS c WHERE c.state = 'spoiled' AND NOT EXISTS"
          " (SELECT 1 FROM spoilage AS s WHERE s.serial = c.serial AND s.kind <> 'surplus'))",
          &lost, error))
    return FALSE;

  *whole = lost == 0;
  return TRUE;
}

gboolean
msk_spoilage_store_freeze (MskTransaction *transaction, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO sweep_spoilage (spoilage_id, first_seen_at,"
                                       " sightings, missing_at, by_hand, remark)"
                                       " SELECT s.id, 0, 0, 0, 0, '' FROM spoilage AS s WHERE NOT "
                                       "(" MSK_SPOILAGE_STORE_IS_STOOD_FOR
                                       ") AND s.id NOT IN (SELECT spoilage_id "
                                       "FROM spoilage_gone)",
                                       error);

  return statement != NULL && msk_statement_run (statement, error);
}

gboolean
msk_spoilage_store_go (MskTransaction *transaction, gint64 id, MskCopyState state, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO spoilage_gone (spoilage_id, state, at) VALUES "
                                       "(:id, :state, :now)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_text (statement, ":state",
                           msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) state));
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error);
}

/* Of several sets with one tag, that which the tag speaks for. */
gboolean
msk_spoilage_store_find (MskDatabase *database, gint64 serial, gint64 *id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT id FROM spoilage WHERE serial = :serial AND kind "
                                       "<> 'surplus'",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", serial);
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_spoilage_store_has (MskDatabase *database, gint64 serial, gboolean *has, GError **error)
{
  gint64 id;

  if (!msk_spoilage_store_find (database, serial, &id, error))
    return FALSE;

  *has = id != 0;
  return TRUE;
}

gboolean
msk_spoilage_store_find_expected (MskDatabase *database, gint64 serial, gint64 *id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT w.spoilage_id FROM sweep_spoilage AS w JOIN "
                                       "spoilage AS s ON s.id = w.spoilage_id"
                                       " WHERE s.serial = :serial AND s.kind <> 'surplus'",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", serial);
  return msk_statement_read_int64 (statement, id, error);
}

static gboolean
refuse_unexpected (GError **error)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                       _ ("The sweep does not expect this set by itself: scan its copy, or look at "
                          "the register of spoiled sheets."));
  return FALSE;
}

gboolean
msk_spoilage_store_see (MskTransaction *transaction,
                        gint64 id,
                        MskMeasureArea zone,
                        gboolean by_hand,
                        guint *sightings,
                        GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE sweep_spoilage SET sightings = sightings + 1,"
                                       " missing_at = 0, by_hand = :by_hand,"
                                       " first_seen_at = CASE WHEN first_seen_at = 0 THEN :now "
                                       "ELSE first_seen_at END"
                                       " WHERE spoilage_id = :id RETURNING sightings",
                                       error);
  g_autofree char *subject = g_strdup_printf ("spoiled set %" G_GINT64_FORMAT, id);
  g_autofree char *text = NULL;
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_int64 (statement, ":by_hand", by_hand);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return refuse_unexpected (error);

  *sightings = (guint) msk_statement_get_int64 (statement, 0);
  text = g_strdup_printf ("%u", *sightings);
  return msk_sweep_store_note_set (transaction, id, zone, *sightings == 1, error) &&
         msk_sweep_store_bump (transaction, error) &&
         msk_incident_store_recover (transaction, subject, _ ("Seen in the sweep."), error) &&
         msk_ledger_append (transaction, MSK_ACT_SWEEP_SPOILED, subject, error, "sightings", text,
                            "by", by_hand ? "hand" : "code", "zone",
                            msk_enum_get_name (MSK_TYPE_MEASURE_AREA, (int) zone), NULL);
}

gboolean
msk_spoilage_store_miss (MskTransaction *transaction, gint64 id, const char *remark, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE sweep_spoilage SET missing_at = :now, remark = "
                                       ":remark WHERE spoilage_id = :id AND first_seen_at = 0",
                                       error);
  g_autofree char *subject = g_strdup_printf ("spoiled set %" G_GINT64_FORMAT, id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":remark", remark);
  if (!msk_statement_run (statement, error))
    return FALSE;
  if (msk_database_get_changes (transaction->database) != 1)
    return refuse_unexpected (error);

  return msk_sweep_store_bump (transaction, error) &&
         msk_ledger_append (transaction, MSK_ACT_SWEEP_MISSING, subject, error, "remark", remark,
                            NULL);
}
