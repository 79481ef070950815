/* The register of spoiled and surplus sheets, and what goes into it by scanning and by hand (C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-spoiled-view.h"

#include <glib/gi18n-lib.h>

#include "msk-accessible.h"
#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-listing.h"
#include "msk-print-desk.h"
#include "msk-report-ask.h"
#include "msk-room-state.h"
#include "msk-scan-desk.h"
#include "msk-sheets-form.h"
#include "msk-time-text.h"
#include "msk-verdict-view.h"

struct _MskSpoiledView
{
  MskPage parent_instance;

  GtkLabel *totals_label;
  GtkWidget *hand_button;
  GtkWidget *report_button;
  GtkWidget *scan_box;
  GtkCheckButton *twice_button;
  GtkEditable *reason_entry;
  MskVerdictView *verdict_view;
  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkColumnView *view;
  GtkWidget *claims_box;
  GtkListBox *claims_list;

  MskScanDesk *spoil_desk; /* NULL for who may not register sheets */
  MskScanDesk *twice_desk; /* likewise */
  GListStore *sets;
  GListStore *claims; /* copies of which somebody says that they never came */
  guint claim;        /* the number that a question is about */
};

G_DEFINE_FINAL_TYPE (MskSpoiledView, msk_spoiled_view, MSK_TYPE_PAGE)

static char *
dup_id (gpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, MSK_SPOILAGE (item)->id);
}

static char *
dup_number (gpointer item)
{
  return msk_copy_number_dup_text (MSK_SPOILAGE (item)->number);
}

static char *
dup_paper (gpointer item)
{
  return g_strdup (MSK_SPOILAGE (item)->document_number);
}

static char *
dup_kind (gpointer item)
{
  return g_strdup (msk_spoilage_kind_get_label (MSK_SPOILAGE (item)->kind));
}

static MskLook
get_kind_look (gpointer item)
{
  return msk_room_state_look_of_spoilage (MSK_SPOILAGE (item));
}

static char *
dup_sheets (gpointer item)
{
  return g_strdup_printf ("%u", MSK_SPOILAGE (item)->sheets);
}

static char *
dup_reason (gpointer item)
{
  return g_strdup (MSK_SPOILAGE (item)->reason);
}

static char *
dup_at (gpointer item)
{
  return msk_time_text_format (MSK_SPOILAGE (item)->registered_at);
}

static char *
dup_by (gpointer item)
{
  return g_strdup (MSK_SPOILAGE (item)->registered_by);
}

static char *
dup_place (gpointer item)
{
  return g_strdup (MSK_SPOILAGE (item)->place);
}

static const MskColumn columns[] = {
  { N_ ("Set"), dup_id, NULL, FALSE, TRUE },
  { N_ ("Copy"), dup_number, NULL, FALSE, TRUE },
  { N_ ("Paper"), dup_paper, NULL, TRUE, FALSE },
  { N_ ("Kind"), dup_kind, get_kind_look, FALSE, FALSE },
  { N_ ("Sheets"), dup_sheets, NULL, FALSE, TRUE },
  { N_ ("Reason"), dup_reason, NULL, TRUE, FALSE },
  { N_ ("When"), dup_at, NULL, FALSE, FALSE },
  { N_ ("Who"), dup_by, NULL, TRUE, FALSE },
  { N_ ("Place"), dup_place, NULL, TRUE, FALSE },
};

static MskRoomActions
get_actions (MskSpoiledView *self)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  MskMeeting *meeting = msk_session_get_meeting (session);

  return msk_room_actions_make (msk_session_get_role (session),
                                meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED, NULL,
                                NULL);
}

static gboolean
is_twice (MskSpoiledView *self)
{
  return gtk_check_button_get_active (self->twice_button);
}

/* Says beforehand what a scan will do, since nothing takes it back. */
static void
invite (MskSpoiledView *self)
{
  if (is_twice (self))
    msk_verdict_view_invite (self->verdict_view, "scanner-symbolic", _ ("Sets too many"),
                             _ ("Write down what happened, then scan a page of each set too many. "
                                "It is an alarm, and the set goes into the register."));
  else
    msk_verdict_view_invite (self->verdict_view, "scanner-symbolic", _ ("Spoiled sheets"),
                             _ ("Write down what happened, then scan a page of each copy that came "
                                "out wrong. It goes into the register as spoiled."));
}

/* What happened to the ones did not happen to the others. */
static void
mode_changed_cb (GtkCheckButton *button, MskSpoiledView *self)
{
  gtk_editable_set_text (self->reason_entry, "");
  invite (self);
}

static gboolean
msk_spoiled_view_take_scan (MskPage *page, const char *code)
{
  MskSpoiledView *self = MSK_SPOILED_VIEW (page);
  MskScanDesk *desk = is_twice (self) ? self->twice_desk : self->spoil_desk;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;

  if (desk == NULL)
    return FALSE;

  msk_scan_desk_set_reason (desk, gtk_editable_get_text (self->reason_entry));
  verdict = msk_scan_desk_scan (desk, code, &error);
  msk_verdict_view_take (self->verdict_view, verdict, error);
  return TRUE;
}

static void
apply_state (MskSpoiledView *self)
{
  const MskRoomActions actions = get_actions (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "spoiled.by-hand", actions.by_hand);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "spoiled.agree", actions.agree);
  gtk_widget_set_visible (self->scan_box, actions.spoil);
  adw_status_page_set_description (
      self->none_page, self->spoil_desk != NULL
                           ? _ ("Whatever came out wrong, twice or not at all is registered here.")
                           : _ ("A desk clerk registers whatever came out wrong, twice or not at "
                                "all."));
}

/* A row of the register never changes. */
static gboolean
is_same_set (gconstpointer a, gconstpointer b)
{
  return MSK_SPOILAGE ((gpointer) a)->id == MSK_SPOILAGE ((gpointer) b)->id;
}

static gboolean
is_same_claim (gconstpointer a, gconstpointer b)
{
  return MSK_COPY ((gpointer) a)->serial == MSK_COPY ((gpointer) b)->serial;
}

static GtkWidget *
create_claim (gpointer item, gpointer user_data)
{
  MskSpoiledView *self = MSK_SPOILED_VIEW (user_data);
  MskCopy *copy = MSK_COPY (item);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = msk_copy_number_dup_text (copy->number);
  g_autofree char *title = g_strdup_printf (_ ("Copy %s of %s"), number, copy->document_number);
  g_autofree char *at = msk_time_text_format (copy->changed_at);
  g_autofree char *facts = g_strdup_printf (_ ("printer %s, %s: %s"), copy->printer, at,
                                            copy->reason != NULL ? copy->reason : "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  if (msk_page_may (MSK_PAGE (self), MSK_ACT_COPY_ABSENT_AGREE))
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("A_gree…"));
      g_autofree char *spoken = g_strdup_printf (_ ("Agree that copy %s never came"), number);

      msk_accessible_name (GTK_BUTTON (button), spoken);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "spoiled.agree");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", copy->number);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  return row;
}

static GPtrArray *
dup_claims (GPtrArray *copies)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < copies->len; i++)
    {
      MskCopy *copy = g_ptr_array_index (copies, i);

      if (copy->state == MSK_COPY_PRINTING && copy->attempt == MSK_ATTEMPT_ABSENT)
        g_ptr_array_add (claims, g_object_ref (copy));
    }

  return claims;
}

static void
msk_spoiled_view_refresh (MskPage *page)
{
  MskSpoiledView *self = MSK_SPOILED_VIEW (page);
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sets = msk_print_desk_list_spoiled (session, &error);
  g_autoptr(GPtrArray) copies =
                 sets == NULL ? NULL : msk_print_desk_list_copies (session, 0, &error);
  g_autoptr(GPtrArray) turned = NULL;
  g_autoptr(GPtrArray) claims = NULL;
  g_autofree char *totals = NULL;

  if (copies == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Spoiled Sheets Not Read"), error);
      return;
    }

  turned = msk_listing_dup_turned (sets);
  claims = dup_claims (copies);
  totals = msk_room_state_dup_totals (sets);
  msk_listing_update (self->sets, turned, is_same_set);
  msk_listing_update (self->claims, claims, is_same_claim);
  gtk_label_set_text (self->totals_label, totals);
  gtk_widget_set_visible (self->claims_box, claims->len > 0);
  gtk_stack_set_visible_child_name (self->stack, sets->len > 0 ? "list" : "none");
  apply_state (self);
}

static gboolean
spoil (MskSpoiledView *self, const MskSheetsDraft *draft, GError **error)
{
  if (!msk_print_desk_spoil (msk_page_get_session (MSK_PAGE (self)), draft->number, draft->sheets,
                             draft->reason, error))
    return FALSE;

  msk_verdict_view_show_words (self->verdict_view, MSK_TONE_DONE, _ ("Spoiled"),
                               _ ("Put the sheets with those for destruction."));
  return TRUE;
}

static gboolean
register_surplus (MskSpoiledView *self, const MskSheetsDraft *draft, GError **error)
{
  const gint64 set = msk_print_desk_twice (msk_page_get_session (MSK_PAGE (self)), draft->number,
                                           draft->sheets, draft->reason, error);
  g_autofree char *text = NULL;

  if (set == 0)
    return FALSE;

  text = g_strdup_printf (_ ("There is a set too many of this copy. Write %u on it, put it with "
                             "those for destruction, and tell the security officer."),
                          (guint) set);
  msk_verdict_view_show_words (self->verdict_view, MSK_TONE_ALARM, _ ("Came twice"), text);
  return TRUE;
}

static gboolean
register_absence (MskSpoiledView *self, const MskSheetsDraft *draft, GError **error)
{
  g_autofree char *number = msk_copy_number_dup_text (draft->number);
  g_autofree char *text = NULL;

  if (!msk_print_desk_never (msk_page_get_session (MSK_PAGE (self)), draft->number, draft->reason,
                             error))
    return FALSE;

  text = g_strdup_printf (_ ("Number %s may have come or come yet: the security officer looks too, "
                             "and agrees on this page."),
                          number);
  msk_verdict_view_show_words (self->verdict_view, MSK_TONE_WAITING, _ ("Never came"), text);
  return TRUE;
}

static gboolean
register_by_hand (MskPage *page, const MskSheetsDraft *draft, GError **error)
{
  MskSpoiledView *self = MSK_SPOILED_VIEW (page);

  switch (draft->kind)
    {
    case MSK_SHEETS_SPOILED:
      return spoil (self, draft, error);
    case MSK_SHEETS_TWICE:
      return register_surplus (self, draft, error);
    case MSK_SHEETS_NEVER:
    default:
      return register_absence (self, draft, error);
    }
}

static void
by_hand_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_sheets_form_open (MSK_PAGE (widget), register_by_hand);
}

static void
agree_now (GtkWidget *asker)
{
  MskSpoiledView *self = MSK_SPOILED_VIEW (asker);
  g_autoptr(GError) error = NULL;

  if (!msk_print_desk_agree_never (msk_page_get_session (MSK_PAGE (self)), self->claim, &error))
    msk_ask_tell_error (asker, _ ("Not Agreed"), error);
}

static void
agree_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskSpoiledView *self = MSK_SPOILED_VIEW (widget);
  g_autofree char *number = NULL;
  g_autofree char *body = NULL;

  self->claim = g_variant_get_uint32 (parameter);
  number = msk_copy_number_dup_text (self->claim);
  body =
      g_strdup_printf (_ ("Copy %s may have come or come yet, and the desk clerk says that nothing "
                          "came out. Agree only when you looked yourself: the number is then "
                          "given up, and nobody looks for its sheets."),
                       number);
  msk_ask_confirm (widget, _ ("Agree That It Never Came?"), body, _ ("_Agree"), agree_now);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_SPOILED);
}

static void
msk_spoiled_view_constructed (GObject *object)
{
  MskSpoiledView *self = MSK_SPOILED_VIEW (object);
  MskPage *page = MSK_PAGE (object);
  const gboolean may = msk_page_may (page, MSK_ACT_COPY_SPOIL);

  G_OBJECT_CLASS (msk_spoiled_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->hand_button, may || msk_page_may (page, MSK_ACT_COPY_SPOIL_PART));
  gtk_widget_set_visible (self->scan_box, may);
  gtk_widget_set_visible (self->report_button, msk_page_may (page, MSK_ACT_REPORT_MAKE));
  if (may)
    {
      self->spoil_desk = msk_scan_desk_new (msk_page_get_session (page), MSK_SCAN_SPOIL);
      self->twice_desk = msk_scan_desk_new (msk_page_get_session (page), MSK_SCAN_TWICE);
    }
  invite (self);
}

static void
msk_spoiled_view_dispose (GObject *object)
{
  MskSpoiledView *self = MSK_SPOILED_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_SPOILED_VIEW);
  g_clear_object (&self->spoil_desk);
  g_clear_object (&self->twice_desk);
  g_clear_object (&self->sets);
  g_clear_object (&self->claims);

  G_OBJECT_CLASS (msk_spoiled_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MskSpoiledView, totals_label);
  gtk_widget_class_bind_template_child (widget_class, MskSpoiledView, hand_button);
  gtk_widget_class_bind_template_child (widget_class, MskSpoiledView, report_button);
  gtk_widget_class_bind_template_child (widget_class, MskSpoiledView, scan_box);
  gtk_widget_class_bind_template_child (widget_class, MskSpoiledView, twice_button);
  gtk_widget_class_bind_template_child (widget_class, MskSpoiledView, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, MskSpoiledView, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, MskSpoiledView, stack);
  gtk_widget_class_bind_template_child (widget_class, MskSpoiledView, none_page);
  gtk_widget_class_bind_template_child (widget_class, MskSpoiledView, view);
  gtk_widget_class_bind_template_child (widget_class, MskSpoiledView, claims_box);
  gtk_widget_class_bind_template_child (widget_class, MskSpoiledView, claims_list);
}

static void
msk_spoiled_view_class_init (MskSpoiledViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskPageClass *page_class = MSK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_spoiled_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_spoiled_view_dispose;
  page_class->refresh = msk_spoiled_view_refresh;
  page_class->take_scan = msk_spoiled_view_take_scan;

  g_type_ensure (MSK_TYPE_VERDICT_VIEW);

  gtk_widget_class_install_action (widget_class, "spoiled.by-hand", NULL, by_hand_action);
  gtk_widget_class_install_action (widget_class, "spoiled.agree", "u", agree_action);
  gtk_widget_class_install_action (widget_class, "spoiled.report", NULL, report_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/room/msk-spoiled-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
}

static void
msk_spoiled_view_init (MskSpoiledView *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->sets = g_list_store_new (MSK_TYPE_SPOILAGE);
  self->claims = g_list_store_new (MSK_TYPE_COPY);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->sets)));
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  msk_listing_bind_box (self->claims_list, G_LIST_MODEL (self->claims), create_claim, self);
}
