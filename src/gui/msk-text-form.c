/* A form of one or two texts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-text-form.h"

struct _MskTextForm
{
  MskForm parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *first_row;
  GtkWidget *second_row;

  GPtrArray *subjects;
  MskTextFormApply apply;
};

G_DEFINE_FINAL_TYPE (MskTextForm, msk_text_form, MSK_TYPE_FORM)

static gboolean
msk_text_form_apply (MskForm *form, GError **error)
{
  MskTextForm *self = MSK_TEXT_FORM (form);

  return self->apply (msk_form_get_page (form), self->subjects,
                      gtk_editable_get_text (GTK_EDITABLE (self->first_row)),
                      gtk_editable_get_text (GTK_EDITABLE (self->second_row)), error);
}

static void
msk_text_form_finalize (GObject *object)
{
  g_clear_pointer (&MSK_TEXT_FORM (object)->subjects, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_text_form_parent_class)->finalize (object);
}

static void
msk_text_form_class_init (MskTextFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_text_form_finalize;
  MSK_FORM_CLASS (klass)->apply = msk_text_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/form/msk-text-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskTextForm, group);
  gtk_widget_class_bind_template_child (widget_class, MskTextForm, first_row);
  gtk_widget_class_bind_template_child (widget_class, MskTextForm, second_row);
}

static void
msk_text_form_init (MskTextForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msk_text_form_open (MskPage *page, const MskTextFormWords *words, GPtrArray *subjects)
{
  MskTextForm *self;

  g_return_if_fail (words != NULL && words->apply != NULL);

  self = MSK_TEXT_FORM (msk_form_new (MSK_TYPE_TEXT_FORM, page));
  self->apply = words->apply;
  self->subjects = subjects != NULL ? g_ptr_array_ref (subjects) : NULL;
  g_object_set (self, "title", words->title, "verb", words->verb, NULL);
  adw_preferences_group_set_description (self->group, words->explanation);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->first_row), words->first);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->second_row),
                                 words->second != NULL ? words->second : "");
  gtk_widget_set_visible (self->second_row, words->second != NULL);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->first_row);
}
