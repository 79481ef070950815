/* What was issued or returned, and nobody has signed for (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-unsigned-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-listing.h"
#include "msk-receipt-ask.h"
#include "msk-receipt-desk.h"
#include "msk-receipt-form.h"
#include "msk-report-ask.h"
#include "msk-time-text.h"

struct _MskUnsignedView
{
  MskPage parent_instance;

  GtkDropDown *signing_drop;
  GtkWidget *sign_button;
  GtkWidget *print_button;
  GtkWidget *print_all_button;
  GtkWidget *enter_button;
  GtkStack *stack;
  GtkColumnView *view;

  GListStore *items;
  GtkSingleSelection *selection;
  MskSigning signing; /* as it is laid down */
};

G_DEFINE_FINAL_TYPE (MskUnsignedView, msk_unsigned_view, MSK_TYPE_PAGE)

static char *
dup_person (gpointer item)
{
  return g_strdup (MSK_UNSIGNED (item)->person);
}

static char *
dup_unit (gpointer item)
{
  return g_strdup (MSK_UNSIGNED (item)->unit);
}

static char *
dup_kind (gpointer item)
{
  return g_strdup (msk_receipt_kind_get_label (MSK_UNSIGNED (item)->kind));
}

static char *
dup_copies (gpointer item)
{
  return msk_receipt_lines_dup_numbers (MSK_UNSIGNED (item)->lines);
}

static char *
dup_since (gpointer item)
{
  return msk_time_text_format (MSK_UNSIGNED (item)->since);
}

static char *
dup_receipt (gpointer item)
{
  const gint64 number = MSK_UNSIGNED (item)->printed_on;

  return number == 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static const MskColumn columns[] = {
  { N_ ("Addressee"), dup_person, NULL, FALSE, FALSE },
  { N_ ("Unit"), dup_unit, NULL, TRUE, FALSE },
  { N_ ("Kind"), dup_kind, NULL, FALSE, FALSE },
  { N_ ("Copy numbers"), dup_copies, NULL, TRUE, FALSE },
  { N_ ("Since"), dup_since, NULL, FALSE, FALSE },
  { N_ ("Receipt"), dup_receipt, NULL, FALSE, TRUE },
};

static MskUnsigned *
get_selected (MskUnsignedView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
apply_state (MskUnsignedView *self)
{
  MskPage *page = MSK_PAGE (self);
  const gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0;
  const gboolean chosen = get_selected (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unsigned.sign",
                                 chosen && msk_page_may (page, MSK_ACT_RECEIPT_SIGN));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unsigned.print",
                                 chosen && msk_page_may (page, MSK_ACT_RECEIPT_MAKE));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unsigned.print-all",
                                 any && msk_page_may (page, MSK_ACT_RECEIPT_MAKE));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unsigned.enter",
                                 any && msk_page_may (page, MSK_ACT_RECEIPT_ENTER));
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskUnsignedView *self)
{
  if (self->view != NULL)
    apply_state (self);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskUnsigned *one = a;
  const MskUnsigned *other = b;

  return one->attendee_id == other->attendee_id && one->kind == other->kind &&
         one->since == other->since && one->printed_on == other->printed_on &&
         one->lines->len == other->lines->len;
}

static void
msk_unsigned_view_refresh (MskPage *page)
{
  MskUnsignedView *self = MSK_UNSIGNED_VIEW (page);
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = msk_receipt_desk_list_unsigned (session, 0, &error);

  if (items == NULL || !msk_receipt_desk_get_signing (session, &self->signing, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("List Not Read"), error);
      return;
    }

  gtk_drop_down_set_selected (self->signing_drop, self->signing);
  msk_listing_update (self->items, items, is_same);
  msk_listing_show (self->stack, items->len, GTK_WIDGET (self->enter_button));
  apply_state (self);
}

static void
signing_chosen_cb (GtkDropDown *drop, GParamSpec *pspec, MskUnsignedView *self)
{
  const guint chosen = gtk_drop_down_get_selected (drop);
  g_autoptr(GError) error = NULL;

  if (chosen == self->signing || chosen == GTK_INVALID_LIST_POSITION)
    return;
  if (!msk_receipt_desk_set_signing (msk_page_get_session (MSK_PAGE (self)), (MskSigning) chosen,
                                     &error))
    {
      gtk_drop_down_set_selected (drop, self->signing);
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Not Changed"), error);
    }
}

static void
sign_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskUnsigned *chosen = get_selected (MSK_UNSIGNED_VIEW (widget));

  if (chosen != NULL)
    msk_receipt_form_open (MSK_PAGE (widget), chosen);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskUnsigned *chosen = get_selected (MSK_UNSIGNED_VIEW (widget));

  if (chosen != NULL)
    msk_report_ask_open_receipts (MSK_PAGE (widget), chosen->kind, chosen->attendee_id);
}

static void
print_all_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open_receipts (MSK_PAGE (widget), MSK_RECEIPT_ISSUE, 0);
}

static void
enter_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskUnsigned *chosen = get_selected (MSK_UNSIGNED_VIEW (widget));

  msk_receipt_ask_enter (MSK_PAGE (widget), chosen != NULL ? chosen->printed_on : 0);
}

static void
msk_unsigned_view_constructed (GObject *object)
{
  MskUnsignedView *self = MSK_UNSIGNED_VIEW (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_unsigned_view_parent_class)->constructed (object);

  gtk_widget_set_sensitive (GTK_WIDGET (self->signing_drop),
                            msk_page_may (page, MSK_ACT_RECEIPT_POLICY));
  gtk_widget_set_visible (self->sign_button, msk_page_may (page, MSK_ACT_RECEIPT_SIGN));
  gtk_widget_set_visible (self->print_button, msk_page_may (page, MSK_ACT_RECEIPT_MAKE));
  gtk_widget_set_visible (self->print_all_button, msk_page_may (page, MSK_ACT_RECEIPT_MAKE));
  gtk_widget_set_visible (self->enter_button, msk_page_may (page, MSK_ACT_RECEIPT_ENTER));
}

static void
msk_unsigned_view_dispose (GObject *object)
{
  MskUnsignedView *self = MSK_UNSIGNED_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_UNSIGNED_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (msk_unsigned_view_parent_class)->dispose (object);
}

static void
msk_unsigned_view_class_init (MskUnsignedViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_unsigned_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_unsigned_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_unsigned_view_refresh;

  gtk_widget_class_install_action (widget_class, "unsigned.sign", NULL, sign_action);
  gtk_widget_class_install_action (widget_class, "unsigned.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "unsigned.print-all", NULL, print_all_action);
  gtk_widget_class_install_action (widget_class, "unsigned.enter", NULL, enter_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/receipts/"
                                                             "msk-unsigned-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskUnsignedView, signing_drop);
  gtk_widget_class_bind_template_child (widget_class, MskUnsignedView, sign_button);
  gtk_widget_class_bind_template_child (widget_class, MskUnsignedView, print_button);
  gtk_widget_class_bind_template_child (widget_class, MskUnsignedView, print_all_button);
  gtk_widget_class_bind_template_child (widget_class, MskUnsignedView, enter_button);
  gtk_widget_class_bind_template_child (widget_class, MskUnsignedView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskUnsignedView, view);
}

static void
fill_signing (MskUnsignedView *self)
{
  static const MskSigning all[] = { MSK_SIGNING_NONE, MSK_SIGNING_SCREEN, MSK_SIGNING_PRINTED };
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_string_list_append (words, msk_signing_get_label (all[i]));
  gtk_drop_down_set_model (self->signing_drop, G_LIST_MODEL (words));
  self->signing = MSK_SIGNING_NONE;
  g_signal_connect_object (self->signing_drop, "notify::selected", G_CALLBACK (signing_chosen_cb),
                           self, 0);
}

static void
msk_unsigned_view_init (MskUnsignedView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  fill_signing (self);
  self->items = g_list_store_new (MSK_TYPE_UNSIGNED);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->view, G_LIST_MODEL (self->items),
                                           G_CALLBACK (selection_changed_cb), self);
}
