/* What was left at the venue without a code, and what was done with it (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-left-items-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-fields-form.h"
#include "msk-left-form.h"
#include "msk-left-item-desk.h"
#include "msk-listing.h"
#include "msk-time-text.h"

struct _MskLeftItemsView
{
  MskPage parent_instance;

  GtkWidget *buttons;
  GtkWidget *register_button;
  GtkStack *stack;
  GtkColumnView *view;

  GListStore *items;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MskLeftItemsView, msk_left_items_view, MSK_TYPE_PAGE)

static char *
dup_id (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_LEFT_ITEM (item)->id);
}

static char *
dup_kind (gpointer item)
{
  return g_strdup (msk_left_kind_get_label (MSK_LEFT_ITEM (item)->kind));
}

static char *
dup_zone (gpointer item)
{
  return g_strdup (msk_measure_area_get_label (MSK_LEFT_ITEM (item)->zone));
}

static char *
dup_description (gpointer item)
{
  return g_strdup (MSK_LEFT_ITEM (item)->description);
}

static char *
dup_finder (gpointer item)
{
  return g_strdup (MSK_LEFT_ITEM (item)->finder);
}

static char *
dup_time (gpointer item)
{
  return msk_time_text_format (MSK_LEFT_ITEM (item)->at);
}

static char *
dup_incident (gpointer item)
{
  const gint64 incident = MSK_LEFT_ITEM (item)->incident;

  return incident == 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, incident);
}

static char *
dup_handling (gpointer item)
{
  return g_strdup (MSK_LEFT_ITEM (item)->handled_at == 0 ? _ ("open")
                                                         : MSK_LEFT_ITEM (item)->handling);
}

static const MskColumn columns[] = {
  { N_ ("Number"), dup_id, NULL, FALSE, TRUE },
  { N_ ("Kind"), dup_kind, NULL, FALSE, FALSE },
  { N_ ("Zone"), dup_zone, NULL, FALSE, FALSE },
  { N_ ("Description"), dup_description, NULL, TRUE, FALSE },
  { N_ ("Found by"), dup_finder, NULL, TRUE, FALSE },
  { N_ ("Found"), dup_time, NULL, FALSE, FALSE },
  { N_ ("Incident"), dup_incident, NULL, FALSE, TRUE },
  { N_ ("What was done"), dup_handling, NULL, TRUE, FALSE },
};

static MskLeftItem *
get_selected (MskLeftItemsView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
apply_state (MskLeftItemsView *self)
{
  MskPage *page = MSK_PAGE (self);
  const gboolean open =
      msk_session_get_meeting (msk_page_get_session (page))->state == MSK_MEETING_STATE_SWEEPING;
  MskLeftItem *item = get_selected (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "left.register",
                                 open && msk_page_may (page, MSK_ACT_LEFT_ITEM_ADD));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "left.handle",
                                 open && item != NULL && item->handled_at == 0 &&
                                     msk_page_may (page, MSK_ACT_LEFT_ITEM_HANDLE));
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskLeftItemsView *self)
{
  if (self->view != NULL)
    apply_state (self);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskLeftItem *one = a;
  const MskLeftItem *other = b;

  return one->id == other->id && one->handled_at == other->handled_at;
}

static void
msk_left_items_view_refresh (MskPage *page)
{
  MskLeftItemsView *self = MSK_LEFT_ITEMS_VIEW (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = msk_left_item_desk_list (msk_page_get_session (page), &error);
  g_autoptr(GPtrArray) turned = NULL;

  if (items == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("List Not Read"), error);
      return;
    }

  turned = msk_listing_dup_turned (items);
  msk_listing_update (self->items, turned, is_same);
  msk_listing_show (self->stack, items->len, self->register_button);
  apply_state (self);
}

static void
register_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_left_form_open (MSK_PAGE (widget));
}

static gboolean
handle (MskPage *page, gpointer item, const char *const *values, GError **error)
{
  return msk_left_item_desk_handle (msk_page_get_session (page), MSK_LEFT_ITEM (item)->id,
                                    values[0], error);
}

static void
handle_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskLeftItem *item = get_selected (MSK_LEFT_ITEMS_VIEW (widget));
  const char *const fields[] = { _ ("What was _done with it, and who has it now"), NULL };
  const MskFieldsWords words = {
    _ ("What Was Done"),
    _ ("It is written once, and stands in the report and the certificate."),
    _ ("_Write Down"),
    fields,
    handle,
  };

  if (item != NULL)
    msk_fields_form_open (MSK_PAGE (widget), &words, NULL, g_object_ref (item), g_object_unref);
}

static void
msk_left_items_view_constructed (GObject *object)
{
  MskLeftItemsView *self = MSK_LEFT_ITEMS_VIEW (object);

  G_OBJECT_CLASS (msk_left_items_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->buttons, msk_page_may (MSK_PAGE (object), MSK_ACT_LEFT_ITEM_ADD));
}

static void
msk_left_items_view_dispose (GObject *object)
{
  MskLeftItemsView *self = MSK_LEFT_ITEMS_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_LEFT_ITEMS_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (msk_left_items_view_parent_class)->dispose (object);
}

static void
msk_left_items_view_class_init (MskLeftItemsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_left_items_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_left_items_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_left_items_view_refresh;

  gtk_widget_class_install_action (widget_class, "left.register", NULL, register_action);
  gtk_widget_class_install_action (widget_class, "left.handle", NULL, handle_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/sweep/"
                                                             "msk-left-items-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskLeftItemsView, buttons);
  gtk_widget_class_bind_template_child (widget_class, MskLeftItemsView, register_button);
  gtk_widget_class_bind_template_child (widget_class, MskLeftItemsView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskLeftItemsView, view);
}

static void
msk_left_items_view_init (MskLeftItemsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->items = g_list_store_new (MSK_TYPE_LEFT_ITEM);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->view, G_LIST_MODEL (self->items),
                                           G_CALLBACK (selection_changed_cb), self);
}
