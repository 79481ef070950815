/* Recalling copies, and making the scope of a paper narrower.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-recall-store.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ids.h"
#include "msk-ledger.h"
#include "msk-paper-store.h"

static gboolean
mark (MskTransaction *transaction, const MskCopy *copy, MskRecall recall, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE copy SET recall = :recall, recalled_at = :now"
                                       " WHERE number = :number",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", copy->number);
  msk_statement_bind_text (statement, ":recall", msk_enum_get_name (MSK_TYPE_RECALL, (int) recall));
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error);
}

/* The entry names the copy that is recalled for a parent's sake by the parent, too. */
static gboolean
append_entry (MskTransaction *transaction,
              const MskCopy *copy,
              MskRecall recall,
              const char *remark,
              GError **error)
{
  g_autofree char *subject = msk_copy_number_dup_subject (copy->number);
  g_autofree char *holder = g_strdup_printf ("%" G_GINT64_FORMAT, copy->holder_id);

  return msk_ledger_append (transaction, MSK_ACT_COPY_RECALL, subject, error, "reason",
                            msk_enum_get_name (MSK_TYPE_RECALL, (int) recall), "state",
                            msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) copy->state), "holder",
                            holder, "remark", remark, NULL);
}

gboolean
msk_recall_store_recall (MskTransaction *transaction,
                         const MskCopy *copy,
                         MskRecall recall,
                         const char *remark,
                         GError **error)
{
  if (!msk_recall_outranks (recall, copy->recall))
    return TRUE;

  return mark (transaction, copy, recall, error) &&
         append_entry (transaction, copy, recall, remark, error);
}

/* Everybody who was named and is no longer. */
static gboolean
withdraw_readers (MskTransaction *transaction,
                  MskPaper *paper,
                  const GArray *readers,
                  GError **error)
{
  for (guint i = 0; i < paper->readers->len; i++)
    {
      const gint64 id = g_array_index (paper->readers, gint64, i);
      g_autoptr(MskStatement) statement = NULL;

      if (msk_ids_contain (readers, id))
        continue;
      statement = msk_database_prepare (transaction->database,
                                        "UPDATE paper_reader SET withdrawn_at = :now"
                                        " WHERE paper_id = :paper AND attendee_id = :reader",
                                        error);
      if (statement == NULL)
        return FALSE;
      msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
      msk_statement_bind_int64 (statement, ":paper", paper->id);
      msk_statement_bind_int64 (statement, ":reader", id);
      if (!msk_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
update_scope (MskTransaction *transaction,
              gint64 paper_id,
              guint scope,
              MskLevel clearance,
              GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE paper SET scope = :scope, clearance = :clearance"
                                       " WHERE id = :paper",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":scope", scope);
  msk_statement_bind_text (statement, ":clearance",
                           msk_enum_get_name (MSK_TYPE_LEVEL, (int) clearance));
  msk_statement_bind_int64 (statement, ":paper", paper_id);
  return msk_statement_run (statement, error);
}

gboolean
msk_recall_store_narrow (MskTransaction *transaction,
                         MskPaper *paper,
                         guint scope,
                         MskLevel clearance,
                         const GArray *readers,
                         const char *reason,
                         GError **error)
{
  g_autofree char *subject = g_strdup_printf ("paper %" G_GINT64_FORMAT, paper->id);
  g_autofree char *capacities = msk_capacity_set_dup_names (scope);
  g_autofree char *names = msk_ids_dup_text (readers != NULL ? readers : paper->readers);

  if (readers != NULL &&
      !(paper->readers == NULL
            ? msk_paper_store_set_readers (transaction, paper->id, readers, error)
            : withdraw_readers (transaction, paper, readers, error)))
    return FALSE;

  return update_scope (transaction, paper->id, scope, clearance, error) &&
         msk_ledger_append (transaction, MSK_ACT_PAPER_NARROW, subject, error, "scope", capacities,
                            "clearance", msk_enum_get_name (MSK_TYPE_LEVEL, (int) clearance),
                            "readers", names, "reason", reason, NULL);
}
