/* Where everybody sits, in the order of seats.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-seats-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-attendee-search.h"
#include "msk-cells.h"
#include "msk-listing.h"
#include "msk-plan-desk.h"
#include "msk-plan-state.h"
#include "msk-vetting-desk.h"

struct _MskSeatsView
{
  MskPage parent_instance;

  GtkWidget *seat_box;
  GtkSearchEntry *search_entry;
  GtkEditable *seat_entry;
  GtkLabel *person_label;
  GtkStack *stack;
  GtkColumnView *view;

  GListStore *people; /* in the order of seats */
  GtkFilterListModel *found;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  gint64 person_id; /* whose seat stands in the entry, 0 for nobody's */
};

G_DEFINE_FINAL_TYPE (MskSeatsView, msk_seats_view, MSK_TYPE_PAGE)

static char *
dup_seat (gpointer item)
{
  return g_strdup (MSK_ATTENDEE (item)->seat);
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

static const MskColumn columns[] = {
  { N_ ("Seat"), dup_seat, NULL, FALSE, FALSE },
  { N_ ("Name"), dup_name, NULL, TRUE, FALSE },
  { N_ ("Unit"), dup_unit, NULL, TRUE, FALSE },
  { N_ ("Post"), dup_post, NULL, TRUE, FALSE },
  { N_ ("Capacity"), dup_capacity, NULL, FALSE, FALSE },
};

/* Whom a seat is entered for: who is selected, or the only one that is found. The caller owns it.
 */
static MskAttendee *
dup_person (MskSeatsView *self)
{
  MskAttendee *selected = gtk_single_selection_get_selected_item (self->selection);

  if (selected != NULL)
    return g_object_ref (selected);

  return g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 1
             ? g_list_model_get_item (G_LIST_MODEL (self->found), 0)
             : NULL;
}

/* Starts from the seat that the person has, so that Return alone changes nothing. */
static void
show_person (MskSeatsView *self, MskAttendee *person)
{
  const gint64 id = person != NULL ? person->id : 0;

  gtk_label_set_text (self->person_label,
                      person != NULL ? person->name : _ ("Choose a person first."));
  if (self->person_id == id)
    return;

  self->person_id = id;
  gtk_editable_set_text (self->seat_entry, person != NULL ? person->seat : "");
}

static void
apply_state (MskSeatsView *self)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  MskMeeting *meeting = msk_session_get_meeting (session);
  g_autoptr(GPtrArray) no_lines = g_ptr_array_new ();
  g_autoptr(MskAttendee) person = dup_person (self);
  const MskPlanActions actions =
      msk_plan_actions_make (msk_session_get_role (session),
                             meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED, no_lines,
                             NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "seat.set", actions.seat && person != NULL);
  show_person (self, person);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0
                                        ? "list"
                                        : "none");
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskSeatsView *self)
{
  if (self->view != NULL)
    apply_state (self);
}

static gboolean
matches_search (gpointer item, gpointer user_data)
{
  GtkEditable *entry = GTK_EDITABLE (MSK_SEATS_VIEW (user_data)->search_entry);

  return msk_attendee_search_matches (MSK_ATTENDEE (item), gtk_editable_get_text (entry));
}

static void
search_changed_cb (GtkSearchEntry *entry, MskSeatsView *self)
{
  if (self->filter == NULL)
    return;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  apply_state (self);
}

/* Return goes on to the seat when it can only mean one person, and back to the next name after. */
static void
search_activated_cb (GtkSearchEntry *entry, MskSeatsView *self)
{
  g_autoptr(MskAttendee) person = dup_person (self);

  if (person != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->seat_entry));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
search_stopped_cb (GtkSearchEntry *entry, MskSeatsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
set_seat_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskSeatsView *self = MSK_SEATS_VIEW (widget);
  g_autoptr(MskAttendee) person = dup_person (self);
  g_autoptr(GError) error = NULL;

  if (person == NULL)
    return;
  if (!msk_plan_desk_set_seat (msk_page_get_session (MSK_PAGE (self)), person->id,
                               gtk_editable_get_text (self->seat_entry), &error))
    {
      msk_ask_tell_error (widget, _ ("Seat Not Recorded"), error);
      return;
    }

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->person_id = 0;
  gtk_editable_set_text (self->seat_entry, "");
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
seat_entered_cb (GtkEntry *entry, MskSeatsView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "seat.set", NULL);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskAttendee *one = a;
  const MskAttendee *other = b;

  return one->id == other->id && g_str_equal (one->seat, other->seat) &&
         g_str_equal (one->name, other->name) && g_str_equal (one->unit, other->unit) &&
         g_str_equal (one->post, other->post) && one->capacity == other->capacity;
}

static void
msk_seats_view_refresh (MskPage *page)
{
  MskSeatsView *self = MSK_SEATS_VIEW (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (msk_page_get_session (page), &error);

  if (people == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("List Not Read"), error);
      return;
    }

  g_ptr_array_sort (people, msk_seat_compare_attendees);
  msk_listing_update (self->people, people, is_same);
  apply_state (self);
}

static void
msk_seats_view_constructed (GObject *object)
{
  MskSeatsView *self = MSK_SEATS_VIEW (object);

  G_OBJECT_CLASS (msk_seats_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->seat_box, msk_page_may (MSK_PAGE (object), MSK_ACT_SEAT_SET));
}

static void
msk_seats_view_dispose (GObject *object)
{
  MskSeatsView *self = MSK_SEATS_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_SEATS_VIEW);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_object (&self->people);

  G_OBJECT_CLASS (msk_seats_view_parent_class)->dispose (object);
}

static void
msk_seats_view_class_init (MskSeatsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_seats_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_seats_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_seats_view_refresh;

  gtk_widget_class_install_action (widget_class, "seat.set", NULL, set_seat_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/plan/msk-seats-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskSeatsView, seat_box);
  gtk_widget_class_bind_template_child (widget_class, MskSeatsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MskSeatsView, seat_entry);
  gtk_widget_class_bind_template_child (widget_class, MskSeatsView, person_label);
  gtk_widget_class_bind_template_child (widget_class, MskSeatsView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskSeatsView, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, seat_entered_cb);
}

static void
msk_seats_view_init (MskSeatsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->people = g_list_store_new (MSK_TYPE_ATTENDEE);
  self->filter = gtk_custom_filter_new (matches_search, self, NULL);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->people)),
                                           GTK_FILTER (g_object_ref (self->filter)));
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->view, G_LIST_MODEL (self->found),
                                           G_CALLBACK (selection_changed_cb), self);
}
