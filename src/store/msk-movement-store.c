/* Copies and carriers given out and taken back, read for the registers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-movement-store.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-return-store.h"

/* One row of the view that both are read from. */
#define SELECT_MOVEMENT                                                                            \
  "SELECT 0 AS carrier, m.copy_number AS number, p.document_number AS what, p.title AS title, "    \
  "p.level AS level, m.act AS act, m.at AS at, COALESCE (a.name, '') AS person, COALESCE "         \
  "(a.unit, '') AS unit, m.user AS user, m.station AS station, m.remark AS remark, m.id AS id"     \
  " FROM movement AS m JOIN copy AS c ON c.number = m.copy_number JOIN paper AS p ON p.id = "      \
  "c.paper_id LEFT JOIN attendee AS a ON a.id = m.attendee_id WHERE m.act IN "

#define SELECT_CARRIER                                                                             \
  " UNION ALL SELECT 1, m.carrier_number, r.description, '', r.level, m.act, m.at, COALESCE "      \
  "(a.name, ''), COALESCE (a.unit, ''), m.user, m.station, m.remark, m.id"                         \
  " FROM carrier_movement AS m JOIN carrier AS r ON r.number = m.carrier_number LEFT JOIN "        \
  "attendee AS a ON a.id = m.attendee_id WHERE m.act IN "

static MskCustodyLine *
read_line (MskStatement *statement, GError **error)
{
  g_autoptr(MskCustodyLine) line = msk_custody_line_new ();
  int level, act;

  if (!msk_statement_get_enum (statement, 4, MSK_TYPE_LEVEL, &level, error) ||
      !msk_statement_get_enum (statement, 5, MSK_TYPE_ACT, &act, error))
    return NULL;

  line->is_carrier = msk_statement_get_int64 (statement, 0) != 0;
  line->number = (guint) msk_statement_get_int64 (statement, 1);
  line->document_number = msk_statement_dup_text (statement, 2);
  line->title = msk_statement_dup_text (statement, 3);
  line->level = (MskLevel) level;
  line->act = (MskAct) act;
  line->at = msk_statement_get_int64 (statement, 6);
  line->person = msk_statement_dup_text (statement, 7);
  line->unit = msk_statement_dup_text (statement, 8);
  line->user = msk_statement_dup_text (statement, 9);
  line->station = msk_statement_dup_text (statement, 10);
  line->remark = msk_statement_dup_text (statement, 11);
  line->movement_id = msk_statement_get_int64 (statement, 12);
  return g_steal_pointer (&line);
}

static gboolean
find_counts (MskDatabase *database, GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      MskCustodyLine *line = g_ptr_array_index (lines, i);

      if (!line->is_carrier &&
          !msk_return_store_find (database, line->movement_id, &line->count, error))
        return FALSE;
    }

  return TRUE;
}

/* The time may step back; within a register the id does not. */
GPtrArray *
msk_movement_store_list (MskDatabase *database, MskMovements which, GError **error)
{
  g_autoptr(MskStatement) statement =
          which == MSK_MOVEMENTS_OUT
              ? msk_database_prepare (database,
                                      SELECT_MOVEMENT "('copy-issue', 'copy-issue-undo', "
                                                      "'circulate-start', 'permit-take', "
                                                      "'custody-move')" SELECT_CARRIER
                                                      "('carrier-issue', 'carrier-issue-undo', "
                                                      "'custody-move') ORDER BY at, carrier, id",
                                      error)
              : msk_database_prepare (database,
                                      SELECT_MOVEMENT
                                      "('copy-return', 'copy-return-undo', "
                                      "'copy-return-part', 'circulate-end', 'permit-receipt', "
                                      "'sweep-recover', 'sweep-found-late')" SELECT_CARRIER
                                      "('carrier-return', 'carrier-return-undo', "
                                      "'sweep-recover', 'sweep-found-late') ORDER BY at, carrier, "
                                      "id",
                                      error);

  g_autoptr(GPtrArray) lines =
                 msk_statement_collect (statement, (MskStatementReadFunc) read_line, error);

  return lines != NULL && find_counts (database, lines, error) ? g_steal_pointer (&lines) : NULL;
}

/* What is in one of these states now, with who has or last had it, and since when. */
#define SELECT_STANDING(states, copy_since, carrier_since)                                         \
  "SELECT 0 AS carrier, c.number AS number, p.document_number, p.title, p.level, CASE c.state "    \
  "WHEN 'away' THEN 'permit-take' WHEN 'missing' THEN 'sweep-missing' ELSE 'copy-issue' "          \
  "END, " copy_since ", COALESCE (a.name, ''), COALESCE (a.unit, ''), '', '', '', 0"               \
  " FROM copy AS c JOIN paper AS p ON p.id = c.paper_id LEFT JOIN attendee AS a ON a.id = "        \
  "c.holder_id WHERE c.state IN " states                                                           \
  " UNION ALL SELECT 1, r.number, r.description, '', r.level, CASE r.state WHEN 'missing' THEN "   \
  "'sweep-missing' ELSE 'carrier-issue' END, " carrier_since                                       \
  ", COALESCE (a.name, ''), COALESCE (a.unit, ''), '', '', '', 0"                                  \
  " FROM carrier AS r LEFT JOIN attendee AS a ON a.id = r.holder_id WHERE r.state IN " states      \
  " ORDER BY carrier, number"

GPtrArray *
msk_movement_store_list_out (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                SELECT_STANDING ("('held', 'away')", "c.issued_at", "r.issued_at"),
                                error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_line, error);
}

GPtrArray *
msk_movement_store_list_missing (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                SELECT_STANDING ("('missing')", "c.changed_at", "r.changed_at"),
                                error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_line, error);
}
