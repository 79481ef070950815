/* The form that gives people another badge in one step.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-reissue-form.h"

#include "msk-choice.h"
#include "msk-print-form.h"

struct _MskReissueForm
{
  MskForm parent_instance;

  AdwComboRow *printer_row;
  GtkWidget *reason_row;

  GPtrArray *people;
  MskReissueFormApply apply;
};

G_DEFINE_FINAL_TYPE (MskReissueForm, msk_reissue_form, MSK_TYPE_FORM)

/* The desk takes a badge without a reason for a first one, and says so only when printing has
 * begun. */
static void
reason_changed_cb (MskReissueForm *self)
{
  g_autofree char *reason =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.apply", *reason != '\0');
}

static gboolean
msk_reissue_form_apply (MskForm *form, GError **error)
{
  MskReissueForm *self = MSK_REISSUE_FORM (form);
  g_autofree char *printer = g_strdup (msk_choice_get_text (self->printer_row));

  return self->apply (msk_form_get_page (form), self->people, printer,
                      gtk_editable_get_text (GTK_EDITABLE (self->reason_row)), error);
}

static void
msk_reissue_form_finalize (GObject *object)
{
  g_clear_pointer (&MSK_REISSUE_FORM (object)->people, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_reissue_form_parent_class)->finalize (object);
}

static void
msk_reissue_form_class_init (MskReissueFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_reissue_form_finalize;
  MSK_FORM_CLASS (klass)->apply = msk_reissue_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/attendees/"
                                                             "msk-reissue-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskReissueForm, printer_row);
  gtk_widget_class_bind_template_child (widget_class, MskReissueForm, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
}

static void
msk_reissue_form_init (MskReissueForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msk_reissue_form_open (MskPage *page, GPtrArray *people, MskReissueFormApply apply)
{
  g_autoptr(GPtrArray) printers = NULL;
  MskReissueForm *self;

  g_return_if_fail (MSK_IS_PAGE (page) && people != NULL && apply != NULL);

  printers = msk_print_form_list_printers (page);
  if (printers == NULL)
    return;

  self = MSK_REISSUE_FORM (msk_form_new (MSK_TYPE_REISSUE_FORM, page));
  self->apply = apply;
  self->people = g_ptr_array_ref (people);
  msk_choice_fill_printers (self->printer_row, printers);
  reason_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->reason_row);
}
