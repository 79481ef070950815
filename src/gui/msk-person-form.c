/* The form that plans a copy for a person, found by name, or for nobody (M7).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-person-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-attendee-search.h"
#include "msk-error.h"
#include "msk-listing.h"
#include "msk-plan-desk.h"
#include "msk-vetting-desk.h"

struct _MskPersonForm
{
  MskForm parent_instance;

  GtkLabel *explanation_label;
  GtkCheckButton *nobody_button;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListBox *people_box;

  guint number;
  GListStore *people; /* in the order of seats */
  GtkFilterListModel *found;
  GtkCustomFilter *filter;
};

G_DEFINE_FINAL_TYPE (MskPersonForm, msk_person_form, MSK_TYPE_FORM)

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  MskAttendee *attendee = MSK_ATTENDEE (item);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *facts = *attendee->seat == '\0'
                               ? g_strdup (attendee->unit)
                               : g_strdup_printf ("%s · %s", attendee->seat, attendee->unit);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), attendee->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static gboolean
is_found (gpointer item, gpointer user_data)
{
  GtkEditable *entry = GTK_EDITABLE (MSK_PERSON_FORM (user_data)->search_entry);

  return msk_attendee_search_matches (MSK_ATTENDEE (item), gtk_editable_get_text (entry));
}

static void
search_changed_cb (GtkSearchEntry *entry, MskPersonForm *self)
{
  if (self->filter == NULL)
    return;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0
                                        ? "people"
                                        : "none");
}

/* Return in the search field plans for whoever it can only mean. */
static void
search_activated_cb (GtkSearchEntry *entry, MskPersonForm *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) != 1)
    {
      gtk_widget_child_focus (GTK_WIDGET (self->people_box), GTK_DIR_TAB_FORWARD);
      return;
    }

  gtk_list_box_select_row (self->people_box, gtk_list_box_get_row_at_index (self->people_box, 0));
  gtk_widget_activate_action (GTK_WIDGET (self), "form.apply", NULL);
}

/* The entry keeps Escape for itself: first it ends the search, then the form. */
static void
search_stopped_cb (GtkSearchEntry *entry, MskPersonForm *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "form.cancel", NULL);
}

static void
person_activated_cb (GtkListBox *box, GtkListBoxRow *row, MskPersonForm *self)
{
  gtk_list_box_select_row (box, row);
  gtk_widget_activate_action (GTK_WIDGET (self), "form.apply", NULL);
}

static void
nobody_toggled_cb (GtkCheckButton *button, MskPersonForm *self)
{
  const gboolean nobody = gtk_check_button_get_active (button);

  gtk_widget_set_sensitive (GTK_WIDGET (self->search_entry), !nobody);
  gtk_widget_set_sensitive (GTK_WIDGET (self->people_box), !nobody);
}

static gboolean
msk_person_form_apply (MskForm *form, GError **error)
{
  MskPersonForm *self = MSK_PERSON_FORM (form);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->people_box);
  MskSession *session = msk_form_get_session (form);
  g_autoptr(MskAttendee) attendee = NULL;

  if (gtk_check_button_get_active (self->nobody_button))
    return msk_plan_desk_set (session, self->number, 0, error);
  if (row == NULL)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("Nobody is chosen yet: choose a person from the list."));
      return FALSE;
    }

  attendee =
      g_list_model_get_item (G_LIST_MODEL (self->found), (guint) gtk_list_box_row_get_index (row));
  return msk_plan_desk_set (session, self->number, attendee->id, error);
}

static void
msk_person_form_dispose (GObject *object)
{
  MskPersonForm *self = MSK_PERSON_FORM (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->found);
  g_clear_object (&self->people);

  G_OBJECT_CLASS (msk_person_form_parent_class)->dispose (object);
}

static void
msk_person_form_class_init (MskPersonFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_person_form_dispose;
  MSK_FORM_CLASS (klass)->apply = msk_person_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/plan/msk-person-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPersonForm, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, MskPersonForm, nobody_button);
  gtk_widget_class_bind_template_child (widget_class, MskPersonForm, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MskPersonForm, stack);
  gtk_widget_class_bind_template_child (widget_class, MskPersonForm, people_box);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, nobody_toggled_cb);
}

static void
msk_person_form_init (MskPersonForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->people = g_list_store_new (MSK_TYPE_ATTENDEE);
}

static void
fill_in (MskPersonForm *self, GPtrArray *people, gint64 planned_id)
{
  for (guint i = 0; i < people->len; i++)
    g_list_store_append (self->people, g_ptr_array_index (people, i));

  self->filter = gtk_custom_filter_new (is_found, self, NULL);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->people)),
                                           GTK_FILTER (g_object_ref (self->filter)));
  gtk_list_box_bind_model (self->people_box, G_LIST_MODEL (self->found), create_row, NULL, NULL);
  gtk_stack_set_visible_child_name (self->stack, people->len > 0 ? "people" : "none");
  for (guint i = 0; i < people->len; i++)
    if (MSK_ATTENDEE (g_ptr_array_index (people, i))->id == planned_id)
      gtk_list_box_select_row (self->people_box,
                               gtk_list_box_get_row_at_index (self->people_box, (int) i));
}

void
msk_person_form_open (MskPage *page, guint number, gint64 planned_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (msk_page_get_session (page), &error);
  g_autofree char *shown = msk_copy_number_dup_text (number);
  g_autofree char *explanation = NULL;
  MskPersonForm *self;

  if (people == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("List Not Read"), error);
      return;
    }

  g_ptr_array_sort (people, msk_seat_compare_attendees);
  explanation = g_strdup_printf (_ ("Copy %s goes to this person and to nobody else."), shown);
  self = MSK_PERSON_FORM (msk_form_new (MSK_TYPE_PERSON_FORM, page));
  self->number = number;
  gtk_label_set_text (self->explanation_label, explanation);
  fill_in (self, people, planned_id);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
