/* Destruction under supervision, and what goes back to its originator (D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-destruction-page.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-destruction-columns.h"
#include "msk-destruction-desk.h"
#include "msk-destruction-scan.h"
#include "msk-destruction-state.h"
#include "msk-listing.h"
#include "msk-machine-form.h"
#include "msk-originator-ask.h"
#include "msk-originator-desk.h"
#include "msk-report-ask.h"
#include "msk-text-form.h"
#include "msk-verdict-list.h"
#include "msk-verdict-view.h"
#include "msk-verdict-words.h"

struct _MskDestructionPage
{
  MskPage parent_instance;

  GtkStack *stack;
  GtkStack *list_stack;
  GtkColumnView *batches_view;
  GtkColumnView *returns_view;
  GtkWidget *registers_box;
  MskVerdictView *verdict_view;
  MskVerdictList *verdict_list;
  GtkLabel *heading_label;
  GtkLabel *next_label;
  GtkWidget *typed_box;
  GtkDropDown *kind_down;
  GtkEntry *number_entry;
  GtkColumnView *items_view;
  GtkWidget *actions_box;

  gint64 batch_id;          /* that is shown, 0 for none */
  MskDestruction *batch;    /* it, as it was read last */
  MskDestructionScan *scan; /* of it, or NULL */
  gboolean is_return;       /* things are being scanned that go back */
  GListStore *verdicts;     /* of what goes back: there is no desk object that keeps them */
  GListStore *batches;
  GtkSingleSelection *batches_selection;
  GListStore *returns;
  GtkSingleSelection *returns_selection;
  GListStore *items;  /* of the batch */
  GListStore *things; /* that go back */
  GtkSingleSelection *items_selection;
};

G_DEFINE_FINAL_TYPE (MskDestructionPage, msk_destruction_page, MSK_TYPE_PAGE)

static MskSession *
get_session (MskDestructionPage *self)
{
  return msk_page_get_session (MSK_PAGE (self));
}

static MskDestructionFacts
get_facts (MskDestructionPage *self)
{
  return (MskDestructionFacts){
    .role = msk_session_get_role (get_session (self)),
    .user = msk_session_get_user (get_session (self)),
    .batch = self->batch,
    .is_return = self->is_return,
    .things = g_list_model_get_n_items (G_LIST_MODEL (self->things)),
    .selected = gtk_single_selection_get_selected_item (self->items_selection) != NULL,
  };
}

static void
enable_actions (MskDestructionPage *self, const MskDestructionState *state)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean has_batch =
      gtk_single_selection_get_selected_item (self->batches_selection) != NULL;
  const gboolean has_return =
      gtk_single_selection_get_selected_item (self->returns_selection) != NULL;

  gtk_widget_action_set_enabled (widget, "destruction.start", state->can_start);
  gtk_widget_action_set_enabled (widget, "destruction.send-back", state->can_send_back);
  gtk_widget_action_set_enabled (widget, "destruction.open", has_batch);
  gtk_widget_action_set_enabled (widget, "destruction.slip",
                                 has_return &&
                                     msk_page_may (MSK_PAGE (self), MSK_ACT_ORIGINATOR_RETURN));
  gtk_widget_action_set_enabled (widget, "destruction.type", state->takes_scans);
  gtk_widget_action_set_enabled (widget, "destruction.take-out", state->can_take_out);
  gtk_widget_action_set_enabled (widget, "destruction.propose", state->can_propose);
  gtk_widget_action_set_enabled (widget, "destruction.approve", state->can_decide);
  gtk_widget_action_set_enabled (widget, "destruction.refuse", state->can_decide);
  gtk_widget_action_set_enabled (widget, "destruction.begin", state->can_begin);
  gtk_widget_action_set_enabled (widget, "destruction.end", state->can_end);
  gtk_widget_action_set_enabled (widget, "destruction.enter", state->can_enter);
  gtk_widget_action_set_enabled (widget, "destruction.cancel", state->can_cancel);
  gtk_widget_action_set_enabled (widget, "destruction.sheet", state->is_work && !state->is_return);
}

/* Of so many steps only those are shown that can be taken now. */
static void
show_enabled (GtkWidget *box)
{
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      gtk_widget_set_visible (child, gtk_widget_get_sensitive (child));
}

static void
apply_state (MskDestructionPage *self)
{
  const MskDestructionFacts facts = get_facts (self);
  const MskDestructionState state = msk_destruction_state_make (&facts);
  g_autofree char *heading = msk_destruction_state_dup_heading (&facts);
  const char *child = state.is_work ? "work" : "list";
  const gboolean turned = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), child) != 0;

  enable_actions (self, &state);
  show_enabled (self->actions_box);
  gtk_label_set_text (self->heading_label, heading);
  gtk_label_set_text (self->next_label, msk_destruction_state_get_next_step (&facts));
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_view), state.takes_scans);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_list), state.takes_scans);
  gtk_widget_set_visible (self->typed_box, state.takes_scans);
  gtk_stack_set_visible_child_name (self->stack, child);
  /* What had the keyboard is gone: it goes to the table that took its place. */
  if (turned && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (state.is_work ? self->items_view : self->batches_view));
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskDestructionPage *self)
{
  if (self->items_view != NULL)
    apply_state (self);
}

static gboolean
is_same_batch (gconstpointer a, gconstpointer b)
{
  const MskDestruction *one = a;
  const MskDestruction *other = b;

  return one->id == other->id && one->stage == other->stage && one->items == other->items &&
         one->scanned == other->scanned;
}

static gboolean
is_same_return (gconstpointer a, gconstpointer b)
{
  return ((const MskOriginatorReturn *) a)->id == ((const MskOriginatorReturn *) b)->id;
}

static gboolean
is_same_item (gconstpointer a, gconstpointer b)
{
  const MskDestructionItem *one = a;
  const MskDestructionItem *other = b;

  return one->id == other->id && one->scanned_at == other->scanned_at && one->state == other->state;
}

static void
invite (MskDestructionPage *self)
{
  if (self->is_return)
    msk_verdict_view_invite (self->verdict_view, "scanner-symbolic", _ ("Ready for What Goes Back"),
                             _ ("Scan a page of every copy and the label of every carrier that "
                                "goes back to the organ that issued it."));
  else if (msk_destruction_scan_is_at_machine (self->scan))
    msk_verdict_view_invite (self->verdict_view, "scanner-symbolic", _ ("Ready at the Machine"),
                             _ ("Scan each thing just before it goes in. What is not scanned here "
                                "stays in the register."));
  else
    msk_verdict_view_invite (self->verdict_view, "scanner-symbolic", _ ("Ready for the Batch"),
                             _ ("Scan a page of every copy, the sheets that came out wrong, and "
                                "the label of every carrier that is to be destroyed."));
}

/* Scans go into the batch that is shown, or into the machine once two are there. */
static void
follow (MskDestructionPage *self)
{
  const MskDestructionFacts facts = get_facts (self);
  const MskDestructionState state = msk_destruction_state_make (&facts);

  if (self->scan != NULL && state.takes_scans &&
      msk_destruction_scan_get_batch (self->scan) == self->batch_id &&
      msk_destruction_scan_is_at_machine (self->scan) == state.at_machine)
    return;

  g_clear_object (&self->scan);
  if (!state.takes_scans || self->is_return)
    return;

  self->scan = msk_destruction_scan_new (get_session (self), self->batch_id, state.at_machine);
  msk_verdict_list_follow (self->verdict_list, msk_destruction_scan_get_verdicts (self->scan),
                           FALSE);
  invite (self);
}

static gboolean
read_batch (MskDestructionPage *self, GError **error)
{
  g_autoptr(GPtrArray) items = NULL;

  g_clear_object (&self->batch);
  if (self->batch_id == 0)
    return TRUE;

  self->batch = msk_destruction_desk_get (get_session (self), self->batch_id, error);
  items = self->batch == NULL
              ? NULL
              : msk_destruction_desk_list_items (get_session (self), self->batch_id, error);
  if (items == NULL)
    return FALSE;

  msk_listing_update (self->items, items, is_same_item);
  return TRUE;
}

static gboolean
read_lists (MskDestructionPage *self, GError **error)
{
  g_autoptr(GPtrArray) batches = msk_destruction_desk_list (get_session (self), error);
  g_autoptr(GPtrArray) returns =
                 batches == NULL ? NULL : msk_originator_desk_list (get_session (self), error);
  g_autoptr(GPtrArray) newest = NULL;
  g_autoptr(GPtrArray) last = NULL;

  if (returns == NULL)
    return FALSE;

  newest = msk_listing_dup_turned (batches);
  last = msk_listing_dup_turned (returns);
  msk_listing_update (self->batches, newest, is_same_batch);
  msk_listing_update (self->returns, last, is_same_return);
  gtk_stack_set_visible_child_name (self->list_stack,
                                    batches->len + returns->len > 0 ? "list" : "nothing");
  return TRUE;
}

static void
msk_destruction_page_refresh (MskPage *page)
{
  MskDestructionPage *self = MSK_DESTRUCTION_PAGE (page);
  g_autoptr(GError) error = NULL;

  if (!read_lists (self, &error) || !read_batch (self, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Destruction Not Read"), error);
      return;
    }

  follow (self);
  apply_state (self);
}

static void
show_items (MskDestructionPage *self, GListStore *store)
{
  g_list_store_remove_all (self->things);
  gtk_single_selection_set_model (self->items_selection, G_LIST_MODEL (store));
}

static void
open_batch (MskDestructionPage *self, gint64 id)
{
  self->batch_id = id;
  self->is_return = FALSE;
  g_list_store_remove_all (self->items);
  show_items (self, self->items);
  msk_destruction_page_refresh (MSK_PAGE (self));
}

/* NULL with error set, or a verdict that is also put first. */
static MskVerdict *
keep (MskDestructionPage *self, MskVerdict *verdict)
{
  if (verdict != NULL)
    g_list_store_insert (self->verdicts, 0, verdict);
  apply_state (self);
  return verdict;
}

static gboolean
takes_scans (MskDestructionPage *self)
{
  const MskDestructionFacts facts = get_facts (self);

  return msk_destruction_state_make (&facts).takes_scans;
}

static gboolean
msk_destruction_page_take_scan (MskPage *page, const char *code)
{
  MskDestructionPage *self = MSK_DESTRUCTION_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;

  if (!takes_scans (self))
    return FALSE;

  verdict =
      self->is_return
          ? keep (self, msk_originator_desk_take (get_session (self), self->things, code, &error))
          : msk_destruction_scan_take (self->scan, code, &error);
  msk_verdict_view_take (self->verdict_view, verdict, error);
  return TRUE;
}

static MskVerdict *
choose (MskDestructionPage *self, guint number, GError **error)
{
  static const MskStockKind kinds[] = { MSK_STOCK_COPY, MSK_STOCK_SET, MSK_STOCK_CARRIER };
  const guint row = gtk_drop_down_get_selected (self->kind_down);
  const MskStockKind kind = kinds[MIN (row, G_N_ELEMENTS (kinds) - 1)];

  return self->is_return ? keep (self, msk_originator_desk_choose (get_session (self), self->things,
                                                                   kind, number, error))
                         : msk_destruction_scan_choose (self->scan, kind, number, error);
}

/* A thing whose tag is torn, or surplus sheets. */
static void
type_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDestructionPage *self = MSK_DESTRUCTION_PAGE (widget);
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->number_entry)));
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  guint number = 0;

  switch (msk_verdict_words_read_typed (text, &number))
    {
    case MSK_TYPED_NUMBER:
      gtk_editable_set_text (GTK_EDITABLE (self->number_entry), "");
      verdict = choose (self, number, &error);
      msk_verdict_view_take (self->verdict_view, verdict, error);
      return;
    case MSK_TYPED_CODE:
      gtk_editable_set_text (GTK_EDITABLE (self->number_entry), "");
      msk_destruction_page_take_scan (MSK_PAGE (self), text);
      return;
    case MSK_TYPED_NOTHING:
    default:
      gtk_widget_grab_focus (GTK_WIDGET (self->number_entry));
    }
}

static void
number_entered_cb (GtkEntry *entry, MskDestructionPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "destruction.type", NULL);
}

static gboolean
start (MskPage *page, GPtrArray *subjects, const char *reason, const char *second, GError **error)
{
  gint64 id;

  if (!msk_destruction_desk_start (msk_page_get_session (page), reason, &id, error))
    return FALSE;

  open_batch (MSK_DESTRUCTION_PAGE (page), id);
  return TRUE;
}

static void
start_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const MskTextFormWords words = {
    _ ("New Batch"),
    _ ("What came back, came out wrong or is not wanted any more. What is top secret goes back to "
       "its originator instead."),
    _ ("_Begin"),
    _ ("Why it is destroyed"),
    NULL,
    start
  };

  msk_text_form_open (MSK_PAGE (widget), &words, NULL);
}

static void
send_back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDestructionPage *self = MSK_DESTRUCTION_PAGE (widget);

  self->batch_id = 0;
  g_clear_object (&self->batch);
  g_clear_object (&self->scan);
  self->is_return = TRUE;
  g_list_store_remove_all (self->verdicts);
  show_items (self, self->things);
  msk_verdict_list_follow (self->verdict_list, G_LIST_MODEL (self->verdicts), FALSE);
  invite (self);
  apply_state (self);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDestructionPage *self = MSK_DESTRUCTION_PAGE (widget);
  MskDestruction *batch = gtk_single_selection_get_selected_item (self->batches_selection);

  open_batch (self, batch->id);
}

static void
batch_activated_cb (GtkColumnView *view, guint position, MskDestructionPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "destruction.open", NULL);
}

/* Nothing of a return is on record before its receipt is entered. */
static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_batch (MSK_DESTRUCTION_PAGE (widget), 0);
}

static void
take_out_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskDestructionPage *self = MSK_DESTRUCTION_PAGE (widget);
  MskDestructionItem *item = gtk_single_selection_get_selected_item (self->items_selection);
  g_autoptr(GError) error = NULL;
  guint position;

  if (self->is_return)
    {
      if (g_list_store_find (self->things, item, &position))
        g_list_store_remove (self->things, position);
      apply_state (self);
      return;
    }

  if (!msk_destruction_desk_take_out (get_session (self), self->batch_id, item->kind, item->number,
                                      &error))
    msk_ask_tell_error (widget, _ ("Not Taken Out"), error);
}

static void
propose_now (GtkWidget *widget)
{
  MskDestructionPage *self = MSK_DESTRUCTION_PAGE (widget);
  g_autoptr(GError) error = NULL;

  if (!msk_destruction_desk_propose (get_session (self), self->batch_id, &error))
    msk_ask_tell_error (widget, _ ("Batch Not Proposed"), error);
}

static void
propose_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_ask_confirm (widget, _ ("Propose the Batch?"),
                   _ ("What is in it does not change any more, and you neither approve nor destroy "
                      "it."),
                   _ ("_Propose"), propose_now);
}

static void
approve_now (GtkWidget *widget)
{
  MskDestructionPage *self = MSK_DESTRUCTION_PAGE (widget);
  g_autoptr(GError) error = NULL;

  if (!msk_destruction_desk_approve (get_session (self), self->batch_id, &error))
    msk_ask_tell_error (widget, _ ("Batch Not Approved"), error);
}

static void
approve_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_ask_confirm (widget, _ ("Approve the Batch?"),
                   _ ("Everything in the list is destroyed in front of two other people, and its "
                      "numbers are never used again."),
                   _ ("_Approve"), approve_now);
}

static gboolean
refuse (MskPage *page, GPtrArray *subjects, const char *reason, const char *second, GError **error)
{
  return msk_destruction_desk_refuse (msk_page_get_session (page),
                                      MSK_DESTRUCTION_PAGE (page)->batch_id, reason, error);
}

static void
refuse_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const MskTextFormWords words = {
    _ ("Refuse the Batch"), NULL, _ ("_Refuse"), _ ("Why"), NULL, refuse
  };

  msk_text_form_open (MSK_PAGE (widget), &words, NULL);
}

static gboolean
cancel (MskPage *page, GPtrArray *subjects, const char *reason, const char *second, GError **error)
{
  return msk_destruction_desk_cancel (msk_page_get_session (page),
                                      MSK_DESTRUCTION_PAGE (page)->batch_id, reason, error);
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const MskTextFormWords words = { _ ("Give the Batch Up"),
                                   _ ("What is in it is free again, and stays where it is."),
                                   _ ("_Give Up"),
                                   _ ("Why"),
                                   NULL,
                                   cancel };

  msk_text_form_open (MSK_PAGE (widget), &words, NULL);
}

static void
begin_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_machine_form_open_begin (MSK_PAGE (widget), MSK_DESTRUCTION_PAGE (widget)->batch);
}

static void
end_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_machine_form_open_end (MSK_PAGE (widget), MSK_DESTRUCTION_PAGE (widget)->batch);
}

static void
entered (GtkWidget *widget)
{
  open_batch (MSK_DESTRUCTION_PAGE (widget), 0);
}

static void
enter_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_originator_ask_open (MSK_PAGE (widget), G_LIST_MODEL (MSK_DESTRUCTION_PAGE (widget)->things),
                           entered);
}

static void
sheet_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open_one (MSK_PAGE (widget), MSK_REPORT_DESTRUCTION,
                           MSK_DESTRUCTION_PAGE (widget)->batch_id);
}

static void
slip_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskOriginatorReturn *back =
      gtk_single_selection_get_selected_item (MSK_DESTRUCTION_PAGE (widget)->returns_selection);

  msk_report_ask_open_one (MSK_PAGE (widget), MSK_REPORT_ORIGINATOR, back->id);
}

static void
register_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_DESTRUCTIONS);
}

static void
msk_destruction_page_constructed (GObject *object)
{
  MskDestructionPage *self = MSK_DESTRUCTION_PAGE (object);

  G_OBJECT_CLASS (msk_destruction_page_parent_class)->constructed (object);

  gtk_widget_set_visible (self->registers_box,
                          msk_page_may (MSK_PAGE (object), MSK_ACT_REPORT_MAKE));
}

static void
msk_destruction_page_dispose (GObject *object)
{
  MskDestructionPage *self = MSK_DESTRUCTION_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_DESTRUCTION_PAGE);
  g_clear_object (&self->batches_selection);
  g_clear_object (&self->returns_selection);
  g_clear_object (&self->items_selection);
  g_clear_object (&self->batches);
  g_clear_object (&self->returns);
  g_clear_object (&self->items);
  g_clear_object (&self->things);
  g_clear_object (&self->verdicts);
  g_clear_object (&self->scan);
  g_clear_object (&self->batch);

  G_OBJECT_CLASS (msk_destruction_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "destruction.start", start_action },     { "destruction.send-back", send_back_action },
    { "destruction.open", open_action },       { "destruction.back", back_action },
    { "destruction.type", type_action },       { "destruction.take-out", take_out_action },
    { "destruction.propose", propose_action }, { "destruction.approve", approve_action },
    { "destruction.refuse", refuse_action },   { "destruction.begin", begin_action },
    { "destruction.end", end_action },         { "destruction.enter", enter_action },
    { "destruction.cancel", cancel_action },   { "destruction.sheet", sheet_action },
    { "destruction.slip", slip_action },       { "destruction.register", register_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, batches_view);
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, returns_view);
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, registers_box);
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, verdict_list);
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, heading_label);
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, typed_box);
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, kind_down);
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, number_entry);
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, items_view);
  gtk_widget_class_bind_template_child (widget_class, MskDestructionPage, actions_box);
  gtk_widget_class_bind_template_callback (widget_class, number_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, batch_activated_cb);
}

static void
msk_destruction_page_class_init (MskDestructionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskPageClass *page_class = MSK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_destruction_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_destruction_page_dispose;
  page_class->refresh = msk_destruction_page_refresh;
  page_class->take_scan = msk_destruction_page_take_scan;

  g_type_ensure (MSK_TYPE_VERDICT_VIEW);
  g_type_ensure (MSK_TYPE_VERDICT_LIST);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/destruction/"
                                                             "msk-destruction-page.ui");
  bind_children (widget_class);
}

static void
msk_destruction_page_init (MskDestructionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  msk_destruction_columns_add_batches (self->batches_view);
  msk_destruction_columns_add_returns (self->returns_view);
  msk_destruction_columns_add_items (self->items_view);
  self->batches = g_list_store_new (MSK_TYPE_DESTRUCTION);
  self->returns = g_list_store_new (MSK_TYPE_ORIGINATOR_RETURN);
  self->items = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);
  self->things = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);
  self->verdicts = g_list_store_new (MSK_TYPE_VERDICT);
  self->batches_selection = msk_listing_fill_view (self->batches_view, G_LIST_MODEL (self->batches),
                                                   G_CALLBACK (selection_changed_cb), self);
  self->returns_selection = msk_listing_fill_view (self->returns_view, G_LIST_MODEL (self->returns),
                                                   G_CALLBACK (selection_changed_cb), self);
  self->items_selection = msk_listing_fill_view (self->items_view, G_LIST_MODEL (self->items),
                                                 G_CALLBACK (selection_changed_cb), self);
}
