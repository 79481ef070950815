/* Permits to take copies away (R3), until the receipt or the copy is here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-permits-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-circulation-state.h"
#include "msk-permit-ask.h"
#include "msk-permit-desk.h"
#include "msk-report-ask.h"
#include "msk-time-text.h"

struct _MskPermitsView
{
  MskListPage parent_instance;

  GtkWidget *grant_button;
  GtkWidget *withdraw_button;
  GtkWidget *take_button;
  GtkWidget *receipt_button;
  GtkWidget *print_button;
  GtkWidget *report_button;
};

G_DEFINE_FINAL_TYPE (MskPermitsView, msk_permits_view, MSK_TYPE_LIST_PAGE)

static char *
dup_id (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_PERMIT (item)->id);
}

static char *
dup_number (gpointer item)
{
  return msk_copy_number_dup_text (MSK_PERMIT (item)->number);
}

static char *
dup_paper (gpointer item)
{
  return g_strdup (MSK_PERMIT (item)->document_number);
}

static char *
dup_keeper (gpointer item)
{
  return g_strdup (MSK_PERMIT (item)->keeper);
}

static char *
dup_registry (gpointer item)
{
  return g_strdup (MSK_PERMIT (item)->registry);
}

static char *
dup_authority (gpointer item)
{
  return g_strdup_printf ("%s · %s", MSK_PERMIT (item)->authority, MSK_PERMIT (item)->reference);
}

static char *
dup_deadline (gpointer item)
{
  return msk_time_text_format (MSK_PERMIT (item)->deadline_at);
}

static char *
dup_bearers (gpointer item)
{
  MskPermit *permit = MSK_PERMIT (item);
  const char *bearer = permit->is_taken ? permit->bearer : permit->named_bearer;
  const char *second = permit->is_taken ? permit->second : permit->named_second;

  return *second == '\0' ? g_strdup (bearer) : g_strconcat (bearer, _ (", "), second, NULL);
}

static char *
dup_standing (gpointer item)
{
  return g_strdup (msk_circulation_state_get_permit_word (MSK_PERMIT (item),
                                                          g_get_real_time () / G_USEC_PER_SEC));
}

static MskLook
get_look (gpointer item)
{
  return msk_circulation_state_look_of_permit (MSK_PERMIT (item),
                                               g_get_real_time () / G_USEC_PER_SEC);
}

static char *
dup_receipt (gpointer item)
{
  return g_strdup (MSK_PERMIT (item)->receipt);
}

static const MskColumn columns[] = {
  { N_ ("Permit"), dup_id, NULL, FALSE, TRUE },
  { N_ ("Copy"), dup_number, NULL, FALSE, TRUE },
  { N_ ("Paper"), dup_paper, NULL, TRUE, FALSE },
  { N_ ("Keeper"), dup_keeper, NULL, TRUE, FALSE },
  { N_ ("Home registry"), dup_registry, NULL, TRUE, FALSE },
  { N_ ("Permitted by"), dup_authority, NULL, TRUE, FALSE },
  { N_ ("Deadline"), dup_deadline, NULL, FALSE, FALSE },
  { N_ ("Carried by"), dup_bearers, NULL, TRUE, FALSE },
  { N_ ("Standing"), dup_standing, get_look, FALSE, FALSE },
  { N_ ("Receipt"), dup_receipt, NULL, TRUE, FALSE },
};

static void
apply_state (MskListPage *self)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  MskMeeting *meeting = msk_session_get_meeting (session);
  const MskCirculationActions actions =
      msk_circulation_actions_make (msk_session_get_role (session),
                                    meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED,
                                    NULL, NULL, msk_list_page_get_selected (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "permit.grant", actions.grant);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "permit.withdraw", actions.withdraw);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "permit.take", actions.take);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "permit.receipt", actions.receipt);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "permit.print",
                                 msk_list_page_get_selected (self) != NULL);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskPermit *one = a;
  const MskPermit *other = b;

  return one->id == other->id && one->is_open == other->is_open && one->is_taken == other->is_taken;
}

static void
grant_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_permit_ask_grant (MSK_PAGE (widget));
}

static void
withdraw_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPermit *permit = msk_list_page_get_selected (MSK_LIST_PAGE (widget));
  g_autoptr(GError) error = NULL;

  if (permit != NULL &&
      !msk_permit_desk_withdraw (msk_page_get_session (MSK_PAGE (widget)), permit->id, &error))
    msk_ask_tell_error (widget, _ ("Not Withdrawn"), error);
}

static void
take_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPermit *permit = msk_list_page_get_selected (MSK_LIST_PAGE (widget));

  if (permit != NULL)
    msk_permit_ask_take (MSK_PAGE (widget), permit);
}

static void
receipt_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPermit *permit = msk_list_page_get_selected (MSK_LIST_PAGE (widget));

  if (permit != NULL)
    msk_permit_ask_receipt (MSK_PAGE (widget), permit);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPermit *permit = msk_list_page_get_selected (MSK_LIST_PAGE (widget));

  if (permit != NULL)
    msk_report_ask_open_permit (MSK_PAGE (widget), permit->id);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_PERMITS);
}

static void
msk_permits_view_constructed (GObject *object)
{
  MskPermitsView *self = MSK_PERMITS_VIEW (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_permits_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->grant_button, msk_page_may (page, MSK_ACT_PERMIT_GRANT));
  gtk_widget_set_visible (self->withdraw_button, msk_page_may (page, MSK_ACT_PERMIT_WITHDRAW));
  gtk_widget_set_visible (self->take_button, msk_page_may (page, MSK_ACT_PERMIT_TAKE));
  gtk_widget_set_visible (self->receipt_button, msk_page_may (page, MSK_ACT_PERMIT_RECEIPT));
  gtk_widget_set_visible (self->print_button, msk_page_may (page, MSK_ACT_PERMIT_TAKE));
  gtk_widget_set_visible (self->report_button, msk_page_may (page, MSK_ACT_REPORT_MAKE));
}

static void
msk_permits_view_class_init (MskPermitsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskListPageClass *list_class = MSK_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_permits_view_constructed;

  list_class->item_type = MSK_TYPE_PERMIT;
  list_class->columns = columns;
  list_class->n_columns = G_N_ELEMENTS (columns);
  list_class->read = msk_permit_desk_list;
  list_class->is_same = is_same;
  list_class->apply_state = apply_state;

  gtk_widget_class_install_action (widget_class, "permit.grant", NULL, grant_action);
  gtk_widget_class_install_action (widget_class, "permit.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "permit.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "permit.receipt", NULL, receipt_action);
  gtk_widget_class_install_action (widget_class, "permit.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "permit.report", NULL, report_action);

  msk_list_page_class_set_template (list_class,
                                    "/org/meetingsecrecy/Kit/circulation/msk-permits-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPermitsView, grant_button);
  gtk_widget_class_bind_template_child (widget_class, MskPermitsView, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, MskPermitsView, take_button);
  gtk_widget_class_bind_template_child (widget_class, MskPermitsView, receipt_button);
  gtk_widget_class_bind_template_child (widget_class, MskPermitsView, print_button);
  gtk_widget_class_bind_template_child (widget_class, MskPermitsView, report_button);
}

static void
msk_permits_view_init (MskPermitsView *self)
{
  msk_list_page_init_template (MSK_LIST_PAGE (self));
}
