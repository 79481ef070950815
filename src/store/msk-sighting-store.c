/* What the sweep saw in two zones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sighting-store.h"

#include "msk-enum-types.h"

void
msk_second_sighting_free (MskSecondSighting *self)
{
  g_free (self->document_number);
  g_free (self->user);
  g_free (self);
}

static MskSecondSighting *
read_second (MskStatement *statement, GError **error)
{
  MskSecondSighting *self;
  int kind, first_zone, zone;

  if (!msk_statement_get_enum (statement, 0, MSK_TYPE_SWEEP_KIND, &kind, error) ||
      !msk_statement_get_enum (statement, 4, MSK_TYPE_MEASURE_AREA, &first_zone, error) ||
      !msk_statement_get_enum (statement, 5, MSK_TYPE_MEASURE_AREA, &zone, error))
    return NULL;

  self = g_new0 (MskSecondSighting, 1);
  self->kind = (MskSweepKind) kind;
  self->number = (guint) msk_statement_get_int64 (statement, 1);
  self->page = (guint) msk_statement_get_int64 (statement, 2);
  self->document_number = msk_statement_dup_text (statement, 3);
  self->first_zone = (MskMeasureArea) first_zone;
  self->zone = (MskMeasureArea) zone;
  self->at = msk_statement_get_int64 (statement, 6);
  self->user = msk_statement_dup_text (statement, 7);
  return self;
}

GPtrArray *
msk_sighting_store_list_second (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT s.kind, s.number, s.page, COALESCE (p.document_number, ''), f.zone, s.zone, s.at, "
      "s.user FROM sweep_sighting AS s"
      " JOIN sweep_sighting AS f ON f.id = (SELECT MIN (o.id) FROM sweep_sighting AS o"
      " WHERE o.kind = s.kind AND o.number = s.number AND o.page = s.page)"
      " LEFT JOIN copy AS c ON s.kind = 'copy' AND c.number = s.number"
      " LEFT JOIN paper AS p ON p.id = c.paper_id"
      " WHERE s.is_first = 0 AND f.zone <> s.zone AND (s.page > 0 OR s.kind = 'carrier')"
      " ORDER BY s.id",
      error);
  g_autoptr(GPtrArray) all =
                 g_ptr_array_new_with_free_func ((GDestroyNotify) msk_second_sighting_free);
  gboolean row;

  while (statement != NULL && msk_statement_step (statement, &row, error))
    {
      MskSecondSighting *one;

      if (!row)
        return g_steal_pointer (&all);
      one = read_second (statement, error);
      if (one == NULL)
        return NULL;
      g_ptr_array_add (all, one);
    }

  return NULL;
}
