/* The form that adds an account.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-user-form.h"

#include "msk-choice.h"
#include "msk-user-desk.h"

struct _MskUserForm
{
  MskForm parent_instance;

  GtkWidget *name_row;
  AdwComboRow *role_row;
  GtkWidget *passphrase_row;
  GtkWidget *repeat_row;
};

G_DEFINE_FINAL_TYPE (MskUserForm, msk_user_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_user_form_apply (MskForm *form, GError **error)
{
  MskUserForm *self = MSK_USER_FORM (form);

  return msk_user_desk_check_repeated (TEXT (self->passphrase_row), TEXT (self->repeat_row),
                                       error) &&
         msk_user_desk_add (msk_form_get_session (form), TEXT (self->name_row),
                            msk_choice_get_role (self->role_row), TEXT (self->passphrase_row),
                            error);
}

static void
msk_user_form_class_init (MskUserFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_user_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/accounts/msk-user-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskUserForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, MskUserForm, role_row);
  gtk_widget_class_bind_template_child (widget_class, MskUserForm, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, MskUserForm, repeat_row);
}

static void
msk_user_form_init (MskUserForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_roles (self->role_row);
}
