/* The list of attendees.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendees-page.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-attendee-form.h"
#include "msk-attendee-search.h"
#include "msk-cells.h"
#include "msk-file-ask.h"
#include "msk-listing.h"
#include "msk-print-form.h"
#include "msk-report-ask.h"
#include "msk-text-form.h"
#include "msk-vetting-desk.h"
#include "msk-vetting-state.h"

struct _MskAttendeesPage
{
  MskPage parent_instance;

  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkWidget *none_buttons;
  GtkLabel *count_label;
  GtkLabel *shown_label;
  GtkSearchEntry *search_entry;
  GtkColumnView *view;
  GtkWidget *add_buttons;
  GtkWidget *decide_buttons;
  GtkWidget *seal_button;
  GtkWidget *badge_button;
  GtkWidget *report_button;

  GPtrArray *all; /* what is counted */
  GListStore *attendees;
  GtkFilterListModel *found;
  GtkFilter *filter;
  GtkSelectionModel *selection;
};

G_DEFINE_FINAL_TYPE (MskAttendeesPage, msk_attendees_page, MSK_TYPE_PAGE)

static char *
dup_list_text (gpointer item)
{
  MskAttendee *attendee = MSK_ATTENDEE (item);

  return g_strdup_printf (attendee->sealed ? _ ("%u, sealed") : _ ("%u, open"),
                          attendee->list_number);
}

static char *
dup_name (gpointer item)
{
  return g_strdup (MSK_ATTENDEE (item)->name);
}

static char *
dup_unit (gpointer item)
{
  return g_strdup (MSK_ATTENDEE (item)->unit);
}

static char *
dup_post (gpointer item)
{
  return g_strdup (MSK_ATTENDEE (item)->post);
}

static char *
dup_capacity (gpointer item)
{
  return g_strdup (msk_capacity_get_label (MSK_ATTENDEE (item)->capacity));
}

static char *
dup_clearance (gpointer item)
{
  return g_strdup (msk_level_get_label (MSK_ATTENDEE (item)->clearance));
}

static char *
dup_vetting (gpointer item)
{
  return g_strdup (msk_vetting_get_label (MSK_ATTENDEE (item)->vetting));
}

static MskLook
get_vetting_look (gpointer item)
{
  return msk_look_of_vetting (MSK_ATTENDEE (item)->vetting);
}

static char *
dup_reason (gpointer item)
{
  MskAttendee *attendee = MSK_ATTENDEE (item);

  if (attendee->decided_by[0] == '\0')
    return g_strdup ("");

  return g_strdup_printf (_ ("%s: %s"), attendee->decided_by, attendee->reason);
}

static char *
dup_seat (gpointer item)
{
  return g_strdup (MSK_ATTENDEE (item)->seat);
}

static const MskColumn columns[] = {
  { N_ ("Name"), dup_name, NULL, TRUE, FALSE },
  { N_ ("Unit"), dup_unit, NULL, TRUE, FALSE },
  { N_ ("Post"), dup_post, NULL, TRUE, FALSE },
  { N_ ("Capacity"), dup_capacity, NULL, FALSE, FALSE },
  { N_ ("Clearance"), dup_clearance, NULL, FALSE, FALSE },
  { N_ ("Decision"), dup_vetting, get_vetting_look, FALSE, FALSE },
  { N_ ("Reason"), dup_reason, NULL, TRUE, FALSE },
  { N_ ("List"), dup_list_text, NULL, FALSE, FALSE },
  { N_ ("Seat"), dup_seat, NULL, FALSE, FALSE },
};

static MskMeetingState
get_meeting_state (MskAttendeesPage *self)
{
  MskMeeting *meeting = msk_session_get_meeting (msk_page_get_session (MSK_PAGE (self)));

  return meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED;
}

static void
apply_shown (MskAttendeesPage *self)
{
  const guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *text = NULL;

  if (shown != self->all->len)
    text = g_strdup_printf (_ ("%u of them are shown: the search hides the others."), shown);
  gtk_label_set_text (self->shown_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->shown_label), text != NULL);
}

static void
apply_state (MskAttendeesPage *self)
{
  const MskRole role = msk_session_get_role (msk_page_get_session (MSK_PAGE (self)));
  g_autoptr(GPtrArray) selected = msk_listing_dup_selected (G_LIST_MODEL (self->selection));
  const MskVettingState state =
      msk_vetting_state_make (role, get_meeting_state (self), self->all, selected);
  g_autofree char *text = msk_vetting_state_dup_text (&state);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_label_set_text (self->count_label, text);
  gtk_widget_action_set_enabled (widget, "attendee.import", state.can_add);
  gtk_widget_action_set_enabled (widget, "attendee.add", state.can_add);
  gtk_widget_action_set_enabled (widget, "attendee.approve", state.can_decide);
  gtk_widget_action_set_enabled (widget, "attendee.reject", state.can_decide);
  gtk_widget_action_set_enabled (widget, "attendee.approve-rest", state.can_decide_rest);
  gtk_widget_action_set_enabled (widget, "attendee.seal", state.can_seal);
  gtk_widget_action_set_enabled (widget, "attendee.print-badge", state.can_print_badge);
  gtk_widget_action_set_enabled (widget, "attendee.report", state.can_report);
  adw_status_page_set_description (self->none_page,
                                   state.can_add ? _ ("Import a CSV file or add people by hand.")
                                                 : _ ("An organiser imports or adds the people."));
  gtk_widget_set_visible (self->none_buttons, state.can_add);
  gtk_stack_set_visible_child_name (self->stack, state.listed > 0 ? "list" : "none");
}

static void
selection_changed_cb (GtkSelectionModel *selection, guint position, guint n, MskAttendeesPage *self)
{
  if (self->view != NULL)
    apply_state (self);
}

static gboolean
matches_search (gpointer item, gpointer user_data)
{
  MskAttendeesPage *self = MSK_ATTENDEES_PAGE (user_data);

  return msk_attendee_search_matches (MSK_ATTENDEE (item),
                                      gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_changed_cb (GtkSearchEntry *entry, MskAttendeesPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  apply_shown (self);
  apply_state (self);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskAttendee *one = a;
  const MskAttendee *other = b;

  return one->id == other->id && one->vetting == other->vetting && one->sealed == other->sealed &&
         one->list_number == other->list_number && g_str_equal (one->name, other->name) &&
         g_str_equal (one->reason, other->reason) && g_strcmp0 (one->seat, other->seat) == 0;
}

static void
msk_attendees_page_refresh (MskPage *page)
{
  MskAttendeesPage *self = MSK_ATTENDEES_PAGE (page);
  g_autoptr(GError) error = NULL;
  GPtrArray *fresh = msk_vetting_desk_list (msk_page_get_session (page), &error);

  if (fresh == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("List Not Read"), error);
      return;
    }

  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->all = fresh;
  msk_listing_update (self->attendees, fresh, is_same);
  apply_shown (self);
  apply_state (self);
}

static void
import_file (GtkWidget *asker, GBytes *file)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *body = NULL;
  const guint imported =
      msk_vetting_desk_import (msk_page_get_session (MSK_PAGE (asker)), file, &problems, &error);

  if (imported > 0)
    {
      body =
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "%u person was put on the list and waits for a decision.",
                                        "%u people were put on the list and wait for a decision.",
                                        imported),
                           imported);
      msk_ask_tell (asker, _ ("Imported"), body);
    }
  else if (problems != NULL && problems->len > 0)
    msk_ask_tell_list (asker, _ ("Nobody Was Imported"), error->message, problems);
  else
    msk_ask_tell_error (asker, _ ("Nobody Was Imported"), error);
}

static void
import_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_file_ask_open (widget, _ ("Import Attendees"), _ ("Tables (CSV)"), "*.[cC][sS][vV]",
                     import_file);
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (msk_form_new (MSK_TYPE_ATTENDEE_FORM, MSK_PAGE (widget))));
}

typedef gboolean (*Decision) (MskSession *session,
                              gint64 attendee_id,
                              const char *reason,
                              GError **error);

/* Stops at the first refusal: it says whom, and the list shows who was decided before. */
static gboolean
decide (MskPage *page, GPtrArray *attendees, const char *reason, Decision decision, GError **error)
{
  for (guint i = 0; i < attendees->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (attendees, i);

      if (!decision (msk_page_get_session (page), attendee->id, reason, error))
        {
          g_prefix_error (error, "%s: ", attendee->name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
approve (MskPage *page,
         GPtrArray *attendees,
         const char *reason,
         const char *second,
         GError **error)
{
  return decide (page, attendees, reason, msk_vetting_desk_approve, error);
}

static gboolean
reject (MskPage *page, GPtrArray *attendees, const char *reason, const char *second, GError **error)
{
  return decide (page, attendees, reason, msk_vetting_desk_reject, error);
}

static gboolean
approve_rest (MskPage *page,
              GPtrArray *attendees,
              const char *reason,
              const char *second,
              GError **error)
{
  return msk_vetting_desk_approve_rest (msk_page_get_session (page), reason, error) >= 0;
}

static char *
dup_names (GPtrArray *attendees)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < attendees->len; i++)
    g_ptr_array_add (names, MSK_ATTENDEE (g_ptr_array_index (attendees, i))->name);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (_ (", "), (char **) names->pdata);
}

static void
approve_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) selected =
                 msk_listing_dup_selected (G_LIST_MODEL (MSK_ATTENDEES_PAGE (widget)->selection));
  g_autofree char *names = dup_names (selected);
  const MskTextFormWords words = {
    _ ("Approve"), names, _ ("_Approve"), _ ("Reason"), NULL, approve
  };

  msk_text_form_open (MSK_PAGE (widget), &words, selected);
}

static void
reject_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) selected =
                 msk_listing_dup_selected (G_LIST_MODEL (MSK_ATTENDEES_PAGE (widget)->selection));
  g_autofree char *names = dup_names (selected);
  const MskTextFormWords words = { _ ("Reject"), names, _ ("_Reject"), _ ("Reason"), NULL, reject };

  msk_text_form_open (MSK_PAGE (widget), &words, selected);
}

static void
approve_rest_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const MskTextFormWords words = {
    _ ("Approve All the Rest"),
    _ ("Everybody who is still proposed is approved with this reason."),
    _ ("_Approve"),
    _ ("Reason"),
    NULL,
    approve_rest
  };

  msk_text_form_open (MSK_PAGE (widget), &words, NULL);
}

static void
seal_now (GtkWidget *asker)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = msk_vetting_desk_seal (msk_page_get_session (MSK_PAGE (asker)), &error);
  g_autofree char *body = NULL;

  if (code == NULL)
    {
      msk_ask_tell_error (asker, _ ("Not Sealed"), error);
      return;
    }

  body = g_strdup_printf (
      _ ("The code of the list is %s. It stands on the printed list: compare the two."), code);
  msk_ask_tell (asker, _ ("The List Is Sealed"), body);
}

static void
seal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_ask_confirm (widget, _ ("Seal the List?"),
                   _ ("Only the people approved on it get in and get papers. It can’t be opened "
                      "again; later names go "
                      "on a numbered list of their own."),
                   _ ("_Seal"), seal_now);
}

static gboolean
print_badges (MskPage *page, GPtrArray *attendees, const char *printer, guint count, GError **error)
{
  for (guint i = 0; i < attendees->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (attendees, i);

      if (!msk_vetting_desk_print_badge (msk_page_get_session (page), attendee->id, printer, NULL,
                                         error))
        {
          g_prefix_error (error, "%s: ", attendee->name);
          return FALSE;
        }
    }

  return TRUE;
}

static void
print_badge_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) selected =
                 msk_listing_dup_selected (G_LIST_MODEL (MSK_ATTENDEES_PAGE (widget)->selection));

  msk_print_form_open (MSK_PAGE (widget),
                       _ ("One badge for each person selected. An earlier badge of theirs becomes "
                          "void."),
                       0, print_badges, selected);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_LIST);
}

static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MSK_ATTENDEES_PAGE (widget)->search_entry));
}

static void
msk_attendees_page_constructed (GObject *object)
{
  MskAttendeesPage *self = MSK_ATTENDEES_PAGE (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_attendees_page_parent_class)->constructed (object);

  gtk_widget_set_visible (self->add_buttons, msk_page_may (page, MSK_ACT_ATTENDEE_ADD));
  gtk_widget_set_visible (self->decide_buttons, msk_page_may (page, MSK_ACT_ATTENDEE_APPROVE));
  gtk_widget_set_visible (self->seal_button, msk_page_may (page, MSK_ACT_LIST_SEAL));
  gtk_widget_set_visible (self->badge_button, msk_page_may (page, MSK_ACT_BADGE_PRINT));
  gtk_widget_set_visible (self->report_button, msk_page_may (page, MSK_ACT_REPORT_MAKE));
}

static void
msk_attendees_page_dispose (GObject *object)
{
  MskAttendeesPage *self = MSK_ATTENDEES_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_ATTENDEES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_object (&self->attendees);
  g_clear_pointer (&self->all, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_attendees_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "attendee.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "attendee.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "attendee.approve", NULL, approve_action);
  gtk_widget_class_install_action (widget_class, "attendee.reject", NULL, reject_action);
  gtk_widget_class_install_action (widget_class, "attendee.approve-rest", NULL,
                                   approve_rest_action);
  gtk_widget_class_install_action (widget_class, "attendee.seal", NULL, seal_action);
  gtk_widget_class_install_action (widget_class, "attendee.print-badge", NULL, print_badge_action);
  gtk_widget_class_install_action (widget_class, "attendee.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "attendee.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "attendee.search",
                                       NULL);
}

static void
msk_attendees_page_class_init (MskAttendeesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_attendees_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_attendees_page_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_attendees_page_refresh;

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/attendees/"
                                                             "msk-attendees-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, none_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, shown_label);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, view);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, add_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, decide_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, seal_button);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, badge_button);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, report_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
msk_attendees_page_init (MskAttendeesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->attendees = g_list_store_new (MSK_TYPE_ATTENDEE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_search, self, NULL));
  self->found =
      gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->attendees)), self->filter);
  self->selection =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->found))));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, 0);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  gtk_column_view_set_model (self->view, self->selection);
}
