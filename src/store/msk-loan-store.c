/* The register of loan slips (L3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-loan-store.h"

#include <glib/gi18n-lib.h>

#include "msk-ledger.h"

#define SELECT_SLIP                                                                                \
  "SELECT s.id, s.turn_id, t.copy_number, p.document_number, a.name, a.unit, s.what, s.purpose, "  \
  "s.sheets, s.given_at, s.given_by, COALESCE (b.back_at, 0), COALESCE (b.back_by, ''),"           \
  " b.slip_id IS NULL AND e.turn_id IS NULL"                                                       \
  " FROM loan_slip AS s JOIN turn AS t ON t.id = s.turn_id JOIN copy AS c ON c.number = "          \
  "t.copy_number"                                                                                  \
  " JOIN paper AS p ON p.id = c.paper_id JOIN attendee AS a ON a.id = t.attendee_id"               \
  " LEFT JOIN loan_return AS b ON b.slip_id = s.id LEFT JOIN turn_end AS e ON e.turn_id = t.id"

static char *
dup_subject (gint64 id)
{
  return g_strdup_printf ("loan slip %" G_GINT64_FORMAT, id);
}

static gboolean
insert_slip (MskTransaction *transaction,
             gint64 turn_id,
             const char *what,
             guint sheets,
             const char *purpose,
             gint64 *id,
             GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO loan_slip (turn_id, what, sheets, purpose, "
                                       "given_at, given_by)"
                                       " VALUES (:turn, :what, :sheets, :purpose, :now, :user) "
                                       "RETURNING id",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":turn", turn_id);
  msk_statement_bind_text (statement, ":what", what);
  msk_statement_bind_int64 (statement, ":sheets", sheets);
  msk_statement_bind_text (statement, ":purpose", purpose);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_loan_store_give (MskTransaction *transaction,
                     gint64 turn_id,
                     const char *what,
                     guint sheets,
                     const char *purpose,
                     gint64 *id,
                     GError **error)
{
  g_autofree char *turn = g_strdup_printf ("%" G_GINT64_FORMAT, turn_id);
  g_autofree char *count = g_strdup_printf ("%u", sheets);
  g_autofree char *subject = NULL;

  if (!insert_slip (transaction, turn_id, what, sheets, purpose, id, error))
    return FALSE;

  subject = dup_subject (*id);
  return msk_ledger_append (transaction, MSK_ACT_LOAN_GIVE, subject, error, "turn", turn, "what",
                            what, "sheets", count, "purpose", purpose, NULL);
}

gboolean
msk_loan_store_take_back (MskTransaction *transaction, const MskLoanSlip *slip, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO loan_return (slip_id, sheets, back_at, back_by)"
                                       " VALUES (:slip, :sheets, :now, :user)",
                                       error);
  g_autofree char *subject = dup_subject (slip->id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":slip", slip->id);
  msk_statement_bind_int64 (statement, ":sheets", slip->sheets);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_LOAN_BACK, subject, error, NULL);
}

static MskLoanSlip *
read_slip (MskStatement *statement, GError **error)
{
  MskLoanSlip *slip = msk_loan_slip_new ();

  slip->id = msk_statement_get_int64 (statement, 0);
  slip->turn_id = msk_statement_get_int64 (statement, 1);
  slip->number = (guint) msk_statement_get_int64 (statement, 2);
  slip->document_number = msk_statement_dup_text (statement, 3);
  slip->reader = msk_statement_dup_text (statement, 4);
  slip->unit = msk_statement_dup_text (statement, 5);
  slip->what = msk_statement_dup_text (statement, 6);
  slip->purpose = msk_statement_dup_text (statement, 7);
  slip->sheets = (guint) msk_statement_get_int64 (statement, 8);
  slip->given_at = msk_statement_get_int64 (statement, 9);
  slip->given_by = msk_statement_dup_text (statement, 10);
  slip->back_at = msk_statement_get_int64 (statement, 11);
  slip->back_by = msk_statement_dup_text (statement, 12);
  slip->is_open = msk_statement_get_int64 (statement, 13) != 0;
  return slip;
}

MskLoanSlip *
msk_loan_store_get (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_SLIP " WHERE s.id = :id", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_slip,
                                 _ ("There is no such loan slip: look at the list of loan slips."),
                                 error);
}

GPtrArray *
msk_loan_store_list (MskDatabase *database, gboolean only_open, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       only_open ? SELECT_SLIP
                                           " WHERE b.slip_id IS NULL AND e.turn_id IS NULL ORDER "
                                           "BY s.id"
                                                 : SELECT_SLIP " ORDER BY s.id",
                                       error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_slip, error);
}
