/* Handover of the desk, the print room, or what one person holds (K1, F3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-handover-page.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-custody-ask.h"
#include "msk-fields-form.h"
#include "msk-handover-columns.h"
#include "msk-handover-desk.h"
#include "msk-handover-scan.h"
#include "msk-handover-state.h"
#include "msk-listing.h"
#include "msk-report-ask.h"
#include "msk-text-form.h"
#include "msk-verdict-list.h"
#include "msk-verdict-view.h"
#include "msk-verdict-words.h"

struct _MskHandoverPage
{
  MskPage parent_instance;

  GtkStack *stack;
  GtkWidget *start_box;
  MskVerdictView *verdict_view;
  MskVerdictList *verdict_list;
  GtkWidget *count_box;
  GtkEntry *copy_entry;
  GtkLabel *heading_label;
  GtkLabel *next_label;
  GtkWidget *stock_window;
  GtkColumnView *stock_view;
  GtkWidget *found_window;
  GtkColumnView *found_view;
  GtkStack *past_stack;
  GtkColumnView *past_view;
  GtkWidget *registers_box;
  GtkWidget *count_actions_box;
  GtkWidget *found_actions_box;

  int step;              /* of the work, as it is shown: 0 none, 1 counting, 2 compared */
  MskHandover *handover; /* the one under way, or NULL */
  MskHandoverScan *scan; /* of it */
  GListStore *stock;
  GtkSingleSelection *stock_selection;
  GListStore *found;
  GtkSingleSelection *found_selection;
  GListStore *past;
  GtkSingleSelection *past_selection;
};

G_DEFINE_FINAL_TYPE (MskHandoverPage, msk_handover_page, MSK_TYPE_PAGE)

static MskSession *
get_session (MskHandoverPage *self)
{
  return msk_page_get_session (MSK_PAGE (self));
}

static MskRole
get_role (MskHandoverPage *self)
{
  return msk_session_get_role (get_session (self));
}

/* What had the keyboard is gone with the last step: it goes to where the next one is taken. */
static void
move_keyboard (MskHandoverPage *self, const MskHandoverState *state)
{
  GtkWidget *next = !state->is_open      ? GTK_WIDGET (self->past_view)
                    : state->takes_scans ? GTK_WIDGET (self->copy_entry)
                    : state->is_counting ? GTK_WIDGET (self->stock_view)
                                         : GTK_WIDGET (self->found_view);
  const int step = !state->is_open ? 0 : state->is_counting ? 1 : 2;

  if (self->step != step && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (next);
  self->step = step;
}

static void
apply_state (MskHandoverPage *self)
{
  MskHandover *past = gtk_single_selection_get_selected_item (self->past_selection);
  const MskHandoverState state =
      msk_handover_state_make (get_role (self), self->handover,
                               gtk_single_selection_get_selected_item (self->stock_selection),
                               gtk_single_selection_get_selected_item (self->found_selection));
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "handover.start-desk", state.can_start);
  gtk_widget_action_set_enabled (widget, "handover.start-room", state.can_start);
  gtk_widget_action_set_enabled (widget, "handover.start-custody", state.can_start);
  gtk_widget_action_set_enabled (widget, "handover.figure", state.can_figure);
  gtk_widget_action_set_enabled (widget, "handover.count-copy", state.takes_scans);
  gtk_widget_action_set_enabled (widget, "handover.compare", state.can_compare);
  gtk_widget_action_set_enabled (widget, "handover.explain", state.can_explain);
  gtk_widget_action_set_enabled (widget, "handover.incident", state.can_explain);
  gtk_widget_action_set_enabled (widget, "handover.end", state.can_end);
  gtk_widget_action_set_enabled (widget, "handover.cancel", state.can_cancel);
  gtk_widget_action_set_enabled (widget, "handover.slip",
                                 past != NULL && past->stage >= MSK_HANDOVER_DONE &&
                                     msk_page_may (MSK_PAGE (self), MSK_ACT_HANDOVER_END));
  gtk_widget_set_visible (self->start_box, state.can_start);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_view), state.takes_scans);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_list), state.takes_scans);
  gtk_widget_set_visible (self->count_box, state.takes_scans);
  gtk_widget_set_visible (self->count_actions_box, state.is_counting);
  gtk_widget_set_visible (self->found_actions_box, !state.is_counting);
  gtk_widget_set_visible (self->found_window, state.is_open && !state.is_counting);
  gtk_stack_set_visible_child_name (self->stack, state.is_open ? "open" : "none");
  move_keyboard (self, &state);
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskHandoverPage *self)
{
  if (self->stock_view != NULL)
    apply_state (self);
}

static gboolean
is_same_line (gconstpointer a, gconstpointer b)
{
  const MskStockLine *one = a;
  const MskStockLine *other = b;

  return one->kind == other->kind && one->paper_id == other->paper_id &&
         one->scanned == other->scanned && one->has_figure == other->has_figure &&
         one->figure == other->figure && one->compared == other->compared &&
         one->expected == other->expected;
}

static gboolean
is_same_found (gconstpointer a, gconstpointer b)
{
  const MskDiscrepancy *one = a;
  const MskDiscrepancy *other = b;

  return one->id == other->id && one->explained_at == other->explained_at;
}

static gboolean
is_same_past (gconstpointer a, gconstpointer b)
{
  const MskHandover *one = a;
  const MskHandover *other = b;

  return one->id == other->id && one->stage == other->stage;
}

/* The count goes on with what was begun, also by somebody else after a lock. */
static void
follow (MskHandoverPage *self, MskHandover *handover)
{
  const gint64 id = handover == NULL ? 0 : handover->id;

  g_set_object (&self->handover, handover);
  if (self->scan != NULL && msk_handover_scan_get_handover (self->scan) == id)
    return;

  g_clear_object (&self->scan);
  if (handover == NULL)
    return;

  self->scan = msk_handover_scan_new (get_session (self), id);
  msk_verdict_list_follow (self->verdict_list, msk_handover_scan_get_verdicts (self->scan), FALSE);
  msk_verdict_view_invite (self->verdict_view, "scanner-symbolic", _ ("Ready to count"),
                           _ ("Scan a page of every copy, and the label of every carrier and "
                              "device that is here. The count changes nothing."));
}

static gboolean
read_open (MskHandoverPage *self, GPtrArray *handovers, GError **error)
{
  g_autoptr(GPtrArray) stock = NULL;
  g_autoptr(GPtrArray) found = NULL;
  MskHandover *open = NULL;

  for (guint i = 0; i < handovers->len; i++)
    {
      MskHandover *handover = g_ptr_array_index (handovers, i);

      if (handover->stage < MSK_HANDOVER_DONE)
        open = handover;
    }
  follow (self, open);
  if (open == NULL)
    return TRUE;

  stock = msk_handover_desk_list_stock (get_session (self), open->id, error);
  if (stock == NULL)
    return FALSE;
  found = open->stage == MSK_HANDOVER_COUNTING
              ? g_ptr_array_new ()
              : msk_handover_desk_list_discrepancies (get_session (self), open->id, error);
  if (found == NULL)
    return FALSE;

  msk_listing_update (self->stock, stock, is_same_line);
  msk_listing_update (self->found, found, is_same_found);
  return TRUE;
}

static void
show_open (MskHandoverPage *self)
{
  g_autofree char *heading = NULL;

  if (self->handover == NULL)
    return;

  heading = msk_handover_state_dup_heading (self->handover);
  gtk_label_set_text (self->heading_label, heading);
  gtk_label_set_text (self->next_label,
                      msk_handover_state_get_next_step (get_role (self), self->handover));
}

static void
msk_handover_page_refresh (MskPage *page)
{
  MskHandoverPage *self = MSK_HANDOVER_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) handovers = msk_handover_desk_list (get_session (self), &error);
  g_autoptr(GPtrArray) turned = NULL;

  if (handovers == NULL || !read_open (self, handovers, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Handover Not Read"), error);
      return;
    }

  turned = msk_listing_dup_turned (handovers);
  msk_listing_update (self->past, turned, is_same_past);
  gtk_stack_set_visible_child_name (self->past_stack, turned->len > 0 ? "past" : "nothing");
  show_open (self);
  apply_state (self);
}

static gboolean
msk_handover_page_take_scan (MskPage *page, const char *code)
{
  MskHandoverPage *self = MSK_HANDOVER_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;

  if (self->handover == NULL || self->handover->stage != MSK_HANDOVER_COUNTING ||
      !msk_page_may (page, MSK_ACT_HANDOVER_COUNT))
    return FALSE;

  verdict = msk_handover_scan_take (self->scan, code, &error);
  msk_verdict_view_take (self->verdict_view, verdict, error);
  return TRUE;
}

/* A copy whose tag is torn. */
static void
count_copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskHandoverPage *self = MSK_HANDOVER_PAGE (widget);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->copy_entry));
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  guint number = 0;

  switch (msk_verdict_words_read_typed (text, &number))
    {
    case MSK_TYPED_NUMBER:
      verdict = msk_handover_scan_choose (self->scan, MSK_STOCK_COPY, number, &error);
      break;
    case MSK_TYPED_CODE:
      verdict = msk_handover_scan_take (self->scan, text, &error);
      break;
    case MSK_TYPED_NOTHING:
    default:
      gtk_widget_grab_focus (GTK_WIDGET (self->copy_entry));
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->copy_entry), "");
  msk_verdict_view_take (self->verdict_view, verdict, error);
}

static void
copy_entered_cb (GtkEntry *entry, MskHandoverPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "handover.count-copy", NULL);
}

static void
start_place (GtkWidget *widget, MskHandoverPlace place)
{
  g_autoptr(GError) error = NULL;
  gint64 id;

  if (!msk_handover_desk_start (get_session (MSK_HANDOVER_PAGE (widget)), place, &id, &error))
    msk_ask_tell_error (widget, _ ("Handover Not Begun"), error);
}

static void
start_desk_now (GtkWidget *widget)
{
  start_place (widget, MSK_HANDOVER_DESK);
}

static void
start_room_now (GtkWidget *widget)
{
  start_place (widget, MSK_HANDOVER_PRINT_ROOM);
}

static void
start_desk_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_ask_confirm (widget, _ ("Hand Over the Desk?"),
                   _ ("Copies and carriers in store and devices in deposit are counted. Nothing is "
                      "issued or taken back until the handover is ended or cancelled."),
                   _ ("_Begin"), start_desk_now);
}

static void
start_room_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_ask_confirm (widget, _ ("Hand Over the Print Room?"),
                   _ ("Spoiled sheets and copies that nobody has looked at are counted. Nothing is "
                      "printed until the handover is ended or cancelled."),
                   _ ("_Begin"), start_room_now);
}

typedef struct
{
  gint64 id;
  MskStockFigure figure;
} FigureWish;

static gboolean
set_figure (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  FigureWish *wish = data;

  return msk_fields_form_parse_count (values[0], &wish->figure.count, error) &&
         msk_handover_desk_set_figure (msk_page_get_session (page), wish->id, &wish->figure, error);
}

static void
figure_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskHandoverPage *self = MSK_HANDOVER_PAGE (widget);
  MskStockLine *line = gtk_single_selection_get_selected_item (self->stock_selection);
  const char *const fields[] = { _ ("_How many were counted"), NULL };
  g_autofree char *what = msk_stock_line_dup_what (line);
  const MskFieldsWords words = { _ ("Enter a Figure"), what, _ ("_Enter"), fields, set_figure };
  FigureWish *wish = g_new0 (FigureWish, 1);

  wish->id = self->handover->id;
  wish->figure.kind = line->kind;
  wish->figure.paper_id = line->paper_id;
  msk_fields_form_open (MSK_PAGE (self), &words, NULL, wish, g_free);
}

static void
compare_now (GtkWidget *widget)
{
  MskHandoverPage *self = MSK_HANDOVER_PAGE (widget);
  g_autoptr(GError) error = NULL;

  if (self->handover == NULL ||
      !msk_handover_desk_compare (get_session (self), self->handover->id, &error))
    msk_ask_tell_error (widget, _ ("Count Not Closed"), error);
}

static void
compare_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_ask_confirm (widget, _ ("Close the Count?"),
                   _ ("It is compared with what is expected, and nothing can be counted after."),
                   _ ("Cl_ose the Count"), compare_now);
}

static gboolean
explain_as (MskPage *page,
            GPtrArray *subjects,
            const char *text,
            gboolean is_incident,
            GError **error)
{
  MskDiscrepancy *found = g_ptr_array_index (subjects, 0);

  return msk_handover_desk_explain (msk_page_get_session (page), found->handover_id, found->id,
                                    text, is_incident, NULL, error);
}

static gboolean
explain (MskPage *page, GPtrArray *subjects, const char *text, const char *second, GError **error)
{
  return explain_as (page, subjects, text, FALSE, error);
}

static gboolean
make_incident (MskPage *page,
               GPtrArray *subjects,
               const char *text,
               const char *second,
               GError **error)
{
  return explain_as (page, subjects, text, TRUE, error);
}

static void
open_explanation (MskHandoverPage *self, MskTextFormWords *words)
{
  MskDiscrepancy *found = gtk_single_selection_get_selected_item (self->found_selection);
  g_autoptr(GPtrArray) subjects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *what = msk_discrepancy_dup_what (found);
  g_autofree char *text =
      g_strdup_printf (_ ("%s: %s"), msk_discrepancy_kind_get_label (found->kind), what);

  words->explanation = text;
  g_ptr_array_add (subjects, g_object_ref (found));
  msk_text_form_open (MSK_PAGE (self), words, subjects);
}

static void
explain_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskTextFormWords words = { _ ("Explain a Discrepancy"), NULL, _ ("_Explain"),
                             _ ("What became of it"),     NULL, explain };

  open_explanation (MSK_HANDOVER_PAGE (widget), &words);
}

static void
incident_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskTextFormWords words = { _ ("Register an Incident"), NULL, _ ("_Register"),
                             _ ("What is known of it"),  NULL, make_incident };

  open_explanation (MSK_HANDOVER_PAGE (widget), &words);
}

static void
start_custody_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_custody_ask_start (MSK_PAGE (widget));
}

static gboolean
end_now (MskForm *form,
         gpointer id,
         const char *const *values,
         const MskCosigner *cosigner,
         GError **error)
{
  return msk_handover_desk_end (msk_form_get_session (form), *(gint64 *) id, cosigner, NULL, error);
}

static void
end_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *const fields[] = { _ ("_User name"), _ ("_Passphrase"), NULL };
  const MskFieldsWords words = {
    .title = _ ("Take Over"),
    .explanation =
        _ ("The one who takes over gives their own name and passphrase here. What is not "
           "where the register has it becomes an incident. Print the slip after: both "
           "sign it."),
    .verb = _ ("_Take Over"),
    .fields = fields,
    .sign = end_now,
    .act = MSK_ACT_HANDOVER_END,
  };
  MskHandover *handover = MSK_HANDOVER_PAGE (widget)->handover;

  if (handover->place == MSK_HANDOVER_CUSTODY)
    msk_custody_ask_end (MSK_PAGE (widget), handover->id);
  else
    msk_fields_form_open (MSK_PAGE (widget), &words, NULL,
                          g_memdup2 (&handover->id, sizeof handover->id), g_free);
}

static gboolean
cancel (MskPage *page, GPtrArray *subjects, const char *reason, const char *second, GError **error)
{
  MskHandover *handover = g_ptr_array_index (subjects, 0);

  return msk_handover_desk_cancel (msk_page_get_session (page), handover->id, reason, error);
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskHandoverPage *self = MSK_HANDOVER_PAGE (widget);
  g_autoptr(GPtrArray) subjects = g_ptr_array_new_with_free_func (g_object_unref);
  const MskTextFormWords words = { _ ("Cancel the Handover"),
                                   _ ("What was counted stays in the register."),
                                   _ ("Cancel the _Handover"),
                                   _ ("Why"),
                                   NULL,
                                   cancel };

  g_ptr_array_add (subjects, g_object_ref (self->handover));
  msk_text_form_open (MSK_PAGE (self), &words, subjects);
}

static void
slip_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskHandover *past =
      gtk_single_selection_get_selected_item (MSK_HANDOVER_PAGE (widget)->past_selection);

  msk_report_ask_open_one (MSK_PAGE (widget), MSK_REPORT_HANDOVER, past->id);
}

static void
register_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_HANDOVERS);
}

static void
issues_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_ISSUES);
}

static void
returns_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_RETURNS);
}

static void
msk_handover_page_constructed (GObject *object)
{
  MskHandoverPage *self = MSK_HANDOVER_PAGE (object);

  G_OBJECT_CLASS (msk_handover_page_parent_class)->constructed (object);

  gtk_widget_set_visible (self->registers_box,
                          msk_page_may (MSK_PAGE (object), MSK_ACT_REPORT_MAKE));
}

static void
msk_handover_page_dispose (GObject *object)
{
  MskHandoverPage *self = MSK_HANDOVER_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_HANDOVER_PAGE);
  g_clear_object (&self->stock_selection);
  g_clear_object (&self->found_selection);
  g_clear_object (&self->past_selection);
  g_clear_object (&self->stock);
  g_clear_object (&self->found);
  g_clear_object (&self->past);
  g_clear_object (&self->scan);
  g_clear_object (&self->handover);

  G_OBJECT_CLASS (msk_handover_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "handover.start-desk", NULL, start_desk_action);
  gtk_widget_class_install_action (widget_class, "handover.start-room", NULL, start_room_action);
  gtk_widget_class_install_action (widget_class, "handover.start-custody", NULL,
                                   start_custody_action);
  gtk_widget_class_install_action (widget_class, "handover.figure", NULL, figure_action);
  gtk_widget_class_install_action (widget_class, "handover.count-copy", NULL, count_copy_action);
  gtk_widget_class_install_action (widget_class, "handover.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "handover.explain", NULL, explain_action);
  gtk_widget_class_install_action (widget_class, "handover.incident", NULL, incident_action);
  gtk_widget_class_install_action (widget_class, "handover.end", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "handover.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "handover.slip", NULL, slip_action);
  gtk_widget_class_install_action (widget_class, "handover.register", NULL, register_action);
  gtk_widget_class_install_action (widget_class, "handover.issues", NULL, issues_action);
  gtk_widget_class_install_action (widget_class, "handover.returns", NULL, returns_action);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, start_box);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, verdict_list);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, count_box);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, copy_entry);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, heading_label);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, stock_window);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, stock_view);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, found_window);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, found_view);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, past_stack);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, past_view);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, registers_box);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, count_actions_box);
  gtk_widget_class_bind_template_child (widget_class, MskHandoverPage, found_actions_box);
  gtk_widget_class_bind_template_callback (widget_class, copy_entered_cb);
}

static void
msk_handover_page_class_init (MskHandoverPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskPageClass *page_class = MSK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_handover_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_handover_page_dispose;
  page_class->refresh = msk_handover_page_refresh;
  page_class->take_scan = msk_handover_page_take_scan;

  g_type_ensure (MSK_TYPE_VERDICT_VIEW);
  g_type_ensure (MSK_TYPE_VERDICT_LIST);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/handover/"
                                                             "msk-handover-page.ui");
  bind_children (widget_class);
}

static void
msk_handover_page_init (MskHandoverPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  msk_handover_columns_add_stock (self->stock_view);
  msk_handover_columns_add_found (self->found_view);
  msk_handover_columns_add_past (self->past_view);
  self->stock = g_list_store_new (MSK_TYPE_STOCK_LINE);
  self->found = g_list_store_new (MSK_TYPE_DISCREPANCY);
  self->past = g_list_store_new (MSK_TYPE_HANDOVER);
  self->stock_selection = msk_listing_fill_view (self->stock_view, G_LIST_MODEL (self->stock),
                                                 G_CALLBACK (selection_changed_cb), self);
  self->found_selection = msk_listing_fill_view (self->found_view, G_LIST_MODEL (self->found),
                                                 G_CALLBACK (selection_changed_cb), self);
  self->past_selection = msk_listing_fill_view (self->past_view, G_LIST_MODEL (self->past),
                                                G_CALLBACK (selection_changed_cb), self);
}
