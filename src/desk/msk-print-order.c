/* The copies of one run, in the order in which they are printed, each with what stamps it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-order.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-stamper.h"
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-paper-store.h"
#include "msk-plan-store.h"
#include "msk-print-desk-private.h"
#include "msk-reproduction-private.h"
#include "msk-request-store.h"
#include "msk-session-private.h"

struct _MskPrintOrder
{
  GPtrArray *copies;    /* of MskCopy, as they were at the start */
  GHashTable *stampers; /* of MskStamper, by number of the copy */
  GDate date;           /* of the run, which copies of copies bear (C2) */
  guint next;
};

/* Why no copy can be printed at the place: the paper may not be copied at all or not any more, no
 * number was reserved, or none that may be printed there. */
static void
set_nothing_to_print (MskDatabase *database, gint64 paper_id, GError **error)
{
  g_autoptr(GPtrArray) elsewhere = msk_copy_store_list_reserved (database, paper_id, NULL, error);

  if (elsewhere == NULL)
    return;
  if (elsewhere->len == 0 && paper_id != 0 &&
      !msk_print_desk_check_room (database, paper_id, 1, error))
    return;
  if (elsewhere->len == 0)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_TO_PRINT,
                         paper_id != 0 ? _ ("No number of this paper waits for printing: reserve "
                                            "numbers first.")
                                       : _ ("No number of any paper waits for printing: reserve "
                                            "numbers first."));
  else
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PLACE_NOT_APPROVED,
                         _ ("The copies that wait were approved for another place than this "
                            "printer's: choose a printer at the approved place, or get an "
                            "approval for this one."));
}

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer ranks)
{
  const MskCopy *one = *(MskCopy *const *) a;
  const MskCopy *other = *(MskCopy *const *) b;

  return GPOINTER_TO_INT (g_hash_table_lookup (ranks, GUINT_TO_POINTER (one->number))) -
         GPOINTER_TO_INT (g_hash_table_lookup (ranks, GUINT_TO_POINTER (other->number)));
}

/* The order of the plan, as the list of packs has it. */
static gboolean
sort_by_person (GPtrArray *copies, MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) lines = msk_plan_store_list (database, 0, error);
  g_autoptr(GHashTable) ranks = g_hash_table_new (NULL, NULL);

  if (lines == NULL)
    return FALSE;

  g_ptr_array_sort (lines, msk_plan_line_compare);
  for (guint i = 0; i < lines->len; i++)
    {
      const MskPlanLine *line = g_ptr_array_index (lines, i);

      g_hash_table_insert (ranks, GUINT_TO_POINTER (line->number), GUINT_TO_POINTER (i));
    }
  g_ptr_array_sort_with_data (copies, compare_ranks, ranks);
  return TRUE;
}

/* One stamper does for all copies of a paper, and for those copies of a copy that have one approval
 * (C2), which names their parent and the copying organ. *request is NULL for the first. */
static gboolean
get_key (MskDatabase *database,
         const MskCopy *copy,
         MskCopyRequest **request,
         gint64 *key,
         GError **error)
{
  *request = NULL;
  *key = copy->paper_id;
  if (!msk_copy_number_is_reproduction (copy->number))
    return TRUE;

  *request = msk_request_store_get_of_number (database, copy->number, error);
  if (*request == NULL)
    return FALSE;

  *key = -(*request)->id;
  return TRUE;
}

static MskStamper *
make_stamper (MskPrintOrder *self,
              MskSession *session,
              MskDatabase *database,
              gint64 paper_id,
              MskCopyRequest *request,
              GError **error)
{
  MskScheme *scheme = msk_session_get_meeting (session)->scheme;
  g_autoptr(MskPaper) paper = msk_paper_store_get (database, paper_id, error);
  g_autoptr(MskPreparedPdf) prepared =
                 paper == NULL ? NULL : msk_paper_store_load_prepared (database, paper_id, error);
  MskReproductionMarks marks = { .date = self->date };

  if (prepared == NULL)
    return NULL;
  if (request == NULL)
    return msk_copy_stamper_new (scheme, prepared, paper, NULL, error);

  marks.parent = request->parent;
  marks.copier = request->copier;
  return msk_reproduction_count_made (database, request, &marks.made, error)
             ? msk_copy_stamper_new (scheme, prepared, paper, &marks, error)
             : NULL;
}

/* Before the first sheet, so that a paper that can't be stamped is refused and not met halfway.
 * made: the stampers so far, by get_key(). */
static gboolean
add_stamper (MskPrintOrder *self,
             GHashTable *made,
             MskSession *session,
             MskDatabase *database,
             const MskCopy *copy,
             GError **error)
{
  g_autoptr(MskCopyRequest) request = NULL;
  MskStamper *stamper;
  gint64 key;

  if (!get_key (database, copy, &request, &key, error))
    return FALSE;

  stamper = g_hash_table_lookup (made, &key);
  if (stamper == NULL)
    {
      stamper = make_stamper (self, session, database, copy->paper_id, request, error);
      if (stamper == NULL)
        return FALSE;
      g_hash_table_insert (made, g_memdup2 (&key, sizeof key), stamper);
    }

  g_hash_table_insert (self->stampers, GUINT_TO_POINTER (copy->number), g_object_ref (stamper));
  return TRUE;
}

/* C2: a copy whose parent was spoiled, given up or called back meanwhile is not made. When all of
 * them are such, the error says why. */
static gboolean
drop_orphans (GPtrArray *copies, MskDatabase *database, GError **error)
{
  g_autoptr(GError) reason = NULL;
  guint i = 0;

  while (i < copies->len)
    {
      const MskCopy *copy = g_ptr_array_index (copies, i);
      g_autoptr(MskCopy) parent = NULL;

      if (!msk_copy_number_is_reproduction (copy->number))
        {
          i++;
          continue;
        }

      g_clear_error (&reason);
      parent = msk_reproduction_get_parent (database, copy->paper_id,
                                            msk_copy_number_get_parent (copy->number), &reason);
      if (parent != NULL)
        i++;
      else
        g_ptr_array_remove_index (copies, i);
    }

  if (copies->len > 0)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

MskPrintOrder *
msk_print_order_new (MskSession *session,
                     MskDatabase *database,
                     gint64 paper_id,
                     const char *place,
                     GError **error)
{
  g_autoptr(MskPrintOrder) self = g_new0 (MskPrintOrder, 1);
  g_autoptr(GHashTable) made =
                 g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  self->stampers = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  msk_reproduction_get_day (msk_session_get_now (session), &self->date);
  self->copies = msk_copy_store_list_reserved (database, paper_id, place, error);
  if (self->copies == NULL)
    return NULL;
  if (self->copies->len == 0)
    {
      set_nothing_to_print (database, paper_id, error);
      return NULL;
    }
  if (!drop_orphans (self->copies, database, error))
    return NULL;

  for (guint i = 0; i < self->copies->len; i++)
    if (!add_stamper (self, made, session, database, g_ptr_array_index (self->copies, i), error))
      return NULL;

  if (paper_id == 0 && !sort_by_person (self->copies, database, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
msk_print_order_free (MskPrintOrder *self)
{
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  g_clear_pointer (&self->stampers, g_hash_table_unref);
  g_free (self);
}

guint
msk_print_order_get_length (MskPrintOrder *self)
{
  return self->copies->len;
}

/* Whose name the sheets of a copy carry if it is printed now. */
static gboolean
get_named (MskDatabase *database, MskCopy *copy, gint64 *named_id, GError **error)
{
  gboolean named;

  if (!msk_plan_store_get_named (database, copy->paper_id, &named, error))
    return FALSE;

  *named_id = named ? copy->planned_id : 0;
  return TRUE;
}

static gboolean
fill_item (MskPrintOrder *self,
           MskDatabase *database,
           MskCopy *copy,
           MskPrintItem *item,
           GError **error)
{
  if (!msk_paper_store_get_ordinal (database, copy->paper_id,
                                    msk_copy_number_get_root (copy->number), &item->ordinal,
                                    error) ||
      !get_named (database, copy, &item->named_id, error))
    return FALSE;

  item->copy = g_object_ref (copy);
  item->stamper =
      g_object_ref (g_hash_table_lookup (self->stampers, GUINT_TO_POINTER (copy->number)));
  return TRUE;
}

gboolean
msk_print_order_peek (MskPrintOrder *self,
                      MskDatabase *database,
                      MskPrintItem *item,
                      GError **error)
{
  *item = (MskPrintItem){ 0 };

  for (; self->next < self->copies->len; self->next++)
    {
      const MskCopy *listed = g_ptr_array_index (self->copies, self->next);
      g_autoptr(MskCopy) copy = msk_copy_store_get (database, listed->number, error);

      if (copy == NULL)
        return FALSE;
      if (copy->attempt == MSK_ATTEMPT_RESERVED)
        return fill_item (self, database, copy, item, error);
    }

  return TRUE;
}

void
msk_print_item_clear (MskPrintItem *item)
{
  g_clear_object (&item->copy);
  g_clear_object (&item->stamper);
}

gboolean
msk_print_item_is_current (const MskPrintItem *item, MskDatabase *database)
{
  g_autoptr(MskCopy) copy = msk_copy_store_get (database, item->copy->number, NULL);
  gint64 named_id;

  return copy != NULL && copy->serial == item->copy->serial &&
         copy->attempt == MSK_ATTEMPT_RESERVED && get_named (database, copy, &named_id, NULL) &&
         named_id == item->named_id;
}
