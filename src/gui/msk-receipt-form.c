/* The form in which somebody signs on the screen for what they got or gave back (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-receipt-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-receipt-desk.h"
#include "msk-signature-pad.h"

struct _MskReceiptForm
{
  MskForm parent_instance;

  GtkLabel *what_label;
  GtkWidget *group;
  AdwComboRow *signer_row;
  MskSignaturePad *pad;

  MskUnsigned *what;
  GArray *signers; /* of gint64: the addressee, then whom the leader designated */
};

G_DEFINE_FINAL_TYPE (MskReceiptForm, msk_receipt_form, MSK_TYPE_FORM)

static gboolean
msk_receipt_form_apply (MskForm *form, GError **error)
{
  MskReceiptForm *self = MSK_RECEIPT_FORM (form);
  const guint chosen = adw_combo_row_get_selected (self->signer_row);
  const gint64 signer =
      chosen < self->signers->len ? g_array_index (self->signers, gint64, chosen) : 0;

  return msk_receipt_desk_sign (msk_form_get_session (form), self->what, signer,
                                msk_signature_pad_get_signature (self->pad), error) != 0;
}

static void
clear_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskReceiptForm *self = MSK_RECEIPT_FORM (widget);

  msk_signature_pad_clear (self->pad);
  gtk_widget_grab_focus (GTK_WIDGET (self->pad));
}

static void
msk_receipt_form_finalize (GObject *object)
{
  MskReceiptForm *self = MSK_RECEIPT_FORM (object);

  g_clear_object (&self->what);
  g_clear_pointer (&self->signers, g_array_unref);

  G_OBJECT_CLASS (msk_receipt_form_parent_class)->finalize (object);
}

static void
msk_receipt_form_class_init (MskReceiptFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_receipt_form_finalize;
  MSK_FORM_CLASS (klass)->apply = msk_receipt_form_apply;

  g_type_ensure (MSK_TYPE_SIGNATURE_PAD);
  gtk_widget_class_install_action (widget_class, "receipt.clear", NULL, clear_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/receipts/"
                                                             "msk-receipt-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskReceiptForm, what_label);
  gtk_widget_class_bind_template_child (widget_class, MskReceiptForm, group);
  gtk_widget_class_bind_template_child (widget_class, MskReceiptForm, signer_row);
  gtk_widget_class_bind_template_child (widget_class, MskReceiptForm, pad);
}

static void
msk_receipt_form_init (MskReceiptForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signers = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
add_signer (MskReceiptForm *self, GtkStringList *names, gint64 id, const char *name)
{
  g_array_append_val (self->signers, id);
  gtk_string_list_append (names, name);
}

/* The addressee, and whoever may sign for them. */
static gboolean
fill_signers (MskReceiptForm *self, GError **error)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) designations =
                 msk_receipt_desk_list_designations (msk_form_get_session (MSK_FORM (self)), TRUE,
                                                     error);

  if (designations == NULL)
    return FALSE;

  add_signer (self, names, self->what->attendee_id, self->what->person);
  for (guint i = 0; i < designations->len; i++)
    {
      const MskDesignation *each = g_ptr_array_index (designations, i);
      g_autofree char *name = g_strdup_printf (_ ("%s, for %s"), each->collector, each->person);

      if (each->attendee_id == self->what->attendee_id)
        add_signer (self, names, each->collector_id, name);
    }
  adw_combo_row_set_model (self->signer_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (self->group, self->signers->len > 1);
  return TRUE;
}

/* A line for each thing that is signed for. */
static char *
dup_description (MskUnsigned *what)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          what->kind == MSK_RECEIPT_ISSUE ? _ ("%s, %s, received:")
                                                          : _ ("%s, %s, gave back:"),
                          what->person, what->unit);
  for (guint i = 0; i < what->lines->len; i++)
    {
      MskReceiptLine *line = g_ptr_array_index (what->lines, i);
      g_autofree char *number = msk_receipt_line_dup_number (line);

      g_string_append_printf (text, "\n%s · %s · %s", number, line->name,
                              msk_level_get_label (line->level));
      if (line->pages > 0)
        g_string_append_printf (text,
                                g_dngettext (GETTEXT_PACKAGE, " · %u page", " · %u pages",
                                             line->pages),
                                line->pages);
    }
  return g_string_free (text, FALSE);
}

GtkWidget *
msk_receipt_form_open (MskPage *page, MskUnsigned *what)
{
  MskReceiptForm *self;
  g_autoptr(GError) error = NULL;
  g_autofree char *description = NULL;

  g_return_val_if_fail (MSK_IS_UNSIGNED (what), NULL);

  self = MSK_RECEIPT_FORM (msk_form_new (MSK_TYPE_RECEIPT_FORM, page));
  self->what = g_object_ref (what);
  if (!fill_signers (self, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      msk_ask_tell_error (GTK_WIDGET (page), _ ("List Not Read"), error);
      return NULL;
    }

  description = dup_description (what);
  gtk_label_set_text (self->what_label, description);
  msk_form_set_wide (MSK_FORM (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->pad));
  return GTK_WIDGET (self);
}
