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

GtkSingleSelection *
msk_listing_fill_view (GtkColumnView *view, GListModel *model, GCallback changed, gpointer owner)
{
  GtkSingleSelection *selection = msk_listing_new_single (model);

  g_signal_connect_object (selection, "notify::selected-item", changed, owner, 0);
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
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
