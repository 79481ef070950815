/* The balance of a paper, counted from its copies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-enum-types.h"
#include "msk-paper-store.h"
#include "msk-return-store.h"

static gboolean
is_good (MskCopyState state)
{
  return state != MSK_COPY_PRINTING && state != MSK_COPY_SPOILED && state != MSK_COPY_VOID;
}

/* Rows of a state, whether it is about copies of copies, and how many there are. */
static gboolean
read_counts (MskStatement *statement, MskBalance *balance, GError **error)
{
  gboolean row;
  int state;

  while (msk_statement_step (statement, &row, error))
    {
      guint copies;

      if (!row)
        return TRUE;
      if (!msk_statement_get_enum (statement, 0, MSK_TYPE_COPY_STATE, &state, error))
        return FALSE;
      copies = (guint) msk_statement_get_int64 (statement, 2);
      balance->counts[state] += copies;
      if (is_good ((MskCopyState) state))
        balance->good += copies;
      if (msk_statement_get_int64 (statement, 1) == 0)
        continue;
      if (is_good ((MskCopyState) state))
        balance->reproductions_good += copies;
      if (is_good ((MskCopyState) state) || state == MSK_COPY_PRINTING)
        balance->reproductions_live += copies;
    }

  return FALSE;
}

static gboolean
count_spoiled_sets (MskDatabase *database, gint64 id, guint *sets, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT COUNT (*) FROM spoilage AS s JOIN copy AS c ON "
                                       "c.number = s.copy_number WHERE c.paper_id = :paper AND "
                                       "s.id NOT IN (SELECT spoilage_id FROM spoilage_gone)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":paper", id);
  return msk_statement_read_uint (statement, sets, error);
}

/* What came out wrong was never a good print, whatever became of its sheets since (C3). */
static gboolean
take_off_spoiled (MskDatabase *database, gint64 id, MskBalance *balance, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT c.number > 999999, COUNT (*) FROM copy AS c JOIN "
                                       "attempt AS t ON t.serial = c.serial"
                                       " WHERE c.paper_id = :paper AND c.state IN ('destroyed', "
                                       "'missing', 'with-originator') AND t.state IN ('spoiled', "
                                       "'void') GROUP BY c.number > 999999",
                                       error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":paper", id);
  while (msk_statement_step (statement, &row, error))
    {
      const guint copies = row ? (guint) msk_statement_get_int64 (statement, 1) : 0;

      if (!row)
        return TRUE;
      balance->good -= copies;
      if (msk_statement_get_int64 (statement, 0) == 0)
        continue;
      balance->reproductions_good -= copies;
      balance->reproductions_live -= copies;
    }

  return FALSE;
}

static gboolean
fill_balance (MskDatabase *database,
              MskStatement *counts,
              gint64 id,
              MskBalance *balance,
              GError **error)
{
  g_autoptr(MskPaper) paper = msk_paper_store_get (database, id, error);

  *balance = (MskBalance){ 0 };
  if (paper == NULL || counts == NULL)
    return FALSE;

  msk_statement_bind_int64 (counts, ":paper", id);
  if (!read_counts (counts, balance, error) || !take_off_spoiled (database, id, balance, error) ||
      !count_spoiled_sets (database, id, &balance->spoiled_sets, error) ||
      !msk_return_store_count_parts (database, id, balance, error))
    return FALSE;

  balance->broken = balance->counts[MSK_COPY_SPOILED] > balance->spoiled_sets;
  balance->approved = paper->approved + paper->reproductions_approved;
  balance->reproductions_approved = paper->reproductions_approved;
  balance->allocated = paper->allocated + paper->reproductions_allocated;
  return TRUE;
}

gboolean
msk_paper_store_get_balance (MskDatabase *database, gint64 id, MskBalance *balance, GError **error)
{
  g_autoptr(MskStatement) counts =
          msk_database_prepare (database,
                                "SELECT state, of_copy, copies FROM copy_count WHERE paper_id = "
                                ":paper",
                                error);

  return fill_balance (database, counts, id, balance, error);
}

gboolean
msk_paper_store_recount (MskDatabase *database, gint64 id, MskBalance *balance, GError **error)
{
  g_autoptr(MskStatement) counts =
                 msk_database_prepare (database,
                                       "SELECT state, CASE WHEN parent_number IS NULL THEN 0 ELSE "
                                       "1 END AS of_copy, COUNT (*)"
                                       " FROM copy WHERE paper_id = :paper GROUP BY state, of_copy",
                                       error);

  return fill_balance (database, counts, id, balance, error);
}
