/* The form that changes the passphrase of the person signed in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-passphrase-form.h"

#include "msk-user-desk.h"

struct _MskPassphraseForm
{
  MskForm parent_instance;

  GtkWidget *old_row;
  GtkWidget *new_row;
  GtkWidget *repeat_row;
};

G_DEFINE_FINAL_TYPE (MskPassphraseForm, msk_passphrase_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_passphrase_form_apply (MskForm *form, GError **error)
{
  MskPassphraseForm *self = MSK_PASSPHRASE_FORM (form);

  return msk_user_desk_check_repeated (TEXT (self->new_row), TEXT (self->repeat_row), error) &&
         msk_user_desk_change_passphrase (msk_form_get_session (form), TEXT (self->old_row),
                                          TEXT (self->new_row), error);
}

static void
msk_passphrase_form_class_init (MskPassphraseFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_passphrase_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/accounts/"
                                                             "msk-passphrase-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPassphraseForm, old_row);
  gtk_widget_class_bind_template_child (widget_class, MskPassphraseForm, new_row);
  gtk_widget_class_bind_template_child (widget_class, MskPassphraseForm, repeat_row);
}

static void
msk_passphrase_form_init (MskPassphraseForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
