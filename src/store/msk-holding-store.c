/* What a person has with them, over all registers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-holding-store.h"

#include "msk-enum-types.h"

/* The first column orders the kinds as MskHoldingKind does. What somebody brought has no level. */
#define SELECT_HOLDINGS                                                                            \
  "SELECT 0 AS kind, c.number AS number, p.level AS level, c.state = 'away' AS away,"              \
  " p.document_number AS text FROM copy AS c"                                                      \
  " JOIN paper AS p ON p.id = c.paper_id WHERE c.holder_id = :id AND c.state IN ('held', 'away')"  \
  " UNION ALL SELECT 1, number, level, state = 'away', description FROM carrier"                   \
  " WHERE holder_id = :id AND state IN ('held', 'away')"                                           \
  " UNION ALL SELECT 2, number, 'confidential', 0, description FROM device"                        \
  " WHERE attendee_id = :id AND state = 'deposited' ORDER BY kind, number"

static MskHolding *
read_holding (MskStatement *statement, GError **error)
{
  int level;

  return msk_statement_get_enum (statement, 2, MSK_TYPE_LEVEL, &level, error)
             ? msk_holding_new ((MskHoldingKind) msk_statement_get_int64 (statement, 0),
                                (guint) msk_statement_get_int64 (statement, 1), (MskLevel) level,
                                msk_statement_get_int64 (statement, 3) != 0,
                                msk_statement_dup_text (statement, 4))
             : NULL;
}

GPtrArray *
msk_holding_store_list (MskDatabase *database, gint64 attendee_id, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (database, SELECT_HOLDINGS, error);
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) msk_holding_free);
  MskHolding *holding;
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", attendee_id);
  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&held);
      holding = read_holding (statement, error);
      if (holding == NULL)
        return NULL;
      g_ptr_array_add (held, holding);
    }

  return NULL;
}
