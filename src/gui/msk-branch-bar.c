/* What was made from the copy that is chosen, and what is done with it: leave to copy it, numbers
 * under it, recall (C2). SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-branch-bar.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-branch-actions.h"
#include "msk-history-window.h"
#include "msk-number-form.h"
#include "msk-recall-desk.h"
#include "msk-reproduction-desk.h"
#include "msk-request-form.h"
#include "msk-text-form.h"

struct _MskBranchBar
{
  MskPage parent_instance;

  GtkLabel *branch_label;
  GtkWidget *ask_button;
  GtkWidget *reserve_button;
  GtkWidget *recall_button;

  MskPaper *paper;
  MskCopy *copy;
};

G_DEFINE_FINAL_TYPE (MskBranchBar, msk_branch_bar, MSK_TYPE_PAGE)

/* Its parent, what leave there is, how many came of it, and why it is recalled. */
static char *
dup_branch (MskBranchBar *self, GError **error)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  const guint number = self->copy->number;
  const guint parent = msk_copy_number_get_parent (number);
  g_autofree char *own = msk_copy_number_dup_text (number);
  g_autofree char *above = parent == 0 ? NULL : msk_copy_number_dup_text (parent);
  g_autoptr(GPtrArray) tree = msk_reproduction_desk_list_tree (session, number, error);
  GString *text;
  guint granted, room;

  if (tree == NULL || !msk_reproduction_desk_get_leave (session, number, &granted, &room, error))
    return NULL;

  text = g_string_new (own);
  if (above != NULL)
    g_string_append_printf (text, _ (", made from %s"), above);
  g_string_append_printf (text,
                          _ (". Copies of it approved: %u, room for %u more; made from it in "
                             "all: %u."),
                          granted, room, tree->len - 1);
  if (self->copy->recall != MSK_RECALL_NONE)
    g_string_append_printf (text, " %s", msk_recall_get_label (self->copy->recall));
  return g_string_free (text, FALSE);
}

static void
show_branch (MskBranchBar *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *branch =
      self->copy == NULL
          ? g_strdup (_ ("Choose one copy to see what was made from it, or to call it back."))
          : dup_branch (self, &error);

  gtk_label_set_text (self->branch_label, branch != NULL ? branch : error->message);
}

static void
msk_branch_bar_refresh (MskPage *page)
{
  MskBranchBar *self = MSK_BRANCH_BAR (page);
  MskSession *session = msk_page_get_session (page);
  MskMeeting *meeting = msk_session_get_meeting (session);
  const MskBranchActions actions =
      msk_branch_actions_make (msk_session_get_role (session),
                               meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED,
                               self->paper, self->copy);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "branch.ask", actions.ask);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "branch.reserve", actions.reserve);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "branch.recall", actions.recall);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "branch.history", self->copy != NULL);
  show_branch (self);
}

static void
history_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskBranchBar *self = MSK_BRANCH_BAR (widget);

  if (self->copy != NULL)
    msk_history_window_open (MSK_PAGE (self), self->copy->number);
}

static void
ask_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskBranchBar *self = MSK_BRANCH_BAR (widget);

  if (self->copy != NULL)
    msk_request_form_open (MSK_PAGE (self), self->copy->paper_id, self->copy->number);
}

static gboolean
reserve (MskPage *page, guint parent, guint count, GError **error)
{
  const guint first =
      msk_reproduction_desk_reserve (msk_page_get_session (page), parent, count, error);
  g_autofree char *first_text = first == 0 ? NULL : msk_copy_number_dup_text (first);
  g_autofree char *last_text = NULL;
  g_autofree char *text = NULL;

  if (first == 0)
    return FALSE;

  last_text = msk_copy_number_dup_text (
      msk_copy_number_get_child (parent, msk_copy_number_get_ordinal (first) + count - 1));
  text = g_strdup_printf (_ ("%s to %s wait to be printed, with the other copies of the paper."),
                          first_text, last_text);
  msk_ask_tell (GTK_WIDGET (page), _ ("Numbers Reserved"), text);
  return TRUE;
}

static void
reserve_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskBranchBar *self = MSK_BRANCH_BAR (widget);
  g_autoptr(GError) error = NULL;
  g_autofree char *number = NULL;
  g_autofree char *explanation = NULL;
  guint granted, room;

  if (self->copy == NULL)
    return;
  if (!msk_reproduction_desk_get_leave (msk_page_get_session (MSK_PAGE (self)), self->copy->number,
                                        &granted, &room, &error))
    {
      msk_ask_tell_error (widget, _ ("Copies Not Read"), error);
      return;
    }

  number = msk_copy_number_dup_text (self->copy->number);
  explanation = g_strdup_printf (_ ("The next numbers under %s are reserved, and never used for "
                                    "anything else. The approvals for copies of it leave room for "
                                    "%u."),
                                 number, room);
  msk_number_form_open (MSK_PAGE (self), explanation, self->copy->number, MAX (room, 1), reserve);
}

static gboolean
recall (MskPage *page, GPtrArray *copies, const char *reason, const char *second, GError **error)
{
  MskCopy *copy = g_ptr_array_index (copies, 0);
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GPtrArray) out = NULL;
  g_autofree char *text = NULL;
  guint recalled;

  if (!msk_recall_desk_recall (session, copy->number, reason, &recalled, error))
    return FALSE;

  text = g_strdup_printf (_ ("Recalled now: %u."), recalled);
  msk_ask_tell (GTK_WIDGET (page), _ ("Copy Recalled"), text);
  out = msk_recall_desk_list (session, 0, NULL);
  if (out != NULL && out->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (page), "paper.recalled", NULL);
  return TRUE;
}

static void
recall_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskBranchBar *self = MSK_BRANCH_BAR (widget);
  g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  g_autofree char *number = NULL;
  g_autofree char *explanation = NULL;
  MskTextFormWords words = { _ ("Recall the Copy"),         NULL, _ ("_Recall"),
                             _ ("Why, and by whose order"), NULL, recall };
  MskRecallForecast forecast;

  if (self->copy == NULL)
    return;
  if (!msk_recall_desk_foresee_recall (msk_page_get_session (MSK_PAGE (self)), self->copy->number,
                                       &forecast, &error))
    {
      msk_ask_tell_error (widget, _ ("Copies Not Read"), error);
      return;
    }

  number = msk_copy_number_dup_text (self->copy->number);
  explanation = g_strdup_printf (_ ("%s is called back with everything that was made from it: %u "
                                    "copies are recalled, %u of them from people who hold them, "
                                    "and %u numbers that were never printed are void. This can’t "
                                    "be taken back."),
                                 number, forecast.recalled, forecast.out, forecast.given_up);
  words.explanation = explanation;
  g_ptr_array_add (copies, g_object_ref (self->copy));
  msk_text_form_open (MSK_PAGE (self), &words, copies);
}

static void
msk_branch_bar_constructed (GObject *object)
{
  MskBranchBar *self = MSK_BRANCH_BAR (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_branch_bar_parent_class)->constructed (object);

  gtk_widget_set_visible (self->ask_button, msk_page_may (page, MSK_ACT_PAPER_REQUEST));
  gtk_widget_set_visible (self->reserve_button, msk_page_may (page, MSK_ACT_COPY_RESERVE));
  gtk_widget_set_visible (self->recall_button, msk_page_may (page, MSK_ACT_COPY_RECALL));
}

static void
msk_branch_bar_dispose (GObject *object)
{
  MskBranchBar *self = MSK_BRANCH_BAR (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_BRANCH_BAR);
  g_clear_object (&self->paper);
  g_clear_object (&self->copy);

  G_OBJECT_CLASS (msk_branch_bar_parent_class)->dispose (object);
}

static void
msk_branch_bar_class_init (MskBranchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_branch_bar_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_branch_bar_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_branch_bar_refresh;

  gtk_widget_class_install_action (widget_class, "branch.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "branch.reserve", NULL, reserve_action);
  gtk_widget_class_install_action (widget_class, "branch.recall", NULL, recall_action);
  gtk_widget_class_install_action (widget_class, "branch.history", NULL, history_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/papers/msk-branch-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MskBranchBar, branch_label);
  gtk_widget_class_bind_template_child (widget_class, MskBranchBar, ask_button);
  gtk_widget_class_bind_template_child (widget_class, MskBranchBar, reserve_button);
  gtk_widget_class_bind_template_child (widget_class, MskBranchBar, recall_button);
}

static void
msk_branch_bar_init (MskBranchBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msk_branch_bar_set_copy (MskBranchBar *self, MskPaper *paper, MskCopy *copy)
{
  g_return_if_fail (MSK_IS_BRANCH_BAR (self));

  g_set_object (&self->paper, paper);
  g_set_object (&self->copy, copy);
  msk_page_invalidate (MSK_PAGE (self));
}
