/* The print room's entry log, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-visits-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-enter-form.h"
#include "msk-listing.h"
#include "msk-report-ask.h"
#include "msk-room-desk.h"
#include "msk-room-state.h"
#include "msk-time-text.h"

struct _MskVisitsView
{
  MskPage parent_instance;

  GtkLabel *inside_label;
  GtkWidget *visit_buttons;
  GtkWidget *report_button;
  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkColumnView *view;

  GListStore *visits;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MskVisitsView, msk_visits_view, MSK_TYPE_PAGE)

static char *
dup_id (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_ROOM_VISIT (item)->id);
}

static char *
dup_name (gpointer item)
{
  return g_strdup (MSK_ROOM_VISIT (item)->name);
}

static char *
dup_unit (gpointer item)
{
  return g_strdup (MSK_ROOM_VISIT (item)->unit);
}

static char *
dup_reason (gpointer item)
{
  return g_strdup (MSK_ROOM_VISIT (item)->reason);
}

static char *
dup_leave (gpointer item)
{
  return g_strdup (MSK_ROOM_VISIT (item)->leave);
}

static char *
dup_place (gpointer item)
{
  return g_strdup (MSK_ROOM_VISIT (item)->place);
}

static char *
dup_in (gpointer item)
{
  return msk_time_text_format (MSK_ROOM_VISIT (item)->entered_at);
}

static char *
dup_out (gpointer item)
{
  MskRoomVisit *visit = MSK_ROOM_VISIT (item);

  return visit->left_at == 0 ? g_strdup (_ ("inside")) : msk_time_text_format (visit->left_at);
}

static MskLook
get_look (gpointer item)
{
  return msk_room_state_look_of_visit (MSK_ROOM_VISIT (item));
}

static const MskColumn columns[] = {
  { N_ ("Entry"), dup_id, NULL, FALSE, TRUE },
  { N_ ("Name"), dup_name, NULL, TRUE, FALSE },
  { N_ ("Unit"), dup_unit, NULL, TRUE, FALSE },
  { N_ ("Came in"), dup_in, NULL, FALSE, FALSE },
  { N_ ("Left"), dup_out, get_look, FALSE, FALSE },
  { N_ ("Reason"), dup_reason, NULL, TRUE, FALSE },
  { N_ ("By leave of"), dup_leave, NULL, TRUE, FALSE },
  { N_ ("Place"), dup_place, NULL, TRUE, FALSE },
};

static MskRoomActions
get_actions (MskVisitsView *self)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  MskMeeting *meeting = msk_session_get_meeting (session);

  return msk_room_actions_make (msk_session_get_role (session),
                                meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED,
                                gtk_single_selection_get_selected_item (self->selection), NULL);
}

static void
apply_state (MskVisitsView *self)
{
  const MskRoomActions actions = get_actions (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.enter", actions.enter);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.leave", actions.leave);
  adw_status_page_set_description (
      self->none_page, actions.enter
                           ? _ ("Write down whoever enters the print room, and when they leave.")
                           : _ ("A desk clerk or security officer writes down whoever enters the "
                                "print room."));
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskVisitsView *self)
{
  if (self->view != NULL)
    apply_state (self);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskRoomVisit *one = a;
  const MskRoomVisit *other = b;

  return one->id == other->id && one->left_at == other->left_at;
}

static void
msk_visits_view_refresh (MskPage *page)
{
  MskVisitsView *self = MSK_VISITS_VIEW (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) visits =
                 msk_room_desk_list (msk_page_get_session (page), FALSE, NULL, &error);
  g_autoptr(GPtrArray) turned = NULL;
  g_autofree char *inside = NULL;

  if (visits == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Entry Log Not Read"), error);
      return;
    }

  turned = msk_listing_dup_turned (visits);
  inside = msk_room_state_dup_inside (visits);
  msk_listing_update (self->visits, turned, is_same);
  gtk_label_set_text (self->inside_label, inside);
  gtk_stack_set_visible_child_name (self->stack, visits->len > 0 ? "list" : "none");
  apply_state (self);
}

static void
enter_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_enter_form_open (MSK_PAGE (widget));
}

static void
leave_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskVisitsView *self = MSK_VISITS_VIEW (widget);
  MskRoomVisit *visit = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr(GError) error = NULL;

  if (visit != NULL &&
      !msk_room_desk_leave (msk_page_get_session (MSK_PAGE (self)), visit->id, &error))
    msk_ask_tell_error (widget, _ ("Not Written Down"), error);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_ROOM);
}

static void
msk_visits_view_constructed (GObject *object)
{
  MskVisitsView *self = MSK_VISITS_VIEW (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_visits_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->visit_buttons, msk_page_may (page, MSK_ACT_ROOM_ENTER));
  gtk_widget_set_visible (self->report_button, msk_page_may (page, MSK_ACT_REPORT_MAKE));
}

static void
msk_visits_view_dispose (GObject *object)
{
  MskVisitsView *self = MSK_VISITS_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_VISITS_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->visits);

  G_OBJECT_CLASS (msk_visits_view_parent_class)->dispose (object);
}

static void
msk_visits_view_class_init (MskVisitsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_visits_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_visits_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_visits_view_refresh;

  gtk_widget_class_install_action (widget_class, "visit.enter", NULL, enter_action);
  gtk_widget_class_install_action (widget_class, "visit.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "visit.report", NULL, report_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/room/msk-visits-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskVisitsView, inside_label);
  gtk_widget_class_bind_template_child (widget_class, MskVisitsView, visit_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskVisitsView, report_button);
  gtk_widget_class_bind_template_child (widget_class, MskVisitsView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskVisitsView, none_page);
  gtk_widget_class_bind_template_child (widget_class, MskVisitsView, view);
}

static void
msk_visits_view_init (MskVisitsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->visits = g_list_store_new (MSK_TYPE_ROOM_VISIT);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->view, G_LIST_MODEL (self->visits),
                                           G_CALLBACK (selection_changed_cb), self);
}
