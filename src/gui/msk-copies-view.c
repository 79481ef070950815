/* One paper with its copies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copies-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-branch-bar.h"
#include "msk-cells.h"
#include "msk-copy-actions.h"
#include "msk-listing.h"
#include "msk-paper-desk.h"
#include "msk-paper-row.h"
#include "msk-period.h"
#include "msk-person-form.h"
#include "msk-plan-desk.h"
#include "msk-print-desk.h"
#include "msk-print-form.h"
#include "msk-printing-bar.h"
#include "msk-text-form.h"
#include "msk-time-text.h"

/* Blanks for each copy above. */
#define BRANCH_INDENT 4

struct _MskCopiesView
{
  MskPage parent_instance;

  GtkLabel *mark_label;
  GtkLabel *title_label;
  GtkLabel *facts_label;
  GtkWidget *balance_box;
  GtkImage *balance_image;
  GtkLabel *balance_label;
  GtkWidget *print_button;
  GtkWidget *plan_buttons;
  GtkWidget *sheet_buttons;
  MskPrintingBar *printing_bar;
  AdwBin *branch_bin;
  MskBranchBar *branch_bar;
  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkColumnView *view;

  gint64 paper_id;
  MskPaper *paper;
  GPtrArray *all;
  GListStore *copies;
  GtkSelectionModel *selection;
};

G_DEFINE_FINAL_TYPE (MskCopiesView, msk_copies_view, MSK_TYPE_PAGE)

/* A copy of a copy stands below its parent and to the right of it: the list is the tree (C2). */
static char *
dup_number (gpointer item)
{
  const guint number = MSK_COPY (item)->number;
  g_autofree char *text = msk_copy_number_dup_text (number);
  g_autofree char *space = g_strnfill (BRANCH_INDENT * msk_copy_number_get_depth (number), ' ');

  return g_strconcat (space, text, NULL);
}

static char *
dup_state (gpointer item)
{
  return msk_look_dup_copy_words (MSK_COPY (item));
}

static MskLook
get_state_look (gpointer item)
{
  return msk_look_of_listed_copy (MSK_COPY (item));
}

static char *
dup_holder (gpointer item)
{
  MskCopy *copy = MSK_COPY (item);

  if (copy->holder_id == 0)
    return g_strdup ("");
  if (copy->state == MSK_COPY_HELD || copy->state == MSK_COPY_AWAY)
    return g_strdup (copy->holder);

  return g_strdup_printf (_ ("last: %s"), copy->holder);
}

static char *
dup_planned (gpointer item)
{
  return g_strdup (MSK_COPY (item)->planned);
}

static char *
dup_issued (gpointer item)
{
  return msk_time_text_format (MSK_COPY (item)->issued_at);
}

static char *
dup_printer (gpointer item)
{
  return g_strdup (MSK_COPY (item)->printer);
}

static char *
dup_changed (gpointer item)
{
  return msk_time_text_format (MSK_COPY (item)->changed_at);
}

static const MskColumn columns[] = {
  { N_ ("Copy"), dup_number, NULL, FALSE, TRUE },
  { N_ ("State"), dup_state, get_state_look, FALSE, FALSE },
  { N_ ("Planned for"), dup_planned, NULL, TRUE, FALSE },
  { N_ ("Holder"), dup_holder, NULL, TRUE, FALSE },
  { N_ ("Issued"), dup_issued, NULL, FALSE, FALSE },
  { N_ ("Printer"), dup_printer, NULL, TRUE, FALSE },
  { N_ ("Changed"), dup_changed, NULL, FALSE, FALSE },
};

static MskMeetingState
get_meeting_state (MskCopiesView *self)
{
  MskMeeting *meeting = msk_session_get_meeting (msk_page_get_session (MSK_PAGE (self)));

  return meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED;
}

static MskRole
get_role (MskCopiesView *self)
{
  return msk_session_get_role (msk_page_get_session (MSK_PAGE (self)));
}

static void
apply_selection_state (MskCopiesView *self)
{
  g_autoptr(GPtrArray) selected = msk_listing_dup_selected (G_LIST_MODEL (self->selection));
  const MskCopyActions actions =
      msk_copy_actions_make (get_role (self), get_meeting_state (self), selected);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "copy.confirm", actions.confirm);
  gtk_widget_action_set_enabled (widget, "copy.spoil", actions.spoil);
  gtk_widget_action_set_enabled (widget, "copy.void", actions.give_up);
  gtk_widget_action_set_enabled (widget, "copy.reprint", actions.reprint);
  gtk_widget_action_set_enabled (widget, "copy.plan", actions.plan && selected->len == 1);
  msk_branch_bar_set_copy (self->branch_bar, self->paper,
                           selected->len == 1 ? g_ptr_array_index (selected, 0) : NULL);
}

static const char *
get_next_step (MskCopiesView *self, const MskPaperActions *actions)
{
  if (self->paper->approved == 0)
    return actions->decide    ? _ ("Decide on the request to copy this paper first.")
           : actions->request ? _ ("Ask for leave to copy this paper first.")
                              : _ ("An organiser asks for leave to copy this paper first, and a "
                                   "responsible leader records the decision.");

  return actions->print || actions->reserve ? _ ("Reserve numbers and print.")
                                            : _ ("A desk clerk reserves numbers and prints.");
}

static void
apply_paper_state (MskCopiesView *self)
{
  const MskPaperActions actions =
      msk_paper_actions_make (get_role (self), get_meeting_state (self), self->paper, self->all);
  const gboolean busy = msk_page_is_busy (MSK_PAGE (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.print",
                                 !busy && (actions.print || actions.reserve));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.plan", actions.plan);
  adw_status_page_set_description (self->none_page, get_next_step (self, &actions));
  gtk_stack_set_visible_child_name (self->stack, self->all->len > 0 ? "list" : "none");
}

static void
selection_changed_cb (GtkSelectionModel *selection, guint position, guint n, MskCopiesView *self)
{
  if (self->view != NULL)
    apply_selection_state (self);
}

static void
show_balance (MskCopiesView *self, const MskBalance *balance)
{
  const MskLook look = msk_look_of_balance (balance);
  const char *classes[] = { "balance", look.css_class, NULL };
  g_autofree char *text = msk_balance_dup_text (balance);

  gtk_image_set_from_icon_name (self->balance_image, look.icon_name);
  gtk_label_set_text (self->balance_label, text);
  gtk_widget_set_css_classes (self->balance_box, classes);
}

static void
show_paper (MskCopiesView *self, const MskBalance *balance)
{
  MskMeeting *meeting = msk_session_get_meeting (msk_page_get_session (MSK_PAGE (self)));
  g_autofree char *mark =
      msk_period_dup_mark (meeting->scheme, self->paper->level, self->paper->period);
  g_autofree char *title =
      g_strdup_printf ("%s  %s", self->paper->document_number, self->paper->title);
  g_autofree char *facts = msk_paper_row_dup_facts (self->paper);
  g_autofree char *names = msk_paper_dup_scope_label (self->paper);
  g_autofree char *removed =
      self->paper->removed == 0 ? NULL : msk_removal_set_dup_label (self->paper->removed);
  g_autofree char *all_facts =
      removed == NULL ? g_strdup_printf (_ ("%s · scope: %s"), facts, names)
                      : g_strdup_printf (_ ("%s · scope: %s · removed from the file: %s"), facts,
                                         names, removed);

  gtk_label_set_text (self->mark_label, mark);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->facts_label, all_facts);
  show_balance (self, balance);
  apply_paper_state (self);
  apply_selection_state (self);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskCopy *one = a;
  const MskCopy *other = b;

  return one->number == other->number && one->state == other->state &&
         one->attempt == other->attempt && one->holder_id == other->holder_id &&
         one->changed_at == other->changed_at && one->planned_id == other->planned_id &&
         one->serial == other->serial && one->recall == other->recall &&
         one->pages_back == other->pages_back;
}

static void
msk_copies_view_refresh (MskPage *page)
{
  MskCopiesView *self = MSK_COPIES_VIEW (page);
  MskSession *session = msk_page_get_session (page);
  g_autoptr(MskPaper) paper = NULL;
  g_autoptr(GPtrArray) fresh = NULL;
  g_autoptr(GError) error = NULL;
  MskBalance balance = { 0 };
  gboolean had_focus;

  if (self->paper_id == 0)
    return;

  paper = msk_paper_desk_get (session, self->paper_id, &error);
  if (paper != NULL)
    fresh = msk_print_desk_list_copies (session, self->paper_id, &error);
  if (fresh == NULL || !msk_paper_desk_get_balance (session, self->paper_id, &balance, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Copies Not Read"), error);
      return;
    }

  g_set_object (&self->paper, paper);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->all = g_steal_pointer (&fresh);
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->view)) != NULL;
  msk_listing_update (self->copies, self->all, is_same);
  /* A row that changed is a new row, and took the keyboard with it. */
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  show_paper (self, &balance);
}

static gboolean
begin_printing (MskPage *page,
                GPtrArray *subjects,
                const char *printer,
                guint count,
                GError **error)
{
  MskCopiesView *self = MSK_COPIES_VIEW (page);

  return msk_printing_bar_begin (self->printing_bar, page, self->paper_id, count, printer, error);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskCopiesView *self = MSK_COPIES_VIEW (widget);
  MskPaperActions actions;
  g_autofree char *explanation = NULL;

  if (self->paper == NULL)
    return;

  actions =
      msk_paper_actions_make (get_role (self), get_meeting_state (self), self->paper, self->all);
  explanation = g_strdup_printf (_ ("Numbers are reserved before anything is printed, and never "
                                    "used twice. Reserved and waiting: %u. "
                                    "The approval leaves room for %u more."),
                                 actions.waiting, actions.room);
  msk_print_form_open (MSK_PAGE (self), explanation, actions.reserve ? actions.room : 0,
                       begin_printing, NULL);
}

typedef gboolean (*SheetAct) (MskSession *session,
                              guint number,
                              const char *reason,
                              GError **error);

static gboolean
act_on_sheets (MskPage *page, GPtrArray *copies, const char *reason, SheetAct act, GError **error)
{
  for (guint i = 0; i < copies->len; i++)
    {
      MskCopy *copy = g_ptr_array_index (copies, i);

      if (!act (msk_page_get_session (page), copy->number, reason, error))
        {
          g_autofree char *number = msk_copy_number_dup_text (copy->number);

          g_prefix_error (error, _ ("Copy %s: "), number);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
spoil_whole (MskSession *session, guint number, const char *reason, GError **error)
{
  return msk_print_desk_spoil (session, number, 0, reason, error);
}

static gboolean
spoil (MskPage *page, GPtrArray *copies, const char *reason, const char *second, GError **error)
{
  return act_on_sheets (page, copies, reason, spoil_whole, error);
}

static gboolean
give_up (MskPage *page, GPtrArray *copies, const char *reason, const char *second, GError **error)
{
  return act_on_sheets (page, copies, reason, msk_print_desk_void, error);
}

static gboolean
confirm_one (MskSession *session, guint number, const char *reason, GError **error)
{
  return msk_print_desk_confirm (session, number, error);
}

static gboolean
reprint_one (MskSession *session, guint number, const char *reason, GError **error)
{
  return msk_print_desk_reprint (session, number, error);
}

static void
act_on_selected (MskCopiesView *self, const char *heading, SheetAct act)
{
  g_autoptr(GPtrArray) selected = msk_listing_dup_selected (G_LIST_MODEL (self->selection));
  g_autoptr(GError) error = NULL;

  if (!act_on_sheets (MSK_PAGE (self), selected, NULL, act, &error))
    msk_ask_tell_error (GTK_WIDGET (self), heading, error);
}

static void
confirm_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  act_on_selected (MSK_COPIES_VIEW (widget), _ ("Not Confirmed"), confirm_one);
}

static void
reprint_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  act_on_selected (MSK_COPIES_VIEW (widget), _ ("No New Attempt"), reprint_one);
}

static void
spoil_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) selected =
                 msk_listing_dup_selected (G_LIST_MODEL (MSK_COPIES_VIEW (widget)->selection));
  const MskTextFormWords words = {
    _ ("Spoiled Sheets"),
    _ ("The sheets came out wrong. They are registered and wait for destruction: put "
       "them into the locked box."),
    _ ("_Spoiled"),
    _ ("Reason"),
    NULL,
    spoil
  };

  msk_text_form_open (MSK_PAGE (widget), &words, selected);
}

static void
void_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) selected =
                 msk_listing_dup_selected (G_LIST_MODEL (MSK_COPIES_VIEW (widget)->selection));
  const MskTextFormWords words = {
    _ ("Give the Number Up"),
    _ ("Only when no sheet of it came out and none will. The number is never used "
       "for another copy."),
    _ ("_Void"),
    _ ("Reason"),
    NULL,
    give_up
  };

  msk_text_form_open (MSK_PAGE (widget), &words, selected);
}

static void
make_plan_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskCopiesView *self = MSK_COPIES_VIEW (widget);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  guint planned, without;

  if (!msk_plan_desk_make (msk_page_get_session (MSK_PAGE (self)), self->paper_id, &planned,
                           &without, &error))
    {
      msk_ask_tell_error (widget, _ ("Nothing Planned"), error);
      return;
    }

  text = g_strdup_printf (_ ("Planned now: %u. Readers without a number: %u."), planned, without);
  msk_ask_tell (widget, _ ("Planned"), text);
}

static void
plan_copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskCopiesView *self = MSK_COPIES_VIEW (widget);
  g_autoptr(GPtrArray) selected = msk_listing_dup_selected (G_LIST_MODEL (self->selection));

  if (selected->len == 1)
    {
      const MskCopy *copy = g_ptr_array_index (selected, 0);

      msk_person_form_open (MSK_PAGE (self), copy->number, copy->planned_id);
    }
}

static void
msk_copies_view_constructed (GObject *object)
{
  MskCopiesView *self = MSK_COPIES_VIEW (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_copies_view_parent_class)->constructed (object);

  self->branch_bar =
      g_object_new (MSK_TYPE_BRANCH_BAR, "session", msk_page_get_session (page), NULL);
  adw_bin_set_child (self->branch_bin, GTK_WIDGET (self->branch_bar));
  gtk_widget_set_visible (self->print_button, msk_page_may (page, MSK_ACT_COPY_PRINT));
  gtk_widget_set_visible (self->plan_buttons, msk_page_may (page, MSK_ACT_PLAN_SET));
  gtk_widget_set_visible (self->sheet_buttons, msk_page_may (page, MSK_ACT_COPY_CONFIRM));
}

static void
msk_copies_view_dispose (GObject *object)
{
  MskCopiesView *self = MSK_COPIES_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_COPIES_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->copies);
  g_clear_object (&self->paper);
  g_clear_pointer (&self->all, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_copies_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "paper.plan", NULL, make_plan_action);
  gtk_widget_class_install_action (widget_class, "copy.plan", NULL, plan_copy_action);
  gtk_widget_class_install_action (widget_class, "copy.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "copy.spoil", NULL, spoil_action);
  gtk_widget_class_install_action (widget_class, "copy.void", NULL, void_action);
  gtk_widget_class_install_action (widget_class, "copy.reprint", NULL, reprint_action);
}

static void
msk_copies_view_class_init (MskCopiesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_copies_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_copies_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_copies_view_refresh;

  g_type_ensure (MSK_TYPE_PRINTING_BAR);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/papers/msk-copies-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, mark_label);
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, title_label);
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, facts_label);
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, balance_box);
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, balance_image);
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, balance_label);
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, print_button);
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, plan_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, sheet_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, printing_bar);
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, branch_bin);
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, none_page);
  gtk_widget_class_bind_template_child (widget_class, MskCopiesView, view);
}

static void
msk_copies_view_init (MskCopiesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->copies = g_list_store_new (MSK_TYPE_COPY);
  self->selection =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->copies))));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, 0);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  msk_listing_show_model (self->view, self->selection);
}

void
msk_copies_view_set_paper (MskCopiesView *self, gint64 paper_id)
{
  g_return_if_fail (MSK_IS_COPIES_VIEW (self));

  self->paper_id = paper_id;
  g_clear_object (&self->paper);
  g_list_store_remove_all (self->copies);
  msk_page_invalidate (MSK_PAGE (self));
}
