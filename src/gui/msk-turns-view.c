/* Readers’ turns, what is due first leading, and their end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-turns-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-circulation-desk.h"
#include "msk-circulation-state.h"
#include "msk-listing.h"
#include "msk-report-ask.h"
#include "msk-time-text.h"
#include "msk-turn-ask.h"

struct _MskTurnsView
{
  MskPage parent_instance;

  GtkCheckButton *all_button;
  GtkWidget *end_button;
  GtkWidget *slip_button;
  GtkWidget *register_button;
  GtkWidget *chase_button;
  GtkStack *stack;
  GtkColumnView *view;

  GListStore *items;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MskTurnsView, msk_turns_view, MSK_TYPE_PAGE)

static char *
dup_number (gpointer item)
{
  return msk_copy_number_dup_text (MSK_TURN (item)->number);
}

static char *
dup_paper (gpointer item)
{
  return g_strdup (MSK_TURN (item)->document_number);
}

static char *
dup_ordinal (gpointer item)
{
  return g_strdup_printf ("%u", MSK_TURN (item)->ordinal);
}

static char *
dup_reader (gpointer item)
{
  return g_strdup (MSK_TURN (item)->reader);
}

static char *
dup_unit (gpointer item)
{
  return g_strdup (MSK_TURN (item)->unit);
}

static char *
dup_begun (gpointer item)
{
  return msk_time_text_format (MSK_TURN (item)->started_at);
}

static char *
dup_due (gpointer item)
{
  return msk_time_text_format (MSK_TURN (item)->due_at);
}

static char *
dup_standing (gpointer item)
{
  return g_strdup (
      msk_circulation_state_get_turn_word (MSK_TURN (item), g_get_real_time () / G_USEC_PER_SEC));
}

static MskLook
get_look (gpointer item)
{
  return msk_circulation_state_look_of_turn (MSK_TURN (item), g_get_real_time () / G_USEC_PER_SEC);
}

static char *
dup_ended (gpointer item)
{
  return msk_time_text_format (MSK_TURN (item)->ended_at);
}

static char *
dup_signature (gpointer item)
{
  return g_strdup (MSK_TURN (item)->signature);
}

static const MskColumn columns[] = {
  { N_ ("Copy"), dup_number, NULL, FALSE, TRUE },
  { N_ ("Paper"), dup_paper, NULL, TRUE, FALSE },
  { N_ ("Turn"), dup_ordinal, NULL, FALSE, TRUE },
  { N_ ("Reader"), dup_reader, NULL, TRUE, FALSE },
  { N_ ("Unit"), dup_unit, NULL, TRUE, FALSE },
  { N_ ("Begun"), dup_begun, NULL, FALSE, FALSE },
  { N_ ("Due"), dup_due, NULL, FALSE, FALSE },
  { N_ ("Standing"), dup_standing, get_look, FALSE, FALSE },
  { N_ ("Ended"), dup_ended, NULL, FALSE, FALSE },
  { N_ ("Signed"), dup_signature, NULL, TRUE, FALSE },
};

static MskTurn *
get_selected (MskTurnsView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
apply_state (MskTurnsView *self)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  MskMeeting *meeting = msk_session_get_meeting (session);
  const MskCirculationActions actions =
      msk_circulation_actions_make (msk_session_get_role (session),
                                    meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED,
                                    get_selected (self), NULL, NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "turn.end", actions.end);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "turn.slip", actions.slip);
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskTurnsView *self)
{
  if (self->view != NULL)
    apply_state (self);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskTurn *one = a;
  const MskTurn *other = b;

  return one->id == other->id && one->is_open == other->is_open &&
         one->slips_open == other->slips_open &&
         msk_turn_classify (one, g_get_real_time () / G_USEC_PER_SEC) == MSK_TURN_ENDED;
}

static void
msk_turns_view_refresh (MskPage *page)
{
  MskTurnsView *self = MSK_TURNS_VIEW (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items =
                 msk_circulation_desk_list (msk_page_get_session (page),
                                            !gtk_check_button_get_active (self->all_button),
                                            &error);

  if (items == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("List Not Read"), error);
      return;
    }

  msk_listing_update (self->items, items, is_same);
  msk_listing_show (self->stack, items->len, GTK_WIDGET (self->all_button));
  apply_state (self);
}

static void
all_toggled_cb (GtkCheckButton *button, MskTurnsView *self)
{
  msk_turns_view_refresh (MSK_PAGE (self));
}

static void
end_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskTurnsView *self = MSK_TURNS_VIEW (widget);
  MskTurn *turn = get_selected (self);
  g_autoptr(MskScanDesk) desk =
                 msk_scan_desk_new (msk_page_get_session (MSK_PAGE (self)), MSK_SCAN_CIRCULATE);

  if (turn != NULL)
    msk_turn_ask_end (MSK_PAGE (self), desk, turn, NULL);
}

static void
slip_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskTurn *turn = get_selected (MSK_TURNS_VIEW (widget));

  if (turn != NULL)
    msk_turn_ask_slip (MSK_PAGE (widget), turn);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_CIRCULATION);
}

static void
chase_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_CHASE);
}

static void
msk_turns_view_constructed (GObject *object)
{
  MskTurnsView *self = MSK_TURNS_VIEW (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_turns_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->end_button, msk_page_may (page, MSK_ACT_CIRCULATE_END));
  gtk_widget_set_visible (self->slip_button, msk_page_may (page, MSK_ACT_LOAN_GIVE));
  gtk_widget_set_visible (self->register_button, msk_page_may (page, MSK_ACT_REPORT_MAKE));
  gtk_widget_set_visible (self->chase_button, msk_page_may (page, MSK_ACT_REPORT_MAKE));
}

static void
msk_turns_view_dispose (GObject *object)
{
  MskTurnsView *self = MSK_TURNS_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_TURNS_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (msk_turns_view_parent_class)->dispose (object);
}

static void
msk_turns_view_class_init (MskTurnsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_turns_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_turns_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_turns_view_refresh;

  gtk_widget_class_install_action (widget_class, "turn.end", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "turn.slip", NULL, slip_action);
  gtk_widget_class_install_action (widget_class, "turn.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "turn.chase", NULL, chase_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/circulation/"
                                                             "msk-turns-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskTurnsView, all_button);
  gtk_widget_class_bind_template_child (widget_class, MskTurnsView, end_button);
  gtk_widget_class_bind_template_child (widget_class, MskTurnsView, slip_button);
  gtk_widget_class_bind_template_child (widget_class, MskTurnsView, register_button);
  gtk_widget_class_bind_template_child (widget_class, MskTurnsView, chase_button);
  gtk_widget_class_bind_template_child (widget_class, MskTurnsView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskTurnsView, view);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static void
msk_turns_view_init (MskTurnsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->items = g_list_store_new (MSK_TYPE_TURN);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->view, G_LIST_MODEL (self->items),
                                           G_CALLBACK (selection_changed_cb), self);
}
