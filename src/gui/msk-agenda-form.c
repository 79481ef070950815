/* The form that adds an item to the agenda.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda-form.h"

#include "msk-choice.h"
#include "msk-meeting-desk.h"

struct _MskAgendaForm
{
  MskForm parent_instance;

  GtkWidget *title_row;
  AdwComboRow *level_row;
  AdwComboRow *recording_row;
};

G_DEFINE_FINAL_TYPE (MskAgendaForm, msk_agenda_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_agenda_form_apply (MskForm *form, GError **error)
{
  MskAgendaForm *self = MSK_AGENDA_FORM (form);

  return msk_meeting_desk_add_agenda_item (msk_form_get_session (form), TEXT (self->title_row),
                                           msk_choice_get_level (self->level_row),
                                           msk_choice_get_recording (self->recording_row), error);
}

static void
msk_agenda_form_class_init (MskAgendaFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_agenda_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/meeting/"
                                                             "msk-agenda-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskAgendaForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, MskAgendaForm, level_row);
  gtk_widget_class_bind_template_child (widget_class, MskAgendaForm, recording_row);
}

static void
msk_agenda_form_init (MskAgendaForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_levels (self->level_row);
  msk_choice_fill_recordings (self->recording_row);
}
