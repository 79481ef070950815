/* Seats, and the issue plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-plan-store.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-store.h"
#include "msk-enum-types.h"
#include "msk-error.h"
#include "msk-ledger.h"

static gboolean
check_seat_free (MskDatabase *database, gint64 attendee_id, const char *seat, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                "SELECT 1 FROM seat WHERE seat = :seat AND attendee_id <> :id",
                                error);
  gboolean taken;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":seat", seat);
  msk_statement_bind_int64 (statement, ":id", attendee_id);
  if (!msk_statement_step (statement, &taken, error))
    return FALSE;
  if (!taken)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                       _ ("Somebody else has this seat: give them another first."));
  return FALSE;
}

static gboolean
delete_seat (MskTransaction *transaction, gint64 attendee_id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "DELETE FROM seat WHERE attendee_id = :id", error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", attendee_id);
  return msk_statement_run (statement, error);
}

static gboolean
insert_seat (MskTransaction *transaction, gint64 attendee_id, const char *seat, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO seat (attendee_id, seat) VALUES (:id, :seat)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", attendee_id);
  msk_statement_bind_text (statement, ":seat", seat);
  return msk_statement_run (statement, error);
}

gboolean
msk_plan_store_set_seat (MskTransaction *transaction,
                         gint64 attendee_id,
                         const char *seat,
                         GError **error)
{
  g_autofree char *subject = g_strdup_printf ("attendee %" G_GINT64_FORMAT, attendee_id);

  return check_seat_free (transaction->database, attendee_id, seat, error) &&
         delete_seat (transaction, attendee_id, error) &&
         (*seat == '\0' || insert_seat (transaction, attendee_id, seat, error)) &&
         msk_ledger_append (transaction, MSK_ACT_SEAT_SET, subject, error, "seat", seat, NULL);
}

/* What was planned for the copy, and what of its paper was planned for the person and not issued:
 * the plan of what was issued stays, to be held against what happened. */
static gboolean
delete_plans (MskTransaction *transaction, guint number, gint64 attendee_id, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (transaction->database,
                                "DELETE FROM plan WHERE copy_number = :number OR "
                                "(attendee_id = :attendee AND copy_number IN (SELECT o.number "
                                "FROM copy AS o JOIN copy AS c ON c.paper_id = o.paper_id "
                                "WHERE c.number = :number AND o.issued_at = 0))",
                                error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  return msk_statement_run (statement, error);
}

static gboolean
insert_plan (MskTransaction *transaction, guint number, gint64 attendee_id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO plan (copy_number, paper_id, attendee_id)"
                                       " SELECT number, paper_id, :attendee FROM copy WHERE number "
                                       "= :number",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  return msk_statement_run (statement, error);
}

gboolean
msk_plan_store_put (MskTransaction *transaction, guint number, gint64 attendee_id, GError **error)
{
  g_autofree char *subject = msk_copy_number_dup_subject (number);
  g_autofree char *attendee = g_strdup_printf ("%" G_GINT64_FORMAT, attendee_id);

  return delete_plans (transaction, number, attendee_id, error) &&
         (attendee_id == 0 || insert_plan (transaction, number, attendee_id, error)) &&
         msk_ledger_append (transaction, MSK_ACT_PLAN_SET, subject, error, "attendee", attendee,
                            NULL);
}

gboolean
msk_plan_store_set_named (MskTransaction *transaction,
                          gint64 paper_id,
                          gboolean named,
                          GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       named ? "INSERT INTO named_paper (paper_id) VALUES (:paper) "
                                               "ON CONFLICT DO NOTHING"
                                             : "DELETE FROM named_paper WHERE paper_id = :paper",
                                       error);
  g_autofree char *subject = g_strdup_printf ("paper %" G_GINT64_FORMAT, paper_id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":paper", paper_id);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_PLAN_SET, subject, error, "names",
                            named ? "yes" : "no", NULL);
}

gboolean
msk_plan_store_get_named (MskDatabase *database, gint64 paper_id, gboolean *named, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT 1 FROM named_paper WHERE paper_id = :paper", error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":paper", paper_id);
  return msk_statement_step (statement, named, error);
}

static MskPlanLine *
read_line (MskStatement *statement, GError **error)
{
  g_autoptr(MskPlanLine) line = msk_plan_line_new ();
  int state, attempt;

  if (!msk_statement_get_enum (statement, 3, MSK_TYPE_COPY_STATE, &state, error) ||
      !msk_statement_get_enum (statement, 4, MSK_TYPE_ATTEMPT, &attempt, error))
    return NULL;

  line->number = (guint) msk_statement_get_int64 (statement, 0);
  line->paper_id = msk_statement_get_int64 (statement, 1);
  line->document_number = msk_statement_dup_text (statement, 2);
  line->state = (MskCopyState) state;
  line->attempt = (MskAttempt) attempt;
  line->planned_id = msk_statement_get_int64 (statement, 5);
  line->planned = msk_statement_dup_text (statement, 6);
  line->unit = msk_statement_dup_text (statement, 7);
  line->seat = msk_statement_dup_text (statement, 8);
  line->holder_id = msk_statement_get_int64 (statement, 9);
  line->holder = msk_statement_dup_text (statement, 10);
  line->standing = msk_plan_classify (line->planned_id, line->holder_id, line->state);
  return g_steal_pointer (&line);
}

GPtrArray *
msk_plan_store_list (MskDatabase *database, gint64 paper_id, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT c.number, c.paper_id, p.document_number, c.state, t.state,"
      " COALESCE (l.attendee_id, 0), COALESCE (a.name, ''), COALESCE (a.unit, ''),"
      " COALESCE (s.seat, ''), COALESCE (c.holder_id, 0), COALESCE (h.name, '')"
      " FROM copy AS c JOIN paper AS p ON p.id = c.paper_id JOIN attempt AS t ON t.serial = "
      "c.serial"
      " LEFT JOIN plan AS l ON l.copy_number = c.number"
      " LEFT JOIN attendee AS a ON a.id = l.attendee_id"
      " LEFT JOIN seat AS s ON s.attendee_id = l.attendee_id"
      " LEFT JOIN attendee AS h ON h.id = c.holder_id"
      " WHERE c.paper_id = :paper OR :paper = 0 ORDER BY " MSK_COPY_STORE_ORDER ("c.number"),
      error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":paper", paper_id);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_line, error);
}

gboolean
msk_plan_store_find_planned (MskDatabase *database,
                             guint number,
                             gint64 *planned_id,
                             GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT attendee_id FROM plan WHERE copy_number = :number",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  return msk_statement_read_int64 (statement, planned_id, error);
}

GArray *
msk_plan_store_list_pack (MskDatabase *database, gint64 attendee_id, GError **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT l.copy_number FROM plan AS l JOIN copy AS c ON c.number = l.copy_number"
      " WHERE l.attendee_id = :attendee AND c.state = 'in-store' AND c.recall IN ('none', 'scope')"
      " ORDER BY " MSK_COPY_STORE_ORDER ("l.copy_number"),
      error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  while (msk_statement_step (statement, &row, error))
    {
      guint number;

      if (!row)
        return g_steal_pointer (&numbers);
      number = (guint) msk_statement_get_int64 (statement, 0);
      g_array_append_val (numbers, number);
    }

  return NULL;
}

gboolean
msk_plan_store_find (MskDatabase *database,
                     guint number,
                     gint64 paper_id,
                     gint64 attendee_id,
                     gint64 *planned_id,
                     guint *own,
                     GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT l.copy_number FROM plan AS l JOIN copy AS c ON "
                                       "c.number = l.copy_number"
                                       " WHERE l.attendee_id = :attendee AND l.paper_id = :paper"
                                       " AND c.state IN ('printing', 'in-store')",
                                       error);

  if (statement == NULL || !msk_plan_store_find_planned (database, number, planned_id, error))
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_int64 (statement, ":paper", paper_id);
  return msk_statement_read_uint (statement, own, error);
}
