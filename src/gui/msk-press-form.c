/* The form that lets one of the press in, by a decision of its own (M8).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-press-form.h"

#include "msk-vetting-desk.h"

struct _MskPressForm
{
  MskForm parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *authority_row;
  GtkWidget *reference_row;
  GtkWidget *reason_row;

  gint64 attendee_id;
};

G_DEFINE_FINAL_TYPE (MskPressForm, msk_press_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_press_form_apply (MskForm *form, GError **error)
{
  MskPressForm *self = MSK_PRESS_FORM (form);
  const MskPressDecision decision = {
    .authority = TEXT (self->authority_row),
    .reference = TEXT (self->reference_row),
    .reason = TEXT (self->reason_row),
  };

  return msk_vetting_desk_approve_press (msk_form_get_session (form), self->attendee_id, &decision,
                                         error);
}

static void
msk_press_form_class_init (MskPressFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_press_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/attendees/"
                                                             "msk-press-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPressForm, group);
  gtk_widget_class_bind_template_child (widget_class, MskPressForm, authority_row);
  gtk_widget_class_bind_template_child (widget_class, MskPressForm, reference_row);
  gtk_widget_class_bind_template_child (widget_class, MskPressForm, reason_row);
}

static void
msk_press_form_init (MskPressForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msk_press_form_open (MskPage *page, MskAttendee *attendee)
{
  MskPressForm *self = MSK_PRESS_FORM (msk_form_new (MSK_TYPE_PRESS_FORM, page));
  g_autofree char *escaped = g_markup_escape_text (attendee->name, -1);

  self->attendee_id = attendee->id;
  adw_preferences_group_set_description (self->group, escaped);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->authority_row);
}
