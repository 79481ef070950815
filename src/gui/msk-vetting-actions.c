/* What the page of attendees does with the people that are selected: vetting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-vetting-actions.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-attendee-form.h"
#include "msk-attendees-page.h"
#include "msk-badge-actions.h"
#include "msk-briefing-form.h"
#include "msk-press-form.h"
#include "msk-text-form.h"
#include "msk-vetting-desk.h"

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
send_back (MskPage *page,
           GPtrArray *attendees,
           const char *reason,
           const char *second,
           GError **error)
{
  return decide (page, attendees, reason, msk_vetting_desk_return, error);
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

/* What is to be taken back, one line each. */
void
msk_vetting_actions_tell_held (GtkWidget *asker, const char *heading, GPtrArray *held)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; held != NULL && i < held->len; i++)
    g_ptr_array_add (texts, msk_holding_dup_text (g_ptr_array_index (held, i)));

  if (texts->len > 0)
    msk_ask_tell_list (asker, heading, _ ("To be settled with this person:"), texts);
  else
    msk_ask_tell (asker, heading, _ ("This person holds nothing of the meeting."));
}

static gboolean
withdraw (MskPage *page,
          GPtrArray *attendees,
          const char *reason,
          const char *second,
          GError **error)
{
  const MskAttendee *attendee = g_ptr_array_index (attendees, 0);
  g_autoptr(GPtrArray) held = NULL;

  if (!msk_vetting_desk_withdraw (msk_page_get_session (page), attendee->id, reason, &held, error))
    return FALSE;

  msk_vetting_actions_tell_held (GTK_WIDGET (page), _ ("Withdrawn, and Their Badge Is Void"), held);
  return TRUE;
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

/* Asks for the reason of what is done to those selected. */
static void
ask_reason (GtkWidget *widget, const char *title, const char *verb, MskTextFormApply apply)
{
  g_autoptr(GPtrArray) selected = msk_attendees_page_dup_selected (MSK_ATTENDEES_PAGE (widget));
  g_autofree char *names = dup_names (selected);
  const MskTextFormWords words = { title, names, verb, _ ("Reason"), NULL, apply };

  msk_text_form_open (MSK_PAGE (widget), &words, selected);
}

static void
approve_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) selected = msk_attendees_page_dup_selected (MSK_ATTENDEES_PAGE (widget));
  MskAttendee *first = selected->len > 0 ? g_ptr_array_index (selected, 0) : NULL;

  if (first != NULL && first->capacity == MSK_CAPACITY_PRESS)
    msk_press_form_open (MSK_PAGE (widget), first);
  else
    ask_reason (widget, _ ("Approve"), _ ("_Approve"), approve);
}

static void
reject_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ask_reason (widget, _ ("Reject"), _ ("_Reject"), reject);
}

static void
return_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ask_reason (widget, _ ("Return for More"), _ ("Re_turn"), send_back);
}

static void
withdraw_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ask_reason (widget, _ ("Withdraw"), _ ("With_draw"), withdraw);
}

static void
approve_rest_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const MskTextFormWords words = {
    _ ("Approve All the Rest"),
    _ ("Everybody who is submitted is approved with this reason, but for observers and press, who "
       "are decided one by one."),
    _ ("_Approve"),
    _ ("Reason"),
    NULL,
    approve_rest
  };

  msk_text_form_open (MSK_PAGE (widget), &words, NULL);
}

static void
change_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) selected = msk_attendees_page_dup_selected (MSK_ATTENDEES_PAGE (widget));

  if (selected->len == 1)
    msk_attendee_form_open_change (MSK_PAGE (widget), g_ptr_array_index (selected, 0));
}

static void
brief_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) selected = msk_attendees_page_dup_selected (MSK_ATTENDEES_PAGE (widget));
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < selected->len; i++)
    g_array_append_val (people, MSK_ATTENDEE (g_ptr_array_index (selected, i))->id);
  if (people->len > 0)
    msk_briefing_form_open (MSK_PAGE (widget), people, FALSE);
}

static void
submit_now (GtkWidget *asker)
{
  g_autoptr(GError) error = NULL;
  const int count = msk_vetting_desk_submit (msk_page_get_session (MSK_PAGE (asker)), &error);
  g_autofree char *body = NULL;

  if (count < 0)
    {
      msk_ask_tell_error (asker, _ ("Not Submitted"), error);
      return;
    }

  body = g_strdup_printf (_ ("People submitted: %d. Write or print the list for the signature."),
                          count);
  msk_ask_tell (asker, _ ("The List Is Submitted"), body);
}

static void
submit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_ask_confirm (widget, _ ("Submit the List?"),
                   _ ("Everybody on the open list goes to the responsible leader for decision."),
                   _ ("_Submit"), submit_now);
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

void
msk_vetting_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "attendee.approve", NULL, approve_action);
  gtk_widget_class_install_action (widget_class, "attendee.reject", NULL, reject_action);
  gtk_widget_class_install_action (widget_class, "attendee.return", NULL, return_action);
  gtk_widget_class_install_action (widget_class, "attendee.approve-rest", NULL,
                                   approve_rest_action);
  gtk_widget_class_install_action (widget_class, "attendee.submit", NULL, submit_action);
  gtk_widget_class_install_action (widget_class, "attendee.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "attendee.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "attendee.seal", NULL, seal_action);
  gtk_widget_class_install_action (widget_class, "attendee.brief", NULL, brief_action);
  msk_badge_actions_install (widget_class);
}

void
msk_vetting_actions_apply (GtkWidget *page, const MskVettingState *state)
{
  gtk_widget_action_set_enabled (page, "attendee.approve", state->can_approve);
  gtk_widget_action_set_enabled (page, "attendee.reject", state->can_decide);
  gtk_widget_action_set_enabled (page, "attendee.return", state->can_decide);
  gtk_widget_action_set_enabled (page, "attendee.approve-rest", state->can_decide_rest);
  gtk_widget_action_set_enabled (page, "attendee.submit", state->can_submit);
  gtk_widget_action_set_enabled (page, "attendee.change", state->can_change);
  gtk_widget_action_set_enabled (page, "attendee.withdraw", state->can_withdraw);
  gtk_widget_action_set_enabled (page, "attendee.seal", state->can_seal);
  gtk_widget_action_set_enabled (page, "attendee.brief", state->can_brief);
  msk_badge_actions_apply (page, state);
}
