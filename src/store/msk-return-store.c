/* Pages counted when a copy is brought back, what came back in part, and what should have come
 * along. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-return-store.h"

#include "msk-attendee-entries.h"
#include "msk-copy-store.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

gboolean
msk_return_store_get_last (MskDatabase *database,
                           guint number,
                           guint *pages,
                           guint *again,
                           gint64 *movement_id,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT m.id, COALESCE ((SELECT r.pages FROM return_count "
                                       "AS r WHERE r.copy_number = :number AND r.after_id = m.id "
                                       "ORDER BY r.id DESC LIMIT 1), 0),"
                                       " (SELECT COUNT (*) FROM return_count AS r WHERE "
                                       "r.copy_number = :number AND r.after_id = m.id AND "
                                       "r.outcome = 'again')"
                                       " FROM movement AS m WHERE m.copy_number = :number ORDER BY "
                                       "m.id DESC LIMIT 1",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *movement_id = row ? msk_statement_get_int64 (statement, 0) : 0;
  *pages = row ? (guint) msk_statement_get_int64 (statement, 1) : 0;
  *again = row ? (guint) msk_statement_get_int64 (statement, 2) : 0;
  return TRUE;
}

gboolean
msk_return_store_get_incident (MskDatabase *database,
                               guint number,
                               gint64 *incident_id,
                               GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT r.incident_id FROM return_count AS r JOIN copy AS c "
                                       "ON c.number = r.copy_number WHERE r.copy_number = :number "
                                       "AND c.pages_back > 0 AND r.outcome = 'part' ORDER BY r.id "
                                       "DESC LIMIT 1",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  return msk_statement_read_int64 (statement, incident_id, error);
}

static gboolean
insert_count (MskTransaction *transaction,
              guint number,
              gint64 after_id,
              gint64 movement_id,
              MskReturnCount *count,
              GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO return_count (copy_number, after_id, "
                                       "movement_id, pages, here, due, condition, remark, outcome, "
                                       "incident_id, at, user)"
                                       " VALUES (:number, :after, NULLIF (:movement, 0), :pages, "
                                       ":here, :due, :condition, :remark, :outcome, "
                                       "NULLIF (:incident, 0), :now, :user)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":after", after_id);
  msk_statement_bind_int64 (statement, ":movement", movement_id);
  msk_statement_bind_int64 (statement, ":pages", count->pages);
  msk_statement_bind_int64 (statement, ":here", count->here);
  msk_statement_bind_int64 (statement, ":due", count->due);
  msk_statement_bind_text (statement, ":condition",
                           msk_enum_get_name (MSK_TYPE_CONDITION, (int) count->condition));
  msk_statement_bind_text (statement, ":remark", count->remark);
  msk_statement_bind_text (statement, ":outcome",
                           msk_enum_get_name (MSK_TYPE_COUNT_OUTCOME, (int) count->outcome));
  msk_statement_bind_int64 (statement, ":incident", count->incident_id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error);
}

/* The number that was due stands in no entry: the next count is blind, and the ledger is read by
 * those who might tell. */
gboolean
msk_return_store_add (MskTransaction *transaction,
                      guint number,
                      gint64 after_id,
                      gint64 movement_id,
                      MskReturnCount *count,
                      GError **error)
{
  g_autofree char *subject = msk_copy_number_dup_subject (number);
  g_autofree char *pages = g_strdup_printf ("%u", count->pages);
  g_autofree char *here = g_strdup_printf ("%u", count->here);
  g_autofree char *incident = g_strdup_printf ("%" G_GINT64_FORMAT, count->incident_id);

  return insert_count (transaction, number, after_id, movement_id, count, error) &&
         msk_ledger_append (transaction, MSK_ACT_RETURN_COUNT, subject, error, "pages", pages,
                            "here", here, "condition",
                            msk_enum_get_name (MSK_TYPE_CONDITION, (int) count->condition),
                            "remark", count->remark, "outcome",
                            msk_enum_get_name (MSK_TYPE_COUNT_OUTCOME, (int) count->outcome),
                            "incident", incident, NULL);
}

gboolean
msk_return_store_set_back (MskTransaction *transaction, guint number, guint pages, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE copy SET pages_back = :pages WHERE number = :number",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":pages", pages);
  return msk_statement_run (statement, error);
}

gboolean
msk_return_store_find (MskDatabase *database,
                       gint64 movement_id,
                       MskReturnCount **count,
                       GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                "SELECT pages, here, due, condition, remark, outcome, "
                                "COALESCE (incident_id, 0), (SELECT COUNT (*) FROM "
                                "return_count AS b WHERE b.copy_number = r.copy_number AND "
                                "b.after_id = r.after_id AND b.id < r.id AND b.outcome = 'again')"
                                " FROM return_count AS r WHERE movement_id = :movement",
                                error);
  int condition, outcome;
  gboolean row;

  *count = NULL;
  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":movement", movement_id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  if (!msk_statement_get_enum (statement, 3, MSK_TYPE_CONDITION, &condition, error) ||
      !msk_statement_get_enum (statement, 5, MSK_TYPE_COUNT_OUTCOME, &outcome, error))
    return FALSE;

  *count = msk_return_count_new ();
  (*count)->pages = (guint) msk_statement_get_int64 (statement, 0);
  (*count)->here = (guint) msk_statement_get_int64 (statement, 1);
  (*count)->due = (guint) msk_statement_get_int64 (statement, 2);
  (*count)->condition = (MskCondition) condition;
  (*count)->remark = msk_statement_dup_text (statement, 4);
  (*count)->outcome = (MskCountOutcome) outcome;
  (*count)->incident_id = msk_statement_get_int64 (statement, 6);
  (*count)->again = (guint) msk_statement_get_int64 (statement, 7);
  return TRUE;
}

gboolean
msk_return_store_count_parts (MskDatabase *database,
                              gint64 paper_id,
                              MskBalance *balance,
                              GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT COUNT (*), COALESCE (SUM (p.pages - c.pages_back), "
                                       "0) FROM copy AS c JOIN paper AS p ON p.id = c.paper_id"
                                       " WHERE c.paper_id = :paper AND c.pages_back > 0",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":paper", paper_id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  balance->parts = (guint) msk_statement_get_int64 (statement, 0);
  balance->pages_missing = (guint) msk_statement_get_int64 (statement, 1);
  return TRUE;
}

/* The copies whose numbers a statement gives. */
static GPtrArray *
get_copies (MskDatabase *database, MskStatement *statement, GError **error)
{
  g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row = TRUE;

  while (msk_statement_step (statement, &row, error))
    {
      MskCopy *copy;

      if (!row)
        return g_steal_pointer (&copies);
      copy = msk_copy_store_get (database, (guint) msk_statement_get_int64 (statement, 0), error);
      if (copy == NULL)
        return NULL;
      g_ptr_array_add (copies, copy);
    }

  return NULL;
}

GPtrArray *
msk_return_store_list_family (MskDatabase *database,
                              gint64 attendee_id,
                              const MskCopy *copy,
                              GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      MSK_WITH_ENTRIES
      ", main (id) AS (SELECT COALESCE (parent_id, id) FROM paper WHERE id = :paper"
      " UNION SELECT p.id FROM paper AS p JOIN main AS m ON p.replaces = m.id"
      " UNION SELECT p.replaces FROM paper AS p JOIN main AS m ON p.id = m.id WHERE p.replaces IS "
      "NOT NULL)"
      " SELECT c.number FROM copy AS c JOIN paper AS p ON p.id = c.paper_id"
      " WHERE c.state IN ('held', 'away') AND c.number <> :number"
      " AND c.holder_id IN (SELECT id FROM entry)"
      " AND (p.id IN (SELECT id FROM main) OR p.parent_id IN (SELECT id FROM main))"
      " ORDER BY " MSK_COPY_STORE_ORDER ("c.number"),
      error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_int64 (statement, ":paper", copy->paper_id);
  msk_statement_bind_int64 (statement, ":number", copy->number);
  return get_copies (database, statement, error);
}

GPtrArray *
msk_return_store_list_parts (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT number FROM copy WHERE pages_back > 0 ORDER "
                                       "BY " MSK_COPY_STORE_ORDER ("number"),
                                       error);

  return statement == NULL ? NULL : get_copies (database, statement, error);
}

gboolean
msk_return_store_set_rule (MskTransaction *transaction,
                           gint64 paper_id,
                           MskCountRule rule,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO count_rule (paper_id, rule, set_at, set_by)"
                                       " VALUES (:paper, :rule, :now, :user)",
                                       error);
  const char *name = msk_enum_get_name (MSK_TYPE_COUNT_RULE, (int) rule);
  g_autofree char *subject = g_strdup_printf ("paper %" G_GINT64_FORMAT, paper_id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":paper", paper_id);
  msk_statement_bind_text (statement, ":rule", name);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_COUNT_RULE, subject, error, "rule", name, NULL);
}
