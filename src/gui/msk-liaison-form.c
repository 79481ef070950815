/* The form that records a contact with a department (M1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-liaison-form.h"

#include "msk-choice.h"
#include "msk-measure-desk.h"
#include "msk-time-text.h"

struct _MskLiaisonForm
{
  MskForm parent_instance;

  AdwComboRow *department_row;
  GtkWidget *organ_row;
  GtkWidget *contact_row;
  GtkWidget *at_row;
  GtkWidget *agreed_row;
  GtkWidget *reference_row;
};

G_DEFINE_FINAL_TYPE (MskLiaisonForm, msk_liaison_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_liaison_form_apply (MskForm *form, GError **error)
{
  MskLiaisonForm *self = MSK_LIAISON_FORM (form);
  MskLiaisonDraft draft = {
    .department = msk_choice_get_department (self->department_row),
    .organ = TEXT (self->organ_row),
    .contact = TEXT (self->contact_row),
    .agreed = TEXT (self->agreed_row),
    .reference = TEXT (self->reference_row),
  };

  return msk_time_text_parse (TEXT (self->at_row), &draft.at, error) &&
         msk_measure_desk_add_liaison (msk_form_get_session (form), &draft, error) != 0;
}

static void
msk_liaison_form_class_init (MskLiaisonFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_liaison_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/measures/"
                                                             "msk-liaison-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskLiaisonForm, department_row);
  gtk_widget_class_bind_template_child (widget_class, MskLiaisonForm, organ_row);
  gtk_widget_class_bind_template_child (widget_class, MskLiaisonForm, contact_row);
  gtk_widget_class_bind_template_child (widget_class, MskLiaisonForm, at_row);
  gtk_widget_class_bind_template_child (widget_class, MskLiaisonForm, agreed_row);
  gtk_widget_class_bind_template_child (widget_class, MskLiaisonForm, reference_row);
}

static void
msk_liaison_form_init (MskLiaisonForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_departments (self->department_row);
}

void
msk_liaison_form_open (MskPage *page)
{
  MskLiaisonForm *self = MSK_LIAISON_FORM (msk_form_new (MSK_TYPE_LIAISON_FORM, page));
  g_autofree char *now = msk_time_text_format (msk_session_get_now (msk_page_get_session (page)));

  gtk_editable_set_text (GTK_EDITABLE (self->at_row), now);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->organ_row);
}
