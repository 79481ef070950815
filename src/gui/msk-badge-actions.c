/* What the page of attendees does with the badges of the people that are selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-badge-actions.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-attendees-page.h"
#include "msk-badge-desk.h"
#include "msk-print-form.h"
#include "msk-reissue-form.h"
#include "msk-report-ask.h"
#include "msk-text-form.h"

static GArray *
collect_ids (GPtrArray *attendees)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < attendees->len; i++)
    g_array_append_val (ids, MSK_ATTENDEE (g_ptr_array_index (attendees, i))->id);
  return ids;
}

static gboolean
print_badges (MskPage *page, GPtrArray *attendees, const char *printer, guint count, GError **error)
{
  g_autoptr(GArray) ids = collect_ids (attendees);

  return msk_badge_bar_begin (msk_attendees_page_get_bar (MSK_ATTENDEES_PAGE (page)), page, ids,
                              printer, "", error);
}

static gboolean
reissue_badges (MskPage *page,
                GPtrArray *attendees,
                const char *printer,
                const char *reason,
                GError **error)
{
  g_autoptr(GArray) ids = collect_ids (attendees);

  return msk_badge_bar_begin (msk_attendees_page_get_bar (MSK_ATTENDEES_PAGE (page)), page, ids,
                              printer, reason, error);
}

static void
reissue_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) selected = msk_attendees_page_dup_selected (MSK_ATTENDEES_PAGE (widget));

  msk_reissue_form_open (MSK_PAGE (widget), selected, reissue_badges);
}

static void
print_badge_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) selected = msk_attendees_page_dup_selected (MSK_ATTENDEES_PAGE (widget));

  msk_print_form_open (MSK_PAGE (widget),
                       _ ("One badge for each person selected. Whoever has one gets another by "
                          "“Another Badge”."),
                       0, print_badges, selected);
}

static void
print_all_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lacking =
                 msk_badge_desk_list_lacking (msk_page_get_session (MSK_PAGE (widget)), &error);
  g_autofree char *text = NULL;

  if (lacking == NULL)
    {
      msk_ask_tell_error (widget, _ ("List Not Read"), error);
      return;
    }

  text = g_strdup_printf (_ ("Badges to be printed: %u, for everybody on a sealed list who has "
                             "none. Each counts once it was scanned on this page."),
                          lacking->len);
  msk_print_form_open (MSK_PAGE (widget), text, 0, print_badges, lacking);
}

static void
confirm_now (GtkWidget *asker)
{
  g_autoptr(GPtrArray) selected = msk_attendees_page_dup_selected (MSK_ATTENDEES_PAGE (asker));
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < selected->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (selected, i);

      if (msk_badge_desk_confirm (msk_page_get_session (MSK_PAGE (asker)), attendee->id, &error))
        continue;
      msk_ask_tell_error (asker, _ ("Not Confirmed"), error);
      return;
    }
}

static void
confirm_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_ask_confirm (widget, _ ("Confirm Badges by Hand?"),
                   _ ("Only when you hold them and they came out well. Scanning them on this page "
                      "does the same."),
                   _ ("_Confirm"), confirm_now);
}

static gboolean
give_up (MskPage *page,
         GPtrArray *attendees,
         const char *reason,
         const char *second,
         GError **error)
{
  for (guint i = 0; i < attendees->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (attendees, i);

      if (!msk_badge_desk_void (msk_page_get_session (page), attendee->id, reason, error))
        {
          g_prefix_error (error, "%s: ", attendee->name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
lose (MskPage *page, GPtrArray *attendees, const char *text, const char *second, GError **error)
{
  const MskAttendee *attendee = g_ptr_array_index (attendees, 0);
  const gint64 incident =
      msk_badge_desk_lose (msk_page_get_session (page), attendee->id, text, error);
  g_autofree char *body = NULL;

  if (incident == 0)
    return FALSE;

  body = g_strdup_printf (_ ("Incident %d is open. Print another badge when the person is to have "
                             "one."),
                          (int) incident);
  msk_ask_tell (GTK_WIDGET (page), _ ("The Badge Is Void"), body);
  return TRUE;
}

static void
ask (GtkWidget *widget, const MskTextFormWords *words)
{
  g_autoptr(GPtrArray) selected = msk_attendees_page_dup_selected (MSK_ATTENDEES_PAGE (widget));

  msk_text_form_open (MSK_PAGE (widget), words, selected);
}

static void
void_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const MskTextFormWords words = {
    _ ("Give Up Badges"),
    _ ("They count no longer, and others can be printed. Destroy those that are here."),
    _ ("_Give Up"),
    _ ("Reason"),
    NULL,
    give_up
  };

  ask (widget, &words);
}

static void
lost_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const MskTextFormWords words = { _ ("Badge Lost"),
                                   _ ("The badge is void at once, and an incident is opened."),
                                   _ ("_Report"),
                                   _ ("Where and when"),
                                   NULL,
                                   lose };

  ask (widget, &words);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_BADGES);
}

void
msk_badge_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "attendee.print-badge", NULL, print_badge_action);
  gtk_widget_class_install_action (widget_class, "attendee.print-all", NULL, print_all_action);
  gtk_widget_class_install_action (widget_class, "attendee.reissue-badge", NULL, reissue_action);
  gtk_widget_class_install_action (widget_class, "attendee.confirm-badge", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "attendee.void-badge", NULL, void_action);
  gtk_widget_class_install_action (widget_class, "attendee.lose-badge", NULL, lost_action);
  gtk_widget_class_install_action (widget_class, "attendee.badge-report", NULL, report_action);
}

void
msk_badge_actions_apply (GtkWidget *page, const MskVettingState *state)
{
  gtk_widget_action_set_enabled (page, "attendee.print-badge", state->can_print_badge);
  gtk_widget_action_set_enabled (page, "attendee.print-all", state->can_print_all);
  gtk_widget_action_set_enabled (page, "attendee.reissue-badge", state->can_reissue_badge);
  gtk_widget_action_set_enabled (page, "attendee.confirm-badge", state->can_confirm_badge);
  gtk_widget_action_set_enabled (page, "attendee.void-badge", state->can_void_badge);
  gtk_widget_action_set_enabled (page, "attendee.lose-badge", state->can_lose_badge);
  gtk_widget_action_set_enabled (page, "attendee.badge-report", state->can_report);
}
