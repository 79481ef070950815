/* Loan slips (L3), until what they are for is back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-slips-view.h"

#include <glib/gi18n-lib.h>

#include "msk-circulation-desk.h"
#include "msk-circulation-state.h"
#include "msk-report-ask.h"
#include "msk-time-text.h"
#include "msk-turn-ask.h"

struct _MskSlipsView
{
  MskListPage parent_instance;

  GtkWidget *back_button;
  GtkWidget *print_button;
};

G_DEFINE_FINAL_TYPE (MskSlipsView, msk_slips_view, MSK_TYPE_LIST_PAGE)

static char *
dup_id (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_LOAN_SLIP (item)->id);
}

static char *
dup_number (gpointer item)
{
  return msk_copy_number_dup_text (MSK_LOAN_SLIP (item)->number);
}

static char *
dup_reader (gpointer item)
{
  return g_strdup (MSK_LOAN_SLIP (item)->reader);
}

static char *
dup_what (gpointer item)
{
  return g_strdup (MSK_LOAN_SLIP (item)->what);
}

static char *
dup_sheets (gpointer item)
{
  return g_strdup_printf ("%u", MSK_LOAN_SLIP (item)->sheets);
}

static char *
dup_purpose (gpointer item)
{
  return g_strdup (MSK_LOAN_SLIP (item)->purpose);
}

static char *
dup_given (gpointer item)
{
  return msk_time_text_format (MSK_LOAN_SLIP (item)->given_at);
}

static char *
dup_back (gpointer item)
{
  MskLoanSlip *slip = MSK_LOAN_SLIP (item);

  if (*slip->back_by != '\0')
    return msk_time_text_format (slip->back_at);

  return g_strdup (slip->is_open ? _ ("out") : _ ("turn broken off"));
}

static MskLook
get_look (gpointer item)
{
  return msk_circulation_state_look_of_slip (MSK_LOAN_SLIP (item));
}

static const MskColumn columns[] = {
  { N_ ("Slip"), dup_id, NULL, FALSE, TRUE },
  { N_ ("Copy"), dup_number, NULL, FALSE, TRUE },
  { N_ ("Reader"), dup_reader, NULL, TRUE, FALSE },
  { N_ ("What is out"), dup_what, NULL, TRUE, FALSE },
  { N_ ("Sheets"), dup_sheets, NULL, FALSE, TRUE },
  { N_ ("Purpose"), dup_purpose, NULL, TRUE, FALSE },
  { N_ ("Given"), dup_given, NULL, FALSE, FALSE },
  { N_ ("Back"), dup_back, get_look, FALSE, FALSE },
};

static void
apply_state (MskListPage *self)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  MskMeeting *meeting = msk_session_get_meeting (session);
  const MskCirculationActions actions =
      msk_circulation_actions_make (msk_session_get_role (session),
                                    meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED,
                                    NULL, msk_list_page_get_selected (self), NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slip.back", actions.back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slip.print", actions.print);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskLoanSlip *one = a;
  const MskLoanSlip *other = b;

  return one->id == other->id && one->is_open == other->is_open;
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskLoanSlip *slip = msk_list_page_get_selected (MSK_LIST_PAGE (widget));

  if (slip != NULL)
    msk_turn_ask_slip_back (MSK_PAGE (widget), slip);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskLoanSlip *slip = msk_list_page_get_selected (MSK_LIST_PAGE (widget));

  if (slip != NULL)
    msk_report_ask_open_slip (MSK_PAGE (widget), slip->id);
}

static void
msk_slips_view_constructed (GObject *object)
{
  MskSlipsView *self = MSK_SLIPS_VIEW (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_slips_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->back_button, msk_page_may (page, MSK_ACT_LOAN_BACK));
  gtk_widget_set_visible (self->print_button, msk_page_may (page, MSK_ACT_LOAN_GIVE));
}

static void
msk_slips_view_class_init (MskSlipsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskListPageClass *list_class = MSK_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_slips_view_constructed;

  list_class->item_type = MSK_TYPE_LOAN_SLIP;
  list_class->columns = columns;
  list_class->n_columns = G_N_ELEMENTS (columns);
  list_class->read = msk_circulation_desk_list_slips;
  list_class->is_same = is_same;
  list_class->apply_state = apply_state;

  gtk_widget_class_install_action (widget_class, "slip.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "slip.print", NULL, print_action);

  msk_list_page_class_set_template (list_class,
                                    "/org/meetingsecrecy/Kit/circulation/msk-slips-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskSlipsView, back_button);
  gtk_widget_class_bind_template_child (widget_class, MskSlipsView, print_button);
}

static void
msk_slips_view_init (MskSlipsView *self)
{
  msk_list_page_init_template (MSK_LIST_PAGE (self));
}
