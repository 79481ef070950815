/* The form in which a second person signs the sweep on the spot.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sign-form.h"

#include "msk-sweep-desk.h"

struct _MskSignForm
{
  MskForm parent_instance;

  GtkWidget *user_row;
  GtkWidget *passphrase_row;
};

G_DEFINE_FINAL_TYPE (MskSignForm, msk_sign_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_sign_form_apply (MskForm *form, GError **error)
{
  MskSignForm *self = MSK_SIGN_FORM (form);
  const gboolean signed_now =
      msk_sweep_desk_sign_as (msk_form_get_session (form), TEXT (self->user_row),
                              TEXT (self->passphrase_row), error);

  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  return signed_now;
}

static void
msk_sign_form_class_init (MskSignFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_sign_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/sweep/msk-sign-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskSignForm, user_row);
  gtk_widget_class_bind_template_child (widget_class, MskSignForm, passphrase_row);
}

static void
msk_sign_form_init (MskSignForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
