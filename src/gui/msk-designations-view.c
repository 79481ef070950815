/* Who was designated to sign for whom (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-designations-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-listing.h"
#include "msk-receipt-ask.h"
#include "msk-receipt-desk.h"
#include "msk-time-text.h"

struct _MskDesignationsView
{
  MskPage parent_instance;

  GtkCheckButton *all_button;
  GtkWidget *designate_button;
  GtkWidget *end_button;
  GtkStack *stack;
  GtkColumnView *view;

  GListStore *items;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MskDesignationsView, msk_designations_view, MSK_TYPE_PAGE)

static char *
dup_id (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_DESIGNATION (item)->id);
}

static char *
dup_person (gpointer item)
{
  return g_strdup (MSK_DESIGNATION (item)->person);
}

static char *
dup_collector (gpointer item)
{
  return g_strdup_printf ("%s · %s", MSK_DESIGNATION (item)->collector,
                          MSK_DESIGNATION (item)->collector_unit);
}

static char *
dup_reference (gpointer item)
{
  return g_strdup (MSK_DESIGNATION (item)->reference);
}

static char *
dup_since (gpointer item)
{
  return msk_time_text_format (MSK_DESIGNATION (item)->granted_at);
}

static char *
dup_ended (gpointer item)
{
  MskDesignation *designation = MSK_DESIGNATION (item);

  return designation->ended_at == 0 ? g_strdup ("") : msk_time_text_format (designation->ended_at);
}

static const MskColumn columns[] = {
  { N_ ("No."), dup_id, NULL, FALSE, TRUE },
  { N_ ("Addressee"), dup_person, NULL, TRUE, FALSE },
  { N_ ("Signs for them"), dup_collector, NULL, TRUE, FALSE },
  { N_ ("Reference"), dup_reference, NULL, TRUE, FALSE },
  { N_ ("Since"), dup_since, NULL, FALSE, FALSE },
  { N_ ("Ended"), dup_ended, NULL, FALSE, FALSE },
};

static MskDesignation *
get_selected (MskDesignationsView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
apply_state (MskDesignationsView *self)
{
  MskDesignation *chosen = get_selected (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "designation.end",
                                 chosen != NULL && chosen->ended_at == 0 &&
                                     msk_page_may (MSK_PAGE (self), MSK_ACT_COLLECTOR_END));
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskDesignationsView *self)
{
  if (self->view != NULL)
    apply_state (self);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskDesignation *one = a;
  const MskDesignation *other = b;

  return one->id == other->id && one->ended_at == other->ended_at;
}

static void
msk_designations_view_refresh (MskPage *page)
{
  MskDesignationsView *self = MSK_DESIGNATIONS_VIEW (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = msk_receipt_desk_list_designations (msk_page_get_session (page),
                                                                    !gtk_check_button_get_active (
                                                                        self->all_button),
                                                                    &error);

  if (items == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("List Not Read"), error);
      return;
    }

  msk_listing_update (self->items, items, is_same);
  msk_listing_show (self->stack, items->len, GTK_WIDGET (self->all_button));
  apply_state (self);
}

static void
all_toggled_cb (GtkCheckButton *button, MskDesignationsView *self)
{
  msk_designations_view_refresh (MSK_PAGE (self));
}

static void
designate_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_receipt_ask_designate (MSK_PAGE (widget));
}

static void
end_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDesignation *chosen = get_selected (MSK_DESIGNATIONS_VIEW (widget));
  g_autoptr(GError) error = NULL;

  if (chosen != NULL && !msk_receipt_desk_end_designation (msk_page_get_session (MSK_PAGE (widget)),
                                                           chosen->id, &error))
    msk_ask_tell_error (widget, _ ("Not Ended"), error);
}

static void
msk_designations_view_constructed (GObject *object)
{
  MskDesignationsView *self = MSK_DESIGNATIONS_VIEW (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_designations_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->designate_button, msk_page_may (page, MSK_ACT_COLLECTOR_DESIGNATE));
  gtk_widget_set_visible (self->end_button, msk_page_may (page, MSK_ACT_COLLECTOR_END));
}

static void
msk_designations_view_dispose (GObject *object)
{
  MskDesignationsView *self = MSK_DESIGNATIONS_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_DESIGNATIONS_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (msk_designations_view_parent_class)->dispose (object);
}

static void
msk_designations_view_class_init (MskDesignationsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_designations_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_designations_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_designations_view_refresh;

  gtk_widget_class_install_action (widget_class, "designation.add", NULL, designate_action);
  gtk_widget_class_install_action (widget_class, "designation.end", NULL, end_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/receipts/"
                                                             "msk-designations-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskDesignationsView, all_button);
  gtk_widget_class_bind_template_child (widget_class, MskDesignationsView, designate_button);
  gtk_widget_class_bind_template_child (widget_class, MskDesignationsView, end_button);
  gtk_widget_class_bind_template_child (widget_class, MskDesignationsView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskDesignationsView, view);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static void
msk_designations_view_init (MskDesignationsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->items = g_list_store_new (MSK_TYPE_DESIGNATION);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->view, G_LIST_MODEL (self->items),
                                           G_CALLBACK (selection_changed_cb), self);
}
