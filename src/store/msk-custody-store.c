/* The history of a copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-custody-store.h"

#include "msk-enum-types.h"
#include "msk-receipt-store.h"
#include "msk-return-store.h"

/* As it is read first: the receipt by its number alone. */
typedef struct
{
  MskCustody *custody;
  gint64 movement_id;
  gint64 receipt;
} Line;

static gboolean
read_line (MskStatement *statement, Line *line, GError **error)
{
  g_autoptr(MskCustody) custody = msk_custody_new ();
  int from, to;

  if (!msk_statement_get_enum (statement, 2, MSK_TYPE_COPY_STATE, &from, error) ||
      !msk_statement_get_enum (statement, 3, MSK_TYPE_COPY_STATE, &to, error))
    return FALSE;

  custody->at = msk_statement_get_int64 (statement, 0);
  custody->act = msk_statement_dup_text (statement, 1);
  custody->from = (MskCopyState) from;
  custody->to = (MskCopyState) to;
  custody->attendee_id = msk_statement_get_int64 (statement, 4);
  custody->person = msk_statement_dup_text (statement, 5);
  custody->user = msk_statement_dup_text (statement, 6);
  custody->station = msk_statement_dup_text (statement, 7);
  custody->remark = msk_statement_dup_text (statement, 8);
  line->receipt = msk_statement_get_int64 (statement, 9);
  line->movement_id = msk_statement_get_int64 (statement, 10);
  line->custody = g_steal_pointer (&custody);
  return TRUE;
}

static gboolean
read_all (MskStatement *statement, GPtrArray *history, GArray *read, GError **error)
{
  gboolean row = TRUE;

  while (msk_statement_step (statement, &row, error))
    {
      Line line;

      if (!row)
        return TRUE;
      if (!read_line (statement, &line, error))
        return FALSE;
      g_ptr_array_add (history, line.custody);
      g_array_append_val (read, line);
    }
  return FALSE;
}

GPtrArray *
msk_custody_store_list (MskDatabase *database, guint number, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT m.at, m.act, m.from_state, m.to_state, "
                                       "COALESCE (m.attendee_id, 0), COALESCE (a.name, ''), "
                                       "m.user, m.station, m.remark,"
                                       " COALESCE ((SELECT s.receipt_number FROM receipt_line AS l "
                                       "JOIN receipt_signature AS s ON s.receipt_number = "
                                       "l.receipt_number WHERE l.movement_id = m.id), 0), m.id"
                                       " FROM movement AS m LEFT JOIN attendee AS a ON a.id = "
                                       "m.attendee_id WHERE m.copy_number = :number ORDER BY m.id",
                                       error);
  g_autoptr(GPtrArray) history = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) read = g_array_new (FALSE, FALSE, sizeof (Line));

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":number", number);
  if (!read_all (statement, history, read, error))
    return NULL;

  for (guint i = 0; i < history->len; i++)
    {
      MskCustody *custody = g_ptr_array_index (history, i);
      const Line *line = &g_array_index (read, Line, i);

      if (!msk_return_store_find (database, line->movement_id, &custody->count, error))
        return NULL;
      if (line->receipt == 0)
        continue;
      custody->receipt = msk_receipt_store_get (database, line->receipt, error);
      if (custody->receipt == NULL)
        return NULL;
    }
  return g_steal_pointer (&history);
}
