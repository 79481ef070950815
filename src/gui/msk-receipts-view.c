/* The receipts of the meeting, signed and not (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-receipts-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-listing.h"
#include "msk-receipt-ask.h"
#include "msk-receipt-desk.h"
#include "msk-report-ask.h"
#include "msk-time-text.h"

struct _MskReceiptsView
{
  MskPage parent_instance;

  GtkWidget *show_button;
  GtkWidget *print_button;
  GtkWidget *report_button;
  GtkStack *stack;
  GtkColumnView *view;

  GListStore *items;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MskReceiptsView, msk_receipts_view, MSK_TYPE_PAGE)

static char *
dup_number (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_RECEIPT (item)->number);
}

static char *
dup_kind (gpointer item)
{
  return g_strdup (msk_receipt_kind_get_label (MSK_RECEIPT (item)->kind));
}

static char *
dup_person (gpointer item)
{
  return g_strdup (MSK_RECEIPT (item)->person);
}

static char *
dup_copies (gpointer item)
{
  return msk_receipt_lines_dup_numbers (MSK_RECEIPT (item)->lines);
}

static char *
dup_signer (gpointer item)
{
  return g_strdup (MSK_RECEIPT (item)->signer);
}

static char *
dup_reference (gpointer item)
{
  return g_strdup (MSK_RECEIPT (item)->reference);
}

static char *
dup_standing (gpointer item)
{
  return g_strdup (msk_receipt_get_standing (MSK_RECEIPT (item)));
}

static char *
dup_signed (gpointer item)
{
  MskReceipt *receipt = MSK_RECEIPT (item);

  return receipt->is_signed ? msk_time_text_format (receipt->signed_at) : g_strdup ("");
}

static const MskColumn columns[] = {
  { N_ ("Receipt"), dup_number, NULL, FALSE, TRUE },
  { N_ ("Kind"), dup_kind, NULL, FALSE, FALSE },
  { N_ ("Addressee"), dup_person, NULL, FALSE, FALSE },
  { N_ ("Copy numbers"), dup_copies, NULL, TRUE, FALSE },
  { N_ ("Signed by"), dup_signer, NULL, FALSE, FALSE },
  { N_ ("Reference"), dup_reference, NULL, TRUE, FALSE },
  { N_ ("How"), dup_standing, NULL, FALSE, FALSE },
  { N_ ("Signed"), dup_signed, NULL, FALSE, FALSE },
};

static MskReceipt *
get_selected (MskReceiptsView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
apply_state (MskReceiptsView *self)
{
  MskReceipt *chosen = get_selected (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "receipts.show",
                                 chosen != NULL && chosen->signature != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "receipts.print",
                                 chosen != NULL &&
                                     msk_page_may (MSK_PAGE (self), MSK_ACT_RECEIPT_MAKE));
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskReceiptsView *self)
{
  if (self->view != NULL)
    apply_state (self);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  MskReceipt *one = (gpointer) a;
  MskReceipt *other = (gpointer) b;

  return one->number == other->number && one->is_signed == other->is_signed &&
         msk_receipt_is_outdated (one) == msk_receipt_is_outdated (other);
}

static void
msk_receipts_view_refresh (MskPage *page)
{
  MskReceiptsView *self = MSK_RECEIPTS_VIEW (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = msk_receipt_desk_list (msk_page_get_session (page), &error);

  if (items == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("List Not Read"), error);
      return;
    }

  msk_listing_update (self->items, items, is_same);
  msk_listing_show (self->stack, items->len, self->report_button);
  apply_state (self);
}

static void
show_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskReceipt *chosen = get_selected (MSK_RECEIPTS_VIEW (widget));

  if (chosen != NULL && chosen->signature != NULL)
    msk_receipt_ask_show (MSK_PAGE (widget), chosen);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskReceipt *chosen = get_selected (MSK_RECEIPTS_VIEW (widget));

  if (chosen != NULL)
    msk_report_ask_open_receipt (MSK_PAGE (widget), chosen->number);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_RECEIPTS);
}

static void
msk_receipts_view_constructed (GObject *object)
{
  MskReceiptsView *self = MSK_RECEIPTS_VIEW (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_receipts_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->print_button, msk_page_may (page, MSK_ACT_RECEIPT_MAKE));
  gtk_widget_set_visible (self->report_button, msk_page_may (page, MSK_ACT_REPORT_MAKE));
}

static void
msk_receipts_view_dispose (GObject *object)
{
  MskReceiptsView *self = MSK_RECEIPTS_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_RECEIPTS_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (msk_receipts_view_parent_class)->dispose (object);
}

static void
msk_receipts_view_class_init (MskReceiptsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_receipts_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_receipts_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_receipts_view_refresh;

  gtk_widget_class_install_action (widget_class, "receipts.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "receipts.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "receipts.report", NULL, report_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/receipts/"
                                                             "msk-receipts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskReceiptsView, show_button);
  gtk_widget_class_bind_template_child (widget_class, MskReceiptsView, print_button);
  gtk_widget_class_bind_template_child (widget_class, MskReceiptsView, report_button);
  gtk_widget_class_bind_template_child (widget_class, MskReceiptsView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskReceiptsView, view);
}

static void
msk_receipts_view_init (MskReceiptsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->items = g_list_store_new (MSK_TYPE_RECEIPT);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->view, G_LIST_MODEL (self->items),
                                           G_CALLBACK (selection_changed_cb), self);
}
