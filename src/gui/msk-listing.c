/* Keeps a list model in step with what the desk reads.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-listing.h"

static gboolean
is_same (GListStore *store, guint position, gpointer item, GEqualFunc same)
{
  g_autoptr(GObject) old = g_list_model_get_item (G_LIST_MODEL (store), position);

  return same (old, item);
}

void
msk_listing_update (GListStore *store, GPtrArray *fresh, GEqualFunc same)
{
  guint old_end;
  guint new_end;
  guint start = 0;

  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (fresh != NULL && same != NULL);

  old_end = g_list_model_get_n_items (G_LIST_MODEL (store));
  new_end = fresh->len;

  while (start < old_end && start < new_end &&
         is_same (store, start, g_ptr_array_index (fresh, start), same))
    start++;
  while (old_end > start && new_end > start &&
         is_same (store, old_end - 1, g_ptr_array_index (fresh, new_end - 1), same))
    {
      old_end--;
      new_end--;
    }

  if (old_end > start || new_end > start)
    g_list_store_splice (store, start, old_end - start, fresh->pdata + start, new_end - start);
}

/* Where an item stands in a store that is in order, or would stand. */
static guint
find_place (GListStore *store, gpointer item, GCompareDataFunc compare, gboolean *found)
{
  guint low = 0;
  guint high = g_list_model_get_n_items (G_LIST_MODEL (store));

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      g_autoptr(GObject) there = g_list_model_get_item (G_LIST_MODEL (store), middle);
      const int order = compare (there, item, NULL);

      *found = order == 0;
      if (*found)
        return middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  *found = FALSE;
  return low;
}

void
msk_listing_put (GListStore *store,
                 gpointer item,
                 gboolean listed,
                 GCompareDataFunc compare,
                 GEqualFunc same)
{
  gboolean found;
  guint place;

  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (G_IS_OBJECT (item) && compare != NULL && same != NULL);

  place = find_place (store, item, compare, &found);
  if (found && listed && is_same (store, place, item, same))
    return;
  if (found || listed)
    g_list_store_splice (store, place, found ? 1 : 0, listed ? &item : NULL, listed ? 1 : 0);
}

void
msk_listing_show (GtkStack *stack, guint n_items, GtkWidget *other)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (GTK_IS_STACK (stack) && GTK_IS_WIDGET (other));

  gtk_stack_set_visible_child_name (stack, n_items > 0 ? "list" : "none");
  root = gtk_widget_get_root (GTK_WIDGET (stack));
  if (n_items > 0 || root == NULL || !gtk_widget_get_mapped (GTK_WIDGET (stack)))
    return;

  focus = gtk_root_get_focus (root);
  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (stack)))
    gtk_widget_grab_focus (other);
}

GPtrArray *
msk_listing_dup_turned (GPtrArray *items)
{
  GPtrArray *turned = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (items != NULL, turned);

  for (guint i = items->len; i > 0; i--)
    g_ptr_array_add (turned, g_object_ref (g_ptr_array_index (items, i - 1)));

  return turned;
}

GtkSingleSelection *
msk_listing_new_single (GListModel *model)
{
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, model);
  return selection;
}

static gboolean
has_keyboard (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, list);
}

#define HAD_KEYBOARD "msk-listing-had-keyboard"

static void
before_change_cb (GListModel *model, guint position, guint removed, guint added, GtkWidget *view)
{
  g_object_set_data (G_OBJECT (view), HAD_KEYBOARD, GINT_TO_POINTER (has_keyboard (view)));
}

/* The view knows the place of the row that was gone, but what showed it may stand for another row
 * now, or for none. */
static void
after_change_cb (GListModel *model, guint position, guint removed, guint added, GtkWidget *view)
{
  if (g_object_steal_data (G_OBJECT (view), HAD_KEYBOARD) != NULL)
    gtk_widget_grab_focus (view);
}

void
msk_listing_show_model (GtkColumnView *view, GtkSelectionModel *selection)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && GTK_IS_SELECTION_MODEL (selection));

  g_signal_connect_object (selection, "items-changed", G_CALLBACK (before_change_cb), view, 0);
  gtk_column_view_set_model (view, selection);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (after_change_cb), view,
                           G_CONNECT_AFTER);
}

#define KEYBOARD_ROW "msk-listing-keyboard-row"

/* Kept as one more than the place of the row, since 0 is for none. */
static void
before_rows_cb (GListModel *model, guint position, guint removed, guint added, GtkWidget *box)
{
  GtkWidget *focus = has_keyboard (box) ? gtk_root_get_focus (gtk_widget_get_root (box)) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  const int place = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1 : 0;

  g_object_set_data (G_OBJECT (box), KEYBOARD_ROW, GINT_TO_POINTER (place));
}

static void
after_rows_cb (GListModel *model, guint position, guint removed, guint added, GtkWidget *box)
{
  const int place = GPOINTER_TO_INT (g_object_steal_data (G_OBJECT (box), KEYBOARD_ROW));
  const int last = (int) g_list_model_get_n_items (model);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), MIN (place, last) - 1);

  if (place > 0 && row != NULL && !has_keyboard (box))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
msk_listing_bind_box (GtkListBox *box,
                      GListModel *model,
                      GtkListBoxCreateWidgetFunc create,
                      gpointer user_data)
{
  g_return_if_fail (GTK_IS_LIST_BOX (box) && G_IS_LIST_MODEL (model));

  g_signal_connect_object (model, "items-changed", G_CALLBACK (before_rows_cb), box, 0);
  gtk_list_box_bind_model (box, model, create, user_data, NULL);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (after_rows_cb), box,
                           G_CONNECT_AFTER);
}

GtkSingleSelection *
msk_listing_fill_view (GtkColumnView *view, GListModel *model, GCallback changed, gpointer owner)
{
  GtkSingleSelection *selection = msk_listing_new_single (model);

  g_signal_connect_object (selection, "notify::selected-item", changed, owner, 0);
  msk_listing_show_model (view, GTK_SELECTION_MODEL (selection));
  return selection;
}

GPtrArray *
msk_listing_dup_selected (GListModel *selection)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GtkBitset) chosen = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (GTK_IS_SELECTION_MODEL (selection), items);

  chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection));
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, chosen, &position); valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (items, g_list_model_get_item (selection, position));

  return items;
}
