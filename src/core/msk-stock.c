/* Counted stock of a handover, held against what was expected (K1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-handover.h"

G_DEFINE_FINAL_TYPE (MskDiscrepancy, msk_discrepancy, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskStockLine, msk_stock_line, G_TYPE_OBJECT)

static const char *const labels[] = {
  [MSK_DISCREPANCY_MISSING] = N_ ("missing from the stock"),
  [MSK_DISCREPANCY_SURPLUS] = N_ ("not expected here"),
  [MSK_DISCREPANCY_FIGURE] = N_ ("the figure differs"),
  [MSK_DISCREPANCY_UNKNOWN] = N_ ("unknown code"),
  [MSK_DISCREPANCY_OTHER_MEETING] = N_ ("of another meeting"),
};

static void
msk_discrepancy_finalize (GObject *object)
{
  MskDiscrepancy *self = MSK_DISCREPANCY (object);

  g_free (self->document_number);
  g_free (self->last_act);
  g_free (self->last_user);
  g_free (self->last_person);
  g_free (self->explained_by);
  g_free (self->explanation);

  G_OBJECT_CLASS (msk_discrepancy_parent_class)->finalize (object);
}

static void
msk_discrepancy_class_init (MskDiscrepancyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_discrepancy_finalize;
}

static void
msk_discrepancy_init (MskDiscrepancy *self)
{
}

static void
msk_stock_line_finalize (GObject *object)
{
  g_free (MSK_STOCK_LINE (object)->document_number);

  G_OBJECT_CLASS (msk_stock_line_parent_class)->finalize (object);
}

static void
msk_stock_line_class_init (MskStockLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_stock_line_finalize;
}

static void
msk_stock_line_init (MskStockLine *self)
{
}

MskDiscrepancy *
msk_discrepancy_new (void)
{
  return g_object_new (MSK_TYPE_DISCREPANCY, NULL);
}

MskStockLine *
msk_stock_line_new (void)
{
  return g_object_new (MSK_TYPE_STOCK_LINE, NULL);
}

const char *
msk_discrepancy_kind_get_label (MskDiscrepancyKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[kind]);
}

static char *
dup_kind_of_paper (MskStockKind kind, const char *document_number)
{
  return *document_number == '\0'
             ? g_strdup (msk_stock_kind_get_label (kind))
             : g_strdup_printf (_ ("%s: %s"), msk_stock_kind_get_label (kind), document_number);
}

static char *
dup_thing (MskStockKind kind, gint64 number, const char *document_number)
{
  g_autofree char *text = msk_stock_dup_number (kind, number);

  switch (kind)
    {
    case MSK_STOCK_CARRIER:
      return g_strdup_printf (_ ("carrier %s"), text);
    case MSK_STOCK_DEVICE:
      return g_strdup_printf (_ ("device %s"), text);
    case MSK_STOCK_SET:
      return g_strdup_printf (_ ("spoiled set %s of %s"), text, document_number);
    case MSK_STOCK_COPY:
    default:
      return g_strdup_printf (_ ("copy %s of %s"), text, document_number);
    }
}

char *
msk_stock_line_dup_what (MskStockLine *self)
{
  g_return_val_if_fail (MSK_IS_STOCK_LINE (self), NULL);

  return self->number != 0 ? dup_thing (self->kind, self->number, self->document_number)
                           : dup_kind_of_paper (self->kind, self->document_number);
}

char *
msk_discrepancy_dup_what (MskDiscrepancy *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (MSK_IS_DISCREPANCY (self), NULL);

  if (self->kind == MSK_DISCREPANCY_FIGURE)
    {
      text = dup_kind_of_paper (self->stock, self->document_number);
      return g_strdup_printf (_ ("%s: %u expected, %u counted"), text, self->expected,
                              self->counted);
    }

  return self->number == 0 ? g_strdup (_ ("a code"))
                           : dup_thing (self->stock, self->number, self->document_number);
}

static guint
hash_item (gconstpointer data)
{
  const MskStockItem *item = data;

  return g_int64_hash (&item->number) * MSK_STOCK_N_KINDS + (guint) item->kind;
}

static gboolean
is_same_item (gconstpointer a, gconstpointer b)
{
  const MskStockItem *first = a, *second = b;

  return first->kind == second->kind && first->number == second->number;
}

/* Lends from items. Strange codes are no item. */
static GHashTable *
index_items (const GArray *items)
{
  GHashTable *index = g_hash_table_new (hash_item, is_same_item);

  for (guint i = 0; i < items->len; i++)
    {
      MskStockItem *item = &g_array_index (items, MskStockItem, i);

      if (!item->strange)
        g_hash_table_add (index, item);
    }

  return index;
}

static guint
count_group (const GArray *items, const MskStockFigure *group, gboolean only_certain)
{
  guint count = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const MskStockItem *item = &g_array_index (items, MskStockItem, i);

      count += !item->strange && item->kind == group->kind && item->paper_id == group->paper_id &&
               (item->certain || !only_certain);
    }

  return count;
}

/* The newest figure of the group, or NULL. */
static const MskStockFigure *
find_figure (const GArray *figures, MskStockKind kind, gint64 paper_id)
{
  for (guint i = figures->len; i > 0; i--)
    {
      const MskStockFigure *figure = &g_array_index (figures, MskStockFigure, i - 1);

      if (figure->kind == kind && figure->paper_id == paper_id)
        return figure;
    }

  return NULL;
}

static void
add (GArray *found, MskDiscrepancyKind kind, const MskStockItem *item)
{
  const MskStockDifference difference = { .kind = kind, .item = *item };

  g_array_append_val (found, difference);
}

static void
add_missing (GArray *found, const GArray *expected, const GArray *seen, const GArray *figures)
{
  g_autoptr(GHashTable) index = index_items (seen);

  for (guint i = 0; i < expected->len; i++)
    {
      const MskStockItem *item = &g_array_index (expected, MskStockItem, i);
      const MskStockFigure *figure = find_figure (figures, item->kind, item->paper_id);

      if (!item->certain || g_hash_table_contains (index, item))
        continue;
      if (figure == NULL || count_group (seen, figure, FALSE) > 0)
        add (found, MSK_DISCREPANCY_MISSING, item);
    }
}

static void
add_seen (GArray *found, const GArray *expected, const GArray *seen)
{
  g_autoptr(GHashTable) index = index_items (expected);

  for (guint i = 0; i < seen->len; i++)
    {
      const MskStockItem *item = &g_array_index (seen, MskStockItem, i);

      if (item->strange)
        add (found, item->other_meeting ? MSK_DISCREPANCY_OTHER_MEETING : MSK_DISCREPANCY_UNKNOWN,
             item);
      else if (!g_hash_table_contains (index, item))
        add (found, MSK_DISCREPANCY_SURPLUS, item);
    }
}

static void
add_figures (GArray *found, const GArray *expected, const GArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const MskStockFigure *figure = &g_array_index (figures, MskStockFigure, i);
      const guint least = count_group (expected, figure, TRUE);
      const guint most = count_group (expected, figure, FALSE);
      const MskStockDifference difference = {
        .kind = MSK_DISCREPANCY_FIGURE,
        .item = { .kind = figure->kind, .paper_id = figure->paper_id },
        .expected = least,
        .counted = figure->count,
      };

      if (find_figure (figures, figure->kind, figure->paper_id) == figure &&
          (figure->count < least || figure->count > most))
        g_array_append_val (found, difference);
    }
}

GArray *
msk_handover_compare (const GArray *expected, const GArray *seen, const GArray *figures)
{
  GArray *found;

  g_return_val_if_fail (expected != NULL && seen != NULL && figures != NULL, NULL);

  found = g_array_new (FALSE, FALSE, sizeof (MskStockDifference));
  add_missing (found, expected, seen, figures);
  add_seen (found, expected, seen);
  add_figures (found, expected, figures);
  return found;
}
