/* What somebody who has signed in works with.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-work-view.h"

#include <glib/gi18n-lib.h>

#include "msk-accounts-page.h"
#include "msk-attendees-page.h"
#include "msk-briefing-page.h"
#include "msk-carrier-desk.h"
#include "msk-carriers-page.h"
#include "msk-circulation-page.h"
#include "msk-destruction-page.h"
#include "msk-devices-page.h"
#include "msk-door-page.h"
#include "msk-empty-page.h"
#include "msk-handover-desk.h"
#include "msk-handover-page.h"
#include "msk-incident-desk.h"
#include "msk-incidents-page.h"
#include "msk-ledger-page.h"
#include "msk-look.h"
#include "msk-measures-page.h"
#include "msk-meeting-desk.h"
#include "msk-meeting-page.h"
#include "msk-paper-desk.h"
#include "msk-papers-page.h"
#include "msk-passphrase-form.h"
#include "msk-place.h"
#include "msk-plan-page.h"
#include "msk-receipts-page.h"
#include "msk-room-page.h"
#include "msk-scan-page.h"
#include "msk-sweep-page.h"
#include "msk-verdict-view.h"

/* So often the line about incidents looks at the time. */
#define CLOCK_SECONDS 30

struct _MskWorkView
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *side_box;
  GtkWidget *content_box;
  GtkListBox *places_box;
  GtkLabel *user_label;
  GtkLabel *role_label;
  GtkWidget *back_button;
  GtkLabel *title_label;
  GtkLabel *meeting_label;
  GtkRevealer *notice_revealer;
  MskVerdictView *notice_view;
  GtkStack *stack;
  GtkStack *pages;
  GtkWidget *foot;
  GtkImage *foot_image;
  GtkLabel *foot_label;
  GtkWidget *incident_box;
  GtkLabel *incident_label;

  MskSession *session;
  guint foot_id;
  guint clock_id; /* the time goes on without a commit */
};

G_DEFINE_FINAL_TYPE (MskWorkView, msk_work_view, ADW_TYPE_BIN)

static MskPage *
get_page (MskWorkView *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->pages);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "page") != 0)
    return NULL;

  return MSK_IS_PAGE (child) ? MSK_PAGE (child) : NULL;
}

static MskPlace
get_row_place (GtkListBoxRow *row)
{
  return (MskPlace) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "msk-place"));
}

static MskPlace
get_place (MskWorkView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->places_box);

  return row != NULL ? get_row_place (row) : MSK_PLACE_MEETING;
}

/* The papers' balance, and the carriers' beside it where there are any. */
static char *
dup_foot_text (const MskBalance *papers, const MskBalance *carriers)
{
  const gboolean hold = msk_balance_holds (papers) && msk_balance_holds (carriers);
  g_autofree char *papers_text = msk_balance_dup_text (papers);
  g_autofree char *carriers_text = msk_balance_dup_text (carriers);
  g_autofree char *both = carriers->allocated == 0 ? g_strdup (papers_text)
                                                   : g_strdup_printf (_ ("%s · carriers: %s"),
                                                                      papers_text, carriers_text);

  return g_strdup_printf (hold ? _ ("The balance of the meeting holds: %s")
                               : _ ("The balance of the meeting does NOT hold: %s"),
                          both);
}

/* While the stock of the desk is counted blind, no balance says how much is in store (K1). */
static gboolean
is_counted_blind (MskWorkView *self)
{
  g_autoptr(MskHandover) handover = msk_handover_desk_find_open (self->session, NULL);

  return handover != NULL && handover->stage == MSK_HANDOVER_COUNTING &&
         handover->place != MSK_HANDOVER_CUSTODY;
}

static void
show_foot (MskWorkView *self)
{
  MskBalance balance = { 0 };
  MskBalance carriers = { 0 };
  MskLook look;
  const char *classes[] = { "foot", NULL, NULL };
  g_autofree char *text = NULL;
  const gboolean open = msk_session_get_meeting (self->session) != NULL;

  gtk_widget_set_visible (self->foot, open);
  if (!open)
    return;

  if (!msk_paper_desk_get_balance (self->session, 0, &balance, NULL) ||
      !msk_carrier_desk_get_balance (self->session, &carriers, NULL))
    {
      classes[1] = "error";
      gtk_image_set_from_icon_name (self->foot_image, "dialog-warning-symbolic");
      gtk_label_set_text (self->foot_label, _ ("The balance of the meeting can’t be read."));
      gtk_widget_set_css_classes (self->foot, classes);
      return;
    }

  if (is_counted_blind (self))
    {
      gtk_image_set_from_icon_name (self->foot_image, "view-conceal-symbolic");
      gtk_label_set_text (self->foot_label,
                          _ ("The stock is being counted blind: the balance shows "
                             "again when the count is closed."));
      gtk_widget_set_css_classes (self->foot, classes);
      return;
    }

  look = msk_look_of_balance (msk_balance_holds (&carriers) ? &balance : &carriers);
  classes[1] = look.css_class;
  text = dup_foot_text (&balance, &carriers);
  gtk_image_set_from_icon_name (self->foot_image, look.icon_name);
  gtk_label_set_text (self->foot_label, text);
  gtk_widget_set_css_classes (self->foot, classes);
}

/* How many incidents are open, and which of their clocks is next (I1). */
static void
show_incidents (MskWorkView *self)
{
  const gint64 now = msk_session_get_now (self->session);
  MskIncidentSummary summary = { 0 };
  g_autofree char *text = NULL;
  const gboolean known = msk_session_get_meeting (self->session) != NULL &&
                         msk_incident_desk_get_summary (self->session, &summary, NULL);

  gtk_widget_set_visible (self->incident_box, known && summary.open > 0);
  if (!known)
    return;

  text = msk_incident_summary_dup_text (&summary, now);
  gtk_label_set_text (self->incident_label, text);
  if (summary.has_next && now > summary.due_at)
    gtk_widget_add_css_class (self->incident_box, "error");
  else
    gtk_widget_remove_css_class (self->incident_box, "error");
}

static gboolean
clock_cb (gpointer user_data)
{
  MskWorkView *self = MSK_WORK_VIEW (user_data);

  if (!msk_session_is_locked (self->session))
    show_incidents (self);
  return G_SOURCE_CONTINUE;
}

static void
show_heading (MskWorkView *self)
{
  MskMeeting *meeting = msk_session_get_meeting (self->session);
  g_autofree char *text = NULL;

  if (meeting != NULL)
    text =
        g_strdup_printf ("%s · %s", meeting->number, msk_meeting_state_get_label (meeting->state));
  gtk_label_set_text (self->title_label, gtk_list_box_get_selected_row (self->places_box) != NULL
                                             ? msk_place_get_title (get_place (self))
                                             : "");
  gtk_label_set_text (self->meeting_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->meeting_label), text != NULL);
}

static gboolean
can_show (MskWorkView *self, MskPlace place)
{
  return msk_session_get_meeting (self->session) != NULL || !msk_place_needs_meeting (place);
}

static void
show_all (MskWorkView *self)
{
  if (msk_session_is_locked (self->session))
    return;

  gtk_stack_set_visible_child_name (self->stack,
                                    can_show (self, get_place (self)) ? "page" : "no-meeting");
  show_heading (self);
  show_foot (self);
  show_incidents (self);
}

static gboolean
show_all_cb (gpointer user_data)
{
  MskWorkView *self = MSK_WORK_VIEW (user_data);

  self->foot_id = 0;
  show_all (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MskSession *session, MskWorkView *self)
{
  if (self->foot_id == 0)
    self->foot_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_all_cb, self, NULL);
}

static void
refresh_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskWorkView *self = MSK_WORK_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    msk_page_invalidate (MSK_PAGE (child));
  show_all (self);
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskWorkView *self = MSK_WORK_VIEW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->side_box);
}

static void
dismiss_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_revealer_set_reveal_child (MSK_WORK_VIEW (widget)->notice_revealer, FALSE);
}

static void
place_selected_cb (GtkListBox *box, GtkListBoxRow *row, MskWorkView *self)
{
  if (row == NULL || self->pages == NULL)
    return;

  /* A page that needs a meeting is not even read without one. */
  if (!can_show (self, get_place (self)))
    gtk_stack_set_visible_child_name (self->stack, "no-meeting");
  gtk_stack_set_visible_child_name (self->pages, msk_place_get_name (get_place (self)));
  gtk_revealer_set_reveal_child (self->notice_revealer, FALSE);
  show_all (self);
}

static void
place_activated_cb (GtkListBox *box, GtkListBoxRow *row, MskWorkView *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->content_box);
}

static GtkWidget *
make_page (MskWorkView *self, MskPlace place)
{
  switch (place)
    {
    case MSK_PLACE_MEETING:
      return g_object_new (MSK_TYPE_MEETING_PAGE, "session", self->session, NULL);
    case MSK_PLACE_MEASURES:
      return g_object_new (MSK_TYPE_MEASURES_PAGE, "session", self->session, NULL);
    case MSK_PLACE_ATTENDEES:
      return g_object_new (MSK_TYPE_ATTENDEES_PAGE, "session", self->session, NULL);
    case MSK_PLACE_BRIEFING:
      return g_object_new (MSK_TYPE_BRIEFING_PAGE, "session", self->session, NULL);
    case MSK_PLACE_PAPERS:
      return g_object_new (MSK_TYPE_PAPERS_PAGE, "session", self->session, NULL);
    case MSK_PLACE_PLAN:
      return g_object_new (MSK_TYPE_PLAN_PAGE, "session", self->session, NULL);
    case MSK_PLACE_ROOM:
      return g_object_new (MSK_TYPE_ROOM_PAGE, "session", self->session, NULL);
    case MSK_PLACE_CARRIERS:
      return g_object_new (MSK_TYPE_CARRIERS_PAGE, "session", self->session, NULL);
    case MSK_PLACE_DOOR:
      return g_object_new (MSK_TYPE_DOOR_PAGE, "session", self->session, NULL);
    case MSK_PLACE_DEVICES:
      return g_object_new (MSK_TYPE_DEVICES_PAGE, "session", self->session, NULL);
    case MSK_PLACE_DESK:
      return msk_scan_page_new (self->session, MSK_SCAN_ISSUE);
    case MSK_PLACE_CIRCULATION:
      return g_object_new (MSK_TYPE_CIRCULATION_PAGE, "session", self->session, NULL);
    case MSK_PLACE_RETURNS:
      return msk_scan_page_new (self->session, MSK_SCAN_RETURN);
    case MSK_PLACE_RECEIPTS:
      return g_object_new (MSK_TYPE_RECEIPTS_PAGE, "session", self->session, NULL);
    case MSK_PLACE_HANDOVER:
      return g_object_new (MSK_TYPE_HANDOVER_PAGE, "session", self->session, NULL);
    case MSK_PLACE_SWEEP:
      return g_object_new (MSK_TYPE_SWEEP_PAGE, "session", self->session, NULL);
    case MSK_PLACE_INCIDENTS:
      return g_object_new (MSK_TYPE_INCIDENTS_PAGE, "session", self->session, NULL);
    case MSK_PLACE_DESTRUCTION:
      return g_object_new (MSK_TYPE_DESTRUCTION_PAGE, "session", self->session, NULL);
    case MSK_PLACE_LEDGER:
      return g_object_new (MSK_TYPE_LEDGER_PAGE, "session", self->session, NULL);
    case MSK_PLACE_ACCOUNTS:
    default:
      return g_object_new (MSK_TYPE_ACCOUNTS_PAGE, "session", self->session, NULL);
    }
}

static GtkWidget *
make_place_row (MskPlace place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (msk_place_get_icon_name (place));
  GtkWidget *label = gtk_label_new (msk_place_get_title (place));

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  msk_place_get_title (place), -1);
  gtk_widget_add_css_class (label, "one-line");
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "msk-place", GUINT_TO_POINTER (place));
  return row;
}

static void
add_places (MskWorkView *self)
{
  const MskRole role = msk_session_get_role (self->session);

  for (guint place = 0; place < MSK_N_PLACES; place++)
    if (msk_place_is_shown ((MskPlace) place, role))
      {
        gtk_stack_add_named (self->pages, make_page (self, (MskPlace) place),
                             msk_place_get_name ((MskPlace) place));
        gtk_list_box_append (self->places_box, make_place_row ((MskPlace) place));
      }

  if (gtk_stack_get_visible_child (self->pages) == NULL)
    gtk_stack_add_named (self->pages,
                         g_object_new (MSK_TYPE_EMPTY_PAGE, "session", self->session, NULL),
                         "empty");
}

/* The only one that is still here, or NULL. Lent. */
static MskMeeting *
get_only_meeting (GPtrArray *meetings)
{
  MskMeeting *only = NULL;

  for (guint i = 0; i < meetings->len; i++)
    {
      MskMeeting *meeting = g_ptr_array_index (meetings, i);

      if (meeting->state == MSK_MEETING_STATE_ERASED)
        continue;
      if (only != NULL)
        return NULL;
      only = meeting;
    }

  return only;
}

/* With one meeting in the vault there is nothing to choose. */
static void
open_only_meeting (MskWorkView *self)
{
  g_autoptr(GPtrArray) meetings = NULL;
  MskMeeting *meeting;

  if (!msk_session_may (self->session, MSK_ACT_MEETING_READ) ||
      msk_session_get_meeting (self->session) != NULL)
    return;

  meetings = msk_meeting_desk_list (self->session, NULL);
  meeting = meetings == NULL ? NULL : get_only_meeting (meetings);
  if (meeting != NULL)
    {
      g_autoptr(GError) error = NULL;

      if (!msk_session_open_meeting (self->session, meeting->id, &error))
        {
          msk_verdict_view_show_error (self->notice_view, error);
          gtk_revealer_set_reveal_child (self->notice_revealer, TRUE);
        }
    }
}

static void
msk_work_view_dispose (GObject *object)
{
  MskWorkView *self = MSK_WORK_VIEW (object);

  g_clear_handle_id (&self->foot_id, g_source_remove);
  g_clear_handle_id (&self->clock_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_WORK_VIEW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (msk_work_view_parent_class)->dispose (object);
}

static void
msk_work_view_class_init (MskWorkViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_work_view_dispose;

  g_type_ensure (MSK_TYPE_VERDICT_VIEW);

  gtk_widget_class_install_action (widget_class, "work.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "work.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "work.dismiss", NULL, dismiss_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/window/msk-work-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, side_box);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, content_box);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, places_box);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, user_label);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, role_label);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, back_button);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, title_label);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, meeting_label);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, notice_revealer);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, notice_view);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, pages);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, foot);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, foot_image);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, foot_label);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, incident_box);
  gtk_widget_class_bind_template_child (widget_class, MskWorkView, incident_label);
  gtk_widget_class_bind_template_callback (widget_class, place_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
}

static void
msk_work_view_init (MskWorkView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
msk_work_view_new (MskSession *session)
{
  MskWorkView *self;

  g_return_val_if_fail (MSK_IS_SESSION (session), NULL);

  self = g_object_new (MSK_TYPE_WORK_VIEW, NULL);
  self->session = g_object_ref (session);
  gtk_label_set_text (self->user_label, msk_session_get_user (session));
  gtk_label_set_text (self->role_label, msk_role_get_label (msk_session_get_role (session)));
  add_places (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, 0);
  gtk_list_box_select_row (self->places_box, gtk_list_box_get_row_at_index (self->places_box, 0));
  open_only_meeting (self);
  show_all (self);
  self->clock_id = g_timeout_add_seconds (CLOCK_SECONDS, clock_cb, self);
  return GTK_WIDGET (self);
}

void
msk_work_view_take_scan (MskWorkView *self, const char *code)
{
  MskPage *page;

  g_return_if_fail (MSK_IS_WORK_VIEW (self));

  page = get_page (self);
  if (page != NULL && msk_page_take_scan (page, code))
    {
      gtk_revealer_set_reveal_child (self->notice_revealer, FALSE);
      return;
    }

  msk_verdict_view_show_words (self->notice_view, MSK_TONE_REFUSED, _ ("Not taken"),
                               _ ("This page takes no scans now. Open the page where the work is "
                                  "done, such as “Desk” or "
                                  "“Returns”, and scan again."));
  gtk_revealer_set_reveal_child (self->notice_revealer, TRUE);
}

void
msk_work_view_undo (MskWorkView *self)
{
  MskPage *page;

  g_return_if_fail (MSK_IS_WORK_VIEW (self));

  page = get_page (self);
  if (page != NULL)
    msk_page_undo (page);
}

void
msk_work_view_forget (MskWorkView *self)
{
  MskPage *page;

  g_return_if_fail (MSK_IS_WORK_VIEW (self));

  page = get_page (self);
  if (page != NULL)
    msk_page_forget (page);
}

void
msk_work_view_show_nth (MskWorkView *self, guint n)
{
  GtkListBoxRow *row;

  g_return_if_fail (MSK_IS_WORK_VIEW (self));

  row = gtk_list_box_get_row_at_index (self->places_box, (int) n);
  if (row == NULL)
    return;

  gtk_list_box_select_row (self->places_box, row);
  adw_leaflet_set_visible_child (self->leaflet, self->content_box);
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

MskPlace
msk_work_view_get_place (MskWorkView *self)
{
  g_return_val_if_fail (MSK_IS_WORK_VIEW (self), MSK_PLACE_MEETING);

  return get_place (self);
}

void
msk_work_view_show_place (MskWorkView *self, MskPlace place)
{
  GtkListBoxRow *row;

  g_return_if_fail (MSK_IS_WORK_VIEW (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places_box, i)) != NULL; i++)
    if (get_row_place (row) == place)
      gtk_list_box_select_row (self->places_box, row);
}

void
msk_work_view_change_passphrase (MskWorkView *self)
{
  GtkWidget *page;

  g_return_if_fail (MSK_IS_WORK_VIEW (self));

  page = gtk_stack_get_visible_child (self->pages);
  if (page != NULL)
    gtk_window_present (GTK_WINDOW (msk_form_new (MSK_TYPE_PASSPHRASE_FORM, MSK_PAGE (page))));
}

MskPage *
msk_work_view_get_busy_page (MskWorkView *self)
{
  g_return_val_if_fail (MSK_IS_WORK_VIEW (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (msk_page_is_busy (MSK_PAGE (child)))
      return MSK_PAGE (child);

  return NULL;
}
