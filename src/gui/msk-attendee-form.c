/* The form that proposes one person by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee-form.h"

#include "msk-choice.h"
#include "msk-vetting-desk.h"

struct _MskAttendeeForm
{
  MskForm parent_instance;

  GtkWidget *name_row;
  GtkWidget *unit_row;
  GtkWidget *post_row;
  AdwComboRow *capacity_row;
  AdwComboRow *clearance_row;
};

G_DEFINE_FINAL_TYPE (MskAttendeeForm, msk_attendee_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_attendee_form_apply (MskForm *form, GError **error)
{
  MskAttendeeForm *self = MSK_ATTENDEE_FORM (form);
  const MskAttendeeDraft draft = {
    .name = TEXT (self->name_row),
    .unit = TEXT (self->unit_row),
    .post = TEXT (self->post_row),
    .capacity = msk_choice_get_capacity (self->capacity_row),
    .clearance = msk_choice_get_level (self->clearance_row),
  };

  return msk_vetting_desk_add (msk_form_get_session (form), &draft, error);
}

static void
msk_attendee_form_class_init (MskAttendeeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_attendee_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/attendees/"
                                                             "msk-attendee-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskAttendeeForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeeForm, unit_row);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeeForm, post_row);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeeForm, capacity_row);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeeForm, clearance_row);
}

static void
msk_attendee_form_init (MskAttendeeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_capacities (self->capacity_row);
  msk_choice_fill_levels (self->clearance_row);
}
