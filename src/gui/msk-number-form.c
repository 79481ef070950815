/* A form of one number: how many.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-number-form.h"

struct _MskNumberForm
{
  MskForm parent_instance;

  AdwPreferencesGroup *group;
  GtkSpinButton *count;

  guint parent;
  MskNumberFormApply apply;
};

G_DEFINE_FINAL_TYPE (MskNumberForm, msk_number_form, MSK_TYPE_FORM)

static gboolean
msk_number_form_apply (MskForm *form, GError **error)
{
  MskNumberForm *self = MSK_NUMBER_FORM (form);

  return self->apply (msk_form_get_page (form), self->parent,
                      (guint) gtk_spin_button_get_value_as_int (self->count), error);
}

static void
msk_number_form_class_init (MskNumberFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_number_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/papers/msk-number-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskNumberForm, group);
  gtk_widget_class_bind_template_child (widget_class, MskNumberForm, count);
}

static void
msk_number_form_init (MskNumberForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msk_number_form_open (MskPage *page,
                      const char *explanation,
                      guint parent,
                      guint most,
                      MskNumberFormApply apply)
{
  MskNumberForm *self;

  g_return_if_fail (MSK_IS_PAGE (page) && most > 0 && apply != NULL);

  self = MSK_NUMBER_FORM (msk_form_new (MSK_TYPE_NUMBER_FORM, page));
  self->parent = parent;
  self->apply = apply;
  adw_preferences_group_set_description (self->group, explanation);
  gtk_spin_button_set_range (self->count, 1, most);
  gtk_spin_button_set_value (self->count, most);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->count));
}
