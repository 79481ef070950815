/* The list of attendees.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendees-page.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-attendee-form.h"
#include "msk-attendee-search.h"
#include "msk-cells.h"
#include "msk-export-ask.h"
#include "msk-file-ask.h"
#include "msk-import-form.h"
#include "msk-listing.h"
#include "msk-report-ask.h"
#include "msk-roster.h"
#include "msk-scan-desk.h"
#include "msk-verdict-view.h"
#include "msk-vetting-actions.h"
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
  GtkDropDown *state_choice;
  GtkDropDown *order_choice;
  GtkRevealer *verdict_revealer;
  MskVerdictView *verdict_view;
  MskBadgeBar *badge_bar;
  GtkColumnView *view;
  GtkWidget *add_buttons;
  GtkWidget *decide_buttons;
  GtkWidget *seal_button;
  GtkWidget *submit_buttons;
  GtkWidget *withdraw_button;
  GtkWidget *badge_buttons;
  GtkWidget *void_button;
  GtkWidget *lost_button;
  GtkWidget *report_button;
  GtkWidget *export_button;

  GPtrArray *all; /* what is counted */
  GListStore *attendees;
  GtkFilterListModel *found;
  GtkFilter *filter;
  GtkSortListModel *sorted;
  GtkSorter *order; /* below the heading that was clicked */
  GtkSelectionModel *selection;

  MskScanDesk *desk; /* that confirms badges; NULL for who may not */
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

  if (attendee->vetting == MSK_VETTING_WITHDRAWN)
    return g_strdup_printf (_ ("%s: %s"), attendee->withdrawn_by, attendee->withdrawn_reason);
  if (attendee->decided_by[0] == '\0')
    return g_strdup ("");

  return g_strdup_printf (_ ("%s: %s"), attendee->decided_by, attendee->reason);
}

static char *
dup_seat (gpointer item)
{
  return g_strdup (MSK_ATTENDEE (item)->seat);
}

static char *
dup_nominated (gpointer item)
{
  return g_strdup (MSK_ATTENDEE (item)->nominating_unit);
}

static char *
dup_badge (gpointer item)
{
  return g_strdup (msk_badge_state_get_label (MSK_ATTENDEE (item)->badge));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return msk_roster_compare (MSK_ATTENDEE ((gpointer) a), MSK_ATTENDEE ((gpointer) b),
                             MSK_ROSTER_BY_PINYIN);
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  return msk_roster_compare (MSK_ATTENDEE ((gpointer) a), MSK_ATTENDEE ((gpointer) b),
                             MSK_ROSTER_BY_UNIT);
}

static const MskColumn columns[] = {
  { N_ ("Name"), dup_name, NULL, TRUE, FALSE, compare_names },
  { N_ ("Unit"), dup_unit, NULL, TRUE, FALSE, compare_units },
  { N_ ("Post"), dup_post, NULL, TRUE, FALSE },
  { N_ ("Capacity"), dup_capacity, NULL, FALSE, FALSE },
  { N_ ("Clearance"), dup_clearance, NULL, FALSE, FALSE },
  { N_ ("Decision"), dup_vetting, get_vetting_look, FALSE, FALSE },
  { N_ ("Reason"), dup_reason, NULL, TRUE, FALSE },
  { N_ ("Nominated by"), dup_nominated, NULL, TRUE, FALSE },
  { N_ ("List"), dup_list_text, NULL, FALSE, FALSE },
  { N_ ("Badge"), dup_badge, NULL, FALSE, FALSE },
  { N_ ("Seat"), dup_seat, NULL, FALSE, FALSE },
};

static MskMeetingState
get_meeting_state (MskAttendeesPage *self)
{
  MskMeeting *meeting = msk_session_get_meeting (msk_page_get_session (MSK_PAGE (self)));

  return meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED;
}

#define STATE_ANY (-1)

/* The vetting to show alone, or STATE_ANY. The first choice is everybody. */
static int
get_state_filter (MskAttendeesPage *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->state_choice);

  return chosen == GTK_INVALID_LIST_POSITION ? STATE_ANY : (int) chosen - 1;
}

static void
apply_shown (MskAttendeesPage *self)
{
  const guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *text = NULL;

  if (shown != self->all->len)
    text = g_strdup_printf (get_state_filter (self) == STATE_ANY
                                ? _ ("%u of them are shown: the search hides the others.")
                                : _ ("%u of them are shown: the state chosen, and the search, hide "
                                     "the others."),
                            shown);
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
  msk_vetting_actions_apply (widget, &state);
  gtk_widget_action_set_enabled (widget, "attendee.report", state.can_report);
  gtk_widget_action_set_enabled (widget, "attendee.export",
                                 state.can_export &&
                                     g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0);
  adw_status_page_set_description (self->none_page,
                                   state.can_add
                                       ? _ ("Import a list (CSV or xlsx) or add people by hand.")
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
  const int state = get_state_filter (self);

  return (state == STATE_ANY || (int) MSK_ATTENDEE (item)->vetting == state) &&
         msk_attendee_search_matches (MSK_ATTENDEE (item),
                                      gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_changed_cb (GtkSearchEntry *entry, MskAttendeesPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  apply_shown (self);
  apply_state (self);
}

static void
state_chosen_cb (MskAttendeesPage *self)
{
  if (self->view == NULL)
    return;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  apply_shown (self);
  apply_state (self);
}

static int
compare_chosen_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  MskAttendeesPage *self = MSK_ATTENDEES_PAGE (user_data);
  const guint chosen = gtk_drop_down_get_selected (self->order_choice);

  return msk_roster_compare (MSK_ATTENDEE ((gpointer) a), MSK_ATTENDEE ((gpointer) b),
                             chosen == GTK_INVALID_LIST_POSITION ? MSK_ROSTER_BY_NUMBER
                                                                 : (MskRosterOrder) chosen);
}

static void
order_chosen_cb (MskAttendeesPage *self)
{
  if (self->order != NULL)
    gtk_sorter_changed (self->order, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
fill_orders (MskAttendeesPage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (int order = MSK_ROSTER_BY_NUMBER; order <= MSK_ROSTER_BY_UNIT; order++)
    gtk_string_list_append (names, msk_roster_order_get_label ((MskRosterOrder) order));
  gtk_drop_down_set_model (self->order_choice, G_LIST_MODEL (names));
}

static void
fill_states (MskAttendeesPage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Everybody"));
  for (int vetting = MSK_VETTING_PROPOSED; vetting <= MSK_VETTING_WITHDRAWN; vetting++)
    gtk_string_list_append (names, msk_vetting_get_label ((MskVetting) vetting));
  gtk_drop_down_set_model (self->state_choice, G_LIST_MODEL (names));
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskAttendee *one = a;
  const MskAttendee *other = b;

  return one->id == other->id && one->vetting == other->vetting && one->sealed == other->sealed &&
         one->list_number == other->list_number && g_str_equal (one->name, other->name) &&
         g_str_equal (one->reason, other->reason) && g_strcmp0 (one->seat, other->seat) == 0 &&
         one->badge == other->badge && g_str_equal (one->unit, other->unit) &&
         g_str_equal (one->post, other->post) && one->capacity == other->capacity &&
         one->clearance == other->clearance &&
         g_strcmp0 (one->nominating_unit, other->nominating_unit) == 0;
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

/* A badge that is scanned after printing counts from then on. */
static gboolean
msk_attendees_page_take_scan (MskPage *page, const char *code)
{
  MskAttendeesPage *self = MSK_ATTENDEES_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;

  if (self->desk == NULL)
    return FALSE;

  verdict = msk_scan_desk_scan (self->desk, code, &error);
  msk_verdict_view_take (self->verdict_view, verdict, error);
  gtk_revealer_set_reveal_child (self->verdict_revealer, TRUE);
  return TRUE;
}

static void
import_file (GtkWidget *asker, GBytes *file)
{
  msk_import_form_open (MSK_PAGE (asker), file);
}

static void
import_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_file_ask_open (widget, _ ("Import Attendees"), _ ("Tables (CSV, xlsx)"),
                     "*.[cC][sS][vV] *.[tT][xX][tT] *.[tT][sS][vV] *.[xX][lL][sS][xX]",
                     import_file);
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (msk_form_new (MSK_TYPE_ATTENDEE_FORM, MSK_PAGE (widget))));
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_LIST);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_export_ask_open (MSK_PAGE (widget), G_LIST_MODEL (MSK_ATTENDEES_PAGE (widget)->sorted));
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
  gtk_widget_set_visible (self->submit_buttons, msk_page_may (page, MSK_ACT_LIST_SUBMIT));
  gtk_widget_set_visible (self->withdraw_button, msk_page_may (page, MSK_ACT_ATTENDEE_WITHDRAW));
  gtk_widget_set_visible (self->badge_buttons, msk_page_may (page, MSK_ACT_BADGE_PRINT));
  gtk_widget_set_visible (self->void_button, msk_page_may (page, MSK_ACT_BADGE_VOID));
  gtk_widget_set_visible (self->lost_button, msk_page_may (page, MSK_ACT_BADGE_LOST));
  if (msk_page_may (page, MSK_ACT_BADGE_CONFIRM))
    self->desk = msk_scan_desk_new (msk_page_get_session (page), MSK_SCAN_CHECK);
  gtk_widget_set_visible (self->report_button, msk_page_may (page, MSK_ACT_REPORT_MAKE));
  gtk_widget_set_visible (self->export_button, msk_page_may (page, MSK_ACT_LIST_EXPORT));
}

static void
msk_attendees_page_dispose (GObject *object)
{
  MskAttendeesPage *self = MSK_ATTENDEES_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_ATTENDEES_PAGE);
  g_clear_object (&self->desk);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->order);
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
  msk_vetting_actions_install (widget_class);
  gtk_widget_class_install_action (widget_class, "attendee.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "attendee.export", NULL, export_action);
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
  MSK_PAGE_CLASS (klass)->take_scan = msk_attendees_page_take_scan;

  g_type_ensure (MSK_TYPE_VERDICT_VIEW);
  g_type_ensure (MSK_TYPE_BADGE_BAR);

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
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, submit_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, badge_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, void_button);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, lost_button);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, state_choice);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, order_choice);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, verdict_revealer);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, badge_bar);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, report_button);
  gtk_widget_class_bind_template_child (widget_class, MskAttendeesPage, export_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

/* By the heading that was clicked, and then in the order chosen. Nothing is built but the rows that
 * are in sight: sorting moves numbers. */
static void
sort_list (MskAttendeesPage *self)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  self->order = GTK_SORTER (gtk_custom_sorter_new (compare_chosen_cb, self, NULL));
  gtk_multi_sorter_append (sorter, g_object_ref (gtk_column_view_get_sorter (self->view)));
  gtk_multi_sorter_append (sorter, g_object_ref (self->order));
  self->sorted =
      gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->found)), GTK_SORTER (sorter));
}

static void
msk_attendees_page_init (MskAttendeesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_states (self);
  fill_orders (self);
  g_signal_connect_object (self->order_choice, "notify::selected", G_CALLBACK (order_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state_choice, "notify::selected", G_CALLBACK (state_chosen_cb),
                           self, G_CONNECT_SWAPPED);

  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->attendees = g_list_store_new (MSK_TYPE_ATTENDEE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_search, self, NULL));
  self->found =
      gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->attendees)), self->filter);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  sort_list (self);
  self->selection =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->sorted))));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, 0);
  msk_listing_show_model (self->view, self->selection);
}

GPtrArray *
msk_attendees_page_dup_selected (MskAttendeesPage *self)
{
  g_return_val_if_fail (MSK_IS_ATTENDEES_PAGE (self), NULL);

  return msk_listing_dup_selected (G_LIST_MODEL (self->selection));
}

MskBadgeBar *
msk_attendees_page_get_bar (MskAttendeesPage *self)
{
  g_return_val_if_fail (MSK_IS_ATTENDEES_PAGE (self), NULL);

  return self->badge_bar;
}
