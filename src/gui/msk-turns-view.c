/* Readers’ turns, what is due first leading, and their end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-turns-view.h"

#include <glib/gi18n-lib.h>

#include "msk-circulation-desk.h"
#include "msk-circulation-state.h"
#include "msk-report-ask.h"
#include "msk-time-text.h"
#include "msk-turn-ask.h"

struct _MskTurnsView
{
  MskListPage parent_instance;

  GtkWidget *end_button;
  GtkWidget *slip_button;
  GtkWidget *register_button;
  GtkWidget *chase_button;
};

G_DEFINE_FINAL_TYPE (MskTurnsView, msk_turns_view, MSK_TYPE_LIST_PAGE)

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

static void
apply_state (MskListPage *self)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  MskMeeting *meeting = msk_session_get_meeting (session);
  const MskCirculationActions actions =
      msk_circulation_actions_make (msk_session_get_role (session),
                                    meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED,
                                    msk_list_page_get_selected (self), NULL, NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "turn.end", actions.end);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "turn.slip", actions.slip);
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
end_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPage *page = MSK_PAGE (widget);
  MskTurn *turn = msk_list_page_get_selected (MSK_LIST_PAGE (widget));
  g_autoptr(MskScanDesk) desk =
                 msk_scan_desk_new (msk_page_get_session (page), MSK_SCAN_CIRCULATE);

  if (turn != NULL)
    msk_turn_ask_end (page, desk, turn, NULL);
}

static void
slip_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskTurn *turn = msk_list_page_get_selected (MSK_LIST_PAGE (widget));

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
msk_turns_view_class_init (MskTurnsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskListPageClass *list_class = MSK_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_turns_view_constructed;

  list_class->item_type = MSK_TYPE_TURN;
  list_class->columns = columns;
  list_class->n_columns = G_N_ELEMENTS (columns);
  list_class->read = msk_circulation_desk_list;
  list_class->is_same = is_same;
  list_class->apply_state = apply_state;

  gtk_widget_class_install_action (widget_class, "turn.end", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "turn.slip", NULL, slip_action);
  gtk_widget_class_install_action (widget_class, "turn.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "turn.chase", NULL, chase_action);

  msk_list_page_class_set_template (list_class,
                                    "/org/meetingsecrecy/Kit/circulation/msk-turns-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskTurnsView, end_button);
  gtk_widget_class_bind_template_child (widget_class, MskTurnsView, slip_button);
  gtk_widget_class_bind_template_child (widget_class, MskTurnsView, register_button);
  gtk_widget_class_bind_template_child (widget_class, MskTurnsView, chase_button);
}

static void
msk_turns_view_init (MskTurnsView *self)
{
  msk_list_page_init_template (MSK_LIST_PAGE (self));
}
