/* The register of permits to take copies away (R3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-permit-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

#define SELECT_PERMIT                                                                              \
  "SELECT m.id, m.copy_number, c.paper_id, p.document_number, p.level, m.keeper_id, a.name, "      \
  "a.unit, m.registry, m.authority, m.reference, m.deadline_at, m.granted_at, m.granted_by,"       \
  " t.permit_id IS NOT NULL, COALESCE (t.taken_at, 0), COALESCE (t.taken_by, ''),"                 \
  " COALESCE (t.bearer, ''), COALESCE (t.second, ''), e.permit_id IS NULL,"                        \
  " COALESCE (e.outcome, 'receipt'), COALESCE (e.ended_at, 0), COALESCE (e.ended_by, ''),"         \
  " COALESCE (e.receipt, ''), COALESCE (e.received_by, ''),"                                       \
  " m.bearer, m.second"                                                                            \
  " FROM permit AS m JOIN copy AS c ON c.number = m.copy_number JOIN paper AS p ON p.id = "        \
  "c.paper_id"                                                                                     \
  " JOIN attendee AS a ON a.id = m.keeper_id LEFT JOIN permit_take AS t ON t.permit_id = m.id"     \
  " LEFT JOIN permit_end AS e ON e.permit_id = m.id"

static char *
dup_subject (gint64 id)
{
  return g_strdup_printf ("permit %" G_GINT64_FORMAT, id);
}

static gboolean
insert_permit (MskTransaction *transaction, const MskPermitEntry *entry, gint64 *id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO permit (copy_number, keeper_id, registry, "
                                       "authority, reference, deadline_at, bearer, second, "
                                       "granted_at, granted_by)"
                                       " VALUES (:number, :keeper, :registry, :authority, "
                                       ":reference, :deadline, :bearer, :second, :now, :user) "
                                       "RETURNING id",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", entry->number);
  msk_statement_bind_int64 (statement, ":keeper", entry->keeper_id);
  msk_statement_bind_text (statement, ":registry", entry->registry);
  msk_statement_bind_text (statement, ":authority", entry->authority);
  msk_statement_bind_text (statement, ":reference", entry->reference);
  msk_statement_bind_int64 (statement, ":deadline", entry->deadline_at);
  msk_statement_bind_text (statement, ":bearer", entry->bearer);
  msk_statement_bind_text (statement, ":second", entry->second);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_permit_store_grant (MskTransaction *transaction,
                        const MskPermitEntry *entry,
                        gint64 *id,
                        GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", entry->number);
  g_autofree char *keeper = g_strdup_printf ("%" G_GINT64_FORMAT, entry->keeper_id);
  g_autofree char *deadline = g_strdup_printf ("%" G_GINT64_FORMAT, entry->deadline_at);
  g_autofree char *subject = NULL;

  if (!insert_permit (transaction, entry, id, error))
    return FALSE;

  subject = dup_subject (*id);
  return msk_ledger_append (transaction, MSK_ACT_PERMIT_GRANT, subject, error, "copy", number,
                            "keeper", keeper, "registry", entry->registry, "authority",
                            entry->authority, "reference", entry->reference, "deadline", deadline,
                            "bearer", entry->bearer, "second", entry->second, NULL);
}

gboolean
msk_permit_store_take (MskTransaction *transaction,
                       gint64 id,
                       const char *bearer,
                       const char *second,
                       GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO permit_take (permit_id, bearer, second, "
                                       "taken_at, taken_by)"
                                       " VALUES (:permit, :bearer, :second, :now, :user)",
                                       error);
  g_autofree char *subject = dup_subject (id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":permit", id);
  msk_statement_bind_text (statement, ":bearer", bearer);
  msk_statement_bind_text (statement, ":second", second);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_PERMIT_TAKE, subject, error, "bearer", bearer,
                            "second", second, NULL);
}

/* The act by which a permit is closed so. What comes back or is lost has an entry of its own. */
static MskAct
get_closing_act (MskPermitOutcome outcome)
{
  switch (outcome)
    {
    case MSK_PERMIT_OUTCOME_WITHDRAWN:
      return MSK_ACT_PERMIT_WITHDRAW;
    case MSK_PERMIT_OUTCOME_BACK:
      return MSK_ACT_COPY_RETURN;
    case MSK_PERMIT_OUTCOME_LOST:
      return MSK_ACT_SWEEP_MISSING;
    case MSK_PERMIT_OUTCOME_RECEIPT:
    default:
      return MSK_ACT_PERMIT_RECEIPT;
    }
}

gboolean
msk_permit_store_close (MskTransaction *transaction,
                        gint64 id,
                        MskPermitOutcome outcome,
                        const char *receipt,
                        const char *received_by,
                        GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO permit_end (permit_id, outcome, receipt, "
                                       "received_by, ended_at, ended_by)"
                                       " VALUES (:permit, :outcome, :receipt, :received, :now, "
                                       ":user)",
                                       error);
  g_autofree char *subject = dup_subject (id);
  const char *name = msk_enum_get_name (MSK_TYPE_PERMIT_OUTCOME, (int) outcome);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":permit", id);
  msk_statement_bind_text (statement, ":outcome", name);
  msk_statement_bind_text (statement, ":receipt", receipt);
  msk_statement_bind_text (statement, ":received", received_by);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, get_closing_act (outcome), subject, error, "outcome", name,
                            "receipt", receipt, "received-by", received_by, NULL);
}

static MskPermit *
read_permit (MskStatement *statement, GError **error)
{
  g_autoptr(MskPermit) permit = msk_permit_new ();
  int level, outcome;

  if (!msk_statement_get_enum (statement, 4, MSK_TYPE_LEVEL, &level, error) ||
      !msk_statement_get_enum (statement, 20, MSK_TYPE_PERMIT_OUTCOME, &outcome, error))
    return NULL;

  permit->id = msk_statement_get_int64 (statement, 0);
  permit->number = (guint) msk_statement_get_int64 (statement, 1);
  permit->paper_id = msk_statement_get_int64 (statement, 2);
  permit->document_number = msk_statement_dup_text (statement, 3);
  permit->level = (MskLevel) level;
  permit->keeper_id = msk_statement_get_int64 (statement, 5);
  permit->keeper = msk_statement_dup_text (statement, 6);
  permit->unit = msk_statement_dup_text (statement, 7);
  permit->registry = msk_statement_dup_text (statement, 8);
  permit->authority = msk_statement_dup_text (statement, 9);
  permit->reference = msk_statement_dup_text (statement, 10);
  permit->deadline_at = msk_statement_get_int64 (statement, 11);
  permit->granted_at = msk_statement_get_int64 (statement, 12);
  permit->granted_by = msk_statement_dup_text (statement, 13);
  permit->is_taken = msk_statement_get_int64 (statement, 14) != 0;
  permit->taken_at = msk_statement_get_int64 (statement, 15);
  permit->taken_by = msk_statement_dup_text (statement, 16);
  permit->bearer = msk_statement_dup_text (statement, 17);
  permit->second = msk_statement_dup_text (statement, 18);
  permit->is_open = msk_statement_get_int64 (statement, 19) != 0;
  permit->outcome = (MskPermitOutcome) outcome;
  permit->ended_at = msk_statement_get_int64 (statement, 21);
  permit->ended_by = msk_statement_dup_text (statement, 22);
  permit->receipt = msk_statement_dup_text (statement, 23);
  permit->received_by = msk_statement_dup_text (statement, 24);
  permit->named_bearer = msk_statement_dup_text (statement, 25);
  permit->named_second = msk_statement_dup_text (statement, 26);
  return g_steal_pointer (&permit);
}

gboolean
msk_permit_store_find (MskDatabase *database,
                       guint number,
                       gint64 keeper_id,
                       MskPermit **permit,
                       GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_PERMIT
                                       " WHERE e.permit_id IS NULL AND (m.copy_number = :number OR "
                                       "(m.keeper_id = :keeper AND c.paper_id ="
                                       " (SELECT paper_id FROM copy WHERE number = :number)))"
                                       " ORDER BY m.copy_number <> :number LIMIT 1",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":keeper", keeper_id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *permit = NULL;
  if (row)
    *permit = read_permit (statement, error);
  return !row || *permit != NULL;
}

gboolean
msk_permit_store_follow (MskTransaction *transaction, const MskMovement *movement, GError **error)
{
  g_autoptr(MskPermit) permit = NULL;

  if (movement->from != MSK_COPY_AWAY || movement->to == MSK_COPY_AWAY)
    return TRUE;
  if (!msk_permit_store_find (transaction->database, movement->number, 0, &permit, error))
    return FALSE;

  return permit == NULL ||
         msk_permit_store_close (transaction, permit->id,
                                 movement->to == MSK_COPY_MISSING ? MSK_PERMIT_OUTCOME_LOST
                                                                  : MSK_PERMIT_OUTCOME_BACK,
                                 "", "", error);
}

MskPermit *
msk_permit_store_get (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_PERMIT " WHERE m.id = :id", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_permit,
                                 _ ("There is no such permit: look at the register of permits."),
                                 error);
}

GPtrArray *
msk_permit_store_list (MskDatabase *database, gboolean only_open, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       only_open ? SELECT_PERMIT
                                           " WHERE e.permit_id IS NULL ORDER BY m.id"
                                                 : SELECT_PERMIT " ORDER BY m.id",
                                       error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_permit, error);
}
