/* The register of circulation (L1): turns, and how they ended.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-circulation-store.h"

#include "msk-copy-store.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

#define SELECT_TURN                                                                                \
  "SELECT t.id, t.copy_number, c.paper_id, p.document_number, p.pages, t.attendee_id, a.name, "    \
  "a.unit,"                                                                                        \
  " (SELECT COUNT (*) FROM turn AS o WHERE o.copy_number = t.copy_number AND o.id <= t.id),"       \
  " t.started_at, t.started_by, t.due_at, COALESCE (e.ended_at, 0), COALESCE (e.ended_by, ''),"    \
  " COALESCE (e.outcome, 'read'), COALESCE (e.pages, 0), COALESCE (e.signature, ''),"              \
  " (SELECT COUNT (*) FROM loan_slip AS s WHERE s.turn_id = t.id"                                  \
  " AND NOT EXISTS (SELECT 1 FROM loan_return WHERE slip_id = s.id)), c.state, e.turn_id IS NULL"  \
  " FROM turn AS t JOIN copy AS c ON c.number = t.copy_number JOIN paper AS p ON p.id = "          \
  "c.paper_id"                                                                                     \
  " JOIN attendee AS a ON a.id = t.attendee_id LEFT JOIN turn_end AS e ON e.turn_id = t.id"

static char *
dup_subject (gint64 id)
{
  return g_strdup_printf ("turn %" G_GINT64_FORMAT, id);
}

static gboolean
insert_turn (MskTransaction *transaction,
             const MskMovement *movement,
             gint64 due_at,
             gint64 *id,
             GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO turn (copy_number, attendee_id, movement_id, "
                                       "started_at, started_by, due_at)"
                                       " VALUES (:number, :attendee, :movement, :now, :user, :due) "
                                       "RETURNING id",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", movement->number);
  msk_statement_bind_int64 (statement, ":attendee", movement->attendee_id);
  msk_statement_bind_int64 (statement, ":movement", movement->id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_int64 (statement, ":due", due_at);
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_circulation_store_begin (MskTransaction *transaction,
                             const MskMovement *movement,
                             gint64 due_at,
                             GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", movement->number);
  g_autofree char *attendee = g_strdup_printf ("%" G_GINT64_FORMAT, movement->attendee_id);
  g_autofree char *due = g_strdup_printf ("%" G_GINT64_FORMAT, due_at);
  g_autofree char *subject = NULL;
  gint64 id;

  if (!insert_turn (transaction, movement, due_at, &id, error))
    return FALSE;

  subject = dup_subject (id);
  return msk_ledger_append (transaction, MSK_ACT_CIRCULATE_START, subject, error, "copy", number,
                            "attendee", attendee, "due", due, NULL);
}

gboolean
msk_circulation_store_end (MskTransaction *transaction,
                           gint64 turn_id,
                           MskTurnOutcome outcome,
                           guint pages,
                           const char *signature,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO turn_end (turn_id, outcome, ended_at, "
                                       "ended_by, pages, signature)"
                                       " VALUES (:turn, :outcome, :now, :user, :pages, :signature)",
                                       error);
  g_autofree char *subject = dup_subject (turn_id);
  g_autofree char *counted = g_strdup_printf ("%u", pages);
  const char *name = msk_enum_get_name (MSK_TYPE_TURN_OUTCOME, (int) outcome);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":turn", turn_id);
  msk_statement_bind_text (statement, ":outcome", name);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_int64 (statement, ":pages", pages);
  msk_statement_bind_text (statement, ":signature", signature);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction,
                            outcome == MSK_TURN_OUTCOME_UNDONE ? MSK_ACT_CIRCULATE_UNDO
                                                               : MSK_ACT_CIRCULATE_END,
                            subject, error, "outcome", name, "pages", counted, "signature",
                            signature, NULL);
}

gboolean
msk_circulation_store_break (MskTransaction *transaction,
                             const MskMovement *movement,
                             GError **error)
{
  g_autoptr(MskTurn) turn = NULL;

  if (movement->from != MSK_COPY_HELD || movement->to == MSK_COPY_HELD)
    return TRUE;
  if (!msk_circulation_store_find (transaction->database, movement->number, &turn, error))
    return FALSE;

  return turn == NULL ||
         msk_circulation_store_end (transaction, turn->id, MSK_TURN_OUTCOME_BROKEN, 0, "", error);
}

static MskTurn *
read_turn (MskStatement *statement, GError **error)
{
  g_autoptr(MskTurn) turn = msk_turn_new ();
  int outcome, state;

  if (!msk_statement_get_enum (statement, 14, MSK_TYPE_TURN_OUTCOME, &outcome, error) ||
      !msk_statement_get_enum (statement, 18, MSK_TYPE_COPY_STATE, &state, error))
    return NULL;

  turn->id = msk_statement_get_int64 (statement, 0);
  turn->number = (guint) msk_statement_get_int64 (statement, 1);
  turn->paper_id = msk_statement_get_int64 (statement, 2);
  turn->document_number = msk_statement_dup_text (statement, 3);
  turn->pages = (guint) msk_statement_get_int64 (statement, 4);
  turn->attendee_id = msk_statement_get_int64 (statement, 5);
  turn->reader = msk_statement_dup_text (statement, 6);
  turn->unit = msk_statement_dup_text (statement, 7);
  turn->ordinal = (guint) msk_statement_get_int64 (statement, 8);
  turn->started_at = msk_statement_get_int64 (statement, 9);
  turn->started_by = msk_statement_dup_text (statement, 10);
  turn->due_at = msk_statement_get_int64 (statement, 11);
  turn->ended_at = msk_statement_get_int64 (statement, 12);
  turn->ended_by = msk_statement_dup_text (statement, 13);
  turn->outcome = (MskTurnOutcome) outcome;
  turn->pages_back = (guint) msk_statement_get_int64 (statement, 15);
  turn->signature = msk_statement_dup_text (statement, 16);
  turn->slips_open = (guint) msk_statement_get_int64 (statement, 17);
  turn->state = (MskCopyState) state;
  turn->is_open = msk_statement_get_int64 (statement, 19) != 0;
  return g_steal_pointer (&turn);
}

gboolean
msk_circulation_store_find (MskDatabase *database, guint number, MskTurn **turn, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_TURN " WHERE t.copy_number = :number AND e.turn_id "
                                                   "IS NULL",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *turn = NULL;
  if (row)
    *turn = read_turn (statement, error);
  return !row || *turn != NULL;
}

GPtrArray *
msk_circulation_store_list (MskDatabase *database, gboolean only_open, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       only_open ? SELECT_TURN " WHERE e.turn_id IS NULL"
                                                               " ORDER BY t.due_at, t.id"
                                                 : SELECT_TURN " ORDER BY t.id",
                                       error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_turn, error);
}

gboolean
msk_circulation_store_restore_issue (MskTransaction *transaction,
                                     const MskTurn *turn,
                                     GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "SELECT m.issued_at FROM turn AS t JOIN movement AS m ON "
                                       "m.id = t.movement_id WHERE t.id = :turn",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":turn", turn->id);
  return msk_statement_step (statement, &row, error) &&
         msk_copy_store_restore_issue (transaction, turn->number,
                                       row ? msk_statement_get_int64 (statement, 0) : 0, FALSE,
                                       error);
}
