/* The form in which a second person signs in beside the one at the desk, for one act.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cosign-form.h"

struct _MskCosignForm
{
  MskForm parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *user_row;
  GtkWidget *passphrase_row;

  MskAct act;
  MskCosignApply apply;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (MskCosignForm, msk_cosign_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_cosign_form_apply (MskForm *form, GError **error)
{
  MskCosignForm *self = MSK_COSIGN_FORM (form);
  g_autoptr(MskCosigner) cosigner =
                 msk_cosigner_sign_in (msk_form_get_session (form), TEXT (self->user_row),
                                       TEXT (self->passphrase_row), self->act, error);

  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  return cosigner != NULL && self->apply (msk_form_get_page (form), self->id, cosigner, error);
}

static void
msk_cosign_form_class_init (MskCosignFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_cosign_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/form/msk-cosign-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskCosignForm, group);
  gtk_widget_class_bind_template_child (widget_class, MskCosignForm, user_row);
  gtk_widget_class_bind_template_child (widget_class, MskCosignForm, passphrase_row);
}

static void
msk_cosign_form_init (MskCosignForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msk_cosign_form_open (MskPage *page, const MskCosignWords *words, gint64 id)
{
  MskCosignForm *self;

  g_return_if_fail (MSK_IS_PAGE (page) && words != NULL && words->apply != NULL);

  self = MSK_COSIGN_FORM (msk_form_new (MSK_TYPE_COSIGN_FORM, page));
  self->act = words->act;
  self->apply = words->apply;
  self->id = id;
  g_object_set (self, "title", words->title, "verb", words->verb, NULL);
  adw_preferences_group_set_description (self->group, words->explanation);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->user_row);
}
