/* The papers and the print room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-papers-page.h"

#include <glib/gi18n-lib.h>

#include "msk-approval-desk.h"
#include "msk-ask.h"
#include "msk-copies-view.h"
#include "msk-count-rule-form.h"
#include "msk-file-ask.h"
#include "msk-listing.h"
#include "msk-narrow-form.h"
#include "msk-paper-changes.h"
#include "msk-paper-desk.h"
#include "msk-paper-form.h"
#include "msk-paper-row.h"
#include "msk-preview-view.h"
#include "msk-recall-desk.h"
#include "msk-recalled-view.h"
#include "msk-report-ask.h"
#include "msk-requests-view.h"
#include "msk-scan-desk.h"
#include "msk-verdict-view.h"

struct _MskPapersPage
{
  MskPage parent_instance;

  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkWidget *none_add_button;
  GtkWidget *add_button;
  GtkWidget *report_button;
  GtkLabel *hint_label;
  GtkListBox *papers_box;
  GtkRevealer *verdict_revealer;
  MskVerdictView *verdict_view;
  AdwBin *requests_bin;
  MskRequestsView *requests_view;
  AdwBin *copies_bin;
  MskCopiesView *copies_view;
  AdwBin *recalled_bin;
  GtkWidget *recalled_back_button;
  GtkWidget *revise_button;
  GtkWidget *attach_button;
  GtkWidget *narrow_button;
  GtkWidget *counting_button;
  GtkWidget *preview_button;
  AdwBin *preview_bin;
  MskPreviewView *preview_view;

  MskScanDesk *desk; /* NULL for who may not confirm copies */
  GListStore *papers;
  GPtrArray *requests; /* of MskCopyRequest, of all papers */
  gint64 paper_id;     /* that is or was shown */
};

G_DEFINE_FINAL_TYPE (MskPapersPage, msk_papers_page, MSK_TYPE_PAGE)

static guint
count_waiting (MskPapersPage *self, MskPaper *paper)
{
  guint waiting = 0;

  for (guint i = 0; self->requests != NULL && i < self->requests->len; i++)
    {
      const MskCopyRequest *request = g_ptr_array_index (self->requests, i);

      waiting += request->paper_id == paper->id && request->state == MSK_REQUEST_OPEN;
    }
  return waiting;
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  MskPapersPage *self = MSK_PAPERS_PAGE (user_data);
  MskPaper *paper = MSK_PAPER (item);
  MskBalance balance = { 0 };
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  const gboolean read = msk_paper_desk_get_balance (session, paper->id, &balance, NULL);

  return msk_paper_row_new (msk_session_get_meeting (session)->scheme, paper,
                            read ? &balance : NULL, count_waiting (self, paper));
}

/* The balance in the row changes without the paper, so every row is made again. */
static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  return FALSE;
}

static gboolean
is_on (MskPapersPage *self, const char *name)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), name);
}

static void
show_list (MskPapersPage *self)
{
  const gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->papers)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "none");
}

/* The paper that is or was shown, as the list has it; NULL for none. */
static MskPaper *
get_paper (MskPapersPage *self)
{
  GListModel *papers = G_LIST_MODEL (self->papers);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr(MskPaper) paper = g_list_model_get_item (papers, i);

      if (paper->id == self->paper_id)
        return paper;
    }
  return NULL;
}

static void
apply_changes (MskPapersPage *self)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  MskMeeting *meeting = msk_session_get_meeting (session);
  const MskPaperChanges changes =
      msk_paper_changes_make (msk_session_get_role (session),
                              meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED,
                              get_paper (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.revise", changes.revise);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.attach", changes.attach);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.narrow", changes.narrow);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.counting", changes.counting);
}

static gboolean
read_recalled (MskPapersPage *self, GError **error)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  g_autoptr(GPtrArray) out = msk_recall_desk_list (session, 0, error);
  g_autofree char *hint = NULL;

  if (out == NULL)
    return FALSE;

  hint = out->len == 0
             ? g_strdup (_ ("Press a paper to see its copies."))
             : g_strdup_printf (_ ("Press a paper to see its copies. Recalled and still out: %u."),
                                out->len);
  gtk_label_set_text (self->hint_label, hint);
  return TRUE;
}

static void
msk_papers_page_refresh (MskPage *page)
{
  MskPapersPage *self = MSK_PAPERS_PAGE (page);
  MskMeeting *meeting = msk_session_get_meeting (msk_page_get_session (page));
  const gboolean can_add = meeting != NULL && meeting->state == MSK_MEETING_STATE_OPEN &&
                           msk_page_may (page, MSK_ACT_PAPER_ADD);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) papers = msk_paper_desk_list (msk_page_get_session (page), &error);

  g_clear_pointer (&self->requests, g_ptr_array_unref);
  if (papers != NULL)
    self->requests = msk_approval_desk_list (msk_page_get_session (page), 0, &error);
  if (self->requests == NULL || !read_recalled (self, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Papers Not Read"), error);
      return;
    }

  msk_listing_update (self->papers, papers, is_same);
  apply_changes (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.add", can_add);
  gtk_widget_set_visible (self->none_add_button, can_add);
  adw_status_page_set_description (self->none_page,
                                   can_add ? _ ("Add the first PDF.")
                                           : _ ("An organiser adds the papers of the meeting."));
  if (is_on (self, "list") || is_on (self, "none"))
    show_list (self);
}

static gboolean
msk_papers_page_take_scan (MskPage *page, const char *code)
{
  MskPapersPage *self = MSK_PAPERS_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;

  if (self->desk == NULL)
    return FALSE;

  verdict = msk_scan_desk_scan (self->desk, code, &error);
  msk_verdict_view_take (self->verdict_view, verdict, error);
  gtk_revealer_set_reveal_child (self->verdict_revealer, TRUE);
  return TRUE;
}

static void
file_read (GtkWidget *asker, GBytes *file)
{
  msk_paper_form_open (MSK_PAGE (asker), file);
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_file_ask_open (widget, _ ("Add a Paper"), _ ("PDF files"), "*.[pP][dD][fF]", file_read);
}

static void
show_recalled (MskPapersPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "recalled");
  gtk_widget_grab_focus (self->recalled_back_button);
}

static void
recalled_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_recalled (MSK_PAPERS_PAGE (widget));
}

/* What has to be called back now is shown at once. */
static void
tell_recalled (MskPapersPage *self, const char *heading, const char *text, guint count)
{
  if (count > 0)
    show_recalled (self);
  msk_ask_tell (GTK_WIDGET (self), heading, text);
}

static void
revised (MskPage *page, gint64 old_id)
{
  MskPapersPage *self = MSK_PAPERS_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) out = msk_recall_desk_list (msk_page_get_session (page), old_id, &error);
  g_autofree char *text = NULL;

  if (out == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Copies Not Read"), error);
      return;
    }

  show_list (self);
  text = g_strdup_printf (_ ("The new revision is in the list of papers. Copies to call back: %u."),
                          out->len);
  tell_recalled (self, _ ("Paper Revised"), text, out->len);
}

static void
narrowed (MskPage *page, guint recalled)
{
  g_autofree char *text =
      g_strdup_printf (_ ("The scope is narrower now. Copies to call back: %u."), recalled);

  tell_recalled (MSK_PAPERS_PAGE (page), _ ("Scope Narrowed"), text, recalled);
}

/* The paper that is shown as it stands now; NULL, after telling why, when it can't be read. */
static MskPaper *
read_paper (MskPapersPage *self)
{
  g_autoptr(GError) error = NULL;
  MskPaper *paper =
      msk_paper_desk_get (msk_page_get_session (MSK_PAGE (self)), self->paper_id, &error);

  if (paper == NULL)
    msk_ask_tell_error (GTK_WIDGET (self), _ ("Papers Not Read"), error);
  return paper;
}

static void
revision_read (GtkWidget *asker, GBytes *file)
{
  g_autoptr(MskPaper) old = read_paper (MSK_PAPERS_PAGE (asker));

  if (old != NULL)
    msk_paper_form_open_revision (MSK_PAGE (asker), old, file, revised);
}

static void
revise_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_file_ask_open (widget, _ ("Revise the Paper"), _ ("PDF files"), "*.[pP][dD][fF]",
                     revision_read);
}

static void
attachment_read (GtkWidget *asker, GBytes *file)
{
  g_autoptr(MskPaper) parent = read_paper (MSK_PAPERS_PAGE (asker));

  if (parent != NULL)
    msk_paper_form_open_attachment (MSK_PAGE (asker), parent, file);
}

static void
attach_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_file_ask_open (widget, _ ("Attach a Paper"), _ ("PDF files"), "*.[pP][dD][fF]",
                     attachment_read);
}

static void
narrow_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(MskPaper) paper = read_paper (MSK_PAPERS_PAGE (widget));

  if (paper != NULL)
    msk_narrow_form_open (MSK_PAGE (widget), paper, narrowed);
}

static void
counting_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(MskPaper) paper = read_paper (MSK_PAPERS_PAGE (widget));

  if (paper != NULL)
    msk_count_rule_form_open (MSK_PAGE (widget), paper);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_COPIES);
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPapersPage *self = MSK_PAPERS_PAGE (widget);

  if (is_on (self, "preview"))
    {
      gtk_stack_set_visible_child_name (self->stack, "paper");
      gtk_widget_grab_focus (self->preview_button);
      return;
    }

  show_list (self);
  gtk_widget_child_focus (GTK_WIDGET (self->papers_box), GTK_DIR_TAB_FORWARD);
}

static void
preview_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPapersPage *self = MSK_PAPERS_PAGE (widget);
  g_autoptr(GError) error = NULL;

  gtk_stack_set_visible_child_name (self->stack, "preview");
  if (!msk_preview_view_open (self->preview_view, self->paper_id, &error))
    {
      gtk_stack_set_visible_child_name (self->stack, "paper");
      msk_ask_tell_error (widget, _ ("Paper Not Opened"), error);
      return;
    }

  gtk_widget_child_focus (GTK_WIDGET (self->preview_view), GTK_DIR_TAB_FORWARD);
}

static void
paper_activated_cb (GtkListBox *box, GtkListBoxRow *row, MskPapersPage *self)
{
  g_autoptr(MskPaper) paper = g_list_model_get_item (G_LIST_MODEL (self->papers),
                                                      (guint) gtk_list_box_row_get_index (row));

  if (paper == NULL)
    return;

  self->paper_id = paper->id;
  apply_changes (self);
  msk_requests_view_set_paper (self->requests_view, paper->id);
  msk_copies_view_set_paper (self->copies_view, paper->id);
  gtk_stack_set_visible_child_name (self->stack, "paper");
  gtk_widget_child_focus (GTK_WIDGET (self->copies_view), GTK_DIR_TAB_FORWARD);
}

/* Whoever went to another place has ended the look: a preview closes when it is not shown. */
static void
msk_papers_page_map (GtkWidget *widget)
{
  MskPapersPage *self = MSK_PAPERS_PAGE (widget);

  if (is_on (self, "preview") && !msk_preview_view_is_open (self->preview_view))
    gtk_stack_set_visible_child_name (self->stack, "paper");
  GTK_WIDGET_CLASS (msk_papers_page_parent_class)->map (widget);
}

static void
msk_papers_page_constructed (GObject *object)
{
  MskPapersPage *self = MSK_PAPERS_PAGE (object);
  MskPage *page = MSK_PAGE (object);
  MskSession *session = msk_page_get_session (page);

  G_OBJECT_CLASS (msk_papers_page_parent_class)->constructed (object);

  self->copies_view = g_object_new (MSK_TYPE_COPIES_VIEW, "session", session, NULL);
  adw_bin_set_child (self->copies_bin, GTK_WIDGET (self->copies_view));
  self->requests_view = g_object_new (MSK_TYPE_REQUESTS_VIEW, "session", session, NULL);
  adw_bin_set_child (self->requests_bin, GTK_WIDGET (self->requests_view));
  self->preview_view = g_object_new (MSK_TYPE_PREVIEW_VIEW, "session", session, NULL);
  adw_bin_set_child (self->preview_bin, GTK_WIDGET (self->preview_view));
  adw_bin_set_child (self->recalled_bin,
                     g_object_new (MSK_TYPE_RECALLED_VIEW, "session", session, NULL));
  gtk_widget_set_visible (self->revise_button, msk_page_may (page, MSK_ACT_PAPER_REVISE));
  gtk_widget_set_visible (self->attach_button, msk_page_may (page, MSK_ACT_PAPER_ADD));
  gtk_widget_set_visible (self->narrow_button, msk_page_may (page, MSK_ACT_PAPER_NARROW));
  gtk_widget_set_visible (self->counting_button, msk_page_may (page, MSK_ACT_COUNT_RULE));
  gtk_widget_set_visible (self->preview_button, msk_page_may (page, MSK_ACT_PAPER_PREVIEW));
  gtk_widget_set_visible (self->add_button, msk_page_may (page, MSK_ACT_PAPER_ADD));
  gtk_widget_set_visible (self->report_button, msk_page_may (page, MSK_ACT_REPORT_MAKE));
  if (msk_page_may (page, MSK_ACT_COPY_CONFIRM))
    self->desk = msk_scan_desk_new (session, MSK_SCAN_CHECK);
}

static void
msk_papers_page_dispose (GObject *object)
{
  MskPapersPage *self = MSK_PAPERS_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_PAPERS_PAGE);
  g_clear_object (&self->desk);
  g_clear_object (&self->papers);
  g_clear_pointer (&self->requests, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_papers_page_parent_class)->dispose (object);
}

static void
msk_papers_page_class_init (MskPapersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskPageClass *page_class = MSK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_papers_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_papers_page_dispose;
  widget_class->map = msk_papers_page_map;
  page_class->refresh = msk_papers_page_refresh;
  page_class->take_scan = msk_papers_page_take_scan;

  g_type_ensure (MSK_TYPE_VERDICT_VIEW);

  gtk_widget_class_install_action (widget_class, "paper.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "paper.recalled", NULL, recalled_action);
  gtk_widget_class_install_action (widget_class, "paper.revise", NULL, revise_action);
  gtk_widget_class_install_action (widget_class, "paper.attach", NULL, attach_action);
  gtk_widget_class_install_action (widget_class, "paper.narrow", NULL, narrow_action);
  gtk_widget_class_install_action (widget_class, "paper.counting", NULL, counting_action);
  gtk_widget_class_install_action (widget_class, "paper.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "paper.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "paper.preview", NULL, preview_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "paper.back",
                                       NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/papers/msk-papers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, none_add_button);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, report_button);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, papers_box);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, verdict_revealer);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, requests_bin);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, copies_bin);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, preview_button);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, narrow_button);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, counting_button);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, attach_button);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, revise_button);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, recalled_back_button);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, recalled_bin);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, hint_label);
  gtk_widget_class_bind_template_child (widget_class, MskPapersPage, preview_bin);
  gtk_widget_class_bind_template_callback (widget_class, paper_activated_cb);
}

static void
msk_papers_page_init (MskPapersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->papers = g_list_store_new (MSK_TYPE_PAPER);
  msk_listing_bind_box (self->papers_box, G_LIST_MODEL (self->papers), create_row, self);
}
