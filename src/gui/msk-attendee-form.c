/* The form that proposes one person by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee-form.h"

#include <glib/gi18n-lib.h>

#include "msk-choice.h"
#include "msk-error.h"
#include "msk-time-text.h"
#include "msk-vetting-actions.h"
#include "msk-vetting-desk.h"

struct _MskAttendeeForm
{
  MskForm parent_instance;

  GtkWidget *name_row;
  GtkWidget *unit_row;
  GtkWidget *post_row;
  AdwComboRow *capacity_row;
  AdwComboRow *clearance_row;
  GtkWidget *nominating_row;
  GtkWidget *starts_row;
  GtkWidget *accept_row;
  GtkCheckButton *accept_check;
  AdwPreferencesGroup *group;

  gint64 changed_id; /* who is changed; 0 for somebody new */
};

G_DEFINE_FINAL_TYPE (MskAttendeeForm, msk_attendee_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

/* Says what came of the change, and what to take back from whom the sealed list lost. */
static gboolean
change (MskAttendeeForm *self, const MskAttendeeDraft *draft, GError **error)
{
  MskForm *form = MSK_FORM (self);
  g_autoptr(GPtrArray) held = NULL;
  gint64 id;

  if (!msk_vetting_desk_change (msk_form_get_session (form), self->changed_id, draft, &id, &held,
                                error))
    return FALSE;

  if (id != self->changed_id)
    msk_vetting_actions_tell_held (GTK_WIDGET (msk_form_get_page (form)),
                                   _ ("A New Entry Replaces the Sealed One"), held);
  return TRUE;
}

/* What is doubtful stands in the refusal; the next press takes it, if somebody says so. */
static void
ask_for_answer (MskAttendeeForm *self, const GError *refusal)
{
  if (!g_error_matches (refusal, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_DOUBTFUL))
    return;

  gtk_widget_set_visible (self->accept_row, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->accept_check));
}

static gboolean
msk_attendee_form_apply (MskForm *form, GError **error)
{
  MskAttendeeForm *self = MSK_ATTENDEE_FORM (form);
  MskAttendeeDraft draft = {
    .name = TEXT (self->name_row),
    .unit = TEXT (self->unit_row),
    .post = TEXT (self->post_row),
    .capacity = msk_choice_get_capacity (self->capacity_row),
    .clearance = msk_choice_get_level (self->clearance_row),
    .nominating_unit = TEXT (self->nominating_row),
    .accepted = gtk_check_button_get_active (self->accept_check),
  };

  if (msk_capacity_has_post (draft.capacity) && *TEXT (self->starts_row) != '\0' &&
      !msk_time_text_parse (TEXT (self->starts_row), &draft.post_starts_at, error))
    return FALSE;

  if (self->changed_id != 0
          ? change (self, &draft, error)
          : msk_vetting_desk_add (msk_form_get_session (form), &draft, NULL, error))
    return TRUE;

  ask_for_answer (self, *error);
  return FALSE;
}

/* The answer was to what the form said when it was given. */
static void
edited_cb (MskAttendeeForm *self)
{
  gtk_check_button_set_active (self->accept_check, FALSE);
  gtk_widget_set_visible (self->accept_row, FALSE);
}

/* Only staff and service have a post that starts. */
static void
capacity_chosen_cb (MskAttendeeForm *self)
{
  gtk_widget_set_visible (self->starts_row,
                          msk_capacity_has_post (msk_choice_get_capacity (self->capacity_row)));
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
  gtk_widget_class_bind_template_child (widget_class, MskAttendeeForm, nominating_row);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeeForm, starts_row);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeeForm, accept_row);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeeForm, accept_check);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeeForm, group);
}

static void
watch_fields (MskAttendeeForm *self)
{
  GtkWidget *const texts[] = { self->name_row, self->unit_row, self->post_row, self->nominating_row,
                               self->starts_row };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_signal_connect_object (texts[i], "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->capacity_row, "notify::selected", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clearance_row, "notify::selected", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
msk_attendee_form_init (MskAttendeeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_capacities (self->capacity_row);
  msk_choice_fill_levels (self->clearance_row);
  g_signal_connect_object (self->capacity_row, "notify::selected", G_CALLBACK (capacity_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  capacity_chosen_cb (self);
  watch_fields (self);
}

void
msk_attendee_form_open_change (MskPage *page, MskAttendee *attendee)
{
  MskAttendeeForm *self = MSK_ATTENDEE_FORM (msk_form_new (MSK_TYPE_ATTENDEE_FORM, page));
  g_autofree char *starts = msk_time_text_format (attendee->post_starts_at);

  self->changed_id = attendee->id;
  g_object_set (self, "title", _ ("Change a Person"), "verb", _ ("C_hange"), NULL);
  adw_preferences_group_set_description (
      self->group, attendee->sealed
                       ? _ ("The list is sealed: this entry is withdrawn at once, and a new one on "
                            "the open list is vetted anew.")
                       : _ ("The person is vetted anew: submit the list again."));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), attendee->name);
  gtk_editable_set_text (GTK_EDITABLE (self->unit_row), attendee->unit);
  gtk_editable_set_text (GTK_EDITABLE (self->post_row), attendee->post);
  gtk_editable_set_text (GTK_EDITABLE (self->nominating_row), attendee->nominating_unit);
  gtk_editable_set_text (GTK_EDITABLE (self->starts_row), starts);
  adw_combo_row_set_selected (self->capacity_row, attendee->capacity);
  msk_choice_set_level (self->clearance_row, attendee->clearance);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->name_row);
}
