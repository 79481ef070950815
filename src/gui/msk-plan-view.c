/* Who is to get which copy, against what happened (M7).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-plan-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-listing.h"
#include "msk-paper-desk.h"
#include "msk-person-form.h"
#include "msk-plan-desk.h"
#include "msk-plan-state.h"
#include "msk-print-form.h"
#include "msk-printing-bar.h"
#include "msk-report-ask.h"

struct _MskPlanView
{
  MskPage parent_instance;

  GtkDropDown *paper_drop;
  GtkCheckButton *names_button;
  GtkWidget *plan_buttons;
  GtkWidget *print_button;
  GtkWidget *report_buttons;
  GtkLabel *text_label;
  MskPrintingBar *printing_bar;
  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkColumnView *view;

  GArray *paper_ids;   /* of gint64, in the order of the choice; 0 for all */
  gboolean filling_in; /* what changes is not somebody's choice */
  GPtrArray *all;      /* of MskPlanLine, of all papers */
  GListStore *lines;   /* of the paper that is chosen */
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MskPlanView, msk_plan_view, MSK_TYPE_PAGE)

static char *
dup_seat (gpointer item)
{
  return g_strdup (MSK_PLAN_LINE (item)->seat);
}

static char *
dup_planned (gpointer item)
{
  return g_strdup (MSK_PLAN_LINE (item)->planned);
}

static char *
dup_unit (gpointer item)
{
  return g_strdup (MSK_PLAN_LINE (item)->unit);
}

static char *
dup_number (gpointer item)
{
  return msk_copy_number_dup_text (MSK_PLAN_LINE (item)->number);
}

static char *
dup_paper (gpointer item)
{
  return g_strdup (MSK_PLAN_LINE (item)->document_number);
}

static char *
dup_standing (gpointer item)
{
  return g_strdup (msk_plan_standing_get_label (MSK_PLAN_LINE (item)->standing));
}

static MskLook
get_standing_look (gpointer item)
{
  return msk_plan_state_look_of_line (MSK_PLAN_LINE (item));
}

static char *
dup_holder (gpointer item)
{
  return msk_plan_state_dup_holder (MSK_PLAN_LINE (item));
}

static const MskColumn columns[] = {
  { N_ ("Seat"), dup_seat, NULL, FALSE, FALSE },
  { N_ ("Planned for"), dup_planned, NULL, TRUE, FALSE },
  { N_ ("Unit"), dup_unit, NULL, TRUE, FALSE },
  { N_ ("Copy"), dup_number, NULL, FALSE, TRUE },
  { N_ ("Paper"), dup_paper, NULL, TRUE, FALSE },
  { N_ ("Standing"), dup_standing, get_standing_look, FALSE, FALSE },
  { N_ ("Issued to"), dup_holder, NULL, TRUE, FALSE },
};

/* 0 for all. */
static gint64
get_paper_id (MskPlanView *self)
{
  const guint selected = gtk_drop_down_get_selected (self->paper_drop);

  return selected < self->paper_ids->len ? g_array_index (self->paper_ids, gint64, selected) : 0;
}

static MskPlanActions
get_actions (MskPlanView *self)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  MskMeeting *meeting = msk_session_get_meeting (session);

  return msk_plan_actions_make (msk_session_get_role (session),
                                meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED,
                                self->all,
                                gtk_single_selection_get_selected_item (self->selection));
}

static void
apply_state (MskPlanView *self)
{
  const MskPlanActions actions = get_actions (self);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "plan.fill", actions.fill);
  gtk_widget_action_set_enabled (widget, "plan.change", actions.change);
  gtk_widget_action_set_enabled (widget, "plan.print",
                                 actions.print && !msk_page_is_busy (MSK_PAGE (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->names_button), get_paper_id (self) != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->names_button), actions.names);
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskPlanView *self)
{
  if (self->view != NULL && self->all != NULL)
    apply_state (self);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskPlanLine *one = a;
  const MskPlanLine *other = b;

  return one->number == other->number && one->state == other->state &&
         one->attempt == other->attempt && one->planned_id == other->planned_id &&
         one->holder_id == other->holder_id && one->standing == other->standing &&
         g_str_equal (one->seat, other->seat);
}

static void
show_lines (MskPlanView *self)
{
  const gint64 paper_id = get_paper_id (self);
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->all->len; i++)
    {
      MskPlanLine *line = g_ptr_array_index (self->all, i);

      if (paper_id == 0 || line->paper_id == paper_id)
        g_ptr_array_add (shown, line);
    }

  text = msk_plan_state_dup_text (shown);
  msk_listing_update (self->lines, shown, is_same);
  gtk_label_set_text (self->text_label, text);
  gtk_stack_set_visible_child_name (self->stack, shown->len > 0 ? "list" : "none");
}

static void
show_names (MskPlanView *self)
{
  const gint64 paper_id = get_paper_id (self);
  gboolean named = FALSE;
  g_autoptr(GError) error = NULL;

  if (paper_id != 0 &&
      !msk_plan_desk_get_named (msk_page_get_session (MSK_PAGE (self)), paper_id, &named, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Plan Not Read"), error);
      return;
    }

  self->filling_in = TRUE;
  gtk_check_button_set_active (self->names_button, named);
  self->filling_in = FALSE;
}

/* Offers the papers as they are now, and keeps the choice. */
static void
show_papers (MskPlanView *self, GPtrArray *papers)
{
  const gint64 chosen = get_paper_id (self);
  const gint64 all = 0;
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->paper_ids, 0);
  g_array_append_val (self->paper_ids, all);
  gtk_string_list_append (list, _ ("All papers"));
  for (guint i = 0; i < papers->len; i++)
    {
      MskPaper *paper = g_ptr_array_index (papers, i);
      g_autofree char *revision =
          paper->replaced_by == 0 ? NULL
                                  : g_strdup_printf (_ ("%s, replaced"), paper->document_number);

      if (paper->id == chosen)
        selected = self->paper_ids->len;
      g_array_append_val (self->paper_ids, paper->id);
      gtk_string_list_append (list, revision != NULL ? revision : paper->document_number);
    }

  self->filling_in = TRUE;
  gtk_drop_down_set_model (self->paper_drop, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->paper_drop, selected);
  self->filling_in = FALSE;
}

static void
msk_plan_view_refresh (MskPage *page)
{
  MskPlanView *self = MSK_PLAN_VIEW (page);
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) papers = msk_paper_desk_list (session, &error);
  g_autoptr(GPtrArray) lines = papers == NULL ? NULL : msk_plan_desk_list (session, 0, &error);

  if (lines == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Plan Not Read"), error);
      return;
    }

  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->all = g_steal_pointer (&lines);
  show_papers (self, papers);
  show_lines (self);
  show_names (self);
  apply_state (self);
}

static void
paper_chosen_cb (GtkDropDown *drop, GParamSpec *pspec, MskPlanView *self)
{
  if (self->filling_in || self->all == NULL)
    return;

  show_lines (self);
  show_names (self);
  apply_state (self);
}

static void
names_toggled_cb (GtkCheckButton *button, MskPlanView *self)
{
  g_autoptr(GError) error = NULL;

  if (self->filling_in)
    return;
  if (!msk_plan_desk_set_named (msk_page_get_session (MSK_PAGE (self)), get_paper_id (self),
                                gtk_check_button_get_active (button), &error))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Not Changed"), error);
      show_names (self);
    }
}

static void
fill_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPlanView *self = MSK_PLAN_VIEW (widget);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  guint planned, without;

  if (!msk_plan_desk_make (msk_page_get_session (MSK_PAGE (self)), get_paper_id (self), &planned,
                           &without, &error))
    {
      msk_ask_tell_error (widget, _ ("Nothing Planned"), error);
      return;
    }

  text = g_strdup_printf (_ ("Planned now: %u. Readers without a number: %u."), planned, without);
  msk_ask_tell (widget, _ ("Planned"), text);
}

static void
change_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPlanLine *line = gtk_single_selection_get_selected_item (MSK_PLAN_VIEW (widget)->selection);

  if (line != NULL)
    msk_person_form_open (MSK_PAGE (widget), line->number, line->planned_id);
}

static gboolean
begin_printing (MskPage *page,
                GPtrArray *subjects,
                const char *printer,
                guint count,
                GError **error)
{
  return msk_printing_bar_begin (MSK_PLAN_VIEW (page)->printing_bar, page, 0, 0, printer, error);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPlanView *self = MSK_PLAN_VIEW (widget);
  g_autofree char *explanation = NULL;

  if (self->all == NULL)
    return;

  explanation = g_strdup_printf (_ ("Every copy that waits is printed, of all papers, person by "
                                    "person in the order of seats, so that packs come out ready. "
                                    "Those planned for nobody come last. Waiting: %u."),
                                 get_actions (self).waiting);
  msk_print_form_open (MSK_PAGE (self), explanation, 0, begin_printing, NULL);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), g_str_equal (action_name, "plan.report-packs")
                                              ? MSK_REPORT_PACKS
                                              : MSK_REPORT_PLAN);
}

static void
msk_plan_view_constructed (GObject *object)
{
  MskPlanView *self = MSK_PLAN_VIEW (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_plan_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->plan_buttons, msk_page_may (page, MSK_ACT_PLAN_SET));
  gtk_widget_set_visible (self->print_button, msk_page_may (page, MSK_ACT_COPY_PRINT));
  gtk_widget_set_visible (self->report_buttons, msk_page_may (page, MSK_ACT_REPORT_MAKE));
  adw_status_page_set_description (self->none_page,
                                   _ ("Numbers are reserved under “Papers”; then they are planned "
                                      "for people here."));
}

static void
msk_plan_view_dispose (GObject *object)
{
  MskPlanView *self = MSK_PLAN_VIEW (object);

  self->filling_in = TRUE;
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_PLAN_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->paper_ids, g_array_unref);

  G_OBJECT_CLASS (msk_plan_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MskPlanView, paper_drop);
  gtk_widget_class_bind_template_child (widget_class, MskPlanView, names_button);
  gtk_widget_class_bind_template_child (widget_class, MskPlanView, plan_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskPlanView, print_button);
  gtk_widget_class_bind_template_child (widget_class, MskPlanView, report_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskPlanView, text_label);
  gtk_widget_class_bind_template_child (widget_class, MskPlanView, printing_bar);
  gtk_widget_class_bind_template_child (widget_class, MskPlanView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskPlanView, none_page);
  gtk_widget_class_bind_template_child (widget_class, MskPlanView, view);
  gtk_widget_class_bind_template_callback (widget_class, paper_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_toggled_cb);
}

static void
msk_plan_view_class_init (MskPlanViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_plan_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_plan_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_plan_view_refresh;

  g_type_ensure (MSK_TYPE_PRINTING_BAR);

  gtk_widget_class_install_action (widget_class, "plan.fill", NULL, fill_action);
  gtk_widget_class_install_action (widget_class, "plan.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "plan.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "plan.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "plan.report-packs", NULL, report_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/plan/msk-plan-view.ui");
  bind_children (widget_class);
}

static void
msk_plan_view_init (MskPlanView *self)
{
  self->paper_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  gtk_widget_init_template (GTK_WIDGET (self));

  self->lines = g_list_store_new (MSK_TYPE_PLAN_LINE);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->view, G_LIST_MODEL (self->lines),
                                           G_CALLBACK (selection_changed_cb), self);
}
