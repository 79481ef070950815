/* The form of somebody who counts what is brought back (清退).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-return-form.h"

#include "msk-choice.h"
#include "msk-fields-form.h"

struct _MskReturnForm
{
  MskForm parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *pages_row;
  AdwComboRow *condition_row;
  GtkWidget *remark_row;

  MskReturnFormApply apply;
  gpointer data;
  GDestroyNotify free_data;
};

G_DEFINE_FINAL_TYPE (MskReturnForm, msk_return_form, MSK_TYPE_FORM)

/* Whoever counts again types the new number over the old one. */
static void
ask_again (MskReturnForm *self, const MskPageCount *count)
{
  if (count->condition != MSK_CONDITION_WHOLE && *count->remark == '\0')
    {
      gtk_widget_grab_focus (self->remark_row);
      return;
    }

  gtk_widget_grab_focus (self->pages_row);
  gtk_editable_select_region (GTK_EDITABLE (self->pages_row), 0, -1);
}

static gboolean
msk_return_form_apply (MskForm *form, GError **error)
{
  MskReturnForm *self = MSK_RETURN_FORM (form);
  MskPageCount count = { .condition = msk_choice_get_condition (self->condition_row),
                         .remark = gtk_editable_get_text (GTK_EDITABLE (self->remark_row)) };

  if (msk_fields_form_parse_count (gtk_editable_get_text (GTK_EDITABLE (self->pages_row)),
                                   &count.pages, error) &&
      self->apply (msk_form_get_page (form), self->data, &count, error))
    return TRUE;

  ask_again (self, &count);
  return FALSE;
}

static void
msk_return_form_finalize (GObject *object)
{
  MskReturnForm *self = MSK_RETURN_FORM (object);

  if (self->free_data != NULL)
    self->free_data (self->data);

  G_OBJECT_CLASS (msk_return_form_parent_class)->finalize (object);
}

static void
msk_return_form_class_init (MskReturnFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_return_form_finalize;
  MSK_FORM_CLASS (klass)->apply = msk_return_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/scan/msk-return-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskReturnForm, group);
  gtk_widget_class_bind_template_child (widget_class, MskReturnForm, pages_row);
  gtk_widget_class_bind_template_child (widget_class, MskReturnForm, condition_row);
  gtk_widget_class_bind_template_child (widget_class, MskReturnForm, remark_row);
}

static void
msk_return_form_init (MskReturnForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_conditions (self->condition_row);
}

GtkWidget *
msk_return_form_open (MskPage *page,
                      const MskReturnFormWords *words,
                      gpointer data,
                      GDestroyNotify free_data)
{
  MskReturnForm *self;

  g_return_val_if_fail (words != NULL && words->apply != NULL, NULL);

  self = MSK_RETURN_FORM (msk_form_new (MSK_TYPE_RETURN_FORM, page));
  self->apply = words->apply;
  self->data = data;
  self->free_data = free_data;
  g_object_set (self, "title", words->title, "verb", words->verb, NULL);
  adw_preferences_group_set_description (self->group, words->explanation);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->remark_row), words->remark);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->pages_row);
  return GTK_WIDGET (self);
}
