/* The blind counts of what lies there after the sweep.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-count-store.h"

#include "msk-ledger.h"
#include "msk-sweep-store.h"

/* In somebody's hands at the venue, whole or in part. */
#define LIES_THERE(table) "(" table " IN ('in-store', 'returned', 'spoiled'))"

static MskSweepCount *
read_count (MskStatement *statement, GError **error)
{
  MskSweepCount *count = msk_sweep_count_new ();

  count->id = msk_statement_get_int64 (statement, 0);
  count->at = msk_statement_get_int64 (statement, 1);
  count->user = msk_statement_dup_text (statement, 2);
  return count;
}

static gboolean
read_figures (MskDatabase *database, MskSweepCount *count, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT paper_id, counted, expected FROM sweep_count_figure "
                                       "WHERE count_id = :id ORDER BY paper_id < 1, "
                                       "ABS (paper_id)",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", count->id);
  while (msk_statement_step (statement, &row, error))
    {
      MskSweepFigure figure;

      if (!row)
        return TRUE;
      figure.paper_id = msk_statement_get_int64 (statement, 0);
      figure.counted = (guint) msk_statement_get_int64 (statement, 1);
      figure.expected = (guint) msk_statement_get_int64 (statement, 2);
      g_array_append_val (count->figures, figure);
    }

  return FALSE;
}

GPtrArray *
msk_sweep_count_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, "SELECT id, at, user FROM sweep_count ORDER BY id",
                                       error);
  g_autoptr(GPtrArray) counts =
                 msk_statement_collect (statement, (MskStatementReadFunc) read_count, error);

  for (guint i = 0; counts != NULL && i < counts->len; i++)
    if (!read_figures (database, g_ptr_array_index (counts, i), error))
      return NULL;

  return g_steal_pointer (&counts);
}

GArray *
msk_sweep_count_store_expect (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT paper, expected FROM ("
      "SELECT -1 AS paper, (SELECT COUNT (*) FROM sweep_spoilage WHERE missing_at = 0) AS expected"
      " UNION ALL SELECT 0, (SELECT COUNT (*) FROM carrier WHERE " LIES_THERE (
          "state") ")"
                   " UNION ALL SELECT k.paper_id, SUM (k.copies * (" LIES_THERE (
                       "k.state") ")) + (SELECT COUNT (*) FROM copy AS c WHERE c.paper_id = "
                                  "k.paper_id AND c.pages_back > 0)"
                                  " FROM copy_count AS k GROUP BY k.paper_id)"
                                  " ORDER BY paper < 1, ABS (paper)",
      error);
  g_autoptr(GArray) figures = g_array_new (FALSE, TRUE, sizeof (MskSweepFigure));
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (msk_statement_step (statement, &row, error))
    {
      MskSweepFigure figure = { 0 };

      if (!row)
        return g_steal_pointer (&figures);
      figure.paper_id = msk_statement_get_int64 (statement, 0);
      figure.expected = (guint) msk_statement_get_int64 (statement, 1);
      g_array_append_val (figures, figure);
    }

  return NULL;
}

static gboolean
insert_count (MskTransaction *transaction, gint64 *id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO sweep_count (at, user) VALUES (:now, :user) "
                                       "RETURNING id",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_read_int64 (statement, id, error);
}

static gboolean
insert_figure (MskTransaction *transaction, gint64 id, const MskSweepFigure *figure, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO sweep_count_figure (count_id, paper_id, "
                                       "counted, expected) VALUES (:id, :paper, :counted, "
                                       ":expected)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_int64 (statement, ":paper", figure->paper_id);
  msk_statement_bind_int64 (statement, ":counted", figure->counted);
  msk_statement_bind_int64 (statement, ":expected", figure->expected);
  return msk_statement_run (statement, error);
}

gboolean
msk_sweep_count_store_add (MskTransaction *transaction, const GArray *figures, GError **error)
{
  g_autofree char *number = NULL;
  gint64 id;

  if (!insert_count (transaction, &id, error))
    return FALSE;

  for (guint i = 0; i < figures->len; i++)
    if (!insert_figure (transaction, id, &g_array_index (figures, MskSweepFigure, i), error))
      return FALSE;

  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  return msk_sweep_store_bump (transaction, error) &&
         msk_ledger_append (transaction, MSK_ACT_SWEEP_COUNT, "sweep", error, "count", number,
                            NULL);
}
