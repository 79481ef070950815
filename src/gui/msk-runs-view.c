/* The runs of the printers, and the blind counts of their sheets (C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-runs-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-count-ask.h"
#include "msk-count-desk.h"
#include "msk-listing.h"
#include "msk-report-ask.h"
#include "msk-room-state.h"
#include "msk-spool-desk.h"
#include "msk-time-text.h"

struct _MskRunsView
{
  MskPage parent_instance;

  GtkLabel *next_label;
  GtkWidget *count_button;
  GtkWidget *explain_button;
  GtkWidget *clear_button;
  GtkWidget *report_button;
  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkColumnView *view;
  GtkLabel *facts_label;

  GListStore *runs;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MskRunsView, msk_runs_view, MSK_TYPE_PAGE)

static char *
dup_id (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_PRINT_RUN (item)->id);
}

static char *
dup_paper (gpointer item)
{
  return g_strdup (msk_room_state_get_paper (MSK_PRINT_RUN (item)));
}

static char *
dup_printer (gpointer item)
{
  return g_strdup (MSK_PRINT_RUN (item)->printer);
}

static char *
dup_begun (gpointer item)
{
  return msk_time_text_format (MSK_PRINT_RUN (item)->started_at);
}

static char *
dup_sent (gpointer item)
{
  return g_strdup_printf ("%u", MSK_PRINT_RUN (item)->sent);
}

static char *
dup_expected (gpointer item)
{
  return msk_room_state_dup_expected (MSK_PRINT_RUN (item));
}

static char *
dup_counted (gpointer item)
{
  return msk_room_state_dup_counted (MSK_PRINT_RUN (item));
}

static char *
dup_difference (gpointer item)
{
  return msk_room_state_dup_difference (MSK_PRINT_RUN (item));
}

static char *
dup_spool (gpointer item)
{
  return g_strdup (msk_spool_get_label (MSK_PRINT_RUN (item)->spool));
}

static MskLook
get_spool_look (gpointer item)
{
  return msk_room_state_look_of_spool (MSK_PRINT_RUN (item));
}

static char *
dup_standing (gpointer item)
{
  return g_strdup (
      msk_count_standing_get_label (msk_print_run_get_standing (MSK_PRINT_RUN (item))));
}

static MskLook
get_standing_look (gpointer item)
{
  return msk_room_state_look_of_count (MSK_PRINT_RUN (item));
}

static const MskColumn columns[] = {
  { N_ ("Run"), dup_id, NULL, FALSE, TRUE },
  { N_ ("Paper"), dup_paper, NULL, TRUE, FALSE },
  { N_ ("Begun"), dup_begun, NULL, FALSE, FALSE },
  { N_ ("Copies"), dup_sent, NULL, FALSE, TRUE },
  { N_ ("Sheets"), dup_expected, NULL, FALSE, TRUE },
  { N_ ("Counted"), dup_counted, NULL, FALSE, TRUE },
  { N_ ("Difference"), dup_difference, NULL, FALSE, TRUE },
  { N_ ("Count"), dup_standing, get_standing_look, FALSE, FALSE },
  { N_ ("Spool"), dup_spool, get_spool_look, FALSE, FALSE },
  { N_ ("Printer"), dup_printer, NULL, TRUE, FALSE },
};

static MskRole
get_role (MskRunsView *self)
{
  return msk_session_get_role (msk_page_get_session (MSK_PAGE (self)));
}

/* The run that is selected, or the oldest that waits when none is. The caller owns it. */
static MskPrintRun *
dup_subject (MskRunsView *self, gboolean explain)
{
  MskPrintRun *run = gtk_single_selection_get_selected_item (self->selection);

  return run != NULL ? g_object_ref (run)
                     : msk_count_ask_dup_due (msk_page_get_session (MSK_PAGE (self)), explain);
}

/* The run that is selected, or the newest of which the printing system may still have something
 * when none is. The caller owns it. */
static MskPrintRun *
dup_uncleared (MskRunsView *self)
{
  MskPrintRun *selected = gtk_single_selection_get_selected_item (self->selection);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->runs));

  if (selected != NULL)
    return g_object_ref (selected);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(MskPrintRun) run = g_list_model_get_item (G_LIST_MODEL (self->runs), i);

      if (msk_print_run_may_still_print (run))
        return g_steal_pointer (&run);
    }

  return NULL;
}

static void
show_facts (MskRunsView *self)
{
  MskPrintRun *run = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *facts = run == NULL ? g_strdup ("") : msk_room_state_dup_facts (run);

  gtk_label_set_text (self->facts_label, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts_label), run != NULL);
}

static MskRoomActions
get_actions (MskRunsView *self, MskPrintRun *run)
{
  MskMeeting *meeting = msk_session_get_meeting (msk_page_get_session (MSK_PAGE (self)));

  return msk_room_actions_make (get_role (self),
                                meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED, NULL,
                                run);
}

static void
apply_state (MskRunsView *self)
{
  g_autoptr(MskPrintRun) to_count = dup_subject (self, FALSE);
  g_autoptr(MskPrintRun) to_explain = dup_subject (self, TRUE);
  g_autoptr(MskPrintRun) to_clear = dup_uncleared (self);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "run.count", get_actions (self, to_count).count);
  gtk_widget_action_set_enabled (widget, "run.explain", get_actions (self, to_explain).explain);
  gtk_widget_action_set_enabled (widget, "run.clear",
                                 !msk_page_is_busy (MSK_PAGE (self)) &&
                                     get_actions (self, to_clear).clear);
  show_facts (self);
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskRunsView *self)
{
  if (self->view != NULL)
    apply_state (self);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskPrintRun *one = a;
  const MskPrintRun *other = b;

  return one->id == other->id && one->sent == other->sent && one->ended_at == other->ended_at &&
         one->unsettled == other->unsettled && one->spool == other->spool &&
         one->counts == other->counts && one->explained_at == other->explained_at;
}

static void
msk_runs_view_refresh (MskPage *page)
{
  MskRunsView *self = MSK_RUNS_VIEW (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) runs = msk_count_desk_list_runs (msk_page_get_session (page), &error);
  g_autoptr(GPtrArray) turned = NULL;
  g_autofree char *next = NULL;

  if (runs == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Print Runs Not Read"), error);
      return;
    }

  turned = msk_listing_dup_turned (runs);
  next = msk_room_state_dup_next_step (get_role (self), runs);
  msk_listing_update (self->runs, turned, is_same);
  gtk_label_set_text (self->next_label, runs->len > 0 ? next : "");
  gtk_stack_set_visible_child_name (self->stack, runs->len > 0 ? "list" : "none");
  apply_state (self);
}

static void
ask (MskRunsView *self, gboolean explain)
{
  g_autoptr(MskPrintRun) run = dup_subject (self, explain);

  if (run != NULL)
    msk_count_ask_open (MSK_PAGE (self), run, explain);
}

static void
count_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ask (MSK_RUNS_VIEW (widget), FALSE);
}

static void
explain_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ask (MSK_RUNS_VIEW (widget), TRUE);
}

static void
cleared_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  MskPage *page = MSK_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPrintRun) run = msk_spool_desk_clear_finish (MSK_SESSION (source), answer, &error);
  g_autofree char *text = NULL;

  if (msk_page_is_alive (page))
    {
      if (run != NULL)
        text = g_strdup_printf (_ ("Run %u, printing system: %s."), (guint) run->id,
                                msk_spool_get_label (run->spool));
      msk_ask_tell (GTK_WIDGET (page), run != NULL ? _ ("Queue Cleared") : _ ("Queue Not Cleared"),
                    run != NULL ? text : error->message);
      msk_page_invalidate (page);
    }
  msk_page_end_work (page);
}

static void
clear_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPage *page = MSK_PAGE (widget);
  g_autoptr(MskPrintRun) run = dup_uncleared (MSK_RUNS_VIEW (widget));

  if (run == NULL || msk_page_is_busy (page))
    return;

  msk_page_begin_work (page);
  gtk_widget_action_set_enabled (widget, "run.clear", FALSE);
  msk_spool_desk_clear_async (msk_page_get_session (page), run->id, cleared_cb, page);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_RUNS);
}

static void
msk_runs_view_constructed (GObject *object)
{
  MskRunsView *self = MSK_RUNS_VIEW (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_runs_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->count_button, msk_page_may (page, MSK_ACT_SHEET_COUNT));
  gtk_widget_set_visible (self->explain_button, msk_page_may (page, MSK_ACT_COUNT_EXPLAIN));
  gtk_widget_set_visible (self->clear_button, msk_page_may (page, MSK_ACT_PRINT_RUN));
  gtk_widget_set_visible (self->report_button, msk_page_may (page, MSK_ACT_REPORT_MAKE));
  adw_status_page_set_description (self->none_page,
                                   _ ("Whatever is printed from the papers or the plan stands "
                                      "here, until its sheets are counted."));
}

static void
msk_runs_view_dispose (GObject *object)
{
  MskRunsView *self = MSK_RUNS_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_RUNS_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->runs);

  G_OBJECT_CLASS (msk_runs_view_parent_class)->dispose (object);
}

static void
msk_runs_view_class_init (MskRunsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_runs_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_runs_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_runs_view_refresh;

  gtk_widget_class_install_action (widget_class, "run.count", NULL, count_action);
  gtk_widget_class_install_action (widget_class, "run.explain", NULL, explain_action);
  gtk_widget_class_install_action (widget_class, "run.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "run.report", NULL, report_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/room/msk-runs-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskRunsView, next_label);
  gtk_widget_class_bind_template_child (widget_class, MskRunsView, count_button);
  gtk_widget_class_bind_template_child (widget_class, MskRunsView, explain_button);
  gtk_widget_class_bind_template_child (widget_class, MskRunsView, clear_button);
  gtk_widget_class_bind_template_child (widget_class, MskRunsView, report_button);
  gtk_widget_class_bind_template_child (widget_class, MskRunsView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskRunsView, none_page);
  gtk_widget_class_bind_template_child (widget_class, MskRunsView, view);
  gtk_widget_class_bind_template_child (widget_class, MskRunsView, facts_label);
}

static void
msk_runs_view_init (MskRunsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->runs = g_list_store_new (MSK_TYPE_PRINT_RUN);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->view, G_LIST_MODEL (self->runs),
                                           G_CALLBACK (selection_changed_cb), self);
}
