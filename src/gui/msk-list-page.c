/* A page that is one table of what is open, or of all, with at most one row selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-list-page.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-listing.h"

typedef struct
{
  GtkCheckButton *all_button; /* of the template, like the next two: NULL once it is gone */
  GtkStack *stack;
  GtkColumnView *view;

  GListStore *items;
  GtkSingleSelection *selection;
} MskListPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MskListPage, msk_list_page, MSK_TYPE_PAGE)

#define PRIVATE(self) ((MskListPagePrivate *) msk_list_page_get_instance_private (self))

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskListPage *self)
{
  if (PRIVATE (self)->view != NULL)
    MSK_LIST_PAGE_GET_CLASS (self)->apply_state (self);
}

static void
msk_list_page_refresh (MskPage *page)
{
  MskListPage *self = MSK_LIST_PAGE (page);
  MskListPageClass *klass = MSK_LIST_PAGE_GET_CLASS (self);
  MskListPagePrivate *priv = PRIVATE (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items =
                 klass->read (msk_page_get_session (page),
                              !gtk_check_button_get_active (priv->all_button), &error);

  if (items == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("List Not Read"), error);
      return;
    }

  msk_listing_update (priv->items, items, klass->is_same);
  msk_listing_show (priv->stack, items->len, GTK_WIDGET (priv->all_button));
  klass->apply_state (self);
}

static void
all_toggled_cb (GtkCheckButton *button, MskListPage *self)
{
  msk_list_page_refresh (MSK_PAGE (self));
}

static void
msk_list_page_dispose (GObject *object)
{
  MskListPagePrivate *priv = PRIVATE (MSK_LIST_PAGE (object));

  adw_bin_set_child (ADW_BIN (object), NULL);
  priv->all_button = NULL;
  priv->stack = NULL;
  priv->view = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), G_OBJECT_TYPE (object));
  g_clear_object (&priv->selection);
  g_clear_object (&priv->items);

  G_OBJECT_CLASS (msk_list_page_parent_class)->dispose (object);
}

static void
msk_list_page_class_init (MskListPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msk_list_page_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_list_page_refresh;
}

static void
msk_list_page_init (MskListPage *self)
{
}

void
msk_list_page_class_set_template (MskListPageClass *klass, const char *resource)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* Found by name once they are there: the page has no place for them itself. */
  gtk_widget_class_set_template_from_resource (widget_class, resource);
  gtk_widget_class_bind_template_child_full (widget_class, "all_button", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "stack", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "view", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static gpointer
get_child (MskListPage *self, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self), G_OBJECT_TYPE (self), name);
}

void
msk_list_page_init_template (MskListPage *self)
{
  MskListPageClass *klass = MSK_LIST_PAGE_GET_CLASS (self);
  MskListPagePrivate *priv = PRIVATE (self);

  gtk_widget_init_template (GTK_WIDGET (self));

  priv->all_button = get_child (self, "all_button");
  priv->stack = get_child (self, "stack");
  priv->view = get_child (self, "view");
  priv->items = g_list_store_new (klass->item_type);
  msk_cells_add_columns (priv->view, klass->columns, klass->n_columns);
  priv->selection = msk_listing_fill_view (priv->view, G_LIST_MODEL (priv->items),
                                           G_CALLBACK (selection_changed_cb), self);
}

gpointer
msk_list_page_get_selected (MskListPage *self)
{
  g_return_val_if_fail (MSK_IS_LIST_PAGE (self), NULL);

  return gtk_single_selection_get_selected_item (PRIVATE (self)->selection);
}
