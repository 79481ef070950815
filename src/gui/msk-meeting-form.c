/* The form that makes a meeting, or changes its description.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-meeting-form.h"

#include <glib/gi18n-lib.h>

#include "msk-choice.h"
#include "msk-meeting-desk.h"
#include "msk-time-text.h"

struct _MskMeetingForm
{
  MskForm parent_instance;

  GtkWidget *number_row;
  GtkWidget *title_row;
  AdwComboRow *level_row;
  GtkWidget *starts_row;
  GtkWidget *ends_row;
  GtkWidget *venue_row;
  GtkWidget *organiser_row;
  GtkWidget *leader_row;

  gboolean change;
};

G_DEFINE_FINAL_TYPE (MskMeetingForm, msk_meeting_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_meeting_form_apply (MskForm *form, GError **error)
{
  MskMeetingForm *self = MSK_MEETING_FORM (form);
  MskMeetingDraft draft = {
    .number = TEXT (self->number_row),
    .title = TEXT (self->title_row),
    .level = msk_choice_get_level (self->level_row),
    .venue = TEXT (self->venue_row),
    .organiser = TEXT (self->organiser_row),
    .leader = TEXT (self->leader_row),
  };

  if (!msk_time_text_parse (TEXT (self->starts_row), &draft.starts_at, error) ||
      !msk_time_text_parse (TEXT (self->ends_row), &draft.ends_at, error))
    return FALSE;

  return self->change ? msk_meeting_desk_change (msk_form_get_session (form), &draft, error)
                      : msk_meeting_desk_create (msk_form_get_session (form), &draft, error) != 0;
}

static void
msk_meeting_form_class_init (MskMeetingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_meeting_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/meeting/"
                                                             "msk-meeting-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskMeetingForm, number_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingForm, level_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingForm, starts_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingForm, ends_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingForm, venue_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingForm, organiser_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingForm, leader_row);
}

static void
msk_meeting_form_init (MskMeetingForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_levels (self->level_row);
}

static void
fill_in (MskMeetingForm *self, MskMeeting *meeting)
{
  g_autofree char *starts = msk_time_text_format (meeting->starts_at);
  g_autofree char *ends = msk_time_text_format (meeting->ends_at);

  gtk_editable_set_text (GTK_EDITABLE (self->number_row), meeting->number);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), meeting->title);
  msk_choice_set_level (self->level_row, meeting->level);
  gtk_editable_set_text (GTK_EDITABLE (self->starts_row), starts);
  gtk_editable_set_text (GTK_EDITABLE (self->ends_row), ends);
  gtk_editable_set_text (GTK_EDITABLE (self->venue_row), meeting->venue);
  gtk_editable_set_text (GTK_EDITABLE (self->organiser_row), meeting->organiser);
  gtk_editable_set_text (GTK_EDITABLE (self->leader_row), meeting->leader);
}

void
msk_meeting_form_open (MskPage *page, MskMeeting *meeting)
{
  MskMeetingForm *self = MSK_MEETING_FORM (msk_form_new (MSK_TYPE_MEETING_FORM, page));

  self->change = meeting != NULL;
  if (meeting != NULL)
    {
      fill_in (self, meeting);
      g_object_set (self, "title", _ ("Change the Meeting"), "verb", _ ("C_hange"), NULL);
    }
  gtk_window_present (GTK_WINDOW (self));
}
